import type { ShopperView } from '../../../../app/contract/shopper/shopper-view.ts';
import type { Translate } from '../words.ts';

/**
 * What somebody who was told no can do instead: write to the shop, read how to return. Shopify opens mail addresses
 * from extensions: https://github.com/Shopify/ui-extensions/pull/4677
 */
export function WayOn({ wayOn, t }: { wayOn: ShopperView['wayOn']; t: Translate }) {
  if (wayOn === null) return null;
  return (
    <s-stack gap="small-200">
      <s-stack direction="inline" gap="base">
        <s-link href={wayOn.contactUrl}>{t('wayOn.contact')}</s-link>
        {wayOn.returnsUrl !== null && (
          <s-link href={wayOn.returnsUrl} target="_blank">
            {t('wayOn.returns')}
          </s-link>
        )}
      </s-stack>
      <LegalNote t={t} />
    </s-stack>
  );
}

/** Whatever is refused here, the law is not. */
export function LegalNote({ t }: { t: Translate }) {
  return (
    <s-text color="subdued" type="small">
      {t('legal')}
    </s-text>
  );
}

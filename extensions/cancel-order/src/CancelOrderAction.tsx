import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { useState } from 'preact/hooks';

import type { ShopperView } from '../../../app/presentation/shopper-view.ts';
import type { Trouble } from '../../shared/situation.ts';
import { RequestWindow } from './request-window.tsx';
import { type ShopperApi, shopperApi } from './shopper-api.ts';
import { type Cancellation, latestOf, useCancellation } from './use-cancellation.ts';
import { CancellationStatus } from './view/cancellation-status.tsx';
import { Frame } from './view/frame.tsx';
import { PolicyLink } from './view/policy-link.tsx';
import { Refusals } from './view/refusals.tsx';
import { TroubleBanner } from './view/trouble-banner.tsx';
import { WayOn } from './view/way-on.tsx';

/** The window behind **Cancel order**: what and why, what comes back, confirm; then its way until it is done. */
export default function cancelOrderAction(): void {
  const api = shopperApi({
    orderId: shopify.orderId,
    language: shopify.localization.language.value.isoCode,
    sessionToken: shopify.sessionToken,
  });
  render(<CancelOrderWindow api={api} />, document.body);
}

function CancelOrderWindow({ api }: { api: ShopperApi }) {
  const cancellation = useCancellation(api);
  const { view, trouble, readAgain } = cancellation;
  return view === null ? (
    <Opening trouble={trouble} onTryAgain={() => void readAgain()} />
  ) : (
    <Opened api={api} view={view} cancellation={cancellation} />
  );
}

interface OpenedProps {
  readonly api: ShopperApi;
  readonly view: ShopperView;
  readonly cancellation: Cancellation;
}

/**
 * The form, or where the cancellation stands. One that began after the window was opened is shown to its end,
 * also when more of the order could be cancelled by then: that takes another click on **Cancel order**.
 */
function Opened({ api, view, cancellation }: OpenedProps) {
  const [openedWith] = useState(() => latestOf(view));
  const { offer, policyUrl } = view;
  return offer.available && latestOf(view) === openedWith ? (
    <RequestWindow api={api} cancellation={cancellation} offer={offer} policyUrl={policyUrl} />
  ) : (
    <Following view={view} trouble={cancellation.trouble} />
  );
}

interface OpeningProps {
  readonly trouble: Trouble | null;
  readonly onTryAgain: () => void;
}

function Opening({ trouble, onTryAgain }: OpeningProps) {
  const t = shopify.i18n.translate;
  return (
    <Frame heading={t('menu.cancelOrder')} secondary={<CloseButton />}>
      {trouble === null ? (
        <s-spinner accessibilityLabel={t('loading')} />
      ) : (
        <s-stack gap="base">
          <TroubleBanner trouble={trouble} t={t} />
          <s-button onClick={onTryAgain}>{t('trouble.tryAgain')}</s-button>
        </s-stack>
      )}
    </Frame>
  );
}

/** Where the cancellation stands, or why there can be none. */
function Following({ view, trouble }: { view: ShopperView; trouble: Trouble | null }) {
  const t = shopify.i18n.translate;
  const { cancellation, offer, policyUrl } = view;
  const whyNot = cancellation === null && !offer.available ? offer.refusals : null;
  // What the order is refused for now says it better than what the request was refused for.
  const told = whyNot !== null && trouble?.kind === 'refused' ? null : trouble;
  return (
    <Frame heading={t('menu.cancelOrder')} secondary={<CloseButton />}>
      <s-stack gap="base">
        {told !== null && <TroubleBanner trouble={told} t={t} />}
        {cancellation !== null && (
          <CancellationStatus cancellation={cancellation} words={shopify.i18n} />
        )}
        {whyNot !== null && (
          <s-banner tone="info" heading={t('unavailable.heading')}>
            <Refusals refusals={whyNot} t={t} />
          </s-banner>
        )}
        <WayOn wayOn={view.wayOn} t={t} />
        {whyNot !== null && <PolicyLink url={policyUrl} t={t} />}
      </s-stack>
    </Frame>
  );
}

function CloseButton() {
  return (
    <s-button slot="secondary-actions" onClick={() => shopify.close()}>
      {shopify.i18n.translate('close')}
    </s-button>
  );
}

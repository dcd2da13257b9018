import { useState } from 'preact/hooks';

import { ConfirmButton } from '../../shared/confirm-button.tsx';
import { commentFault, type Entry, entryFor, type Offer, reasonFault, wantedOf } from './entry.ts';
import type { ShopperApi } from './asking/shopper-api.ts';
import type { Cancellation } from './asking/use-cancellation.ts';
import { useQuote } from './asking/use-quote.ts';
import { Frame } from './view/frame.tsx';
import { PolicyLink } from './view/policy-link.tsx';
import { RequestForm } from './view/request-form.tsx';
import { ErrorBanner } from './view/error-banner.tsx';
import { menuLabel } from './words.ts';

interface RequestWindowProps {
  readonly api: ShopperApi;
  readonly cancellation: Cancellation;
  readonly offer: Offer;
  readonly policyUrl: string;
}

/** The shopper chooses, sees what that brings, and confirms exactly that. */
export function RequestWindow({ api, cancellation, offer, policyUrl }: RequestWindowProps) {
  const t = shopify.i18n.translate;
  const [entered, setEntered] = useState<Partial<Entry>>({});
  const [hasTried, setHasTried] = useState(false);
  const entry = entryFor(offer, entered);
  const wanted = wantedOf(offer, entry);
  const { quoting, askAgain } = useQuote(api, offer.quote, wanted);
  const { sending, error } = cancellation;
  const quote = quoting.kind === 'view' ? quoting.view : null;
  const handling = quote?.handling ?? offer.handling;
  const fault = commentFault(offer, entry);
  const isReasonMissing = reasonFault(offer, entry) !== null;

  const confirm = async () => {
    setHasTried(true);
    if (wanted === null || quote === null || isReasonMissing || fault !== null) return;
    const { reasonId, comment } = entry;
    await cancellation.request({ ...wanted, reasonId, comment, shown: quote.shown });
    // Whatever was not granted may be because the amounts have changed.
    askAgain();
  };

  return (
    <Frame
      heading={t(menuLabel(offer))}
      primary={
        <ConfirmButton
          slot="primary-action"
          shown={quote && JSON.stringify(quote.shown)}
          busy={sending}
          disabled={fault === 'tooLong'}
          onConfirm={() => void confirm()}
        >
          {t(`form.confirm.${handling}.${entry.scope}`)}
        </ConfirmButton>
      }
      secondary={
        <s-button slot="secondary-actions" disabled={sending} onClick={() => shopify.close()}>
          {t('form.keep')}
        </s-button>
      }
    >
      <s-stack gap="large">
        {error !== null && <ErrorBanner error={error} t={t} />}
        <RequestForm
          offer={offer}
          entry={entry}
          quoting={quoting}
          handling={handling}
          isReasonMissing={hasTried && isReasonMissing}
          commentFault={fault === 'needed' && !hasTried ? null : fault}
          disabled={sending}
          words={shopify.i18n}
          onChange={setEntered}
          onAskAgain={askAgain}
        />
        <PolicyLink url={policyUrl} t={t} />
      </s-stack>
    </Frame>
  );
}

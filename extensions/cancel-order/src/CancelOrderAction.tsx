import '@shopify/ui-extensions/preact';
import { type ComponentChildren, render } from 'preact';
import { useState } from 'preact/hooks';

import type { ComesBack } from '../../../app/presentation/shopper-view.ts';
import { type ShopperApi, shopperApi } from './shopper-api.ts';
import { type Cancellation, isUnderWay, useCancellation } from './use-cancellation.ts';
import { CancellationStatus } from './view/cancellation-status.tsx';
import { Refusals } from './view/refusals.tsx';
import {
  commentTooLong,
  type Entry,
  entryFor,
  type Offer,
  RequestForm,
} from './view/request-form.tsx';
import { TroubleBanner } from './view/trouble-banner.tsx';

/** The window behind **Cancel order**: what comes back, why, confirm; then its way until it is done. */
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
  const [confirmed, setConfirmed] = useState<ComesBack | null>(null);
  const { view, trouble } = cancellation;
  const t = shopify.i18n.translate;

  if (view === null) {
    return (
      <Frame secondary={<CloseButton />}>
        {trouble === null ? (
          <s-spinner accessibilityLabel={t('loading')} />
        ) : (
          <s-stack gap="base">
            <TroubleBanner trouble={trouble} t={t} />
            <s-button onClick={() => void cancellation.readAgain()}>
              {t('trouble.tryAgain')}
            </s-button>
          </s-stack>
        )}
      </Frame>
    );
  }
  if (view.offer.available && !isUnderWay(view)) {
    return <Request cancellation={cancellation} offer={view.offer} onConfirm={setConfirmed} />;
  }
  return (
    <Frame secondary={<CloseButton />}>
      <s-stack gap="base">
        {trouble !== null && <TroubleBanner trouble={trouble} t={t} />}
        {view.cancellation !== null && (
          <CancellationStatus
            cancellation={view.cancellation}
            confirmed={confirmed}
            words={shopify.i18n}
          />
        )}
        {view.cancellation === null && !view.offer.available && (
          <s-banner tone="info" heading={t('unavailable.heading')}>
            <Refusals refusals={view.offer.refusals} t={t} />
          </s-banner>
        )}
      </s-stack>
    </Frame>
  );
}

interface RequestProps {
  readonly cancellation: Cancellation;
  readonly offer: Offer;
  readonly onConfirm: (comesBack: ComesBack) => void;
}

function Request({ cancellation, offer, onConfirm }: RequestProps) {
  const t = shopify.i18n.translate;
  const [entered, setEntered] = useState<Entry | null>(null);
  const entry = entryFor(offer, entered);
  const { sending, trouble } = cancellation;

  const confirm = () => {
    onConfirm(offer.comesBack);
    void cancellation.request({ ...entry, shown: offer.comesBack.shown });
  };

  return (
    <Frame
      primary={
        <s-button
          slot="primary-action"
          variant="primary"
          tone="critical"
          loading={sending}
          disabled={sending || commentTooLong(offer, entry)}
          onClick={confirm}
        >
          {t(`form.confirm.${offer.handling}`)}
        </s-button>
      }
      secondary={
        <s-button slot="secondary-actions" disabled={sending} onClick={() => shopify.close()}>
          {t('form.keep')}
        </s-button>
      }
    >
      <s-stack gap="large">
        {trouble !== null && <TroubleBanner trouble={trouble} t={t} />}
        <RequestForm
          offer={offer}
          entry={entry}
          disabled={sending}
          words={shopify.i18n}
          onChange={setEntered}
        />
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

interface FrameProps {
  readonly children: ComponentChildren;
  readonly primary?: ComponentChildren;
  readonly secondary: ComponentChildren;
}

function Frame({ children, primary, secondary }: FrameProps) {
  return (
    <s-customer-account-action heading={shopify.i18n.translate('menu.cancelOrder')}>
      {children}
      {primary}
      {secondary}
    </s-customer-account-action>
  );
}

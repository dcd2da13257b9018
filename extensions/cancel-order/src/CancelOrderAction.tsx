import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { useState } from 'preact/hooks';

import type { ShopperView } from '../../../app/contract/shopper/shopper-view.ts';
import type { SituationError } from '../../shared/situation.ts';
import { RequestWindow } from './request-window.tsx';
import { type OrderMark, orderMark } from './asking/order-mark.ts';
import { type ShopperApi, shopperApi } from './asking/shopper-api.ts';
import { type Cancellation, latestOf, useCancellation } from './asking/use-cancellation.ts';
import { CancellationStatus } from './view/cancellation-status.tsx';
import { Frame } from './view/frame.tsx';
import { PolicyLink } from './view/policy-link.tsx';
import { Refusals } from './view/refusals.tsx';
import { ErrorBanner } from './view/error-banner.tsx';
import { WayOn } from './view/way-on.tsx';

/** The window behind **Cancel order**: what and why, what comes back, confirm; then its way until it is done. */
export default function cancelOrderAction(): void {
  const api = shopperApi({
    orderId: shopify.orderId,
    language: shopify.localization.language.value.isoCode,
    sessionToken: shopify.sessionToken,
  });
  const mark = orderMark(shopify.orderId, shopify.storage);
  render(<CancelOrderWindow api={api} mark={mark} />, document.body);
}

function CancelOrderWindow({ api, mark }: { api: ShopperApi; mark: OrderMark }) {
  const cancellation = useCancellation(api, mark);
  const { view, error, readAgain } = cancellation;
  return view === null ? (
    <Opening error={error} onTryAgain={() => void readAgain()} />
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
    <Following view={view} error={cancellation.error} />
  );
}

interface OpeningProps {
  readonly error: SituationError | null;
  readonly onTryAgain: () => void;
}

function Opening({ error, onTryAgain }: OpeningProps) {
  const t = shopify.i18n.translate;
  return (
    <Frame heading={t('menu.cancelOrder')} secondary={<CloseButton />}>
      {error === null ? (
        <s-spinner accessibilityLabel={t('loading')} />
      ) : (
        <s-stack gap="base">
          <ErrorBanner error={error} t={t} />
          <s-button onClick={onTryAgain}>{t('error.tryAgain')}</s-button>
        </s-stack>
      )}
    </Frame>
  );
}

/** Where the cancellation stands, or why there can be none. */
function Following({ view, error }: { view: ShopperView; error: SituationError | null }) {
  const t = shopify.i18n.translate;
  const { cancellation, offer, policyUrl } = view;
  const whyNot = cancellation === null && !offer.available ? offer.refusals : null;
  // What the order is refused for now says it better than what the request was refused for.
  const told = whyNot !== null && error?.kind === 'refused' ? null : error;
  return (
    <Frame heading={t('menu.cancelOrder')} secondary={<CloseButton />}>
      <s-stack gap="base">
        {told !== null && <ErrorBanner error={told} t={t} />}
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

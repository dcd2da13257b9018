import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { ShopperView } from '../../../app/contract/shopper/shopper-view.ts';
import { ConfirmButton } from '../../shared/confirm-button.tsx';
import type { Offer } from './entry.ts';
import { isBeingUndone } from './asking/next-look.ts';
import { orderMark } from './asking/order-mark.ts';
import { type ShopperApi, shopperApi } from './asking/shopper-api.ts';
import { type Cancellation, useCancellation } from './asking/use-cancellation.ts';
import { CancellationStatus, EarlierCancellations } from './view/cancellation-status.tsx';
import { PolicyLink } from './view/policy-link.tsx';
import { Refusals } from './view/refusals.tsx';
import { ErrorBanner } from './view/error-banner.tsx';
import { WayOn } from './view/way-on.tsx';
import { menuLabel, moment } from './words.ts';

/** On the order page: where the cancellation stands; or until when there can be one; or why not. */
export default function orderStatusBlock(): void {
  render(<OrderStatusBlock />, document.body);
}

function OrderStatusBlock() {
  const order = shopify.order.value;
  // The page has no order until Shopify has processed the checkout.
  if (order === undefined) return null;
  return (
    <s-section heading={shopify.i18n.translate('block.heading')}>
      {shopify.authenticationState.value === 'fully_authenticated' ? (
        <SignedIn orderId={order.id} cancelledAt={order.cancelledAt} />
      ) : (
        <SignIn isCancelled={order.cancelledAt !== undefined} />
      )}
    </s-section>
  );
}

/**
 * The link in a mail opens the page without a login: enough to see what Shopify shows of the order, not to
 * hear more from the app or to act.
 */
function SignIn({ isCancelled }: { isCancelled: boolean }) {
  const t = shopify.i18n.translate;
  return (
    <s-stack gap="base">
      <s-paragraph>{t(isCancelled ? 'block.signInCancelled' : 'block.signIn')}</s-paragraph>
      <s-button onClick={() => void shopify.requireLogin()}>{t('block.signInButton')}</s-button>
    </s-stack>
  );
}

function SignedIn({ orderId, cancelledAt }: { orderId: string; cancelledAt: string | undefined }) {
  const language = shopify.localization.language.value.isoCode;
  const api: ShopperApi = useMemo(
    () => shopperApi({ orderId, language, sessionToken: shopify.sessionToken }),
    [orderId, language],
  );
  const mark = useMemo(() => orderMark(orderId, shopify.storage), [orderId]);
  const cancellation = useCancellation(api, mark);
  const { view, error, readAgain } = cancellation;
  const t = shopify.i18n.translate;

  // Shopify tells the page that the order was cancelled, by whomever.
  const knownRef = useRef(cancelledAt);
  useEffect(() => {
    if (knownRef.current === cancelledAt) return;
    knownRef.current = cancelledAt;
    void readAgain();
  }, [cancelledAt, readAgain]);

  if (error?.kind === 'signed_out') return <SignIn isCancelled={cancelledAt !== undefined} />;
  return (
    <s-stack gap="base">
      {error !== null && <ErrorBanner error={error} t={t} />}
      {view === null && error === null && <s-skeleton-paragraph />}
      {view === null && error !== null && (
        <s-button onClick={() => void readAgain()}>{t('error.tryAgain')}</s-button>
      )}
      {view?.cancellation != null && (
        <CancellationStatus cancellation={view.cancellation} words={shopify.i18n} />
      )}
      {view?.cancellation?.canWithdraw === true && <Withdraw cancellation={cancellation} />}
      {view !== null && view.earlier.length > 0 && (
        <EarlierCancellations earlier={view.earlier} t={t} />
      )}
      {view !== null && isWorthSaying(view) && <WhatIsOffered view={view} />}
    </s-stack>
  );
}

/** Why nothing can be cancelled is of no use next to something that was. */
function isWorthSaying({ cancellation, offer }: ShopperView): boolean {
  return (
    offer.available ||
    cancellation === null ||
    ((cancellation.status === 'declined' || cancellation.status === 'withdrawn') &&
      !isBeingUndone(offer))
  );
}

function WhatIsOffered({ view: { offer, cancellation, policyUrl, wayOn } }: { view: ShopperView }) {
  const t = shopify.i18n.translate;
  return (
    <s-stack gap="small-200">
      {offer.available ? (
        <>
          <s-paragraph>{untilWhen(offer, cancellation?.scope === 'lines')}</s-paragraph>
          <s-text color="subdued">{t('block.how', { menu: t(menuLabel(offer)) })}</s-text>
        </>
      ) : (
        <Refusals refusals={offer.refusals} t={t} />
      )}
      <WayOn wayOn={wayOn} t={t} />
      <PolicyLink url={policyUrl} t={t} />
    </s-stack>
  );
}

/** @param isMore whether a part of the order is cancelled already */
function untilWhen({ closesAt, notWhole }: Offer, isMore: boolean): string {
  const t = shopify.i18n.translate;
  const what = isMore ? 'more' : notWhole === null ? 'order' : 'items';
  return closesAt === null
    ? t(`block.offerUntilFulfillment.${what}`)
    : t(`block.offerUntil.${what}`, { time: moment(shopify.i18n, closesAt) });
}

/** Taking the request back, with one more question before it is done. */
function Withdraw({ cancellation }: { cancellation: Cancellation }) {
  const t = shopify.i18n.translate;
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return <s-button onClick={() => setAsking(true)}>{t('withdraw.button')}</s-button>;
  }
  const { sending } = cancellation;
  return (
    <s-box border="base" borderRadius="base" padding="base">
      <s-stack gap="base">
        <s-text>{t('withdraw.question')}</s-text>
        <s-stack direction="inline" gap="small-200">
          <s-button disabled={sending} onClick={() => setAsking(false)}>
            {t('withdraw.back')}
          </s-button>
          <ConfirmButton
            shown="withdraw"
            tone="auto"
            busy={sending}
            onConfirm={() => void cancellation.withdraw()}
          >
            {t('withdraw.confirm')}
          </ConfirmButton>
        </s-stack>
      </s-stack>
    </s-box>
  );
}

import '@shopify/ui-extensions/preact';
import { render } from 'preact';

import type { StaffOrderViewRead, StaffRefusal } from '../../../app/contract/staff/staff-view.ts';
import { BADGES, CancellationSummary } from '../../shared/staff/cancellation-summary.tsx';
import { orderPage, type StaffApi, staffApi } from '../../shared/staff/staff-api.ts';
import { ErrorBanner } from '../../shared/staff/error-banner.tsx';
import { isUnderWay, useStaffOrder } from '../../shared/staff/use-staff-order.ts';

/** On the order's page in the admin: where its cancellation stands, or whether there can be one. */
export default function cancellationBlock(): void {
  const orderId = shopify.data.selected[0]?.id;
  if (orderId === undefined) throw new Error('The order page has selected no order.');
  render(
    <CancellationBlock
      orderId={orderId}
      api={staffApi(orderId, shopify.i18n.translate('language'))}
    />,
    document.body,
  );
}

function CancellationBlock({ orderId, api }: { orderId: string; api: StaffApi }) {
  const { view, error, readAgain, watchWindow } = useStaffOrder(api);
  const t = shopify.i18n.translate;
  const cancellation = view?.cancellation ?? null;
  const openWindow = () => {
    openAction();
    watchWindow();
  };
  return (
    <s-admin-block
      heading={t('heading')}
      collapsedSummary={cancellation === null ? t('none') : cancellation.statusLabel}
    >
      <s-stack gap="base">
        {error !== null && <ErrorBanner error={error} t={t} />}
        {view === null && error === null && <s-spinner accessibilityLabel={t('loading')} />}
        {view === null && error !== null && (
          <s-button onClick={() => void readAgain()}>{t('error.tryAgain')}</s-button>
        )}
        {cancellation !== null && (
          <CancellationSummary cancellation={cancellation} words={shopify.i18n} />
        )}
        {view !== null && cancellation === null && <s-text>{t('none')}</s-text>}
        {view !== null && <OrderState order={view.order} />}
        {view !== null && view.earlier.length > 0 && (
          <s-text color="subdued">{t('earlier', { count: view.earlier.length })}</s-text>
        )}
        {view !== null && view.forbidden !== null && (
          <s-text color="subdued">{view.forbidden}</s-text>
        )}
        {view !== null && refusalsOf(view).length > 0 && (
          <s-stack gap="small-200">
            {refusalsOf(view).map(({ code, message }) => (
              <s-text key={code} color="subdued">
                {message}
              </s-text>
            ))}
          </s-stack>
        )}
        {view !== null && (
          <s-stack direction="inline" gap="base">
            {view.cancel.available && !isUnderWay(view) && (
              <s-button onClick={openWindow}>{t('cancelOrder')}</s-button>
            )}
            <s-link href={orderPage(orderId)}>{t('openInApp')}</s-link>
          </s-stack>
        )}
      </s-stack>
    </s-admin-block>
  );
}

/** What the order comes to, as the app's list says it; an app that was not updated yet does not say. */
function OrderState({ order }: { order: StaffOrderViewRead['order'] }) {
  if (order.state === undefined) return null;
  const { label, tone } = order.state;
  return (
    <s-stack direction="inline">
      <s-badge tone={tone === null ? 'neutral' : BADGES[tone]}>{label}</s-badge>
    </s-stack>
  );
}

/** Why the order cannot be cancelled; what stands there already is not said twice. */
function refusalsOf({
  cancel,
  cancellation,
  forbidden,
}: StaffOrderViewRead): readonly StaffRefusal[] {
  return cancel.available || cancellation !== null
    ? []
    : cancel.refusals.filter(({ message }) => message !== forbidden);
}

/** https://shopify.dev/docs/api/admin-extensions/latest/network-features#custom-protocols */
function openAction(): void {
  shopify.navigation.navigate('extension://admin-cancel-order-action');
}

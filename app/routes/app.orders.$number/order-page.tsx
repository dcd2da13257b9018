import { useRevalidator, useSearchParams } from '@remix-run/react';
import { TitleBar } from '@shopify/app-bridge-react';
import { BlockStack, InlineStack, Layout, Page } from '@shopify/polaris';
import { ExternalIcon } from '@shopify/polaris-icons';
import { useState } from 'react';

import { useMessages } from '../../components/messages/messages.tsx';
import { CancellationCard } from '../../components/cancellation/cancellation-card.tsx';
import { CancellationHistory } from '../../components/cancellation/history/cancellation-history.tsx';
import { EarlierCancellations } from '../../components/cancellation/earlier-cancellations.tsx';
import { DateTime } from '../../components/words/date-time.tsx';
import {
  FulfillmentBadge,
  OrderStateBadge,
  PaymentBadge,
} from '../../components/words/status-badges.tsx';
import { useLiveCancellation } from '../../components/cancellation/history/use-live-cancellation.ts';
import type { StaffOrderView } from '../../contract/staff/staff-view.ts';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import { CancelPopup } from './cancel-popup/cancel-popup.tsx';
import { MoreCard, NativeRequestsCard, ParcelsCard } from './background-cards.tsx';
import { OfferCard } from './offer-card.tsx';
import { CustomerCard, LinesCard, LocationsCard, PaymentsCard } from './order-cards.tsx';
import { ProgressPopup } from './progress-popup.tsx';
import { StatusMenu } from './status-menu.tsx';

/** One order, its cancellation, and the popup that starts one. `?cancel=1` opens the popup at once. */
export function OrderPage({ order, cancellation, earlier, forbidden, cancel }: StaffOrderView) {
  const { t } = useMessages();
  const revalidator = useRevalidator();
  const [params, setParams] = useSearchParams();
  const [started, setStarted] = useState<StaffCancellationView | null>(null);
  const [following, setFollowing] = useState(false);

  const given = started && started.id !== cancellation?.id ? started : cancellation;
  const { view, stale } = useLiveCancellation(given, () => revalidator.revalidate());

  const isFree = (view === null || view.isFinal) && earlier.every((older) => older.isFinal);
  // A completed cancellation says by itself why there can be no other.
  const showsOffer = isFree && (cancel.available || view?.status !== 'completed');

  // A refund can come back long after another part of the order was cancelled.
  const needDecision = earlier.filter((older) => older.attention !== null);

  const openPopup = () => setParams({ cancel: '1' }, { preventScrollReset: true });
  const closePopup = () => setParams({}, { replace: true, preventScrollReset: true });
  const follow = (begun: StaffCancellationView | null) => {
    setStarted(begun);
    setFollowing(true);
    closePopup();
    revalidator.revalidate();
  };

  return (
    <Page
      backAction={{ content: t('orders.title'), url: '/app/orders' }}
      title={order.name}
      secondaryActions={[
        {
          content: t('order.viewInShopify'),
          url: order.adminUrl,
          target: '_top',
          icon: ExternalIcon,
        },
      ]}
      titleMetadata={
        <InlineStack gap="100">
          <OrderStateBadge {...order.state} />
          <PaymentBadge status={order.financialStatus} />
          <FulfillmentBadge status={order.fulfillmentStatus} />
          {showsOffer && <StatusMenu offer={cancel} onCancel={openPopup} />}
        </InlineStack>
      }
      additionalMetadata={
        <>
          <DateTime at={order.createdAt} /> · {order.total}
        </>
      }
    >
      <TitleBar title={t('orderNamed', { order: order.name })} />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {view && (
              <CancellationCard
                orderName={order.name}
                view={view}
                stale={stale}
                forbidden={forbidden}
              />
            )}
            {needDecision.map((older) => (
              <CancellationCard
                key={older.id}
                orderName={order.name}
                view={older}
                stale={false}
                forbidden={forbidden}
              />
            ))}
            <LinesCard order={order} />
            {view && <CancellationHistory history={view.history} />}
            <EarlierCancellations
              cancellations={earlier.filter((older) => !needDecision.includes(older))}
            />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            {showsOffer && <OfferCard offer={cancel} onCancel={openPopup} />}
            <CustomerCard contact={order.contact} background={order.background} />
            <PaymentsCard payments={order.payments} />
            <LocationsCard locations={order.locations} />
            <NativeRequestsCard nativeRequests={order.background?.nativeRequests ?? []} />
            <ParcelsCard parcels={order.background?.parcels ?? []} />
            <MoreCard {...order} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      {params.has('cancel') && cancel.available && isFree && (
        <CancelPopup
          key={view?.id ?? 'first'}
          order={order}
          offer={cancel}
          known={view?.id ?? null}
          onStarted={follow}
          onClose={closePopup}
        />
      )}
      {following && view && (
        <ProgressPopup orderName={order.name} view={view} onClose={() => setFollowing(false)} />
      )}
    </Page>
  );
}

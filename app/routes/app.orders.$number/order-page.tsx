import { useRevalidator, useSearchParams } from '@remix-run/react';
import { TitleBar } from '@shopify/app-bridge-react';
import { BlockStack, InlineStack, Layout, Page } from '@shopify/polaris';
import { useState } from 'react';

import { CancellationCard } from '../../components/cancellation-card.tsx';
import { CancellationHistory } from '../../components/cancellation-history.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { FulfillmentBadge, PaymentBadge } from '../../components/status-badges.tsx';
import { useLiveCancellation } from '../../components/use-live-cancellation.ts';
import type { StaffCancellationView, StaffOrderView } from '../../presentation/staff-view.ts';
import { CancelPopup, ProgressPopup } from './cancel-popup.tsx';
import { OfferCard } from './offer-card.tsx';
import { LinesCard, LocationsCard, PaymentsCard } from './order-cards.tsx';

/** One order, its cancellation, and the popup that starts one. `?cancel=1` opens the popup at once. */
export function OrderPage({ order, cancellation, cancel }: StaffOrderView) {
  const revalidator = useRevalidator();
  const [params, setParams] = useSearchParams();
  const [started, setStarted] = useState<StaffCancellationView | null>(null);
  const [following, setFollowing] = useState(false);

  const given = started && started.id !== cancellation?.id ? started : cancellation;
  const { view, stale } = useLiveCancellation(given, () => revalidator.revalidate());

  const isFree = view === null || view.isFinal;
  // A completed cancellation says by itself why there can be no other.
  const showsOffer = isFree && (cancel.available || view?.status !== 'completed');

  const closePopup = () => setParams({}, { replace: true, preventScrollReset: true });
  const follow = (begun: StaffCancellationView | null) => {
    setStarted(begun);
    setFollowing(true);
    closePopup();
    revalidator.revalidate();
  };

  return (
    <Page
      backAction={{ content: 'Orders', url: '/app/orders' }}
      title={order.name}
      titleMetadata={
        <InlineStack gap="100">
          <PaymentBadge status={order.financialStatus} />
          <FulfillmentBadge status={order.fulfillmentStatus} />
        </InlineStack>
      }
      additionalMetadata={
        <>
          <DateTime at={order.createdAt} /> · {order.total}
        </>
      }
    >
      <TitleBar title={`Order ${order.name}`} />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {view && <CancellationCard orderName={order.name} view={view} stale={stale} />}
            <LinesCard order={order} />
            {view && <CancellationHistory history={view.history} />}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            {showsOffer && (
              <OfferCard
                offer={cancel}
                onCancel={() => setParams({ cancel: '1' }, { preventScrollReset: true })}
              />
            )}
            <PaymentsCard payments={order.payments} />
            <LocationsCard locations={order.locations} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      {params.has('cancel') && cancel.available && isFree && (
        <CancelPopup order={order} offer={cancel} onStarted={follow} onClose={closePopup} />
      )}
      {following && view && (
        <ProgressPopup orderName={order.name} view={view} onClose={() => setFollowing(false)} />
      )}
    </Page>
  );
}

import {
  Banner,
  BlockStack,
  Button,
  Card,
  InlineGrid,
  InlineStack,
  Link,
  Text,
} from '@shopify/polaris';

import { CopyingBanner } from '../../components/list/copying-banner.tsx';
import { NothingYet } from '../../components/list/nothing-yet.tsx';
import { LIST_PAUSE_MS, useFreshList } from '../../components/list/use-fresh-list.ts';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import type { HomeView } from '../../contract/list/cancellation-list-view.ts';
import { CancellationList } from './cancellation-list.tsx';

/** What needs somebody first, then what runs by itself. */
export function HomePage(home: HomeView) {
  useFreshList(LIST_PAUSE_MS);
  const { requestsWaiting, needAttention, moneyOnItsWay, latest, counts } = home;
  const listedAbove = new Set(
    [...needAttention, ...requestsWaiting, ...moneyOnItsWay].map(({ id }) => id),
  );
  const others = latest.filter(({ id }) => !listedAbove.has(id));
  return (
    <TitledPage title="Unorder">
      <BlockStack gap="400">
        {home.copying && <CopyingBanner />}
        {!home.policyEnabled && (
          <Banner tone="info" title="Customers cannot cancel their orders">
            Cancelling by customers is switched off. You can still cancel orders here.{' '}
            <Link url="/app/policy">Change this in Policy</Link>.
          </Banner>
        )}
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
          <Count
            label="Requests waiting"
            count={counts.requestsWaiting}
            {...(requestsWaiting.length > 0 && { url: '/app/requests' })}
          />
          <Count
            label="Need attention"
            count={counts.needAttention}
            {...(needAttention.length > 0 && { url: '/app/requests' })}
          />
          <Count label="Refunds in progress" count={counts.moneyOnItsWay} />
        </InlineGrid>
        {needAttention.length > 0 && (
          <CancellationList title="Cancellations that need your attention" rows={needAttention} />
        )}
        {requestsWaiting.length > 0 && (
          <CancellationList title="Requests waiting for your response" rows={requestsWaiting} />
        )}
        {moneyOnItsWay.length > 0 && (
          <CancellationList
            title="Cancelled, and the refund is not confirmed yet"
            rows={moneyOnItsWay}
          />
        )}
        {others.length > 0 && <CancellationList title="Latest cancellations" rows={others} />}
        {latest.length === 0 && (
          <NothingYet
            title="No order has been cancelled yet"
            explanation="Cancellations appear here as soon as a customer asks for one on their order page, or you cancel an order."
            actions={[
              { label: 'Find an order', url: '/app/orders' },
              { label: 'See the policy', url: '/app/policy' },
            ]}
          />
        )}
      </BlockStack>
    </TitledPage>
  );
}

interface CountProps {
  readonly label: string;
  readonly count: string;
  /** Where they are answered; none for what runs by itself, and where there are none. */
  readonly url?: string;
}

function Count({ label, count, url }: CountProps) {
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <BlockStack gap="100">
          <Text as="h2" variant="headingSm" tone="subdued">
            {label}
          </Text>
          <Text as="p" variant="headingXl" numeric>
            {count}
          </Text>
        </BlockStack>
        {url && (
          <Button url={url} accessibilityLabel={`Open: ${label}`}>
            Open
          </Button>
        )}
      </InlineStack>
    </Card>
  );
}

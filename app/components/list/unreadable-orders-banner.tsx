import { Banner, BlockStack, Link, List, Text } from '@shopify/polaris';

import type { UnreadableOrderView } from '../../contract/list/order-list-view.ts';
import { DateTime } from '../words/date-time.tsx';

/** Orders that the list lacks because they cannot be read: which, why, and what to do meanwhile. */
export function UnreadableOrdersBanner({
  orders,
}: {
  readonly orders: readonly UnreadableOrderView[];
}) {
  if (orders.length === 0) return null;
  return (
    <Banner
      tone="warning"
      title={
        orders.length === 1
          ? 'One order cannot be read and is missing here'
          : `${orders.length} orders cannot be read and are missing here`
      }
    >
      <BlockStack gap="200">
        <Text as="p">
          All other orders are complete. These are tried again every hour; until then, work on them
          in Shopify’s own order page.
        </Text>
        <List>
          {orders.map(({ number, name, reason, triedAt }) => (
            <List.Item key={number}>
              <Link url={`shopify://admin/orders/${number}`} target="_top">
                {`Order ${name}`}
              </Link>
              {`: ${reason}. Last tried `}
              <DateTime at={triedAt} />
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Banner>
  );
}

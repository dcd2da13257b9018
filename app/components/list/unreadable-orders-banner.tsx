import { Banner, BlockStack, Link, List, Text } from '@shopify/polaris';

import { useMessages } from '../messages/messages.tsx';
import type { UnreadableOrderView } from '../../contract/list/order-list-view.ts';
import { DateTime } from '../words/date-time.tsx';

/** Orders that the list lacks because they cannot be read: which, why, and what to do meanwhile. */
export function UnreadableOrdersBanner({
  orders,
}: {
  readonly orders: readonly UnreadableOrderView[];
}) {
  const { t, rich } = useMessages();
  if (orders.length === 0) return null;
  return (
    <Banner tone="warning" title={t('list.unreadable.title', { count: orders.length })}>
      <BlockStack gap="200">
        <Text as="p">{t('list.unreadable.text')}</Text>
        <List>
          {orders.map(({ number, name, reason, triedAt }) => (
            <List.Item key={number}>
              {rich('list.unreadable.order', {
                order: (
                  <Link url={`shopify://admin/orders/${number}`} target="_top">
                    {t('orderNamed', { order: name })}
                  </Link>
                ),
                reason,
                date: <DateTime at={triedAt} />,
              })}
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Banner>
  );
}

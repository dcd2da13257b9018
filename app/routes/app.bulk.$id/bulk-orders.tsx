import { Badge, BlockStack, Box, Button, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { type ReactNode, useState } from 'react';

import { useMessages } from '../../components/messages/messages.tsx';
import type { BulkOrderView, BulkView } from '../../contract/bulk/bulk-view.ts';

const SHOWN_AT_FIRST = 50;

/** Each order of a bulk, those that something stands against first. */
export function BulkOrders({
  bulk,
  isBefore,
}: {
  readonly bulk: BulkView;
  /** Nothing is confirmed yet. */
  readonly isBefore: boolean;
}) {
  const { t } = useMessages();
  const [isWhole, setWhole] = useState(false);
  const isRefunding = bulk.issueRefund !== false;
  const against = (order: BulkOrderView) =>
    isRefunding ? order.against : order.againstWithoutRefund;
  const refused = bulk.orders.filter((order) => against(order).length > 0);
  const others = bulk.orders.filter((order) => against(order).length === 0);
  const shown = isWhole ? others : others.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      {refused.length > 0 && (
        <Section title={t('bulk.cannot', { count: refused.length })}>
          {refused.map((order) => (
            <Row key={order.number} order={order} amount={null}>
              {against(order).map((text) => (
                <Text as="p" key={text}>
                  {text}
                </Text>
              ))}
            </Row>
          ))}
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t(isBefore ? 'bulk.planned' : 'bulk.orders', { count: others.length })}>
          {shown.map((order) => (
            <Row
              key={order.number}
              order={order}
              amount={isRefunding ? order.withRefund : order.withoutRefund}
            />
          ))}
          {shown.length < others.length && (
            <Box padding="300">
              <Button variant="plain" onClick={() => setWhole(true)}>
                {t('bulk.showAll', { count: others.length })}
              </Button>
            </Box>
          )}
        </Section>
      )}
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="200">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
      </Box>
      {children}
    </Card>
  );
}

function Row({
  order,
  amount,
  children,
}: {
  readonly order: BulkOrderView;
  readonly amount: string | null;
  readonly children?: ReactNode;
}) {
  const { tone, statusLabel } = order.state;
  return (
    <Box paddingInline="400" paddingBlock="200" borderBlockStartWidth="025" borderColor="border">
      <BlockStack gap="100">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Link url={`/app/orders/${order.number}`}>{order.name}</Link>
            <Badge {...(tone === null ? {} : { tone })}>{statusLabel}</Badge>
          </InlineStack>
          {amount !== null && (
            <Text as="span" numeric>
              {amount}
            </Text>
          )}
        </InlineStack>
        {children}
      </BlockStack>
    </Box>
  );
}

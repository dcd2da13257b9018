import {
  Badge,
  BlockStack,
  Box,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from '@shopify/polaris';
import type { ReactNode } from 'react';

import { DateTime } from '../../components/list/date-time.tsx';
import {
  CancellationBadge,
  FulfillmentBadge,
  OrderStateBadge,
  PaymentBadge,
} from '../../components/list/status-badges.tsx';
import type { OrderListView, OrderRow } from '../../presentation/list/order-list-view.ts';
import { OrderRowMenu } from './order-row-menu.tsx';

interface Props {
  readonly list: OrderListView;
  readonly onTurnTo: (page: number) => void;
  readonly emptyState: ReactNode;
}

export function OrderTable({ list, onTurnTo, emptyState }: Props) {
  const { smDown } = useBreakpoints();
  const { page, pageCount, total } = list;
  return (
    <IndexTable
      resourceName={{ singular: 'order', plural: 'orders' }}
      itemCount={list.orders.length}
      selectable={false}
      condensed={smDown}
      emptyState={emptyState}
      headings={[
        { title: 'Order' },
        { title: 'Date' },
        { title: 'Customer' },
        { title: 'Status' },
        { title: 'Payment' },
        { title: 'Fulfillment' },
        { title: 'Cancellation' },
        { title: 'Total', alignment: 'end' },
        { title: 'Actions', hidden: true },
      ]}
      {...(pageCount > 1
        ? {
            pagination: {
              hasPrevious: page > 1,
              onPrevious: () => onTurnTo(page - 1),
              hasNext: page < pageCount,
              onNext: () => onTurnTo(page + 1),
              label: `Page ${page} of ${pageCount}, ${total} orders`,
            },
          }
        : {})}
    >
      {list.orders.map((order, index) =>
        smDown ? (
          <NarrowRow key={order.number} order={order} position={index} />
        ) : (
          <WideRow key={order.number} order={order} position={index} />
        ),
      )}
    </IndexTable>
  );
}

interface RowProps {
  readonly order: OrderRow;
  readonly position: number;
}

function WideRow({ order, position }: RowProps) {
  return (
    <IndexTable.Row id={order.number} position={position}>
      <IndexTable.Cell>
        <OrderLink order={order} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <DateTime at={order.createdAt} />
      </IndexTable.Cell>
      <IndexTable.Cell>{customerOf(order)}</IndexTable.Cell>
      <IndexTable.Cell>
        <OrderStateBadge {...order.state} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <PaymentBadge status={order.financialStatus} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <FulfillmentBadge status={order.fulfillmentStatus} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <CancellationState order={order} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="p" alignment="end" numeric>
          {order.total}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <OrderRowMenu order={order} />
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

function NarrowRow({ order, position }: RowProps) {
  return (
    <IndexTable.Row id={order.number} position={position}>
      <Box padding="300" width="100%">
        <InlineStack align="space-between" blockAlign="start" wrap={false} gap="200">
          <BlockStack gap="100">
            <InlineStack gap="200" blockAlign="center" align="start">
              <OrderLink order={order} />
              <Text as="span" numeric>
                {order.total}
              </Text>
            </InlineStack>
            <Text as="p" variant="bodySm" tone="subdued">
              {customerOf(order)} · <DateTime at={order.createdAt} />
            </Text>
            <InlineStack gap="100" align="start">
              <OrderStateBadge {...order.state} />
              <PaymentBadge status={order.financialStatus} />
              <FulfillmentBadge status={order.fulfillmentStatus} />
              <CancellationState order={order} />
            </InlineStack>
          </BlockStack>
          <OrderRowMenu order={order} />
        </InlineStack>
      </Box>
    </IndexTable.Row>
  );
}

function OrderLink({ order }: { readonly order: OrderRow }) {
  return (
    <Link url={`/app/orders/${order.number}`} dataPrimaryLink monochrome removeUnderline>
      <Text as="span" fontWeight="semibold">
        {order.name}
      </Text>
    </Link>
  );
}

function CancellationState({ order }: { readonly order: OrderRow }) {
  if (order.cancellation) return <CancellationBadge {...order.cancellation} />;
  return order.cancelled ? <Badge>Cancelled elsewhere</Badge> : null;
}

const customerOf = (order: OrderRow): string => order.customerName ?? order.email ?? 'No customer';

import { Badge, BlockStack, InlineStack, Link, Text } from '@shopify/polaris';

import { DateTime } from '../../components/words/date-time.tsx';
import { type ListColumn, ListTable } from '../../components/list/list-table.tsx';
import {
  CancellationBadge,
  FulfillmentBadge,
  OrderStateBadge,
  PaymentBadge,
} from '../../components/words/status-badges.tsx';
import type { OrderSort } from '../../application/order/order-search.ts';
import { ORDER_STATES } from '../../domain/order/order-state.ts';
import { ORDER_LIST } from '../../presentation/list/order-list-query.ts';
import type { OrderListView, OrderRow } from '../../contract/list/order-list-view.ts';
import { ORDER_STATE_WORDS } from '../../presentation/staff/order-state-words.ts';
import { NoOrders } from './no-orders.tsx';
import { OrderRowMenu } from './order-row-menu.tsx';

export function OrderTable({ list }: { readonly list: OrderListView }) {
  return (
    <ListTable
      resourceName={{ singular: 'order', plural: 'orders' }}
      spec={ORDER_LIST}
      query={list.query}
      paging={list}
      rows={list.orders}
      idOf={(order) => order.number}
      columns={COLUMNS}
      narrowRow={(order) => <NarrowRow order={order} />}
      placeholder="Order number, customer name or email"
      filters={[
        {
          name: 'status',
          label: 'Status',
          choices: ORDER_STATES.map((value) => ({ value, label: ORDER_STATE_WORDS[value].label })),
        },
      ]}
      empty={<NoOrders list={list} />}
      end="Shopify shows apps the orders of the last 60 days."
    />
  );
}

const COLUMNS: readonly ListColumn<OrderRow, OrderSort>[] = [
  { title: 'Order', sort: 'number', cell: (order) => <OrderLink order={order} /> },
  { title: 'Date', sort: 'date', cell: (order) => <DateTime at={order.createdAt} /> },
  { title: 'Customer', cell: customerOf },
  { title: 'Status', cell: (order) => <OrderStateBadge {...order.state} /> },
  { title: 'Payment', cell: (order) => <PaymentBadge status={order.financialStatus} /> },
  { title: 'Fulfillment', cell: (order) => <FulfillmentBadge status={order.fulfillmentStatus} /> },
  { title: 'Cancellation', cell: (order) => <CancellationState order={order} /> },
  {
    title: 'Total',
    sort: 'total',
    alignment: 'end',
    cell: (order) => (
      <Text as="p" alignment="end" numeric>
        {order.total}
      </Text>
    ),
  },
  { title: 'Actions', isTitleHidden: true, cell: (order) => <OrderRowMenu order={order} /> },
];

function NarrowRow({ order }: { readonly order: OrderRow }) {
  return (
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

function customerOf(order: OrderRow): string {
  return order.customerName ?? order.email ?? 'No customer';
}

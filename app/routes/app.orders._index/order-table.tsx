import { Badge, BlockStack, Box, InlineStack, Link, Text, useBreakpoints } from '@shopify/polaris';

import { useMessages } from '../../components/messages/messages.tsx';
import type { Messages } from '../../messages/message-types.ts';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { DateTime } from '../../components/words/date-time.tsx';
import { type ListColumn, ListTable } from '../../components/list/list-table.tsx';
import {
  CancellationBadge,
  FulfillmentBadge,
  OrderStateBadge,
  PaymentBadge,
} from '../../components/words/status-badges.tsx';
import { ORDER_LIST, type OrderSort } from '../../application/order/order-search.ts';
import type { OrderRow, OrdersPageView } from '../../contract/list/order-list-view.ts';
import { NoOrders } from './no-orders.tsx';
import { orderFiltersIn } from './order-filters.tsx';
import { NarrowSelectableRow, NarrowSelectionBar } from './narrow-selection.tsx';
import { OrderRowMenu } from './order-row-menu.tsx';
import { OrderTabs } from './order-tabs.tsx';
import { useOrderSelection } from './use-order-selection.ts';

export function OrderTable({ list }: { readonly list: OrdersPageView }) {
  const messages = useMessages();
  const { t } = messages;
  const { selection, refusals, narrow } = useOrderSelection(list);
  const { smDown } = useBreakpoints();
  return (
    <BlockStack gap="400">
      <RefusalBanner refusals={refusals} />
      <ListTable
        resourceName={{ singular: t('orders.resource.one'), plural: t('orders.resource.many') }}
        spec={ORDER_LIST}
        query={list.query}
        paging={list}
        rows={list.orders}
        idOf={(order) => order.number}
        columns={columnsIn(messages, list.forbidden)}
        narrowRow={(order) => (
          <NarrowSelectableRow {...{ order, narrow }}>
            <NarrowRow order={order} forbidden={list.forbidden} />
          </NarrowSelectableRow>
        )}
        selection={selection}
        tabs={
          <>
            <BulksUnderWay bulks={list.bulks} />
            <OrderTabs query={list.query} views={list.views} />
            {smDown && <NarrowSelectionBar narrow={narrow} />}
          </>
        }
        placeholder={t('orders.search')}
        filters={orderFiltersIn(messages, list.choices)}
        empty={<NoOrders list={list} />}
        end={t('orders.end')}
        {...(list.searched === 'all' ? {} : { notice: t(`orders.${list.searched}`) })}
      />
    </BlockStack>
  );
}

/** The way back to what somebody has begun and closed. */
function BulksUnderWay({ bulks }: Pick<OrdersPageView, 'bulks'>) {
  const { t } = useMessages();
  if (bulks.length === 0) return null;
  return (
    <Box padding="300" borderBlockEndWidth="025" borderColor="border">
      <BlockStack gap="100">
        {bulks.map(({ id, number, state }) => (
          <InlineStack key={id} gap="200" blockAlign="center">
            <Link url={`/app/bulk/${id}`}>{t('bulk.title', { number: String(number) })}</Link>
            <Badge>{state}</Badge>
          </InlineStack>
        ))}
      </BlockStack>
    </Box>
  );
}

const columnsIn = (
  messages: Messages<'staff'>,
  forbidden: string | null,
): readonly ListColumn<OrderRow, OrderSort>[] => [
  {
    title: messages.t('orders.column.order'),
    sort: 'number',
    cell: (order) => (
      <InlineStack gap="200" blockAlign="center" align="start" wrap={false}>
        <OrderLink order={order} />
        <RiskBadge order={order} />
      </InlineStack>
    ),
  },
  {
    title: messages.t('orders.column.date'),
    sort: 'date',
    cell: (order) => <DateTime at={order.createdAt} />,
  },
  { title: messages.t('orders.column.customer'), cell: (order) => customerOf(order, messages) },
  {
    title: messages.t('orders.column.status'),
    cell: (order) => <OrderStateBadge {...order.state} />,
  },
  {
    title: messages.t('orders.column.payment'),
    cell: (order) => <PaymentBadge status={order.financialStatus} />,
  },
  {
    title: messages.t('orders.column.fulfillment'),
    cell: (order) => <FulfillmentBadge status={order.fulfillmentStatus} />,
  },
  {
    title: messages.t('orders.column.cancellation'),
    cell: (order) => <CancellationState order={order} />,
  },
  {
    title: messages.t('orders.column.total'),
    sort: 'total',
    alignment: 'end',
    cell: (order) => (
      <Text as="p" alignment="end" numeric>
        {order.total}
      </Text>
    ),
  },
  {
    title: messages.t('orders.column.actions'),
    isTitleHidden: true,
    cell: (order) => <OrderRowMenu {...{ order, forbidden }} />,
  },
];

function RiskBadge({ order: { risk } }: { readonly order: OrderRow }) {
  return risk && <CancellationBadge {...risk} />;
}

function NarrowRow({
  order,
  forbidden,
}: {
  readonly order: OrderRow;
  readonly forbidden: string | null;
}) {
  const messages = useMessages();
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
          {messages.rich('orders.customerAndDate', {
            customer: customerOf(order, messages),
            date: <DateTime at={order.createdAt} />,
          })}
        </Text>
        <InlineStack gap="100" align="start">
          <OrderStateBadge {...order.state} />
          <PaymentBadge status={order.financialStatus} />
          <FulfillmentBadge status={order.fulfillmentStatus} />
          <CancellationState order={order} />
          <RiskBadge order={order} />
        </InlineStack>
      </BlockStack>
      <OrderRowMenu {...{ order, forbidden }} />
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
  const { t } = useMessages();
  if (order.cancellation) return <CancellationBadge {...order.cancellation} />;
  return order.cancelled ? <Badge>{t('orders.cancelledElsewhere')}</Badge> : null;
}

function customerOf(order: OrderRow, { t }: Messages<'staff'>): string {
  return order.customerName ?? order.email ?? t('orders.noCustomer');
}

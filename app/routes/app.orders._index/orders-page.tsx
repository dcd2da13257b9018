import { useNavigation, useSearchParams } from '@remix-run/react';
import { BlockStack, Card, EmptySearchResult, Filters } from '@shopify/polaris';
import { useEffect, useState } from 'react';

import { CopyingBanner } from '../../components/copying-banner.tsx';
import { TitledPage } from '../../components/titled-page.tsx';
import { UnreadableOrdersBanner } from '../../components/unreadable-orders-banner.tsx';
import type { OrderListView } from '../../presentation/order-list-view.ts';
import { orderParams } from './order-query.ts';
import { OrderTable } from './order-table.tsx';

/** Typing is followed after this pause. */
const SEARCH_PAUSE_MS = 300;

/** All orders, found by number, customer name or e-mail. */
export function OrdersPage(list: OrderListView) {
  const [, setParams] = useSearchParams();
  const navigation = useNavigation();
  const [text, setText] = useState(list.query);

  useEffect(() => {
    if (text.trim() === list.query) return;
    const timer = setTimeout(
      () => setParams(orderParams({ text: text.trim(), page: 1 }), { replace: true }),
      SEARCH_PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [text, list.query, setParams]);

  const turnTo = (page: number) => setParams(orderParams({ text: list.query, page }));

  return (
    <TitledPage title="Orders" fullWidth>
      <BlockStack gap="400">
        {list.copying ? <CopyingBanner /> : <UnreadableOrdersBanner orders={list.unreadable} />}
        <Card padding="0">
          <Filters
            filters={[]}
            hideFilters
            queryValue={text}
            queryPlaceholder="Order number, customer name or e-mail"
            onQueryChange={setText}
            onQueryClear={() => setText('')}
            onClearAll={() => setText('')}
            loading={navigation.state === 'loading'}
          />
          <OrderTable list={list} onTurnTo={turnTo} emptyState={<NoOrders list={list} />} />
        </Card>
      </BlockStack>
    </TitledPage>
  );
}

function NoOrders({ list: { query, copying } }: { readonly list: OrderListView }) {
  if (query !== '') {
    return (
      <EmptySearchResult
        title={`No order matches “${query}”`}
        description="Search for an order number, with or without #, or for a customer’s name or e-mail address."
        withIllustration
      />
    );
  }
  return (
    <EmptySearchResult
      title={copying ? 'Your orders are on their way' : 'There are no orders yet'}
      description={
        copying
          ? 'They appear here as they are copied from Shopify.'
          : 'Orders appear here as soon as they are placed. Shopify shows apps the orders of the last 60 days.'
      }
    />
  );
}

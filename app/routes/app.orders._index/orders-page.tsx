import { useNavigation, useSearchParams } from '@remix-run/react';
import { BlockStack, Card, ChoiceList, EmptySearchResult, Filters } from '@shopify/polaris';
import { useEffect, useState } from 'react';

import { CopyingBanner } from '../../components/list/copying-banner.tsx';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import { EMPTY_PAUSE_MS, useFreshList } from '../../components/list/use-fresh-list.ts';
import { UnreadableOrdersBanner } from '../../components/list/unreadable-orders-banner.tsx';
import { ORDER_STATES, type OrderState } from '../../domain/order/order-state.ts';
import type { OrderListView } from '../../presentation/list/order-list-view.ts';
import { ORDER_STATE_WORDS } from '../../presentation/staff/order-state-words.ts';
import { orderParams } from './order-query.ts';
import { OrderTable } from './order-table.tsx';

/** Typing is followed after this pause. */
const SEARCH_PAUSE_MS = 300;

/** All orders, found by number, customer name or e-mail. */
export function OrdersPage(list: OrderListView) {
  const [, setParams] = useSearchParams();
  const navigation = useNavigation();
  const [text, setText] = useState(list.query);
  // An order that has just been placed is found as soon as Shopify has told of it.
  useFreshList(list.orders.length === 0 ? EMPTY_PAUSE_MS : null);

  useEffect(() => {
    if (text.trim() === list.query) return;
    const timer = setTimeout(
      () =>
        setParams(orderParams({ text: text.trim(), page: 1, ...only(list.state) }), {
          replace: true,
        }),
      SEARCH_PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [text, list.query, list.state, setParams]);

  const turnTo = (page: number) =>
    setParams(orderParams({ text: list.query, page, ...only(list.state) }));
  const filterBy = (state: OrderState | null) =>
    setParams(orderParams({ text: list.query, page: 1, ...only(state) }));
  const { state } = list;

  return (
    <TitledPage title="Orders" fullWidth>
      <BlockStack gap="400">
        {list.copying ? <CopyingBanner /> : <UnreadableOrdersBanner orders={list.unreadable} />}
        <Card padding="0">
          <Filters
            filters={[
              {
                key: 'status',
                label: 'Status',
                pinned: true,
                hideClearButton: true,
                filter: (
                  <ChoiceList
                    title="Status"
                    titleHidden
                    choices={ORDER_STATES.map((value) => ({
                      value,
                      label: ORDER_STATE_WORDS[value].label,
                    }))}
                    selected={state === null ? [] : [state]}
                    onChange={([chosen]) =>
                      filterBy(ORDER_STATES.find((known) => known === chosen) ?? null)
                    }
                  />
                ),
              },
            ]}
            appliedFilters={
              state === null
                ? []
                : [
                    {
                      key: 'status',
                      label: `Status: ${ORDER_STATE_WORDS[state].label}`,
                      onRemove: () => filterBy(null),
                    },
                  ]
            }
            queryValue={text}
            queryPlaceholder="Order number, customer name or email"
            onQueryChange={setText}
            onQueryClear={() => setText('')}
            onClearAll={() => {
              setText('');
              filterBy(null);
            }}
            loading={navigation.state === 'loading'}
          />
          <OrderTable list={list} onTurnTo={turnTo} emptyState={<NoOrders list={list} />} />
        </Card>
      </BlockStack>
    </TitledPage>
  );
}

/** As part of a query: nothing for all. */
const only = (state: OrderState | null) => (state === null ? {} : { state });

function NoOrders({ list: { query, state, copying } }: { readonly list: OrderListView }) {
  if (query !== '') {
    return (
      <EmptySearchResult
        title={`No order matches “${query}”`}
        description="Search for an order number, with or without #, or for a customer’s name or email address."
        withIllustration
      />
    );
  }
  if (state !== null) {
    return (
      <EmptySearchResult
        title={`No order is ${ORDER_STATE_WORDS[state].label.toLowerCase()}`}
        description="Remove the filter to see all orders."
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

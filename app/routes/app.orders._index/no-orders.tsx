import { EmptySearchResult } from '@shopify/polaris';

import { stateOf } from '../../presentation/list/order-list-query.ts';
import type { OrderListView } from '../../contract/list/order-list-view.ts';
import { ORDER_STATE_WORDS } from '../../presentation/staff/order-state-words.ts';

/** Why no order is listed. */
export function NoOrders({ list: { query, copying } }: { readonly list: OrderListView }) {
  const state = stateOf(query);
  if (query.text !== '') {
    return (
      <EmptySearchResult
        title={`No order matches “${query.text}”`}
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

import type { OrderRow } from '../../contract/list/order-list-view.ts';

interface RowAction {
  readonly content: string;
  readonly url: string;
  readonly destructive?: boolean;
}

/** What can be done with one order of the list. */
export function actionsFor(order: Pick<OrderRow, 'number' | 'cancelled'>): readonly RowAction[] {
  const page = `/app/orders/${order.number}`;
  const view = { content: 'View', url: page };
  return order.cancelled
    ? [view]
    : [view, { content: 'Cancel order', url: `${page}?cancel=1`, destructive: true }];
}

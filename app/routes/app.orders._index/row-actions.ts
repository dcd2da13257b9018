import type { Messages } from '../../messages/message-types.ts';
import type { OrderRow } from '../../contract/list/order-list-view.ts';

interface RowAction {
  readonly content: string;
  readonly url: string;
  readonly destructive?: boolean;
}

/** What can be done with one order of the list. */
export function actionsFor(
  order: Pick<OrderRow, 'number' | 'cancelled'>,
  { t }: Messages<'staff'>,
): readonly RowAction[] {
  const page = `/app/orders/${order.number}`;
  const view = { content: t('orders.view'), url: page };
  return order.cancelled
    ? [view]
    : [view, { content: t('orders.cancel'), url: `${page}?cancel=1`, destructive: true }];
}

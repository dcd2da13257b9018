import type { Messages } from '../../messages/message-types.ts';
import type { OrderRow } from '../../contract/list/order-list-view.ts';

interface RowAction {
  readonly content: string;
  readonly url: string;
  readonly destructive?: boolean;
  readonly disabled?: boolean;
  /** Why it cannot be done. */
  readonly helpText?: string;
  /** Outside the app: the admin shows it in the app's place. */
  readonly target?: '_top';
}

/**
 * What can be done with one order of the list, and why something cannot.
 *
 * @param forbidden why this staff member may cancel nothing; null when they may
 */
export function actionsFor(
  order: Pick<OrderRow, 'number' | 'whyNot'>,
  forbidden: string | null,
  { t }: Messages<'staff'>,
): readonly RowAction[] {
  const page = `/app/orders/${order.number}`;
  const against = order.whyNot ?? forbidden;
  const cancel = { content: t('orders.cancel'), url: `${page}?cancel=1`, destructive: true };
  return [
    { content: t('orders.view'), url: page },
    against === null ? cancel : { ...cancel, disabled: true, helpText: against },
    {
      content: t('orders.openInShopify'),
      url: `shopify://admin/orders/${order.number}`,
      target: '_top',
    },
  ];
}

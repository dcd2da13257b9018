/** `orderDelete`: takes an order away for good. */
import type { Context } from '../../../context.ts';
import { gid } from '../../../../world/gid.ts';
import { readId } from '../../../inputs/ids.ts';
import { visibleOrder } from '../../sources.ts';

/**
 * Cancelled orders, archived ones, test orders and orders that were never paid by a gateway can be deleted; the words
 * of the refusal are our own.
 * Source: https://help.shopify.com/manual/orders/cancel-delete-order#delete-an-order
 */
export function orderDelete(
  _root: null,
  { orderId }: { readonly orderId: string },
  context: Context,
): object {
  const { kernel, shop, actor } = context;
  const order = visibleOrder(context, readId('Order', orderId));
  if (order === null) return refused('NOT_FOUND', 'Order does not exist');
  if (order.cancelledAt === null && order.closedAt === null && !order.test) {
    return refused('INVALID', 'Order cannot be deleted');
  }
  shop.orders.delete(order.id);
  kernel.ledger.append({
    kind: 'order.deleted',
    shop: shop.domain,
    orderId: order.id,
    actor,
  });
  kernel.events.emit(shop, 'orders/delete', order.id, () => ({ id: order.id }));
  return { deletedId: gid('Order', order.id), userErrors: [] };
}

const refused = (code: string, message: string): object => ({
  deletedId: null,
  userErrors: [{ code, field: ['orderId'], message }],
});

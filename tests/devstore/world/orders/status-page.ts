import type { Order, Shop } from '../model.ts';

/** The order status page's address, as the confirmation mail and the API give it. */
export function statusPageUrl(shop: Shop, order: Order): string {
  return `https://${shop.domain}/${shop.id}/orders/${order.statusPageKey}/authenticate?key=${order.statusPageKey}`;
}

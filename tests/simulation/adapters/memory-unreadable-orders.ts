import type { SetAsideOrder, UnreadableOrders } from '../../../app/application/order/ports.ts';
import type { OrderId, ShopDomain } from '../../../app/domain/ids.ts';

/** Orders that were set aside, kept in memory. */
export function createMemoryUnreadableOrders(): UnreadableOrders {
  const shops = new Map<ShopDomain, Map<OrderId, SetAsideOrder>>();
  const ofShop = (shop: ShopDomain): Map<OrderId, SetAsideOrder> => {
    const known = shops.get(shop) ?? new Map<OrderId, SetAsideOrder>();
    shops.set(shop, known);
    return known;
  };
  return {
    setAside: async (shop, orders, at) => {
      for (const order of orders) {
        const foundAt = ofShop(shop).get(order.id)?.foundAt ?? at;
        ofShop(shop).set(order.id, { ...order, foundAt, triedAt: at });
      }
    },
    takeBack: async (shop, ids) => ids.forEach((id) => ofShop(shop).delete(id)),
    list: async (shop, limit) =>
      [...ofShop(shop).values()].sort((a, b) => a.triedAt - b.triedAt).slice(0, limit),
  };
}

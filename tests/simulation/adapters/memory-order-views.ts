import type { OrderView, OrderViews } from '../../../app/application/order/order-views.ts';

/** Views of the order list, as the database keeps them. */
export function createMemoryOrderViews(): OrderViews {
  const kept = new Map<string, OrderView>();
  const keyOf = (shop: string, id: string) => `${shop} ${id}`;
  const theirs = (shop: string, staffId: string, id: string): OrderView | null => {
    const view = kept.get(keyOf(shop, id));
    return view && (view.staffId === null || view.staffId === staffId) ? view : null;
  };
  return {
    list: async (shop, staffId) =>
      [...kept]
        .filter(([key, view]) => key.startsWith(`${shop} `) && theirs(shop, staffId, view.id))
        .map(([, view]) => ({ ...view }))
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
    add: async (shop, view) => void kept.set(keyOf(shop, view.id), { ...view }),
    async change(shop, staffId, id, change) {
      const view = theirs(shop, staffId, id);
      if (view) kept.set(keyOf(shop, id), { ...view, ...change });
      return view !== null;
    },
    remove: async (shop, staffId, id) =>
      theirs(shop, staffId, id) !== null && kept.delete(keyOf(shop, id)),
  };
}

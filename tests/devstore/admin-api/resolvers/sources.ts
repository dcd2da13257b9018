/** Wraps parts of an order as the sources their resolvers expect. */
import type { Context, Sources } from '../context.ts';
import type {
  Fulfillment,
  FulfillmentOrder,
  LineItem,
  Order,
  Refund,
  Shop,
  Transaction,
} from '../../world/model.ts';
import { reach } from '../scopes.ts';

export const lineSource = (order: Order, line: LineItem): Sources['LineItem'] => ({
  kind: 'LineItem',
  order,
  line,
});

export const transactionSource = (
  order: Order,
  transaction: Transaction,
): Sources['OrderTransaction'] => ({ kind: 'OrderTransaction', order, transaction });

export const refundSource = (order: Order, refund: Refund): Sources['Refund'] => ({
  kind: 'Refund',
  order,
  refund,
});

export const workSource = (order: Order, work: FulfillmentOrder): Sources['FulfillmentOrder'] => ({
  kind: 'FulfillmentOrder',
  order,
  work,
});

export const fulfillmentSource = (
  order: Order,
  fulfillment: Fulfillment,
): Sources['Fulfillment'] => ({ kind: 'Fulfillment', order, fulfillment });

/** The platform shows 60 days of orders; older ones need `read_all_orders`. */
const RECENT_MS = 60 * 24 * 3600 * 1000;

export function visibleOrder(context: Context, id: number): Order | null {
  const order = context.shop.orders.get(id);
  return order !== undefined && isVisible(context, order) ? order : null;
}

export function visibleOrders(context: Context): Order[] {
  return [...context.shop.orders.values()].filter((order) => isVisible(context, order));
}

function isVisible(context: Context, order: Order): boolean {
  return (
    order.createdAt > context.kernel.now() - RECENT_MS || context.scopes.includes('read_all_orders')
  );
}

/** Finds an order's part by its id, over all orders the app may see. */
export function findInOrders<T>(
  context: Context,
  pick: (order: Order) => T | undefined,
): { readonly order: Order; readonly part: T } | null {
  for (const order of visibleOrders(context)) {
    const part = pick(order);
    if (part !== undefined) return { order, part };
  }
  return null;
}

/** Which fulfillment orders an app sees depends on who manages their location. */
export function visibleWork(context: Context, order: Order): FulfillmentOrder[] {
  const granted = reach(context.scopes);
  return order.fulfillmentOrders.filter((work) =>
    work.fulfillmentServiceHandle === null
      ? granted.has('read_merchant_managed_fulfillment_orders')
      : granted.has('read_third_party_fulfillment_orders') ||
        granted.has('read_assigned_fulfillment_orders'),
  );
}

export function findWork(
  context: Context,
  id: number,
): { readonly order: Order; readonly part: FulfillmentOrder } | null {
  return findInOrders(context, (order) =>
    order.fulfillmentOrders.some((work) => work.id === id)
      ? visibleWork(context, order).find((work) => work.id === id)
      : undefined,
  );
}

export function imageOf(url: string | null, altText: string): object | null {
  return url === null
    ? null
    : { url, src: url, originalSrc: url, altText, width: 600, height: 600, id: null };
}

export function locationOf(shop: Shop, id: number | null): Sources['Location'] | null {
  return id === null ? null : (shop.locations.get(id) ?? null);
}

import type { OrderFacts } from '../../domain/order/facts.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { CancellationStore } from '../cancellation/ports.ts';
import type { Platform } from '../shared/platform.ts';
import type { OrderDetails } from './ports.ts';

/** What staff look at beside an order, from the platform and from the app's own story. */
export interface OrderBackground {
  /** Null where the platform does not say: the page works without it. */
  readonly details: OrderDetails | null;
  /** How many other orders of its customer have a cancellation. */
  readonly otherOrdersCancelled: number;
}

/** Reads what no decision needs; what cannot be read is left out, for it may never stand in the way of one. */
export async function readOrderBackground(
  deps: { readonly platform: Platform; readonly store: CancellationStore },
  shop: ShopDomain,
  { id, customerId }: OrderFacts,
): Promise<OrderBackground> {
  const [details, otherOrdersCancelled] = await Promise.all([
    deps.platform.readOrderDetails(shop, id),
    customerId ? deps.store.countOtherOrdersOf(shop, { orderId: id, customerId }) : 0,
  ]);
  return { details: details.ok ? details.value : null, otherOrdersCancelled };
}

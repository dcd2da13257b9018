import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { DAY, type EpochMs } from '../../domain/time.ts';
import type { OrderMirror, OrderSnapshot } from './ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { Shopper } from './shopper.ts';

/** Who is told why an order is not shown. */
export type OrderViewer = Shopper | { readonly kind: 'staff' };

/** How far back Shopify shows orders to apps without `read_all_orders`. */
const DAYS_SHOWN = 60;

/** Whether the platform does not show an order to the app any more although it may exist. */
export const isTooOldToBeShown = ({ createdAt }: OrderSnapshot, now: EpochMs): boolean =>
  now - createdAt > DAYS_SHOWN * DAY;

/**
 * Why the platform does not show an order: too old for this app, or unknown. Only somebody whose order it is,
 * as far as the app remembers, learns the difference.
 *
 * @see https://shopify.dev/docs/api/usage/access-scopes#orders-permissions
 */
export async function whyNotShown(
  deps: { readonly clock: Clock; readonly orders: OrderMirror },
  shop: ShopDomain,
  viewer: OrderViewer,
  orderId: OrderId,
): Promise<Refusal> {
  const known = await deps.orders.get(shop, orderId);
  const tooOld = known !== null && isTooOldToBeShown(known, deps.clock.now());
  const theirs = viewer.kind !== 'customer' || known?.customerId === viewer.customerId;
  return tooOld && theirs ? { code: 'older_than_orders_shown' } : { code: 'order_not_found' };
}

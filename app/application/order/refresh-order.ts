import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import { SECOND } from '../../domain/time.ts';
import type { OrderMirror } from './ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { Platform, PlatformError } from '../shared/platform.ts';
import type { Queue } from '../shared/queue.ts';

export interface RefreshDeps {
  readonly platform: Platform;
  readonly orders: OrderMirror;
}

/** Orders that cannot be read now; the queue tries them again later. */
class OrdersNotRefreshed extends Error {
  readonly retryAfter: number | null;

  constructor(error: PlatformError) {
    super(`Orders could not be read anew: ${error.kind}`);
    this.name = 'OrdersNotRefreshed';
    this.retryAfter = error.retryAfter;
  }
}

/** Reads orders (250 at most) and puts them into the app's copy: what webhooks leave in doubt, a read settles. */
export async function refreshOrders(
  { platform, orders }: RefreshDeps,
  shop: ShopDomain,
  orderIds: readonly OrderId[],
): Promise<void> {
  const read = await platform.readSnapshots(shop, orderIds);
  if (!read.ok) throw new OrdersNotRefreshed(read.error);
  // One that cannot be read is set aside by the reconciliation that meets it.
  await orders.upsert(shop, read.value.orders);
}

/** Within this the news of one change come; they lead to one read. */
const NEWS_COME_TOGETHER = 2 * SECOND;

/** Has an order read anew, once for all that asks for it within seconds. */
export function enqueueRefresh(
  { queue, clock }: { readonly queue: Queue; readonly clock: Clock },
  shop: ShopDomain,
  orderId: OrderId,
): Promise<void> {
  return queue.enqueue({
    job: { name: 'refresh-order', shop, orderId },
    at: clock.now() + NEWS_COME_TOGETHER,
    oncePer: NEWS_COME_TOGETHER,
  });
}

import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { type CancellationRecord, readAll } from '../cancellation/cancellation-record.ts';
import type { CancellationStore } from '../cancellation/ports.ts';
import type { OrderMirror } from './ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { Platform } from '../shared/platform.ts';
import { type OrderViewer, whyNotShown } from './why-not-shown.ts';
import { whyUnread } from './why-unread.ts';

/**
 * An order with every cancellation of it (newest first), or what its viewer is told instead. Whether the order is
 * theirs is for the caller to say.
 *
 * @param purpose what is only shown may be some minutes old; what anything is decided on is read now
 */
export async function readOrderFor(
  deps: {
    readonly clock: Clock;
    readonly platform: Platform;
    readonly store: CancellationStore;
    readonly orders: OrderMirror;
  },
  shop: ShopDomain,
  viewer: OrderViewer,
  orderId: OrderId,
  purpose: 'decide' | 'show',
): Promise<
  Result<
    { readonly order: OrderFacts; readonly records: readonly CancellationRecord[] },
    readonly Refusal[]
  >
> {
  const records = await readAll(deps.store, shop, orderId);
  // What the app itself has done to the order since shows at once, whoever reports it or not.
  const since = Math.max(0, ...records.flatMap(({ events }) => events.map(({ at }) => at)));
  const how = purpose === 'show' ? { toShow: { since } } : {};
  const read = await deps.platform.readOrder(shop, orderId, how);
  if (!read.ok) return err([whyUnread(read.error)]);
  return read.value
    ? ok({ order: read.value, records })
    : err([await whyNotShown(deps, shop, viewer, orderId)]);
}

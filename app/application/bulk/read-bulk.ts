import { type Bulk, type BulkOrder, isBulkLive } from '../../domain/bulk/bulk.ts';
import type { CancellationStatus } from '../../domain/cancellation/state.ts';
import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import { MINUTE } from '../../domain/time.ts';
import type { CancellationStore } from '../cancellation/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { Queue } from '../shared/queue.ts';
import type { BulkStore } from './ports.ts';

/** A bulk with how far each of its orders has come. */
export interface BulkSeen {
  readonly bulk: Bulk;
  readonly orders: readonly BulkOrder[];
  /** Where the newest cancellation of an opened order stands. */
  readonly statuses: ReadonlyMap<OrderId, CancellationStatus>;
}

/** Null when the shop has none of this id. Should its job have got lost, it is enqueued again. */
export async function readBulk(
  {
    bulks,
    store,
    queue,
    clock,
  }: {
    readonly bulks: BulkStore;
    readonly store: CancellationStore;
    readonly queue: Queue;
    readonly clock: Clock;
  },
  shop: ShopDomain,
  id: string,
): Promise<BulkSeen | null> {
  const bulk = await bulks.get(shop, id);
  if (!bulk) return null;
  const orders = await bulks.orders(shop, id);
  if (isBulkLive(bulk) && (bulk.paused === null || bulk.paused.until <= clock.now())) {
    const job = { name: 'advance-bulk', shop, bulkId: id } as const;
    await queue.enqueue({ job, at: clock.now(), oncePer: MINUTE });
  }
  const opened = orders.filter(({ status }) => status === 'opened').map(({ orderId }) => orderId);
  const statuses =
    opened.length === 0
      ? new Map<OrderId, CancellationStatus>()
      : await store.latestStatuses(shop, opened);
  return { bulk, orders, statuses };
}

import type { CancellationId, OrderId, ShopDomain } from '../../../domain/ids.ts';
import { DAY } from '../../../domain/time.ts';
import { CHANGES_COME_TOGETHER } from '../../saga/changes.ts';
import { jobAt } from '../advance/cancellation-job.ts';
import type { CancellationStore } from '../ports.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Queue } from '../../shared/queue.ts';

export interface NudgeDeps {
  readonly clock: Clock;
  readonly store: CancellationStore;
  readonly queue: Queue;
}

/** How long after its end a cancellation is still looked at: refunds come back within weeks, not years. */
const REFUNDS_COME_BACK_WITHIN = 180 * DAY;

/** Tells the cancellations that a change of their order may concern to look at it again; answers the live one. */
export async function nudgeCancellations(
  { clock, store, queue }: NudgeDeps,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<{ readonly live: CancellationId | null }> {
  const now = clock.now();
  const { live, watched } = await store.findConcerned(
    shop,
    orderId,
    now - REFUNDS_COME_BACK_WITHIN,
  );
  if (live) await queue.enqueue(jobAt(shop, live, now, true));
  for (const id of watched) {
    // One change comes as several webhooks; looking costs a read of the whole order.
    const job = jobAt(shop, id, now + CHANGES_COME_TOGETHER, true);
    await queue.enqueue({ ...job, oncePer: CHANGES_COME_TOGETHER });
  }
  return { live };
}

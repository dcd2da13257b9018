import type { CancellationId, ShopDomain } from '../../../domain/ids.ts';
import type { EpochMs } from '../../../domain/time.ts';
import type { ScheduledJob } from '../../shared/queue.ts';

/** The job that looks at a cancellation at an instant. */
export function jobAt(
  shop: ShopDomain,
  cancellationId: CancellationId,
  at: EpochMs,
  nudged = false,
): ScheduledJob {
  return { at, job: { name: 'advance-cancellation', shop, cancellationId, nudged } };
}

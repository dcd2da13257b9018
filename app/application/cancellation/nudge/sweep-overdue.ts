import { SECOND } from '../../../domain/time.ts';
import { jobAt } from '../advance/cancellation-job.ts';
import type { CancellationStore } from '../ports.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Queue } from '../../shared/queue.ts';

export interface SweepDeps {
  readonly clock: Clock;
  readonly store: CancellationStore;
  readonly queue: Queue;
}

const BATCH = 500;
/** A step takes seconds at most; what is later than this has lost its worker or its job. */
const GRACE = 15 * SECOND;

/**
 * The net below the queue: takes up every live cancellation whose time has come and which nobody works on.
 * With `grace` 0 (a worker that just started) at once. Returns how many were taken up.
 */
export async function sweepOverdue(deps: SweepDeps, grace: number = GRACE): Promise<number> {
  const now = deps.clock.now();
  const overdue = await deps.store.overdue(now - grace, BATCH);
  // What is overdue is looked at: its own job, which may be lost, would have looked too.
  for (const { shop, id } of overdue) await deps.queue.enqueue(jobAt(shop, id, now, true));
  return overdue.length;
}

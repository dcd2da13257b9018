import { setTimeout as sleep } from 'node:timers/promises';

import type { BenchStage } from './stage/bench-stage.ts';

export const PATIENCE_MS = 60_000;

/** The webhooks about what was done come after it; only when they are applied too is all work done. */
export const untilNothingIsDue = (
  { devstore, client }: BenchStage,
  patienceMs = PATIENCE_MS,
): Promise<void> =>
  until('The worker is not at rest', patienceMs, async () => {
    await devstore.settle();
    const { rowCount } = await client.query(
      `SELECT FROM pgboss.job
       WHERE name IN ('advance-cancellation', 'apply-webhook', 'sync-orders', 'refresh-order')
         AND state < 'completed' AND start_after <= now()`,
    );
    return rowCount === 0;
  });

/** Rejects with `otherwise` when it is not so in time. */
export async function until(
  otherwise: string,
  patienceMs: number,
  isSo: () => Promise<boolean>,
): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(50)) {
    if (await isSo()) return;
  }
  throw new Error(`${otherwise} within ${patienceMs / 1_000} s.`);
}

import { setTimeout as sleep } from 'node:timers/promises';

import type { BenchStage } from './stage/bench-stage.ts';

const PATIENCE_MS = 60_000;

/** The webhooks about what was done come after it; only when they are applied too is all work done. */
export const untilNothingIsDue = ({ devstore, client }: BenchStage): Promise<void> =>
  until('The worker is not at rest', async () => {
    await devstore.settle();
    const { rowCount } = await client.query(
      `SELECT FROM pgboss.job
       WHERE name IN ('advance-cancellation', 'apply-webhook', 'sync-orders', 'refresh-order')
         AND state < 'completed' AND start_after <= now()`,
    );
    return rowCount === 0;
  });

/** Rejects with `otherwise` when it is not so within a minute. */
export async function until(otherwise: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(50)) {
    if (await isSo()) return;
  }
  throw new Error(`${otherwise} within ${PATIENCE_MS / 1_000} s.`);
}

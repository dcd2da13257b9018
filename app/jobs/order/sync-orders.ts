import { z } from 'zod';

import { type SyncDeps, syncOrders as sync } from '../../application/order/sync-orders.ts';
import { defineJob, shop } from '../define-job.ts';

const payload = z.object({ shop });

declare module '../../application/shared/queue.ts' {
  interface JobPayloads {
    'sync-orders': z.infer<typeof payload>;
  }
}

/** Copies a shop's orders that changed. */
export const syncOrders = defineJob({
  name: 'sync-orders',
  payload,
  // One waiting and one at work for each shop: more would read the same orders twice.
  queue: { policy: 'stately', expireInSeconds: 3600 },
  keyOf: (job) => job.shop,
  retries: { limit: 10, longestPauseSeconds: 600 },
  work: { groupOf: (job) => job.shop, atOnce: 1 },
  async handler(deps: SyncDeps, [job]) {
    await sync(deps, job.shop);
  },
});

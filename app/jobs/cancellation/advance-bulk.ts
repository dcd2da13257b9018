import { z } from 'zod';

import {
  type AdvanceBulkDeps,
  advanceBulk as advance,
} from '../../application/bulk/advance-bulk.ts';
import type { Platform } from '../../application/shared/platform.ts';
import { defineJob, shop } from '../define-job.ts';

const payload = z.object({ shop, bulkId: z.uuid() });

declare module '../../application/shared/queue.ts' {
  interface JobPayloads {
    'advance-bulk': z.infer<typeof payload>;
  }
}

interface BulkJobDeps extends AdvanceBulkDeps {
  /** Judges orders by the whole policy, behind everybody who waits for an answer. */
  readonly bulkPlatform: Platform;
}

/** Takes a bulk cancellation on: plans its orders, or opens them one after the other. */
export const advanceBulk = defineJob({
  name: 'advance-bulk',
  payload,
  queue: { expireInSeconds: 300 },
  // Its own failures are its orders'; what fails here is the database or a mistake.
  retries: { limit: 20, longestPauseSeconds: 60 },
  work: { groupOf: (job) => `${job.shop} ${job.bulkId}`, atOnce: 2 },
  handler: (deps: BulkJobDeps, [job]) =>
    advance({ ...deps, platform: deps.bulkPlatform }, job.shop, job.bulkId),
});

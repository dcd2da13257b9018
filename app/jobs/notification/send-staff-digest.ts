import { z } from 'zod';

import { type DigestDeps, sendDigest } from '../../application/notification/send-digest.ts';
import { defineJob, shop } from '../define-job.ts';

const payload = z.object({ shop });

declare module '../../application/shared/queue.ts' {
  interface JobPayloads {
    'send-staff-digest': z.infer<typeof payload>;
  }
}

/** Writes to a shop's staff of all that waits for them. */
export const sendStaffDigest = defineJob({
  name: 'send-staff-digest',
  payload,
  queue: { policy: 'stately', expireInSeconds: 120 },
  retries: { limit: 8, longestPauseSeconds: 300 },
  keyOf: (job) => job.shop,
  work: { groupOf: (job) => job.shop, atOnce: 2 },
  handler: (deps: DigestDeps, [job]) => sendDigest(deps, job.shop),
});

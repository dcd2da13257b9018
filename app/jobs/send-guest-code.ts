import { z } from 'zod';

import { type SendCodeDeps, sendGuestCode as send } from '../application/guest/send-code.ts';
import { defineJob, shop } from './define-job.ts';

const payload = z.object({ shop, challengeId: z.uuid() });

declare module '../application/shared/queue.ts' {
  interface JobPayloads {
    'send-guest-code': z.infer<typeof payload>;
  }
}

/** Mails a guest the code that opens their order. */
export const sendGuestCode = defineJob({
  name: 'send-guest-code',
  payload,
  queue: { expireInSeconds: 60 },
  // Somebody waits in front of the page, and the code is void after ten minutes.
  retries: { limit: 4, longestPauseSeconds: 30 },
  work: { groupOf: (job) => `${job.shop} ${job.challengeId}`, atOnce: 2 },
  handler: (deps: SendCodeDeps, [job]) => send(deps, job.shop, job.challengeId),
});

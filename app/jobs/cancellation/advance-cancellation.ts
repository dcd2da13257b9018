import { z } from 'zod';

import { advanceCancellation as advance } from '../../application/cancellation/advance/advance-cancellation.ts';
import type { EngineDeps } from '../../application/cancellation/advance/cancellation-saga.ts';
import { cancellationId, defineJob, shop } from '../define-job.ts';

const payload = z.object({
  shop,
  cancellationId,
  /** The platform has just reported a change of the order. */
  nudged: z.boolean(),
});

declare module '../../application/shared/queue.ts' {
  interface JobPayloads {
    'advance-cancellation': z.infer<typeof payload>;
  }
}

interface AdvanceDeps extends EngineDeps {
  readonly config: { readonly workerConcurrency: number };
}

/** Takes a cancellation as far as it comes without waiting. */
export const advanceCancellation = defineJob({
  name: 'advance-cancellation',
  payload,
  queue: { expireInSeconds: 600 },
  // Its own failures are events of the cancellation; what fails here is the database or a mistake.
  retries: { limit: 5, longestPauseSeconds: 60 },
  work: {
    groupOf: (job) => `${job.shop} ${job.cancellationId}`,
    atOnce: (deps: AdvanceDeps) => deps.config.workerConcurrency,
  },
  handler(deps: AdvanceDeps, same, pause) {
    const [job] = same;
    const nudged = same.some((one) => one.nudged);
    return advance(deps, job.shop, job.cancellationId, nudged, pause);
  },
});

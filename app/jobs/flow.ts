import { z } from 'zod';

import { type FlowActionDeps, runFlowAction } from '../application/flow/run-action.ts';
import { type SendTriggersDeps, sendFlowTriggers } from '../application/flow/send-triggers.ts';
import { defineJob, shop } from './define-job.ts';

const payload = z.object({
  shop,
  /** The run of a workflow that asks for something; null: Flow is to be told what happened. */
  runId: z.string().nullable(),
});

declare module '../application/shared/queue.ts' {
  interface JobPayloads {
    flow: z.infer<typeof payload>;
  }
}

/**
 * Carries out what a workflow of Shopify Flow asked for, or tells Flow what happened to a shop's cancellations: one
 * queue for both, for every queue costs an idle worker statements.
 */
export const flow = defineJob({
  name: 'flow',
  payload,
  queue: { expireInSeconds: 120 },
  // Flow asks for 36 hours whether an action is done.
  retries: { limit: 20, longestPauseSeconds: 1800 },
  work: { groupOf: (job) => `${job.shop} ${job.runId ?? ''}`, atOnce: 2 },
  async handler(deps: FlowActionDeps & SendTriggersDeps, [job]) {
    await (job.runId === null
      ? sendFlowTriggers(deps, job.shop)
      : runFlowAction(deps, job.shop, job.runId));
  },
});

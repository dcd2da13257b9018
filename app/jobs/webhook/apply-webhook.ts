import { z } from 'zod';

import { type WebhookDeps, applyWebhooks } from '../../application/webhook/apply-webhook.ts';
import { SECOND } from '../../domain/time.ts';
import { defineJob, shop } from '../define-job.ts';

const payload = z.object({ shop, webhookId: z.string() });

declare module '../../application/shared/queue.ts' {
  interface JobPayloads {
    'apply-webhook': z.infer<typeof payload>;
  }
}

/** Applies what a stored webhook says. */
export const applyWebhook = defineJob({
  name: 'apply-webhook',
  payload,
  queue: { expireInSeconds: 120 },
  // Waits out an unreachable platform for about half a day.
  retries: { limit: 30, longestPauseSeconds: 1800 },
  work: {
    groupOf: (job) => job.shop,
    atOnce: 8,
    batch: 50,
    // Webhooks of one change come within moments of each other: together they cost little more than one.
    gatherMs: 0.5 * SECOND,
  },
  async handler(deps: WebhookDeps, ofShop) {
    const ids = ofShop.map(({ webhookId }) => webhookId);
    const failed = await applyWebhooks(deps, ofShop[0].shop, ids);
    return ids.map((id) => (failed.has(id) ? { failed: failed.get(id) } : 'done'));
  },
});

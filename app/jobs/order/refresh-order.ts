import { z } from 'zod';

import { type RefreshDeps, refreshOrders } from '../../application/order/refresh-order.ts';
import { defineJob, orderId, shop } from '../define-job.ts';

const payload = z.object({ shop, orderId });

declare module '../../application/shared/queue.ts' {
  interface JobPayloads {
    'refresh-order': z.infer<typeof payload>;
  }
}

/** Reads one order of the app's lists anew. */
export const refreshOrder = defineJob({
  name: 'refresh-order',
  payload,
  queue: { expireInSeconds: 60 },
  // An unreachable platform is waited out, and the hourly copy comes after that.
  retries: { limit: 12, longestPauseSeconds: 600 },
  work: { groupOf: (job) => job.shop, atOnce: 2, batch: 50 },
  handler: (deps: RefreshDeps, ofShop) =>
    refreshOrders(deps, ofShop[0].shop, [...new Set(ofShop.map((job) => job.orderId))]),
});

import { verifyEveryShop } from '../../application/audit/keep-chain.ts';
import { defineCronJob } from '../define-job.ts';

/** Every night the whole chain is gone through. */
export const verifyHistory = defineCronJob({
  name: 'verify-history',
  schedule: '23 2 * * *',
  queue: { expireInSeconds: 6 * 3600 },
  retries: { limit: 1 },
  handler: (deps: Parameters<typeof verifyEveryShop>[0]) => verifyEveryShop(deps),
});

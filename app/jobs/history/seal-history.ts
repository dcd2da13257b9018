import { sealEveryShop } from '../../application/audit/keep-chain.ts';
import { defineCronJob } from '../define-job.ts';

/** What has happened is chained soon after. */
export const sealHistory = defineCronJob({
  name: 'seal-history',
  schedule: '* * * * *',
  queue: { expireInSeconds: 600 },
  retries: { limit: 0 },
  handler: (deps: Parameters<typeof sealEveryShop>[0]) => sealEveryShop(deps),
});

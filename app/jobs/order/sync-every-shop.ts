import type { Clock } from '../../application/shared/clock.ts';
import type { Queue } from '../../application/shared/queue.ts';
import type { Installations } from '../../application/shop/ports.ts';
import { defineCronJob } from '../define-job.ts';

interface SyncEveryShopDeps {
  readonly installations: Pick<Installations, 'list'>;
  readonly queue: Queue;
  readonly clock: Clock;
}

/** What webhooks missed. */
export const syncEveryShop = defineCronJob({
  name: 'sync-every-shop',
  schedule: '17 * * * *',
  queue: { expireInSeconds: 120 },
  retries: { limit: 2 },
  async handler({ installations, queue, clock }: SyncEveryShopDeps) {
    const at = clock.now();
    for (const shop of await installations.list()) {
      await queue.enqueue({ job: { name: 'sync-orders', shop }, at });
    }
  },
});

import type { NotificationStore } from '../../application/notification/ports.ts';
import type { Clock } from '../../application/shared/clock.ts';
import type { Queue } from '../../application/shared/queue.ts';
import { defineCronJob } from '../define-job.ts';

interface DigestEveryShopDeps {
  readonly notifications: Pick<NotificationStore, 'shopsWithDigest'>;
  readonly queue: Queue;
  readonly clock: Clock;
}

/** The hour at which those are told who want to be told together. */
export const digestEveryShop = defineCronJob({
  name: 'digest-every-shop',
  schedule: '2 * * * *',
  queue: { expireInSeconds: 120 },
  retries: { limit: 2 },
  async handler({ notifications, queue, clock }: DigestEveryShopDeps) {
    const at = clock.now();
    for (const shop of await notifications.shopsWithDigest()) {
      await queue.enqueue({ job: { name: 'send-staff-digest', shop }, at });
    }
  },
});

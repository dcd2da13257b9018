import { advanceCancellation } from '../application/cancellation/advance/advance-cancellation.ts';
import { applyWebhooks } from '../application/webhook/apply-webhook.ts';
import { sendGuestCode } from '../application/guest/send-code.ts';
import { pruneInbox } from '../application/webhook/prune-inbox.ts';
import { refreshOrders } from '../application/order/refresh-order.ts';
import { sweepOverdue } from '../application/cancellation/advance/sweep-overdue.ts';
import { syncOrders } from '../application/order/sync-orders.ts';
import type { Assembly } from '../container.server.ts';
import { DAY } from '../domain/time.ts';
import { startWorker, type Worker } from '../jobs/worker.ts';

/** Starts working on jobs: each is one use case. */
export function startWork({ container, boss, jobs }: Assembly): Promise<Worker> {
  const { queue, clock, log, config, installations } = container;
  return startWorker({
    boss,
    queue,
    scheduled: jobs,
    clock,
    log,
    concurrency: config.workerConcurrency,
    handlers: {
      advance: (shop, id, nudged) => advanceCancellation(container, shop, id, nudged),
      applyWebhooks: (shop, webhookIds) => applyWebhooks(container, shop, webhookIds),
      syncOrders: (shop) => syncOrders(container, shop),
      refreshOrders: (shop, orderIds) => refreshOrders(container, shop, orderIds),
      sendGuestCode: (shop, challengeId) => sendGuestCode(container, shop, challengeId),
      sweep: (graceMs) => sweepOverdue(container, graceMs),
      listShops: () => installations.list(),
      async pruneInbox() {
        await container.rateLimits.forgetOver(clock.now());
        await container.keptFacts.forgetBefore(clock.now() - DAY);
        return pruneInbox(container);
      },
    },
  });
}

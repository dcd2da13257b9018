import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';

import type { Clock, Logger, Queue } from '../application/ports.ts';
import type { CancellationId, OrderId, ShopDomain } from '../domain/ids.ts';
import { DEAD_LETTERS, SCHEDULES, payloadOf } from './catalogue.ts';

/** What the jobs do. */
export interface JobHandlers {
  advance(shop: ShopDomain, cancellationId: CancellationId, nudged: boolean): Promise<void>;
  applyWebhook(shop: ShopDomain, webhookId: string): Promise<void>;
  syncOrders(shop: ShopDomain): Promise<unknown>;
  refreshOrder(shop: ShopDomain, orderId: OrderId): Promise<void>;
  sendGuestCode(shop: ShopDomain, challengeId: string): Promise<void>;
  /** Takes up what nobody works on; with `graceMs` 0 everything that is due. */
  sweep(graceMs?: number): Promise<number>;
  listShops(): Promise<readonly ShopDomain[]>;
  /** Forgets old webhooks; returns how many. */
  pruneInbox(): Promise<number>;
}

export interface Worker {
  /** Takes no new job, waits for those at work up to the time given, and leaves the queue. */
  stop(timeoutMs: number): Promise<void>;
}

/** Seconds between two looks for jobs that became due without a notification: the shortest pg-boss takes. */
const POLL_SECONDS = 0.5;

/**
 * Works on the queue: `concurrency` cancellations at once, webhooks in batches, one catalogue copy at a time.
 * Starts by taking up whatever a killed process left behind.
 */
export async function startWorker(deps: {
  readonly boss: PgBoss;
  readonly handlers: JobHandlers;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly log: Logger;
  readonly concurrency: number;
}): Promise<Worker> {
  const { boss, handlers, queue, clock, log, concurrency } = deps;
  const attended = attend(log);

  await boss.work(
    'advance-cancellation',
    { ...polling, localConcurrency: concurrency, ...attempts },
    attended(async (data) => {
      const { shop, cancellationId, nudged } = payloadOf('advance-cancellation', data);
      await handlers.advance(shop, cancellationId, nudged);
    }),
  );
  await boss.work(
    'apply-webhook',
    { ...polling, batchSize: 50, ...attempts },
    attended(async (data) => {
      const { shop, webhookId } = payloadOf('apply-webhook', data);
      await handlers.applyWebhook(shop, webhookId);
    }),
  );
  await boss.work(
    'sync-orders',
    // One shop after the other. A queue that is left to notifications is looked at every 30 seconds only,
    // which is when the second of several waiting shops would have its turn.
    { ...polling, ...attempts },
    attended(async (data) => {
      await handlers.syncOrders(payloadOf('sync-orders', data).shop);
    }),
  );
  await boss.work(
    'refresh-order',
    { ...polling, localConcurrency: 2, ...attempts },
    attended(async (data) => {
      const { shop, orderId } = payloadOf('refresh-order', data);
      await handlers.refreshOrder(shop, orderId);
    }),
  );
  await boss.work(
    'send-guest-code',
    { ...polling, localConcurrency: 2, ...attempts },
    attended(async (data) => {
      const { shop, challengeId } = payloadOf('send-guest-code', data);
      await handlers.sendGuestCode(shop, challengeId);
    }),
  );
  await boss.work(
    'sweep-overdue',
    attempts,
    attended(async () => {
      await handlers.sweep();
    }),
  );
  await boss.work(
    'sync-every-shop',
    attempts,
    attended(async () => {
      const at = clock.now();
      for (const shop of await handlers.listShops()) {
        await queue.enqueue({ job: { name: 'sync-orders', shop }, at });
      }
    }),
  );
  await boss.work(
    'prune-inbox',
    attempts,
    attended(async () => {
      log.info({ forgotten: await handlers.pruneInbox() }, 'old webhooks are forgotten');
    }),
  );
  await boss.work(DEAD_LETTERS, attempts, async (jobs: JobWithMetadata[]) =>
    jobs.map((job) => buried(log, job)),
  );
  for (const [name, cron] of Object.entries(SCHEDULES)) await boss.schedule(name, cron);

  const taken = await handlers.sweep(0);
  log.info({ taken }, 'the worker is ready');

  return {
    stop: (timeoutMs) => boss.stop({ graceful: true, close: true, timeout: timeoutMs }),
  };
}

const polling = {
  pollingIntervalSeconds: POLL_SECONDS,
  notifyPollingIntervalSeconds: POLL_SECONDS,
  burstWhenBatchFull: true,
} as const;
const attempts = { perJobResults: true, includeMetadata: true } as const;

/** Runs each job of a batch for itself: one that fails is tried again without the others. */
function attend(log: Logger) {
  return (work: (data: unknown) => Promise<void>) =>
    (jobs: JobWithMetadata[]): Promise<JobResult[]> =>
      Promise.all(
        jobs.map(async (job): Promise<JobResult> => {
          try {
            await work(job.data);
            return { id: job.id, status: 'completed' };
          } catch (error) {
            const { name, id, retryCount } = job;
            log.warn(
              { job: name, jobId: id, retryCount, ...subject(job.data), error },
              'a job failed',
            );
            return { id, status: 'failed', output: { message: String(error) } };
          }
        }),
      );
}

function buried(log: Logger, job: JobWithMetadata): JobResult {
  const { sourceName, sourceId, sourceRetryCount } = job;
  log.error(
    { job: sourceName, jobId: sourceId, retryCount: sourceRetryCount, ...subject(job.data) },
    'a job failed every time and was given up',
  );
  return { id: job.id, status: 'completed' };
}

/** What a job is about, by which its lines in the log are found. */
const subject = (data: object): Record<string, unknown> => ({ ...data });

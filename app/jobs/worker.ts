import type { JobWithMetadata, PgBoss } from 'pg-boss';

import type { Clock, Logger, Queue } from '../application/shared/ports.ts';
import type { CancellationId, OrderId, ShopDomain } from '../domain/ids.ts';
import { SECOND } from '../domain/time.ts';
import { DEAD_LETTERS, SCHEDULES, payloadOf } from './catalogue.ts';
import { type Consumer, type Outcome, type Work, startConsumer } from './consumer.ts';
import { listenForJobs } from './job-notifications.ts';
import type { JobQueue } from './job-queue.ts';

/** What the jobs do. */
export interface JobHandlers {
  advance(shop: ShopDomain, cancellationId: CancellationId, nudged: boolean): Promise<void>;
  /** Answers those that could not be applied, and why. */
  applyWebhooks(
    shop: ShopDomain,
    webhookIds: readonly string[],
  ): Promise<ReadonlyMap<string, unknown>>;
  syncOrders(shop: ShopDomain): Promise<unknown>;
  refreshOrders(shop: ShopDomain, orderIds: readonly OrderId[]): Promise<void>;
  sendGuestCode(shop: ShopDomain, challengeId: string): Promise<void>;
  /** Takes up what nobody works on; with `graceMs` 0 everything that is due. */
  sweep(graceMs?: number): Promise<number>;
  listShops(): Promise<readonly ShopDomain[]>;
  /** Forgets old webhooks; returns how many. */
  pruneInbox(): Promise<number>;
}

export interface Worker {
  /** Takes no new job and waits for those at work, up to the time given. The queue itself stays open. */
  stop(timeoutMs: number): Promise<void>;
}

/** Webhooks of one change come within moments of each other: taken together they cost little more than one. */
const WEBHOOKS_GATHER_MS = 0.5 * SECOND;
/** The clock's own jobs come once a minute at most, and pg-boss says when. */
const QUIET_BY_THE_CLOCK_MS = 30 * SECOND;

/**
 * Works on the queue: `concurrency` cancellations at once, webhooks in batches, one catalogue copy at a time.
 * Starts by taking up whatever a killed process left behind.
 */
export async function startWorker(deps: {
  readonly boss: PgBoss;
  readonly handlers: JobHandlers;
  readonly queue: Queue;
  readonly scheduled: Pick<JobQueue, 'onScheduled'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly concurrency: number;
}): Promise<Worker> {
  const { boss, handlers, queue, scheduled, clock, log, concurrency } = deps;
  const consumers = new Map<string, Consumer>();
  const notifications = await listenForJobs(
    boss,
    {
      onJob: (name) => consumers.get(name)?.jobIsDue(),
      onGap: () => consumers.forEach((consumer) => consumer.jobIsDue()),
    },
    log,
  );
  scheduled.onScheduled((name, at) => consumers.get(name)?.jobIsDue(at - clock.now()));
  const consume = <Payload>(name: string, work: Work<Payload>): void => {
    const hears = (): boolean => notifications.areComing();
    const consumer = startConsumer({ boss, queue: name, work, hears, ...noting(log, name) });
    consumers.set(name, consumer);
  };

  consume('advance-cancellation', {
    read: (data) => payloadOf('advance-cancellation', data),
    groupOf: ({ shop, cancellationId }) => `${shop} ${cancellationId}`,
    atOnce: concurrency,
    run: together(async (same) => {
      const [{ shop, cancellationId }] = same;
      await handlers.advance(
        shop,
        cancellationId,
        same.some(({ nudged }) => nudged),
      );
    }),
  });
  consume('apply-webhook', {
    read: (data) => payloadOf('apply-webhook', data),
    groupOf: ({ shop }) => shop,
    atOnce: 8,
    batch: 50,
    gatherMs: WEBHOOKS_GATHER_MS,
    async run(together) {
      const [first] = together;
      if (!first) return [];
      const ids = together.map(({ webhookId }) => webhookId);
      const failed = await handlers.applyWebhooks(first.shop, ids);
      return ids.map((id) => (failed.has(id) ? { failed: failed.get(id) } : 'done'));
    },
  });
  consume('sync-orders', {
    read: (data) => payloadOf('sync-orders', data),
    groupOf: ({ shop }) => shop,
    atOnce: 1,
    run: together(([{ shop }]) => handlers.syncOrders(shop)),
  });
  consume('refresh-order', {
    read: (data) => payloadOf('refresh-order', data),
    groupOf: ({ shop }) => shop,
    atOnce: 2,
    batch: 50,
    run: together(async (ofShop) => {
      const [{ shop }] = ofShop;
      await handlers.refreshOrders(shop, [...new Set(ofShop.map(({ orderId }) => orderId))]);
    }),
  });
  consume('send-guest-code', {
    read: (data) => payloadOf('send-guest-code', data),
    groupOf: ({ shop, challengeId }) => `${shop} ${challengeId}`,
    atOnce: 2,
    run: together(([{ shop, challengeId }]) => handlers.sendGuestCode(shop, challengeId)),
  });
  consume(
    'sweep-overdue',
    byTheClock(() => handlers.sweep()),
  );
  consume(
    'sync-every-shop',
    byTheClock(async () => {
      const at = clock.now();
      for (const shop of await handlers.listShops()) {
        await queue.enqueue({ job: { name: 'sync-orders', shop }, at });
      }
    }),
  );
  consume(
    'prune-inbox',
    byTheClock(async () => {
      log.info({ forgotten: await handlers.pruneInbox() }, 'old webhooks are forgotten');
    }),
  );
  consume(DEAD_LETTERS, {
    read: () => null,
    groupOf: () => DEAD_LETTERS,
    atOnce: 1,
    run: async (_, jobs) => jobs.map((job) => deadLettered(log, job)),
  });
  for (const [name, cron] of Object.entries(SCHEDULES)) await boss.schedule(name, cron);

  const taken = await handlers.sweep(0);
  log.info({ taken }, 'the worker is ready');

  return {
    async stop(timeoutMs) {
      await Promise.all([...consumers.values()].map((consumer) => consumer.stop(timeoutMs)));
      await notifications.stop();
    },
  };
}

/** The jobs of a group are one piece of work, done or failed as a whole. */
const together =
  <Payload>(work: (same: readonly [Payload, ...Payload[]]) => Promise<unknown>) =>
  async ([first, ...others]: readonly Payload[]): Promise<readonly Outcome[]> => {
    if (first === undefined) return [];
    await work([first, ...others]);
    return [first, ...others].map(() => 'done');
  };

const byTheClock = (work: () => Promise<unknown>): Work<null> => ({
  read: () => null,
  groupOf: () => 'one',
  atOnce: 1,
  quietMs: QUIET_BY_THE_CLOCK_MS,
  run: together(work),
});

/** What goes wrong is in the log, with what it was about. */
const noting = (log: Logger, name: string) => ({
  onFailed({ id, retryCount, data }: JobWithMetadata, error: unknown): void {
    log.warn({ job: name, jobId: id, retryCount, ...subject(data), error }, 'a job failed');
  },
  onError(error: unknown): void {
    log.error({ job: name, error }, 'jobs cannot be taken or settled');
  },
});

function deadLettered(log: Logger, job: JobWithMetadata): Outcome {
  const { sourceName, sourceId, sourceRetryCount } = job;
  log.error(
    { job: sourceName, jobId: sourceId, retryCount: sourceRetryCount, ...subject(job.data) },
    'a job failed every time and was given up',
  );
  return 'done';
}

/** What a job is about, by which its lines in the log are found. */
const subject = (data: object): Record<string, unknown> => ({ ...data });

import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { ScheduledJob } from '../../app/application/shared/queue.ts';
import type { Assembly } from '../../app/container.server.ts';
import type { CancellationId, ShopDomain } from '../../app/domain/ids.ts';
import { JOBS } from '../../app/jobs/catalogue.ts';
import { startWorker, type Worker } from '../../app/jobs/queue/worker.ts';
import { startWork } from '../../app/processes/work.ts';
import { type BareApp, BARE_APP_SECRET, openBareApp } from '../support/processes/bare-app.ts';

/*
 * The doors and the engine room as production has them, on PostgreSQL: webhooks come in over HTTP, the
 * worker applies them.
 */

const SHOP = 'one.myshopify.com' as ShopDomain;
const ID = '00000000-0000-4000-8000-000000000001' as CancellationId;

let app: BareApp;
let client: pg.Client;

beforeAll(async () => {
  app = await openBareApp({ works: true, more: { WORKER_CONCURRENCY: '4' } });
  client = new pg.Client({ connectionString: app.database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await app.close();
});

beforeEach(async () => {
  for (const table of ['webhook_inbox', 'data_requests', 'pgboss.job']) {
    await client.query(`DELETE FROM ${table}`);
  }
});

const count = async (table: string): Promise<number> =>
  (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n ?? -1;

const rows = async (query: string): Promise<unknown[]> =>
  (await client.query<Record<string, unknown>>(query)).rows;

function deliver(webhookId: string, eventId: string, changes: object): Promise<number> {
  const body = JSON.stringify({
    shop_id: 1,
    shop_domain: SHOP,
    customer: { id: 3 },
    orders_requested: [],
    data_request: { id: 5 },
    ...changes,
  });
  return fetch(`${app.web.url}/webhooks`, {
    method: 'POST',
    body,
    headers: {
      'x-shopify-topic': 'customers/data_request',
      'x-shopify-shop-domain': SHOP,
      'x-shopify-hmac-sha256': createHmac('sha256', BARE_APP_SECRET).update(body).digest('base64'),
      'x-shopify-webhook-id': webhookId,
      'x-shopify-event-id': eventId,
      'x-shopify-api-version': '2026-10',
      'x-shopify-triggered-at': '2026-11-22T09:00:00Z',
    },
  }).then(({ status }) => status);
}

/** A worker whose handlers note what they are given. */
async function workWith(
  handlers: Partial<Record<(typeof JOBS)[number]['name'], (payload: unknown) => unknown>>,
  run: () => Promise<void>,
  instead: Partial<Assembly['container']> = {},
): Promise<string[]> {
  const done: string[] = [];
  const { boss, container } = app.assembly;
  const lines = (fields: Record<string, unknown>, message: string): void =>
    void done.push(`${message}: ${String(fields['job'])}`);
  const log = { info: () => undefined, warn: lines, error: lines };
  const worker = await startWorker({
    boss,
    jobs: JOBS.map((job) => ({
      ...job,
      work: (tools: Assembly['container']) => {
        const work = job.work({ ...tools, log });
        const handler = handlers[job.name];
        if (job.name === 'dead-letters') return work;
        return {
          ...work,
          run: async (payloads: readonly unknown[]) => {
            for (const payload of payloads) await handler?.(payload);
            return [];
          },
        };
      },
    })),
    tools: { ...container, ...instead },
    scheduled: app.assembly.jobs,
    clock: container.clock,
    log,
    metrics: container.metrics,
  });
  try {
    await run();
  } finally {
    await worker.stop(5_000);
  }
  return done;
}

const OTHER_ID = '00000000-0000-4000-8000-0000000000ff' as CancellationId;

const advance = (at: number): ScheduledJob => ({
  job: { name: 'advance-cancellation', shop: SHOP, cancellationId: ID, nudged: false },
  at,
});

test.each(['/readyz', '/healthz'])('the app says that it is ready, at %s', async (path) => {
  const response = await fetch(`${app.web.url}${path}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('of many deliveries of one event, at once and under new ids, one is kept and all are taken', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 20 }, (_, index) => deliver(`w-${index}`, 'e-1', {})),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(await count('webhook_inbox')).toBe(1);
  expect(await count('pgboss.job')).toBe(1);
});

test('a webhook is applied by the worker, and what it said is erased', async () => {
  const worker: Worker = await startWork(app.assembly);
  expect(await deliver('w-1', 'e-1', { data_request: { id: 7 } })).toBe(200);
  await expect
    .poll(async () => rows('SELECT id FROM data_requests'), { timeout: 10_000 })
    .toEqual([{ id: '7' }]);
  await expect.poll(async () => rows('SELECT news FROM webhook_inbox')).toEqual([{ news: null }]);
  await worker.stop(5_000);
});

describe('jobs', () => {
  test('are done when they are due, not before', async () => {
    const now = Date.now();
    const seen: number[] = [];
    await workWith({ 'advance-cancellation': async () => void seen.push(Date.now()) }, async () => {
      await app.assembly.container.queue.enqueue(advance(now));
      await app.assembly.container.queue.enqueue(advance(now + 2_000));
      await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(2);
    });
    expect(seen[1]).toBeGreaterThanOrEqual(now + 2_000);
  });

  test('a worker hears of a job that another process stored', async () => {
    const { boss } = app.assembly;
    let seen = 0;
    await workWith({ 'advance-cancellation': async () => void (seen = Date.now()) }, async () => {
      // Nothing happens for so long that nobody looks at the queue any more.
      await sleep(4_000);
      const sent = Date.now();
      const { name, ...data } = advance(sent).job;
      await boss.send(name, data);
      await expect.poll(() => seen, { timeout: 10_000 }).toBeGreaterThan(0);
      expect(seen - sent).toBeLessThan(1_500);
    });
  });

  test('a worker finds a job that another process put off when it is due', async () => {
    const { boss } = app.assembly;
    let seen = 0;
    await workWith({ 'advance-cancellation': async () => void (seen = Date.now()) }, async () => {
      const due = Date.now() + 2_000;
      const { name, ...data } = advance(due).job;
      await boss.send(name, data, { startAfter: new Date(due) });
      await expect.poll(() => seen, { timeout: 10_000 }).toBeGreaterThan(0);
      expect(seen - due).toBeGreaterThanOrEqual(-5);
      expect(seen - due).toBeLessThan(3_500);
    });
  });

  test('one that fails is tried again until it succeeds', async () => {
    let attempts = 0;
    const done = await workWith(
      {
        'advance-cancellation': async () => {
          attempts += 1;
          if (attempts === 1) throw new Error('on purpose');
        },
      },
      async () => {
        await app.assembly.container.queue.enqueue(advance(Date.now()));
        await expect.poll(() => attempts, { timeout: 15_000 }).toBe(2);
      },
    );
    expect(done).toEqual(['a job failed: advance-cancellation']);
  });

  test('one that fails every time is given up and reported, with what it was about', async () => {
    await app.assembly.boss.send('advance-cancellation', { nonsense: true }, { retryLimit: 0 });
    const done = await workWith({}, async () => {
      await expect
        .poll(async () => count(`pgboss.job WHERE name = 'dead-letters' AND state = 'completed'`), {
          timeout: 15_000,
        })
        .toBe(1);
    });
    expect(done).toEqual([
      'a job failed: advance-cancellation',
      'a job failed every time and was given up: advance-cancellation',
    ]);
  });

  test('no queue keeps a job for ever, waiting or done', async () => {
    const queues = await app.assembly.boss.getQueues();
    expect(queues.map(({ name }) => name)).toContain('prune-inbox');
    for (const { name, retentionSeconds, deleteAfterSeconds } of queues) {
      expect(retentionSeconds, name).toBeGreaterThan(0);
      expect(deleteAfterSeconds, name).toBeGreaterThan(0);
    }
  });

  test('webhooks beyond their time are forgotten by the clock’s own job', async () => {
    let pruned = 0;
    await workWith(
      {
        'prune-inbox': async () => {
          pruned += 1;
        },
      },
      async () => {
        await app.assembly.boss.send('prune-inbox');
        await expect.poll(() => pruned, { timeout: 10_000 }).toBe(1);
      },
    );
    const schedules = await app.assembly.boss.getSchedules('prune-inbox');
    expect(schedules).toHaveLength(1);
  });

  // As in https://github.com/wasp-lang/wasp/issues/2448: a stored schedule outlives what it was made from.
  test('one that came by the clock once, and does not any more, comes no more', async () => {
    const { boss } = app.assembly;
    await boss.schedule('refresh-order', '* * * * *');
    expect(await boss.getSchedules('refresh-order')).toHaveLength(1);
    const worker: Worker = await startWork(app.assembly);
    await worker.stop(5_000);
    expect(await boss.getSchedules('refresh-order')).toEqual([]);
    expect(await boss.getSchedules('prune-inbox')).toHaveLength(1);
  });

  test('of the same jobs within a span one is kept; another cancellation has its own', async () => {
    const { queue } = app.assembly.container;
    const soon = Date.now() + 60_000;
    const other = { ...advance(soon).job, cancellationId: OTHER_ID };
    for (let times = 0; times < 5; times += 1) {
      await queue.enqueue({ ...advance(soon), oncePer: 3_600_000 });
    }
    await queue.enqueue({ job: other, at: soon, oncePer: 3_600_000 });
    await queue.enqueue(advance(soon));
    expect(await count(`pgboss.job WHERE name = 'advance-cancellation'`)).toBe(3);
  });

  test('shops that wait to be copied have their turns one right after the other', async () => {
    const shops = ['a', 'b', 'c', 'd'].map((name) => `${name}.myshopify.com` as ShopDomain);
    for (const shop of shops) {
      const at = app.assembly.container.clock.now();
      await app.assembly.container.queue.enqueue({ job: { name: 'sync-orders', shop }, at });
    }
    const copied: string[] = [];
    await workWith(
      { 'sync-orders': (job) => copied.push((job as { shop: string }).shop) },
      async () => {
        await expect.poll(() => copied.toSorted(), { timeout: 10_000 }).toEqual(shops);
      },
    );
  });

  test('a worker that starts takes up what is due before anything else', async () => {
    const { store } = app.assembly.container;
    const dueBy: number[] = [];
    await workWith({}, async () => expect(dueBy).toEqual([1_000]), {
      clock: { now: () => 1_000 },
      store: { ...store, overdue: async (at) => (dueBy.push(at), []) },
    });
  });
});

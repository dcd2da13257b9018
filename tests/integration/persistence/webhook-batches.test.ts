import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { TooBusy } from '../../../app/application/shared/back-pressure.ts';
import type { ScheduledJob } from '../../../app/application/shared/queue.ts';
import type { StoredWebhook } from '../../../app/application/webhook/ports.ts';
import type { OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { ANSWERING } from '../../../app/persistence/database/connection.ts';
import { createDatabase, type Database } from '../../../app/persistence/database/database.ts';
import { storeTogether, toDeliver } from '../../../app/persistence/webhook/delivery-batch.ts';
import { createWebhookInbox } from '../../../app/persistence/webhook/webhook-inbox.ts';
import { createJobQueue } from '../../../app/jobs/queue/job-queue.ts';
import {
  openStatementCounter,
  type StatementCounter,
} from '../../bench/figures/statement-counter.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

/* Webhooks that come at the same time, stored together as the web process does. */

const SHOP = 'one.myshopify.com' as ShopDomain;
const OTHER = 'other.myshopify.com' as ShopDomain;
const T = Date.UTC(2026, 10, 22, 9);

let testDatabase: TestDatabase;
let opened: OpenStores;
let counter: StatementCounter;
/** Somebody else's session: holds locks, looks at what is stored. */
let client: pg.Client;
/** Connected as a process that somebody waits for. */
let database: Database;
let inbox: ReturnType<typeof createWebhookInbox>;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openStores(testDatabase.url);
  counter = await openStatementCounter(testDatabase.url);
  client = new pg.Client({ connectionString: testDatabase.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await counter.close();
  await opened.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  await opened.empty();
  database = createDatabase({
    url: counter.url,
    connections: 10,
    patience: ANSWERING,
    onConnectionLost: () => undefined,
  });
  const queue = createJobQueue(opened.boss, database.pool);
  inbox = createWebhookInbox(database, (sql, jobs) => queue.enqueueWith(sql, jobs));
});

afterEach(async () => {
  await client.query('ROLLBACK');
  await inbox.drain();
  await database.close();
});

const webhook = (id: string, changes: Partial<StoredWebhook> = {}): StoredWebhook => ({
  ...{ webhookId: id, eventId: `event ${id}`, topic: 'refunds/create' },
  ...{ triggeredAt: T, receivedAt: T },
  event: { kind: 'order_touched', orderId: 'gid://shopify/Order/7' as OrderId },
  ...changes,
});

const jobOf = (shop: ShopDomain, webhookId: string): ScheduledJob => ({
  job: { name: 'apply-webhook', shop, webhookId },
  at: T,
});

const store = (shop: ShopDomain, one: StoredWebhook) =>
  inbox.store(shop, one, jobOf(shop, one.webhookId));

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `w-${String(index).padStart(4, '0')}`);

/** The webhooks that are stored, and those that have a job: never one without the other. */
async function kept(): Promise<string[]> {
  const { rows } = await client.query<{ webhook: string; job: string }>(
    `SELECT w.webhook_id AS webhook, j.data ->> 'webhookId' AS job FROM webhook_inbox w
       FULL JOIN pgboss.job j ON j.data ->> 'webhookId' = w.webhook_id AND j.data ->> 'shop' = w.shop
      ORDER BY 1`,
  );
  for (const { webhook: stored, job } of rows) expect(job).toBe(stored);
  return rows.map((row) => row.webhook);
}

/** How often a statement that begins so was made. */
const made = (start: string): number =>
  [...counter.texts()]
    .filter(([text]) => text.trim().startsWith(start))
    .reduce((sum, [, times]) => sum + times, 0);

test('webhooks that come at once go together: a few statements for all of them, each stored with its job', async () => {
  await store(SHOP, webhook('first'));
  const before = made('INSERT INTO webhook_inbox');
  const ids = numbered(60);
  expect(new Set(await Promise.all(ids.map((id) => store(SHOP, webhook(id)))))).toEqual(
    new Set(['stored']),
  );
  expect(made('INSERT INTO webhook_inbox') - before).toBe(1);
  expect(await kept()).toEqual(['first', ...ids]);
});

test('one alone is stored at once, in as many statements as it always took', async () => {
  await store(SHOP, webhook('first'));
  const before = [...counter.texts()].reduce((sum, [, times]) => sum + times, 0);
  await store(SHOP, webhook('second'));
  expect([...counter.texts()].reduce((sum, [, times]) => sum + times, 0) - before).toBe(4);
});

test('of one event that is in a batch several times one is stored, of one delivery too', async () => {
  const same = { eventId: 'the same' };
  const outcomes = await Promise.all([
    store(SHOP, webhook('a', same)),
    store(SHOP, webhook('b', same)),
    store(SHOP, webhook('c')),
    store(SHOP, webhook('c')),
    store(OTHER, webhook('c')),
  ]);
  expect(outcomes.toSorted()).toEqual(['duplicate', 'duplicate', 'stored', 'stored', 'stored']);
  expect(outcomes[4]).toBe('stored');
  expect(await kept()).toHaveLength(3);
});

test('those that are known already keep no new one of their batch from being stored', async () => {
  await Promise.all([store(SHOP, webhook('a')), store(SHOP, webhook('d'))]);
  const again = (id: string) => webhook(`${id} again`, { eventId: `event ${id}` });
  const outcomes = await Promise.all(
    [again('a'), webhook('b'), again('d'), webhook('e')].map((one) => store(SHOP, one)),
  );
  expect(outcomes).toEqual(['duplicate', 'stored', 'duplicate', 'stored']);
  expect(await kept()).toEqual(['a', 'b', 'd', 'e']);
});

test('what a webhook says comes back as it was, whatever it says', async () => {
  const odd = [`"quoted"`, 'back\\slash', '{curly, "braces"}', 'NULL', '', ' ', 'ü€😀', 'x\ny'];
  const webhooks = odd.map((requestId, index) =>
    webhook(String(index), {
      eventId: requestId,
      event: {
        ...{ kind: 'customer_data_requested', requestId },
        ...{ customerId: null, orderIds: [] },
      },
    }),
  );
  await Promise.all(webhooks.map((one) => store(SHOP, one)));
  const ids = webhooks.map(({ webhookId }) => webhookId);
  const loaded = await inbox.load(SHOP, ids);
  expect(loaded.toSorted((a, b) => Number(a.webhookId) - Number(b.webhookId))).toEqual(webhooks);
});

test('very long ones are stored too, and hold up nobody', async () => {
  const long = (id: string) =>
    webhook(id, {
      event: {
        ...{ kind: 'customer_data_requested', requestId: id.repeat(40_000) },
        ...{ customerId: null, orderIds: [] },
      },
    });
  const ids = numbered(20);
  await Promise.all(ids.map((id, at) => store(SHOP, at % 2 === 0 ? long(id) : webhook(id))));
  expect(await kept()).toEqual(ids);
  expect(await inbox.load(SHOP, ['w-0002'])).toEqual([long('w-0002')]);
});

describe('what one of them has wrong befalls no other', () => {
  /** PostgreSQL keeps no U+0000; the endpoint lets none through. */
  const poisoned = (id: string) =>
    webhook(id, {
      event: {
        ...{ kind: 'customer_data_requested', requestId: 'a\u0000b' },
        ...{ customerId: null, orderIds: [] },
      },
    });

  test('a row that cannot be stored', async () => {
    const ids = numbered(40);
    const settled = await Promise.allSettled(
      ids.map((id, at) => store(SHOP, at === 17 ? poisoned(id) : webhook(id))),
    );
    const failed = settled.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []));
    expect(failed).toEqual([17]);
    expect(await kept()).toEqual(ids.filter((_, at) => at !== 17));
  });

  test('a time that is none', async () => {
    const settled = await Promise.allSettled([
      store(SHOP, webhook('a')),
      store(SHOP, webhook('b', { triggeredAt: Number.NaN })),
      store(SHOP, webhook('c')),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await kept()).toEqual(['a', 'c']);
  });

  test('a shop whose data is being erased', async () => {
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('erasures ' || $1, 0))`, [
      SHOP,
    ]);
    const startedAt = performance.now();
    const settled = await Promise.allSettled([
      store(SHOP, webhook('a')),
      store(OTHER, webhook('b')),
      store(SHOP, webhook('c')),
      store(OTHER, webhook('d')),
    ]);
    expect(performance.now() - startedAt).toBeLessThan(4_500);
    expect(settled.map(({ status }) => status)).toEqual([
      ...['rejected', 'fulfilled', 'rejected', 'fulfilled'],
    ]);
    await client.query('ROLLBACK');
    expect(await kept()).toEqual(['b', 'd']);
  });

  test('a shop whose data was erased: nothing of it is stored, of the others everything', async () => {
    await opened.stores().privacy.redactShop(SHOP);
    const outcomes = await Promise.all([store(SHOP, webhook('a')), store(OTHER, webhook('b'))]);
    expect(outcomes).toEqual(['duplicate', 'stored']);
    expect(await kept()).toEqual(['b']);
  });
});

test('a connection on which the first of all failed stores the next', async () => {
  // A driver could take a statement for prepared that never was, or the other way round.
  const only = createDatabase({
    ...{ url: testDatabase.url, connections: 1, locks: 1, patience: ANSWERING },
    onConnectionLost: () => undefined,
  });
  const queue = createJobQueue(opened.boss, only.pool);
  const alone = createWebhookInbox(only, (sql, jobs) => queue.enqueueWith(sql, jobs));
  const storeAlone = (id: string) => alone.store(SHOP, webhook(id), jobOf(SHOP, id));
  try {
    const poison = webhook('poison', { topic: 'a\u0000b' });
    await expect(alone.store(SHOP, poison, jobOf(SHOP, 'poison'))).rejects.toThrow();
    await client.query('BEGIN');
    await client.query('LOCK TABLE pgboss.job IN ACCESS EXCLUSIVE MODE');
    await expect(storeAlone('locked')).rejects.toThrow();
    await client.query('ROLLBACK');
    expect(await storeAlone('a')).toBe('stored');
    expect(await storeAlone('a')).toBe('duplicate');
    expect(await kept()).toEqual(['a']);
  } finally {
    await alone.drain();
    await only.close();
  }
});

test('two processes with the same webhooks in other orders never wait for each other', async () => {
  const second = createDatabase({
    ...{ url: testDatabase.url, connections: 2, onConnectionLost: () => undefined },
  });
  try {
    for (let round = 0; round < 15; round += 1) {
      const batch = numbered(100).map((id) => {
        const one = webhook(`${round} ${id}`);
        return toDeliver(SHOP, one, jobOf(SHOP, one.webhookId));
      });
      // Under ids of their own, as when two subscriptions tell of one event.
      const again = batch.toReversed().map((each) => ({
        ...each,
        webhook: { ...each.webhook, webhookId: `${each.webhook.webhookId} again` },
      }));
      const outcomes = await Promise.all([
        storeTogether(database.pool, async () => undefined, batch),
        storeTogether(second.pool, async () => undefined, again),
      ]);
      expect(outcomes.flat().filter((outcome) => outcome === 'stored')).toHaveLength(100);
    }
  } finally {
    await second.close();
  }
});

test('while nothing can be stored so many wait and no more, and none of them for long', async () => {
  await client.query('BEGIN');
  await client.query('LOCK TABLE webhook_inbox IN ACCESS EXCLUSIVE MODE');
  const startedAt = performance.now();
  const took: number[] = [];
  const settled = await Promise.allSettled(
    numbered(1_300).map((id) =>
      store(SHOP, webhook(id)).finally(() => took.push(performance.now() - startedAt)),
    ),
  );
  expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
  const busy = settled.filter(
    (each) => each.status === 'rejected' && each.reason instanceof TooBusy,
  );
  expect(busy.length).toBeGreaterThanOrEqual(300);
  expect(took.toSorted((a, b) => a - b)[299]).toBeLessThan(1_000);
  expect(Math.max(...took)).toBeLessThan(5_000);
  await client.query('ROLLBACK');
  expect(await store(SHOP, webhook('after'))).toBe('stored');
  expect(await kept()).toEqual(['after']);
});

test('a session whose database would not wait for the disk waits all the same', async () => {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  await client.query(`ALTER DATABASE "${rows[0]?.name}" SET synchronous_commit = off`);
  const fresh = createDatabase({
    ...{ url: testDatabase.url, connections: 1, onConnectionLost: () => undefined },
  });
  try {
    const shown = await fresh.pool.query('SHOW synchronous_commit');
    expect(shown.rows).toEqual([{ synchronous_commit: 'on' }]);
  } finally {
    await fresh.close();
    await client.query(`ALTER DATABASE "${rows[0]?.name}" RESET synchronous_commit`);
  }
});

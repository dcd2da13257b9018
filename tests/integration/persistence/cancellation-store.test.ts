import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { CancellationStore } from '../../../app/application/cancellation/ports.ts';
import type { ScheduledJob } from '../../../app/application/shared/queue.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { money } from '../../../app/domain/money.ts';
import { createJobQueue } from '../../../app/jobs/queue/job-queue.ts';
import { createDatabase, type Database } from '../../../app/persistence/database/database.ts';
import { type EnqueueWith, inTransaction } from '../../../app/persistence/database/transaction.ts';
import { cancellationPlan, refundPlan } from '../../support/facts/cancellation-plan.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';
import { newest } from '../../support/database/newest.ts';

/* What the contract of all stores cannot say: transactions, connections and locks of PostgreSQL itself. */

const SHOP = 'one.myshopify.com' as ShopDomain;
const ID = '00000000-0000-4000-8000-000000000001' as CancellationId;
const ORDER = 'gid://shopify/Order/1' as OrderId;
const T = Date.UTC(2026, 10, 22, 9);

let testDatabase: TestDatabase;
let opened: OpenStores;
const others: Database[] = [];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openStores(testDatabase.url);
});
beforeEach(() => opened.empty());
afterAll(async () => {
  for (const each of others) await each.close();
  await opened.close();
  await testDatabase.drop();
});

/** The connections of another process. */
function anotherProcess(changes: Partial<Parameters<typeof createDatabase>[0]> = {}): Database {
  const database = createDatabase({
    url: testDatabase.url,
    connections: 1,
    onConnectionLost: () => undefined,
    ...changes,
  });
  others.push(database);
  return database;
}

const advance = (at: number): ScheduledJob => ({
  job: { name: 'advance-cancellation', shop: SHOP, cancellationId: ID, nudged: false },
  at,
});

const opening: Parameters<CancellationStore['open']>[1] = {
  id: ID,
  orderName: '#1001',
  event: {
    type: 'requested',
    orderId: ORDER,
    actor: { kind: 'shopper' },
    channel: 'order_page',
    handling: 'automatic',
    reasonId: null,
    policyVersion: 0,
    plan: cancellationPlan(refundPlan(money(10_000, 'EUR'))),
    reviewDeadline: null,
    workUnderWay: false,
    mails: [],
    reviewReasons: [],
  },
  texts: {
    customerComment: null,
    noteToCustomer: null,
    internalNote: 'before',
    proofOfPayment: null,
  },
  at: T,
  next: advance(T),
  after: null,
  customerId: null,
  limit: null,
};

const decision = (): Parameters<CancellationStore['append']>[2] => ({
  expectedSeq: 1,
  events: [{ type: 'fulfillment_inspected', toHold: [] }],
  at: T + 1,
  status: 'holding',
  wakeAt: T + 1,
  texts: { internalNote: 'after' },
  next: advance(T + 1),
});

describe('when the queue breaks after it took the job', () => {
  const failing: EnqueueWith = async (sql, jobs) => {
    await createJobQueue(opened.boss, sql).enqueueWith(sql, jobs);
    throw new Error('the queue broke');
  };

  test('a cancellation that is opened is not stored, and its job is not there', async () => {
    const broken = opened.stores(failing).cancellations;
    await expect(broken.open(SHOP, opening)).rejects.toThrow('the queue broke');
    const { cancellations, ...queue } = opened.stores();
    expect(await cancellations.findAll(SHOP, ORDER)).toEqual([]);
    expect(await cancellations.load(SHOP, ID)).toBeNull();
    expect(await queue.jobs()).toEqual([]);
  });

  test('a decision is not stored: no event, no row, no text, no job', async () => {
    const { cancellations, ...queue } = opened.stores();
    await cancellations.open(SHOP, opening);
    const before = await cancellations.load(SHOP, ID);
    const broken = opened.stores(failing).cancellations;
    await expect(broken.append(SHOP, ID, decision())).rejects.toThrow('the queue broke');
    expect(await cancellations.load(SHOP, ID)).toEqual(before);
    expect(await newest(cancellations, SHOP, { limit: 1 })).toMatchObject([
      { status: 'requested', updatedAt: T },
    ]);
    expect(await queue.jobs()).toEqual([advance(T)]);
  });

  test('a run that wants to rest stays due, so that the sweep finds it', async () => {
    const { cancellations } = opened.stores();
    await cancellations.open(SHOP, opening);
    const broken = opened.stores(failing).cancellations;
    await expect(broken.rest(SHOP, ID, advance(T + 60_000))).rejects.toThrow('the queue broke');
    expect(await cancellations.overdue(T, 10)).toEqual([{ shop: SHOP, id: ID }]);
  });
});

test('an order that nobody cancelled cannot be cancelled after another time: that is a mistake, not a race', async () => {
  const after = '00000000-0000-4000-8000-000000000009' as CancellationId;
  const { cancellations, ...queue } = opened.stores();
  await expect(cancellations.open(SHOP, { ...opening, after })).rejects.toThrow(
    `Order ${ORDER} took no cancellation after ${after}`,
  );
  expect(await queue.jobs()).toEqual([]);
});

test('what the database refuses for another reason is an error, and no other live cancellation', async () => {
  const { cancellations } = opened.stores();
  await cancellations.open(SHOP, opening);
  await expect(cancellations.append(SHOP, ID, { ...decision(), at: NaN })).rejects.toThrow();
  expect((await cancellations.load(SHOP, ID))?.events).toHaveLength(1);
});

test('a cancellation is worked on by one process at a time, under its own name', async () => {
  const { cancellations } = opened.stores();
  const other = anotherProcess();
  const there = () =>
    other.locks.exclusively(`cancellation ${SHOP} ${ID}`, () => Promise.resolve('there'));
  expect(await cancellations.exclusively(SHOP, ID, there)).toEqual({ done: 'busy' });
  expect(await there()).toEqual({ done: 'there' });
});

describe('a transaction', () => {
  const count = async () => {
    const { rows } = await opened.database.pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM stock_levels',
    );
    return rows[0]?.count;
  };
  const insert = `INSERT INTO stock_levels (shop, inventory_item_id, location_id, available, updated_at)
    VALUES ('${SHOP}', 'item', 'location', 1, now())`;

  test('that returns is stored, and its connection serves the next', async () => {
    const { pool } = anotherProcess();
    expect(await inTransaction(pool, async (sql) => (await sql.query(insert)).rowCount)).toBe(1);
    expect(await count()).toBe(1);
    expect(pool.idleCount).toBe(1);
  });

  test('that throws stores nothing, passes the error on, and its connection serves the next', async () => {
    const { pool } = anotherProcess();
    const failing = inTransaction(pool, async (sql) => {
      await sql.query(insert);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await count()).toBe(0);
    expect(pool.idleCount).toBe(1);
    // No transaction is left open on it.
    await pool.query(insert);
    expect(await count()).toBe(1);
  });

  test('whose connection is lost while it waits passes the error on, ends no process, and the connection is not used again', async () => {
    const unheard: unknown[] = [];
    process.on('uncaughtExceptionMonitor', (error) => unheard.push(error));
    const { pool } = anotherProcess();
    const failing = inTransaction(pool, async (sql) => {
      await sql.query(insert);
      const { rows } = await sql.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await endSessions('SELECT pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
      // As while a shop's token is renewed at the platform.
      await sleep(50);
      await sql.query(insert);
    });
    await expect(failing).rejects.toThrow(/connection/i);
    process.removeAllListeners('uncaughtExceptionMonitor');
    expect(unheard).toEqual([]);
    expect(await count()).toBe(0);
    expect(pool.totalCount).toBe(0);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  test('that the server does not answer is given up with its connection, without waiting for a rollback', async () => {
    const patience = { connect: 5_000, lock: 5_000, statement: 100, idleInTransaction: 5_000 };
    const { pool } = anotherProcess({ patience });
    const started = Date.now();
    const failing = inTransaction(pool, async (sql) => {
      await sql.query('SET LOCAL statement_timeout = 0');
      await sql.query('SELECT pg_sleep(8)');
    });
    await expect(failing).rejects.toThrow('Query read timeout');
    expect(Date.now() - started).toBeLessThan(6_000);
    expect(pool.totalCount).toBe(0);
  });
});

/** As an administrator or a restart of the server ends a session. */
const endSessions = (statement: string, values: unknown[] = []) =>
  opened.database.pool.query(statement, values);

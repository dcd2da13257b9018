import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { ANSWERING } from '../../../../app/persistence/database/connection.ts';
import { createDatabase, type Database } from '../../../../app/persistence/database/database.ts';
import { type FreezingWay, openFreezingWay } from '../../../support/database/freezing-way.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database/postgres.ts';

/*
 * What becomes of a connection that breaks under a write of Prisma's client, which makes a transaction of its own
 * of it: the pool here has one, so that a connection that is lost, or given back unusable, is missed at once.
 */

const shop = 'one.myshopify.com';
const requestOf = (id: string) => ({ shop, id, requestedAt: new Date(0) });

let testDatabase: TestDatabase;
/** Not the app's sessions: one holds locks, one looks at who waits for them. */
let holder: pg.Client;
let watcher: pg.Client;
/** Frozen by a statement. */
let way: FreezingWay;
let freezesAt: string | null = null;
let isFrozen = false;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  holder = new pg.Client({ connectionString: testDatabase.url });
  watcher = new pg.Client({ connectionString: testDatabase.url });
  await Promise.all([holder.connect(), watcher.connect()]);
  way = await openFreezingWay(testDatabase.url, (sent) => {
    isFrozen ||= freezesAt !== null && sent !== null && sent.includes(freezesAt);
    return isFrozen;
  });
});
afterAll(async () => {
  way.close();
  await Promise.all([holder.end(), watcher.end()]);
  await testDatabase.drop();
});

beforeEach(() => {
  database = createDatabase({
    ...{ url: way.url, connections: 1 },
    patience: { ...ANSWERING, connect: 1_000, statement: 1_000 },
    onConnectionLost: () => undefined,
  });
});
afterEach(async () => {
  freezesAt = null;
  isFrozen = false;
  await holder.query('ROLLBACK');
  await database.close();
});

const rename = () =>
  database.prisma.dataRequest.updateMany({ where: { shop }, data: { customerId: 'gid' } });

/** The one connection there is can be had, and answers what it is asked. */
async function expectToGoOn(): Promise<void> {
  const { prisma } = database;
  expect(await prisma.dataRequest.count({ where: { shop } })).toBe(0);
  expect(await prisma.dataRequest.findMany({ where: { shop } })).toEqual([]);
  expect(database.pool.totalCount).toBe(1);
}

test('a connection that ends under a typed write makes room for another', async () => {
  await holder.query('BEGIN');
  await holder.query('LOCK TABLE data_requests IN ACCESS EXCLUSIVE MODE');
  // Prisma begins when somebody waits for it.
  const failed = rename().catch((error: unknown) => error);
  const waits = `SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'UPDATE%data_requests%' AND wait_event_type = 'Lock'`;
  await expect.poll(async () => (await watcher.query(waits)).rowCount).toBe(1);
  await watcher.query(`SELECT pg_terminate_backend(pid) FROM (${waits}) AS waiting`);
  expect(await failed).toBeInstanceOf(Error);
  await holder.query('ROLLBACK');
  await expectToGoOn();
});

test('one on which a typed write got no answer is waited for once, and given to nobody', async () => {
  freezesAt = 'UPDATE';
  const startedAt = performance.now();
  await expect(rename()).rejects.toThrow();
  expect(performance.now() - startedAt).toBeLessThan(2_500);
  expect(isFrozen).toBe(true);
  freezesAt = null;
  isFrozen = false;
  await expectToGoOn();
});

test('a typed transaction that the database refuses leaves the next answers in order', async () => {
  const { prisma } = database;
  const twice = prisma.dataRequest.createMany({ data: [requestOf('1'), requestOf('1')] });
  await expect(twice).rejects.toMatchObject({ code: 'P2002' });
  await expectToGoOn();
});

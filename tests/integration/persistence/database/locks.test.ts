import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { createLocks, type Locks } from '../../../../app/persistence/database/locks.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database/postgres.ts';

/* The locks of PostgreSQL itself, as several processes take them. */

const NAME = 'cancellation one.myshopify.com 1';

let database: TestDatabase;
/** Looks, and ends other sessions. */
let watcher: pg.Client;
const pools: pg.Pool[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  watcher = new pg.Client({ connectionString: database.url });
  await watcher.connect();
});
afterAll(async () => {
  await watcher.end();
  await database.drop();
});

/** The locks of one process, on its one connection. */
function process(): { locks: Locks; pool: pg.Pool } {
  const pool = new pg.Pool({ connectionString: database.url, max: 1 });
  pool.on('error', () => undefined);
  pools.push(pool);
  return { locks: createLocks(pool), pool };
}
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.end())));

let mine: ReturnType<typeof process>;
let other: ReturnType<typeof process>;
beforeEach(() => {
  mine = process();
  other = process();
});

const take = ({ locks }: { locks: Locks }, name = NAME) =>
  locks.exclusively(name, () => Promise.resolve('taken'));

const IN_THIS_DATABASE = `locktype = 'advisory'
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

async function heldLocks(): Promise<{ count: number; sessions: number }> {
  const { rows } = await watcher.query<{ count: number; sessions: number }>(
    `SELECT count(*)::int AS count, count(DISTINCT pid)::int AS sessions FROM pg_locks
     WHERE ${IN_THIS_DATABASE}`,
  );
  return rows[0] ?? { count: 0, sessions: 0 };
}

const endLocked = () =>
  watcher.query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE ${IN_THIS_DATABASE}`);

test('a lock keeps other processes out while the work lasts, and no longer', async () => {
  expect(await mine.locks.exclusively(NAME, () => take(other))).toEqual({ done: 'busy' });
  expect(await take(other)).toEqual({ done: 'taken' });
  expect(await take(mine)).toEqual({ done: 'taken' });
});

test('it keeps the same process out, too, though the database would let its session in', async () => {
  expect(await mine.locks.exclusively(NAME, () => take(mine))).toEqual({ done: 'busy' });
  expect(await take(mine)).toEqual({ done: 'taken' });
});

test('it is free for other processes after work that failed', async () => {
  const failing = mine.locks.exclusively(NAME, () => Promise.reject(new Error('on purpose')));
  await expect(failing).rejects.toThrow('on purpose');
  expect(await take(other)).toEqual({ done: 'taken' });
});

test('however many a process holds, it holds them by one connection, and gives that back after the last', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `${NAME}${index}`);
  let goOn = (): void => undefined;
  const until = new Promise<void>((resolve) => (goOn = resolve));
  const all = names.map((name) => mine.locks.exclusively(name, () => until));
  await expect.poll(heldLocks).toEqual({ count: 40, sessions: 1 });
  expect(await take(other, names[7])).toBe('busy');
  goOn();
  await Promise.all(all);
  expect(await heldLocks()).toEqual({ count: 0, sessions: 0 });
  expect(mine.pool.idleCount).toBe(1);
});

test('it leaves the connection as it was, however often it is lent', async () => {
  await take(mine);
  const client = await mine.pool.connect();
  const before = client.listenerCount('error');
  client.release();
  for (let times = 0; times < 3; times += 1) await take(mine);
  const again = await mine.pool.connect();
  expect(again).toBe(client);
  expect(again.listenerCount('error')).toBe(before);
  again.release();
});

test('who finds it taken gives the connection back', async () => {
  await mine.locks.exclusively(NAME, async () => {
    for (let times = 0; times < 3; times += 1) expect(await take(other)).toBe('busy');
  });
  expect(other.pool.idleCount).toBe(1);
});

test('it is gone with its connection: the work goes on, and the connection is not used again', async () => {
  const run = mine.locks.exclusively(NAME, async () => {
    await endLocked();
    await sleep(50);
    // Nobody is kept out any more.
    return take(other);
  });
  expect(await run).toEqual({ done: { done: 'taken' } });
  expect(mine.pool.totalCount).toBe(0);
  expect(await take(mine)).toEqual({ done: 'taken' });
});

test('while work goes on whose lock was lost, the process takes others by a new connection', async () => {
  const run = mine.locks.exclusively(NAME, async () => {
    await endLocked();
    await sleep(50);
    const next = await mine.locks.exclusively('another', () => take(other, 'another'));
    return { next, own: await take(mine) };
  });
  // Its own it still counts as at work.
  expect(await run).toEqual({ done: { next: { done: 'busy' }, own: 'busy' } });
  expect(mine.pool.totalCount).toBe(1);
  expect(await take(mine)).toEqual({ done: 'taken' });
});

test('a connection that cannot be made fails the work, and the next is made anew', async () => {
  const { pool } = mine;
  const connect = pool.connect.bind(pool);
  pool.connect = () => Promise.reject(new Error('no connection'));
  await expect(Promise.all([take(mine), take(mine, 'another')])).rejects.toThrow('no connection');
  pool.connect = connect;
  expect(await take(mine)).toEqual({ done: 'taken' });
});

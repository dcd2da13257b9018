import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { migrate } from '../../../../scripts/migrations/migrate.ts';
import { createReadiness } from '../../../../app/persistence/database/readiness.ts';
import { sharesSessions } from '../../../../app/persistence/database/shared-sessions.ts';
import { openBareApp } from '../../../support/processes/bare-app.ts';
import { findPgbouncer, startPgbouncer } from '../../../support/database/pgbouncer.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database/postgres.ts';
import { openPooler, type Pooler } from '../../../support/database/transaction-pooler.ts';

/* What stands between the app and its database: nothing, or a pooler. */

let database: TestDatabase;
const poolers: Pooler[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(() => Promise.all(poolers.splice(0).map((pooler) => pooler.close())));
afterAll(() => database.drop());

async function started(opening: Promise<Pooler>): Promise<string> {
  const pooler = await opening;
  poolers.push(pooler);
  return pooler.url;
}

const shares = (url: string) => sharesSessions({ connectionString: url });

async function fault(url: string): Promise<unknown> {
  const readiness = createReadiness(url);
  try {
    return await readiness.checkAtStart();
  } finally {
    await readiness.close();
  }
}

const REFUSED = {
  fault: expect.stringMatching(/^a pooler in between .* pool_mode = session/) as unknown,
};

test('the database itself gives every connection a session of its own', async () => {
  expect(await shares(database.url)).toBe(false);
  expect(await fault(database.url)).toBe('ready');
});

describe('a pooler that lends sessions by the transaction', () => {
  const open = () => started(openPooler(database.url, 'transaction'));

  test('is found out and refused at the start, with what to do', async () => {
    const url = await open();
    expect(await shares(url)).toBe(true);
    expect(await fault(url)).toEqual(REFUSED);
  });

  test('is found out with idle sessions at its hands, and with others who use it', async () => {
    const url = await open();
    const busy = Array.from({ length: 4 }, () => new pg.Client({ connectionString: url }));
    for (const client of busy) await client.connect();
    await Promise.all(busy.map((client) => client.query('SELECT pg_sleep(0.05)')));
    expect(await shares(url)).toBe(true);
    let over = false;
    const load = busy.map(async (client) => {
      while (!over) await client.query('SELECT pg_sleep(0.002)');
    });
    for (let times = 0; times < 5; times += 1) expect(await shares(url)).toBe(true);
    over = true;
    await Promise.all(load);
    await Promise.all(busy.map((client) => client.end()));
  });

  test('is refused before anything is set in a session that others get', async () => {
    const url = await open();
    await fault(url);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('SHOW TimeZone');
    await client.end();
    expect(rows).toEqual([{ TimeZone: 'America/New_York' }]);
  });

  test('is refused by the migrations, whose lock it would not hold', async () => {
    await expect(migrate(await open())).rejects.toThrow(/a pooler in between/);
  });
});

test('a pooler that lends sessions for good is as good as the database', async () => {
  const url = await started(openPooler(database.url, 'session'));
  expect(await shares(url)).toBe(false);
  expect(await fault(url)).toBe('ready');
});

const program = findPgbouncer();

describe.skipIf(program === null)('pgbouncer itself', () => {
  const open = (settings: Record<string, string>) =>
    started(startPgbouncer(program ?? '', database.url, settings));

  test.each([
    [{ pool_mode: 'transaction' }],
    [{ pool_mode: 'transaction', server_round_robin: '1' }],
    [{ pool_mode: 'transaction', default_pool_size: '1' }],
  ])('%j is refused', async (settings) => {
    expect(await fault(await open(settings))).toEqual(REFUSED);
  });

  test('that lends by the statement is refused', async () => {
    expect(await fault(await open({ pool_mode: 'statement' }))).toEqual({
      fault: expect.stringMatching(/pooler/) as unknown,
    });
  });

  test('that lends by the session lets a worker and a web process work', async () => {
    const url = await open({ pool_mode: 'session', default_pool_size: '60' });
    const app = await openBareApp({ works: true, more: { DATABASE_URL: url } });
    try {
      const answer = await fetch(`${app.web.url}/readyz`);
      expect(answer.status).toBe(200);
      await sleep(100);
    } finally {
      await app.close();
    }
  });
});

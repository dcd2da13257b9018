import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { healthOf } from '../../../app/http/health/health.ts';
import type { BareServer } from '../../../app/http/server/bare-server.ts';
import { startHealthServer } from '../../../app/http/health/health-server.ts';
import { createReadiness } from '../../../app/persistence/database/readiness.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';
import { openRaw } from './raw-http.ts';

const LOOPBACK = { host: '127.0.0.1', port: 0 };

let database: TestDatabase;
let client: pg.Client;
let readiness: ReturnType<typeof createReadiness>;
let server: BareServer;
let isWorking: boolean;

beforeEach(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  isWorking = true;
  await serve(database.url);
});

afterEach(async () => {
  await server.close();
  await readiness.close();
  await client.end();
  await database.drop();
});

async function serve(url: string): Promise<void> {
  readiness = createReadiness(url);
  const health = healthOf({ isReady: () => readiness.check() }, () => isWorking);
  server = await startHealthServer(health, LOOPBACK);
}

/** The same process on another database. */
async function moveTo(url: string): Promise<void> {
  await server.close();
  await readiness.close();
  await serve(url);
}

async function look(path: string): Promise<{ status: number; missing: unknown; ms: number }> {
  const startedAt = Date.now();
  const response = await fetch(`${server.url}${path}`, { signal: AbortSignal.timeout(5_000) });
  const body = (await response.json()) as { missing?: unknown };
  return { status: response.status, missing: body.missing, ms: Date.now() - startedAt };
}

test('a process with all it needs is alive and ready', async () => {
  expect(await look('/livez')).toMatchObject({ status: 200 });
  expect(await look('/readyz')).toMatchObject({ status: 200, missing: undefined });
});

test('nobody keeps a connection by saying nothing, or a header at a time', async () => {
  const silent = openRaw(server.url);
  const slow = openRaw(server.url);
  slow.send('GET /readyz HTTP/1.1\r\nHost: worker\r\n');
  const drip = setInterval(() => slow.send('X: y\r\n'), 1_000);
  expect(await silent.closed).toBeLessThan(12_000);
  expect(await slow.closed).toBeLessThan(12_000);
  clearInterval(drip);
  expect(slow.heard()).toMatch(/^HTTP\/1\.1 408 .*^cache-control: no-store/ims);
});

test('nothing else is answered', async () => {
  for (const path of ['/', '/readyz/', '/livez%00', '/metrics']) {
    expect((await fetch(`${server.url}${path}`)).status).toBe(404);
  }
  expect((await fetch(`${server.url}/readyz`, { method: 'POST' })).status).toBe(404);
});

describe('a process is not ready, and alive', () => {
  const notReady = async (missing: RegExp): Promise<void> => {
    const { status, missing: found, ms } = await look('/readyz');
    expect(status).toBe(503);
    expect(String(found)).toMatch(missing);
    expect(ms).toBeLessThan(2_000);
    expect(await look('/livez')).toMatchObject({ status: 200 });
  };

  test('before it works on jobs, and when it ends', async () => {
    isWorking = false;
    await notReady(/^queue$/);
  });

  test('without its tables', async () => {
    await client.query('DROP SCHEMA public CASCADE');
    await notReady(/npm run setup/);
  });

  test('with a migration that was not finished', async () => {
    await client.query('UPDATE _prisma_migrations SET finished_at = NULL');
    await notReady(/npm run setup/);
  });

  test('when its database takes no writes, as a standby or a full one does', async () => {
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    await client.query(`ALTER DATABASE "${rows[0]?.name}" SET default_transaction_read_only = on`);
    await moveTo(database.url);
    await notReady(/takes no writes/);
  });

  test('when its database has gone', async () => {
    const url = new URL(database.url);
    url.pathname = '/gone';
    await moveTo(url.href);
    await notReady(/no database of this name/);
  });

  test('when its database takes connections and never answers, however often it is asked', async () => {
    const sockets: Socket[] = [];
    const frozen = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(frozen, 'listening');
    const { port } = frozen.address() as AddressInfo;
    await moveTo(`postgresql://x:y@127.0.0.1:${port}/x`);
    await Promise.all(Array.from({ length: 10 }, () => notReady(/does not answer/)));
    expect(sockets).toHaveLength(1);
    for (const socket of sockets) socket.destroy();
    frozen.close();
  });

  test('when somebody holds a lock in its way, and ready when they let go', async () => {
    await client.query('BEGIN; LOCK TABLE _prisma_migrations IN ACCESS EXCLUSIVE MODE');
    await notReady(/does not answer/);
    await client.query('ROLLBACK');
    await expect.poll(async () => (await look('/readyz')).status).toBe(200);
  });
});

test('a migration of a newer release is no fault', async () => {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
     VALUES ('x', 'x', '99990101000000_newer', now())`,
  );
  expect(await look('/readyz')).toMatchObject({ status: 200 });
});

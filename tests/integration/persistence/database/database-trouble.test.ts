import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import express from 'express';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { attemptDigest } from '../../../../app/application/guest/digests.ts';
import { readConfig } from '../../../../app/config.server.ts';
import { assemble, type Assembly } from '../../../../app/container.server.ts';
import type { ShopDomain } from '../../../../app/domain/ids.ts';
import { startWeb, type Web } from '../../../../app/processes/web.ts';
import { startAppProcess } from '../../../support/processes/app-process.ts';
import { type FreezingWay, openFreezingWay } from '../../../support/database/freezing-way.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database/postgres.ts';

/* What the app does while its database is locked, frozen, away or not what it should be. */

const SECRET = 'made-up-secret';
const SHOP = 'one.myshopify.com';

const environment = (databaseUrl: string) => ({
  NODE_ENV: 'test',
  SHOPIFY_API_KEY: '0123456789abcdef0123456789abcdef',
  SHOPIFY_API_SECRET: SECRET,
  SHOPIFY_APP_URL: 'https://unorder.example',
  DATABASE_URL: databaseUrl,
  LOG_LEVEL: 'silent',
  PORT: '0',
});

let testDatabase: TestDatabase;
/** Holds locks; not one of the app's sessions. */
let holder: pg.Client;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  holder = new pg.Client({ connectionString: testDatabase.url });
  await holder.connect();
});
afterAll(async () => {
  await holder.end();
  await testDatabase.drop();
});

async function startApp(databaseUrl: string): Promise<{ assembly: Assembly; web: Web }> {
  const assembly = await assemble(readConfig(environment(databaseUrl)), {
    process: 'test',
    works: false,
  });
  const web = await startWeb(assembly, {
    files: express.Router(),
    build: () => Promise.reject(new Error('No page is asked for here.')),
  });
  return { assembly, web };
}

async function timed<T>(work: Promise<T>): Promise<{ result: T; ms: number }> {
  const startedAt = performance.now();
  return { result: await work, ms: performance.now() - startedAt };
}

let delivery = 0;
function deliver(web: Web): Promise<number> {
  delivery += 1;
  const body = JSON.stringify({ id: delivery, order_id: 7 });
  return fetch(`${web.url}/webhooks`, {
    method: 'POST',
    body,
    headers: {
      'x-shopify-topic': 'refunds/create',
      'x-shopify-shop-domain': SHOP,
      'x-shopify-hmac-sha256': createHmac('sha256', SECRET).update(body).digest('base64'),
      'x-shopify-webhook-id': `w-${delivery}`,
      'x-shopify-event-id': `e-${delivery}`,
      'x-shopify-api-version': '2026-10',
      'x-shopify-triggered-at': '2026-11-22T09:00:00Z',
    },
  }).then(({ status }) => status);
}

/** Shopify's own: https://shopify.dev/docs/apps/build/webhooks/subscribe/https */
const WEBHOOK_TIMEOUT = 5_000;

describe('while somebody holds a table', () => {
  let app: { assembly: Assembly; web: Web };
  beforeAll(async () => {
    app = await startApp(testDatabase.url);
  });
  afterAll(async () => {
    await app.web.close();
    await app.assembly.close();
  });
  afterEach(() => holder.query('ROLLBACK'));

  const lock = async (table: string): Promise<void> => {
    await holder.query('BEGIN');
    await holder.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  };

  test('webhooks are answered 503 within Shopify’s five seconds, however many, and taken afterwards', async () => {
    await lock('webhook_inbox');
    const { result, ms } = await timed(
      Promise.all(Array.from({ length: 30 }, () => deliver(app.web))),
    );
    expect(new Set(result)).toEqual(new Set([503]));
    expect(ms).toBeLessThan(WEBHOOK_TIMEOUT);
    await holder.query('ROLLBACK');
    expect(await deliver(app.web)).toBe(200);
  });

  test('nobody goes on waiting in the server for what was given up', async () => {
    await lock('webhook_inbox');
    await Promise.all(Array.from({ length: 5 }, () => deliver(app.web)));
    const { rows } = await holder.query(
      `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    expect(rows).toEqual([]);
  });

  test('the queue’s table too: a webhook and its job are stored together or not at all', async () => {
    await lock('pgboss.job');
    const { result, ms } = await timed(deliver(app.web));
    expect(result).toBe(503);
    expect(ms).toBeLessThan(WEBHOOK_TIMEOUT);
    await holder.query('ROLLBACK');
    expect(await deliver(app.web)).toBe(200);
  });

  test('a guest’s question is given up on in seconds, and can be asked afterwards', async () => {
    const { rateLimits, guestSecrets } = app.assembly.container;
    const at = Date.now();
    const digest = attemptDigest(guestSecrets, SHOP as ShopDomain, 'ask from', '203.0.113.7');
    const ask = () =>
      rateLimits.take(SHOP as ShopDomain, [{ digest, attempts: 1, perMs: 60_000 }], at);
    await lock('guest_attempts');
    const { ms } = await timed(expect(ask()).rejects.toThrow());
    expect(ms).toBeLessThan(WEBHOOK_TIMEOUT);
    await holder.query('ROLLBACK');
    expect(await ask()).toBeNull();
  });

  test('health is answered at once, even while every connection waits', async () => {
    await lock('webhook_inbox');
    const waiting = Array.from({ length: 30 }, () => deliver(app.web));
    const { result, ms } = await timed(app.assembly.isReady());
    expect(result).toBe('ready');
    expect(ms).toBeLessThan(2_500);
    await Promise.all(waiting);
  });

  test('sessions, through Prisma, are given up on in seconds and read again afterwards', async () => {
    await lock('"Session"');
    const { result, ms } = await timed(
      app.assembly.sessionStorage.loadSession(`offline_${SHOP}`).catch(() => 'given up'),
    );
    expect(result).toBe('given up');
    expect(ms).toBeLessThan(4_000);
    await holder.query('ROLLBACK');
    expect(await app.assembly.sessionStorage.loadSession(`offline_${SHOP}`)).toBeUndefined();
  });
});

describe('a server that is frozen', () => {
  let ice: FreezingWay;
  let frozen = false;
  let app: { assembly: Assembly; web: Web };

  beforeAll(async () => {
    ice = await openFreezingWay(testDatabase.url, () => frozen);
    app = await startApp(ice.url);
  });
  afterAll(async () => {
    frozen = false;
    await app.web.close();
    await app.assembly.close();
    ice.close();
  });

  test('neither webhooks nor health hang on it, and both come back by themselves', async () => {
    expect(await deliver(app.web)).toBe(200);
    expect(await app.assembly.isReady()).toBe('ready');
    frozen = true;
    const [hook, health] = await Promise.all([
      timed(deliver(app.web)),
      timed(app.assembly.isReady()),
    ]);
    expect(hook.result).toBe(503);
    expect(hook.ms).toBeLessThan(WEBHOOK_TIMEOUT);
    expect(health.result).toEqual({
      fault: expect.stringContaining('does not answer in time') as string,
    });
    expect(health.ms).toBeLessThan(2_500);
    frozen = false;
    await expect.poll(() => deliver(app.web), { timeout: 10_000 }).toBe(200);
    await expect.poll(() => app.assembly.isReady(), { timeout: 10_000 }).toBe('ready');
  });
});

describe('a server that is down', () => {
  /** A way to the database that can be closed and opened again at the same address. */
  async function openWay() {
    const { port: serverPort, hostname } = new URL(testDatabase.url);
    const open = new Set<Socket>();
    const way = createServer((inner) => {
      const outer = connect(Number(serverPort), hostname);
      inner.pipe(outer).pipe(inner);
      for (const socket of [inner, outer]) {
        open.add(socket.on('error', () => undefined));
        socket.on('close', () => {
          inner.destroy();
          outer.destroy();
        });
      }
    });
    way.listen(0, '127.0.0.1');
    await once(way, 'listening');
    const { port } = way.address() as AddressInfo;
    const target = new URL(testDatabase.url);
    target.port = String(port);
    return {
      url: target.href,
      async close() {
        way.close();
        for (const socket of open) socket.destroy();
        await once(way, 'close');
      },
      async reopen() {
        way.listen(port, '127.0.0.1');
        await once(way, 'listening');
      },
    };
  }

  test('a worker says so in a few lines that tell what is wrong, and goes on by itself afterwards', async () => {
    const way = await openWay();
    const worker = await startAppProcess('worker', {
      ...environment(way.url),
      LOG_LEVEL: 'info',
      DEVSTORE_URL: 'http://127.0.0.1:1',
    });
    await way.close();
    const before = worker.output().length;
    await sleep(6_000);
    const lines = worker.output().slice(before).trim().split('\n');
    expect(lines.length).toBeLessThan(40);
    expect(lines.join('\n')).toContain('"code":"ECONNREFUSED"');
    expect(lines.join('\n')).not.toContain('"error":{"type":"object"}');
    await way.reopen();
    await holder.query(
      `INSERT INTO pgboss.job (name, data) VALUES ('send-guest-code', '{"nonsense":true}')`,
    );
    const taken = async () =>
      (
        await holder.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'send-guest-code' AND state <> 'created'`,
        )
      ).rows[0]?.n;
    await expect.poll(taken, { timeout: 15_000 }).toBe(1);
    await worker.stop();
    await way.close();
  });
});

describe('a database that cannot be worked with', () => {
  const withUrl = (change: (url: URL) => void): string => {
    const url = new URL(testDatabase.url);
    change(url);
    return url.href;
  };

  test.each([
    ['of a port where nothing listens', (url: URL) => (url.port = '1'), 'nothing listens'],
    ['of a name that is not there', (url: URL) => (url.pathname = '/nowhere'), 'no database of'],
    ['with a wrong password', (url: URL) => (url.password = 'secret-guess'), 'user and password'],
    ['without its tables', (url: URL) => (url.pathname = '/postgres'), 'npm run setup'],
  ])('%s stops the start with a sentence, and says no secret', async (_case, change, sentence) => {
    const url = withUrl(change);
    const failure = await startApp(url).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ name: 'ConfigError' });
    const { message } = failure as Error;
    expect(message).toContain('DATABASE_URL: ');
    expect(message).toContain(sentence);
    expect(message).not.toContain(new URL(url).password);
  });

  test('tables that went away since make the app unready, with what to do', async () => {
    const lacking = await createTestDatabase();
    const app = await startApp(lacking.url);
    const client = new pg.Client({ connectionString: lacking.url });
    await client.connect();
    await client.query('DELETE FROM _prisma_migrations WHERE migration_name LIKE $1', ['%first']);
    expect(await app.assembly.isReady()).toEqual({
      fault: expect.stringContaining('npm run setup') as string,
    });
    await client.end();
    await app.web.close();
    await app.assembly.close();
    await lacking.drop();
  });
});

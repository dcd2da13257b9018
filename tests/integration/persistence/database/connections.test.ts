import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { readConfig } from '../../../../app/config.server.ts';
import { assemble } from '../../../../app/container.server.ts';
import type { CancellationId, ShopDomain } from '../../../../app/domain/ids.ts';
import { startWork } from '../../../../app/processes/work.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database/postgres.ts';

/* How many connections a process opens, whatever it is asked to do at once. */

const SHOP = 'one.myshopify.com' as ShopDomain;

let database: TestDatabase;
let watcher: pg.Client;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  watcher = new pg.Client({ connectionString: database.url, application_name: 'watcher' });
  await watcher.connect();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(async () => {
  await watcher.end();
  await database.drop();
});

async function start(works: boolean, most: string) {
  const config = readConfig({
    NODE_ENV: 'test',
    SHOPIFY_API_KEY: '0123456789abcdef0123456789abcdef',
    SHOPIFY_API_SECRET: 'made-up-secret',
    SHOPIFY_APP_URL: 'https://unorder.example',
    DATABASE_URL: database.url,
    DATABASE_CONNECTIONS: most,
    WORKER_CONCURRENCY: '30',
    LOG_LEVEL: 'silent',
  });
  const assembly = await assemble(config, { process: 'test', works });
  const worker = works ? await startWork(assembly) : null;
  closing.push(async () => {
    await worker?.stop(1_000);
    await assembly.close();
  });
  return assembly;
}

async function open(): Promise<number> {
  const { rows } = await watcher.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name <> 'watcher' AND backend_type = 'client backend'`,
  );
  return rows[0]?.count ?? 0;
}

test.each([
  { part: 'a worker', works: true, most: 8 },
  { part: 'a worker', works: true, most: 20 },
  { part: 'a web process', works: false, most: 8 },
])(
  '$part that may open $most connections opens $most and not one more',
  async ({ works, most }) => {
    const assembly = await start(works, String(most));
    const { store, queue, orders, clock } = assembly.container;
    const hold = (index: number) =>
      store.exclusively(SHOP, `00000000-0000-4000-8000-${index}` as CancellationId, async () => {
        await orders.watermark(SHOP);
      });
    let seen = 0;
    for (let round = 0; round < 15; round += 1) {
      const work = Array.from({ length: 40 }, (_, index) => [
        hold(index),
        orders.watermark(SHOP),
        assembly.isReady(),
        queue.enqueue({
          job: { name: 'sync-orders', shop: `shop-${index}.myshopify.com` as ShopDomain },
          at: clock.now(),
        }),
      ]).flat();
      seen = Math.max(seen, await open());
      await Promise.all(work);
      seen = Math.max(seen, await open());
    }
    // A web process asks its queue for nothing once it runs, by connections that stay open.
    expect(seen).toBeLessThanOrEqual(most);
    expect(seen).toBeGreaterThanOrEqual(most - 2);
  },
);

test('two web processes and two workers find room in a PostgreSQL as it comes', async () => {
  await Promise.all([true, true, false, false].map((works) => start(works, '')));
  const { rows } = await watcher.query<{ free: number }>(
    `SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS free`,
  );
  const defaults = 20;
  expect(4 * defaults).toBeLessThanOrEqual((rows[0]?.free ?? 0) - 10);
});

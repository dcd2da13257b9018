import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ScheduledJob } from '../../../app/application/shared/queue.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import type { Exclusion } from '../../../app/domain/policy/document/policy.ts';
import { err, ok } from '../../../app/domain/result.ts';
import { createJobQueue } from '../../../app/jobs/queue/job-queue.ts';
import type { Database } from '../../../app/persistence/database/database.ts';
import type { EnqueueWith } from '../../../app/persistence/database/transaction.ts';
import {
  openStatementCounter,
  type StatementCounter,
} from '../../bench/figures/statement-counter.ts';
import { documentOf, policy, rule } from '../../support/facts/policies.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';
import { withoutShop } from '../../support/database/shop-in-statements.ts';
import { storeContract } from '../../support/database/store-contract.ts';

const SHOP = 'one.myshopify.com' as ShopDomain;
const ID = '00000000-0000-4000-8000-000000000001' as CancellationId;
const T = Date.UTC(2026, 10, 22, 9);

let testDatabase: TestDatabase;
let opened: OpenStores;
let database: Database;
/** Hears what the stores under test say to their database. */
let counter: StatementCounter;
let watched: OpenStores;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openStores(testDatabase.url);
  database = opened.database;
  counter = await openStatementCounter(testDatabase.url);
  watched = await openStores(counter.url);
});

afterAll(async () => {
  await Promise.all([opened.close(), watched.close()]);
  await counter.close();
  await testDatabase.drop();
});

const empty = (): Promise<void> => opened.empty();
const stores = (enqueue?: EnqueueWith) => watched.stores(enqueue);

storeContract('PostgreSQL', async () => {
  await empty();
  return stores();
});

describe('jobs and data', () => {
  const failing: EnqueueWith = async (sql, jobs) => {
    await createJobQueue(opened.boss, sql).enqueueWith(sql, jobs);
    throw new Error('the queue broke after it took the job');
  };
  const webhook = {
    webhookId: 'w',
    eventId: 'e',
    topic: 'app/uninstalled',
    triggeredAt: T,
    receivedAt: T,
    event: { kind: 'app_uninstalled' },
  } as const;

  test('are stored together or not at all', async () => {
    await empty();
    const job: ScheduledJob = { job: { name: 'apply-webhook', shop: SHOP, webhookId: 'w' }, at: T };
    await expect(stores(failing).inbox.store(SHOP, webhook, job)).rejects.toThrow('queue broke');
    expect(await stores().inbox.load(SHOP, ['w'])).toEqual([]);
    expect(await stores().jobs()).toEqual([]);
    expect(await stores().inbox.store(SHOP, webhook, job)).toBe('stored');
    expect(await stores().jobs()).toEqual([job]);
  });

  test('one shop has at most one waiting order copy, however often it is asked for', async () => {
    await empty();
    const queue = createJobQueue(opened.boss, database.pool);
    for (const at of [T, T + 1, T + 2]) {
      await queue.enqueue({ job: { name: 'sync-orders', shop: SHOP }, at });
    }
    expect(await stores().jobs()).toHaveLength(1);
  });
});

test('whether a shop’s policies name a collection is known from every version it saved', async () => {
  await empty();
  const { policies } = stores();
  const save = (basedOn: number, exclusions: Exclusion[]) =>
    policies.save(
      SHOP,
      basedOn,
      documentOf(policy({ rules: [rule({ exclusions })] })),
      { kind: 'system' },
      T + basedOn,
    );
  const excluding = (kind: 'product_tag' | 'collection', value: string): Exclusion => ({
    kind,
    values: [value],
    then: 'refuse',
    wording: null,
  });
  expect(await policies.namesCollections(SHOP)).toBe(false);
  await save(0, [excluding('product_tag', 'sale')]);
  expect(await policies.namesCollections(SHOP)).toBe(false);
  await save(1, [excluding('collection', 'gid://shopify/Collection/7')]);
  await save(2, []);
  expect(await policies.namesCollections(SHOP)).toBe(true);
  expect(await policies.namesCollections('two.myshopify.com' as ShopDomain)).toBe(false);
});

test('the history refuses change and removal', async () => {
  await empty();
  await database.pool.query(
    `INSERT INTO cancellations (shop, id, order_id, order_name, status, live, seq, requested_by,
       amount_minor, currency_code, opened_at, updated_at)
     VALUES ($1, $2, 'o', '#1', 'requested', true, 1, 'staff', 1, 'EUR', now(), now())`,
    [SHOP, ID],
  );
  await database.pool.query(
    `INSERT INTO cancellation_events VALUES ($1, $2, 1, now(), 'requested', '{}')`,
    [SHOP, ID],
  );
  for (const statement of [
    `UPDATE cancellation_events SET data = '{"forged": true}'`,
    `DELETE FROM cancellation_events`,
    `DELETE FROM cancellations`,
    `TRUNCATE cancellation_events`,
  ]) {
    await expect(database.pool.query(statement), statement).rejects.toThrow('append-only');
  }
});

test('a killed process leaves no cancellation locked', async () => {
  const script = `
    import pg from 'pg';
    const client = new pg.Client({ connectionString: process.env.URL });
    await client.connect();
    await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0))', [process.env.NAME]);
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, URL: testDatabase.url, NAME: `cancellation ${SHOP} ${ID}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const { cancellations } = stores();
  expect(await cancellations.exclusively(SHOP, ID, async () => 1)).toBe('busy');
  child.kill('SIGKILL');
  await expect
    .poll(() => cancellations.exclusively(SHOP, ID, async () => 1), { timeout: 5_000 })
    .toEqual({ done: 1 });
});

describe('work that stands still', () => {
  const overdue = async (wakeAt: string, live = true) => {
    await empty();
    await database.pool.query(
      `INSERT INTO cancellations (shop, id, order_id, order_name, status, live, seq, wake_at,
         requested_by, reason_id, amount_minor, currency_code, opened_at, updated_at)
       VALUES ($1, $2, 'gid://shopify/Order/1', '#1', 'requested', $3, 1, now() + $4::interval,
         'shopper', NULL, 1, 'EUR', now() - interval '1 hour', now() - interval '20 seconds')`,
      [SHOP, STANDING, live, wakeAt],
    );
    return stores().cancellations.overdueBy(SHOP, STANDING);
  };
  const STANDING = '0190f5fe-0000-7000-8000-00000000abcd' as CancellationId;

  test('is known by how long its step is due and nothing has happened', async () => {
    expect(await overdue('-12 seconds')).toBeGreaterThanOrEqual(12_000);
    expect(await overdue('-12 seconds')).toBeLessThan(15_000);
    // The step was due for an hour, and something happened 20 seconds ago.
    expect(await overdue('-1 hour')).toBeLessThan(25_000);
    expect(await overdue('1 hour')).toBeNull();
    expect(await overdue('-1 hour', false)).toBeNull();
  });
});

describe('installations', () => {
  const install = (shop: string) =>
    database.prisma.session.create({
      data: {
        id: `offline_${shop}`,
        shop,
        state: '',
        isOnline: false,
        accessToken: 'first',
        expires: new Date(T),
        refreshToken: 'refresh-1',
        refreshTokenExpires: new Date(T + 1),
      },
    });

  test('a late report of an uninstall takes no newer tokens away', async () => {
    await empty();
    await install(SHOP);
    const { installations } = stores();
    await installations.uninstalled(SHOP, Date.now() - 60_000);
    expect(await installations.list()).toEqual([SHOP]);
    await installations.uninstalled(SHOP, Date.now() + 60_000);
    expect(await installations.list()).toEqual([]);
  });

  test('renewed tokens are stored whole; a failed renewal changes nothing', async () => {
    await empty();
    await install(SHOP);
    const { tokens } = stores();
    const first = {
      accessToken: 'first',
      expiresAt: T,
      refreshToken: 'refresh-1',
      refreshTokenExpiresAt: T + 1,
    };
    expect(await tokens.load(SHOP)).toEqual(first);
    expect(await tokens.renew(SHOP, async () => err('no'))).toEqual(err('no'));
    expect(await tokens.load(SHOP)).toEqual(first);
    const second = {
      accessToken: 'second',
      expiresAt: T + 2,
      refreshToken: 'refresh-2',
      refreshTokenExpiresAt: T + 3,
    };
    expect(await tokens.renew(SHOP, async () => ok(second))).toEqual(ok(second));
    expect(await tokens.load(SHOP)).toEqual(second);
    await tokens.expire(SHOP, 'first', T);
    expect(await tokens.load(SHOP)).toEqual(second);
    await tokens.expire(SHOP, 'second', T);
    expect(await tokens.load(SHOP)).toEqual({ ...second, expiresAt: T });
  });

  test('of two who renew at once the second is given what the first got', async () => {
    await empty();
    await install(SHOP);
    const { tokens } = stores();
    let renewals = 0;
    const renew = () =>
      tokens.renew(SHOP, async (token) => {
        if (token?.accessToken !== 'first') return ok(token as NonNullable<typeof token>);
        renewals += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
        return ok({ ...token, accessToken: `renewed-${renewals}` });
      });
    const [one, two] = await Promise.all([renew(), renew()]);
    expect(one).toEqual(two);
    expect(renewals).toBe(1);
  });
});

test('every statement of the stores on rows of shops names the shop, but for sweeps', async () => {
  const { challenges, keptFacts, rateLimits } = stores(async () => undefined);
  const challenge = { id: ID, orderName: '#1', contactDigest: 'c', tries: 3, at: T };
  const job: ScheduledJob = { job: { name: 'sync-orders', shop: SHOP }, at: T };
  await challenges.open(SHOP, { ...challenge, expiresAt: T + 1 }, job);
  await challenges.load(SHOP, ID, T);
  await challenges.answerWith(SHOP, ID, { orderId: 'o' as OrderId, codeDigest: 'd' });
  await challenges.redeem(SHOP, ID, 'd', T);
  await rateLimits.take(SHOP, [{ digest: 'd', attempts: 1, perMs: 1 }], T);
  await rateLimits.forgetOver(T, SHOP);
  await rateLimits.forgetOver(T);
  await keptFacts.forgetBefore(T);
  const said = [...counter.texts().keys()];
  expect(said.filter((text) => /shop/.test(text)).length).toBeGreaterThan(60);
  expect(withoutShop(said)).toEqual([]);
  expect(withoutShop(['SELECT id FROM cancellations WHERE live'])).toHaveLength(1);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { sealEveryShop, verifyEveryShop } from '../../../app/application/audit/keep-chain.ts';
import type { CancellationId, CustomerId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { err } from '../../../app/domain/result.ts';
import { money } from '../../../app/domain/money.ts';
import { DAY, HOUR, MINUTE } from '../../../app/domain/time.ts';
import { inTransaction } from '../../../app/persistence/database/transaction.ts';
import { platformError } from '../../../app/platform/client/platform-error.ts';
import { cancellationPlan, refundPlan } from '../../support/facts/cancellation-plan.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

/* The chain of hashes over stored events: whatever somebody does to them behind the app's back, its check says so. */

const SHOP = 'chained.myshopify.com' as ShopDomain;
const T = Date.UTC(2026, 10, 22, 9);
const CUSTOMER = 'gid://shopify/Customer/7' as CustomerId;

const ENVIRONMENT = {
  NODE_ENV: 'test',
  SHOPIFY_API_KEY: '0123456789abcdef0123456789abcdef',
  SHOPIFY_API_SECRET: 'made-up-secret',
  SHOPIFY_APP_URL: 'https://unorder.example',
};

let testDatabase: TestDatabase;
let opened: OpenStores;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openStores(testDatabase.url);
});
afterAll(async () => {
  await opened.close();
  await testDatabase.drop();
});
beforeEach(() => opened.empty());

const idOf = (index: number) =>
  `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` as CancellationId;

/** A cancellation of two events. */
async function cancel(index: number, at = T + index * MINUTE, shop = SHOP): Promise<void> {
  const { cancellations } = opened.stores(async () => undefined);
  const id = idOf(index);
  await cancellations.open(shop, {
    ...{ id, orderName: `#${index}`, at, after: null, customerId: CUSTOMER, limit: null },
    event: {
      type: 'requested',
      orderId: `gid://shopify/Order/${index}` as OrderId,
      actor: { kind: 'shopper' },
      ...{ channel: 'order_page', handling: 'automatic', reasonId: 'changed_mind' },
      ...{ policyVersion: 0, plan: cancellationPlan(refundPlan(money(1_000, 'EUR'))) },
      ...{ reviewDeadline: null, workUnderWay: false, mails: [], reviewReasons: [] },
    },
    texts: {
      ...{ customerComment: 'Too small.', noteToCustomer: null },
      ...{ internalNote: null, proofOfPayment: null },
    },
    next: { at, job: { name: 'advance-cancellation', shop, cancellationId: id, nudged: false } },
  });
  await cancellations.append(shop, id, {
    expectedSeq: 1,
    events: [{ type: 'cancel_confirmed', cancelledAt: at }],
    ...{ at: at + 1_000, status: 'verifying', wakeAt: null, next: null },
  });
}

async function sealAll(shop = SHOP): Promise<number> {
  const { audit } = opened.stores();
  let all = 0;
  for (let some = -1; some !== 0; all += some) some = await audit.seal(shop);
  return all;
}

const verify = (shop = SHOP) => opened.stores().audit.verify(shop, T + DAY);

/** What somebody can do who has the database in their hands: no trigger stops them. */
const tamper = (...statements: readonly string[]) =>
  inTransaction(opened.database.pool, async (sql) => {
    await sql.query('SET LOCAL session_replication_role = replica');
    for (const statement of statements) {
      const { rowCount } = await sql.query(statement);
      expect(rowCount).toBeGreaterThan(0);
    }
  });

test('every stored event is chained once, and the chain holds', async () => {
  for (const index of [1, 2, 3]) await cancel(index);
  expect(await verify()).toBeNull();
  expect(await sealAll()).toBe(6);
  expect(await sealAll()).toBe(0);
  const first = await verify();
  expect(first).toMatchObject({ holds: true, links: 6 });
  await cancel(4, T + DAY);
  await sealAll();
  expect(await verify()).toMatchObject({ holds: true, links: 8 });
  expect(await opened.stores().audit.lastVerified(SHOP)).toMatchObject({
    at: T + DAY,
    verdict: { holds: true, links: 8 },
  });
  const noted = { position: 6, hash: first?.holds ? first.hash : '' };
  const { audit } = opened.stores();
  expect(await audit.verify(SHOP, T, noted)).toMatchObject({ holds: true });
  expect(await audit.verify(SHOP, T, { ...noted, position: 5 })).toMatchObject({
    kind: 'unlike_noted',
  });
});

test('what is stored a little late is chained all the same', async () => {
  await cancel(1, T + HOUR);
  await sealAll();
  await cancel(2, T + HOUR / 2);
  expect(await sealAll()).toBe(2);
  expect(await verify()).toMatchObject({ holds: true, links: 4 });
});

const second = `shop = '${SHOP}' AND cancellation_id = '${idOf(2)}' AND seq = 2`;
const EVENTS = 'cancellation_events';

test.each([
  ['an event is changed', [`UPDATE ${EVENTS} SET data = '{"cancelledAt": 1}' WHERE ${second}`]],
  ['its time is moved', [`UPDATE ${EVENTS} SET at = at + interval '1 ms' WHERE ${second}`]],
  ['its type is changed', [`UPDATE ${EVENTS} SET type = 'completed' WHERE ${second}`]],
  [
    'two events change places',
    [
      `UPDATE ${EVENTS} SET seq = 9 WHERE ${second}`,
      `UPDATE ${EVENTS} SET seq = 2 WHERE shop = '${SHOP}' AND cancellation_id = '${idOf(2)}' AND seq = 1`,
      `UPDATE ${EVENTS} SET seq = 1 WHERE shop = '${SHOP}' AND cancellation_id = '${idOf(2)}' AND seq = 9`,
    ],
  ],
])('the chain breaks where %s', async (_what, statements) => {
  for (const index of [1, 2, 3]) await cancel(index);
  await sealAll();
  await tamper(...statements);
  expect(await verify()).toMatchObject({ holds: false, kind: 'changed', subject: idOf(2) });
});

test('the chain breaks where an event was removed, with its links or without', async () => {
  for (const index of [1, 2, 3]) await cancel(index);
  await sealAll();
  await tamper(`DELETE FROM ${EVENTS} WHERE ${second}`);
  expect(await verify()).toMatchObject({ kind: 'removed', position: 4, subject: idOf(2), seq: 2 });
  await tamper(`DELETE FROM audit_links WHERE shop = '${SHOP}' AND position = 4`);
  expect(await verify()).toMatchObject({ kind: 'link_missing', position: 4 });
});

test('the chain breaks where its end was cut off', async () => {
  for (const index of [1, 2, 3]) await cancel(index);
  await sealAll();
  await tamper(
    `DELETE FROM ${EVENTS} WHERE shop = '${SHOP}' AND cancellation_id = '${idOf(3)}'`,
    `DELETE FROM audit_links WHERE shop = '${SHOP}' AND position > 4`,
  );
  expect(await verify()).toMatchObject({ kind: 'cut', position: 4 });
  await tamper(
    `UPDATE audit_chains SET position = 3, hash = (SELECT hash FROM audit_links
       WHERE shop = '${SHOP}' AND position = 3) WHERE shop = '${SHOP}'`,
  );
  expect(await verify()).toMatchObject({ kind: 'cut', position: 3 });
  await tamper(`DELETE FROM audit_chains WHERE shop = '${SHOP}'`);
  expect(await verify()).toMatchObject({ kind: 'cut' });
});

test('the chain breaks where an event was put among those that are chained', async () => {
  await cancel(1);
  await cancel(2, T + DAY);
  await sealAll();
  await tamper(
    `INSERT INTO ${EVENTS} (shop, cancellation_id, seq, at, type, data, format)
     SELECT shop, cancellation_id, 3, at, 'completed', '{}', format FROM ${EVENTS}
     WHERE shop = '${SHOP}' AND cancellation_id = '${idOf(1)}' AND seq = 2`,
  );
  await sealAll();
  expect(await verify()).toMatchObject({ kind: 'added', subject: idOf(1), seq: 3 });
});

test('the chain is append-only, as what it covers', async () => {
  await cancel(1);
  await sealAll();
  const { pool } = opened.database;
  for (const statement of ['UPDATE audit_links SET seq = 9', 'DELETE FROM audit_links']) {
    await expect(pool.query(statement)).rejects.toThrow('append-only');
  }
});

test('case 133: however many chain a shop’s events at once, there is one chain with one beginning', async () => {
  const indexes = Array.from({ length: 24 }, (_, index) => index + 1);
  for (const index of indexes) await cancel(index);
  const { audit } = opened.stores();
  // Every connection is open before the race.
  await Promise.all(indexes.map(() => opened.database.pool.query('SELECT pg_sleep(0.02)')));
  const some = await Promise.all(indexes.map(() => audit.seal(SHOP)));
  expect(some.reduce((sum, one) => sum + one, 0)).toBe(48);
  expect(some.filter((one) => one > 0)).toHaveLength(1);
  expect(await verify()).toMatchObject({ holds: true, links: 48 });
});

test('case 190: erasing somebody breaks nothing, and is an entry of the chain without them', async () => {
  await cancel(1);
  await sealAll();
  const { privacy, audit } = opened.stores();
  const orderIds = ['gid://shopify/Order/1' as OrderId];
  await privacy.redactCustomer(SHOP, { customerId: CUSTOMER, orderIds });
  expect(await sealAll()).toBe(1);
  expect(await verify()).toMatchObject({ holds: true, links: 3 });
  const { rows } = await opened.database.pool.query<{ type: string; data: object }>(
    'SELECT type, data FROM audit_entries WHERE shop = $1',
    [SHOP],
  );
  expect(rows).toEqual([{ type: 'customer_erased', data: { orders: 1 } }]);
  await tamper(`UPDATE audit_entries SET data = '{"orders": 0}' WHERE shop = '${SHOP}'`);
  expect(await verify()).toMatchObject({ kind: 'changed', position: 3, seq: 0 });
  await privacy.redactShop(SHOP);
  expect(await audit.verify(SHOP, T)).toBeNull();
});

test('npm run audit:verify names the first broken link, and tells by its exit code', async () => {
  await cancel(1);
  await sealAll();
  const run = async (...args: readonly string[]) => {
    const child = spawn(process.execPath, ['scripts/audit-verify.ts', ...args], {
      env: { ...process.env, ...ENVIRONMENT, DATABASE_URL: testDatabase.url } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [printed] = await Promise.all([text(child.stdout), once(child, 'close')]);
    return { printed, code: child.exitCode };
  };
  const good = await run();
  expect(good).toMatchObject({ code: 0 });
  const noted = /^chained\.myshopify\.com: 2 links hold\..* (2:[0-9a-f]{64})$/m.exec(
    good.printed,
  )?.[1];
  await tamper(`UPDATE ${EVENTS} SET type = 'completed' WHERE shop = '${SHOP}' AND seq = 2`);
  const bad = await run('--shop', SHOP, '--noted', noted ?? '');
  expect(bad).toEqual({
    code: 1,
    printed: `${SHOP}: BROKEN at link 2: event 2 of cancellation ${idOf(1)} was changed, or stands in another place.\n`,
  });
  expect(await run('--shop', 'nonsense')).toMatchObject({ code: 2 });
});

test('the jobs chain and check every shop, also where one of them is in trouble', async () => {
  const OTHER = 'another.myshopify.com' as ShopDomain;
  await cancel(1);
  await cancel(2, T, OTHER);
  for (const shop of [SHOP, OTHER]) await sealAll(shop);
  await cancel(3);
  await cancel(4, T, OTHER);
  const { audit, records } = opened.stores();
  const readShop = async () => err(platformError('unavailable', null, 'No.'));
  const keeping = { records, platform: { readShop } };
  const errors: string[] = [];
  const log = {
    info: () => undefined,
    error: ({ shop }: Record<string, unknown>, message: string) =>
      errors.push(`${String(shop)} ${message}`),
  };
  const troubled = {
    ...audit,
    seal: async (shop: ShopDomain) =>
      shop === OTHER ? Promise.reject(new Error('No.')) : audit.seal(shop),
  };
  await sealEveryShop({ ...keeping, audit: troubled, clock: { now: () => T }, log });
  expect(errors).toEqual([`${OTHER} events could not be chained, or not counted`]);
  await sealEveryShop({ ...keeping, audit, clock: { now: () => T }, log });
  await tamper(`UPDATE ${EVENTS} SET type = 'ended' WHERE shop = '${OTHER}'`);
  await verifyEveryShop({ audit, clock: { now: () => T }, log });
  expect(errors).toEqual([
    `${OTHER} events could not be chained, or not counted`,
    `${OTHER} the chain of events is broken`,
  ]);
  expect(await audit.lastVerified(SHOP)).toMatchObject({ verdict: { holds: true, links: 4 } });
});

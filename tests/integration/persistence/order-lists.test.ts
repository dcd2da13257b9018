import { afterAll, beforeAll, expect, test } from 'vitest';

import { NEWEST_ORDERS } from '../../../app/application/order/order-search.ts';
import type { ListedOrder, OrderSnapshot } from '../../../app/application/order/ports.ts';
import type { OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { money } from '../../../app/domain/money.ts';
import { MINUTE } from '../../../app/domain/time.ts';
import { WALK } from '../../../app/persistence/order/order-list.ts';
import { ORDER_STATE_SQL } from '../../../app/persistence/order/order-state-sql.ts';
import { inTransaction } from '../../../app/persistence/database/transaction.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

/* What lists of many orders are answered with, and from which index. */

const SHOP = 'many-orders.myshopify.com' as ShopDomain;
const T = Date.UTC(2026, 10, 22, 9);
const COUNT = WALK + 200;
/** Among the oldest, which no walk from the newest comes to. */
const RARE = [3, 5, 7];

let testDatabase: TestDatabase;
let opened: OpenStores;

const orderOf = (index: number): OrderSnapshot => ({
  id: `gid://shopify/Order/${10_000 + index}` as OrderId,
  name: `#${1_000 + index}`,
  customerId: null,
  customerName: RARE.includes(index) ? 'Zoë Quillfeather' : 'Ann Other',
  email: null,
  createdAt: T + index * MINUTE,
  updatedAt: T,
  cancelledAt: null,
  financialStatus: 'PAID',
  fulfillmentStatus: index === 5 ? 'FULFILLED' : 'UNFULFILLED',
  total: money(index, 'EUR'),
});

const listed = (index: number): ListedOrder => ({ ...orderOf(index), cancelledInPart: false });

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openStores(testDatabase.url);
  const all = Array.from({ length: COUNT }, (_, index) => orderOf(index));
  await opened.stores().orders.upsert(SHOP, all);
  await opened.database.pool.query('ANALYZE order_mirror');
}, 120_000);
afterAll(async () => {
  await opened.close();
  await testDatabase.drop();
});

const search = (changes: Partial<Parameters<typeof read>[1]>) =>
  read(SHOP, { ...NEWEST_ORDERS, limit: 2, ...changes });
const read = (...asked: Parameters<ReturnType<OpenStores['stores']>['orders']['search']>) =>
  opened.stores().orders.search(...asked);

test('a rare word is found however far from the newest it stands, a page at a time', async () => {
  const first = await search({ text: 'quillf' });
  expect(first.items).toEqual([listed(7), listed(5)]);
  expect(first.previous).toBeNull();
  const last = await search({
    text: 'quillf',
    cursor: { side: 'after', key: first.next ?? [] },
  });
  expect(last.items).toEqual([listed(3)]);
  expect(last.next).toBeNull();
  const back = await search({
    text: 'quillf',
    cursor: { side: 'before', key: last.previous ?? [] },
  });
  expect(back.items).toEqual(first.items);
  expect((await search({ text: 'zoe', state: 'completed' })).items).toEqual([listed(5)]);
  expect((await search({ text: 'zoe', state: 'failed' })).items).toEqual([]);
});

test('a word that most orders have is found among the newest', async () => {
  const { items } = await search({ text: 'other' });
  expect(items).toEqual([listed(COUNT - 1), listed(COUNT - 2)]);
});

test.each([
  [
    'order_mirror_by_state',
    `AND (${ORDER_STATE_SQL}) = 'failed' ORDER BY o.created_at DESC, o.order_id DESC`,
  ],
  ['order_mirror_by_total', 'ORDER BY o.total_minor DESC, o.order_id DESC'],
  [
    'order_mirror_by_number',
    `ORDER BY coalesce(nullif(regexp_replace(o.name, '[^0-9]', '', 'g'), ''), '-1')::numeric ASC, o.order_id ASC`,
  ],
])('the index %s has what the list is read by', async (index, rest) => {
  // Whether the index can be read so, not whether it is worth it for a few orders.
  const { rows } = await inTransaction(opened.database.pool, async (sql) => {
    for (const way of ['seqscan', 'bitmapscan', 'sort', 'incremental_sort']) {
      await sql.query(`SET LOCAL enable_${way} = off`);
    }
    return sql.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT * FROM order_mirror o WHERE o.shop = '${SHOP}' ${rest} LIMIT 5`,
    );
  });
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain(`using ${index}`);
  expect(plan).not.toContain('Sort');
});

import { afterAll, beforeAll, expect, test } from 'vitest';

import { NEWEST_ORDERS } from '../../../app/application/order/order-search.ts';
import type {
  FoundOrders,
  ListedOrder,
  OrderMirror,
  OrderSnapshot,
} from '../../../app/application/order/ports.ts';
import type { ListCursor, ListKey } from '../../../app/application/shared/list-page.ts';
import type { OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { money } from '../../../app/domain/money.ts';
import { MINUTE } from '../../../app/domain/time.ts';
import { SORTED_HITS, STEPS } from '../../../app/persistence/order/order-list.ts';
import { ORDER_STATE_SQL } from '../../../app/persistence/order/order-state-sql.ts';
import { inTransaction } from '../../../app/persistence/database/transaction.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createMemoryDatabase } from '../../simulation/adapters/memory-database.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

/* What lists of many orders are answered with, and from which index. */

const SHOP = 'many-orders.myshopify.com' as ShopDomain;
const T = Date.UTC(2026, 10, 22, 9);
const COUNT = STEPS[0] + STEPS[1] + STEPS[2] + 200;
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

const listed = (index: number): ListedOrder => ({
  ...orderOf(index),
  cancelledInPart: false,
  cancellationStatus: null,
});

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

test('what a page did not look through is looked through by the next one', async () => {
  const { items, next, searched } = await search({ text: 'quillf', country: 'DE', amount: null });
  expect({ items, next, searched }).toEqual({ items: [], next: null, searched: 'all' });
  const amount = { currencyCode: 'EUR', from: 0, to: 7 };
  const first = await search({ amount });
  expect(first).toMatchObject({ items: [], searched: 'so_far' });
  const second = await search({ amount, cursor: { side: 'after', key: first.next ?? [] } });
  expect(second.items).toEqual([listed(7), listed(6)]);
  expect(second.searched).toBe('all');
});

test('of more hits than can be sorted the newest are, and the page says so', async () => {
  const sort = { by: 'total', direction: 'ascending' } as const;
  const { items, searched } = await search({ text: 'other', sort });
  expect(searched).toBe('newest');
  expect(items).toEqual([listed(COUNT - SORTED_HITS), listed(COUNT - SORTED_HITS + 1)]);
});

test('filters that few of the first meet by total sort the newest that meet them', async () => {
  const early = {
    fulfillment: ['UNFULFILLED'],
    placed: { from: null, until: T + 3 * MINUTE },
    sort: { by: 'total', direction: 'descending' } as const,
  };
  const { items, searched } = await search(early);
  expect(searched).toBe('newest');
  expect(items).toEqual([listed(2), listed(1)]);
});

test('every search, filter and sort finds what a plain look through all orders finds', async () => {
  const memory = createMemoryDatabase();
  const pick = randomPicks(7);
  const orders = Array.from({ length: 160 }, (_, index): OrderSnapshot => {
    const status = pick(['PAID', 'PENDING', 'VOIDED', 'AUTHORIZED']);
    return {
      ...orderOf(index),
      id: `gid://shopify/Order/${70_000 + index}` as OrderId,
      name: `#${pick([5, 51, 512, 5120])}${index}`,
      customerName: pick(['Ada Berg', 'Adam Bergmann', 'Zoë Quill', '山田太郎', null]),
      createdAt: T + Math.trunc(index / 3) * MINUTE,
      cancelledAt: pick([null, null, null, T]),
      financialStatus: status,
      fulfillmentStatus: pick(['UNFULFILLED', 'FULFILLED', 'ON_HOLD']),
      total: money(pick([100, 250, 999]) * (index % 7), pick(['EUR', 'EUR', 'JPY'])),
      traits: {
        risk: pick(['HIGH', 'LOW', 'NONE']),
        countryCode: pick(['DE', 'FR', null]),
        locations: pick([['Hamburg'], ['Hamburg', 'Łódź'], []]),
        tags: pick([['vip'], ['vip', 'wholesale'], ["o'neill"], []]),
      },
    };
  });
  const FEW = 'few-orders.myshopify.com' as ShopDomain;
  await opened.stores().orders.upsert(FEW, orders);
  await memory.orders.upsert(FEW, orders);
  for (let round = 0; round < 120; round += 1) {
    const asked = {
      ...NEWEST_ORDERS,
      text: pick([
        '',
        '',
        '',
        'ada',
        'berg',
        'ada berg',
        '#51',
        '512',
        'quill',
        '太郎',
        'nobody',
        ...WORDS_THAT_ARE_CODE,
      ]),
      state: pick([null, null, 'failed', 'pending', 'cancelled'] as const),
      payment: pick([null, null, ['PAID'], ['PENDING', 'AUTHORIZED']]),
      fulfillment: pick([null, null, ['FULFILLED']]),
      cancellation: pick([null, null, 'possible', ['in_review']] as const),
      risk: pick([null, null, 'HIGH']),
      location: pick([null, null, null, 'Łódź']),
      country: pick([null, null, 'DE']),
      tag: pick([null, null, 'vip', "o'neill"]),
      placed: pick([null, null, { from: T + 9 * MINUTE, until: T + 40 * MINUTE }]),
      amount: pick([null, null, { currencyCode: 'EUR', from: 100, to: null }]),
      sort: {
        by: pick(['date', 'number', 'total'] as const),
        direction: pick(['ascending', 'descending'] as const),
      },
    };
    const [found, wanted] = [await all(opened.stores().orders), await all(memory.orders)];
    expect(found, JSON.stringify(asked)).toEqual(wanted);

    async function all(mirror: OrderMirror): Promise<readonly string[]> {
      const names: string[] = [];
      let key: ListKey | null = null;
      do {
        const cursor: ListCursor | null = key && { side: 'after', key };
        const page: FoundOrders = await mirror.search(FEW, { ...asked, cursor, limit: 7 });
        names.push(...page.items.map(({ name }) => name));
        key = page.next;
      } while (key !== null);
      return names;
    }
  }
}, 60_000);

/** Case 160: what people type is data. */
const WORDS_THAT_ARE_CODE = [
  ...[
    'O"Neil \\\\ OR status:any',
    "tag:'x'",
    '*',
    '-',
    '%',
    "' OR 1=1 --",
    'ada & !berg',
    '(ada',
    ':*',
  ],
  ...['berg:A', '\\\\', "''", 'ada <-> berg', '512%', '_', '#', '##512', 'NULL', '51 2', '"512"'],
];

/** Picks at random, the same in every run. */
function randomPicks(seed: number) {
  let state = seed;
  return <T>(of: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return of[Math.trunc((state / 2 ** 31) * of.length)] as T;
  };
}

test.each([
  [
    'order_mirror_by_state_and_total',
    `AND (${ORDER_STATE_SQL}) = 'failed' ORDER BY o.total_minor DESC, o.order_id DESC`,
  ],
  [
    'order_mirror_by_payment',
    "AND o.financial_status = 'PAID' ORDER BY o.created_at DESC, o.order_id DESC",
  ],
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

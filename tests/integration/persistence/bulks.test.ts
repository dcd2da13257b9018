import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { BulkStore } from '../../../app/application/bulk/ports.ts';
import type { OrderMirror } from '../../../app/application/order/ports.ts';
import type { OrderViews } from '../../../app/application/order/order-views.ts';
import type { BulkActing, BulkPlan } from '../../../app/domain/bulk/bulk.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { money } from '../../../app/domain/money.ts';
import { createBulkStore } from '../../../app/persistence/bulk/bulk-store.ts';
import { createOrderViews } from '../../../app/persistence/order/order-views.ts';
import { createMemoryDatabase } from '../../simulation/adapters/memory-database.ts';
import { OWNER } from '../../support/facts/staff-access.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

/* Bulks and views, as PostgreSQL keeps them and as the tests' memory does. */

const SHOP = 'bulk-shop.myshopify.com' as ShopDomain;
const OTHER = 'other-shop.myshopify.com' as ShopDomain;
const T = Date.UTC(2026, 10, 30, 9);
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const orderId = (number: number) => `gid://shopify/Order/${number}` as OrderId;
const by: BulkActing = {
  actor: { kind: 'staff', staffId: '1' },
  channel: 'app',
  access: OWNER,
};
const choice = {
  issueRefund: true,
  restock: true,
  reason: 'CUSTOMER',
  notify: false,
  noteToCustomer: 'Sorry, “Ann”',
  internalNote: '',
};
const plan: BulkPlan = {
  withRefund: { ok: true, amount: money(1_000, 'EUR') },
  withoutRefund: { ok: false, refusals: [{ code: 'dispute_open' }] },
  known: null,
};

let testDatabase: TestDatabase;
let opened: OpenStores;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openStores(testDatabase.url);
}, 120_000);
beforeEach(() => opened.empty());
afterAll(async () => {
  await opened.close();
  await testDatabase.drop();
});

interface Stores {
  readonly bulks: BulkStore;
  readonly orders: OrderMirror;
  readonly views: OrderViews;
}

const inPostgres = (): Stores => ({
  bulks: createBulkStore(opened.database, async () => undefined),
  orders: opened.stores().orders,
  views: createOrderViews(opened.database),
});
const inMemory = (): Stores => {
  const { bulks, orders, orderViews: views } = createMemoryDatabase();
  return { bulks, orders, views };
};

describe.each([
  ['PostgreSQL', inPostgres],
  ['memory', inMemory],
])('%s', (_name, open) => {
  async function stage() {
    const stores = open();
    await stores.orders.upsert(
      SHOP,
      [1, 2, 3].map((number) => ({
        id: orderId(number),
        name: `#${number}`,
        customerId: null,
        customerName: null,
        email: null,
        createdAt: T,
        updatedAt: T,
        cancelledAt: null,
        financialStatus: 'PAID',
        fulfillmentStatus: 'UNFULFILLED',
        total: money(1_000, 'EUR'),
      })),
    );
    const create = (number: number, orders: readonly number[], shop = SHOP) =>
      stores.bulks.create(shop, {
        id: uuid(number),
        created: { ...by, at: T },
        orders: orders.map((order) => ({
          orderId: orderId(order),
          cancellationId: uuid(100 * number + order) as CancellationId,
        })),
        next: { job: { name: 'advance-bulk', shop, bulkId: uuid(number) }, at: T },
      });
    return { ...stores, create };
  }

  test('a bulk keeps its orders as they were chosen, and names those that the shop does not have', async () => {
    const { bulks, create } = await stage();
    await create(1, [3, 1, 9]);
    await create(2, [2], OTHER);
    expect(await bulks.get(SHOP, uuid(1))).toEqual({
      id: uuid(1),
      number: 1,
      state: 'reviewing',
      created: { ...by, at: T },
      confirmed: null,
      stopped: null,
      paused: null,
      finishedAt: null,
    });
    expect(await bulks.get(OTHER, uuid(1))).toBeNull();
    expect(await bulks.orders(SHOP, uuid(1))).toEqual([
      row(0, 3, { orderName: '#3' }),
      row(1, 1, { orderName: '#1' }),
      row(2, 9, { status: 'refused', refusals: [{ code: 'order_not_found' }] }),
    ]);
    expect((await bulks.get(OTHER, uuid(2)))?.number).toBe(1);
  });

  test('an order is settled with its plan, and found by its status', async () => {
    const { bulks, create } = await stage();
    await create(1, [1, 2]);
    await bulks.settle(SHOP, uuid(1), 0, { status: 'planned', plan });
    await bulks.settle(OTHER, uuid(1), 1, { status: 'opened' });
    expect(await bulks.next(SHOP, uuid(1), 'planned', 9)).toEqual([
      row(0, 1, { orderName: '#1', status: 'planned', plan }),
    ]);
    expect(await bulks.next(SHOP, uuid(1), 'waiting', 9)).toHaveLength(1);
  });

  test('is decided once: whoever comes second finds it decided', async () => {
    const { bulks, create } = await stage();
    await create(1, [1]);
    await bulks.decide(SHOP, uuid(1), 'reviewing', { state: 'reviewed' }, null);
    const confirmed = { ...by, at: T, choice };
    const other = { ...confirmed, actor: { kind: 'staff', staffId: '2' } } as const;
    const decided = await Promise.all([
      bulks.decide(SHOP, uuid(1), 'reviewed', { state: 'running', confirmed }, null),
      bulks.decide(SHOP, uuid(1), 'reviewed', { state: 'running', confirmed: other }, null),
    ]);
    expect(decided.filter(Boolean)).toHaveLength(1);
    expect((await bulks.get(SHOP, uuid(1)))?.confirmed).toEqual(decided[0] ? confirmed : other);
  });

  test('case 121: names the running bulk that has an order before it', async () => {
    const { bulks, create } = await stage();
    await create(1, [1, 2]);
    await bulks.settle(SHOP, uuid(1), 0, { status: 'planned', plan });
    await bulks.settle(SHOP, uuid(1), 1, { status: 'opened' });
    await bulks.decide(SHOP, uuid(1), 'reviewing', { state: 'running' }, null);
    await create(2, [1, 2]);
    const orders = await bulks.orders(SHOP, uuid(2));
    expect(orders.map(({ refusals }) => refusals)).toEqual([
      [{ code: 'in_other_bulk', number: 1 }],
      [],
    ]);
    expect((await bulks.newest(SHOP, 1))[0]?.number).toBe(2);
  });

  test('stopped says which orders it did not reach; counts what it gave back', async () => {
    const { bulks, create } = await stage();
    await create(1, [1, 2]);
    for (const at of [0, 1]) await bulks.settle(SHOP, uuid(1), at, { status: 'planned', plan });
    const confirmed = { ...by, at: T, choice };
    await bulks.decide(SHOP, uuid(1), 'reviewing', { state: 'running', confirmed }, null);
    await bulks.settle(SHOP, uuid(1), 0, { status: 'opened' });
    await bulks.pause(SHOP, uuid(1), { until: T + 60_000, tries: 2 });
    expect((await bulks.get(SHOP, uuid(1)))?.paused).toEqual({ until: T + 60_000, tries: 2 });
    const stopped = { actor: by.actor, at: T };
    const change = { state: 'stopped', stopped, finishedAt: T } as const;
    await bulks.decide(SHOP, uuid(1), 'running', change, null);
    expect(await bulks.get(SHOP, uuid(1))).toMatchObject({ ...change, paused: null });
    const orders = await bulks.orders(SHOP, uuid(1));
    expect(orders.map(({ status }) => status)).toEqual(['opened', 'not_reached']);
    expect(await bulks.openedSince(SHOP, '1', T)).toEqual([money(1_000, 'EUR')]);
    expect(await bulks.openedSince(SHOP, '2', T)).toEqual([]);
    expect(await bulks.openedSince(OTHER, '1', T)).toEqual([]);
  });

  test('views are somebody’s own or everybody’s, and changed by whom they are for', async () => {
    const { views } = await stage();
    const view = (number: number, staffId: string | null) => ({
      id: uuid(number),
      name: `View ${number}`,
      query: 'tag=vip',
      staffId,
      createdAt: T + number,
    });
    for (const one of [view(2, null), view(1, '1'), view(3, '2')]) await views.add(SHOP, one);
    expect(await views.list(SHOP, '1')).toEqual([view(1, '1'), view(2, null)]);
    expect(await views.list(OTHER, '1')).toEqual([]);
    expect(await views.change(SHOP, '2', uuid(1), { name: 'X' })).toBe(false);
    expect(await views.change(SHOP, '2', uuid(2), { query: '' })).toBe(true);
    expect(await views.remove(SHOP, '1', uuid(3))).toBe(false);
    expect(await views.remove(SHOP, '2', uuid(3))).toBe(true);
    expect(await views.list(SHOP, '2')).toEqual([{ ...view(2, null), query: '' }]);
  });
});

const row = (position: number, order: number, changes: object) => ({
  position,
  orderId: orderId(order),
  orderName: null,
  cancellationId: uuid(100 + order),
  status: 'waiting',
  plan: null,
  refusals: [],
  ...changes,
});

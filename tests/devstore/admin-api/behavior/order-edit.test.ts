/** Taking units off an order by an edit: what it costs and owes then, and where the units go. */
import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../seed/connected-app.ts';
import {
  createScenarioShop,
  seedOrder,
  SKU,
  type OrderTraits,
  type ScenarioShop,
} from '../../seed/scenario.ts';
import type { Order } from '../../world/model.ts';
import * as totals from '../../world/orders/order-totals.ts';
import { createAdminGraphql } from '../execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute);
});

const gid = (type: string, id: number | string | undefined): string =>
  `gid://shopify/${type}/${id}`;

const BEGIN = `mutation Begin($id: ID!) { orderEditBegin(id: $id) { calculatedOrder { id }
  userErrors { field message } } }`;
const SET = `mutation Set($id: ID!, $line: ID!, $quantity: Int!, $restock: Boolean, $at: ID) {
  orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity, restock: $restock, locationId: $at) {
    calculatedOrder { totalOutstandingSet { presentmentMoney { amount } } }
    userErrors { field message } } }`;
const COMMIT = `mutation Commit($id: ID!) { orderEditCommit(id: $id) { userErrors { field message } } }`;

function begin(order: Order): string {
  const { data } = app.run(BEGIN, { id: gid('Order', order.id) });
  return (data as { orderEditBegin: { calculatedOrder: { id: string } } }).orderEditBegin
    .calculatedOrder.id;
}

const set = (
  id: string,
  order: Order,
  quantity: number,
  more: Record<string, unknown> = {},
): unknown =>
  app.run(SET, { id, line: gid('CalculatedLineItem', order.lines[0]?.id), quantity, ...more }).data;

const commit = (id: string): unknown => app.run(COMMIT, { id }).data;
const done = { orderEditCommit: { userErrors: [] } };

describe('what an edited order owes', () => {
  test.each<[string, OrderTraits, { owes: number; holds: number; refundable: number }]>([
    ['paid', { payment: 'paid' }, { owes: -1_250, holds: 0, refundable: 2_500 }],
    ['authorized', { payment: 'authorized' }, { owes: 1_250, holds: 2_500, refundable: 0 }],
    ['unpaid', { payment: 'unpaid' }, { owes: 1_250, holds: 0, refundable: 0 }],
    [
      'partly captured',
      { payment: 'partly_captured' },
      { owes: 0, holds: 1_250, refundable: 1_250 },
    ],
  ])('one of two mugs taken off an order that is %s', (_name, traits, expected) => {
    const order = seedOrder(scene, traits);
    const edit = begin(order);
    expect(set(edit, order, 1)).toEqual({
      orderEditSetQuantity: {
        calculatedOrder: {
          totalOutstandingSet: {
            presentmentMoney: { amount: (expected.owes / 100).toFixed(2).replace(/0$/, '') },
          },
        },
        userErrors: [],
      },
    });
    expect(commit(edit)).toEqual(done);
    expect({
      owes: totals.totalOutstanding(order),
      holds: totals.totalCapturable(order),
      refundable: totals.maximumRefundable(order),
    }).toEqual(expected);
    expect(totals.currentTotal(order)).toBe(1_250);
  });

  test('giving back what an edit left owed settles it, without a discrepancy', () => {
    const order = seedOrder(scene);
    const edit = begin(order);
    set(edit, order, 1);
    commit(edit);
    scene.world.commerce.refundInAdmin(scene.domain, order.id, { amount: 1_250 });
    expect(totals.totalOutstanding(order)).toBe(0);
    expect(totals.refundDiscrepancy(order)).toBe(0);
    scene.world.commerce.refundInAdmin(scene.domain, order.id, { amount: 50 });
    expect(totals.refundDiscrepancy(order)).toBe(-50);
  });

  test('a cancel after an edit gives back all that was paid, without a discrepancy', () => {
    const order = seedOrder(scene);
    const edit = begin(order);
    set(edit, order, 1);
    commit(edit);
    scene.world.commerce.cancelInAdmin(scene.domain, order.id);
    scene.world.advanceTo(scene.world.now() + 5_000);
    expect(totals.totalRefunded(order)).toBe(2_500);
    expect(totals.refundDiscrepancy(order)).toBe(0);
    expect(totals.totalOutstanding(order)).toBe(0);
  });
});

describe('what may be taken off, and where it goes', () => {
  const level = (locationId: number) => {
    const variant = [...scene.shop.variants.values()].find(({ sku }) => sku === SKU.mug);
    const found = scene.shop.inventoryItems.get(variant?.inventoryItemId ?? 0);
    const { available, committed } = found?.levels.get(locationId) ?? {};
    return { available, committed };
  };

  test.each([
    ['on sale where they were reserved', { restock: true }, [99, 100]],
    ['nowhere', { restock: false }, [98, 100]],
    ['nowhere when nothing is said', {}, [98, 100]],
  ])('units taken off go %s', (_name, more, [main, second]) => {
    const order = seedOrder(scene);
    const edit = begin(order);
    set(edit, order, 1, more);
    commit(edit);
    expect(level(scene.main.id)).toEqual({ available: main, committed: 1 });
    expect(level(scene.second.id)).toEqual({ available: second, committed: 0 });
  });

  test('a location that is named is not heeded: units go where they were reserved', () => {
    const order = seedOrder(scene);
    const edit = begin(order);
    set(edit, order, 0, { restock: true, at: gid('Location', scene.second.id) });
    commit(edit);
    expect(level(scene.main.id)).toEqual({ available: 100, committed: 0 });
    expect(level(scene.second.id)).toEqual({ available: 100, committed: 0 });
  });

  test('less than nothing is refused, with the words of the platform', () => {
    const order = seedOrder(scene);
    expect(set(begin(order), order, -1)).toEqual({
      orderEditSetQuantity: {
        calculatedOrder: null,
        userErrors: [{ field: ['quantity'], message: 'must be greater than or equal to 0' }],
      },
    });
  });

  test('the other components of a bundle stay until they are taken off themselves', () => {
    const group = { title: 'Set', quantity: 1 };
    const order = seedOrder(scene, {
      lines: [
        { sku: SKU.mug, quantity: 1, group },
        { sku: SKU.bowl, quantity: 1, group },
      ],
    });
    const edit = begin(order);
    set(edit, order, 0);
    commit(edit);
    expect(order.lines.map(totals.currentQuantity)).toEqual([0, 1]);
  });

  test('an edit begun before a cancel cannot be committed after it', () => {
    const order = seedOrder(scene);
    const edit = begin(order);
    set(edit, order, 1);
    scene.world.commerce.cancelInAdmin(scene.domain, order.id);
    scene.world.advanceTo(scene.world.now() + 5_000);
    expect(commit(edit)).toEqual({
      orderEditCommit: {
        userErrors: [{ field: ['id'], message: "Canceled orders can't be edited." }],
      },
    });
  });

  test('of two edits under way the second adds nothing back that the first has taken off', () => {
    const order = seedOrder(scene);
    const [first, second] = [begin(order), begin(order)];
    set(first, order, 1);
    set(second, order, 2);
    expect(commit(first)).toEqual(done);
    expect(app.run(COMMIT, { id: second }).errors?.[0]?.extensions).toMatchObject({
      code: 'NOT_SIMULATED',
    });
    expect(order.lines.map(totals.currentQuantity)).toEqual([1]);
  });
});

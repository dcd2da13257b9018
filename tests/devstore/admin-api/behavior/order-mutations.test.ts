import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop, seedOrder, SKU } from '../../seed/scenario.ts';
import type { Order } from '../../world/model.ts';
import { summarizeOrder } from '../../world/orders/summary.ts';
import { createAdminGraphql } from '../execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute);
});

const gid = (type: string, id: number | undefined): string => `gid://shopify/${type}/${id}`;
const summary = (order: Order) => summarizeOrder(scene.world, scene.domain, order.id);
const payload = <T>(body: { readonly data?: unknown }, field: string): T =>
  (body.data as Record<string, T>)[field] as T;

describe('other mutations', () => {
  test('an authorisation is voided once', () => {
    const order = seedOrder(scene, { payment: 'authorized' });
    const release = (): unknown =>
      app.run(
        `mutation { transactionVoid(parentTransactionId: "${gid('OrderTransaction', order.transactions[0]?.id)}") { transaction { kind status } userErrors { code } } }`,
      ).data;
    expect(release()).toMatchObject({
      transactionVoid: { transaction: { kind: 'VOID', status: 'SUCCESS' }, userErrors: [] },
    });
    expect(release()).toMatchObject({
      transactionVoid: { userErrors: [{ code: 'AUTH_NOT_VOIDABLE' }] },
    });
    expect(summary(order).voided).toEqual({ shopify_payments: 2_500 });
  });

  test('an edit takes effect on commit, not before, and only on what is unfulfilled', () => {
    const order = seedOrder(scene, {
      payment: 'authorized',
      lines: [{ sku: SKU.mug, quantity: 3 }],
    });
    const begun = app.run(
      `mutation { orderEditBegin(id: "${gid('Order', order.id)}") { calculatedOrder { id lineItems(first: 5) { nodes { id quantity editableQuantity } } } userErrors { message } } }`,
    );
    const { calculatedOrder } = payload<{
      calculatedOrder: { id: string; lineItems: { nodes: { id: string }[] } };
    }>(begun, 'orderEditBegin');
    const line = calculatedOrder.lineItems.nodes[0]?.id;
    const set = app.run(
      `mutation { orderEditSetQuantity(id: "${calculatedOrder.id}", lineItemId: "${line}", quantity: 1, restock: true) { calculatedOrder { totalPriceSet { presentmentMoney { amount } } } userErrors { message } } }`,
    );
    expect(set.data).toMatchObject({
      orderEditSetQuantity: {
        calculatedOrder: { totalPriceSet: { presentmentMoney: { amount: '12.5' } } },
        userErrors: [],
      },
    });
    expect(order.lines[0]?.removedQuantity).toBe(0);
    app.run(
      `mutation { orderEditCommit(id: "${calculatedOrder.id}") { order { id } userErrors { message } } }`,
    );
    expect(order.lines[0]?.removedQuantity).toBe(2);
    expect(Object.values(summary(order).restocked)).toEqual([2]);
    expect(summary(order)).toMatchObject({ refunded: {}, voided: {} });
  });

  test('a stock correction is made once per key', () => {
    const item = [...scene.shop.inventoryItems.values()].find((i) => i.sku === SKU.mug);
    const adjust = (): unknown =>
      app.run(
        `mutation { inventoryAdjustQuantities(input: { name: "available", reason: "correction", changes: [{ delta: 5, changeFromQuantity: null, inventoryItemId: "${gid('InventoryItem', item?.id)}", locationId: "${gid('Location', scene.main.id)}" }] }) @idempotent(key: "stock-1") { userErrors { code } } }`,
      );
    adjust();
    adjust();
    expect(item?.levels.get(scene.main.id)?.available).toBe(105);
  });

  test('tags, notes and metafields are kept', () => {
    const order = seedOrder(scene);
    const id = gid('Order', order.id);
    app.run(`mutation { tagsAdd(id: "${id}", tags: ["b", "a"]) { userErrors { message } } }`);
    app.run(
      `mutation { orderUpdate(input: { id: "${id}", note: "Hello" }) { userErrors { message } } }`,
    );
    app.run(
      `mutation { metafieldsSet(metafields: [{ ownerId: "${id}", namespace: "notes", key: "kept", type: "json", value: "{}" }]) { userErrors { message } } }`,
    );
    expect(
      app.run(
        `{ order(id: "${id}") { tags note metafield(namespace: "notes", key: "kept") { value type } } }`,
      ).data,
    ).toEqual({
      order: { tags: ['a', 'b'], note: 'Hello', metafield: { value: '{}', type: 'json' } },
    });
  });
});

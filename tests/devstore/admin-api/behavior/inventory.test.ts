/** Putting units back by hand, after a cancel that wrote them off. */
import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../seed/connected-app.ts';
import { createScenarioShop, seedOrder, SKU, type ScenarioShop } from '../../seed/scenario.ts';
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

const ADJUST = `mutation Adjust($input: InventoryAdjustQuantitiesInput!, $key: String!) {
  inventoryAdjustQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { id } userErrors { code field } } }`;

const itemOf = (sku: string) => {
  const variant = [...scene.shop.variants.values()].find((candidate) => candidate.sku === sku);
  const item = scene.shop.inventoryItems.get(variant?.inventoryItemId ?? 0);
  if (item === undefined) throw new Error(`There is no ${sku}.`);
  return item;
};

const change = (sku: string, locationId: number, more: Record<string, unknown> = {}) => ({
  delta: 2,
  changeFromQuantity: null,
  inventoryItemId: gid('InventoryItem', itemOf(sku).id),
  locationId: gid('Location', locationId),
  ...more,
});

const adjust = (key: string, changes: readonly unknown[], more: Record<string, unknown> = {}) =>
  app.run(ADJUST, { key, input: { name: 'available', reason: 'restock', changes, ...more } });

const available = (sku: string, locationId: number): number | undefined =>
  itemOf(sku).levels.get(locationId)?.available;

function cancelWithoutRestock(order: Order): void {
  scene.world.commerce.cancelInAdmin(scene.domain, order.id, { restock: false });
  scene.world.advanceTo(scene.world.now() + 5_000);
}

describe('inventoryAdjustQuantities', () => {
  test('puts back what a cancel wrote off, once, however often it is sent', () => {
    const order = seedOrder(scene, { lines: [{ sku: SKU.mug, quantity: 2 }] });
    cancelWithoutRestock(order);
    expect(available(SKU.mug, scene.main.id)).toBe(98);
    const more = { referenceDocumentUri: gid('Order', order.id) };
    const first = adjust('put-back', [change(SKU.mug, scene.main.id)], more);
    const again = adjust('put-back', [change(SKU.mug, scene.main.id)], more);
    expect(again.data).toEqual(first.data);
    expect(first.data).toMatchObject({ inventoryAdjustQuantities: { userErrors: [] } });
    expect(available(SKU.mug, scene.main.id)).toBe(100);
    expect(summarizeOrder(scene.world, scene.domain, order.id).restocked).toEqual({
      [`${scene.main.id}:${itemOf(SKU.mug).id}`]: 2,
    });
  });

  test('one key is for one change of stock: another under the same key is refused', () => {
    adjust('one', [change(SKU.mug, scene.main.id)]);
    expect(adjust('one', [change(SKU.mug, scene.second.id)]).data).toMatchObject({
      inventoryAdjustQuantities: { userErrors: [{ code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH' }] },
    });
    expect(available(SKU.mug, scene.second.id)).toBe(100);
  });

  test('a change without an order is nobody’s restock', () => {
    const order = seedOrder(scene);
    adjust('by hand', [change(SKU.mug, scene.main.id)]);
    expect(summarizeOrder(scene.world, scene.domain, order.id).restocked).toEqual({});
    expect(available(SKU.mug, scene.main.id)).toBe(100);
  });

  test.each<[string, () => Record<string, unknown>, string]>([
    ['a reason that is none', () => ({ reason: 'because' }), 'INVALID_REASON'],
    [
      'an item that is not there',
      () => ({
        changes: [change(SKU.mug, scene.main.id, { inventoryItemId: gid('InventoryItem', 7) })],
      }),
      'INVALID_INVENTORY_ITEM',
    ],
    ['a place that is not there', () => ({ changes: [change(SKU.mug, 7)] }), 'INVALID_LOCATION'],
    [
      'a count that has moved on',
      () => ({ changes: [change(SKU.mug, scene.main.id, { changeFromQuantity: 99 })] }),
      'CHANGE_FROM_QUANTITY_STALE',
    ],
    [
      'one change in two that cannot be made',
      () => ({ changes: [change(SKU.mug, scene.main.id), change(SKU.mug, 7)] }),
      'INVALID_LOCATION',
    ],
  ])('%s is refused, and nothing moves', (_name, input, code) => {
    const answer = adjust('key', [change(SKU.mug, scene.main.id)], input());
    expect(answer.data).toMatchObject({
      inventoryAdjustQuantities: { inventoryAdjustmentGroup: null, userErrors: [{ code }] },
    });
    expect(available(SKU.mug, scene.main.id)).toBe(100);
  });

  test('a deactivated location takes nothing back', () => {
    const order = seedOrder(scene, { lines: [{ sku: SKU.mug, quantity: 2 }] });
    cancelWithoutRestock(order);
    scene.world.commerce.deactivateLocation(scene.domain, scene.main.id);
    expect(adjust('late', [change(SKU.mug, scene.main.id)]).data).toMatchObject({
      inventoryAdjustQuantities: { userErrors: [{ code: 'INVALID_LOCATION' }] },
    });
    expect(available(SKU.mug, scene.main.id)).toBe(98);
  });

  test('the count it starts from must be given, if only as null', () => {
    const without = change(SKU.mug, scene.main.id, { changeFromQuantity: undefined });
    expect(adjust('key', [without]).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST' });
    expect(available(SKU.mug, scene.main.id)).toBe(100);
  });

  test('an item becomes stocked at a location by its first change', () => {
    expect(available(SKU.served, scene.main.id)).toBeUndefined();
    adjust('first', [change(SKU.served, scene.main.id)]);
    expect(available(SKU.served, scene.main.id)).toBe(2);
  });
});

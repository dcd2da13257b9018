import { describe, expect, test } from 'vitest';
import {
  createScenarioShop,
  seedOrder,
  SKU,
  type OrderTraits,
  type ScenarioShop,
} from '../../seed/scenario.ts';
import { CommerceRefusal } from '../contracts/contract.ts';
import type { Order } from '../model.ts';
import { displayFinancialStatus, displayFulfillmentStatus } from './order-status.ts';
import { summarizeOrder } from './summary.ts';
import { trackedItemOf } from '../fulfillment/inventory.ts';

function settle(scene: ScenarioShop): void {
  scene.world.advanceTo(scene.world.now() + 10_000);
}

function cancel(
  scene: ScenarioShop,
  order: Order,
  o: { refund?: boolean; restock?: boolean; notifyCustomer?: boolean } = {},
): ReturnType<typeof summarizeOrder> {
  scene.world.commerce.cancelInAdmin(scene.domain, order.id, o);
  settle(scene);
  return summarizeOrder(scene.world, scene.domain, order.id);
}

describe('what a cancel does with money', () => {
  test('an authorisation is voided even when no refund is asked for', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment: 'authorized' });
    const summary = cancel(scene, order, { refund: false });
    expect(summary.voided).toEqual({ shopify_payments: 2_500 });
    expect(summary.refunded).toEqual({});
    expect(displayFinancialStatus(order)).toBe('VOIDED');
  });

  test('of a part capture the captured part is refunded and the rest voided', () => {
    const scene = createScenarioShop();
    const summary = cancel(scene, seedOrder(scene, { payment: 'partly_captured' }));
    expect(summary.refunded).toEqual({ shopify_payments: 1_250 });
    expect(summary.voided).toEqual({ shopify_payments: 1_250 });
  });

  test('without a refund the money stays and can be refunded afterwards, up to what is left', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    expect(cancel(scene, order, { refund: false }).refunded).toEqual({});
    expect(displayFinancialStatus(order)).toBe('PAID');
    scene.world.commerce.refundInAdmin(scene.domain, order.id, { amount: 2_000 });
    expect(summarizeOrder(scene.world, scene.domain, order.id).refunded).toEqual({
      shopify_payments: 2_000,
    });
    expect(() =>
      scene.world.commerce.refundInAdmin(scene.domain, order.id, {
        lines: [{ lineItemId: order.lines[0]?.id ?? 0, quantity: 1, restockType: 'CANCEL' }],
      }),
    ).toThrow(CommerceRefusal);
  });

  test('a payment promised on delivery is written off', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment: 'cash_on_delivery' });
    expect(cancel(scene, order).refunded).toEqual({});
    expect(displayFinancialStatus(order)).toBe('VOIDED');
  });

  test('an expired authorisation does not stand in the way', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment: 'authorization_expired' });
    expect(cancel(scene, order).cancels).toBe(1);
  });

  test('a void the gateway declines leaves the order cancelled and the authorisation holding', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment: 'authorized' });
    scene.world.faults.inject({
      fault: { at: 'gateway', gateway: '*', action: 'void', effect: { kind: 'decline' } },
    });
    const summary = cancel(scene, order);
    expect(summary.cancels).toBe(1);
    expect(summary.voided).toEqual({});
    expect(displayFinancialStatus(order)).toBe('AUTHORIZED');
  });

  test('earlier refunds are not given twice', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    scene.world.commerce.refundInAdmin(scene.domain, order.id, { amount: 700 });
    expect(cancel(scene, order).refunded).toEqual({ shopify_payments: 2_500 });
  });
});

describe('what a cancel does with stock', () => {
  test('each unit goes back to the location that reserved it', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, {
      lines: [
        { sku: SKU.mug, quantity: 2, locationId: scene.main.id },
        { sku: SKU.bowl, quantity: 3, locationId: scene.second.id },
      ],
    });
    const [mug, bowl] = order.lines.map((line) => trackedItemOf(scene.shop, line));
    expect(mug?.levels.get(scene.main.id)).toMatchObject({ available: 98, committed: 2 });
    const summary = cancel(scene, order);
    expect(summary.restocked).toEqual({
      [`${scene.main.id}:${mug?.id}`]: 2,
      [`${scene.second.id}:${bowl?.id}`]: 3,
    });
    expect(mug?.levels.get(scene.main.id)).toMatchObject({ available: 100, committed: 0 });
    expect(bowl?.levels.get(scene.second.id)).toMatchObject({ available: 100, committed: 0 });
  });

  test('with restock off the units are gone', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    const item = order.lines[0] === undefined ? null : trackedItemOf(scene.shop, order.lines[0]);
    expect(cancel(scene, order, { restock: false }).restocked).toEqual({});
    expect(item?.levels.get(scene.main.id)).toMatchObject({ available: 98, committed: 0 });
  });

  test('a paid order at a deactivated location cannot be cancelled with restock', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    scene.world.commerce.deactivateLocation(scene.domain, scene.main.id);
    expect(cancel(scene, order).cancels).toBe(0);
    expect(order.cancelledAt).toBeNull();
    expect(cancel(scene, order, { restock: false }).cancels).toBe(1);
  });

  test('an unpaid order at a deactivated location is cancelled and its stock is lost', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment: 'bank_deposit' });
    scene.world.commerce.deactivateLocation(scene.domain, scene.main.id);
    const summary = cancel(scene, order);
    expect(summary.cancels).toBe(1);
    expect(summary.restocked).toEqual({});
  });
});

describe('what cannot be cancelled', () => {
  const refused: [string, OrderTraits, RegExp][] = [
    ['a payment the bank has not answered', { payment: 'bank_pending' }, /pending payment/],
    ['fulfilled', { fulfillment: 'fulfilled' }, /outstanding fulfillments/],
    ['partly fulfilled', { fulfillment: 'partly_fulfilled' }, /outstanding fulfillments/],
    ['reported in progress', { fulfillment: 'progress_reported' }, /outstanding fulfillments/],
    [
      'accepted by a 3PL',
      { fulfillment: 'accepted', lines: [{ sku: SKU.served, quantity: 1 }] },
      /outstanding fulfillments/,
    ],
  ];
  test.each(refused)('%s', (_name, traits, message) => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, traits);
    expect(() => cancel(scene, order)).toThrow(message);
    expect(order.cancelledAt).toBeNull();
  });

  test('an order with an open return, until the return is closed', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { fulfillment: 'fulfilled' });
    const line = order.lines[0];
    if (line === undefined) throw new Error('The order has no line.');
    scene.world.commerce.openReturn(scene.domain, order.id, [{ lineItemId: line.id, quantity: 1 }]);
    expect(() => cancel(scene, order)).toThrow(/active returns/);
  });

  test('work a 3PL has been asked for but not accepted does not stand in the way', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, {
      fulfillment: 'requested',
      lines: [{ sku: SKU.served, quantity: 1 }],
    });
    expect(cancel(scene, order).cancels).toBe(1);
  });
});

describe('races', () => {
  test('two cancels asked for at once cancel once, and refund once', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    scene.world.commerce.cancelInAdmin(scene.domain, order.id);
    scene.world.commerce.cancelInAdmin(scene.domain, order.id);
    settle(scene);
    const summary = summarizeOrder(scene.world, scene.domain, order.id);
    expect(summary).toMatchObject({
      cancelRequests: 2,
      cancels: 1,
      refunded: { shopify_payments: 2_500 },
    });
    expect(Object.values(summary.restocked)).toEqual([2]);
  });

  test('a shipment between the request and the job wins', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    scene.world.commerce.cancelInAdmin(scene.domain, order.id);
    scene.world.commerce.fulfill(scene.domain, order.id);
    settle(scene);
    expect(order.cancelledAt).toBeNull();
    expect(summarizeOrder(scene.world, scene.domain, order.id)).toMatchObject({
      cancels: 0,
      refunded: {},
      shippedUnits: 2,
    });
  });
});

test('a cancelled order is closed, its work is CLOSED and empty, and it reads as unfulfilled', () => {
  const scene = createScenarioShop();
  const order = seedOrder(scene, { fulfillment: 'held_by_other_app' });
  expect(displayFulfillmentStatus(order)).toBe('ON_HOLD');
  const summary = cancel(scene, order);
  expect(order.closedAt).toBe(order.cancelledAt);
  expect(order.fulfillmentOrders.map((work) => work.status)).toEqual(['CLOSED']);
  expect(order.fulfillmentOrders[0]?.lines).toMatchObject([
    { totalQuantity: 0, remainingQuantity: 0 },
  ]);
  expect(displayFulfillmentStatus(order)).toBe('UNFULFILLED');
  expect(summary.openHolds).toBe(0);
});

test('the customer is told once, and only when asked for', () => {
  const scene = createScenarioShop();
  const told = cancel(scene, seedOrder(scene), { notifyCustomer: true });
  expect(told.mails.platform).toEqual({ order_confirmation: 1, order_cancelled: 1 });
  const quiet = cancel(scene, seedOrder(scene));
  expect(quiet.mails.platform).toEqual({ order_confirmation: 1 });
});

test('of its own accord a cancel is seen in two stages, less than a second apart', () => {
  const notes = new Set<'early' | 'late'>();
  for (let nth = 0; nth < 12; nth += 1) {
    const scene = createScenarioShop({ seed: nth + 1 });
    const order = seedOrder(scene);
    scene.world.commerce.cancelInAdmin(scene.domain, order.id, { staffNote: 'By phone' });
    while (order.cancelledAt === null) scene.world.advanceTo(scene.world.now() + 10);
    expect(order).toMatchObject({ closedAt: null, refunds: [] });
    expect(displayFinancialStatus(order)).toBe('PAID');
    expect(order.fulfillmentOrders.map(({ status }) => status)).toEqual(['CLOSED']);
    notes.add(order.cancelStaffNote === null ? 'late' : 'early');
    scene.world.advanceTo(scene.world.now() + 1_000);
    expect(order).toMatchObject({ closedAt: order.cancelledAt, cancelStaffNote: 'By phone' });
    expect(displayFinancialStatus(order)).toBe('REFUNDED');
  }
  expect(notes).toEqual(new Set(['early', 'late']));
});

test('everything in one moment can be asked for', () => {
  const scene = createScenarioShop();
  const order = seedOrder(scene);
  scene.world.faults.inject({
    fault: { at: 'job', job: 'order_cancel', effect: { kind: 'at_once' } },
  });
  scene.world.commerce.cancelInAdmin(scene.domain, order.id);
  while (order.cancelledAt === null) scene.world.advanceTo(scene.world.now() + 10);
  expect(displayFinancialStatus(order)).toBe('REFUNDED');
});

describe('a cancel that is seen in two stages', () => {
  const stage = (scene: ScenarioShop, note: 'early' | 'late', settlesAfterMs = 30_000) =>
    scene.world.faults.inject({
      fault: { at: 'job', job: 'order_cancel', effect: { kind: 'staged', settlesAfterMs, note } },
    });

  test('shows cancelledAt and closed work first, money and quantities later', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    const [line] = order.lines;
    stage(scene, 'late');
    const seen = cancel(scene, order);
    expect(order).toMatchObject({ closedAt: null, cancelReason: 'OTHER' });
    expect(order.cancelledAt).not.toBeNull();
    expect(order.fulfillmentOrders.map((work) => work.status)).toEqual(['CLOSED']);
    expect(displayFinancialStatus(order)).toBe('PAID');
    expect(line).toMatchObject({ quantity: 2, removedQuantity: 0 });
    expect(seen).toMatchObject({ cancels: 1, refunded: {}, restocked: {} });
    scene.world.advanceTo(scene.world.now() + 30_000);
    expect(order.closedAt).not.toBeNull();
    expect(displayFinancialStatus(order)).toBe('REFUNDED');
    expect(line).toMatchObject({ removedQuantity: 2 });
    const item = line === undefined ? null : trackedItemOf(scene.shop, line);
    expect(summarizeOrder(scene.world, scene.domain, order.id)).toMatchObject({
      cancels: 1,
      refunded: { shopify_payments: 2_500 },
      restocked: { [`${scene.main.id}:${item?.id}`]: 2 },
    });
    expect(item?.levels.get(scene.main.id)).toMatchObject({ available: 100, committed: 0 });
  });

  test('gives back only what is left when somebody refunds in between', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    stage(scene, 'late');
    cancel(scene, order);
    scene.world.commerce.refundInAdmin(scene.domain, order.id, { amount: 700 });
    scene.world.advanceTo(scene.world.now() + 30_000);
    expect(summarizeOrder(scene.world, scene.domain, order.id).refunded).toEqual({
      shopify_payments: 2_500,
    });
  });

  test('holds no stock for units that somebody refunds in between', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    const [line] = order.lines;
    const item = line === undefined ? null : trackedItemOf(scene.shop, line);
    stage(scene, 'late');
    cancel(scene, order);
    scene.world.commerce.refundInAdmin(scene.domain, order.id, {
      lines: [{ lineItemId: line?.id ?? 0, quantity: 1, restockType: 'NO_RESTOCK' }],
    });
    scene.world.advanceTo(scene.world.now() + 30_000);
    expect(item?.levels.get(scene.main.id)).toMatchObject({ available: 99, committed: 0 });
  });

  test('lets an authorization go in the last stage', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment: 'authorized' });
    stage(scene, 'early');
    expect(cancel(scene, order).voided).toEqual({});
    scene.world.advanceTo(scene.world.now() + 30_000);
    expect(displayFinancialStatus(order)).toBe('VOIDED');
  });
});

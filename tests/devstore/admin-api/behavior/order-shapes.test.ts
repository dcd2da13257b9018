/** Orders that are not goods, shipping and a card alone: tips as lines, cash, exchanges. */
import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../seed/connected-app.ts';
import { CASH } from '../../seed/gateways.ts';
import { createScenarioShop, seedOrder, SKU, type ScenarioShop } from '../../seed/scenario.ts';
import { CommerceRefusal } from '../../world/contracts/contract.ts';
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

const MONEY = '{ presentmentMoney { amount } }';
const amount = (text: string) => ({ presentmentMoney: { amount: text } });

function read(order: Order): Readonly<Record<string, unknown>> {
  const { data, errors } = app.run(
    `query Read($id: ID!) { order(id: $id) {
      displayFinancialStatus fullyPaid
      subtotalPriceSet ${MONEY} totalTipReceivedSet ${MONEY} totalPriceSet ${MONEY}
      currentTotalPriceSet ${MONEY} totalReceivedSet ${MONEY} totalRefundedSet ${MONEY}
      totalOutstandingSet ${MONEY}
      totalCashRoundingAdjustment { paymentSet ${MONEY} refundSet ${MONEY} }
      lineItems(first: 9) { nodes {
        title quantity currentQuantity unfulfilledQuantity fulfillableQuantity nonFulfillableQuantity
        refundableQuantity originalUnitPriceSet ${MONEY} variant { id } } }
      fulfillmentOrders(first: 9) { nodes { status lineItems(first: 9) { nodes { remainingQuantity } } } }
      transactions { kind amountSet ${MONEY} amountRoundingSet ${MONEY} parentTransaction { kind } }
    } }`,
    { id: `gid://shopify/Order/${order.id}` },
  );
  expect(errors).toBeUndefined();
  return data?.['order'] as Readonly<Record<string, unknown>>;
}

function cancel(order: Order) {
  scene.world.commerce.cancelInAdmin(scene.domain, order.id);
  scene.world.advanceTo(scene.world.now() + 5_000);
  return summarizeOrder(scene.world, scene.domain, order.id);
}

describe('a tip that is a line item too', () => {
  test.each([true, false])(
    'is paid once and is nobody\u2019s work (unfulfilled: %s)',
    (unfulfilled) => {
      const order = seedOrder(scene, { tip: 300, tipLine: { unfulfilled } });
      expect(read(order)).toMatchObject({
        fullyPaid: true,
        subtotalPriceSet: amount('25.0'),
        totalTipReceivedSet: amount('3.0'),
        totalPriceSet: amount('28.0'),
        totalOutstandingSet: amount('0.0'),
        lineItems: {
          nodes: [
            { title: 'Mug' },
            {
              title: 'Tip',
              currentQuantity: 1,
              unfulfilledQuantity: unfulfilled ? 1 : 0,
              fulfillableQuantity: 0,
              nonFulfillableQuantity: 1,
              originalUnitPriceSet: amount('3.0'),
              variant: null,
            },
          ],
        },
        fulfillmentOrders: { nodes: [{ lineItems: { nodes: [{ remainingQuantity: 2 }] } }] },
      });
    },
  );

  test('comes back once with a cancel', () => {
    const order = seedOrder(scene, { tip: 300, tipLine: { unfulfilled: true } });
    expect(cancel(order).refunded).toEqual({ shopify_payments: 2_800 });
    expect(read(order)).toMatchObject({
      currentTotalPriceSet: amount('0.0'),
      totalOutstandingSet: amount('0.0'),
      displayFinancialStatus: 'REFUNDED',
    });
  });

  test('comes back once as the line that it is', () => {
    const order = seedOrder(scene, { tip: 300, tipLine: { unfulfilled: false } });
    scene.world.commerce.refundInAdmin(scene.domain, order.id, {
      lines: [{ lineItemId: order.lines[1]?.id ?? 0, quantity: 1, restockType: 'NO_RESTOCK' }],
    });
    expect(read(order)).toMatchObject({
      currentTotalPriceSet: amount('25.0'),
      totalRefundedSet: amount('3.0'),
      totalOutstandingSet: amount('0.0'),
    });
    expect(cancel(order).refunded).toEqual({ shopify_payments: 2_800 });
  });
});

describe('cash over the counter', () => {
  const cash = { gateway: CASH.name, state: 'sale' } as const;

  test('leaves a transaction for the change, and is received without it', () => {
    const order = seedOrder(scene, { payments: [{ ...cash, tendered: 5_000 }] });
    expect(read(order)).toMatchObject({
      fullyPaid: true,
      totalReceivedSet: amount('25.0'),
      totalOutstandingSet: amount('0.0'),
      transactions: [
        { kind: 'SALE', amountSet: amount('50.0') },
        { kind: 'CHANGE', amountSet: amount('25.0'), parentTransaction: { kind: 'SALE' } },
      ],
    });
    expect(cancel(order).recordedOnlyRefunds).toEqual({ cash: 2_500 });
  });

  test.each([
    [-2, '10.0', '-0.02'],
    [3, '10.05', '0.03'],
  ])(
    'rounded by %i is paid in full, and given back as it was paid',
    (roundedBy, received, text) => {
      const order = seedOrder(scene, {
        lines: [{ sku: SKU.mug, quantity: 1, unitPrice: 1_002 }],
        payments: [{ ...cash, roundedBy }],
      });
      expect(read(order)).toMatchObject({
        fullyPaid: true,
        displayFinancialStatus: 'PAID',
        totalPriceSet: amount('10.02'),
        totalReceivedSet: amount(received),
        totalOutstandingSet: amount('0.0'),
        totalCashRoundingAdjustment: { paymentSet: amount(text), refundSet: amount('0.0') },
        transactions: [{ amountSet: amount(received), amountRoundingSet: amount(text) }],
      });
      cancel(order);
      expect(read(order)).toMatchObject({
        displayFinancialStatus: 'REFUNDED',
        totalRefundedSet: amount(received),
        currentTotalPriceSet: amount('0.0'),
        totalOutstandingSet: amount('0.0'),
        totalCashRoundingAdjustment: { refundSet: amount(text) },
      });
      expect(order.refunds.flatMap((refund) => refund.adjustments)).toEqual([]);
    },
  );

  test('that does not reach is refused', () => {
    expect(() => seedOrder(scene, { payments: [{ ...cash, tendered: 100 }] })).toThrow(
      CommerceRefusal,
    );
  });
});

describe('an exchange for something dearer', () => {
  test('adds a line that is still to be sent and a balance', () => {
    const order = seedOrder(scene, { fulfillment: 'fulfilled' });
    const [mug] = order.lines;
    scene.world.commerce.exchange(scene.domain, order.id, {
      returned: [{ lineItemId: mug?.id ?? 0, quantity: 1 }],
      added: { sku: SKU.bowl, quantity: 1 },
    });
    expect(read(order)).toMatchObject({
      currentTotalPriceSet: amount('52.49'),
      totalReceivedSet: amount('25.0'),
      totalOutstandingSet: amount('27.49'),
      lineItems: {
        nodes: [
          { title: 'Mug', currentQuantity: 1, unfulfilledQuantity: 0 },
          { title: 'Bowl', currentQuantity: 1, unfulfilledQuantity: 1 },
        ],
      },
    });
  });

  test('of what was never sent is refused', () => {
    const order = seedOrder(scene);
    const returned = [{ lineItemId: order.lines[0]?.id ?? 0, quantity: 1 }];
    expect(() =>
      scene.world.commerce.exchange(scene.domain, order.id, {
        returned,
        added: { sku: SKU.bowl, quantity: 1 },
      }),
    ).toThrow(CommerceRefusal);
  });
});

test('an order that is deleted is gone from every read', () => {
  const order = seedOrder(scene);
  scene.world.commerce.deleteOrder(scene.domain, order.id);
  expect(
    app.run(
      `{ order(id: "gid://shopify/Order/${order.id}") { id } orders(first: 5) { nodes { id } } }`,
    ).data,
  ).toEqual({ order: null, orders: { nodes: [] } });
  expect(() => scene.world.commerce.cancelInAdmin(scene.domain, order.id)).toThrow(CommerceRefusal);
});

/** How much may be given back, by which way, and what stands in the way. */
import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../seed/connected-app.ts';
import { createScenarioShop, seedOrder, type ScenarioShop } from '../../seed/scenario.ts';
import type { DisputeStatus, Order } from '../../world/model.ts';
import * as totals from '../../world/orders/order-totals.ts';
import { summarizeOrder } from '../../world/orders/summary.ts';
import { createAdminGraphql } from '../execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;
let keys: number;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute);
  keys = 0;
});

const gid = (type: string, id: number | undefined): string => `gid://shopify/${type}/${id}`;

const REFUND = `mutation Refund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund { totalRefundedSet { presentmentMoney { amount } }
      orderAdjustments(first: 5) { nodes { reason amountSet { presentmentMoney { amount } } } } }
    userErrors { field message }
  }
}`;

interface Answer {
  readonly refund: unknown;
  readonly userErrors: readonly { readonly field: unknown; readonly message: string }[];
}

function refund(order: Order, input: Record<string, unknown>): Answer {
  keys += 1;
  const body = app.run(REFUND, {
    input: { orderId: gid('Order', order.id), ...input },
    key: `key-${keys}`,
  });
  return (body.data as { refundCreate: Answer }).refundCreate;
}

const toCard = (order: Order, amount: string): Record<string, unknown> => ({
  transactions: [
    {
      orderId: gid('Order', order.id),
      parentId: gid('OrderTransaction', order.transactions[0]?.id),
      kind: 'REFUND',
      gateway: 'shopify_payments',
      amount,
    },
  ],
});

const asCredit = (amount: string): Record<string, unknown> => ({
  refundMethods: [{ storeCreditRefund: { amount: { amount, currencyCode: 'EUR' } } }],
});

describe('over-refunding', () => {
  test('money can follow store credit only when it is allowed, and then into the payment alone', () => {
    const order = seedOrder(scene);
    expect(refund(order, asCredit('20.00')).userErrors).toEqual([]);
    expect(refund(order, toCard(order, '10.00')).userErrors).toEqual([
      { field: null, message: 'Refund amount €10.00 is greater than net payment received €5.00' },
    ]);
    expect(
      refund(order, { ...toCard(order, '25.00'), allowOverRefunding: true }).userErrors,
    ).toEqual([]);
    expect(totals.netPayment(order)).toBe(2_500 - 4_500);
    expect(summarizeOrder(scene.world, scene.domain, order.id).refunded).toEqual({
      shopify_store_credit: 2_000,
      shopify_payments: 2_500,
    });
  });

  test('a payment never gives back more than it was, allowed or not', () => {
    const order = seedOrder(scene);
    const answer = refund(order, { ...toCard(order, '25.01'), allowOverRefunding: true });
    expect(answer.userErrors).toEqual([
      { field: null, message: 'Refund amount €25.01 is greater than net payment received €25.00' },
    ]);
  });

  test('store credit never passes what was paid, allowed or not', () => {
    const order = seedOrder(scene);
    const answer = refund(order, { ...asCredit('25.01'), allowOverRefunding: true });
    expect(answer.userErrors).toEqual([
      { field: null, message: 'Refund amount €25.01 is greater than net payment received €25.00' },
    ]);
    expect(scene.customer.storeCredit.size).toBe(0);
  });
});

describe('what is off from the worth of the things', () => {
  test.each([
    ['CUSTOMER', 'CUSTOMER'],
    ['DAMAGE', 'DAMAGE'],
    ['RESTOCK', 'RESTOCK'],
    ['OTHER', 'REFUND_DISCREPANCY'],
    [undefined, 'REFUND_DISCREPANCY'],
  ])('an amount kept back for %s is an adjustment for %s', (given, told) => {
    const order = seedOrder(scene);
    const answer = refund(order, {
      ...toCard(order, '20.00'),
      refundLineItems: [
        { lineItemId: gid('LineItem', order.lines[0]?.id), quantity: 2, restockType: 'NO_RESTOCK' },
      ],
      ...(given === undefined ? {} : { discrepancyReason: given }),
    });
    expect(answer.refund).toMatchObject({
      totalRefundedSet: { presentmentMoney: { amount: '20.0' } },
      orderAdjustments: {
        nodes: [{ reason: told, amountSet: { presentmentMoney: { amount: '5.0' } } }],
      },
    });
  });
});

describe('disputes', () => {
  const CANCEL = `mutation Cancel($id: ID!, $method: OrderCancelRefundMethodInput) {
    orderCancel(orderId: $id, reason: FRAUD, restock: true, refundMethod: $method) {
      orderCancelUserErrors { code field message }
    }
  }`;
  const refused = "A payment with a chargeback can't be refunded";
  const disputed = (type: 'CHARGEBACK' | 'INQUIRY', status: DisputeStatus): Order => {
    const order = seedOrder(scene);
    scene.world.commerce.openDispute(scene.domain, order.id, type);
    scene.world.commerce.moveDispute(scene.domain, order.id, status);
    return order;
  };

  test.each(['NEEDS_RESPONSE', 'UNDER_REVIEW', 'ACCEPTED', 'LOST'] as const)(
    'a payment whose chargeback stands at %s is not given back as well',
    (status) => {
      const order = disputed('CHARGEBACK', status);
      expect(refund(order, toCard(order, '1.00')).userErrors).toEqual([
        { field: ['transactions'], message: refused },
      ]);
      expect(totals.totalRefunded(order)).toBe(0);
    },
  );

  test.each([
    ['CHARGEBACK', 'WON'],
    ['CHARGEBACK', 'PREVENTED'],
    ['INQUIRY', 'NEEDS_RESPONSE'],
  ] as const)('a %s at %s does not stop a refund', (type, status) => {
    const order = disputed(type, status);
    expect(refund(order, toCard(order, '1.00')).userErrors).toEqual([]);
    expect(totals.totalRefunded(order)).toBe(100);
  });

  test('an order under a chargeback is cancelled without its money, never with it', () => {
    const order = disputed('CHARGEBACK', 'NEEDS_RESPONSE');
    const cancel = (method: Record<string, unknown>): unknown =>
      app.run(CANCEL, { id: gid('Order', order.id), method }).data;
    expect(cancel({ originalPaymentMethodsRefund: true })).toEqual({
      orderCancel: {
        orderCancelUserErrors: [{ code: 'INVALID', field: ['refundMethod'], message: refused }],
      },
    });
    expect(cancel({ originalPaymentMethodsRefund: false })).toEqual({
      orderCancel: { orderCancelUserErrors: [] },
    });
    scene.world.advanceTo(scene.world.now() + 5_000);
    expect(summarizeOrder(scene.world, scene.domain, order.id)).toMatchObject({
      cancels: 1,
      refunded: {},
    });
  });
});

test('a refund is found by its id, with what it gave back', () => {
  const order = seedOrder(scene);
  refund(order, toCard(order, '5.00'));
  const id = gid('Refund', order.refunds[0]?.id);
  const read = (wanted: string): unknown =>
    app.run('query Refund($id: ID!) { refund(id: $id) { id order { id } } }', { id: wanted }).data;
  expect(read(id)).toEqual({ refund: { id, order: { id: gid('Order', order.id) } } });
  expect(read(gid('Refund', 7))).toEqual({ refund: null });
});

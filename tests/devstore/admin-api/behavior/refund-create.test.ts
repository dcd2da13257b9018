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

const wait = (ms: number): void => scene.world.advanceTo(scene.world.now() + ms);
const gid = (type: string, id: number | undefined): string => `gid://shopify/${type}/${id}`;
const summary = (order: Order) => summarizeOrder(scene.world, scene.domain, order.id);
const payload = <T>(body: { readonly data?: unknown }, field: string): T =>
  (body.data as Record<string, T>)[field] as T;

describe('refundCreate', () => {
  const REFUND = `mutation Refund($input: RefundInput!, $key: String!) {
    refundCreate(input: $input) @idempotent(key: $key) {
      refund { id totalRefundedSet { presentmentMoney { amount } } transactions(first: 5) { nodes { status kind amountSet { presentmentMoney { amount } } } } }
      order { displayFinancialStatus }
      userErrors { field message }
    }
  }`;
  interface Refunded {
    readonly refund: { readonly id: string } | null;
    readonly userErrors: readonly { readonly message: string }[];
  }
  const refund = (order: Order, input: Record<string, unknown>, key = 'key-1'): Refunded =>
    payload(
      app.run(REFUND, { input: { orderId: gid('Order', order.id), ...input }, key }),
      'refundCreate',
    );
  const back = (order: Order, amount: string) => ({
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

  test('moves an amount and records it under its key', () => {
    const order = seedOrder(scene);
    expect(refund(order, back(order, '10.00'))).toMatchObject({
      refund: {
        totalRefundedSet: { presentmentMoney: { amount: '10.0' } },
        transactions: { nodes: [{ status: 'SUCCESS', kind: 'REFUND' }] },
      },
      order: { displayFinancialStatus: 'PARTIALLY_REFUNDED' },
      userErrors: [],
    });
    const moved = scene.world.ledger
      .ofOrder(scene.domain, order.id)
      .find((entry) => entry.kind === 'money.refunded');
    expect(moved).toMatchObject({ amount: { minor: 1_000 }, idempotencyKey: 'key-1' });
  });

  test('without a key it is refused and nothing happens', () => {
    const order = seedOrder(scene);
    const { data, errors } = app.run(
      REFUND.replace('@idempotent(key: $key)', '').replace(', $key: String!', ''),
      {
        input: { orderId: gid('Order', order.id), ...back(order, '1.00') },
      },
    );
    expect(data).toEqual({ refundCreate: null });
    expect(errors?.[0]).toMatchObject({
      message: 'The @idempotent directive is required for this mutation but was not provided.',
      extensions: { code: 'BAD_REQUEST' },
    });
    expect(order.refunds).toEqual([]);
  });

  test('the same key and input again give the same refund and move nothing', () => {
    const order = seedOrder(scene);
    const first = refund(order, back(order, '10.00'));
    expect(refund(order, back(order, '10.00')).refund?.id).toBe(first.refund?.id);
    expect(summary(order).refunded).toEqual({ shopify_payments: 1_000 });
    refund(order, back(order, '10.00'), 'key-2');
    expect(summary(order).refunded).toEqual({ shopify_payments: 2_000 });
  });

  test('the same key with another input is refused', () => {
    const order = seedOrder(scene);
    refund(order, back(order, '10.00'));
    expect(refund(order, back(order, '11.00'))).toMatchObject({
      refund: null,
      userErrors: [
        {
          message: 'The same idempotency key cannot be used with different operation parameters.',
        },
      ],
    });
  });

  test('a repeat while the first answer is still on its way is told to wait', () => {
    const order = seedOrder(scene);
    scene.world.faults.inject({
      fault: { at: 'admin_api', operation: 'refundCreate', effect: { kind: 'slow', ms: 10_000 } },
    });
    const first = refund(order, back(order, '10.00'));
    expect(refund(order, back(order, '10.00')).userErrors).toMatchObject([
      { message: 'This request is currently in progress, please try again.' },
    ]);
    wait(10_000);
    expect(refund(order, back(order, '10.00')).refund?.id).toBe(first.refund?.id);
  });

  test('a refund whose answer was lost is found again by its key', () => {
    const order = seedOrder(scene);
    scene.world.faults.inject({
      fault: {
        at: 'admin_api',
        operation: 'refundCreate',
        effect: { kind: 'answer_lost_after_acting' },
      },
    });
    const input = { orderId: gid('Order', order.id), ...back(order, '10.00') };
    expect(app.call(REFUND, { input, key: 'lost' }).lost).toBe('answer');
    expect(refund(order, back(order, '10.00'), 'lost').userErrors).toEqual([]);
    expect(summary(order).refunded).toEqual({ shopify_payments: 1_000 });
  });

  test('more than was received is refused, over-refunding allowed or not', () => {
    const order = seedOrder(scene);
    for (const allowOverRefunding of [false, true]) {
      expect(
        refund(
          order,
          { ...back(order, '25.01'), allowOverRefunding },
          `over-${allowOverRefunding}`,
        ),
      ).toMatchObject({
        refund: null,
        userErrors: [
          {
            field: null,
            message: 'Refund amount €25.01 is greater than net payment received €25.00',
          },
        ],
      });
    }
    expect(summary(order).refunded).toEqual({});
  });

  test('more units than were bought are refused', () => {
    const order = seedOrder(scene);
    const line = { lineItemId: gid('LineItem', order.lines[0]?.id), restockType: 'CANCEL' };
    expect(refund(order, { refundLineItems: [{ ...line, quantity: 3 }] }).userErrors).toEqual([
      {
        field: ['refundLineItems', '0', 'quantity'],
        message: 'Quantity cannot refund more items than were purchased',
      },
    ]);
  });

  test("a parent of another order and a kind that is no refund are refused in the platform's words", () => {
    const order = seedOrder(scene);
    const other = seedOrder(scene);
    expect(refund(order, back(other, '1.00')).userErrors).toMatchObject([
      { message: 'Transactions require a parent_id associated with the order' },
    ]);
    const wrong = back(order, '1.00').transactions.map((t) => ({ ...t, kind: 'AUTHORIZATION' }));
    expect(refund(order, { transactions: wrong }).userErrors).toMatchObject([
      { message: 'Kind authorization is not a valid transaction' },
    ]);
  });

  test('cancelled lines leave the order, its work and the shelf as asked', () => {
    const order = seedOrder(scene, { lines: [{ sku: SKU.bowl, quantity: 3 }] });
    const line = order.lines[0];
    refund(order, {
      refundLineItems: [
        {
          lineItemId: gid('LineItem', line?.id),
          quantity: 2,
          restockType: 'CANCEL',
          locationId: gid('Location', scene.second.id),
        },
      ],
      ...back(order, '79.98'),
    });
    const item = [...scene.shop.inventoryItems.values()].find((i) => i.sku === SKU.bowl);
    expect(item?.levels.get(scene.main.id)).toMatchObject({ available: 97, committed: 1 });
    expect(item?.levels.get(scene.second.id)).toMatchObject({ available: 102, committed: 0 });
    const read = app.run(
      `{ order(id: "${gid('Order', order.id)}") { currentTotalPriceSet { presentmentMoney { amount } }
        lineItems(first: 1) { nodes { currentQuantity refundableQuantity unfulfilledQuantity nonFulfillableQuantity } }
        fulfillmentOrders(first: 1) { nodes { lineItems(first: 1) { nodes { remainingQuantity } } } } } }`,
    );
    expect(read.data).toMatchObject({
      order: {
        currentTotalPriceSet: { presentmentMoney: { amount: '39.99' } },
        lineItems: {
          nodes: [
            {
              currentQuantity: 1,
              refundableQuantity: 1,
              unfulfilledQuantity: 1,
              nonFulfillableQuantity: 2,
            },
          ],
        },
        fulfillmentOrders: { nodes: [{ lineItems: { nodes: [{ remainingQuantity: 1 }] } }] },
      },
    });
  });

  test('a refund in another currency needs that currency, and takes its amounts', () => {
    const order = seedOrder(scene, {
      presentmentCurrency: 'USD',
      shopPerPresentment: '0.9217',
      lines: [{ sku: SKU.mug, quantity: 1, unitPrice: 1_356 }],
    });
    expect(refund(order, back(order, '5.00'), 'no-currency').refund).toBeNull();
    refund(order, { ...back(order, '5.00'), currency: 'USD' }, 'usd');
    expect(summary(order).refunded).toEqual({ shopify_payments: 500 });
    const read = app.run(
      `{ order(id: "${gid('Order', order.id)}") { totalRefundedSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } } } }`,
    );
    expect(read.data).toEqual({
      order: {
        totalRefundedSet: {
          shopMoney: { amount: '4.61', currencyCode: 'EUR' },
          presentmentMoney: { amount: '5.0', currencyCode: 'USD' },
        },
      },
    });
  });

  test('a refund the gateway declines is a record without money', () => {
    const order = seedOrder(scene);
    scene.world.faults.inject({
      fault: { at: 'gateway', gateway: '*', action: 'refund', effect: { kind: 'decline' } },
    });
    expect(refund(order, back(order, '10.00'))).toMatchObject({
      refund: {
        totalRefundedSet: { presentmentMoney: { amount: '0.0' } },
        transactions: { nodes: [{ status: 'FAILURE' }] },
      },
    });
    expect(summary(order)).toMatchObject({ refundRecords: 1, refunded: {} });
  });

  test('store credit is given in place of money', () => {
    const order = seedOrder(scene);
    refund(order, {
      refundMethods: [{ storeCreditRefund: { amount: { amount: '12.5', currencyCode: 'EUR' } } }],
    });
    expect(scene.customer.storeCredit.get('EUR')?.balance).toBe(1_250);
    expect(summary(order).refunded).toEqual({ shopify_store_credit: 1_250 });
  });
});

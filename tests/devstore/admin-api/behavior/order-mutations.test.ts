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

const wait = (ms: number): void => scene.world.advanceTo(scene.world.now() + ms);
const gid = (type: string, id: number | undefined): string => `gid://shopify/${type}/${id}`;
const summary = (order: Order) => summarizeOrder(scene.world, scene.domain, order.id);
const payload = <T>(body: { readonly data?: unknown }, field: string): T =>
  (body.data as Record<string, T>)[field] as T;

describe('orderCancel', () => {
  const CANCEL = `mutation Cancel($id: ID!, $restock: Boolean!, $method: OrderCancelRefundMethodInput, $note: String) {
    orderCancel(orderId: $id, reason: CUSTOMER, restock: $restock, refundMethod: $method, staffNote: $note) {
      job { id done }
      jobResult { id done status errors { code } }
      orderCancelUserErrors { code field message }
    }
  }`;
  const RESULT = `query Result($id: ID!) {
    node(id: $id) { ... on OrderCancelJobResult { done status errors { code message } order { cancelledAt displayFinancialStatus cancellation { staffNote } } } }
  }`;
  interface Cancelled {
    readonly jobResult: { readonly id: string } | null;
    readonly orderCancelUserErrors: readonly { readonly code: string }[];
  }
  const cancel = (order: Order, variables: Record<string, unknown> = {}): Cancelled =>
    payload(
      app.run(CANCEL, { id: gid('Order', order.id), restock: true, ...variables }),
      'orderCancel',
    );
  const result = (cancelled: Cancelled): unknown =>
    payload(app.run(RESULT, { id: cancelled.jobResult?.id }), 'node');

  test('starts a job that is done a little later, and the order is cancelled only then', () => {
    const order = seedOrder(scene);
    const cancelled = cancel(order, {
      method: { originalPaymentMethodsRefund: true },
      note: 'Fine.',
    });
    expect(result(cancelled)).toMatchObject({
      done: false,
      status: 'STARTED',
      order: { cancelledAt: null },
    });
    wait(5_000);
    expect(result(cancelled)).toMatchObject({
      done: true,
      status: 'SUCCEEDED',
      errors: [],
      order: { displayFinancialStatus: 'REFUNDED', cancellation: { staffNote: 'Fine.' } },
    });
    expect(summary(order)).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2_500 } });
  });

  test('a second cancel is refused with the words of the platform', () => {
    const order = seedOrder(scene);
    cancel(order);
    wait(5_000);
    expect(cancel(order)).toMatchObject({
      jobResult: null,
      orderCancelUserErrors: [
        {
          code: 'INVALID',
          field: ['orderId'],
          message: 'Cannot cancel an order that has already been canceled',
        },
      ],
    });
  });

  test('a staff note of 256 characters is refused, one of 255 is kept', () => {
    const order = seedOrder(scene);
    expect(cancel(order, { note: 'x'.repeat(256) }).orderCancelUserErrors).toHaveLength(1);
    expect(cancel(order, { note: 'x'.repeat(255) }).orderCancelUserErrors).toEqual([]);
  });

  test('a job made to fail says why and leaves the order alone', () => {
    const order = seedOrder(scene);
    scene.world.faults.inject({
      fault: { at: 'job', job: 'order_cancel', effect: { kind: 'fail' } },
    });
    const cancelled = cancel(order);
    wait(5_000);
    expect(result(cancelled)).toMatchObject({
      done: true,
      status: 'FAILED',
      errors: [{ code: 'INTERNAL_ERROR' }],
      order: { cancelledAt: null },
    });
  });

  test('a job can be made to claim success without cancelling', () => {
    const order = seedOrder(scene);
    scene.world.faults.inject({
      fault: { at: 'job', job: 'order_cancel', effect: { kind: 'done_without_cancelling' } },
    });
    const cancelled = cancel(order);
    wait(5_000);
    expect(result(cancelled)).toMatchObject({ status: 'SUCCEEDED', order: { cancelledAt: null } });
  });

  describe('store credit', () => {
    const method = (expiresAt: string | null = null) => ({
      method: { storeCreditRefund: { expiresAt } },
    });

    test('goes to the customer instead of the card', () => {
      const order = seedOrder(scene);
      cancel(order, method());
      wait(5_000);
      expect(summary(order).refunded).toEqual({ shopify_store_credit: 2_500 });
      expect(scene.customer.storeCredit.get('EUR')?.balance).toBe(2_500);
    });

    test.each([
      ['without a customer', 'STORE_CREDIT_REFUND_MISSING_CUSTOMER', {}, null],
      ['for a company', 'STORE_CREDIT_REFUND_B2B_NOT_SUPPORTED', { companyId: 1 }, null],
      ['that has expired', 'STORE_CREDIT_REFUND_EXPIRATION_IN_PAST', {}, '2020-01-01T00:00:00Z'],
    ] as const)('%s is refused', (what, code, extra, expiresAt) => {
      const anonymous = what === 'without a customer';
      const order = scene.world.commerce.placeOrder(scene.domain, {
        lines: [{ sku: SKU.mug, quantity: 1 }],
        payments: [{ gateway: 'shopify_payments', state: 'sale' }],
        ...(anonymous ? {} : { customerId: scene.customer.id }),
        ...extra,
      });
      expect(cancel(order, method(expiresAt)).orderCancelUserErrors).toMatchObject([{ code }]);
    });
  });
});

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

describe('suggestedRefund', () => {
  const suggest = (order: Order, args: string): unknown =>
    app.run(
      `{ order(id: "${gid('Order', order.id)}") { suggestedRefund(${args}) {
        amountSet { presentmentMoney { amount } } maximumRefundableSet { presentmentMoney { amount } }
        totalTaxSet { presentmentMoney { amount } } shipping { amountSet { presentmentMoney { amount } } }
        refundLineItems { quantity restockType location { id } }
        suggestedTransactions { gateway kind amountSet { presentmentMoney { amount } } parentTransaction { kind } }
        suggestedRefundMethods { amount { presentmentMoney { amount } } } } } }`,
    ).data;

  test('a full suggestion is all that can still be given back, split over its payments', () => {
    const order = seedOrder(scene, {
      payment: 'gift_card_and_card',
      lines: [{ sku: SKU.bowl, quantity: 1 }],
      shipping: { title: 'Standard', price: 490 },
    });
    expect(suggest(order, 'suggestFullRefund: true')).toMatchObject({
      order: {
        suggestedRefund: {
          amountSet: { presentmentMoney: { amount: '44.89' } },
          shipping: { amountSet: { presentmentMoney: { amount: '4.9' } } },
          refundLineItems: [
            {
              quantity: 1,
              restockType: 'CANCEL',
              location: { id: gid('Location', scene.main.id) },
            },
          ],
          suggestedTransactions: [
            { gateway: 'gift_card', kind: 'SUGGESTED_REFUND', parentTransaction: { kind: 'SALE' } },
            { amountSet: { presentmentMoney: { amount: '34.89' } } },
          ],
        },
      },
    });
  });

  test('one unit of a discounted line is worth what it really cost', () => {
    const order = seedOrder(scene, {
      lines: [{ sku: SKU.bowl, quantity: 2 }],
      orderDiscount: { title: 'HALF', percentPpm: 500_000 },
    });
    const line = gid('LineItem', order.lines[0]?.id);
    expect(
      suggest(
        order,
        `refundLineItems: [{ lineItemId: "${line}", quantity: 1, restockType: CANCEL }]`,
      ),
    ).toMatchObject({
      order: {
        suggestedRefund: {
          amountSet: { presentmentMoney: { amount: '20.0' } },
          maximumRefundableSet: { presentmentMoney: { amount: '39.99' } },
        },
      },
    });
  });

  test('nothing is suggested for an order that was only authorised', () => {
    const order = seedOrder(scene, { payment: 'authorized' });
    expect(suggest(order, 'suggestFullRefund: true')).toMatchObject({
      order: {
        suggestedRefund: {
          amountSet: { presentmentMoney: { amount: '0.0' } },
          suggestedTransactions: [],
        },
      },
    });
  });
});

describe('fulfillment mutations', () => {
  const HOLD = `mutation Hold($id: ID!, $hold: FulfillmentOrderHoldInput!) {
    fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
      fulfillmentHold { id handle heldByRequestingApp displayReason heldByApp { title } }
      fulfillmentOrder { status supportedActions { action } }
      remainingFulfillmentOrder { id }
      userErrors { code message }
    }
  }`;
  interface Held {
    readonly fulfillmentHold: { readonly id: string } | null;
    readonly userErrors: readonly { readonly code: string | null }[];
  }
  const hold = (order: Order, handle: string): Held =>
    payload(
      app.run(HOLD, {
        id: gid('FulfillmentOrder', order.fulfillmentOrders[0]?.id),
        hold: { reason: 'OTHER', handle },
      }),
      'fulfillmentOrderHold',
    );

  test("a hold is placed once per handle and released by its id, leaving the other app's alone", () => {
    const order = seedOrder(scene, { fulfillment: 'held_by_other_app' });
    const held = hold(order, 'cancel');
    expect(held).toMatchObject({
      fulfillmentHold: { handle: 'cancel', heldByRequestingApp: true },
      fulfillmentOrder: { status: 'ON_HOLD' },
      userErrors: [],
    });
    expect(hold(order, 'cancel').userErrors).toMatchObject([
      { code: 'DUPLICATE_FULFILLMENT_HOLD_HANDLE' },
    ]);
    expect(hold(order, 'x'.repeat(65)).fulfillmentHold).toBeNull();
    const release = (holdIds: readonly string[]): unknown =>
      app.run(
        `mutation Release($id: ID!, $holdIds: [ID!]) { fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) { fulfillmentOrder { status fulfillmentHolds { heldByRequestingApp } } userErrors { code } } }`,
        { id: gid('FulfillmentOrder', order.fulfillmentOrders[0]?.id), holdIds },
      ).data;
    const foreign = order.fulfillmentOrders[0]?.holds[0];
    expect(release([gid('FulfillmentHold', foreign?.id)])).toMatchObject({
      fulfillmentOrderReleaseHold: { userErrors: [{ code: 'INVALID_ACCESS' }] },
    });
    expect(release([held.fulfillmentHold?.id ?? ''])).toMatchObject({
      fulfillmentOrderReleaseHold: {
        fulfillmentOrder: { status: 'ON_HOLD', fulfillmentHolds: [{ heldByRequestingApp: false }] },
      },
    });
    expect(summary(order).openHolds).toBe(1);
  });

  test('work at a 3PL is recalled by request', () => {
    const order = seedOrder(scene, {
      fulfillment: 'accepted',
      lines: [{ sku: SKU.served, quantity: 1 }],
    });
    const id = gid('FulfillmentOrder', order.fulfillmentOrders[0]?.id);
    const recall = (): unknown =>
      app.run(
        `mutation { fulfillmentOrderSubmitCancellationRequest(id: "${id}", message: "Stop") { fulfillmentOrder { requestStatus merchantRequests(first: 5) { nodes { kind message } } } userErrors { message } } }`,
      ).data;
    expect(recall()).toMatchObject({
      fulfillmentOrderSubmitCancellationRequest: {
        fulfillmentOrder: {
          requestStatus: 'CANCELLATION_REQUESTED',
          merchantRequests: {
            nodes: [
              { kind: 'FULFILLMENT_REQUEST' },
              { kind: 'CANCELLATION_REQUEST', message: 'Stop' },
            ],
          },
        },
        userErrors: [],
      },
    });
    expect(recall()).toMatchObject({
      fulfillmentOrderSubmitCancellationRequest: { fulfillmentOrder: null },
    });
  });
});

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
      `mutation { metafieldsSet(metafields: [{ ownerId: "${id}", namespace: "n", key: "k", type: "json", value: "{}" }]) { userErrors { message } } }`,
    );
    expect(
      app.run(
        `{ order(id: "${id}") { tags note metafield(namespace: "n", key: "k") { value type } } }`,
      ).data,
    ).toEqual({
      order: { tags: ['a', 'b'], note: 'Hello', metafield: { value: '{}', type: 'json' } },
    });
  });

  test("the buyer's own request is read and answered once", () => {
    const order = seedOrder(scene);
    const line = { lineItemId: order.lines[0]?.id ?? 0, quantity: 1 };
    const edit = scene.world.commerce.requestOrderEdit(scene.domain, order.id, [line]);
    const decline = (): unknown =>
      app.run(
        `mutation { requestedOrderEditDecline(input: { id: "${gid('RequestedOrderEdit', edit.id)}", declineNote: "Shipped" }) { requestedOrderEdit { status } userErrors { message } } }`,
      ).data;
    expect(
      app.run(
        `{ order(id: "${gid('Order', order.id)}") { displayRequestedEditStatus requestedOrderEdits(first: 5) { nodes { status lineItems(first: 5) { nodes { quantity } } } } } }`,
      ).data,
    ).toMatchObject({
      order: {
        displayRequestedEditStatus: 'REQUESTED',
        requestedOrderEdits: { nodes: [{ lineItems: { nodes: [{ quantity: 1 }] } }] },
      },
    });
    expect(decline()).toMatchObject({
      requestedOrderEditDecline: { requestedOrderEdit: { status: 'DECLINED' }, userErrors: [] },
    });
    expect(decline()).toMatchObject({
      requestedOrderEditDecline: { userErrors: [{ message: 'The request is not open.' }] },
    });
    expect(summary(order)).toMatchObject({ cancels: 0, refunded: {} });
  });
});

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

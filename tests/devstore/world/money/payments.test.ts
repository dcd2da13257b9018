import { describe, expect, test } from 'vitest';
import { createScenarioShop, seedOrder, SKU } from '../../seed/scenario.ts';
import { displayFinancialStatus } from '../orders/order-status.ts';
import * as totals from '../orders/order-totals.ts';
import { providerFee } from './payments.ts';
import { summarizeOrder } from '../orders/summary.ts';

const DAY = 24 * 3600 * 1000;

describe('payment states', () => {
  test.each([
    ['paid', 'PAID'],
    ['authorized', 'AUTHORIZED'],
    ['partly_captured', 'PARTIALLY_PAID'],
    ['authorization_expired', 'EXPIRED'],
    ['paypal', 'PAID'],
    ['cash_on_delivery', 'PENDING'],
    ['cash_received', 'PAID'],
    ['bank_deposit', 'PENDING'],
    ['bank_pending', 'PENDING'],
    ['gift_card_and_card', 'PAID'],
    ['free', 'PAID'],
    ['unpaid', null],
  ] as const)('%s shows as %s', (payment, expected) => {
    const order = seedOrder(createScenarioShop(), { payment });
    expect(displayFinancialStatus(order)).toBe(expected);
  });

  test('an authorisation nobody captures expires by itself after seven days', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment: 'authorized' });
    scene.world.advanceTo(scene.world.now() + 7 * DAY - 1);
    expect(displayFinancialStatus(order)).toBe('AUTHORIZED');
    scene.world.advanceTo(scene.world.now() + 1);
    expect(displayFinancialStatus(order)).toBe('EXPIRED');
    expect(totals.totalCapturable(order)).toBe(0);
  });

  test('a declined capture takes nothing', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment: 'authorized' });
    scene.world.faults.inject({
      fault: { at: 'gateway', gateway: '*', action: 'capture', effect: { kind: 'decline' } },
    });
    const [capture] = scene.world.commerce.capture(scene.domain, order.id);
    expect(capture?.status).toBe('FAILURE');
    expect(totals.totalReceived(order)).toBe(0);
    expect(summarizeOrder(scene.world, scene.domain, order.id).captured).toEqual({});
  });
});

describe('refunds at the gateway', () => {
  test('a wallet refund is pending first and settles later', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment: 'paypal' });
    scene.world.commerce.refundInAdmin(scene.domain, order.id, { amount: 500 });
    const summary = () => summarizeOrder(scene.world, scene.domain, order.id);
    expect(summary().refundsPending).toEqual({ paypal: 500 });
    expect(totals.totalRefunded(order)).toBe(0);
    expect(totals.maximumRefundable(order)).toBe(2_000);
    scene.world.advanceTo(scene.world.now() + 15 * 60_000);
    expect(summary().refundsPending).toEqual({});
    expect(summary().refunded).toEqual({ paypal: 500 });
    expect(displayFinancialStatus(order)).toBe('PARTIALLY_REFUNDED');
  });

  test('a refund that comes back days later is money not given, and can be given again', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    scene.world.faults.inject({
      fault: {
        at: 'gateway',
        gateway: 'shopify_payments',
        action: 'refund',
        effect: { kind: 'fail_later', afterMs: 3 * DAY },
      },
    });
    scene.world.commerce.refundInAdmin(scene.domain, order.id, { amount: 2_500 });
    expect(displayFinancialStatus(order)).toBe('REFUNDED');
    scene.world.advanceTo(scene.world.now() + 3 * DAY);
    expect(displayFinancialStatus(order)).toBe('PAID');
    expect(totals.maximumRefundable(order)).toBe(2_500);
    expect(summarizeOrder(scene.world, scene.domain, order.id).refunded).toEqual({});
  });

  test('money paid by hand is only recorded as given back', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment: 'cash_received' });
    scene.world.commerce.refundInAdmin(scene.domain, order.id, { amount: 1_000 });
    const summary = summarizeOrder(scene.world, scene.domain, order.id);
    expect(summary.refunded).toEqual({});
    expect(summary.recordedOnlyRefunds).toEqual({ 'Cash on Delivery (COD)': 1_000 });
  });

  test('a gift card gets its own part back', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, {
      payment: 'gift_card_and_card',
      lines: [{ sku: SKU.bowl, quantity: 1 }],
    });
    const [card] = [...scene.shop.giftCards.values()];
    expect(card?.balance).toBe(0);
    scene.world.commerce.cancelInAdmin(scene.domain, order.id);
    scene.world.advanceTo(scene.world.now() + 5_000);
    expect(card?.balance).toBe(1_000);
    expect(summarizeOrder(scene.world, scene.domain, order.id).refunded).toEqual({
      gift_card: 1_000,
      shopify_payments: 2_999,
    });
  });
});

describe('money that does not keep to the plan', () => {
  const topicsOf = (scene: ReturnType<typeof createScenarioShop>, orderId: number): string[] =>
    scene.world.webhooks.list({ orderId }).map(({ topic }) => topic);
  const listen = (scene: ReturnType<typeof createScenarioShop>): void => {
    const topics = ['orders/updated', 'orders/paid', 'order_transactions/create'];
    scene.world.apps.register({
      clientId: 'listener',
      clientSecret: 'listener-secret',
      title: 'Listener',
      handle: 'listener',
      scopes: ['read_orders'],
      applicationUrl: 'https://app.example.com',
      webhookApiVersion: '2026-10',
      webhookSubscriptions: topics.map((topic) => ({ topic, uri: '/webhooks' })),
    });
    scene.world.apps.install('listener', scene.domain);
  };
  const cancelled = (scene: ReturnType<typeof createScenarioShop>, orderId: number): void => {
    scene.world.commerce.cancelInAdmin(scene.domain, orderId);
    scene.world.advanceTo(scene.world.now() + 5_000);
  };

  test('a refund that comes back is told to subscribers, as a transaction that failed', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    cancelled(scene, order.id);
    const refund = order.transactions.at(-1);
    listen(scene);
    scene.world.commerce.returnRefund(scene.domain, order.id, refund?.id ?? 0);
    expect(topicsOf(scene, order.id)).toEqual(['order_transactions/create', 'orders/updated']);
    expect(refund).toMatchObject({ status: 'FAILURE', errorCode: 'PAYMENT_PROVIDER_ERROR' });
    expect(displayFinancialStatus(order)).toBe('PAID');
    expect(totals.maximumRefundable(order)).toBe(2_500);
    expect(totals.totalOutstanding(order)).toBe(-2_500);
  });

  test('an authorisation that has expired stops no cancel and is not voided', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment: 'authorization_expired' });
    cancelled(scene, order.id);
    expect(order.cancelledAt).not.toBeNull();
    expect(order.transactions).toMatchObject([
      { kind: 'AUTHORIZATION', status: 'SUCCESS', errorCode: 'AUTHORIZATION_EXPIRED' },
    ]);
    expect(displayFinancialStatus(order)).toBe('EXPIRED');
    expect(summarizeOrder(scene.world, scene.domain, order.id).voided).toEqual({});
  });

  test('money that arrives on a cancelled order is owed back and can be given back', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment: 'bank_deposit' });
    cancelled(scene, order.id);
    listen(scene);
    const { commerce } = scene.world;
    commerce.receivePayment(scene.domain, order.id, { gateway: 'Bank Deposit', amount: 2_500 });
    expect(topicsOf(scene, order.id)).toEqual(['order_transactions/create', 'orders/updated']);
    expect(displayFinancialStatus(order)).toBe('PAID');
    expect(totals.totalOutstanding(order)).toBe(-2_500);
    commerce.refundInAdmin(scene.domain, order.id, { amount: 2_500 });
    expect(totals.totalOutstanding(order)).toBe(0);
    expect(summarizeOrder(scene.world, scene.domain, order.id)).toMatchObject({
      captured: { 'Bank Deposit': 2_500 },
      recordedOnlyRefunds: { 'Bank Deposit': 2_500 },
    });
  });

  test('cash over the counter is given back by hand only: a record, no movement', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, {
      retailLocationId: scene.main.id,
      payments: [{ gateway: 'cash', state: 'sale' }],
    });
    cancelled(scene, order.id);
    expect(summarizeOrder(scene.world, scene.domain, order.id)).toMatchObject({
      refunded: {},
      recordedOnlyRefunds: { cash: 2_500 },
    });
  });

  test.each([
    ['unpaid', { manual: 2_500 }],
    ['cash_on_delivery', { 'Cash on Delivery (COD)': 2_500 }],
    ['authorized', { shopify_payments: 2_500 }],
    ['partly_captured', { shopify_payments: 2_500 }],
    ['authorization_expired', { manual: 2_500 }],
  ] as const)('an order that is %s is marked as paid with what it owes', (payment, captured) => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { payment });
    listen(scene);
    scene.world.commerce.markAsPaid(scene.domain, order.id);
    expect(totals.totalOutstanding(order)).toBe(0);
    expect(displayFinancialStatus(order)).toBe('PAID');
    expect(topicsOf(scene, order.id)).toContain('orders/paid');
    const summed = { ...summarizeOrder(scene.world, scene.domain, order.id).captured };
    expect(summed).toEqual(captured);
  });

  test.each(['paid', 'free'] as const)(
    'an order that is %s cannot be marked as paid',
    (payment) => {
      const scene = createScenarioShop();
      const order = seedOrder(scene, { payment });
      expect(() => scene.world.commerce.markAsPaid(scene.domain, order.id)).toThrow(
        'marked as paid',
      );
    },
  );

  test('the provider keeps its fee of a payment, in the shop’s currency, and no other does', () => {
    const scene = createScenarioShop();
    const dollars = { presentmentCurrency: 'USD', shopPerPresentment: '0.5' } as const;
    const order = seedOrder(scene, { ...dollars, lines: [{ sku: SKU.bowl, quantity: 1 }] });
    const [payment] = order.transactions;
    // 79.98 USD are 39.99 EUR; 2.1 % of that and 30 cents.
    expect(payment && providerFee(scene.shop, order, payment)).toBe(84 + 30);
    cancelled(scene, order.id);
    expect(order.transactions.map((t) => providerFee(scene.shop, order, t))).toEqual([114, null]);
    const wallet = seedOrder(scene, { payment: 'paypal' });
    expect(wallet.transactions.map((t) => providerFee(scene.shop, wallet, t))).toEqual([null]);
  });
});

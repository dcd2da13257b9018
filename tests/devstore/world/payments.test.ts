import { describe, expect, test } from 'vitest';
import { createScenarioShop, seedOrder, SKU } from '../seed/scenario.ts';
import { displayFinancialStatus } from './order-status.ts';
import * as totals from './order-totals.ts';
import { summarizeOrder } from './summary.ts';

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

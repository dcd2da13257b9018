import type { OrderSummary } from 'devstore/world';
import { describe, expect, it } from 'vitest';

import { contradictions } from './outcome.ts';

const expected = { refunded: 2_000, restocked: 3, currency: 'EUR' };

const CANCELLED: OrderSummary = {
  cancelRequests: 1,
  cancels: 1,
  refundRecords: 2,
  captured: { shopify_payments: 5_920 },
  refunded: { shopify_payments: 1_500, gift_card: 500 },
  refundsPending: {},
  voided: {},
  recordedOnlyRefunds: {},
  restocked: { '1:10': 2, '1:11': 1 },
  openHolds: 0,
  shippedUnits: 0,
  mails: { platform: { order_confirmation: 1 }, submitted: 1, delivered: 1 },
};

describe('an outcome', () => {
  it('stands when the ledger says nothing against it', () => {
    expect(contradictions(CANCELLED, expected)).toEqual([]);
  });

  it.each<[string, Partial<OrderSummary>, string]>([
    ['an order left alone', { cancels: 0 }, 'It was cancelled not at all.'],
    ['a second cancel', { cancelRequests: 2 }, 'Its cancel was asked for twice.'],
    [
      'a refund paid twice',
      { refunded: { shopify_payments: 4_000 } },
      '€40.00 was paid out, not €20.00.',
    ],
    [
      'a refund that is only promised',
      { refundsPending: { shopify_payments: 700 } },
      '€7.00 of its refund is not paid out yet.',
    ],
    ['a unit lost', { restocked: { '1:10': 2 } }, '2 units went back to stock, not 3.'],
    ['a hold left behind', { openHolds: 1 }, '1 of its fulfillment holds are left behind.'],
    ['a unit shipped', { shippedUnits: 1 }, '1 of its units were shipped.'],
    [
      'a customer told twice',
      { mails: { platform: { order_cancelled: 1 }, submitted: 1, delivered: 1 } },
      'It was written about in 2 mails, not in 1.',
    ],
    [
      'a customer left in the dark',
      { mails: { platform: { order_confirmation: 1 }, submitted: 1, delivered: 0 } },
      'It was written about in 0 mails, not in 1.',
    ],
  ])('falls with %s', (_case, change, sentence) => {
    expect(contradictions({ ...CANCELLED, ...change }, expected)).toEqual([sentence]);
  });
});

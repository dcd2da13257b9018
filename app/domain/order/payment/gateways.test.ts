import { describe, expect, test } from 'vitest';

import { transaction } from '../../../../tests/support/facts/order-facts.ts';
import { DAY } from '../../time.ts';
import { wayBackOf } from './gateways.ts';

const PAID_AT = Date.UTC(2026, 4, 1, 12);
const paidBy = (gateway: string, changes = {}) =>
  wayBackOf(transaction({ kind: 'SALE', gateway, createdAt: PAID_AT, ...changes }));

describe('the way back of a payment', () => {
  test.each([
    ['shopify_payments', { by: 'gateway', until: null }],
    ['gift_card', { by: 'gateway', until: null }],
    ['paypal', { by: 'gateway', until: PAID_AT + 180 * DAY }],
    ['PayPal Express Checkout', { by: 'gateway', until: PAID_AT + 180 * DAY }],
    ['afterpay_north_america', { by: 'gateway', until: PAID_AT + 120 * DAY }],
    ['PayPay', { by: 'gateway', until: PAID_AT + 365 * DAY }],
    ['Konbini (KOMOJU)', { by: 'hand', until: null }],
    ['bogus', { by: 'nobody', until: null }],
    ['', { by: 'gateway', until: null }],
  ])('of one by %j is %j', (gateway, wayBack) => {
    expect(paidBy(gateway)).toEqual(wayBack);
  });

  test('a name that only begins with the letters of another is another', () => {
    expect(paidBy('paypalooza')).toEqual({ by: 'gateway', until: null });
  });

  test('what was handed over outside any gateway goes back by hand, whatever it is called', () => {
    expect(paidBy('PayPal', { isManual: true })).toEqual({ by: 'hand', until: null });
  });

  test.each(['AUTHORIZATION', 'EMV_AUTHORIZATION'])(
    'of an authorization nobody gives anything back: the %s ends by itself',
    (kind) => {
      const authorizationExpiresAt = PAID_AT + 7 * DAY;
      expect(paidBy('paypal', { kind, authorizationExpiresAt })).toEqual({
        by: 'nobody',
        until: authorizationExpiresAt,
      });
    },
  );
});

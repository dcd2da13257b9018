import { describe, expect, test } from 'vitest';

import {
  PLACED_AT,
  bag,
  eur,
  order,
  transaction,
} from '../../../../tests/support/facts/order-facts.ts';
import { judged, policy, rule } from '../../../../tests/support/facts/policies.ts';
import type { LineItemId, TransactionId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { DAY } from '../../time.ts';
import type { Selection } from '../../refund/goods/selection.ts';
import { evaluate } from './evaluate.ts';

/** A pre-order may be cancelled as long as nobody works on it. */
const LONG = policy({
  rules: [rule({ instant: { minutes: null, cutOff: null, untilFulfillment: true } })],
});
const PART = {
  kind: 'lines',
  lines: [{ lineItemId: 'gid://shopify/LineItem/1' as LineItemId, quantity: 1 }],
} as const;

const reasonsAfter = (
  days: number,
  facts: OrderFacts,
  selection: Selection = { kind: 'order' },
) => {
  const asking = {
    buyer: 'customer',
    now: PLACED_AT + days * DAY,
    recentCancellations: 0,
  } as const;
  return judged(evaluate(LONG, facts, asking), facts, selection).reviewReasons;
};

const paypal = transaction({ gateway: 'paypal', gatewayName: 'PayPal' });
const NO_WAY_BACK = [{ code: 'no_way_back', gatewayName: 'PayPal' }];

describe('a payment that its provider does not take back any more', () => {
  test('comes before a person, whole or in parts, from the instant at which the provider stops', () => {
    const facts = order({ transactions: [paypal] });
    expect(reasonsAfter(180, facts)).toEqual([]);
    expect(reasonsAfter(180 + 1 / DAY, facts)).toEqual(NO_WAY_BACK);
    expect(reasonsAfter(181, facts)).toEqual(NO_WAY_BACK);
    expect(reasonsAfter(181, facts, PART)).toEqual(NO_WAY_BACK);
  });

  test('does not, once all of it was given back', () => {
    const refund = transaction({
      id: 'gid://shopify/OrderTransaction/2' as TransactionId,
      kind: 'REFUND',
      parentId: paypal.id,
      amount: bag(eur(10_000)),
    });
    expect(reasonsAfter(181, order({ transactions: [paypal, refund] }))).toEqual([]);
  });

  test('is named also where another payment can go back', () => {
    const card = transaction({ id: 'gid://shopify/OrderTransaction/2' as TransactionId });
    expect(reasonsAfter(181, order({ transactions: [card, paypal] }))).toEqual(NO_WAY_BACK);
  });
});

describe('a payment that no provider ever takes back', () => {
  test('comes before a person at once', () => {
    const konbini = transaction({ gateway: 'konbini', gatewayName: 'Konbini' });
    expect(reasonsAfter(0, order({ transactions: [konbini] }))).toEqual([
      { code: 'no_way_back', gatewayName: 'Konbini' },
    ]);
  });

  test('does not where it came by hand: the policy knows cash', () => {
    const cash = transaction({ gateway: 'Cash on Delivery (COD)', isManual: true });
    expect(reasonsAfter(400, order({ transactions: [cash] }))).toEqual([]);
  });

  test('an authorization holds no money that somebody has to give back', () => {
    const authorized = transaction({
      kind: 'AUTHORIZATION',
      gateway: 'paypal',
      authorizationExpiresAt: PLACED_AT + 7 * DAY,
    });
    expect(reasonsAfter(181, order({ transactions: [authorized] }))).toEqual([]);
  });
});

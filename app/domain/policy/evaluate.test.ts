import { describe, expect, it } from 'vitest';
import {
  PLACED_AT,
  fulfillmentOrder,
  order,
  transaction,
} from '../../../tests/support/order-facts.ts';
import type { OrderFacts } from '../order/facts.ts';
import { MINUTE } from '../time.ts';
import { evaluateForShopper, evaluateForStaff } from './evaluate.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';

const refusals = (policy: Policy, facts: OrderFacts, now = PLACED_AT): string[] => {
  const eligibility = evaluateForShopper(policy, facts, now);
  return eligibility.allowed ? [] : eligibility.refusals.map((refusal) => refusal.code);
};

const untilFulfilment: Policy = { ...DEFAULT_POLICY, window: { until: 'fulfilment' } };

describe('what a shopper may cancel', () => {
  it('allows a fresh paid order and says until when', () => {
    expect(evaluateForShopper(DEFAULT_POLICY, order(), PLACED_AT)).toEqual({
      allowed: true,
      handling: 'automatic',
      closesAt: PLACED_AT + 60 * MINUTE,
    });
  });

  it('keeps the window open up to its last millisecond and closes it with the next', () => {
    const lastInstant = PLACED_AT + 60 * MINUTE;
    expect(refusals(DEFAULT_POLICY, order(), lastInstant)).toEqual([]);
    expect(refusals(DEFAULT_POLICY, order(), lastInstant + 1)).toEqual(['window_closed']);
  });

  it('counts the window from when the order was processed, not when it was imported', () => {
    const imported = order({ createdAt: PLACED_AT + 600 * MINUTE });
    expect(refusals(DEFAULT_POLICY, imported, PLACED_AT + 61 * MINUTE)).toEqual(['window_closed']);
  });

  it('has no end in time when only the start of fulfilment ends it', () => {
    expect(refusals(untilFulfilment, order(), PLACED_AT + 100_000 * MINUTE)).toEqual([]);
  });

  it.each([
    ['the warehouse is picking', fulfillmentOrder({ status: 'IN_PROGRESS' })],
    ['a service accepted it', fulfillmentOrder({ requestStatus: 'ACCEPTED' })],
    ['a service refused to stop', fulfillmentOrder({ requestStatus: 'CANCELLATION_REJECTED' })],
  ])('refuses once fulfilment has started: %s', (_, fo) => {
    expect(refusals(untilFulfilment, order({ fulfillmentOrders: [fo] }))).toEqual([
      'fulfilment_started',
    ]);
  });

  it('names every reason against it, not only the first', () => {
    const facts = order({
      isCompanyPurchase: true,
      fulfillmentStatus: 'PARTIALLY_FULFILLED',
      returnStatus: 'IN_PROGRESS',
      transactions: [transaction({ status: 'PENDING' })],
    });
    const off: Policy = { ...DEFAULT_POLICY, enabled: false };
    expect(refusals(off, facts, PLACED_AT + 61 * MINUTE)).toEqual([
      'partly_fulfilled',
      'active_return',
      'payment_pending',
      'policy_disabled',
      'company_purchase',
      'window_closed',
    ]);
  });

  it('lets a manual payment be pending: nobody waits for a gateway there', () => {
    const cashOnDelivery = transaction({ status: 'PENDING', isManual: true });
    expect(refusals(DEFAULT_POLICY, order({ transactions: [cashOnDelivery] }))).toEqual([]);
  });
});

describe('what staff may cancel', () => {
  it('is everything that Shopify itself would cancel, whatever the policy says to shoppers', () => {
    expect(evaluateForStaff(order({ isCompanyPurchase: true }))).toEqual([]);
  });

  it('is nothing that Shopify refuses', () => {
    expect(
      evaluateForStaff(order({ cancelledAt: PLACED_AT, fulfillmentStatus: 'FULFILLED' })),
    ).toEqual([{ code: 'already_cancelled' }, { code: 'already_fulfilled' }]);
  });
});

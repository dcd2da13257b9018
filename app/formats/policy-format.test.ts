import { describe, expect, it } from 'vitest';
import { PLACED_AT, fulfillmentOrder, order } from '../../tests/support/facts/order-facts.ts';
import { documentOf, policy } from '../../tests/support/facts/policies.ts';
import { MINUTE } from '../domain/time.ts';
import { evaluate } from '../domain/policy/evaluation/evaluate.ts';
import { POLICY_FORMAT, readPolicy } from './policy-format.ts';

const firstFormat = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  enabled: true,
  window: { until: 'minutes', minutes: 90 },
  handling: 'automatic',
  reviewDays: 5,
  reasons: [{ id: 'too_slow', label: 'Too slow', translations: { de: 'Zu langsam' } }],
  restock: false,
  refundMethod: 'original',
  ...changes,
});
const upgraded = (changes: Record<string, unknown> = {}) => ({
  ...readPolicy(0, firstFormat(changes)),
  version: 1,
});
const asked = (minutes: number, buyer: 'customer' | 'guest' = 'customer') => ({
  buyer,
  now: PLACED_AT + minutes * MINUTE,
  recentCancellations: 0,
});

describe('a policy as it was stored', () => {
  it('reads back unchanged in the present format', () => {
    const document = documentOf(policy());
    expect(readPolicy(POLICY_FORMAT, JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it('keeps its promise when it was stored in the first format: the same orders, as long as before', () => {
    const old = upgraded();
    expect(evaluate(old, order(), asked(90))).toMatchObject({
      allowed: true,
      handling: 'automatic',
      closesAt: PLACED_AT + 90 * MINUTE,
    });
    expect(evaluate(old, order(), asked(91)).refusals).toMatchObject([{ code: 'window_closed' }]);
    const started = order({ fulfillmentOrders: [fulfillmentOrder({ status: 'IN_PROGRESS' })] });
    expect(evaluate(old, started, asked(1)).allowed).toBe(false);
    expect(evaluate(old, order(), asked(1, 'guest')).refusals).toEqual([
      { code: 'no_rule_for_buyer' },
    ]);
    expect(evaluate(old, order(), asked(1)).lines).toMatchObject([{ cancellable: 0 }]);
    expect(old).toMatchObject({
      enabled: true,
      reviewDays: 5,
      reasons: [
        {
          id: 'too_slow',
          label: 'Too slow',
          translations: { de: 'Zu langsam' },
          needsComment: false,
        },
      ],
      rules: [{ restock: { byDefault: false }, refund: { method: 'original' } }],
    });
  });

  it('keeps review and store credit of the first format, and a window that only fulfillment ended', () => {
    const old = upgraded({
      handling: 'review',
      window: { until: 'fulfilment' },
      refundMethod: 'store_credit',
    });
    expect(evaluate(old, order(), asked(100_000))).toMatchObject({
      allowed: true,
      handling: 'review',
      reviewReasons: [{ code: 'by_request_only' }],
      closesAt: null,
    });
    expect(old.rules[0]?.refund.method).toBe('store_credit');
  });

  it('is damage when it fits no format', () => {
    expect(() => readPolicy(0, firstFormat({ handling: 'maybe' }))).toThrow();
    expect(() => readPolicy(0, {})).toThrow();
  });
});

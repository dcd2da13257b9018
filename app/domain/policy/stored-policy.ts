import { z } from 'zod';
import { isCurrencyCode, parseMoney, toDecimal } from '../money.ts';
import { DEFAULT_POLICY } from './default-policy.ts';
import { type PolicyDocument, type Rule, policyDocument } from './policy.ts';

/**
 * Reads a document as it was stored, whichever format it was stored in. Throws on one that fits none: that is
 * not a merchant's mistake but damage.
 */
export function readStoredPolicy(stored: unknown): PolicyDocument {
  const first = firstFormat.safeParse(stored);
  return policyDocument.parse(plainAmounts(first.success ? upgraded(first.data) : stored));
}

/**
 * Amounts once were stored as they were typed, with a point before the decimals: "1.250" EUR is 1.25 there, and
 * would be refused today.
 */
function plainAmounts(stored: unknown): unknown {
  if (Array.isArray(stored)) return stored.map(plainAmounts);
  if (typeof stored !== 'object' || stored === null) return stored;
  return Object.fromEntries(
    Object.entries(stored).map(([key, value]) => {
      const amount =
        typeof value === 'string' && isCurrencyCode(key) ? parseMoney(value, key) : null;
      return [key, amount ? toDecimal(amount) : plainAmounts(value)];
    }),
  );
}

/** The first format: one window and one way of handling for everybody, and only whole orders. */
const firstFormat = z.strictObject({
  enabled: z.boolean(),
  window: z.discriminatedUnion('until', [
    z.strictObject({ until: z.literal('minutes'), minutes: z.int() }),
    z.strictObject({ until: z.literal('fulfilment') }),
  ]),
  handling: z.enum(['automatic', 'review']),
  reviewDays: z.int(),
  reasons: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      translations: z.record(z.string(), z.string()),
    }),
  ),
  restock: z.boolean(),
  refundMethod: z.enum(['original', 'store_credit']),
});

/** The same promise in today's format: guests and parts of orders were not spoken of then. */
function upgraded(old: z.infer<typeof firstFormat>): PolicyDocument {
  const window = {
    minutes: old.window.until === 'minutes' ? old.window.minutes : null,
    cutOff: null,
    untilFulfilment: true,
  };
  const rule: Rule = {
    id: 'everybody',
    name: 'Everybody',
    who: ['customer'],
    countries: [],
    what: 'whole_order',
    exclusions: [],
    instant: old.handling === 'automatic' ? window : null,
    request: old.handling === 'review' ? window : null,
    reviewAbove: null,
    refund: { method: old.refundMethod, storeCreditBonusPercent: null },
    fee: { kind: 'none' },
    restock: { byDefault: old.restock, neverTags: [] },
    partial: { shipping: 'keep', tip: 'keep', duties: 'proportional' },
    thresholds: { behaviour: 'keep_the_deal' },
  };
  const { calendar, limit, staff } = DEFAULT_POLICY;
  return {
    enabled: old.enabled,
    rules: [rule],
    calendar,
    reviewDays: old.reviewDays,
    reasons: old.reasons.map((reason) => ({ ...reason, needsComment: false })),
    limit,
    staff,
  };
}

import { z } from 'zod';
import { DEFAULT_POLICY } from './default-policy.ts';
import { type PolicyDocument, type Rule, policyDocument } from './policy.ts';

/**
 * Reads a document as it was stored, whichever format it was stored in. Throws on one that fits none: that is
 * not a merchant's mistake but damage.
 */
export function readStoredPolicy(stored: unknown): PolicyDocument {
  const first = firstFormat.safeParse(stored);
  return policyDocument.parse(first.success ? upgraded(first.data) : stored);
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

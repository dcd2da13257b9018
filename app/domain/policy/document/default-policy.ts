import type { Policy, Rule } from './policy.ts';

/** A rule to begin with: careful, and complete but for its name. */
export const PLAIN_RULE: Omit<Rule, 'id' | 'name'> = {
  who: ['customer', 'guest'],
  countries: [],
  what: 'whole_order',
  exclusions: [],
  instant: { minutes: 60, cutOff: null, untilFulfillment: true },
  request: null,
  reviewAbove: null,
  refund: { method: 'original', storeCreditBonusPercent: null },
  fee: { kind: 'none' },
  restock: { byDefault: true, neverTags: [] },
  partial: { shipping: 'keep', tip: 'keep', duties: 'proportional' },
  thresholds: { behaviour: 'keep_the_deal' },
};

/** Everybody may cancel the whole order, or single units of it, within an hour and before work has begun. */
const EVERYBODY: Rule = {
  ...PLAIN_RULE,
  id: 'everybody',
  name: 'Everybody',
  what: 'quantities',
  exclusions: [
    { kind: 'gift_card', then: 'review', wording: null },
    { kind: 'subscription', then: 'review', wording: null },
    { kind: 'personalised', then: 'review', wording: null },
    { kind: 'risk_level', values: ['HIGH'], then: 'review', wording: null },
  ],
};

const EVERYTHING_ALLOWED = {
  mayCancel: true,
  mayOverridePolicy: true,
  refundUpTo: null,
  bulkRefundPerDay: null,
} as const;

/**
 * What holds for a shop that never opened the policy page: safe, and useful at once.
 *
 * @param reasons that customers choose from, in their words
 */
export const defaultPolicy = (reasons: Policy['reasons']): Policy => ({
  version: 0,
  enabled: true,
  rules: [EVERYBODY],
  calendar: { openingDays: [1, 2, 3, 4, 5, 6, 7], closedOn: [] },
  reviewDays: 3,
  requestsAfterDecline: 0,
  reasons,
  limit: null,
  staff: { member: EVERYTHING_ALLOWED, collaborator: EVERYTHING_ALLOWED },
});

import { z } from 'zod';

import { isCurrencyCode, parseMoney, toDecimal } from '../../domain/money.ts';
import type { StoredDocument } from '../upcast.ts';

/** Before formats had numbers, policies were stored in two shapes, told apart by what stands in them. */
export function fromUnnumbered(stored: StoredDocument): StoredDocument {
  const first = firstShape.safeParse(stored);
  return plainAmounts(first.success ? withRules(first.data) : stored) as StoredDocument;
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

/** The first shape: one window and one way of handling for everybody, and only whole orders. */
const firstShape = z.strictObject({
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

/**
 * The same promise by rules: guests and parts of orders were not spoken of then, and nothing limited staff or
 * customers. Written out, so that it stays what it was whatever a new shop begins with.
 */
function withRules(old: z.infer<typeof firstShape>): StoredDocument {
  const window = {
    minutes: old.window.until === 'minutes' ? old.window.minutes : null,
    cutOff: null,
    untilFulfilment: true,
  };
  const everythingAllowed = { mayCancel: true, mayOverridePolicy: true, refundUpTo: null };
  return {
    enabled: old.enabled,
    rules: [
      {
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
      },
    ],
    calendar: { openingDays: [1, 2, 3, 4, 5, 6, 7], closedOn: [] },
    reviewDays: old.reviewDays,
    reasons: old.reasons.map((reason) => ({ ...reason, needsComment: false })),
    limit: null,
    staff: { member: everythingAllowed, collaborator: everythingAllowed },
  };
}

import { expect, it } from 'vitest';

import { type ListedFacts, whyNotCancellable } from './cancellable.ts';

const open: ListedFacts = {
  cancelledAt: null,
  cancelledInPart: false,
  financialStatus: 'PAID',
  fulfillmentStatus: 'UNFULFILLED',
  cancellationStatus: null,
};

it.each([
  [{}, null],
  [{ cancellationStatus: 'declined' }, null],
  [{ fulfillmentStatus: 'PARTIALLY_FULFILLED', cancelledInPart: true }, null],
  [{ fulfillmentStatus: null }, null],
  [{ cancelledAt: 1, cancellationStatus: 'verifying' }, 'cancelled'],
  [{ fulfillmentStatus: 'RESTOCKED' }, 'cancelled'],
  [{ cancellationStatus: 'in_review' }, 'under_way'],
  [{ cancellationStatus: 'needs_attention', fulfillmentStatus: 'FULFILLED' }, 'under_way'],
  [{ fulfillmentStatus: 'FULFILLED' }, 'all_sent'],
] as const)('what a list knows of an order with %j is a reason: %s', (changes, why) => {
  expect(whyNotCancellable({ ...open, ...changes })).toBe(why);
});

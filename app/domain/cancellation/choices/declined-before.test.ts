import { describe, expect, it } from 'vitest';

import {
  Case,
  line,
  oneUnit,
  twoLines,
} from '../../../../tests/support/facts/cancellation-case.ts';
import { policy } from '../../../../tests/support/facts/policies.ts';
import { PLACED_AT } from '../../../../tests/support/facts/order-facts.ts';
import { evaluate } from '../../policy/evaluation/evaluate.ts';
import { type Selection, checked, wholeOrder } from '../../refund/goods/selection.ts';
import { againstDeclined, sparingDeclined, wasDeclined } from './declined-before.ts';
import type { Cancellation } from '../state.ts';

const PRESENT = policy({ version: 4 });
const WHOLE: Selection = { kind: 'order' };
const declined = (selection: Selection, changes: Partial<Cancellation> = {}): Cancellation => ({
  ...new Case({ facts: twoLines, selection }).state,
  policyVersion: 4,
  turnedBack: { ending: 'declined', why: { code: 'staff_declined', nextStep: 'contact_shop' } },
  ...changes,
});
const asked = (selection: Selection, ...earlier: readonly Cancellation[]) => {
  const known = checked(selection, twoLines);
  if (!known.ok) throw new Error('The order has these units');
  return wasDeclined(known.value, PRESENT, earlier);
};

describe('case 61: asking again for what staff declined', () => {
  it('gets the same answer for the same units, in whatever order and however they were chosen', () => {
    const both = (...order: readonly [number, number][]): Selection => ({
      kind: 'lines',
      lines: order.map(([number, quantity]) => ({ lineItemId: line(number), quantity })),
    });
    expect(asked(WHOLE, declined(WHOLE))).toBe(true);
    expect(asked(oneUnit, declined(oneUnit))).toBe(true);
    expect(asked(both([2, 1], [1, 2]), declined(both([1, 2], [2, 1])))).toBe(true);
    expect(asked(both([1, 3], [2, 1]), declined(WHOLE))).toBe(true);
  });

  it('may get another for other units', () => {
    expect(asked(WHOLE)).toBe(false);
    expect(asked(oneUnit, declined(WHOLE))).toBe(false);
    expect(asked(WHOLE, declined(oneUnit))).toBe(false);
    expect(asked(WHOLE, declined(oneUnit), declined(WHOLE))).toBe(true);
  });

  it.each<[string, Partial<Cancellation>]>([
    ['another version of the policy', { policyVersion: 3 }],
    ['one that was not turned back', { turnedBack: null }],
    [
      'one that was withdrawn',
      { turnedBack: { ending: 'withdrawn', why: { code: 'customer_withdrew' } } },
    ],
    [
      'one that the warehouse declined',
      { turnedBack: { ending: 'declined', why: { code: 'warehouse_refused' } } },
    ],
    [
      'one that ended another way',
      {
        turnedBack: {
          ending: 'expired',
          why: { code: 'staff_declined', nextStep: 'contact_shop' },
        },
      },
    ],
  ])('may get another after %s', (_what, changes) => {
    expect(asked(WHOLE, declined(WHOLE, changes))).toBe(false);
  });

  it('does not count lines without units, which only give back their duties', () => {
    const [first] = declined(WHOLE).plan.refund.lines;
    if (!first) throw new Error('there is a line');
    const with_ = declined(WHOLE);
    const lines = [...with_.plan.refund.lines, { ...first, lineItemId: line(9), quantity: 0 }];
    const plan = { ...with_.plan, refund: { ...with_.plan.refund, lines } };
    expect(asked(WHOLE, { ...with_, plan })).toBe(true);
  });

  it('is refused, and says so where the policy is shown', () => {
    expect(againstDeclined(wholeOrder(twoLines), PRESENT, [declined(WHOLE)])).toEqual([
      { code: 'already_declined' },
    ]);
    expect(againstDeclined(wholeOrder(twoLines), PRESENT, [])).toEqual([]);
    const asking = { buyer: 'customer', now: PLACED_AT, recentCancellations: 0 } as const;
    const evaluation = evaluate(PRESENT, twoLines, asking);
    const shown = sparingDeclined(evaluation, twoLines, PRESENT, [declined(WHOLE)]);
    expect(shown).toEqual({
      ...evaluation,
      againstWholeOrder: [{ code: 'already_declined' }],
    });
    expect(sparingDeclined(evaluation, twoLines, PRESENT, [declined(oneUnit)])).toEqual(evaluation);
  });
});

import { describe, expect, it } from 'vitest';

import { Case, oneUnit, twoLines } from '../../../tests/support/facts/cancellation-case.ts';
import { order } from '../../../tests/support/facts/order-facts.ts';
import type { CancellationStatus } from './state.ts';
import {
  type Cancellation,
  FINAL_STATUSES,
  LIVE_STATUSES,
  hasCancelledOrder,
  isOutcomeUnknown,
  mayHaveActed,
} from './state.ts';

const { state } = new Case({ facts: order() });
const { state: ofPart } = new Case({ facts: twoLines, selection: oneUnit });

it('only a completed cancellation of the whole has cancelled the order', () => {
  for (const status of [...LIVE_STATUSES, ...FINAL_STATUSES] as CancellationStatus[]) {
    expect(hasCancelledOrder({ ...state, status })).toBe(status === 'completed');
    expect(hasCancelledOrder({ ...ofPart, status })).toBe(false);
  }
});

it('an end of unknown outcome is one that nobody saw, and over', () => {
  const unknown = { ending: 'superseded', why: { code: 'outcome_unknown' } } as const;
  const of = (changes: Partial<Cancellation>) => isOutcomeUnknown({ ...state, ...changes });
  expect(of({ status: 'superseded', turnedBack: unknown })).toBe(true);
  expect(of({ status: 'releasing', turnedBack: unknown })).toBe(false);
  const elsewhere = { ...unknown, why: { code: 'cancelled_elsewhere' } } as const;
  expect(of({ status: 'superseded', turnedBack: elsewhere })).toBe(false);
  expect(of({ status: 'superseded', turnedBack: null })).toBe(false);
});

describe('what was turned back may have been done after all', () => {
  const back = (changes: Partial<Cancellation>): boolean =>
    mayHaveActed({
      ...state,
      turnedBack: { ending: 'withdrawn', why: { code: 'customer_withdrew' } },
      ...changes,
    });
  const part = {
    effect: { kind: 'refund_lines', refund: ofPart.plan.refund, notify: false },
    key: 'key',
  } as const;
  const shipped = { ending: 'declined', why: { code: 'already_shipped' } } as const;

  it.each<[string, Partial<Cancellation>, boolean]>([
    ['nothing was asked of the platform', {}, false],
    ['the cancel was asked for', { cancelAskedAt: 1 }, true],
    ['a part was asked for', { partInDoubt: part }, true],
    ['it was sent: then it was not cancelled', { cancelAskedAt: 1, turnedBack: shipped }, false],
    ['the rest was sent, and the part asked for', { partInDoubt: part, turnedBack: shipped }, true],
    ['the order was looked at since', { cancelAskedAt: 1, ownHoldsChecked: true }, false],
    ['it was not turned back', { cancelAskedAt: 1, turnedBack: null }, false],
    [
      'a part was asked for and it was not turned back',
      { partInDoubt: part, turnedBack: null },
      false,
    ],
  ])('%s: %s', (_why, changes, may) => {
    expect(back(changes)).toBe(may);
  });
});

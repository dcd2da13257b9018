import { describe, expect, it } from 'vitest';

import {
  Case,
  oneUnit,
  twoLines,
  unpaid,
} from '../../../../tests/support/facts/cancellation-case.ts';

/** A part that the platform took off while its answer, and all that came after it, got lost; then turned back. */
function turnedBack(facts: typeof twoLines, bend: 'lose answer' | 'lose request'): Case {
  const at = new Case({ facts, selection: oneUnit });
  let lost = 0;
  at.bend = (effect) => {
    if (effect.kind !== 'refund_lines' && effect.kind !== 'edit_lines') return 'do';
    lost += 1;
    return lost === 1 ? bend : 'lose request';
  };
  while (
    at.state.intent?.effect.kind !== 'refund_lines' &&
    at.state.intent?.effect.kind !== 'edit_lines'
  ) {
    at.step();
  }
  // The shop is locked: not even the order can be read until a person is asked.
  while (!at.state.attention) {
    at.command({
      type: 'failed',
      during: at.state.intent?.effect.kind ?? '',
      effect: null,
      problem: { kind: 'shop_gone', code: 'HTTP_402', message: 'made up' },
      mayHaveApplied: false,
      facts: null,
    });
  }
  at.choose('turn_back');
  expect(at.state.status).toBe('releasing');
  return at;
}

describe('case 78: a part is turned back while nobody saw what became of it', () => {
  it.each([
    ['paid', twoLines],
    ['unpaid', unpaid],
  ])('%s: it is completed where the platform had done it', (_what, facts) => {
    const at = turnedBack(facts, 'lose answer');
    expect(at.run().state).toMatchObject({ status: 'completed', turnedBack: null });
    expect(at.state.done).not.toContain(`${at.state.id}-declined`);
  });

  it('also where somebody cancelled the rest of the order meanwhile', () => {
    const at = turnedBack(twoLines, 'lose answer');
    at.cancelByOthers();
    expect(at.run().state.status).toBe('completed');
  });

  it.each([
    ['paid', twoLines],
    ['unpaid', unpaid],
  ])('%s: it ends as declined where the platform had not', (_what, facts) => {
    expect(turnedBack(facts, 'lose request').run().state.status).toBe('declined');
  });

  it('is not claimed where an edit without a mark may have been the cancel of somebody else', () => {
    const at = turnedBack(unpaid, 'lose request');
    at.cancelByOthers();
    expect(at.run().state).toMatchObject({
      status: 'superseded',
      turnedBack: { why: { code: 'cancelled_elsewhere' } },
    });
  });

  it('nobody is told that the order goes on where it cannot be looked at', () => {
    const at = turnedBack(twoLines, 'lose answer');
    while (!at.state.attention) {
      at.command({
        type: 'failed',
        during: 'own_holds',
        effect: null,
        problem: { kind: 'shop_gone', code: 'HTTP_402', message: 'made up' },
        mayHaveApplied: false,
        facts: null,
      });
    }
    at.choose('skip_step');
    expect(at.run().state).toMatchObject({
      status: 'superseded',
      turnedBack: { why: { code: 'outcome_unknown' } },
    });
  });
});

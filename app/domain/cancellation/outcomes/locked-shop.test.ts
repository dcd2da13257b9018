import { describe, expect, it } from 'vitest';

import {
  Case,
  type Setting,
  half,
  oneUnit,
  twoLines,
  unpaid,
} from '../../../../tests/support/facts/cancellation-case.ts';
import { eur, order } from '../../../../tests/support/facts/order-facts.ts';
import { DAY } from '../../time.ts';
import type { Effect } from '../events.ts';

/** The shop is locked as soon as the platform has done it: nobody sees what came of it. */
function lockedAfter(kind: Effect['kind'], setting: Setting, answer: 'comes' | 'is lost'): Case {
  const c = new Case(setting);
  c.bend = (effect) => (answer === 'is lost' && effect.kind === kind ? 'lose answer' : 'do');
  while (!c.performed.includes(kind)) c.step();
  c.locked = true;
  return untilAsked(c);
}

function untilAsked(c: Case): Case {
  for (let steps = 0; c.state.status !== 'needs_attention'; steps += 1) {
    if (steps > 100) throw new Error(`nobody is asked: ${c.state.status}`);
    c.step();
  }
  return c;
}

describe('case 72: turned back while the shop is locked', () => {
  it.each([
    ['the cancel of the order', 'cancel', { facts: order() }, 'comes'],
    ['a cancel whose answer got lost', 'cancel', { facts: order() }, 'is lost'],
    ['a part with its money', 'refund_lines', { facts: twoLines, selection: oneUnit }, 'is lost'],
    ['a part that was not paid', 'edit_lines', { facts: unpaid, selection: oneUnit }, 'is lost'],
  ] as const)(
    'tells nobody that the order goes on when it was deleted meanwhile: %s',
    (_what, kind, setting, answer) => {
      const c = lockedAfter(kind, setting, answer);
      c.answer('turn_back');
      untilAsked(c);
      expect(c.state.attention).toMatchObject({ what: 'platform_unreachable', step: 'own_holds' });
      c.locked = false;
      c.gone = true;
      expect(c.look().run().state).toMatchObject({
        status: 'superseded',
        turnedBack: { why: { code: 'outcome_unknown' } },
      });
      expect(c.performed).not.toContain('tell');
    },
  );

  it('is declined as asked where the cancel was seen not to have happened before it was deleted', () => {
    const c = new Case({ facts: order() });
    c.bend = (effect) => (effect.kind === 'cancel' ? 'refuse' : 'do');
    untilAsked(c);
    c.now += DAY;
    c.answer('turn_back');
    while (!c.state.ownHoldsChecked) c.step();
    c.gone = true;
    expect(c.run().state).toMatchObject({ status: 'declined' });
    expect(c.performed).toContain('tell');
  });

  it('is declined where nothing was asked for yet', () => {
    const c = new Case({ facts: order(), handling: 'review' });
    while (c.state.status !== 'in_review') c.step();
    c.command({ type: 'decline', actor: { kind: 'system' }, nextStep: 'return_it' });
    c.gone = true;
    expect(c.run().state.status).toBe('declined');
  });
});

describe('case 72: ended while the shop was locked', () => {
  const halfByStaff = { facts: order(), choice: half, by: 'staff' } as const;

  it.each([
    ['the cancel, with another amount to follow', 'cancel', halfByStaff, 5_000],
    ['the cancel with its money', 'cancel', { facts: order() }, 10_000],
    ['a part with its money', 'refund_lines', { facts: twoLines, selection: oneUnit }, 2_000],
    ['a part that was not paid', 'edit_lines', { facts: unpaid, selection: oneUnit }, 0],
  ] as const)(
    'goes on to its end once it shows that Shopify did it: %s',
    (_what, kind, setting, givenBack) => {
      const c = lockedAfter(kind, setting, 'is lost');
      c.answer('turn_back');
      untilAsked(c);
      c.answer('skip_step');
      expect(c.run().state).toMatchObject({
        status: 'superseded',
        turnedBack: { why: { code: 'outcome_unknown' } },
      });
      c.locked = false;
      expect(c.look().run().state.status).toBe('completed');
      const arrived = c.facts.transactions.filter((t) => t.kind === 'REFUND');
      expect(arrived.reduce((sum, t) => sum + t.amount.presentment.minor, 0)).toBe(givenBack);
      expect(c.performed.filter((done) => done === kind)).toHaveLength(1);
      expect(c.performed.at(-1)).toBe('tell');
      expect(c.facts.fulfillmentOrders.flatMap((fo) => fo.holds)).toEqual(
        kind === 'cancel' ? expect.any(Array) : [],
      );
    },
  );

  it.each([
    ['was not cancelled', () => undefined],
    ['was cancelled by others', (c: Case) => c.cancelByOthers('By hand.')],
  ])('stays ended when it shows that the order %s', (_what, change) => {
    const c = new Case({ facts: order() });
    c.bend = (effect) => (effect.kind === 'cancel' ? 'lose request' : 'do');
    while (c.state.intent?.effect.kind !== 'cancel') c.step();
    c.locked = true;
    untilAsked(c);
    c.answer('turn_back');
    untilAsked(c);
    c.answer('skip_step');
    c.run();
    c.locked = false;
    change(c);
    expect(c.look().run().state.status).toBe('superseded');
    expect(c.performed).not.toContain('tell');
  });
});

describe('case 72: a question to a person while the shop is locked', () => {
  it('stays the question that it was, however often the order could not be read', () => {
    const c = new Case({ facts: order(), choice: half, by: 'staff' });
    c.refundStatus = 'FAILURE';
    c.run();
    const asked = c.state.attention;
    expect(asked).toMatchObject({ what: 'refund_failed', amount: eur(5_000) });
    const events = c.events.length;
    c.locked = true;
    for (let look = 0; look < 40; look += 1) c.look().step();
    expect(c.state.attention).toEqual(asked);
    expect(c.events.length).toBe(events);
    c.locked = false;
    c.refundStatus = 'SUCCESS';
    c.answer('retry');
    expect(c.run().state.status).toBe('completed');
  });

  it('keeps the ways on that fit the step: a hold that nobody can look at can still be left', () => {
    const c = lockedAfter('hold', { facts: order() }, 'comes');
    c.answer('turn_back');
    untilAsked(c);
    for (let look = 0; look < 40; look += 1) c.look().step();
    expect(c.state.attention).toMatchObject({
      step: 'own_holds',
      choices: ['retry', 'skip_step'],
    });
    c.answer('skip_step');
    c.locked = false;
    expect(c.run().state.status).toBe('declined');
  });
});

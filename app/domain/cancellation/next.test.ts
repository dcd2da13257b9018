import { describe, expect, it } from 'vitest';

import {
  Case,
  acceptedWork,
  giftCard,
  half,
  oneUnit,
  twoLines,
  unpaid,
  withGiftCard,
} from '../../../tests/support/cancellation-case.ts';
import { PLACED_AT, eur, fulfillmentOrder, order } from '../../../tests/support/order-facts.ts';
import type { FulfillmentHoldId, LocationId } from '../ids.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../time.ts';
import type { Effect, Ending, MailTemplate } from './events.ts';
import { type NextStep, type Observation, lookAgainAt, next } from './next.ts';
import {
  type Cancellation,
  type CancellationStatus,
  FINAL_STATUSES,
  LIVE_STATUSES,
} from './state.ts';

const NOW = PLACED_AT + HOUR;
const WORK = fulfillmentOrder().id;
const HOLD = 'gid://shopify/FulfillmentHold/1' as FulfillmentHoldId;
const { state } = new Case({ facts: order() });
const byStaff = new Case({ facts: order(), by: 'staff' }).state;
const halfBack = new Case({ facts: order(), choice: half, by: 'staff' }).state;
const ofPart = new Case({ facts: twoLines, selection: oneUnit }).state;
const ofEdit = new Case({ facts: unpaid, selection: oneUnit }).state;
const withCard = new Case({ facts: withGiftCard(twoLines, giftCard) }).state;
const settled = { outcome: 'settled', arrived: eur(10_000), onItsWay: eur(0) } as const;

const observe = (what: Observation): NextStep => ({ do: 'observe', what });
const doing = (effect: Effect, key: string): NextStep => ({
  do: 'effect',
  effect,
  key: `${state.id}${key}`,
  announced: false,
});
const tell = (template: MailTemplate, key: string = template): NextStep =>
  doing({ kind: 'tell', template }, `-${key}`);
const step = (of: Cancellation, changes: Partial<Cancellation>, nudged = false): NextStep =>
  next({ ...of, since: NOW, ...changes }, NOW, nudged);

describe('the way to the pivot', () => {
  it('begins with a look at the work, holds it, and reads the order again', () => {
    expect(step(state, {})).toEqual(observe('fulfilment'));
    const wanted = { fulfillmentOrderId: WORK, state: 'wanted', holdId: null } as const;
    const skipped = { ...wanted, state: 'skipped' } as const;
    expect(step(state, { status: 'holding', holds: [skipped, wanted] })).toEqual(
      doing({ kind: 'hold', fulfillmentOrderId: WORK }, ''),
    );
    expect(step(state, { status: 'holding', holds: [skipped] })).toEqual(observe('readiness'));
  });

  it('case 30: asks each fulfillment service once, and then for its answer', () => {
    const wanted = { fulfillmentOrderId: acceptedWork.id, state: 'wanted' } as const;
    const submitted = { ...wanted, state: 'submitted' } as const;
    expect(step(state, { status: 'recalling', recalls: [submitted, wanted] })).toEqual(
      doing({ kind: 'recall', fulfillmentOrderId: acceptedWork.id }, '-recall-1'),
    );
    expect(step(state, { status: 'recalling', recalls: [submitted] })).toEqual(observe('recall'));
  });

  it('case 23: tells the customer that the request arrived, while a bank has not answered', () => {
    expect(step(state, { status: 'awaiting_payment' })).toEqual(tell('received'));
    expect(step(state, { status: 'awaiting_payment', told: ['received'] })).toEqual(
      observe('readiness'),
    );
    expect(step(byStaff, { status: 'awaiting_payment' })).toEqual(observe('readiness'));
  });

  it('is one call for the whole order, whose job is then looked at', () => {
    expect(step(state, { status: 'cancelling' })).toEqual(
      doing({ kind: 'cancel', plan: state.plan }, ''),
    );
    expect(step(state, { status: 'cancelling', cancel: { jobResultId: null } })).toEqual(
      observe('cancel'),
    );
  });

  it.each([
    ['unorder', false],
    ['shopify', true],
    ['nobody', false],
  ] as const)(
    'case 58: takes a part off, and has Shopify write where it is to: %s',
    (teller, notify) => {
      const plan = (of: Cancellation) => ({ ...of.plan, teller });
      expect(step(ofPart, { status: 'cancelling', plan: plan(ofPart) })).toEqual(
        doing({ kind: 'refund_lines', refund: ofPart.plan.refund, notify }, '-refund-1'),
      );
      expect(step(ofEdit, { status: 'cancelling', plan: plan(ofEdit) })).toEqual(
        doing({ kind: 'edit_lines', refund: ofEdit.plan.refund, notify }, ''),
      );
    },
  );

  it('case 13: makes gift cards useless before money goes: of a part before it leaves', () => {
    const off = doing({ kind: 'deactivate_gift_card', giftCardId: giftCard.id }, '-gift-card-1');
    const part = { ...ofPart, plan: { ...ofPart.plan, giftCards: [giftCard.id] } };
    expect(step(part, { status: 'cancelling' })).toEqual(off);
    expect(step(withCard, { status: 'cancelling' })).toMatchObject({ effect: { kind: 'cancel' } });
    expect(step(withCard, { status: 'refunding' })).toEqual(off);
    expect(step(withCard, { status: 'verifying' })).toEqual(off);
    expect(step(withCard, { status: 'refunding', giftCardsDeactivated: [giftCard.id] })).toEqual(
      observe('money'),
    );
  });
});

describe('past the pivot', () => {
  const due = { method: 'original', amount: eur(5_000), shares: [] } as const;
  const placed = { fulfillmentOrderId: WORK, state: 'placed', holdId: HOLD } as const;
  const letGo = doing({ kind: 'release', fulfillmentOrderId: WORK, holdId: HOLD }, '-release-1');

  it('sends what is due, each round under a key of its own', () => {
    const refund: Effect = { kind: 'refund', ...due };
    expect(step(halfBack, { status: 'refunding', refundDue: due })).toEqual(
      doing(refund, '-refund-1'),
    );
    expect(step(halfBack, { status: 'refunding', refundDue: due, refundRound: 2 })).toEqual(
      doing(refund, '-refund-3'),
    );
  });

  it('lets the rest of an order go before it looks at the money, and keeps a whole one held', () => {
    for (const status of ['refunding', 'verifying'] as const) {
      expect(step(ofPart, { status, holds: [placed] })).toEqual(observe('own_holds'));
      expect(step(ofPart, { status, holds: [placed], ownHoldsChecked: true })).toEqual(letGo);
      expect(step(ofPart, { status, ownHoldsChecked: true })).toEqual(observe('money'));
      expect(step(state, { status, holds: [placed] })).toEqual(observe('money'));
    }
  });

  it('case 37: corrects the stock once', () => {
    const { plan } = state;
    const [line] = plan.refund.lines;
    if (!line?.inventoryItemId) throw new Error('the line is counted in stock');
    const { inventoryItemId } = line;
    const locationId = 'gid://shopify/Location/1' as LocationId;
    const restock = [
      { locationId, quantity: 2, backOnSale: true },
      { locationId: null, quantity: 1, backOnSale: false },
    ];
    const mixed = {
      ...state,
      plan: { ...plan, refund: { ...plan.refund, lines: [{ ...line, restock }] } },
    };
    const changes = [{ inventoryItemId, locationId, delta: 2 }];
    expect(step(mixed, { status: 'verifying' })).toEqual(
      doing({ kind: 'correct_stock', changes }, '-stock'),
    );
    expect(step(mixed, { status: 'verifying', stockCorrected: true })).toEqual(observe('money'));
  });

  it('case 14: gives the bonus once, and not what was credited since the cancel', () => {
    const { state: credit } = new Case({
      facts: order(),
      method: 'store_credit',
      terms: { bonusPercent: 10 },
    });
    const bonus = (since: number) =>
      doing({ kind: 'give_bonus', amount: eur(1_000), since }, '-bonus');
    expect(step(credit, { status: 'verifying', cancelledAt: NOW - 5 })).toEqual(bonus(NOW - 5));
    expect(step(credit, { status: 'verifying' })).toEqual(bonus(NOW));
    expect(step(credit, { status: 'verifying', bonusGiven: true })).toEqual(observe('money'));
  });

  it('tells the customer once the money was seen, and ends once it arrived', () => {
    const seen = { status: 'verifying', money: settled } as const;
    expect(step(state, { ...seen, moneyIsStale: true })).toEqual(observe('money'));
    expect(step(state, seen)).toEqual(tell('cancelled'));
    expect(step(state, { ...seen, told: ['cancelled'] })).toEqual({
      do: 'command',
      command: { type: 'finish' },
    });
    expect(
      step(state, { ...seen, told: ['cancelled'], money: { ...settled, outcome: 'on_its_way' } }),
    ).toEqual(observe('money'));
    const shopifyTells = { ...state, plan: { ...state.plan, teller: 'shopify' } } as const;
    expect(step(shopifyTells, seen)).toMatchObject({ command: { type: 'finish' } });
  });
});

describe('the way back', () => {
  const back = (ending: Ending): Partial<Cancellation> => ({
    status: 'releasing',
    ownHoldsChecked: true,
    turnedBack: { ending, why: { code: 'not_answered' } },
  });
  const finish: NextStep = { do: 'command', command: { type: 'finish' } };

  it('looks for the own holds, lets each go, and answers the customer', () => {
    const placed = { fulfillmentOrderId: WORK, state: 'placed', holdId: HOLD } as const;
    const released = { ...placed, state: 'released' } as const;
    expect(step(state, { ...back('declined'), ownHoldsChecked: false })).toEqual(
      observe('own_holds'),
    );
    expect(step(state, { ...back('declined'), holds: [released, placed] })).toMatchObject({
      effect: { kind: 'release', holdId: HOLD },
    });
    expect(step(state, { ...back('declined'), holds: [released] })).toEqual(tell('declined'));
  });

  it.each<[Ending, boolean]>([
    ['declined', true],
    ['expired', true],
    ['withdrawn', false],
    ['superseded', false],
  ])('answers a customer who hears no: %s (%s)', (ending, answers) => {
    expect(step(state, back(ending))).toEqual(answers ? tell('declined') : finish);
    expect(step(state, { ...back(ending), told: ['declined'] })).toEqual(finish);
    expect(step(byStaff, back(ending))).toEqual(finish);
  });
});

describe('while a person decides about a request', () => {
  const { state: asked } = new Case({
    facts: order(),
    handling: 'review',
    mails: ['received', 'deadline_near'],
  });
  const deadline = asked.request.reviewDeadline ?? 0;
  const review = { ...asked, status: 'in_review', since: NOW } as const;

  it('the mails go out, and the order is looked at now and then', () => {
    expect(next(review, NOW)).toEqual(tell('received'));
    const told = { ...review, told: ['received'] };
    expect(next(told, NOW, true)).toEqual(observe('readiness'));
    expect(next(told, NOW)).toEqual({ do: 'wait', until: NOW + 15 * MINUTE, look: true });
    const near = { ...told, since: NOW - 40 * HOUR };
    expect(next(near, deadline - DAY - HOUR)).toEqual({
      do: 'wait',
      until: deadline - DAY,
      look: false,
    });
    expect(next(near, deadline - DAY)).toEqual(tell('deadline_near'));
    const reminded = { ...near, told: ['received', 'deadline_near'] };
    expect(next(reminded, deadline - HOUR)).toEqual({ do: 'wait', until: deadline, look: false });
    const forEver = { ...reminded, request: { ...reminded.request, reviewDeadline: null } };
    expect(next(forEver, deadline + DAY)).toMatchObject({ do: 'wait', look: true });
  });

  it('it ends by itself at the deadline, whatever else is to be done', () => {
    const expire: NextStep = { do: 'command', command: { type: 'expire' } };
    expect(next(review, deadline - 1)).not.toEqual(expire);
    expect(next(review, deadline)).toEqual(expire);
    expect(next({ ...review, notBefore: deadline + HOUR }, deadline)).toEqual(expire);
    const mailing = { effect: { kind: 'tell', template: 'received' }, key: 'key' } as const;
    expect(next({ ...review, intent: mailing }, deadline)).toEqual(expire);
  });

  it('only what waits for an answer is ended by the deadline', () => {
    const holding = { ...review, status: 'holding' } as const;
    expect(next(holding, deadline + DAY)).toEqual(observe('readiness'));
    expect(next({ ...holding, notBefore: deadline + 2 * DAY }, deadline + DAY)).toMatchObject({
      do: 'wait',
    });
  });

  it('a mail that cannot be sent keeps no news out', () => {
    const mailing = { effect: { kind: 'tell', template: 'received' }, key: 'key' } as const;
    const stuck = { ...review, intent: mailing, notBefore: NOW + HOUR };
    expect(next(stuck, NOW)).toEqual({ do: 'wait', until: NOW + HOUR, look: false });
    expect(next(stuck, NOW, true)).toEqual(observe('readiness'));
    expect(next({ ...stuck, notBefore: null }, NOW)).toEqual({
      do: 'effect',
      ...mailing,
      announced: true,
    });
  });
});

describe('while a person is asked', () => {
  const question = (what: 'warehouse_silent' | 'refund_failed'): Partial<Cancellation> => ({
    status: 'needs_attention',
    attention:
      what === 'warehouse_silent'
        ? { what, choices: ['retry'] }
        : { what, missing: [], amount: eur(1), choices: ['retry'] },
  });

  it('the order is looked at now and then, and at once when the platform reports a change', () => {
    expect(step(state, question('warehouse_silent'))).toEqual({
      do: 'wait',
      until: NOW + MINUTE,
      look: true,
    });
    expect(step(state, question('warehouse_silent'), true)).toEqual(observe('attention'));
  });

  it('what is in doubt stays in doubt; only the bad news goes out', () => {
    const cancel = { effect: { kind: 'cancel', plan: state.plan }, key: 'key' } as const;
    expect(step(state, { ...question('warehouse_silent'), intent: cancel })).toMatchObject({
      do: 'wait',
    });
    expect(step(state, question('refund_failed'))).toEqual(
      tell('refund_failed', 'refund_failed-0'),
    );
    expect(step(state, { ...question('refund_failed'), refundRound: 2 })).toEqual(
      tell('refund_failed', 'refund_failed-2'),
    );
    const told = { ...question('refund_failed'), told: ['refund_failed-0'] };
    expect(step(state, told)).toMatchObject({ do: 'wait' });
    const badNews = { effect: { kind: 'tell', template: 'refund_failed' }, key: 'key' } as const;
    expect(step(state, { ...told, intent: badNews })).toEqual({
      do: 'effect',
      ...badNews,
      announced: true,
    });
    const other = { effect: { kind: 'tell', template: 'cancelled' }, key: 'key' } as const;
    expect(step(state, { ...told, intent: other })).toMatchObject({ do: 'wait' });
  });
});

describe('what was announced', () => {
  const cancel = { effect: { kind: 'cancel', plan: state.plan }, key: 'key' } as const;

  it('comes first, as it was announced', () => {
    const hold = { effect: { kind: 'hold', fulfillmentOrderId: WORK }, key: 'key' } as const;
    expect(step(state, { status: 'holding', intent: hold })).toEqual({
      do: 'effect',
      ...hold,
      announced: true,
    });
  });

  it('of a cancel whose answer was lost is looked for until it may be asked for again', () => {
    const lost = { status: 'cancelling', intent: cancel } as const;
    expect(step(state, { ...lost, cancelAskedAt: NOW - 5 * SECOND + 1 })).toEqual(
      observe('cancel'),
    );
    const again = { do: 'effect', ...cancel, announced: true };
    expect(step(state, { ...lost, cancelAskedAt: NOW - 5 * SECOND })).toEqual(again);
    expect(step(state, { ...lost, cancelAskedAt: null })).toEqual(again);
  });

  it('is done first, whatever the platform has just reported', () => {
    const announced = { effect: { kind: 'tell', template: 'cancelled' }, key: 'key' } as const;
    const again = { do: 'effect', ...announced, announced: true };
    expect(step(state, { status: 'verifying', intent: announced }, true)).toEqual(again);
    const release = {
      effect: { kind: 'release', fulfillmentOrderId: WORK, holdId: HOLD },
      key: 'key',
    } as const;
    const asked = { cancelAskedAt: NOW, intent: release };
    expect(step(state, { status: 'releasing', ...asked })).toMatchObject({
      effect: release.effect,
    });
    expect(step(state, { status: 'in_review', intent: release }, true)).toMatchObject({
      effect: release.effect,
    });
  });

  it('is not done before its time; what is only to be looked at is, when something changed', () => {
    const early = { notBefore: NOW + 1 };
    const wait: NextStep = { do: 'wait', until: NOW + 1, look: false };
    expect(step(state, early)).toEqual(wait);
    expect(step(state, early, true)).toEqual(observe('fulfilment'));
    expect(step(state, { ...early, status: 'cancelling' }, true)).toEqual(wait);
    expect(step(state, { notBefore: NOW })).toEqual(observe('fulfilment'));
  });
});

describe('after the end', () => {
  it('nothing is done by itself', () => {
    for (const status of FINAL_STATUSES) {
      expect(step(state, { status })).toEqual({ do: 'nothing' });
    }
  });

  it('case 5: the money of a done cancellation is looked at when the platform reports a change', () => {
    const done = { status: 'completed' } as const;
    expect(step(state, done, true)).toEqual(observe('aftermath'));
    expect(step(ofPart, done, true)).toEqual(observe('aftermath'));
    const free = { ...ofPart.plan, refund: { ...ofPart.plan.refund, amount: eur(0) } };
    expect(step({ ...ofPart, plan: free }, done, true)).toEqual({ do: 'nothing' });
    const nothingBack = { ...state.plan, refund: { ...state.plan.refund, amount: eur(0) } };
    expect(step({ ...state, plan: nothingBack }, done, true)).toEqual(observe('aftermath'));
    const outside = { ...state.request, actor: { kind: 'outside' } } as const;
    expect(step({ ...state, request: outside }, done, true)).toEqual({ do: 'nothing' });
    expect(step(state, { status: 'declined' }, true)).toEqual({ do: 'nothing' });
  });
});

describe('how long it is until the next look', () => {
  const pause = (status: CancellationStatus, what: Observation, age: number): number =>
    lookAgainAt({ ...state, status, since: NOW - age }, what, NOW) - NOW;

  it.each<[Observation, first: number, longest: number]>([
    ['fulfilment', SECOND, MINUTE],
    ['readiness', SECOND, MINUTE],
    ['recall', 30 * SECOND, 15 * MINUTE],
    ['cancel', SECOND / 4, MINUTE],
    ['money', 2 * SECOND, 6 * HOUR],
    ['own_holds', SECOND, MINUTE],
    ['attention', MINUTE, 6 * HOUR],
    ['aftermath', MINUTE, HOUR],
  ])(
    'at %s: first %i ms, later half as long as it has waited, at most %i',
    (what, first, longest) => {
      expect(pause('verifying', what, 0)).toBe(first);
      expect(pause('verifying', what, first * 4)).toBe(Math.min(longest, first * 2));
      expect(pause('verifying', what, longest * 9)).toBe(longest);
    },
  );

  it.each<[CancellationStatus, first: number, longest: number]>([
    ['awaiting_payment', MINUTE, HOUR],
    ['in_review', 15 * MINUTE, 6 * HOUR],
  ])('while it is %s: first %i ms, at most %i', (status, first, longest) => {
    expect(pause(status, 'readiness', 0)).toBe(first);
    expect(pause(status, 'readiness', longest * 9)).toBe(longest);
  });

  it('is never none: whatever is unfinished is looked at, done or ended', () => {
    for (const status of LIVE_STATUSES) {
      expect(step(state, { status }).do).not.toBe('nothing');
    }
  });
});

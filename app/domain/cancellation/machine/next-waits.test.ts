import { describe, expect, it } from 'vitest';
import {
  Case,
  oneUnit,
  twoLines,
  done,
} from '../../../../tests/support/facts/cancellation-case.ts';
import {
  PLACED_AT,
  eur,
  fulfillmentOrder,
  order,
} from '../../../../tests/support/facts/order-facts.ts';
import type { FulfillmentHoldId } from '../../ids.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../time.ts';
import type { Effect, MailTemplate } from '../events.ts';
import { type NextStep, lookAgainAt, next } from './next.ts';
import type { Observation } from '../observation.ts';
import {
  type Cancellation,
  type CancellationStatus,
  FINAL_STATUSES,
  LIVE_STATUSES,
} from '../state.ts';

const NOW = PLACED_AT + HOUR;
const WORK = fulfillmentOrder().id;
const HOLD = 'gid://shopify/FulfillmentHold/1' as FulfillmentHoldId;
const { state } = new Case({ facts: order() });
const ofPart = new Case({ facts: twoLines, selection: oneUnit }).state;
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
    const told = { ...review, ...done('received') };
    expect(next(told, NOW, true)).toEqual(observe('readiness'));
    expect(next(told, NOW)).toEqual({ do: 'wait', until: NOW + 15 * MINUTE, look: true });
    const near = { ...told, since: NOW - 40 * HOUR };
    expect(next(near, deadline - DAY - HOUR)).toEqual({
      do: 'wait',
      until: deadline - DAY,
      look: false,
    });
    expect(next(near, deadline - DAY)).toEqual(tell('deadline_near'));
    const reminded = { ...near, ...done('received', 'deadline_near') };
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
    const told = { ...question('refund_failed'), ...done('refund_failed-0') };
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
    expect(step(state, early, true)).toEqual(observe('fulfillment'));
    expect(step(state, { ...early, status: 'cancelling' }, true)).toEqual(wait);
    expect(step(state, { notBefore: NOW })).toEqual(observe('fulfillment'));
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

  it.each<[Observation, first: number, part: number, longest: number]>([
    ['fulfillment', SECOND, 2, MINUTE],
    ['readiness', SECOND, 2, MINUTE],
    ['recall', 30 * SECOND, 2, 15 * MINUTE],
    // Its customer waits for what comes after it.
    ['cancel', SECOND / 4, 8, MINUTE],
    ['money', 2 * SECOND, 2, 6 * HOUR],
    ['own_holds', SECOND, 2, MINUTE],
    ['attention', MINUTE, 2, 6 * HOUR],
    ['aftermath', MINUTE, 2, HOUR],
  ])(
    'at %s: first %i ms, later 1/%i of what it has waited, at most %i',
    (what, first, part, longest) => {
      expect(pause('verifying', what, 0)).toBe(first);
      expect(pause('verifying', what, first * part * 2)).toBe(Math.min(longest, first * 2));
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

import { describe, expect, it } from 'vitest';

import { Case, STAFF, half, twoLines } from '../../../../tests/support/facts/cancellation-case.ts';
import {
  PLACED_AT,
  eur,
  fulfillmentOrder,
  order,
  transaction,
} from '../../../../tests/support/facts/order-facts.ts';
import { DAY } from '../../time.ts';
import { type Command, canBeAnswered, canBeStopped, decide, open } from './decide.ts';
import type { Effect } from '../events.ts';
import {
  type Cancellation,
  type CancellationStatus,
  FINAL_STATUSES,
  LIVE_STATUSES,
} from '../state.ts';

const NOW = PLACED_AT + DAY;
const STATUSES: readonly CancellationStatus[] = [...LIVE_STATUSES, ...FINAL_STATUSES];

const requested = (changes: Partial<Cancellation> = {}): Cancellation => ({
  ...new Case({ facts: order(), handling: 'review' }).state,
  ...changes,
});
const { plan } = requested();
const tell: Effect = { kind: 'tell', template: 'received' };
const cancel: Effect = { kind: 'cancel', plan };
const key = 'key';

describe('a request that is opened', () => {
  const opening = {
    actor: { kind: 'shopper' },
    channel: 'order_page',
    reasonId: 'changed_mind',
    policyVersion: 4,
    plan,
    reviewDays: 3,
  } as const;

  it('waits for a person for as many days as the policy says', () => {
    const mails = ['received', 'request_waiting'] as const;
    expect(open(order(), { ...opening, handling: 'review', mails }, NOW)).toEqual({
      type: 'requested',
      orderId: order().id,
      actor: { kind: 'shopper' },
      channel: 'order_page',
      handling: 'review',
      reasonId: 'changed_mind',
      policyVersion: 4,
      plan,
      reviewDeadline: NOW + 3 * DAY,
      workUnderWay: false,
      mails,
      reviewReasons: [],
    });
  });

  it('has no deadline and owes no mails where nobody has to decide', () => {
    const event = open(order(), { ...opening, handling: 'automatic' }, NOW);
    expect(event.reviewDeadline).toBeNull();
    expect(event.mails).toEqual([]);
    expect(open(order(), { ...opening, handling: 'automatic', mails: [] }, NOW)).toEqual(event);
  });

  it('remembers that the warehouse was at work', () => {
    const atWork = order({ fulfillmentOrders: [fulfillmentOrder({ status: 'IN_PROGRESS' })] });
    expect(open(atWork, { ...opening, handling: 'automatic' }, NOW).workUnderWay).toBe(true);
  });
});

describe('what people may do', () => {
  const approve: Command = { type: 'approve', actor: STAFF, plan };
  const decline: Command = { type: 'decline', actor: STAFF, nextStep: 'return_it' };

  it('a request is answered until it was: before it waits for a person, and while it does', () => {
    const answerable = STATUSES.filter((status) => canBeAnswered(requested({ status })));
    expect(answerable).toEqual(['requested', 'holding', 'in_review']);
    for (const status of STATUSES) {
      expect(canBeAnswered(requested({ status, approved: true }))).toBe(false);
      const { state } = new Case({ facts: order(), handling: 'automatic' });
      expect(canBeAnswered({ ...state, status })).toBe(false);
      expect(canBeAnswered({ ...state, status, approved: false })).toBe(false);
    }
  });

  it('an answer is recorded with who gave it', () => {
    expect(decide(requested(), approve, NOW)).toEqual({
      ok: true,
      value: [{ type: 'approved', actor: STAFF, plan }],
    });
    expect(decide(requested(), decline, NOW)).toEqual({
      ok: true,
      value: [
        {
          type: 'turned_back',
          ending: 'declined',
          why: { code: 'staff_declined', nextStep: 'return_it' },
          actor: STAFF,
        },
      ],
    });
  });

  it.each([approve, decline])('a second answer is refused (%j)', (command) => {
    expect(decide(requested({ approved: true }), command, NOW)).toEqual({
      ok: false,
      error: { code: 'not_waiting_for_review' },
    });
  });

  it('a customer stops it until the platform was asked to cancel', () => {
    const stoppable = STATUSES.filter((status) => canBeStopped(requested({ status })));
    expect(stoppable).toEqual([
      'requested',
      'holding',
      'awaiting_payment',
      'in_review',
      'recalling',
    ]);
    expect(decide(requested(), { type: 'withdraw' }, NOW)).toEqual({
      ok: true,
      value: [
        {
          type: 'turned_back',
          ending: 'withdrawn',
          why: { code: 'customer_withdrew' },
          actor: { kind: 'shopper' },
        },
      ],
    });
  });

  it.each<[string, Effect, boolean]>([
    ['the cancel', cancel, false],
    ['a part', { kind: 'refund_lines', refund: plan.refund, notify: false }, false],
    ['an edit', { kind: 'edit_lines', refund: plan.refund, notify: false }, false],
    ['a mail', tell, true],
  ])('it cannot be stopped once %s was announced: %s', (_what, effect, can) => {
    const state = requested({ status: 'holding', intent: { effect, key } });
    expect(decide(state, { type: 'withdraw' }, NOW)).toMatchObject(
      can ? { ok: true } : { error: { code: 'too_late_to_stop' } },
    );
  });

  it('they choose only what they were offered', () => {
    const asked = requested({
      status: 'needs_attention',
      attention: { what: 'warehouse_silent', choices: ['retry', 'turn_back'] },
    });
    const choose = (state: Cancellation, choice: 'retry' | 'turn_back' | 'settled_by_hand') =>
      decide(state, { type: 'resume', actor: STAFF, choice }, NOW);
    expect(choose(asked, 'settled_by_hand')).toEqual({
      ok: false,
      error: { code: 'choice_not_offered' },
    });
    expect(choose(requested(), 'retry')).toMatchObject({ error: { code: 'choice_not_offered' } });
    expect(choose(asked, 'retry')).toEqual({
      ok: true,
      value: [{ type: 'resumed', actor: STAFF, choice: 'retry' }],
    });
    expect(choose(asked, 'turn_back')).toEqual({
      ok: true,
      value: [
        {
          type: 'turned_back',
          ending: 'declined',
          why: { code: 'staff_declined', nextStep: 'contact_shop' },
          actor: STAFF,
        },
      ],
    });
  });
});

describe('what is announced', () => {
  const announce = (state: Cancellation, effect: Effect) =>
    decide(state, { type: 'intend', effect, key }, NOW);
  const announced = (effect: Effect) => ({
    ok: true,
    value: [{ type: 'effect_intended', effect, key }],
  });

  it('is an action of a cancellation that is not over', () => {
    expect(announce(requested(), tell)).toEqual(announced(tell));
    for (const status of FINAL_STATUSES) {
      expect(announce(requested({ status }), tell)).toEqual({ ok: true, value: [] });
      expect(announce(requested({ status }), cancel)).toEqual({ ok: true, value: [] });
    }
  });

  it('is announced once, and a cancel again each time it is asked for anew', () => {
    expect(announce(requested({ intent: { effect: tell, key } }), tell)).toEqual({
      ok: true,
      value: [],
    });
    expect(announce(requested({ intent: { effect: cancel, key } }), cancel)).toEqual(
      announced(cancel),
    );
  });
});

describe('a refund that was not done', () => {
  it('case 63: is counted again where it was a refund that was announced, and nothing else is', () => {
    const at = new Case({ facts: order(), choice: half, by: 'staff' });
    while (at.state.status !== 'refunding') at.step();
    const { refundDue } = at.state;
    if (!refundDue) throw new Error('half of it is due');
    at.refundByOthers(eur(2_000));
    const undone = (effect: Effect | null) =>
      decide(
        { ...at.state, intent: effect && { effect, key } },
        { type: 'saw_undone', facts: at.facts },
        NOW,
      );
    expect(undone({ kind: 'refund', ...refundDue })).toMatchObject({
      value: [{ type: 'refund_recounted', due: { amount: eur(3_000) } }],
    });
    expect(undone(tell)).toEqual({ ok: true, value: [] });
    expect(undone(null)).toEqual({ ok: true, value: [] });
  });
});

describe('the end', () => {
  it('comes by itself to a request that nobody answered', () => {
    expect(decide(requested({ status: 'in_review' }), { type: 'expire' }, NOW)).toEqual({
      ok: true,
      value: [
        {
          type: 'turned_back',
          ending: 'expired',
          why: { code: 'not_answered' },
          actor: { kind: 'system' },
        },
      ],
    });
  });

  const finish = (state: Cancellation) => decide(state, { type: 'finish' }, NOW);

  it('of one that was turned back is as it was turned back, once its holds are let go', () => {
    const turnedBack = { ending: 'withdrawn', why: { code: 'customer_withdrew' } } as const;
    expect(finish(requested({ status: 'releasing', turnedBack }))).toEqual({
      ok: true,
      value: [{ type: 'ended', ending: 'withdrawn' }],
    });
  });

  it('case 22: waits for money that came by hand to be handed over, once', () => {
    const cash = { ...twoLines, transactions: [transaction({ isManual: true })] };
    const { state } = new Case({ facts: cash });
    const verifying = { ...state, status: 'verifying' } as const;
    expect(finish(verifying)).toMatchObject({
      value: [
        {
          type: 'attention_raised',
          attention: {
            what: 'pay_back_by_hand',
            amount: state.plan.refund.amount,
            choices: ['settled_by_hand'],
          },
        },
      ],
    });
    expect(finish({ ...verifying, handedOver: true })).toEqual({
      ok: true,
      value: [{ type: 'completed' }],
    });
    expect(finish({ ...verifying, settledShares: state.plan.refund.shares })).toEqual({
      ok: true,
      value: [{ type: 'completed' }],
    });
  });
});

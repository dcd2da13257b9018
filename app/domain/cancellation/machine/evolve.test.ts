import { describe, expect, it } from 'vitest';
import { Case } from '../../../../tests/support/facts/cancellation-case.ts';
import { PLACED_AT, eur, order } from '../../../../tests/support/facts/order-facts.ts';
import type {
  CancellationId,
  FulfillmentHoldId,
  FulfillmentOrderId,
  GiftCardId,
  RefundId,
} from '../../ids.ts';
import type { CancellationEvent } from '../events.ts';
import { evolve, fold } from './evolve.ts';
import type { Cancellation } from '../state.ts';

const ID = '019a0000-0000-7000-8000-000000000009' as CancellationId;
const AT = PLACED_AT + 90_000;
const work = (number: number) => `gid://shopify/FulfillmentOrder/${number}` as FulfillmentOrderId;
const hold = (number: number) => `gid://shopify/FulfillmentHold/${number}` as FulfillmentHoldId;
const REFUND = 'gid://shopify/Refund/5' as RefundId;
const GIFT_CARD = 'gid://shopify/GiftCard/5' as GiftCardId;

/** A request by a shopper, of 100.00 by card, that goes on by itself. */
const opened = new Case({ facts: order() }).state;
const { plan } = opened;
const after = (state: Cancellation, event: CancellationEvent): Cancellation =>
  evolve(state, { ...event, seq: state.seq + 1, at: AT }, ID);

/** In the middle of an action that failed three times, with a question open. */
const inTheMiddle: Cancellation = {
  ...opened,
  status: 'holding',
  intent: { effect: { kind: 'cancel', plan }, key: 'key' },
  attempts: 3,
  notBefore: AT + 5_000,
  attention: { what: 'warehouse_silent', choices: ['retry'] },
  resumeTo: 'holding',
};

const turnedBack = {
  type: 'turned_back',
  ending: 'withdrawn',
  why: { code: 'customer_withdrew' },
  actor: { kind: 'shopper' },
} as const;
const MOVING: readonly CancellationEvent[] = [
  { type: 'fulfillment_inspected', toHold: [work(1)] },
  { type: 'hold_placed', fulfillmentOrderId: work(1), holdId: hold(1) },
  { type: 'hold_skipped', fulfillmentOrderId: work(1) },
  { type: 'readiness_confirmed', toRecall: [], refund: plan.refund },
  { type: 'recall_submitted', fulfillmentOrderId: work(1) },
  { type: 'recall_accepted', fulfillmentOrderId: work(1) },
  { type: 'payment_awaited', pending: eur(1) },
  { type: 'cancel_accepted', jobResultId: null },
  { type: 'cancel_confirmed', cancelledAt: AT },
  { type: 'lines_removed', refundId: REFUND },
  { type: 'gift_card_deactivated', giftCardId: GIFT_CARD },
  { type: 'stock_corrected' },
  { type: 'bonus_given', amount: eur(1) },
  { type: 'refund_accepted', refundId: REFUND },
  { type: 'money_observed', outcome: 'settled', arrived: eur(1), onItsWay: eur(0) },
  { type: 'told', template: 'cancelled' },
  { type: 'mail_given_up', template: 'received', problem: problem('mail_failed') },
  turnedBack,
  { type: 'own_holds_found', holds: [] },
  { type: 'hold_released', fulfillmentOrderId: work(1) },
  { type: 'completed' },
  { type: 'ended', ending: 'declined' },
];

function problem(kind: 'mail_failed' | 'refused' | 'timeout') {
  return { kind, code: null, message: 'made up' };
}

describe('a history', () => {
  it('begins with the request, and with nothing done', () => {
    expect(opened).toEqual({
      id: opened.id,
      orderId: order().id,
      seq: 1,
      status: 'requested',
      since: PLACED_AT + 60_000,
      request: {
        actor: { kind: 'shopper' },
        channel: 'order_page',
        handling: 'automatic',
        reasonId: 'changed_mind',
        at: PLACED_AT + 60_000,
        reviewDeadline: null,
        reviewReasons: [],
        workUnderWay: false,
        mails: [],
      },
      policyVersion: 0,
      plan,
      approved: true,
      holds: [],
      recalls: [],
      cancel: null,
      cancelAskedAt: null,
      cancelledAt: null,
      refundDue: null,
      refundSent: null,
      refundRound: 0,
      refundIds: [],
      refundAskedAt: null,
      creditInstead: eur(0),
      creditInsteadOf: [],
      latePaymentsSettled: eur(0),
      money: null,
      moneyIsStale: false,
      settledByHand: false,
      settledShares: [],
      settledCredit: eur(0),
      releasesSettled: false,
      handedOver: false,
      acceptedAmount: null,
      usedGiftCardAccepted: false,
      withoutRefund: false,
      done: [],
      intent: null,
      attempts: 0,
      notBefore: null,
      attention: null,
      resumeTo: null,
      wasAsked: false,
      turnedBack: null,
      partInDoubt: null,
      ownHoldsChecked: false,
    });
    expect(new Case({ facts: order(), handling: 'review' }).state.approved).toBe(false);
  });

  it('of what others cancelled is over from the first', () => {
    const outside = fold(
      [
        {
          type: 'recorded_outside',
          orderId: order().id,
          policyVersion: 3,
          cancelledAt: AT - 1_000,
          plan,
          seq: 1,
          at: AT,
        },
      ],
      ID,
    );
    expect(outside).toEqual({
      ...opened,
      id: ID,
      status: 'completed',
      since: AT,
      request: {
        actor: { kind: 'outside' },
        channel: 'outside',
        handling: 'automatic',
        reasonId: null,
        at: AT - 1_000,
        reviewDeadline: null,
        reviewReasons: [],
        workUnderWay: false,
        mails: [],
      },
      policyVersion: 3,
      cancelledAt: AT - 1_000,
    });
  });

  it('that has no beginning is a bug', () => {
    expect(() => fold([], ID)).toThrow(`Cancellation ${ID} has no events`);
    expect(() => evolve(null, { type: 'completed', seq: 1, at: AT }, ID)).toThrow(
      'A cancellation begins with "requested", not with "completed"',
    );
  });

  it('counts its events, and the time in a status from its entry', () => {
    const held = after(opened, MOVING[0] as CancellationEvent);
    expect(held).toMatchObject({ seq: 2, status: 'holding', since: AT });
    const later = evolve(
      held,
      { type: 'hold_skipped', fulfillmentOrderId: work(1), seq: 3, at: AT + 1 },
      ID,
    );
    expect(later).toMatchObject({ seq: 3, status: 'holding', since: AT });
  });
});

describe('what moved', () => {
  it.each(MOVING.map((event) => [event.type, event] as const))(
    'by %s leaves no action announced, and counts failures anew',
    (_type, event) => {
      expect(after(inTheMiddle, event)).toMatchObject({
        intent: null,
        attempts: 0,
        notBefore: null,
      });
    },
  );

  it.each(
    MOVING.filter(({ type }) =>
      ['cancel_confirmed', 'lines_removed', 'turned_back', 'completed', 'ended'].includes(type),
    ).map((event) => [event.type, event] as const),
  )('by %s leaves nobody with a question', (_type, event) => {
    expect(after(inTheMiddle, event)).toMatchObject({ attention: null, resumeTo: null });
  });
});

describe('a question', () => {
  const raised = (what: 'platform_refused' | 'platform_unreachable'): CancellationEvent => ({
    type: 'attention_raised',
    attention: { what, step: 'hold', problem: problem('refused'), choices: ['retry'] },
  });

  it('stops everything, and leads back to where it was asked', () => {
    expect(
      after({ ...inTheMiddle, attention: null, resumeTo: null }, raised('platform_unreachable')),
    ).toMatchObject({
      status: 'needs_attention',
      resumeTo: 'holding',
      attempts: 0,
      notBefore: null,
      attention: { what: 'platform_unreachable' },
      // It may have been done: what went unanswered stays in doubt.
      intent: { effect: { kind: 'cancel' } },
    });
    expect(after(inTheMiddle, raised('platform_refused')).intent).toBeNull();
  });

  it('asked in place of another leads back to where the first was asked', () => {
    const asked: Cancellation = {
      ...inTheMiddle,
      status: 'needs_attention',
      resumeTo: 'recalling',
    };
    expect(after(asked, raised('platform_refused')).resumeTo).toBe('recalling');
  });

  it('asked after the end leads back to the money', () => {
    const over: Cancellation = { ...opened, status: 'completed' };
    expect(after(over, raised('platform_refused'))).toMatchObject({
      status: 'needs_attention',
      resumeTo: 'verifying',
    });
  });

  it('that settled itself leads back', () => {
    const asked: Cancellation = {
      ...inTheMiddle,
      status: 'needs_attention',
      resumeTo: 'recalling',
    };
    expect(after(asked, { type: 'attention_settled', what: 'warehouse_silent' })).toMatchObject({
      status: 'recalling',
      attention: null,
      resumeTo: null,
      attempts: 0,
      notBefore: null,
    });
  });
});

describe('what failed', () => {
  it('is counted, and tried again not before its time', () => {
    expect(
      after(
        { ...inTheMiddle, attempts: 2 },
        {
          type: 'attempt_failed',
          during: 'hold',
          problem: problem('timeout'),
          mayHaveApplied: true,
          retryAt: AT + 7,
        },
      ),
    ).toMatchObject({ attempts: 3, notBefore: AT + 7, intent: inTheMiddle.intent });
  });
});

describe('the way back', () => {
  it('looks at the holds anew, and keeps in mind a part that may have been taken off', () => {
    const part = {
      effect: { kind: 'refund_lines', refund: plan.refund, notify: false },
      key: 'key',
    } as const;
    const edit = { ...part, effect: { ...part.effect, kind: 'edit_lines' } } as const;
    for (const intent of [part, edit]) {
      expect(after({ ...opened, ownHoldsChecked: true, intent }, turnedBack)).toMatchObject({
        status: 'releasing',
        turnedBack: { ending: 'withdrawn', why: { code: 'customer_withdrew' } },
        partInDoubt: intent,
        ownHoldsChecked: false,
      });
    }
    expect(after({ ...inTheMiddle, partInDoubt: part }, turnedBack).partInDoubt).toEqual(part);
    expect(after(inTheMiddle, turnedBack).partInDoubt).toBeNull();
  });

  it('ends as it was turned back, and a done cancellation ends completed', () => {
    expect(after(opened, { type: 'ended', ending: 'expired' }).status).toBe('expired');
    expect(after(opened, { type: 'completed' }).status).toBe('completed');
  });
});

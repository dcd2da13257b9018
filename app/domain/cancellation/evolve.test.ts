import { describe, expect, it } from 'vitest';

import { Case, STAFF, half, oneUnit, twoLines } from '../../../tests/support/cancellation-case.ts';
import { PLACED_AT, eur, order } from '../../../tests/support/order-facts.ts';
import type {
  CancellationId,
  FulfillmentHoldId,
  FulfillmentOrderId,
  GiftCardId,
  RefundId,
} from '../ids.ts';
import type { CancellationEvent, Effect, MoneyBack } from './events.ts';
import { evolve, fold } from './evolve.ts';
import type { Cancellation } from './state.ts';

const ID = '019a0000-0000-7000-8000-000000000009' as CancellationId;
const AT = PLACED_AT + 90_000;
const work = (number: number) => `gid://shopify/FulfillmentOrder/${number}` as FulfillmentOrderId;
const hold = (number: number) => `gid://shopify/FulfillmentHold/${number}` as FulfillmentHoldId;
const REFUND = 'gid://shopify/Refund/5' as RefundId;
const GIFT_CARD = 'gid://shopify/GiftCard/5' as GiftCardId;

/** A request by a shopper, of 100.00 by card, that goes on by itself. */
const opened = new Case({ facts: order() }).state;
/** The same with only half of it to come back, which the cancel does not give by itself. */
const halfBack = new Case({ facts: order(), choice: half, by: 'staff' }).state;
const ofPart = new Case({ facts: twoLines, selection: oneUnit }).state;
const { plan } = opened;
const due: MoneyBack = { method: 'original', amount: eur(5_000), shares: plan.refund.shares };
const tell: Effect = { kind: 'tell', template: 'request_waiting' };

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
  { type: 'fulfilment_inspected', toHold: [work(1)] },
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
      latePaymentsSettled: eur(0),
      giftCardsDeactivated: [],
      stockCorrected: false,
      bonusGiven: false,
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
      told: [],
      intent: null,
      attempts: 0,
      notBefore: null,
      attention: null,
      resumeTo: null,
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

describe('what is held', () => {
  it('is added to what is held already, once', () => {
    const inspected = after(opened, { type: 'fulfilment_inspected', toHold: [work(1), work(2)] });
    expect(inspected.holds).toEqual([
      { fulfillmentOrderId: work(1), state: 'wanted', holdId: null },
      { fulfillmentOrderId: work(2), state: 'wanted', holdId: null },
    ]);
    const placed = after(inspected, {
      type: 'hold_placed',
      fulfillmentOrderId: work(1),
      holdId: hold(1),
    });
    expect(placed.holds).toEqual([
      { fulfillmentOrderId: work(2), state: 'wanted', holdId: null },
      { fulfillmentOrderId: work(1), state: 'placed', holdId: hold(1) },
    ]);
    const again = after(placed, { type: 'fulfilment_inspected', toHold: [work(1), work(3)] });
    expect(again.holds.map(({ state }) => state)).toEqual(['wanted', 'placed', 'wanted']);
    const skipped = after(placed, { type: 'hold_skipped', fulfillmentOrderId: work(2) });
    expect(skipped.holds).toContainEqual({
      fulfillmentOrderId: work(2),
      state: 'skipped',
      holdId: null,
    });
    const released = after(placed, { type: 'hold_released', fulfillmentOrderId: work(1) });
    expect(released.holds).toContainEqual({
      fulfillmentOrderId: work(1),
      state: 'released',
      holdId: null,
    });
  });

  it('is what the platform shows, whatever was recorded', () => {
    const holds = [{ fulfillmentOrderId: work(2), holdId: hold(2) }];
    const found = after(
      { ...opened, holds: [{ fulfillmentOrderId: work(1), state: 'wanted', holdId: null }] },
      { type: 'own_holds_found', holds },
    );
    expect(found).toMatchObject({
      ownHoldsChecked: true,
      holds: [{ fulfillmentOrderId: work(2), state: 'placed', holdId: hold(2) }],
    });
    expect(found.holds).toHaveLength(1);
  });
});

describe('the way to the pivot', () => {
  const ready = (toRecall: readonly FulfillmentOrderId[]): CancellationEvent => ({
    type: 'readiness_confirmed',
    toRecall,
    refund: halfBack.plan.refund,
  });

  it('case 63: uses up what a person accepted: it held for the plan that was made with it', () => {
    const accepted: Cancellation = {
      ...opened,
      status: 'holding',
      acceptedAmount: eur(5_000),
      usedGiftCardAccepted: true,
      withoutRefund: true,
    };
    expect(after(accepted, ready([]))).toMatchObject({
      status: 'cancelling',
      plan: { ...plan, refund: halfBack.plan.refund },
      acceptedAmount: null,
      usedGiftCardAccepted: false,
      withoutRefund: false,
    });
  });

  it('leads over a recall, and over a person where one has to approve', () => {
    expect(after(opened, ready([work(1)]))).toMatchObject({
      status: 'recalling',
      recalls: [{ fulfillmentOrderId: work(1), state: 'wanted' }],
    });
    const unapproved = { ...opened, approved: false };
    expect(after(unapproved, ready([])).status).toBe('in_review');
    expect(after(unapproved, ready([work(1)])).status).toBe('in_review');
  });

  it('asks for no recall twice, and goes on to hold once all of them were answered', () => {
    const recalling = after(opened, ready([work(1), work(2)]));
    const submitted = after(recalling, { type: 'recall_submitted', fulfillmentOrderId: work(1) });
    expect(submitted.recalls.map(({ state }) => state)).toEqual(['submitted', 'wanted']);
    expect(after(submitted, ready([work(1), work(2)])).recalls).toEqual(submitted.recalls);
    const one = after(submitted, { type: 'recall_accepted', fulfillmentOrderId: work(1) });
    expect(one).toMatchObject({ status: 'recalling' });
    expect(one.recalls.map(({ state }) => state)).toEqual(['accepted', 'wanted']);
    const both = after(one, { type: 'recall_accepted', fulfillmentOrderId: work(2) });
    expect(both.status).toBe('holding');
  });

  it('waits for a bank', () => {
    expect(after(opened, { type: 'payment_awaited', pending: eur(1) }).status).toBe(
      'awaiting_payment',
    );
  });

  it('is open once a person approved, with the plan they approved, and starts with the order', () => {
    const approve = { type: 'approved', actor: STAFF, plan: halfBack.plan } as const;
    const waiting: Cancellation = {
      ...opened,
      approved: false,
      status: 'in_review',
      intent: { effect: tell, key: 'key' },
      attempts: 2,
      notBefore: AT + 5_000,
    };
    expect(after(waiting, approve)).toMatchObject({
      approved: true,
      status: 'holding',
      plan: halfBack.plan,
      intent: null,
      attempts: 0,
      notBefore: null,
    });
    const held = { kind: 'hold', fulfillmentOrderId: work(1) } as const;
    const holding = {
      ...waiting,
      status: 'holding',
      intent: { effect: held, key: 'key' },
    } as const;
    expect(after(holding, approve)).toMatchObject({
      status: 'holding',
      intent: { effect: held, key: 'key' },
    });
    expect(after({ ...waiting, status: 'requested' }, approve).status).toBe('requested');
  });

  it('remembers when the platform was asked to cancel, the last time', () => {
    const intend = (effect: Effect) => ({ type: 'effect_intended', effect, key: 'key' }) as const;
    const asked = after(opened, intend({ kind: 'cancel', plan }));
    expect(asked).toMatchObject({
      intent: { effect: { kind: 'cancel' }, key: 'key' },
      cancelAskedAt: AT,
      refundAskedAt: null,
    });
    const again = evolve(asked, { ...intend({ kind: 'cancel', plan }), seq: 3, at: AT + 9 }, ID);
    expect(again.cancelAskedAt).toBe(AT + 9);
    const mailed = evolve(asked, { ...intend(tell), seq: 3, at: AT + 9 }, ID);
    expect(mailed).toMatchObject({ cancelAskedAt: AT, refundAskedAt: null });
    expect(after(opened, { type: 'cancel_accepted', jobResultId: 'job' })).toMatchObject({
      status: 'cancelling',
      cancel: { jobResultId: 'job' },
      cancelAskedAt: AT,
    });
  });

  it.each<[string, Effect]>([
    ['a refund', { kind: 'refund', ...due }],
    ['a part', { kind: 'refund_lines', refund: plan.refund, notify: false }],
  ])('remembers when money was asked for first, with %s', (_what, effect) => {
    const asked = after(opened, { type: 'effect_intended', effect, key: 'key' });
    expect(asked).toMatchObject({ refundAskedAt: AT, cancelAskedAt: null });
    const again = evolve(
      asked,
      { type: 'effect_intended', effect, key: 'key', seq: 3, at: AT + 9 },
      ID,
    );
    expect(again.refundAskedAt).toBe(AT);
  });
});

describe('past the pivot', () => {
  it('nothing is due where the cancel gave everything back, and it is verified', () => {
    expect(after(opened, { type: 'cancel_confirmed', cancelledAt: AT - 1 })).toMatchObject({
      status: 'verifying',
      cancelledAt: AT - 1,
      refundDue: null,
    });
  });

  it('the rest is refunded, whatever it was turned back for, and nothing is in doubt', () => {
    const doubtful: Cancellation = {
      ...halfBack,
      status: 'releasing',
      turnedBack: { ending: 'withdrawn', why: { code: 'customer_withdrew' } },
      partInDoubt: { effect: { kind: 'cancel', plan }, key: 'key' },
    };
    expect(after(doubtful, { type: 'cancel_confirmed', cancelledAt: AT })).toMatchObject({
      status: 'refunding',
      refundDue: { amount: eur(5_000) },
      turnedBack: null,
      partInDoubt: null,
    });
  });

  it('a part that was refunded counts as a round of refunds, and one that was edited off does not', () => {
    expect(after(ofPart, { type: 'lines_removed', refundId: REFUND })).toMatchObject({
      status: 'verifying',
      cancelledAt: AT,
      refundIds: [REFUND],
      refundRound: 1,
    });
    const earlier = { ...ofPart, refundIds: [REFUND], refundRound: 1 };
    expect(after(earlier, { type: 'lines_removed', refundId: null })).toMatchObject({
      refundIds: [REFUND],
      refundRound: 1,
    });
    const other = 'gid://shopify/Refund/6' as RefundId;
    expect(after(earlier, { type: 'lines_removed', refundId: other })).toMatchObject({
      refundIds: [REFUND, other],
      refundRound: 2,
    });
  });

  it('what is done is not due again: gift card, stock, bonus', () => {
    const first = after(opened, { type: 'gift_card_deactivated', giftCardId: GIFT_CARD });
    const other = 'gid://shopify/GiftCard/6' as GiftCardId;
    expect(
      after(first, { type: 'gift_card_deactivated', giftCardId: other }).giftCardsDeactivated,
    ).toEqual([GIFT_CARD, other]);
    expect(after(opened, { type: 'stock_corrected' }).stockCorrected).toBe(true);
    expect(after(opened, { type: 'bonus_given', amount: eur(1) }).bonusGiven).toBe(true);
  });

  it('a refund that was sent is not due any more, and is remembered', () => {
    const refunding: Cancellation = {
      ...opened,
      status: 'refunding',
      refundDue: due,
      refundRound: 1,
      refundIds: [REFUND],
    };
    const other = 'gid://shopify/Refund/6' as RefundId;
    expect(after(refunding, { type: 'refund_accepted', refundId: other })).toMatchObject({
      status: 'verifying',
      refundDue: null,
      refundSent: due,
      refundRound: 2,
      refundIds: [REFUND, other],
    });
  });

  it('money that was seen is not stale any more', () => {
    expect(
      after(
        { ...opened, moneyIsStale: true },
        { type: 'money_observed', outcome: 'on_its_way', arrived: eur(1), onItsWay: eur(2) },
      ),
    ).toMatchObject({
      money: { outcome: 'on_its_way', arrived: eur(1), onItsWay: eur(2) },
      moneyIsStale: false,
    });
  });

  it('money is looked at once more where a mail had to wait', () => {
    const told = { type: 'told', template: 'cancelled' } as const;
    expect(after(opened, told)).toMatchObject({ moneyIsStale: false, told: ['cancelled'] });
    expect(after({ ...opened, attempts: 1 }, told).moneyIsStale).toBe(true);
    expect(after({ ...opened, moneyIsStale: true, told: ['received'] }, told)).toMatchObject({
      moneyIsStale: true,
      told: ['received', 'cancelled'],
    });
    expect(
      after(
        { ...opened, refundRound: 2 },
        { type: 'mail_given_up', template: 'refund_failed', problem: problem('mail_failed') },
      ).told,
    ).toEqual(['refund_failed-2']);
  });

  it('a refund that others made smaller is sent as small as that, and not as it was announced', () => {
    const refunding: Cancellation = {
      ...opened,
      status: 'refunding',
      refundDue: due,
      intent: { effect: { kind: 'refund', ...due }, key: 'key' },
    };
    const less = { ...due, amount: eur(1_000) };
    expect(after(refunding, { type: 'refund_recounted', due: less })).toMatchObject({
      status: 'refunding',
      refundDue: less,
      intent: null,
    });
    expect(after(refunding, { type: 'refund_recounted', due: null })).toMatchObject({
      status: 'verifying',
      refundDue: null,
    });
    const told: Cancellation = { ...refunding, intent: { effect: tell, key: 'key' } };
    expect(after(told, { type: 'refund_recounted', due: less }).intent).toEqual(told.intent);
    const asked: Cancellation = { ...refunding, status: 'needs_attention', resumeTo: 'refunding' };
    expect(after(asked, { type: 'refund_recounted', due: null })).toMatchObject({
      status: 'needs_attention',
      resumeTo: 'verifying',
    });
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

import { describe, expect, it } from 'vitest';

import { Case, giftCard, done } from '../../../../tests/support/facts/cancellation-case.ts';
import { bag, eur, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import { id } from '../../../../tests/support/facts/refund-plans.ts';
import type { FulfillmentHoldId, FulfillmentOrderId, GiftCardId } from '../../ids.ts';
import type { RefundShare } from '../../refund/plan/refund-plan.ts';
import type { Attention, AttentionChoice, Effect, MoneyBack } from '../events.ts';
import type { Problem } from '../../saga/problem.ts';
import { backFromAttention, resumed, sendsNothing, stepAskedAbout } from './resumed.ts';
import type { Cancellation } from '../state.ts';

const PROBLEM: Problem = { kind: 'refused', code: null, message: 'made up' };
const KEY = 'key';

/** 30.00 by gift card, and 70.00 by card. */
const twoPayments = order({
  transactions: [
    transaction({
      id: id(1),
      gateway: 'gift_card',
      gatewayName: 'Gift card',
      amount: bag(eur(3_000)),
    }),
    transaction({ id: id(2), amount: bag(eur(7_000)) }),
  ],
});
const { state } = new Case({ facts: twoPayments });
const { state: inCredit } = new Case({
  facts: twoPayments,
  method: 'store_credit',
  terms: { bonusPercent: 10 },
});
const [first, second] = state.plan.refund.shares;
if (!first || !second) throw new Error('there are two payments');
const of = (share: RefundShare, minor: number): RefundShare => ({ ...share, amount: eur(minor) });

/** A person is asked, while it was verifying, unless told otherwise. */
const asked = (
  attention: Attention,
  changes: Partial<Cancellation> = {},
  from: Cancellation = state,
): Cancellation => ({
  ...from,
  status: 'needs_attention',
  resumeTo: 'verifying',
  cancelledAt: 1,
  attempts: 2,
  notBefore: 99,
  attention,
  ...changes,
});
const answer = (choice: AttentionChoice, ...question: Parameters<typeof asked>): Cancellation =>
  resumed(asked(...question), choice);

const choices: readonly AttentionChoice[] = ['retry'];
const refundFailed = (missing: readonly RefundShare[], minor: number): Attention => ({
  what: 'refund_failed',
  missing,
  amount: eur(minor),
  choices,
});
const stepRefused = (step: Effect['kind']): Attention => ({
  what: 'platform_refused',
  step,
  problem: PROBLEM,
  choices,
});
const unreachable = (step: string): Attention => ({
  what: 'platform_unreachable',
  step,
  problem: PROBLEM,
  choices,
});
const lateShares = [{ ...first, parentId: id(9), amount: eur(2_500) }];
const latePayment: Attention = {
  what: 'late_payment',
  amount: eur(2_500),
  shares: lateShares,
  choices,
};

describe('a question that is answered', () => {
  it('leads back, and its money is looked at once more', () => {
    expect(backFromAttention(asked(unreachable('money')))).toEqual({
      ...state,
      cancelledAt: 1,
      status: 'verifying',
      moneyIsStale: true,
    });
    expect(backFromAttention(asked(unreachable('x'), { resumeTo: 'holding' })).status).toBe(
      'holding',
    );
    expect(backFromAttention(asked(unreachable('x'), { resumeTo: null })).status).toBe('requested');
  });

  it('about a cancel that was not carried out leads back to the holds, and asks for it anew', () => {
    const cancel = { effect: { kind: 'cancel', plan: state.plan }, key: KEY } as const;
    const cancelling = {
      resumeTo: 'cancelling',
      cancelledAt: null,
      cancel: { jobResultId: 'job' },
    } as const;
    const back = (changes: Partial<Cancellation>) =>
      backFromAttention(asked(stepRefused('cancel'), { ...cancelling, ...changes }));
    expect(back({})).toMatchObject({ status: 'holding', cancel: null });
    // Its answer got lost: it may be at work.
    expect(back({ intent: cancel })).toMatchObject({
      status: 'cancelling',
      cancel: { jobResultId: 'job' },
    });
    expect(back({ cancelledAt: 1 })).toMatchObject({ status: 'cancelling' });
  });

  it('case 63: an amount that was accepted is that amount, and not any', () => {
    const question: Attention = {
      what: 'amount_changed',
      planned: eur(10_000),
      refundable: eur(9_000),
      choices,
    };
    const before = { resumeTo: 'holding', cancelledAt: null } as const;
    expect(answer('accept_amount', question, before)).toMatchObject({
      status: 'holding',
      acceptedAmount: eur(9_000),
      usedGiftCardAccepted: false,
    });
    const redeemed: Attention = { what: 'gift_card_redeemed', giftCardId: giftCard.id, choices };
    expect(answer('accept_amount', redeemed, before)).toMatchObject({
      acceptedAmount: null,
      usedGiftCardAccepted: true,
    });
    expect(answer('accept_amount', redeemed, { ...before, acceptedAmount: eur(1) })).toMatchObject({
      acceptedAmount: eur(1),
      usedGiftCardAccepted: true,
    });
    expect(
      answer('accept_amount', question, { ...before, usedGiftCardAccepted: true }),
    ).toMatchObject({ acceptedAmount: eur(9_000), usedGiftCardAccepted: true });
  });

  it('case 25: goes on and gives nothing back where that was chosen', () => {
    const question: Attention = { what: 'dispute_open', choices };
    expect(answer('go_on_without_refund', question, { resumeTo: 'holding' })).toMatchObject({
      status: 'holding',
      withoutRefund: true,
    });
  });

  it('goes on without a mail, which counts as sent, each round for itself', () => {
    const question: Attention = { what: 'mail_failed', problem: PROBLEM, choices };
    const mail = (template: 'cancelled' | 'refund_failed') => ({
      intent: { effect: { kind: 'tell', template }, key: KEY } as const,
      ...done('received'),
      refundRound: 2,
    });
    expect(answer('skip_mail', question, mail('cancelled'))).toMatchObject({
      intent: null,
      ...done('received', 'cancelled'),
    });
    expect(answer('skip_mail', question, mail('refund_failed'))).toMatchObject(
      done('received', 'refund_failed-2'),
    );
    const other = { effect: { kind: 'cancel', plan: state.plan }, key: KEY } as const;
    expect(answer('skip_mail', question, { intent: other, done: [] })).toMatchObject({
      intent: null,
      done: [],
    });
  });

  it('that turns back is as before, until it is turned back', () => {
    expect(answer('turn_back', stepRefused('cancel'), { resumeTo: 'holding' })).toMatchObject({
      status: 'holding',
      attention: null,
    });
  });
});

describe('money that is sent again', () => {
  const refunding = (refundDue: MoneyBack) => ({
    status: 'refunding',
    money: null,
    refundRound: 1,
    refundDue,
  });

  it('case 4: goes to the payments that lack it, in a new round', () => {
    const missing = [of(second, 7_000)];
    expect(
      answer('retry', refundFailed(missing, 7_000), {
        money: { outcome: 'on_its_way', arrived: eur(0), onItsWay: eur(1) },
      }),
    ).toMatchObject(refunding({ method: 'original', amount: eur(7_000), shares: missing }));
  });

  it('case 14: goes as credit where no payment lacks it', () => {
    expect(answer('retry', refundFailed([], 500))).toMatchObject(
      refunding({ method: 'store_credit', amount: eur(500), shares: [] }),
    );
    const missing = [of(first, 3_000)];
    expect(answer('retry', refundFailed(missing, 3_000), {}, inCredit)).toMatchObject(
      refunding({ method: 'store_credit', amount: eur(3_000), shares: missing }),
    );
  });

  it('case 24: goes to the payment it came from, where it was a late one of a cancellation in credit', () => {
    const sent = { method: 'original', amount: eur(2_500), shares: lateShares } as const;
    expect(
      answer('retry', refundFailed([of(first, 2_000)], 2_000), { refundSent: sent }, inCredit),
    ).toMatchObject(
      refunding({
        method: 'original',
        amount: eur(2_000),
        shares: lateShares.map((share) => of(share, 2_000)),
      }),
    );
    const inCreditSent = { ...sent, method: 'store_credit' } as const;
    expect(
      answer(
        'retry',
        refundFailed([of(first, 2_000)], 2_000),
        { refundSent: inCreditSent },
        inCredit,
      ).refundDue?.method,
    ).toBe('store_credit');
    expect(
      answer('retry', refundFailed([of(second, 2_000)], 2_000), { refundSent: sent }).refundDue,
    ).toMatchObject({ method: 'original', shares: [{ parentId: id(2) }] });
  });

  it('as credit leaves the shares of the payments, as far as it lacks there', () => {
    const credit = answer('refund_as_store_credit', refundFailed([of(second, 6_000)], 6_000), {
      creditInstead: eur(100),
    });
    expect(credit).toMatchObject({
      ...refunding({ method: 'store_credit', amount: eur(6_000), shares: [] }),
      creditInstead: eur(6_100),
    });
    expect(credit.plan.refund.shares).toEqual([first, of(second, 1_000)]);
    const all = answer('refund_as_store_credit', refundFailed([of(second, 7_000)], 7_000));
    expect(all.plan.refund.shares).toEqual([first]);
  });

  it('as credit leaves what the same payment gave back twice: of the order, and late', () => {
    const lacking = [of(second, 4_000), of(second, 3_000)];
    const { plan } = asked(refundFailed(lacking, 7_000));
    const shares = [first, second, of(second, 3_000)];
    const credit = answer('refund_as_store_credit', refundFailed(lacking, 7_000), {
      plan: { ...plan, refund: { ...plan.refund, shares } },
    });
    expect(credit.plan.refund.shares).toEqual([first, of(second, 3_000)]);
  });

  it('case 24: a late payment goes back once, and belongs to what has to arrive', () => {
    expect(
      answer('refund_late_payment', latePayment, { latePaymentsSettled: eur(400) }, inCredit),
    ).toMatchObject({
      ...refunding({ method: 'original', amount: eur(2_500), shares: lateShares }),
      latePaymentsSettled: eur(2_900),
      plan: { refund: { shares: [first, second, ...lateShares] } },
    });
  });

  it.each<[AttentionChoice, Attention]>([
    ['retry', unreachable('money')],
    ['refund_as_store_credit', unreachable('money')],
    ['refund_late_payment', unreachable('money')],
  ])('is none where it was not asked about: %s', (choice, question) => {
    expect(answer(choice, question)).toEqual(backFromAttention(asked(question)));
  });
});

describe('a step that was given up', () => {
  const other = 'gid://shopify/GiftCard/2' as GiftCardId;
  const cards = {
    plan: { ...state.plan, giftCards: [giftCard.id, other] },
    intent: null,
  };

  it('case 13: a gift card stays as it is: the one that was announced, or the next one', () => {
    const question = stepRefused('deactivate_gift_card');
    expect(answer('skip_step', question, cards)).toMatchObject(done('gift-card-1'));
    expect(answer('skip_step', question, { ...cards, ...done('gift-card-1') })).toMatchObject(
      done('gift-card-1', 'gift-card-2'),
    );
    const announced = {
      effect: { kind: 'deactivate_gift_card', giftCardId: other },
      key: KEY,
    } as const;
    expect(
      answer('skip_step', unreachable('deactivate_gift_card'), { ...cards, intent: announced }),
    ).toMatchObject({ ...done('gift-card-2'), intent: null });
    const both = { ...cards, ...done('gift-card-1', 'gift-card-2') };
    expect(answer('skip_step', question, both).done).toHaveLength(2);
  });

  const work = (number: number) => `gid://shopify/FulfillmentOrder/${number}` as FulfillmentOrderId;
  const holds = [
    { fulfillmentOrderId: work(1), state: 'placed', holdId: 'x' as FulfillmentHoldId },
    { fulfillmentOrderId: work(2), state: 'released', holdId: null },
  ] as const;

  it.each(['release', 'own_holds'])('its holds stay where they are (%s)', (step) => {
    const left = answer('skip_step', unreachable(step), { holds, resumeTo: 'releasing' });
    expect(left).toMatchObject({
      status: 'releasing',
      ownHoldsChecked: true,
      turnedBack: null,
      holds: [
        { fulfillmentOrderId: work(1), state: 'skipped', holdId: null },
        { fulfillmentOrderId: work(2), state: 'released', holdId: null },
      ],
    });
  });

  it('nobody is told that the order goes on, where a cancel was asked for that nobody saw end', () => {
    const turnedBack = { ending: 'withdrawn', why: { code: 'customer_withdrew' } } as const;
    const before = { holds, resumeTo: 'releasing', cancelledAt: null, turnedBack } as const;
    expect(answer('skip_step', stepRefused('release'), before).turnedBack).toEqual(turnedBack);
    expect(
      answer('skip_step', stepRefused('release'), { ...before, cancelAskedAt: 5 }).turnedBack,
    ).toEqual({ ending: 'superseded', why: { code: 'outcome_unknown' } });
  });

  it('any other one goes on as it was', () => {
    const intent = { effect: { kind: 'cancel', plan: state.plan }, key: KEY } as const;
    const question = unreachable('readiness');
    expect(answer('skip_step', question, { intent, holds })).toEqual({
      ...backFromAttention(asked(question, { holds })),
      intent: null,
    });
  });

  it('is known by what was asked', () => {
    expect(stepAskedAbout(asked(stepRefused('release')))).toBe('release');
    expect(stepAskedAbout(asked(unreachable('money')))).toBe('money');
    expect(stepAskedAbout(asked({ what: 'warehouse_silent', choices }))).toBeNull();
    expect(stepAskedAbout(state)).toBeNull();
  });
});

it.each<[AttentionChoice, boolean]>([
  ['retry', false],
  ['accept_amount', false],
  ['refund_as_store_credit', false],
  ['refund_late_payment', false],
  ['go_on_without_refund', false],
  ['settled_by_hand', true],
  ['skip_mail', true],
  ['skip_step', true],
  ['turn_back', true],
])('%s closes something without anything being sent: %s', (choice, nothing) => {
  expect(sendsNothing(choice)).toBe(nothing);
});

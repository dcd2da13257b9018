import { describe, expect, it } from 'vitest';
import {
  Case,
  half,
  oneUnit,
  twoLines,
} from '../../../../tests/support/facts/cancellation-case.ts';
import { PLACED_AT, eur, order } from '../../../../tests/support/facts/order-facts.ts';
import type { CancellationId, GiftCardId, RefundId } from '../../ids.ts';
import type { CancellationEvent, Effect, MoneyBack } from '../events.ts';
import { evolve } from './evolve.ts';
import { isDeactivated } from '../effects/deactivate-gift-card.ts';
import type { Cancellation } from '../state.ts';

const ID = '019a0000-0000-7000-8000-000000000009' as CancellationId;
const AT = PLACED_AT + 90_000;
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

function problem(kind: 'mail_failed' | 'refused' | 'timeout') {
  return { kind, code: null, message: 'made up' };
}

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
    const both = after(first, { type: 'gift_card_deactivated', giftCardId: other });
    expect(isDeactivated(first, GIFT_CARD)).toBe(true);
    expect(isDeactivated(first, other)).toBe(false);
    expect(isDeactivated(both, GIFT_CARD)).toBe(true);
    expect(isDeactivated(both, other)).toBe(true);
    expect(after(opened, { type: 'stock_corrected' }).done).toEqual([`${opened.id}-stock`]);
    expect(after(opened, { type: 'bonus_given', amount: eur(1) }).done).toEqual([
      `${opened.id}-bonus`,
    ]);
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
    expect(after(opened, told)).toMatchObject({
      moneyIsStale: false,
      done: [`${opened.id}-cancelled`],
    });
    expect(after({ ...opened, attempts: 1 }, told).moneyIsStale).toBe(true);
    expect(
      after({ ...opened, moneyIsStale: true, done: [`${opened.id}-received`] }, told),
    ).toMatchObject({
      moneyIsStale: true,
      done: [`${opened.id}-received`, `${opened.id}-cancelled`],
    });
    expect(
      after(
        { ...opened, refundRound: 2 },
        { type: 'mail_given_up', template: 'refund_failed', problem: problem('mail_failed') },
      ).done,
    ).toEqual([`${opened.id}-refund_failed-2`]);
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

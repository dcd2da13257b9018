import { describe, expect, it } from 'vitest';

import { Case, giftCard, done } from '../../../../tests/support/facts/cancellation-case.ts';
import { bag, eur, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import { id } from '../../../../tests/support/facts/refund-plans.ts';
import type { RefundShare } from '../../refund/plan/refund-plan.ts';
import type { Attention, AttentionChoice, Effect, MoneyBack } from '../events.ts';
import type { Problem } from '../../saga/problem.ts';
import { settledByHand } from './settled-by-hand.ts';
import type { Cancellation } from '../state.ts';

const PROBLEM: Problem = { kind: 'refused', code: null, message: 'made up' };
const choices: readonly AttentionChoice[] = ['settled_by_hand'];
const { state } = new Case({
  facts: order({
    transactions: [
      transaction({ id: id(1), amount: bag(eur(3_000)) }),
      transaction({ id: id(2), amount: bag(eur(7_000)) }),
    ],
  }),
});
const [first, second] = state.plan.refund.shares;
if (!first || !second) throw new Error('there are two payments');
const part = (share: RefundShare, minor: number): RefundShare => ({ ...share, amount: eur(minor) });

/** An earlier share, and some credit, are settled already. */
const before: Cancellation = {
  ...state,
  status: 'refunding',
  cancelledAt: 1,
  intent: { effect: { kind: 'tell', template: 'cancelled' }, key: 'key' },
  settledShares: [part(first, 100)],
  settledCredit: eur(50),
  creditInstead: eur(400),
};
const settle = (attention: Attention | null, changes: Partial<Cancellation> = {}): Cancellation =>
  settledByHand({ ...before, ...changes, attention }, { ...before, ...changes });
const refused = (step: Effect['kind']): Attention => ({
  what: 'platform_refused',
  step,
  problem: PROBLEM,
  choices,
});

describe('what a person settled is settled, and nothing else', () => {
  it('the shares that failed, and what of it was to be credit', () => {
    const missing = [part(second, 2_000)];
    expect(settle({ what: 'refund_failed', missing, amount: eur(2_300), choices })).toEqual({
      ...before,
      status: 'verifying',
      intent: null,
      refundDue: null,
      settledByHand: true,
      settledShares: [part(first, 100), part(second, 2_000)],
      settledCredit: eur(350),
    });
    expect(
      settle({ what: 'refund_failed', missing, amount: eur(2_000), choices }).settledCredit,
    ).toEqual(eur(50));
  });

  it('what is on its way, by payment; all of it where an old event does not say', () => {
    const shares = [part(second, 2_000)];
    const asked = {
      what: 'refund_unconfirmed',
      amount: eur(2_100),
      shares: null,
      choices,
    } as const;
    expect(settle({ ...asked, shares })).toMatchObject({
      settledShares: [part(first, 100), part(second, 2_000)],
      settledCredit: eur(150),
      releasesSettled: false,
    });
    const money = { outcome: 'on_its_way', arrived: eur(700), onItsWay: eur(2_100) } as const;
    expect(settle(asked, { money, moneyIsStale: true })).toEqual({
      ...before,
      status: 'verifying',
      intent: null,
      refundDue: null,
      settledByHand: true,
      settledShares: [part(first, 100), first, second],
      settledCredit: eur(400),
      releasesSettled: true,
      money: { outcome: 'settled', arrived: eur(700), onItsWay: eur(0) },
      moneyIsStale: false,
    });
    expect(settle(asked).money?.arrived).toEqual(eur(0));
  });

  it('case 24: a late payment, beside those before', () => {
    expect(
      settle(
        { what: 'late_payment', amount: eur(900), shares: [], choices },
        { latePaymentsSettled: eur(300) },
      ),
    ).toEqual({ ...before, latePaymentsSettled: eur(1_200) });
  });

  it('an authorization that was released', () => {
    expect(settle({ what: 'release_unconfirmed', amount: eur(1), choices })).toEqual({
      ...before,
      status: 'verifying',
      intent: null,
      settledByHand: true,
      releasesSettled: true,
    });
  });

  it('case 22: money that was handed over', () => {
    expect(settle({ what: 'pay_back_by_hand', shares: [], amount: eur(1), choices })).toEqual({
      ...before,
      intent: null,
      settledByHand: true,
      handedOver: true,
    });
  });

  it('case 78: stock, and a bonus, which is then not given again', () => {
    expect(settle(refused('correct_stock'))).toEqual({
      ...before,
      intent: null,
      ...done('stock'),
    });
    expect(settle(refused('give_bonus'))).toEqual({
      ...before,
      intent: null,
      ...done('bonus'),
      settledByHand: true,
    });
  });

  it.each<[string, MoneyBack['method'], MoneyBack['method'], number, number]>([
    ['to the payments', 'original', 'original', 1, 50],
    ['as credit in place of them', 'store_credit', 'original', 0, 2_050],
    ['as credit, as was planned', 'store_credit', 'store_credit', 1, 50],
  ])('case 78: a refund that was due %s', (_how, method, planned, shares, credit) => {
    const refundDue = { method, amount: eur(2_000), shares: [part(second, 2_000)] };
    const plan = { ...state.plan, refund: { ...state.plan.refund, method: planned } };
    const settled = settle(refused('refund'), { refundDue, plan });
    expect(settled).toMatchObject({ status: 'verifying', refundDue: null });
    expect(settled.settledShares.slice(1)).toEqual(shares === 1 ? [part(second, 2_000)] : []);
    expect(settled.settledCredit).toEqual(eur(credit));
  });

  it('a refund of which nothing is due any more settles nothing', () => {
    expect(settle(refused('refund'), { refundDue: null })).toEqual({ ...before, intent: null });
  });

  it('all of the money where nobody can look any more', () => {
    const unreachable = { what: 'platform_unreachable', problem: PROBLEM, choices } as const;
    expect(settle({ ...unreachable, step: 'money' })).toMatchObject({
      settledShares: [part(first, 100), first, second],
      settledCredit: eur(400),
      money: { outcome: 'settled', onItsWay: eur(0) },
      releasesSettled: true,
      handedOver: false,
    });
    expect(settle({ ...unreachable, step: 'readiness' })).toEqual({ ...before, intent: null });
  });

  it('everything once the order is gone, but its stock: that is still there to be corrected', () => {
    const holds = [
      { fulfillmentOrderId: 'x' as never, state: 'placed', holdId: 'y' as never },
    ] as const;
    const plan = { ...state.plan, giftCards: [giftCard.id] };
    expect(settle({ what: 'order_gone', amount: eur(1), choices }, { holds, plan })).toMatchObject({
      status: 'verifying',
      settledShares: [part(first, 100), first, second],
      handedOver: true,
      ...done('bonus', 'gift-card-1'),
      ownHoldsChecked: true,
      holds: [],
    });
  });

  it('nothing of what is settled another way', () => {
    expect(settle({ what: 'warehouse_silent', choices })).toEqual({ ...before, intent: null });
    expect(settle(null)).toEqual({ ...before, intent: null });
  });
});

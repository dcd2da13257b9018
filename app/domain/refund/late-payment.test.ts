import { describe, expect, it } from 'vitest';

import { bag, eur, order, transaction } from '../../../tests/support/facts/order-facts.ts';
import { id, paid, part, planned } from '../../../tests/support/facts/refund-plans.ts';
import type { OrderFacts, TransactionFacts } from '../order/facts.ts';
import { latePayment, latePaymentLeft } from './truth.ts';

/** The order with one more transaction. */
const and = (
  facts: OrderFacts,
  number: number,
  changes: Partial<TransactionFacts>,
): OrderFacts => ({
  ...facts,
  transactions: [...facts.transactions, transaction({ id: id(number), ...changes })],
});
const refund = (parent: number | null, minor: number): Partial<TransactionFacts> => ({
  kind: 'REFUND',
  parentId: parent === null ? null : id(parent),
  amount: bag(eur(minor)),
});

const promised = transaction({ id: id(1), isManual: true, status: 'PENDING' });
const unpaid = order({ transactions: [promised], outstanding: eur(10_000) });
const arrived = order({ transactions: [{ ...promised, status: 'SUCCESS' }] });
/** Gift card and card, 100.00 together. */
const paidTwice = and(
  order({ transactions: [transaction({ id: id(1), amount: bag(eur(3_000)) })] }),
  2,
  { amount: bag(eur(7_000)) },
);

describe('late payments', () => {
  it('case 24: are what arrived for an order that was cancelled as unpaid', () => {
    expect(latePayment(planned(unpaid), unpaid).amount).toEqual(eur(0));
    expect(latePayment(planned(unpaid), arrived)).toMatchObject({
      amount: eur(10_000),
      shares: [{ parentId: id(1), isManual: true, amount: eur(10_000) }],
    });
  });

  it('case 24: stay counted when they were given back, so that nobody asks twice', () => {
    const back = and(arrived, 2, refund(1, 10_000));
    expect(latePayment(planned(unpaid), back)).toEqual({ amount: eur(10_000), shares: [] });
  });

  it('case 24: are not what the cancellation itself gave back, keeps, or gave as credit', () => {
    const plan = planned(paidTwice);
    const back = and(and(paidTwice, 8, refund(1, 3_000)), 9, refund(2, 7_000));
    expect(latePayment(plan, back).amount).toEqual(eur(0));
    expect(latePayment(plan, paidTwice).amount).toEqual(eur(0));
    const credit = and(paidTwice, 9, refund(null, 10_000));
    expect(latePayment(plan, credit).amount).toEqual(eur(0));
  });

  it('case 24: are counted once when an authorization was captured late', () => {
    const authorized = order({
      transactions: [transaction({ id: id(1), kind: 'AUTHORIZATION' })],
      outstanding: eur(10_000),
    });
    const captured = and(authorized, 2, { kind: 'CAPTURE', parentId: id(1) });
    expect(latePayment(planned(authorized), captured).amount).toEqual(eur(10_000));
  });

  it('case 10: are told apart from what had been given back before, as credit or to a payment', () => {
    const before = and(
      and({ ...paidTwice, currentTotal: bag(eur(5_000)) }, 3, refund(null, 1_000)),
      4,
      refund(2, 4_000),
    );
    const plan = planned(before);
    expect(plan.maximum).toEqual(eur(5_000));
    expect(latePayment(plan, before).amount).toEqual(eur(0));
    expect(latePayment(plan, and(before, 5, { amount: bag(eur(2_500)) }))).toMatchObject({
      amount: eur(2_500),
      shares: [{ parentId: id(5), amount: eur(2_500) }],
    });
  });

  it('case 24: are none for a part of an order: the rest goes on', () => {
    const facts = paid([{ quantity: 2 }]);
    const later = and(facts, 2, {});
    expect(latePayment(planned(facts, part(1)), later)).toEqual({ amount: eur(0), shares: [] });
  });
});

describe('what nobody has dealt with of a late payment', () => {
  const plan = planned(unpaid);

  it('case 24: is all of it at first, and what a person has not settled later', () => {
    expect(latePaymentLeft(plan, arrived, eur(0))).toMatchObject({
      amount: eur(10_000),
      shares: [{ parentId: id(1), isManual: true, amount: eur(10_000) }],
    });
    expect(latePaymentLeft(plan, arrived, eur(4_000))).toMatchObject({ amount: eur(6_000) });
    const nothing = { amount: eur(0), shares: [] };
    expect(latePaymentLeft(plan, arrived, eur(10_000))).toEqual(nothing);
    expect(latePaymentLeft(plan, arrived, eur(12_000))).toEqual(nothing);
  });

  it('case 24: lies on the payments that came last, as far as they hold it', () => {
    const one = order({ transactions: [transaction({ id: id(1) })] });
    const three = and(and(one, 2, { amount: bag(eur(2_000)) }), 3, { amount: bag(eur(1_000)) });
    const sharesOf = (facts: OrderFacts, settled = 0) =>
      latePaymentLeft(planned(one), facts, eur(settled)).shares.map(({ parentId, amount }) => [
        parentId,
        amount.minor,
      ]);
    expect(sharesOf(three)).toEqual([
      [id(3), 1_000],
      [id(2), 2_000],
    ]);
    expect(sharesOf(and(three, 4, refund(3, 600)))).toEqual([
      [id(3), 400],
      [id(2), 2_000],
    ]);
    expect(sharesOf(and(three, 4, refund(3, 1_000)))).toEqual([[id(2), 2_000]]);
  });
});

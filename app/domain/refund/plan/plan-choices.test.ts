import { describe, expect, it } from 'vitest';
import { eur, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import {
  WHOLE,
  paid,
  part,
  planned,
  refusals,
  standardShipping,
  withTerms,
} from '../../../../tests/support/facts/refund-plans.ts';
import { money } from '../../money.ts';

const NOTHING = { kind: 'nothing' } as const;

describe('what is kept and what is chosen', () => {
  const fee = { kind: 'fixed', amounts: { EUR: '4.50' }, touches: 'goods' } as const;

  it('case 11: a fee is taken from what comes back, and shown', () => {
    expect(planned(order(), withTerms(WHOLE, { fee }))).toMatchObject({
      fee: eur(450),
      amount: eur(9_550),
      execution: 'after_cancel',
    });
  });

  it('case 11: no fee is taken of an authorization that is released', () => {
    const authorized = order({
      transactions: [transaction({ kind: 'AUTHORIZATION' })],
      outstanding: eur(10_000),
    });
    expect(planned(authorized, withTerms(WHOLE, { fee }))).toMatchObject({
      fee: eur(0),
      amount: eur(0),
    });
  });

  it('case 11: a fee on the goods leaves the shipping alone', () => {
    const facts = paid([{ total: eur(200) }], { shipping: [standardShipping] });
    expect(planned(facts, withTerms(WHOLE, { fee }))).toMatchObject({
      fee: eur(200),
      amount: eur(490),
    });
  });

  it('case 11: an amount up to all that can come back is given, without fee or deals', () => {
    const all = { ...WHOLE, choice: { kind: 'amount', amount: eur(10_000) } } as const;
    expect(planned(order(), withTerms(all, { fee }))).toMatchObject({
      amount: eur(10_000),
      fee: eur(0),
      lostDeals: [],
      regainedDeals: [],
      withheld: eur(0),
    });
  });

  it('case 11: a fee in other currencies than the order has is none', () => {
    const dollars = { kind: 'fixed', amounts: { USD: '4.50' }, touches: 'goods' } as const;
    expect(planned(order(), withTerms(WHOLE, { fee: dollars }))).toMatchObject({
      fee: eur(0),
      amount: eur(10_000),
    });
  });

  it.each([
    [eur(0), 'amount_not_positive'],
    [eur(-1), 'amount_not_positive'],
    [eur(10_001), 'amount_above_maximum'],
    [money(5, 'USD'), 'amount_malformed'],
  ])('case 11: an amount of %j is refused', (amount, code) => {
    expect(refusals(order(), { ...WHOLE, choice: { kind: 'amount', amount } })).toEqual([code]);
  });

  it('case 14: store credit is refused before anything is asked of the platform', () => {
    const credit = withTerms(WHOLE, { method: 'store_credit' });
    expect(refusals(order({ customerId: null }), credit)).toEqual(['store_credit_needs_customer']);
    expect(planned(order(), credit)).toMatchObject({
      method: 'store_credit',
    });
  });

  it('case 14: store credit in place of the money is a refund of its own, never part of the cancel', () => {
    const credit = withTerms(WHOLE, { method: 'store_credit' });
    expect(planned(order(), credit).execution).toBe('after_cancel');
    expect(planned(order()).execution).toBe('with_cancel');
  });

  it('case 14: a bonus comes on top of store credit, and after the cancel', () => {
    const credit = withTerms(WHOLE, { method: 'store_credit', bonusPercent: 10 });
    expect(planned(order(), credit)).toMatchObject({
      amount: eur(10_000),
      bonus: eur(1_000),
      execution: 'after_cancel',
    });
  });

  it('case 14: only what comes back as store credit needs a customer', () => {
    const guest = order({ customerId: null });
    expect(planned(guest)).toMatchObject({ method: 'original', amount: eur(10_000) });
    const nothing = { ...withTerms(WHOLE, { method: 'store_credit' }), choice: NOTHING };
    expect(planned(guest, nothing)).toMatchObject({ method: 'original', amount: eur(0) });
  });

  it('case 14: a bonus comes with store credit, and with nothing else', () => {
    expect(planned(order(), withTerms(WHOLE, { bonusPercent: 10 })).bonus).toEqual(eur(0));
  });

  it('case 25: a dispute is no reason against giving nothing back', () => {
    const pending = {
      disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }],
      transactions: [transaction({ status: 'PENDING' })],
      outstanding: eur(10_000),
    } as const;
    expect(refusals(order(pending), { ...WHOLE, choice: NOTHING })).toEqual(['payment_pending']);
    expect(refusals(paid([{ quantity: 2 }], pending), part(1))).toEqual(['payment_pending']);
  });

  it('names every reason against it, not only the first', () => {
    const facts = order({
      customerId: null,
      disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }],
    });
    expect(refusals(facts, withTerms(WHOLE, { method: 'store_credit' }))).toEqual([
      'dispute_open',
      'store_credit_needs_customer',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  PLACED_AT,
  bag,
  eur,
  order,
  transaction,
} from '../../../../tests/support/facts/order-facts.ts';
import type { TransactionId } from '../../ids.ts';
import { money } from '../../money.ts';
import type { TransactionFacts } from '../facts.ts';
import {
  inBothCurrencies,
  movedBy,
  openAuthorizations,
  pendingPayments,
  pendingReceipts,
  providerFeesOf,
  refundable,
  refundablePayments,
} from './payments.ts';

const id = (number: number) => `gid://shopify/OrderTransaction/${number}` as TransactionId;
const paidBy = (...transactions: TransactionFacts[]) => order({ transactions });
const authorization = transaction({ id: id(1), kind: 'AUTHORIZATION' });
const captured = (minor: number, number = 2) =>
  transaction({ id: id(number), kind: 'CAPTURE', parentId: id(1), amount: bag(eur(minor)) });

describe('authorizations', () => {
  it('case 1: hold what was authorized, and give nothing back', () => {
    const facts = paidBy(authorization);
    expect(openAuthorizations(facts, null)).toMatchObject([{ amount: eur(10_000) }]);
    expect(refundablePayments(facts)).toEqual([]);
  });

  it('case 2: hold what was not captured of them', () => {
    const facts = paidBy(authorization, captured(4_000), captured(1_000, 3));
    expect(openAuthorizations(facts, null)).toMatchObject([{ amount: eur(5_000) }]);
    expect(refundablePayments(facts).map(({ left }) => left)).toEqual([eur(4_000), eur(1_000)]);
  });

  it.each([
    ['the order says so', { financialStatus: 'EXPIRED' as const }, {}, null],
    ['the gateway says so', {}, { errorCode: 'AUTHORIZATION_EXPIRED' }, null],
    ['its time is over', {}, { authorizationExpiresAt: PLACED_AT }, PLACED_AT],
  ])('case 3: hold nothing any more once %s', (_when, facts, changes, now) => {
    const expired = order({ ...facts, transactions: [{ ...authorization, ...changes }] });
    expect(openAuthorizations(expired, now)).toEqual([]);
  });

  it('hold until the last millisecond', () => {
    const facts = paidBy({ ...authorization, authorizationExpiresAt: PLACED_AT });
    expect(openAuthorizations(facts, PLACED_AT - 1)).toHaveLength(1);
  });

  it('hold nothing once voided', () => {
    const voided = transaction({ id: id(2), kind: 'VOID', parentId: id(1) });
    expect(openAuthorizations(paidBy(authorization, voided), null)).toEqual([]);
  });
});

describe('what a transaction moved', () => {
  it('is its amount, and for a void that says 0.00 what its authorization still held', () => {
    const voided = transaction({ id: id(9), kind: 'VOID', parentId: id(1), amount: bag(eur(0)) });
    const facts = paidBy(authorization, captured(4_000), voided);
    expect(facts.transactions.map((t) => movedBy(facts, t))).toEqual([
      eur(10_000),
      eur(4_000),
      eur(6_000),
    ]);
  });
});

describe('what payments can give back', () => {
  const refund = (minor: number, changes: Partial<TransactionFacts> = {}) =>
    transaction({
      id: id(9),
      kind: 'REFUND',
      parentId: id(1),
      amount: bag(eur(minor)),
      ...changes,
    });
  const sale = transaction({ id: id(1) });

  it('case 10: is what is left after earlier refunds, also those still on their way', () => {
    expect(refundable(paidBy(sale, refund(2_500)))).toEqual(eur(7_500));
    expect(refundable(paidBy(sale, refund(2_500, { status: 'PENDING' })))).toEqual(eur(7_500));
    expect(refundable(paidBy(sale, refund(2_500, { status: 'FAILURE' })))).toEqual(eur(10_000));
  });

  it('is less what was given as store credit, which has no payment of its own', () => {
    expect(refundable(paidBy(sale, refund(2_500, { parentId: null })))).toEqual(eur(7_500));
    expect(refundable(paidBy(sale, refund(12_000, { parentId: null })))).toEqual(eur(0));
  });

  it('case 22: counts money handed over by hand only once it was', () => {
    const promised = transaction({ id: id(1), status: 'PENDING', isManual: true });
    expect(refundable(paidBy(promised))).toEqual(eur(0));
    expect(pendingPayments(paidBy(promised))).toEqual([]);
    expect(refundablePayments(paidBy({ ...promised, status: 'SUCCESS' }))).toMatchObject([
      { isManual: true, left: eur(10_000) },
    ]);
  });
});

describe('case 70: cash', () => {
  const cash = transaction({ id: id(1), isManual: true, amount: bag(eur(5_000)) });
  const change = (changes: Partial<TransactionFacts> = {}) =>
    transaction({
      id: id(2),
      kind: 'CHANGE',
      parentId: id(1),
      amount: bag(eur(2_500)),
      isManual: true,
      ...changes,
    });

  it('can give back what was kept of it, and not the change', () => {
    expect(refundablePayments(paidBy(cash, change()))).toMatchObject([{ left: eur(2_500) }]);
    expect(refundable(paidBy(cash, change()))).toEqual(eur(2_500));
  });

  it('is less the change that stands below no payment', () => {
    expect(refundable(paidBy(cash, change({ parentId: null })))).toEqual(eur(2_500));
  });

  it('is whole where the change was not given', () => {
    expect(refundable(paidBy(cash, change({ status: 'FAILURE' })))).toEqual(eur(5_000));
  });
});

describe('pending payments', () => {
  const pending = transaction({ id: id(1), status: 'PENDING' });

  it('case 23: are those that a bank has not answered', () => {
    expect(pendingReceipts(paidBy(pending))).toEqual(eur(10_000));
    expect(pendingReceipts(paidBy(transaction({ status: 'AWAITING_RESPONSE' })))).toEqual(
      eur(10_000),
    );
  });

  it('case 23: bring nothing to give back when they only authorize', () => {
    const facts = paidBy({ ...pending, kind: 'AUTHORIZATION' });
    expect(pendingPayments(facts)).toHaveLength(1);
    expect(pendingReceipts(facts)).toEqual(eur(0));
  });

  it('are over once a later transaction has settled them', () => {
    expect(pendingPayments(paidBy(pending, captured(10_000)))).toEqual([]);
  });
});

describe("the provider's fees", () => {
  it('case 26: are told to the merchant, all payments together', () => {
    const facts = paidBy(
      transaction({ id: id(1), providerFee: eur(59) }),
      transaction({ id: id(2), providerFee: eur(31) }),
      transaction({ id: id(3), providerFee: eur(77), status: 'FAILURE' }),
    );
    expect(providerFeesOf(facts)).toEqual(eur(90));
  });

  it('case 26: are not guessed where the provider says nothing', () => {
    expect(providerFeesOf(order())).toBeNull();
  });
});

describe('an amount in both currencies', () => {
  const facts = order({
    presentmentCurrencyCode: 'USD',
    total: { presentment: money(10_000, 'USD'), shop: eur(9_217) },
  });

  it("case 16: is told in the shop's at the rate the order was placed at", () => {
    expect(inBothCurrencies(money(2_500, 'USD'), facts)).toEqual({
      presentment: money(2_500, 'USD'),
      shop: eur(2_304),
    });
  });

  it('case 27: is nothing in either for a free order', () => {
    const free = order({
      presentmentCurrencyCode: 'USD',
      total: { presentment: money(0, 'USD'), shop: eur(0) },
    });
    expect(inBothCurrencies(money(0, 'USD'), free).shop).toEqual(eur(0));
  });
});

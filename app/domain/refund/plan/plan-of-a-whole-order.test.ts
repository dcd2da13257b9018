import { describe, expect, it } from 'vitest';
import {
  bag,
  eur,
  lineItem,
  order,
  transaction,
} from '../../../../tests/support/facts/order-facts.ts';
import {
  WHOLE,
  id,
  lineId,
  paid,
  part,
  planned,
  refusals,
  standardShipping,
} from '../../../../tests/support/facts/refund-plans.ts';
import type { UncheckedRefund } from '../wanted-refund.ts';
import type { DutyId, GiftCardId } from '../../ids.ts';
import { money } from '../../money.ts';

describe('the money of a whole cancelled order', () => {
  it('case 1: is released, not refunded, while it is only authorized', () => {
    const authorized = order({
      transactions: [transaction({ kind: 'AUTHORIZATION' })],
      outstanding: eur(10_000),
    });
    expect(planned(authorized)).toMatchObject({
      worth: eur(10_000),
      notPaid: eur(10_000),
      amount: eur(0),
      shares: [],
      releases: [{ amount: eur(10_000) }],
      execution: 'cancel_only',
    });
  });

  it('case 2: is refunded as far as it was captured, and the rest is released', () => {
    const partly = order({
      transactions: [
        transaction({ id: id(1), kind: 'AUTHORIZATION' }),
        transaction({ id: id(2), kind: 'CAPTURE', parentId: id(1), amount: bag(eur(4_000)) }),
      ],
      outstanding: eur(6_000),
    });
    expect(planned(partly)).toMatchObject({
      amount: eur(4_000),
      shares: [{ parentId: id(2), amount: eur(4_000) }],
      releases: [{ transactionId: id(1), amount: eur(6_000) }],
    });
  });

  it('case 3: counts an expired authorization neither as paid nor as held', () => {
    const expired = order({
      financialStatus: 'EXPIRED',
      transactions: [transaction({ kind: 'AUTHORIZATION' })],
      outstanding: eur(10_000),
    });
    expect(planned(expired)).toMatchObject({ amount: eur(0), releases: [] });
  });

  it('case 10: is what is left after an earlier refund', () => {
    const refunded = order({
      lines: [lineItem({ quantity: 4, currentQuantity: 3 })],
      currentTotal: bag(eur(7_500)),
      transactions: [
        transaction({ id: id(1) }),
        transaction({ id: id(2), kind: 'REFUND', parentId: id(1), amount: bag(eur(2_500)) }),
      ],
    });
    expect(planned(refunded)).toMatchObject({
      worth: eur(7_500),
      amount: eur(7_500),
      maximum: eur(7_500),
      refundsBefore: [id(2)],
    });
  });

  it('case 10: leaves what an earlier cancellation kept as its fee where it is', () => {
    const keptFee = order({
      lines: [lineItem({ quantity: 2, currentQuantity: 1 })],
      currentTotal: bag(eur(5_500)),
      transactions: [
        transaction({ id: id(1) }),
        transaction({ id: id(2), kind: 'REFUND', parentId: id(1), amount: bag(eur(4_500)) }),
      ],
    });
    expect(planned(keptFee)).toMatchObject({
      amount: eur(5_000),
      maximum: eur(5_500),
      execution: 'after_cancel',
    });
  });

  it('case 12: goes back to each payment, gift card and card, in the order they were used', () => {
    const mixed = order({
      transactions: [
        transaction({ id: id(1), gateway: 'gift_card', amount: bag(eur(3_000)) }),
        transaction({ id: id(2), amount: bag(eur(7_000)) }),
      ],
    });
    expect(planned(mixed).shares).toMatchObject([
      { parentId: id(1), gateway: 'gift_card', amount: eur(3_000) },
      { parentId: id(2), amount: eur(7_000) },
    ]);
    const choice = { kind: 'amount', amount: eur(4_000) } as const;
    expect(planned(mixed, { ...WHOLE, choice })).toMatchObject({
      withheld: eur(6_000),
      shares: [{ amount: eur(3_000) }, { amount: eur(1_000) }],
      execution: 'after_cancel',
    });
  });

  it('case 13: waits for the gift cards that it sold to become useless', () => {
    const sold = order({
      lines: [lineItem({ isGiftCard: true })],
      soldGiftCards: [
        {
          id: 'gid://shopify/GiftCard/1' as GiftCardId,
          lineItemId: lineId(1),
          initialValue: eur(10_000),
          balance: eur(10_000),
          isEnabled: true,
        },
      ],
    });
    expect(planned(sold)).toMatchObject({ amount: eur(10_000), execution: 'after_cancel' });
    expect(planned(order()).execution).toBe('with_cancel');
  });

  it('case 15: takes shipping, tip, duties and additional fees along', () => {
    const duty = { id: 'gid://shopify/Duty/1' as DutyId, amount: eur(300), tax: eur(57) };
    const facts = paid([{ duties: [duty] }], {
      shipping: [standardShipping],
      tip: eur(200),
      additionalFees: eur(150),
    });
    expect(planned(facts)).toMatchObject({
      shipping: { amount: eur(490) },
      tip: eur(200),
      additionalFees: eur(150),
      amount: eur(10_000 + 300 + 57 + 490 + 200 + 150),
      execution: 'with_cancel',
    });
  });

  it('case 15: takes along the duties of units that an edit took before', () => {
    const duty = { id: 'gid://shopify/Duty/1' as DutyId, amount: eur(300), tax: eur(0) };
    const facts = paid([{ duties: [duty], currentQuantity: 0 }, {}], { outstanding: eur(-10_000) });
    expect(planned(facts)).toMatchObject({
      lines: [
        { quantity: 0, duties: [{ amount: eur(300) }] },
        { quantity: 1, duties: [] },
      ],
      amount: eur(20_300),
    });
  });

  it('case 16: is reckoned in the currency that the customer paid in', () => {
    const dollars = order({
      presentmentCurrencyCode: 'USD',
      total: { presentment: money(10_000, 'USD'), shop: eur(9_217) },
      outstanding: money(0, 'USD'),
      transactions: [
        transaction({ amount: { presentment: money(10_000, 'USD'), shop: eur(9_217) } }),
      ],
    });
    expect(planned(dollars)).toMatchObject({
      amount: money(10_000, 'USD'),
      amountInBoth: { shop: eur(9_217) },
    });
  });

  it('case 70: gives back what was kept of cash, and not the change', () => {
    const facts = paid([{ total: eur(2_500) }], {
      transactions: [
        transaction({ id: id(1), isManual: true, amount: bag(eur(5_000)) }),
        transaction({ id: id(2), kind: 'CHANGE', parentId: id(1), amount: bag(eur(2_500)) }),
      ],
    });
    expect(planned(facts)).toMatchObject({
      amount: eur(2_500),
      maximum: eur(2_500),
      notPaid: eur(0),
      shares: [{ parentId: id(1), amount: eur(2_500), isManual: true }],
      refundsBefore: [],
      execution: 'with_cancel',
    });
  });

  it.each([
    [-2, 1_000],
    [3, 1_005],
  ])('case 70: gives cash that was rounded by %i back as it was paid', (rounding, was) => {
    const facts = paid([{ total: eur(1_002) }], {
      cashRounding: eur(rounding),
      transactions: [transaction({ id: id(1), isManual: true, amount: bag(eur(was)) })],
    });
    expect(planned(facts)).toMatchObject({
      amount: eur(was),
      maximum: eur(was),
      notPaid: eur(-rounding),
      execution: 'with_cancel',
    });
  });

  it('case 70: leaves what cash rounding did to the rest when a part goes', () => {
    const facts = paid([{ quantity: 2, total: eur(1_002) }], {
      cashRounding: eur(3),
      transactions: [transaction({ id: id(1), isManual: true, amount: bag(eur(1_005)) })],
    });
    expect(planned(facts, part(1))).toMatchObject({ amount: eur(501), notPaid: eur(0) });
  });

  it('case 21: leaves exactly nothing, with taxes on goods and shipping inside or on top', () => {
    const taxes = [eur(63), eur(13)];
    for (const taxesIncluded of [true, false]) {
      const shipping = [{ title: 'Standard', price: eur(490), taxes: [eur(31), eur(6)] }];
      const facts = paid([{ quantity: 3, total: eur(1_000), taxes }], { taxesIncluded, shipping });
      const plan = planned(facts);
      expect(plan.amount).toEqual(facts.total.presentment);
      expect(plan).toMatchObject({ notPaid: eur(0), maximum: plan.amount });
    }
  });

  it('case 22: names a payment that a person took and has to give back', () => {
    const cash = order({ transactions: [transaction({ isManual: true })] });
    expect(planned(cash).shares).toMatchObject([{ isManual: true, amount: eur(10_000) }]);
    const promised = order({
      transactions: [transaction({ isManual: true, status: 'PENDING' })],
      outstanding: eur(10_000),
    });
    expect(planned(promised)).toMatchObject({ amount: eur(0), execution: 'cancel_only' });
  });

  it('case 23: promises back what a bank has still to confirm, and what is there already', () => {
    const pending = order({
      transactions: [
        transaction({ id: id(1), gateway: 'gift_card', amount: bag(eur(3_000)) }),
        transaction({ id: id(2), status: 'PENDING', amount: bag(eur(7_000)) }),
      ],
      outstanding: eur(7_000),
    });
    expect(planned(pending)).toMatchObject({ amount: eur(3_000), pendingPayment: eur(7_000) });
  });

  it.each<[string, UncheckedRefund]>([
    ['a part of the order', part(1)],
    ['nothing back', { ...WHOLE, choice: { kind: 'nothing' } }],
    ['an amount', { ...WHOLE, choice: { kind: 'amount', amount: eur(1) } }],
  ])('case 23: is not decided with %s while a bank has not answered', (_what, wanted) => {
    const pending = paid([{ quantity: 2 }], {
      transactions: [
        transaction({ id: id(1), amount: bag(eur(3_000)) }),
        transaction({ id: id(2), status: 'PENDING', amount: bag(eur(7_000)) }),
      ],
      outstanding: eur(7_000),
    });
    expect(refusals(pending, wanted)).toEqual(['payment_pending']);
  });

  it.each(['NEEDS_RESPONSE', 'UNDER_REVIEW'] as const)(
    'case 25: stays while a chargeback is %s, or it would go back twice',
    (status) => {
      const disputed = order({ disputes: [{ initiatedAs: 'CHARGEBACK', status }] });
      expect(refusals(disputed)).toEqual(['dispute_open']);
      expect(planned(disputed, { ...WHOLE, choice: { kind: 'nothing' } })).toMatchObject({
        amount: eur(0),
        execution: 'cancel_only',
      });
    },
  );

  it('case 25: goes back once the chargeback was won', () => {
    const won = order({ disputes: [{ initiatedAs: 'CHARGEBACK', status: 'WON' }] });
    expect(planned(won).amount).toEqual(eur(10_000));
  });

  it("case 26: is not lessened by the payment provider's fee", () => {
    const facts = order({ transactions: [transaction({ providerFee: eur(320) })] });
    expect(planned(facts)).toMatchObject({ amount: eur(10_000), fee: eur(0) });
  });

  it('case 27: is nothing for a free order, and nothing is refunded', () => {
    const free = paid([{ total: eur(0) }], { tip: eur(0) });
    expect(planned(free)).toMatchObject({
      worth: eur(0),
      amount: eur(0),
      shares: [],
      execution: 'cancel_only',
    });
  });

  it('case 28: is what was paid of the order as it stands, owed by either side', () => {
    const edited = { lines: [lineItem({ quantity: 2, currentQuantity: 1 })] };
    const owed = order({ ...edited, currentTotal: bag(eur(5_000)), outstanding: eur(-5_000) });
    expect(planned(owed)).toMatchObject({
      worth: eur(5_000),
      notPaid: eur(-5_000),
      amount: eur(10_000),
    });
    const owing = order({ lines: [lineItem({ total: eur(12_000) })], outstanding: eur(2_000) });
    expect(planned(owing)).toMatchObject({ worth: eur(12_000), amount: eur(10_000) });
  });
});

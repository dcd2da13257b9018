import { describe, expect, it } from 'vitest';

import { bag, eur, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import {
  WHOLE,
  id,
  lineId,
  paid,
  part,
  planned,
  refusals,
  standardShipping,
  withTerms,
} from '../../../../tests/support/facts/refund-plans.ts';
import type { DutyId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';
import type { RefundTerms } from '../terms.ts';

const duty = { id: 'gid://shopify/Duty/1' as DutyId, amount: eur(300), tax: eur(57) };
const SHARED = { shipping: 'proportional', tip: 'proportional', duties: 'proportional' } as const;
const RECALCULATE: RefundTerms['thresholds'] = {
  behaviour: 'recalculate',
  freeShipping: { minimum: { EUR: '150.00' }, price: { EUR: '4.90' } },
  discounts: [],
};

describe('how the goods leave and the money goes back', () => {
  it('case 13: need not wait for gift cards that left the order before', () => {
    const sold = paid([{ isGiftCard: true, currentQuantity: 0 }, {}], {
      transactions: [transaction()],
    });
    expect(planned(sold)).toMatchObject({ amount: eur(10_000), execution: 'with_cancel' });
  });

  it('case 12: touches no payment that the amount has no need of', () => {
    const two = order({
      transactions: [
        transaction({ id: id(1), amount: bag(eur(3_000)) }),
        transaction({ id: id(2), amount: bag(eur(7_000)) }),
      ],
    });
    const choice = { kind: 'amount', amount: eur(3_000) } as const;
    expect(planned(two, { ...WHOLE, choice }).shares).toMatchObject([
      { parentId: id(1), amount: eur(3_000) },
    ]);
    expect(planned(two, { ...WHOLE, choice: { kind: 'nothing' } }).shares).toEqual([]);
  });

  it('case 10: concerns no line of which nothing is left', () => {
    const facts = paid([{ quantity: 2, currentQuantity: 0 }, {}], {
      transactions: [transaction()],
      currentTotal: bag(eur(10_000)),
    });
    expect(planned(facts).lines.map(({ lineItemId }) => lineItemId)).toEqual([lineId(2)]);
  });

  it('case 68: is not told of more than 250 duties at once', () => {
    const twice = { duties: [duty, { ...duty, id: 'gid://shopify/Duty/2' as DutyId }] };
    const lines = (count: number) => Array.from({ length: count }, () => twice);
    const all = (count: number) => part(...lines(count).map(() => 1));
    expect(refusals(paid(lines(125)), all(125))).toEqual([]);
    expect(refusals(paid(lines(126)), all(126))).toEqual(['too_many_lines']);
  });

  it('case 44: needs no edit, and nobody to allow one, where all is paid', () => {
    expect(planned(paid([{ quantity: 2 }], { isEditable: false }), part(1)).execution).toBe(
      'with_lines',
    );
    expect(refusals(paid([{}], { isEditable: false }))).toEqual([]);
  });
});

describe('a part of an order that is not all paid', () => {
  const unpaid: OrderFacts = paid([{ quantity: 2, total: eur(20_000), duties: [duty] }], {
    shipping: [{ ...standardShipping, price: eur(0) }],
    tip: eur(200),
    outstanding: eur(1_000),
    transactions: [transaction({ amount: bag(eur(19_557)) })],
  });

  it('case 15: leaves by an edit, which takes neither duties nor shipping nor tip along', () => {
    const shipped = { ...unpaid, shipping: [standardShipping] };
    expect(planned(shipped, withTerms(part(1), { partial: SHARED }))).toMatchObject({
      execution: 'edit_lines',
      lines: [{ goods: eur(10_000), duties: [] }],
      shipping: { amount: eur(0), tax: eur(0) },
      tip: eur(0),
      additionalFees: eur(0),
      worth: eur(10_000),
    });
  });

  it('case 19: costs no deal: what was paid too much for the rest is owed to the customer', () => {
    expect(planned(unpaid, withTerms(part(1), { thresholds: RECALCULATE }))).toMatchObject({
      lostDeals: [],
      amount: eur(9_000),
    });
    const allPaid = { ...unpaid, outstanding: eur(0) };
    expect(planned(allPaid, withTerms(part(1), { thresholds: RECALCULATE }))).toMatchObject({
      lostDeals: [{ kind: 'free_shipping', amount: eur(490) }],
    });
  });

  it('case 28: is not given what the shop owes anyway: that is settled with the whole order', () => {
    const owed = paid([{ quantity: 2 }], {
      outstanding: eur(-500),
      transactions: [transaction({ amount: bag(eur(10_500)) })],
    });
    expect(planned(owed, part(1)).amount).toEqual(eur(5_000));
    expect(planned(owed).amount).toEqual(eur(10_500));
  });
});

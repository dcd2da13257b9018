import { describe, expect, it } from 'vitest';
import {
  bag,
  eur,
  fulfillmentOrder,
  transaction,
} from '../../../../tests/support/facts/order-facts.ts';
import {
  lineId,
  lines,
  paid,
  part,
  planned,
  refusals,
  standardShipping,
  withTerms,
} from '../../../../tests/support/facts/refund-plans.ts';
import { checkAndPlan } from './plan.ts';
import type { LocationId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';

describe('the money of a part of an order', () => {
  const three = (changes: Partial<OrderFacts> = {}) =>
    paid([{ quantity: 3, total: eur(9_000) }, { total: eur(1_000) }], changes);

  it('is what the units cost, refunded with them', () => {
    expect(planned(three(), part(1))).toMatchObject({
      lines: [{ quantity: 1, remaining: 2, goods: eur(3_000) }],
      amount: eur(3_000),
      maximum: eur(3_000),
      execution: 'with_lines',
    });
  });

  it('case 65: stays a part when nothing else is left of the order', () => {
    expect(planned(three(), part(3, 1))).toMatchObject({
      selection: lines(3, 1),
      amount: eur(10_000),
      execution: 'with_lines',
    });
  });

  it('case 15: leaves shipping and tip where the policy keeps them', () => {
    const facts = three({ shipping: [standardShipping], tip: eur(200) });
    expect(planned(facts, part(1))).toMatchObject({
      shipping: { amount: eur(0) },
      tip: eur(0),
      amount: eur(3_000),
    });
  });

  it('case 15: takes its part of shipping and tip where the policy shares them', () => {
    const facts = three({ shipping: [standardShipping], tip: eur(200) });
    const shared = { shipping: 'proportional', tip: 'proportional', duties: 'keep' } as const;
    expect(planned(facts, withTerms(part(1), { partial: shared }))).toMatchObject({
      shipping: { amount: eur(147) },
      tip: eur(60),
      amount: eur(3_000 + 147 + 60),
    });
  });

  it('case 15: takes all of the shipping once nothing is left to be shipped', () => {
    const facts = paid([{}, { requiresShipping: false, total: eur(500) }], {
      shipping: [standardShipping],
    });
    expect(planned(facts, part(1)).shipping.amount).toEqual(eur(490));
    expect(planned(facts, part(0, 1)).shipping.amount).toEqual(eur(0));
  });

  it('case 18: leaves the price of what stays as it is', () => {
    const discount = (amount: number) => [
      { index: 0, title: 'TEN', amount: eur(amount), targetSelection: 'ALL' as const },
    ];
    const facts = paid([
      { total: eur(9_000), discounts: discount(1_000) },
      { total: eur(4_500), discounts: discount(500) },
    ]);
    expect(planned(facts, part(1))).toMatchObject({ amount: eur(9_000), lostDeals: [] });
  });

  it.each([
    ['only authorized', 'AUTHORIZATION', 10_000, 3_000, 0],
    ['half unpaid', 'SALE', 1_000, 1_000, 2_000],
  ] as const)('leaves by an edit while the order is %s', (_how, kind, owes, notPaid, amount) => {
    const facts = three({
      outstanding: eur(owes),
      transactions: [transaction({ kind, amount: bag(eur(kind === 'SALE' ? 9_000 : 10_000)) })],
    });
    expect(planned(facts, part(1))).toMatchObject({
      notPaid: eur(notPaid),
      amount: eur(amount),
      execution: 'edit_lines',
    });
  });

  it('pays no fee of money that the platform itself owes after an edit', () => {
    const facts = three({
      outstanding: eur(1_000),
      transactions: [transaction({ amount: bag(eur(9_000)) })],
    });
    const fee = { kind: 'percent', percent: 10, touches: 'goods' } as const;
    expect(planned(facts, withTerms(part(1), { fee }))).toMatchObject({
      fee: eur(0),
      amount: eur(2_000),
    });
  });

  it('case 44: is refused where nobody may edit and something is unpaid', () => {
    const facts = three({ outstanding: eur(10_000), isEditable: false, transactions: [] });
    expect(refusals(facts, part(1))).toEqual(['not_editable']);
  });

  describe('case 68: of more than the platform takes at once', () => {
    const many = (count: number, changes: Partial<OrderFacts> = {}) =>
      paid(
        Array.from({ length: count + 1 }, () => ({})),
        changes,
      );
    const first = (count: number) => part(...Array.from({ length: count }, () => 1));

    it('is refused from 251 lines on, refunded or taken off by an edit, unless the whole order goes', () => {
      expect(refusals(many(250), first(250))).toEqual([]);
      expect(refusals(many(251), first(251))).toEqual(['too_many_lines']);
      const unpaid = { outstanding: eur(252_000), transactions: [] };
      expect(refusals(many(251, unpaid), first(251))).toEqual(['too_many_lines']);
      expect(refusals(many(400), { ...first(1), selection: { kind: 'order' } })).toEqual([]);
    });

    it('counts a line once for each location that its units go back to', () => {
      const facts = paid(Array.from({ length: 127 }, () => ({ quantity: 2 })));
      const at = (name: string) =>
        fulfillmentOrder({
          locationId: `gid://shopify/Location/${name}` as LocationId,
          lines: facts.lines.map(({ id }) => ({ lineItemId: id, remainingQuantity: 1 })),
        });
      const split = { ...facts, fulfillmentOrders: [at('1'), at('2')] };
      const both = (count: number) => part(...Array.from({ length: count }, () => 2));
      expect(refusals(split, both(125))).toEqual([]);
      expect(refusals(split, both(126))).toEqual(['too_many_lines']);
    });
  });

  it('case 20: asks about a free item that would stay without what it came for', () => {
    const free = {
      total: eur(0),
      discounts: [
        { index: 0, title: 'GIFT', amount: eur(900), targetSelection: 'ENTITLED' as const },
      ],
    };
    const facts = paid([{}, free, { total: eur(800) }]);
    expect(checkAndPlan(facts, part(1))).toEqual({
      ok: false,
      error: [{ code: 'free_item_left', lineItemIds: [lineId(2)] }],
    });
    expect(planned(facts, part(1, 1)).lines).toHaveLength(2);
    expect(planned(facts, { ...part(1), keepFreeItems: true }).lines).toHaveLength(1);
    expect(planned(facts, part(0, 1)).amount).toEqual(eur(0));
  });

  it('case 20: asks about the free units that are left when everything paid for goes', () => {
    const discounts = [
      { index: 0, title: 'GIFT', amount: eur(900), targetSelection: 'ENTITLED' as const },
    ];
    const facts = paid([{ quantity: 2 }, { quantity: 2, total: eur(0), discounts }]);
    expect(refusals(facts, part(2, 1))).toEqual(['free_item_left']);
    expect(planned(facts, part(1, 1)).lines).toHaveLength(2);
  });

  it('case 41: takes the components of a bundle in one proportion, or none of them', () => {
    const group = { id: 'gid://shopify/LineItemGroup/1', title: 'Breakfast set' };
    const facts = paid([{ quantity: 4, group }, { quantity: 2, group }, {}]);
    expect(refusals(facts, part(1))).toEqual(['bundle_cancels_together']);
    expect(refusals(facts, part(1, 1))).toEqual(['bundle_cancels_together']);
    expect(planned(facts, part(2, 1)).lines).toHaveLength(2);
  });

  it('refuses units that are not there', () => {
    expect(refusals(three(), part(4))).toEqual(['too_many_units']);
    expect(refusals(three(), part())).toEqual(['nothing_selected']);
  });
});

import { describe, expect, it } from 'vitest';
import {
  bag,
  eur,
  lineItem,
  order,
  transaction,
} from '../../../../tests/support/facts/order-facts.ts';
import type { LineItemId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { checkAndPlan } from '../plan/plan.ts';
import type { RefundPlan } from '../plan/refund-plan.ts';
import { normalised } from './selection.ts';
import { type RefundTerms, staffTerms } from '../terms.ts';

const lineId = (number: number) => `gid://shopify/LineItem/${number}` as LineItemId;

const RECALCULATE: RefundTerms['thresholds'] = {
  behaviour: 'recalculate',
  freeShipping: { minimum: { EUR: '50.00' }, price: { EUR: '4.90' } },
  discounts: [{ title: 'ten', minimum: { EUR: '60.00' } }],
};

/** Three lines of 30.00, each with 3.00 off by the code TEN; shipped free. */
const facts: OrderFacts = order({
  total: bag(eur(8_100)),
  transactions: [transaction({ amount: bag(eur(8_100)) })],
  shipping: [{ title: 'Standard', price: eur(0), taxes: [] }],
  lines: [1, 2, 3].map((number) =>
    lineItem({
      id: lineId(number),
      total: eur(2_700),
      discounts: [{ index: 0, title: 'TEN', amount: eur(300), targetSelection: 'ALL' }],
    }),
  ),
});

function plan(
  of: OrderFacts,
  numbers: readonly number[],
  thresholds: RefundTerms['thresholds'] = RECALCULATE,
): RefundPlan {
  const lines = numbers.map((number) => ({ lineItemId: lineId(number), quantity: 1 }));
  const selection = normalised({ kind: 'lines', lines }, of);
  if (!selection.ok) throw new Error('Nothing of it was sent');
  const planned = checkAndPlan(of, {
    selection: selection.value,
    terms: { ...staffTerms('original', true), thresholds },
    choice: { kind: 'everything' },
  });
  if (!planned.ok) throw new Error(planned.error.map(({ code }) => code).join(', '));
  return planned.value;
}

describe('a deal whose minimum the rest no longer reaches', () => {
  it('case 19: is kept by default', () => {
    const kept = plan(facts, [1, 2], { behaviour: 'keep_the_deal' });
    expect(kept).toMatchObject({ lostDeals: [], amount: eur(5_400) });
  });

  it('case 19: is taken from the refund where the policy says so, each by name', () => {
    expect(plan(facts, [1, 2])).toMatchObject({
      lostDeals: [
        { kind: 'free_shipping', amount: eur(490) },
        { kind: 'discount', title: 'ten', amount: eur(300) },
      ],
      amount: eur(5_400 - 490 - 300),
    });
  });

  it('case 19: is not lost while the rest reaches it: a discount does not undo itself', () => {
    // 54.00 is left of 60.00: the minimum of the discount is reached without the discount.
    expect(plan(facts, [1])).toMatchObject({ lostDeals: [], amount: eur(2_700) });
  });

  it('case 19: costs no more than comes back', () => {
    const cheap = {
      ...facts,
      lines: facts.lines.map((line, i) => (i < 2 ? { ...line, total: eur(200) } : line)),
    };
    const least: RefundTerms['thresholds'] = {
      ...RECALCULATE,
      freeShipping: { minimum: { EUR: '30.00' }, price: { EUR: '4.90' } },
    };
    expect(plan(cheap, [1, 2], least)).toMatchObject({
      lostDeals: [{ kind: 'free_shipping', amount: eur(400) }],
      amount: eur(0),
    });
  });

  it('case 19: is taken back once, and what it was taken back for returns with its units', () => {
    const [first, second, third] = facts.lines;
    if (!first || !second || !third) throw new Error('three lines expected');
    const gone = { currentQuantity: 0, unfulfilledQuantity: 0 };
    // The first two are gone, for 54.00 less the two deals.
    const later = {
      ...facts,
      currentTotal: bag(eur(2_700 + 790)),
      lines: [{ ...first, ...gone }, { ...second, ...gone }, third],
      transactions: [
        ...facts.transactions,
        transaction({
          id: 'gid://shopify/OrderTransaction/2' as never,
          kind: 'REFUND',
          parentId: facts.transactions[0]?.id ?? null,
          amount: bag(eur(5_400 - 790)),
        }),
      ],
    };
    expect(plan(later, [3])).toMatchObject({
      selection: { kind: 'order' },
      lostDeals: [],
      worth: eur(2_700),
      notPaid: eur(-790),
      amount: eur(2_700 + 790),
    });
  });

  it('case 19: is not asked for shipping when nothing is left to be shipped', () => {
    const rest = facts.lines.map((line, i) =>
      i === 2 ? { ...line, requiresShipping: false } : line,
    );
    expect(plan({ ...facts, lines: rest }, [1, 2]).lostDeals).toEqual([
      { kind: 'discount', title: 'ten', amount: eur(300) },
    ]);
  });

  it('case 19: is not lost where the rest is worth the minimum exactly', () => {
    const least = (minimum: string): RefundTerms['thresholds'] => ({
      ...RECALCULATE,
      freeShipping: { minimum: { EUR: minimum }, price: { EUR: '4.90' } },
      discounts: [],
    });
    expect(plan(facts, [1, 2], least('27.00')).lostDeals).toEqual([]);
    expect(plan(facts, [1, 2], least('27.01')).lostDeals).toHaveLength(1);
  });

  it.each([
    ['was not shipped at all', []],
    ['was paid for', [490]],
    ['was paid for in part', [0, 490]],
  ])('case 19: free shipping is no deal where it %s', (_how, prices) => {
    const shipping = prices.map((price) => ({ title: 'Standard', price: eur(price), taxes: [] }));
    expect(plan({ ...facts, shipping }, [1, 2]).lostDeals).toMatchObject([{ kind: 'discount' }]);
  });

  it('case 19: each is known by its name alone, whatever its case', () => {
    const [first, second, third] = facts.lines;
    if (!first || !second || !third) throw new Error('three lines expected');
    const named = (title: string, minor: number) => ({
      index: 0,
      title,
      amount: eur(minor),
      targetSelection: 'ALL' as const,
    });
    const two = {
      ...facts,
      lines: [first, second, { ...third, discounts: [named(' Ten', 300), named('OTHER', 200)] }],
    };
    const byNames: RefundTerms['thresholds'] = {
      behaviour: 'recalculate',
      freeShipping: null,
      discounts: [{ title: 'ten ', minimum: { EUR: '60.00' } }],
    };
    expect(plan(two, [1, 2], byNames).lostDeals).toEqual([
      { kind: 'discount', title: 'ten ', amount: eur(300) },
    ]);
  });

  it('case 19: is not named where nothing is left to take it from', () => {
    const cheap = {
      ...facts,
      lines: facts.lines.map((line, i) => (i < 2 ? { ...line, total: eur(200) } : line)),
    };
    const both: RefundTerms['thresholds'] = {
      behaviour: 'recalculate',
      freeShipping: { minimum: { EUR: '30.00' }, price: { EUR: '4.90' } },
      discounts: [{ title: 'TEN', minimum: { EUR: '35.00' } }],
    };
    expect(plan(cheap, [1, 2], both).lostDeals).toEqual([
      { kind: 'free_shipping', amount: eur(400) },
    ]);
  });

  it('case 19: returns nothing where nothing was kept for it', () => {
    const [first, second, third] = facts.lines;
    if (!first || !second || !third) throw new Error('three lines expected');
    const gone = { currentQuantity: 0, unfulfilledQuantity: 0 };
    // Somebody else gave the first two back whole. What stands is the third, and the tip.
    const tipped = {
      ...facts,
      tip: eur(1_000),
      currentTotal: bag(eur(3_700)),
      lines: [{ ...first, ...gone }, { ...second, ...gone }, third],
    };
    const lines = [{ lineItemId: lineId(3), quantity: 1 }];
    const planned = checkAndPlan(tipped, {
      selection: { kind: 'lines', lines },
      terms: { ...staffTerms('original', true), thresholds: RECALCULATE },
      choice: { kind: 'everything' },
    });
    expect(planned).toMatchObject({ value: { regainedDeals: [], amount: eur(2_700) } });
  });

  it('case 19: is none where its price is not known in the currency of the order', () => {
    const elsewhere: RefundTerms['thresholds'] = {
      behaviour: 'recalculate',
      freeShipping: { minimum: { EUR: '50.00' }, price: { USD: '4.90' } },
      discounts: [],
    };
    expect(plan(facts, [1, 2], elsewhere).lostDeals).toEqual([]);
  });

  it('case 19: is not converted: a currency without a minimum has none', () => {
    const dollars: RefundTerms['thresholds'] = {
      behaviour: 'recalculate',
      freeShipping: { minimum: { USD: '50.00' }, price: { USD: '4.90' } },
      discounts: [{ title: 'TEN', minimum: { USD: '60.00' } }],
    };
    expect(plan(facts, [1, 2], dollars).lostDeals).toEqual([]);
  });
});

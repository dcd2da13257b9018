import { describe, expect, it } from 'vitest';

import { eur } from '../../../../tests/support/facts/order-facts.ts';
import { paid, planned } from '../../../../tests/support/facts/refund-plans.ts';
import { cancelledBefore, keptFor, nothingBefore } from './cancelled-before.ts';
import type { LostDeal, RefundPlan } from '../plan/refund-plan.ts';

const shipping = (minor: number): LostDeal => ({ kind: 'free_shipping', amount: eur(minor) });
const discount = (title: string, minor: number): LostDeal => ({
  kind: 'discount',
  title,
  amount: eur(minor),
});
const plan = (changes: Partial<RefundPlan>): RefundPlan => ({ ...planned(paid([{}])), ...changes });
const dealsAfter = (...plans: readonly Partial<RefundPlan>[]) =>
  cancelledBefore(plans.map(plan), 'EUR').deals;

describe('what earlier cancellations of an order gave and took', () => {
  it('is nothing before the first one', () => {
    expect(cancelledBefore([], 'EUR')).toEqual({ tip: eur(0), deals: [] });
    expect(nothingBefore('EUR')).toEqual({ tip: eur(0), deals: [] });
  });

  it('case 15: adds up the tips they gave back', () => {
    const plans = [plan({ tip: eur(300) }), plan({ tip: eur(200) })];
    expect(cancelledBefore(plans, 'EUR').tip).toEqual(eur(500));
  });

  it('case 19: adds up what they took for one deal, whatever the case of its name', () => {
    expect(
      dealsAfter(
        { lostDeals: [discount('TEN', 100), shipping(490)] },
        { lostDeals: [discount(' ten ', 50), discount('SIXTY', 600), shipping(10)] },
      ),
    ).toEqual([discount(' ten ', 150), shipping(500), discount('SIXTY', 600)]);
  });

  it('case 19: takes off what was returned of a deal, and never below nothing', () => {
    const taken = { lostDeals: [discount('TEN', 100), discount('SIXTY', 600)] };
    expect(dealsAfter(taken, { regainedDeals: [discount('ten', 40)] })).toEqual([
      discount('TEN', 60),
      discount('SIXTY', 600),
    ]);
    expect(dealsAfter(taken, { regainedDeals: [discount('ten', 140)] })).toEqual([
      discount('TEN', 0),
      discount('SIXTY', 600),
    ]);
  });

  it('case 19: knows nothing of a deal that was returned and never taken', () => {
    expect(dealsAfter({ regainedDeals: [shipping(490)] })).toEqual([]);
  });
});

describe('what is still kept for a deal', () => {
  const before = {
    tip: eur(0),
    deals: [shipping(490), discount('TEN', 100), discount('SIXTY', 600)],
  };

  it.each([
    ['free shipping', { kind: 'free_shipping' }, 490],
    ['a discount', { kind: 'discount', title: 'TEN' }, 100],
    ['a discount in another case', { kind: 'discount', title: ' sixty' }, 600],
    ['a deal that nothing was taken for', { kind: 'discount', title: 'OTHER' }, 0],
  ] as const)('case 19: is told by its name: %s', (_which, deal, kept) => {
    expect(keptFor(before, deal)).toEqual(eur(kept));
  });
});

import { type Money, add, larger, subtract, sum, zero } from '../../money.ts';
import { folded } from '../../text/text.ts';
import type { CancelledBefore, LostDeal, RefundPlan } from '../plan/refund-plan.ts';

/** Nothing of the order was cancelled before by this app. */
export const nothingBefore = (currencyCode: string): CancelledBefore => ({
  tip: zero(currencyCode),
  deals: [],
});

/**
 * What the plans of an order's earlier cancellations, all of them carried out, gave and took.
 *
 * @param plans in any order; their amounts are in `currencyCode`
 */
export function cancelledBefore(
  plans: readonly RefundPlan[],
  currencyCode: string,
): CancelledBefore {
  const taken = plans.flatMap(({ lostDeals }) => lostDeals);
  const returned = plans.flatMap(({ regainedDeals }) => regainedDeals);
  const deals = new Map<string, LostDeal>();
  for (const deal of taken) {
    const before = deals.get(nameOf(deal));
    deals.set(nameOf(deal), before ? { ...deal, amount: add(before.amount, deal.amount) } : deal);
  }
  for (const { amount, ...deal } of returned) {
    const before = deals.get(nameOf(deal));
    if (!before) continue;
    const left = larger(subtract(before.amount, amount), zero(currencyCode));
    deals.set(nameOf(deal), { ...before, amount: left });
  }
  return {
    tip: sum(
      plans.map((plan) => plan.tip),
      currencyCode,
    ),
    deals: [...deals.values()],
  };
}

/** What is still kept for a deal. */
export function keptFor(before: CancelledBefore, deal: DealName): Money {
  const known = before.deals.find((taken) => nameOf(taken) === nameOf(deal));
  return known?.amount ?? zero(before.tip.currencyCode);
}

type DealName =
  | { readonly kind: 'free_shipping' }
  | { readonly kind: 'discount'; readonly title: string };

const nameOf = (deal: DealName): string =>
  deal.kind === 'free_shipping' ? deal.kind : `${deal.kind} ${folded(deal.title)}`;

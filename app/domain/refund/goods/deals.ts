import {
  type Money,
  compare,
  isPositive,
  piece,
  smaller,
  subtract,
  sum,
  zero,
} from '../../money.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import { folded } from '../../text/text.ts';
import { keptFor } from '../shares/cancelled-before.ts';
import { amountIn } from '../shares/fee.ts';
import type { CancelledBefore, LostDeal } from '../plan/refund-plan.ts';
import { type SelectedLine, unitsTaken } from './selection.ts';
import type { RefundTerms } from '../terms.ts';

/*
 * Deals with a minimum: free shipping and discounts. Goods' worth is what they cost before the deal that is
 * looked at, so that a discount does not undo itself.
 */

/**
 * What deals gave that the rest of an order no longer earns: nothing where the policy keeps them, and nothing of a
 * whole order, of which nothing stays that a deal could have been given to.
 */
export function dealsLost(
  order: OrderFacts,
  taken: readonly SelectedLine[],
  thresholds: RefundTerms['thresholds'],
): readonly LostDeal[] {
  const rest = (line: LineItemFacts): number => line.currentQuantity - unitsTaken(line, taken);
  return dealsOf(order, thresholds).flatMap((deal) =>
    deal.isEarned((line) => line.currentQuantity) && !deal.isEarned(rest)
      ? (deal.givenTo(rest) ?? [])
      : [],
  );
}

/**
 * What was taken back of deals when an earlier cancellation lost them, for the units that go now: nothing is
 * left that should pay for them. Never more of a deal than is still kept for it.
 *
 * @param before null where nobody knows what earlier cancellations took
 */
export function dealsRegained(
  order: OrderFacts,
  taken: readonly SelectedLine[],
  thresholds: RefundTerms['thresholds'],
  before: CancelledBefore | null,
): readonly LostDeal[] {
  const isAnythingGone = order.lines.some((line) => line.currentQuantity < line.quantity);
  if (!isAnythingGone) return [];
  const currency = order.presentmentCurrencyCode;
  const rest = (line: LineItemFacts): number => line.currentQuantity - unitsTaken(line, taken);
  return dealsOf(order, thresholds).flatMap((deal) => {
    const wasLost =
      deal.isEarned((line) => line.quantity) && !deal.isEarned((line) => line.currentQuantity);
    const given = deal.givenTo((line) => line.currentQuantity);
    if (!wasLost || !given) return [];
    const stays = deal.givenTo(rest)?.amount ?? zero(currency);
    const paidFor = subtract(given.amount, stays);
    const amount = before ? smaller(paidFor, keptFor(before, given)) : paidFor;
    return isPositive(amount) ? [{ ...given, amount }] : [];
  });
}

/** How many of a line's units are looked at: its last ones, for those that are gone were its first. */
type Units = (line: LineItemFacts) => number;

interface Deal {
  readonly isEarned: (units: Units) => boolean;
  /** What it gives those units; null for nothing. */
  readonly givenTo: (units: Units) => LostDeal | null;
}

function dealsOf(order: OrderFacts, thresholds: RefundTerms['thresholds']): Deal[] {
  if (thresholds.behaviour === 'keep_the_deal') return [];
  const { freeShipping, discounts } = thresholds;
  return [
    ...(freeShipping ? freeShippingDeal(order, freeShipping) : []),
    ...discounts.flatMap((discount) => discountDeals(order, discount)),
  ];
}

type Recalculated = Extract<RefundTerms['thresholds'], { behaviour: 'recalculate' }>;

function freeShippingDeal(
  order: OrderFacts,
  { minimum, price }: NonNullable<Recalculated['freeShipping']>,
): Deal[] {
  const currency = order.presentmentCurrencyCode;
  const least = amountIn(minimum, currency);
  const amount = amountIn(price, currency);
  const wasFree =
    order.shipping.length > 0 && order.shipping.every((line) => !isPositive(line.price));
  if (!least || !amount || !wasFree) return [];
  return [
    {
      isEarned: (units) =>
        compare(
          goodsOf(order, units, () => false),
          least,
        ) >= 0,
      givenTo: (units) =>
        order.lines.some((line) => line.requiresShipping && units(line) > 0)
          ? { kind: 'free_shipping', amount }
          : null,
    },
  ];
}

function discountDeals(
  order: OrderFacts,
  { title, minimum }: Recalculated['discounts'][number],
): Deal[] {
  const least = amountIn(minimum, order.presentmentCurrencyCode);
  if (!least) return [];
  const isIt = (discount: LineItemFacts['discounts'][number]): boolean =>
    folded(discount.title) === folded(title);
  return [
    {
      isEarned: (units) => compare(goodsOf(order, units, isIt), least) >= 0,
      givenTo: (units) => {
        const given = order.lines.flatMap((line) =>
          line.discounts.filter(isIt).map(({ amount }) => lastUnits(line, units(line), amount)),
        );
        const amount = sum(given, order.presentmentCurrencyCode);
        return isPositive(amount) ? { kind: 'discount', title, amount } : null;
      },
    },
  ];
}

/** What units of the order's lines cost, without the discounts that `without` names. */
function goodsOf(
  order: OrderFacts,
  units: Units,
  without: (discount: LineItemFacts['discounts'][number]) => boolean,
): Money {
  const prices = order.lines.flatMap((line) =>
    [line.total, ...line.discounts.filter(without).map(({ amount }) => amount)].map((amount) =>
      lastUnits(line, units(line), amount),
    ),
  );
  return sum(prices, order.presentmentCurrencyCode);
}

const lastUnits = (line: LineItemFacts, count: number, amount: Money): Money =>
  piece(amount, line.quantity - count, line.quantity, line.quantity);

import {
  type Money,
  add,
  compare,
  isPositive,
  larger,
  smaller,
  subtract,
  sum,
  zero,
} from '../../money.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { refundable, stillOwed } from '../../order/payment/payments.ts';
import type { Refusal } from '../../refusal.ts';
import { type Result, err, ok } from '../../result.ts';
import { type CancelledParts, cancelledParts, leavesByEdit } from './cancelled-parts.ts';
import { dealsLost, dealsRegained } from '../goods/deals.ts';
import { feeOn } from './fee.ts';
import { withTax } from '../goods/line-parts.ts';
import type { LostDeal, RefundPlan } from '../plan/refund-plan.ts';
import { type Selection, wholeOrder } from '../goods/selection.ts';
import type { RefundTerms } from '../terms.ts';
import type { RefundChoice, WantedRefund } from '../wanted-refund.ts';

/** How the worth of what is cancelled becomes the amount that comes back. */
export type Balance = Pick<
  RefundPlan,
  'notPaid' | 'fee' | 'lostDeals' | 'regainedDeals' | 'withheld' | 'amount' | 'maximum'
>;

/** Weighs what is cancelled against what was paid, and takes off what the request's terms keep. */
export function balanceOf(
  order: OrderFacts,
  parts: CancelledParts,
  wanted: WantedRefund,
): Result<Balance, Refusal> {
  const { selection, terms, choice } = wanted;
  const { units } = selection;
  const nothing = zero(order.presentmentCurrencyCode);
  const payable = refundable(order);
  const claimed = claimOf(order, selection, parts);
  const regained = regainedBy(order, wanted);
  const due = atMost(larger(add(claimed, totalOf(regained, nothing)), nothing), payable);
  // Of a whole order all that was paid can come back, also what an earlier cancellation kept.
  const maximum = selection.kind === 'order' ? payable : due;
  if (choice.kind !== 'everything') {
    const asked = askedAmount(choice, maximum);
    if (!asked.ok) return asked;
    return ok({
      notPaid: subtract(parts.worth, larger(due, asked.value)),
      fee: nothing,
      lostDeals: [],
      regainedDeals: [],
      withheld: larger(subtract(due, asked.value), nothing),
      amount: asked.value,
      maximum,
    });
  }
  const lostDeals = upTo(
    due,
    owesTheExcess(order, selection) ? [] : dealsLost(order, units, terms.thresholds),
  );
  const left = lostDeals.reduce((rest, deal) => subtract(rest, deal.amount), due);
  const fee = feeOn(feeBase(order, parts, left), feeFor(order, selection, terms));
  return ok({
    notPaid: subtract(parts.worth, due),
    fee,
    lostDeals,
    regainedDeals: upTo(larger(subtract(due, claimed), nothing), regained),
    withheld: nothing,
    amount: subtract(left, fee),
    maximum,
  });
}

/*
 * Once an edit has taken units off, the platform itself reckons what was paid too much for the rest as owed to
 * the customer: nothing of that can be kept.
 */

const owesTheExcess = (order: OrderFacts, selection: Selection): boolean =>
  selection.kind === 'lines' && leavesByEdit(order);

const feeFor = (
  order: OrderFacts,
  selection: Selection,
  { fee }: RefundTerms,
): RefundTerms['fee'] => (owesTheExcess(order, selection) ? { kind: 'none' } : fee);

/**
 * What cancelling gives a claim to by itself, before fees: the worth less what of it was not paid. What the shop
 * owes the customer anyway is settled only with the whole order.
 */
function claimOf(order: OrderFacts, selection: Selection, parts: CancelledParts): Money {
  const nothing = zero(order.presentmentCurrencyCode);
  const owed = stillOwed(order);
  const open = selection.kind === 'order' ? owed : larger(owed, nothing);
  const claim = subtract(parts.worth, open);
  // Cash goes back as it was paid; what rounding did belongs to no part.
  return selection.kind === 'order' ? add(claim, order.cashRounding) : claim;
}

/** What comes back of deals, as far as anything was kept. */
function regainedBy(
  order: OrderFacts,
  { selection: { units }, terms, before }: WantedRefund,
): readonly LostDeal[] {
  const regained = dealsRegained(order, units, terms.thresholds, before ?? null);
  return regained.length === 0 ? [] : upTo(keptEarlier(order, terms, before), regained);
}

const totalOf = (deals: readonly LostDeal[], nothing: Money): Money =>
  deals.reduce((all, { amount }) => add(all, amount), nothing);

/** What earlier cancellations kept: the order stands at more than what is left of it is worth. */
function keptEarlier(order: OrderFacts, terms: RefundTerms, before: WantedRefund['before']): Money {
  const { worth } = cancelledParts(order, wholeOrder(order), terms, before);
  return larger(
    subtract(order.currentTotal.presentment, worth),
    zero(order.presentmentCurrencyCode),
  );
}

const atMost = smaller;

function askedAmount(
  choice: Exclude<RefundChoice, { readonly kind: 'everything' }>,
  maximum: Money,
): Result<Money, Refusal> {
  switch (choice.kind) {
    case 'nothing':
      return ok(zero(maximum.currencyCode));
    case 'amount':
      if (choice.amount.currencyCode !== maximum.currencyCode) {
        return err({ code: 'amount_malformed' });
      }
      if (!isPositive(choice.amount)) return err({ code: 'amount_not_positive' });
      return compare(choice.amount, maximum) > 0
        ? err({ code: 'amount_above_maximum', maximum })
        : ok(choice.amount);
  }
}

/** The first of the deals up to an amount, the last of them cut. */
function upTo(limit: Money, deals: readonly LostDeal[]): LostDeal[] {
  let left = limit;
  return deals.flatMap((deal) => {
    const amount = smaller(deal.amount, left);
    left = subtract(left, amount);
    return isPositive(amount) ? [{ ...deal, amount }] : [];
  });
}

function feeBase(order: OrderFacts, { lines, shipping }: CancelledParts, comesBack: Money) {
  const goods = sum(
    lines.map((line) => withTax(line.goods, line.tax, order)),
    order.presentmentCurrencyCode,
  );
  const withShipping = add(goods, withTax(shipping.amount, shipping.tax, order));
  return { goods: atMost(goods, comesBack), goodsAndShipping: atMost(withShipping, comesBack) };
}

import type { Quote } from '../../application/order/read-shopper-order.ts';
import { type WaysBack, plannedWaysBack } from '../../domain/cancellation/ways-back.ts';
import {
  type Money,
  add,
  formatMoney,
  isPositive,
  smaller,
  subtract,
  sum,
  toDecimal,
  zero,
} from '../../domain/money.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import type { RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import type { ShopperMoney, ShopperQuote } from '../../contract/shopper/shopper-view.ts';

/** What a choice would bring, with the way to the amount, in the customer's language. */
export function presentQuote(
  { plan, handling }: Quote,
  { taxesIncluded }: Pick<OrderFacts, 'taxesIncluded'>,
  locale: string,
): ShopperQuote {
  const arrives = add(plan.amount, plan.bonus);
  return {
    ...presentMoney(plan, locale),
    method: plan.method,
    handling,
    breakdown: breakdownOf(plan, taxesIncluded).map(({ amount, ...row }) => ({
      ...row,
      amount: formatMoney(amount, locale),
    })),
    shown: { amount: toDecimal(arrives), currencyCode: arrives.currencyCode },
  };
}

/**
 * Where a plan's money goes, payment by payment.
 *
 * @param ways what people have made of the plan since; as planned unless told otherwise
 */
export function presentMoney(
  plan: RefundPlan,
  locale: string,
  ways: WaysBack = plannedWaysBack(plan),
): ShopperMoney {
  const { amount, bonus, pendingPayment } = plan;
  const { payments, byHand, credit } = ways;
  const payment = (one: { readonly gatewayName: string; readonly amount: Money }) => ({
    method: one.gatewayName,
    amount: formatMoney(one.amount, locale),
  });
  return {
    total: formatMoney(add(amount, bonus), locale),
    refunds: payments.map(payment),
    storeCredit: isPositive(credit) ? formatMoney(credit, locale) : null,
    byHand: byHand.map(payment),
    released: releasedBy(plan).map(payment),
    pending: isPositive(pendingPayment) ? formatMoney(pendingPayment, locale) : null,
  };
}

/** The authorizations as far as they are let go: of a part of an order, no more than the part was worth. */
function releasedBy({ selection, releases, notPaid }: RefundPlan): RefundPlan['releases'] {
  if (selection.kind === 'order') return releases;
  let left = notPaid;
  return releases.flatMap((authorization) => {
    const amount = smaller(left, authorization.amount);
    if (!isPositive(amount)) return [];
    left = subtract(left, amount);
    return [{ ...authorization, amount }];
  });
}

type Row = Omit<ShopperQuote['breakdown'][number], 'amount'> & { readonly amount: Money };

/** The parts that sum to what arrives, in the order in which a receipt has them; what is nothing is left out. */
function breakdownOf(plan: RefundPlan, taxesIncluded: boolean): readonly Row[] {
  const { lines, shipping, tip, additionalFees, notPaid, fee, lostDeals, bonus } = plan;
  const total = (amounts: readonly Money[]) => sum(amounts, plan.amount.currencyCode);
  const minus = (amount: Money) => subtract(zero(amount.currencyCode), amount);
  const row = (kind: Row['kind'], amount: Money, detail: string | null = null): Row => ({
    kind,
    detail,
    amount,
  });
  const items = row('items', total(lines.map((line) => line.goods)));
  const taxes = total([...lines.map((line) => line.tax), shipping.tax]);
  const duties = total(
    lines.flatMap((line) => line.duties.map((duty) => add(duty.amount, duty.tax))),
  );
  const others = [
    row('shipping', shipping.amount),
    ...(taxesIncluded ? [] : [row('tax', taxes)]),
    row('duties', duties),
    row('tip', tip),
    row('additional_fees', additionalFees),
    row(notPaid.minor < 0 ? 'overpaid' : 'not_paid', minus(notPaid)),
    row('fee', minus(fee)),
    ...lostDeals.map((deal) =>
      row('lost_deal', minus(deal.amount), deal.kind === 'discount' ? deal.title : null),
    ),
    row('bonus', bonus),
  ];
  return [items, ...others.filter(({ amount }) => amount.minor !== 0)];
}

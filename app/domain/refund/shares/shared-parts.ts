import {
  type Money,
  fraction,
  isPositive,
  larger,
  piece,
  smaller,
  subtract,
  sum,
  zero,
} from '../../money.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import { quantitiesOf } from '../../order/quantities.ts';
import type { CancelledBefore, TaxedAmount } from '../plan/refund-plan.ts';
import { type SelectedLine, unitsTaken } from '../goods/selection.ts';
import type { RefundTerms } from '../terms.ts';

/*
 * What an order pays once and not by the unit: shipping and the tip. A whole cancelled order gives back all
 * that is left of them, a part of it what the policy says.
 */

/** Shipping and its tax that no refund has given back yet. */
export function shippingLeft(order: OrderFacts): TaxedAmount {
  const currency = order.presentmentCurrencyCode;
  const nothing = zero(currency);
  const left = (charged: readonly Money[], given: readonly Money[]): Money =>
    larger(subtract(sum(charged, currency), sum(given, currency)), nothing);
  return {
    amount: left(
      order.shipping.map((line) => line.price),
      order.refunds.map((refund) => refund.shipping.amount),
    ),
    tax: left(
      order.shipping.flatMap((line) => line.taxes),
      order.refunds.map((refund) => refund.shipping.tax),
    ),
  };
}

/**
 * The shipping that comes back with some units: by what they cost of the goods that are shipped, and all that
 * is left once nothing remains on the order that is shipped. What was sent has used its shipping, also when it
 * was given back since.
 */
export function shippingBack(
  order: OrderFacts,
  taken: readonly SelectedLine[],
  rule: RefundTerms['partial']['shipping'],
): TaxedAmount {
  const left = shippingLeft(order);
  const nothing = zero(order.presentmentCurrencyCode);
  const travels = (line: LineItemFacts): number =>
    line.currentQuantity + quantitiesOf(order, line).returned;
  const shipped = order.lines.filter((line) => line.requiresShipping);
  const units = (line: LineItemFacts): number => unitsTaken(line, taken);
  if (!shipped.some((line) => units(line) > 0)) return { amount: nothing, tax: nothing };
  if (shipped.every((line) => units(line) === travels(line))) return left;
  if (rule === 'keep') return { amount: nothing, tax: nothing };
  const gone = (line: LineItemFacts): number => line.quantity - line.currentQuantity;
  const minorOf = (from: (line: LineItemFacts) => number, to: (line: LineItemFacts) => number) =>
    shipped.reduce((all, line) => all + costOf(line, from(line), to(line)), 0);
  const part = minorOf(gone, (line) => gone(line) + units(line));
  const whole = minorOf(
    (line) => line.quantity - travels(line),
    (line) => line.quantity,
  );
  const amount = fraction(left.amount, part, whole);
  return { amount, tax: fraction(left.tax, amount.minor, left.amount.minor) };
}

/** What of the tip no earlier cancellation has given back. */
export const tipLeft = (order: OrderFacts, before: CancelledBefore): Money =>
  larger(subtract(order.tip, before.tip), zero(order.presentmentCurrencyCode));

/**
 * The tip that comes back with some units: by what they cost of the goods as ordered, counted on from the units
 * that are gone, and never more than is left of it.
 */
export function tipBack(
  order: OrderFacts,
  taken: readonly SelectedLine[],
  rule: RefundTerms['partial']['tip'],
  before: CancelledBefore,
): Money {
  const currency = order.presentmentCurrencyCode;
  if (rule === 'keep' || !isPositive(order.tip)) return zero(currency);
  const goods = (count: (line: LineItemFacts) => number): Money =>
    sum(
      order.lines.map((line) => piece(line.total, 0, count(line), line.quantity)),
      currency,
    );
  const gone = (line: LineItemFacts): number => line.quantity - line.currentQuantity;
  const goodsBefore = goods(gone);
  const goodsAfter = goods((line) => gone(line) + unitsTaken(line, taken));
  const ordered = goods((line) => line.quantity);
  const part = piece(order.tip, goodsBefore.minor, goodsAfter.minor, ordered.minor);
  return smaller(part, tipLeft(order, before));
}

/** Minor units that the units of a line from `from` up to `to` cost. */
const costOf = (line: LineItemFacts, from: number, to: number): number =>
  piece(line.total, from, to, line.quantity).minor;

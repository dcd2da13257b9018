/** What lines, shipping and duties of an order are worth in a refund. */
import type { LineItem, Minor, Order, RefundedDuty, RestockType } from '../model.ts';
import * as totals from '../orders/order-totals.ts';
import { share, sum } from './money.ts';

export interface RefundLineRequest {
  readonly lineItemId: number;
  readonly quantity: number;
  readonly restockType: RestockType;
  readonly locationId: number | null;
}

export interface WantedRefunds {
  readonly lines: readonly RefundLineRequest[];
  readonly shipping: { readonly amount: Minor } | 'full' | null;
  readonly duties: readonly {
    readonly dutyId: number;
    readonly refundType: 'FULL' | 'PROPORTIONAL';
  }[];
}

/** A line's units as a refund would value them; those already gone are behind them. */
export interface ValuedLine {
  readonly request: RefundLineRequest;
  readonly line: LineItem;
  /** Before discounts. */
  readonly gross: Minor;
  readonly net: Minor;
  readonly tax: Minor;
  readonly cartDiscount: Minor;
}

export interface Valuation {
  readonly lines: readonly ValuedLine[];
  readonly shipping: { readonly net: Minor; readonly tax: Minor };
  readonly duties: readonly RefundedDuty[];
  /** Tip and fees: only ever as a whole, with everything else. */
  readonly tip: Minor;
  readonly fees: Minor;
  /** Everything above, tax added where prices leave it out, rounded as the cash was. */
  readonly total: Minor;
}

/** `whole`: the order is given back with all that no line or shipping carries, tip and fees. */
export function valueOf(order: Order, wishes: WantedRefunds, whole = false): Valuation {
  const lines = wishes.lines.flatMap((request, index): ValuedLine[] => {
    const line = order.lines.find((candidate) => candidate.id === request.lineItemId);
    if (line === undefined) return [];
    // Units of one line at two locations come as two requests: the second goes on where the first ends.
    const earlier = wishes.lines.slice(0, index).filter((other) => other.lineItemId === line.id);
    return [valueLine(order, line, request, sum(earlier.map((other) => other.quantity)))];
  });
  const shipping = valueShipping(order, wishes.shipping);
  const duties = wishes.duties.flatMap((wish) => valueDuty(order, wish, wishes.lines));
  const tax = sum(lines.map((line) => line.tax)) + shipping.tax;
  const feesLeft = totals.feesLeft(order);
  const inLine = order.lines.some((line) => line.tip !== undefined);
  const tip = whole && !inLine ? order.tip - totals.refundedTip(order) : 0;
  const rounding = totals.cashRounding(order);
  const fees = whole ? feesLeft.net + feesLeft.tax : 0;
  const total =
    sum(lines.map((line) => line.net)) +
    shipping.net +
    (order.taxesIncluded ? 0 : tax) +
    sum(duties.map((duty) => (order.dutiesIncluded ? 0 : duty.amount) + duty.tax)) +
    tip +
    fees +
    (whole ? rounding.payment - rounding.refund : 0);
  return { lines, shipping, duties, tip, fees, total };
}

function valueLine(
  order: Order,
  line: LineItem,
  request: RefundLineRequest,
  taken: number,
): ValuedLine {
  const worth = totals.unitsWorth(line, line.removedQuantity + taken, request.quantity);
  const orderLevel = line.discountAllocations.filter((a) => totals.isOrderLevel(order, a));
  const shareOf = totals.allocated(line.discountAllocations);
  const cart = totals.allocated(orderLevel);
  return {
    request,
    line,
    gross: line.unitPrice * request.quantity,
    net: worth.net,
    tax: worth.tax,
    cartDiscount: shareOf === 0 ? 0 : Math.round((worth.discount * cart) / shareOf),
  };
}

function valueShipping(
  order: Order,
  wish: WantedRefunds['shipping'],
): { readonly net: Minor; readonly tax: Minor } {
  const done = totals.refundedShipping(order);
  const left = totals.shippingNet(order) - done.net;
  const leftTax = totals.shippingTax(order) - done.tax;
  if (wish === null || left <= 0) return { net: 0, tax: 0 };
  if (wish === 'full' || wish.amount >= left) return { net: left, tax: leftTax };
  return { net: wish.amount, tax: Math.round((leftTax * wish.amount) / left) };
}

/**
 * `FULL` is what is left of a duty, `PROPORTIONAL` the part of the units refunded with it, counted on
 * from those that are gone.
 * Source: https://shopify.dev/docs/apps/build/orders-fulfillment/returns-apps/view-and-refund-duties
 */
function valueDuty(
  order: Order,
  wish: WantedRefunds['duties'][number],
  lines: readonly RefundLineRequest[],
): RefundedDuty[] {
  for (const line of order.lines) {
    const duty = line.duties.find((candidate) => candidate.id === wish.dutyId);
    if (duty === undefined) continue;
    const done = order.refunds.flatMap((refund) =>
      refund.duties.filter((refunded) => refunded.dutyId === duty.id),
    );
    const units = lines.find((candidate) => candidate.lineItemId === line.id)?.quantity ?? 0;
    const from = line.removedQuantity;
    const due = (whole: Minor, given: Minor): Minor =>
      Math.min(
        wish.refundType === 'FULL' ? whole : share(whole, from, from + units, line.quantity),
        whole - given,
      );
    return [
      {
        dutyId: duty.id,
        amount: due(duty.price, sum(done.map((d) => d.amount))),
        tax: due(sum(duty.taxLines.map((tax) => tax.amount)), sum(done.map((d) => d.tax))),
      },
    ];
  }
  return [];
}

/** Everything that is still on the order, as one refund. */
export function everythingLeft(
  order: Order,
  restock: (line: LineItem) => RestockType,
): WantedRefunds {
  return {
    lines: order.lines
      .filter((line) => totals.currentQuantity(line) > 0)
      .map((line) => ({
        lineItemId: line.id,
        quantity: totals.currentQuantity(line),
        restockType: restock(line),
        locationId: null,
      })),
    shipping: 'full',
    duties: order.lines
      .flatMap((line) => line.duties)
      .map((duty) => ({ dutyId: duty.id, refundType: 'FULL' as const })),
  };
}

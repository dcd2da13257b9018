import { type Money, isPositive, sum, zero } from '../../money.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import {
  type DutyRule,
  hasDutiesLeft,
  lineWorth,
  plannedLine,
  withTax,
} from '../goods/line-parts.ts';
import type { CancelledBefore, PlannedLine, TaxedAmount } from '../plan/refund-plan.ts';
import { type CheckedSelection, unitsTaken } from '../goods/selection.ts';
import { nothingBefore } from './cancelled-before.ts';
import { shippingBack, shippingLeft, tipBack, tipLeft } from './shared-parts.ts';
import type { RefundTerms } from '../terms.ts';

/** What a selection takes off an order, and what that costs in it. */
export interface CancelledParts {
  readonly lines: readonly PlannedLine[];
  readonly shipping: TaxedAmount;
  readonly tip: Money;
  readonly additionalFees: Money;
  /** All of the above, as the customer paid it. */
  readonly worth: Money;
}

/**
 * A whole order gives everything that is left. Of a part, the lines give their share and the policy says what
 * of shipping, tip and duties goes with it; additional fees stay, for the platform returns them only with the
 * whole. An order edit reaches only goods and their taxes, so that nothing else comes off while an order is
 * not fully paid.
 *
 * Edits and duties: https://help.shopify.com/en/manual/fulfillment/managing-orders/editing-orders/considerations
 */
export function cancelledParts(
  order: OrderFacts,
  selection: CheckedSelection,
  terms: Pick<RefundTerms, 'partial' | 'restock'>,
  before: CancelledBefore = nothingBefore(order.presentmentCurrencyCode),
): CancelledParts {
  const nothing = zero(order.presentmentCurrencyCode);
  const taken = selection.units;
  const linesWith = (
    duties: DutyRule,
    isIn = (line: LineItemFacts): boolean => unitsTaken(line, taken) > 0,
  ): PlannedLine[] =>
    order.lines
      .filter(isIn)
      .map((line) => plannedLine(order, line, unitsTaken(line, taken), duties, terms.restock));
  if (selection.kind === 'order') {
    return withWorth(order, {
      lines: linesWith(
        'whatever_is_left',
        (line) => line.currentQuantity > 0 || hasDutiesLeft(order, line),
      ),
      shipping: shippingLeft(order),
      tip: tipLeft(order, before),
      additionalFees: order.additionalFees,
    });
  }
  if (leavesByEdit(order)) {
    return withWorth(order, {
      lines: linesWith('keep'),
      shipping: { amount: nothing, tax: nothing },
      tip: nothing,
      additionalFees: nothing,
    });
  }
  return withWorth(order, {
    lines: linesWith(terms.partial.duties),
    shipping: shippingBack(order, taken, terms.partial.shipping),
    tip: tipBack(order, taken, terms.partial.tip, before),
    additionalFees: nothing,
  });
}

/** Something of the order is not paid yet: a part of it leaves by an edit and not by a refund. */
export const leavesByEdit = (order: OrderFacts): boolean => isPositive(order.outstanding);

function withWorth(order: OrderFacts, parts: Omit<CancelledParts, 'worth'>): CancelledParts {
  const { lines, shipping, tip, additionalFees } = parts;
  const amounts = [
    ...lines.map((line) => lineWorth(line, order)),
    withTax(shipping.amount, shipping.tax, order),
    tip,
    additionalFees,
  ];
  return { ...parts, worth: sum(amounts, order.presentmentCurrencyCode) };
}

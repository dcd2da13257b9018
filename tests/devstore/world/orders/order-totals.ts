/**
 * What an order costs, has received and still owes. Pure sums over the order, all in presentment
 * minor units; what each means is in the descriptions of the `Order` type of the Admin schema.
 */
import type {
  DiscountAllocation,
  LineItem,
  Minor,
  Order,
  Refund,
  TaxLine,
  Transaction,
} from '../model.ts';
import { convert, share, sum } from '../money/money.ts';

// --- One line ---------------------------------------------------------------------------------

export function lineGross(line: LineItem): Minor {
  return line.unitPrice * line.quantity;
}

export function allocated(allocations: readonly DiscountAllocation[]): Minor {
  return sum(allocations.map((allocation) => allocation.amount));
}

/** After every discount; tax is inside when the order's prices include it. */
export function lineNet(line: LineItem): Minor {
  return lineGross(line) - allocated(line.discountAllocations);
}

export function lineTax(line: LineItem): Minor {
  return sum(line.taxLines.map((tax) => tax.amount));
}

export function currentQuantity(line: LineItem): number {
  return line.quantity - line.removedQuantity;
}

/** What `units` units are worth that leave a line from which `removed` have already gone. */
export function unitsWorth(
  line: LineItem,
  removed: number,
  units: number,
): { readonly net: Minor; readonly tax: Minor; readonly discount: Minor; readonly duties: Minor } {
  const part = (amount: Minor): Minor => share(amount, removed, removed + units, line.quantity);
  return {
    net: part(lineNet(line)),
    tax: sum(line.taxLines.map((tax) => part(tax.amount))),
    discount: part(allocated(line.discountAllocations)),
    duties: sum(line.duties.map((duty) => part(duty.price))),
  };
}

function removedWorth(line: LineItem): ReturnType<typeof unitsWorth> {
  return unitsWorth(line, 0, line.removedQuantity);
}

// --- As ordered -------------------------------------------------------------------------------

/**
 * Lines that the subtotal counts: a tip is none.
 * Source: the descriptions of `Order.subtotalLineItemsQuantity` and `nonFulfillableLineItems` in the Admin schema
 */
export function goods(order: Order): LineItem[] {
  return order.lines.filter((line) => line.tip === undefined);
}

export function subtotal(order: Order): Minor {
  return sum(goods(order).map(lineNet));
}

export function shippingGross(order: Order): Minor {
  return sum(order.shippingLines.map((line) => line.price));
}

export function shippingNet(order: Order): Minor {
  return (
    shippingGross(order) - sum(order.shippingLines.map((l) => allocated(l.discountAllocations)))
  );
}

export function shippingTax(order: Order): Minor {
  return sum(order.shippingLines.flatMap((line) => line.taxLines.map((tax) => tax.amount)));
}

function taxOf(taxed: readonly { readonly taxLines: readonly TaxLine[] }[]): Minor {
  return sum(taxed.flatMap(({ taxLines }) => taxLines.map((tax) => tax.amount)));
}

/** On goods and shipping: inside the prices when the order's prices include it. */
function goodsTax(order: Order): Minor {
  return sum(order.lines.map(lineTax)) + shippingTax(order);
}

/** On duties and fees: never inside a price. */
function dutyTax(order: Order): Minor {
  return taxOf(order.lines.flatMap((line) => line.duties));
}

function feeTax(order: Order): Minor {
  return taxOf(order.additionalFees);
}

export function totalTax(order: Order): Minor {
  return goodsTax(order) + dutyTax(order) + feeTax(order);
}

/** Fees without the tax on them. */
export function totalFees(order: Order): Minor {
  return sum(order.additionalFees.map((fee) => fee.price));
}

export function totalDuties(order: Order): Minor {
  return sum(order.lines.flatMap((line) => line.duties.map((duty) => duty.price)));
}

export function totalDiscounts(order: Order): Minor {
  return (
    sum(order.lines.map((line) => allocated(line.discountAllocations))) +
    sum(order.shippingLines.map((line) => allocated(line.discountAllocations)))
  );
}

/** Discounts on the order as a whole, whatever lines they were spread over. */
export function cartDiscounts(order: Order): Minor {
  return sum(
    order.lines.flatMap((line) =>
      line.discountAllocations.filter((a) => isOrderLevel(order, a)).map((a) => a.amount),
    ),
  );
}

export function isOrderLevel(order: Order, allocation: DiscountAllocation): boolean {
  return order.discountApplications[allocation.application]?.target === 'order';
}

export function totalPrice(order: Order): Minor {
  const tax = (order.taxesIncluded ? 0 : goodsTax(order)) + dutyTax(order) + feeTax(order);
  const duties = order.dutiesIncluded ? 0 : totalDuties(order);
  return subtotal(order) + shippingNet(order) + tax + duties + totalFees(order) + order.tip;
}

// --- As it stands -----------------------------------------------------------------------------

export function currentSubtotal(order: Order): Minor {
  return subtotal(order) - sum(goods(order).map((line) => removedWorth(line).net));
}

export function refundedShipping(order: Order): { readonly net: Minor; readonly tax: Minor } {
  return {
    net: sum(order.refunds.map((refund) => refund.shipping?.subtotal ?? 0)),
    tax: sum(order.refunds.map((refund) => refund.shipping?.tax ?? 0)),
  };
}

export function currentShipping(order: Order): Minor {
  return shippingNet(order) - refundedShipping(order).net;
}

function currentGoodsTax(order: Order): Minor {
  return (
    goodsTax(order) -
    sum(order.lines.map((line) => removedWorth(line).tax)) -
    refundedShipping(order).tax
  );
}

function refundedDuties(order: Order): { readonly amount: Minor; readonly tax: Minor } {
  const duties = order.refunds.flatMap((refund) => refund.duties);
  return { amount: sum(duties.map((d) => d.amount)), tax: sum(duties.map((d) => d.tax)) };
}

/** What is left of the fees, tax and all: they go back together or not at all. */
export function feesLeft(order: Order): { readonly net: Minor; readonly tax: Minor } {
  const given = order.refunds.some((refund) => refund.fees > 0);
  return given ? { net: 0, tax: 0 } : { net: totalFees(order), tax: feeTax(order) };
}

function currentExtraTax(order: Order): Minor {
  return dutyTax(order) - refundedDuties(order).tax + feesLeft(order).tax;
}

export function currentTax(order: Order): Minor {
  return currentGoodsTax(order) + currentExtraTax(order);
}

/** Given back with a cancel, or as the line that it is. */
export function refundedTip(order: Order): Minor {
  const lines = order.lines.filter((line) => line.tip !== undefined);
  return (
    sum(order.refunds.map((refund) => refund.tip)) +
    sum(lines.map((line) => removedWorth(line).net))
  );
}

export function currentDuties(order: Order): Minor {
  return totalDuties(order) - refundedDuties(order).amount;
}

export function currentDiscounts(order: Order): Minor {
  return totalDiscounts(order) - sum(order.lines.map((line) => removedWorth(line).discount));
}

export function currentCartDiscounts(order: Order): Minor {
  return sum(
    order.lines.flatMap((line) =>
      line.discountAllocations
        .filter((allocation) => isOrderLevel(order, allocation))
        .map((a) => a.amount - share(a.amount, 0, line.removedQuantity, line.quantity)),
    ),
  );
}

/** Positive: the merchant kept more than the refunded things were worth. */
export function refundDiscrepancy(order: Order): Minor {
  return sum(order.refunds.flatMap((r) => r.adjustments.map((a) => a.amount + a.tax)));
}

export function currentTotal(order: Order): Minor {
  const tax = (order.taxesIncluded ? 0 : currentGoodsTax(order)) + currentExtraTax(order);
  return (
    currentSubtotal(order) +
    currentShipping(order) +
    tax +
    (order.dutiesIncluded ? 0 : currentDuties(order)) +
    feesLeft(order).net +
    (order.tip - refundedTip(order)) +
    refundDiscrepancy(order)
  );
}

// --- Money that moved -------------------------------------------------------------------------

const isReceipt = (transaction: Transaction): boolean =>
  transaction.kind === 'SALE' || transaction.kind === 'CAPTURE';

/** Less the change given: that money was never kept. */
export function totalReceived(order: Order): Minor {
  const done = order.transactions.filter((t) => t.status === 'SUCCESS');
  return (
    sum(done.filter(isReceipt).map((t) => t.amount)) -
    sum(done.filter((t) => t.kind === 'CHANGE').map((t) => t.amount))
  );
}

/**
 * `totalCashRoundingAdjustment`: what rounding added to the payments, and to the refunds of those given back whole.
 * Source: the description of `CashRoundingAdjustment` in the Admin schema
 */
export function cashRounding(order: Order): { readonly payment: Minor; readonly refund: Minor } {
  const rounded = order.transactions.filter((t) => t.status === 'SUCCESS' && isReceipt(t));
  const givenBack = rounded.filter((t) => refundableOf(order, t) === 0);
  return {
    payment: sum(rounded.map((t) => t.rounding ?? 0)),
    refund: sum(givenBack.map((t) => t.rounding ?? 0)),
  };
}

export function totalRefunded(order: Order): Minor {
  return sum(
    order.transactions
      .filter((t) => t.kind === 'REFUND' && t.status === 'SUCCESS')
      .map((t) => t.amount),
  );
}

export function netPayment(order: Order): Minor {
  return totalReceived(order) - totalRefunded(order);
}

export function totalOutstanding(order: Order): Minor {
  const rounding = cashRounding(order);
  return currentTotal(order) - netPayment(order) + rounding.payment - rounding.refund;
}

/** What the customer is owed, after an edit or a late payment, and no refund is on its way for. */
export function owedToCustomer(order: Order): Minor {
  const onTheWay = order.transactions.filter((t) => t.kind === 'REFUND' && t.status === 'PENDING');
  return Math.max(0, -totalOutstanding(order) - sum(onTheWay.map((t) => t.amount)));
}

export function childrenOf(order: Order, transaction: Transaction): Transaction[] {
  return order.transactions.filter((candidate) => candidate.parentId === transaction.id);
}

/** What an authorisation still holds: nothing once captured in full, voided or expired. */
export function capturable(order: Order, transaction: Transaction): Minor {
  if (transaction.kind !== 'AUTHORIZATION' || transaction.status !== 'SUCCESS') return 0;
  if (transaction.errorCode === 'AUTHORIZATION_EXPIRED') return 0;
  const children = childrenOf(order, transaction).filter((t) => t.status === 'SUCCESS');
  if (children.some((t) => t.kind === 'VOID')) return 0;
  return (
    transaction.amount - sum(children.filter((t) => t.kind === 'CAPTURE').map((t) => t.amount))
  );
}

export function totalCapturable(order: Order): Minor {
  return sum(order.transactions.map((transaction) => capturable(order, transaction)));
}

/** What a payment can still give back; refunds under way count as given. */
export function refundableOf(order: Order, transaction: Transaction): Minor {
  if (!isReceipt(transaction) || transaction.status !== 'SUCCESS') return 0;
  const given = childrenOf(order, transaction).filter(
    (t) =>
      (t.kind === 'REFUND' && (t.status === 'SUCCESS' || t.status === 'PENDING')) ||
      t.kind === 'CHANGE',
  );
  return transaction.amount - sum(given.map((t) => t.amount));
}

/** Store credit given for a payment has no parent, so it is taken off the whole. */
export function maximumRefundable(order: Order): Minor {
  const byPayment = sum(order.transactions.map((transaction) => refundableOf(order, transaction)));
  const orphaned = order.transactions.filter(
    (t) => t.kind === 'REFUND' && t.parentId === null && t.status === 'SUCCESS',
  );
  return Math.max(0, byPayment - sum(orphaned.map((t) => t.amount)));
}

export function refundTotal(order: Order, refund: Refund): Minor {
  return sum(
    order.transactions
      .filter((t) => refund.transactionIds.includes(t.id))
      .filter((t) => t.status === 'SUCCESS' || t.status === 'PENDING')
      .map((t) => t.amount),
  );
}

// --- Currencies -------------------------------------------------------------------------------

export function inShopCurrency(order: Order, presentment: Minor): Minor {
  return convert(presentment, order.presentmentCurrency, order.currency, order.shopPerPresentment);
}

/**
 * Refunds: what lines, shipping and duties are worth, what a payment can give back, and the record
 * that ties both together. A refund's record and its money are different things: the money is in the
 * transactions, each with a status of its own (description of the `Refund` type).
 */
import { CHARGED_BACK, isChargedBack } from './chargebacks.ts';
import { unfulfilledUnits } from '../fulfillment/fulfillment-orders.ts';
import type { Kernel } from '../kernel.ts';
import { note } from '../kernel.ts';
import { customerOf } from '../lookup.ts';
import { sendPlatformMail } from '../delivery/mail.ts';
import type {
  Actor,
  CurrencyCode,
  DiscrepancyReason,
  LineItem,
  Minor,
  Order,
  Refund,
  RefundedDuty,
  RefundLine,
  RestockType,
  Shop,
  Transaction,
} from '../model.ts';
import { formatForPeople, share, sum } from './money.ts';
import { allocateRefund, giveStoreCredit, refundPayment } from './money-back.ts';
import * as totals from '../orders/order-totals.ts';
import { publishOrder, publishRefund } from '../delivery/publish.ts';
import { removeLines } from './refunded-units.ts';

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

export interface RefundRequest extends WantedRefunds {
  readonly note: string | null;
  readonly notify: boolean;
  readonly currency: CurrencyCode | null;
  readonly transactions: readonly {
    readonly parentId: number | null;
    readonly kind: string;
    readonly amount: Minor;
  }[];
  readonly storeCredit: readonly { readonly amount: Minor; readonly expiresAt: number | null }[];
  readonly allowOverRefunding: boolean;
  readonly discrepancyReason: DiscrepancyReason;
  readonly idempotencyKey: string | null;
  readonly actor: Actor;
}

export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
}

// --- What things are worth ----------------------------------------------------------------------

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

// --- Suggesting ---------------------------------------------------------------------------------

export interface Suggestion {
  readonly valuation: Valuation;
  readonly amount: Minor;
  readonly maximumRefundable: Minor;
  readonly transactions: readonly {
    readonly parent: Transaction;
    readonly amount: Minor;
    readonly maximumRefundable: Minor;
  }[];
  readonly storeCredit: Minor | null;
}

export function suggestRefund(
  order: Order,
  wishes: WantedRefunds,
  o: { readonly full: boolean; readonly allocation: 'ORIGINAL_PAYMENT_METHODS' | 'STORE_CREDIT' },
): Suggestion {
  const valuation = valueOf(order, wishes, o.full);
  const maximumRefundable = totals.maximumRefundable(order);
  const amount = o.full ? maximumRefundable : Math.min(valuation.total, maximumRefundable);
  const payments = refundablePayments(order);
  const storeCredit = o.allocation === 'STORE_CREDIT' ? amount : null;
  return {
    valuation,
    amount,
    maximumRefundable,
    transactions:
      storeCredit !== null
        ? []
        : allocateRefund(amount, payments).map(({ payment, amount: part }) => ({
            parent: payment.parent,
            amount: part,
            maximumRefundable: payment.limit,
          })),
    storeCredit,
  };
}

function refundablePayments(order: Order): { parent: Transaction; limit: Minor }[] {
  return order.transactions
    .map((parent) => ({ parent, limit: totals.refundableOf(order, parent) }))
    .filter((payment) => payment.limit > 0);
}

// --- Refunding ----------------------------------------------------------------------------------

/**
 * Why a refund cannot be made; empty when it can. Texts are the platform's own where they have been
 * recorded: https://github.com/airhorns/shopify-draft-proxy (refund-create-*.json)
 */
export function refundErrors(shop: Shop, order: Order, request: RefundRequest): UserError[] {
  const errors = [
    ...lineErrors(shop, order, request),
    ...transactionErrors(order, request),
    ...disputeErrors(shop, order, request),
    ...storeCreditErrors(shop, order, request),
  ];
  if (request.currency === null && order.currency !== order.presentmentCurrency) {
    errors.push({ field: ['currency'], message: 'Currency is required for multi-currency orders' });
  }
  if (request.currency !== null && request.currency !== order.presentmentCurrency) {
    errors.push({ field: ['currency'], message: 'Currency must be the presentment currency' });
  }
  return errors;
}

function lineErrors(shop: Shop, order: Order, request: RefundRequest): UserError[] {
  return request.lines.flatMap((wanted, index): UserError[] => {
    const path = ['refundLineItems', String(index)];
    const line = order.lines.find((candidate) => candidate.id === wanted.lineItemId);
    if (line === undefined) {
      return [{ field: [...path, 'lineItemId'], message: 'Line item does not exist' }];
    }
    const sameLine = request.lines.filter((other) => other.lineItemId === wanted.lineItemId);
    const asked = sum(sameLine.map((other) => other.quantity));
    if (wanted.quantity <= 0 || asked > totals.currentQuantity(line)) {
      return [
        {
          field: [...path, 'quantity'],
          message: 'Quantity cannot refund more items than were purchased',
        },
      ];
    }
    if (wanted.restockType === 'LEGACY_RESTOCK') {
      return [{ field: [...path, 'restockType'], message: 'Restock type is not accepted' }];
    }
    if (wanted.restockType === 'CANCEL' && asked > unfulfilledUnits(order, line.id)) {
      return [
        {
          field: [...path, 'restockType'],
          message: 'Restock type cancel is only for unfulfilled items',
        },
      ];
    }
    if (wanted.restockType === 'NO_RESTOCK' || wanted.locationId === null) return [];
    const location = shop.locations.get(wanted.locationId);
    return location === undefined || !location.active
      ? [{ field: [...path, 'locationId'], message: 'Location is not available for restocking' }]
      : [];
  });
}

/**
 * Over-refunding is for money that goes back to a payment after store credit was given for it: the
 * total may pass what was paid, a payment never what it was, and store credit never what was paid.
 * Sources: https://shopify.dev/changelog/refund-to-store-credit and
 * https://shopify.dev/docs/api/admin-graphql/2027-01/input-objects/ReturnProcessRefundInput
 */
function transactionErrors(order: Order, request: RefundRequest): UserError[] {
  for (const wanted of request.transactions) {
    if (wanted.kind !== 'REFUND') {
      return [
        { field: null, message: `Kind ${wanted.kind.toLowerCase()} is not a valid transaction` },
      ];
    }
    if (!order.transactions.some((t) => t.id === wanted.parentId)) {
      return [
        {
          field: ['transactions'],
          message: 'Transactions require a parent_id associated with the order',
        },
      ];
    }
    if (wanted.amount <= 0) {
      return [{ field: ['transactions'], message: 'Amount must be greater than zero' }];
    }
  }
  const credit = storeCreditTotal(request);
  const wanted = request.allowOverRefunding
    ? credit
    : sum(request.transactions.map((t) => t.amount)) + credit;
  const limit = totals.maximumRefundable(order);
  if (wanted > limit) return [tooMuch(order, wanted, limit)];
  for (const parent of order.transactions) {
    const fromParent = sum(
      request.transactions.filter((t) => t.parentId === parent.id).map((t) => t.amount),
    );
    const left = totals.refundableOf(order, parent);
    if (fromParent > left) return [tooMuch(order, fromParent, left)];
  }
  return [];
}

function tooMuch(order: Order, wanted: Minor, limit: Minor): UserError {
  const text = (amount: Minor): string => formatForPeople(amount, order.presentmentCurrency);
  return {
    field: null,
    message: `Refund amount ${text(wanted)} is greater than net payment received ${text(limit)}`,
  };
}

function disputeErrors(shop: Shop, order: Order, request: RefundRequest): UserError[] {
  return request.transactions.some((wanted) =>
    order.transactions.some((t) => t.id === wanted.parentId && isChargedBack(shop, order, t)),
  )
    ? [{ field: ['transactions'], message: CHARGED_BACK }]
    : [];
}

function storeCreditTotal(request: RefundRequest): Minor {
  return sum(request.storeCredit.map((credit) => credit.amount));
}

function storeCreditErrors(shop: Shop, order: Order, request: RefundRequest): UserError[] {
  if (request.storeCredit.length === 0) return [];
  if (order.companyId !== null) {
    return [
      {
        field: ['refundMethods'],
        message: 'Store credit refunds are not supported for B2B orders',
      },
    ];
  }
  return customerOf(shop, order) === null
    ? [{ field: ['refundMethods'], message: 'Store credit refunds require a customer' }]
    : [];
}

/** Makes a refund that `refundErrors` has found nothing against. */
export function createRefund(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  request: RefundRequest,
): Refund {
  const valuation = valueOf(order, request);
  const before = totals.maximumRefundable(order);
  const owed = totals.owedToCustomer(order);
  const lines = removeLines(kernel, shop, order, valuation, {
    actor: request.actor,
    cause: 'refund',
    withdrawn: null,
  });
  const transactions = moveMoney(kernel, shop, order, request);
  const refund = recordRefund(kernel, shop, order, {
    lines,
    valuation,
    transactions,
    expected: Math.min(valuation.total, before),
    owed,
    discrepancyReason: request.discrepancyReason,
    note: request.note,
    idempotencyKey: request.idempotencyKey,
    actor: request.actor,
  });
  publishRefund(kernel, shop, order, refund);
  note(kernel, order, request.actor, `${refundText(order, refund)} was refunded.`);
  publishOrder(kernel, shop, order);
  if (request.notify) mailRefund(kernel, shop, order, refund);
  return refund;
}

function moveMoney(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  request: RefundRequest,
): Transaction[] {
  const o = { actor: request.actor, idempotencyKey: request.idempotencyKey };
  const refunds = request.transactions.flatMap((wanted) => {
    const parent = order.transactions.find((t) => t.id === wanted.parentId);
    return parent === undefined
      ? []
      : [refundPayment(kernel, shop, order, parent, wanted.amount, o)];
  });
  const customer = customerOf(shop, order);
  const credits =
    customer === null
      ? []
      : request.storeCredit.map(({ amount, expiresAt }) =>
          giveStoreCredit(kernel, shop, order, customer, amount, {
            ...o,
            event: 'ORDER_REFUND',
            expiresAt,
          }),
        );
  return [...refunds, ...credits];
}

export function refundText(order: Order, refund: Refund): string {
  return formatForPeople(totals.refundTotal(order, refund), order.presentmentCurrency);
}

function mailRefund(kernel: Kernel, shop: Shop, order: Order, refund: Refund): void {
  sendPlatformMail(
    kernel,
    shop,
    order,
    { kind: 'platform' },
    {
      template: 'refund_notification',
      subject: `Refund for order ${order.name}`,
      text: `${shop.name} has refunded ${refundText(order, refund)}.`,
    },
  );
}

/** Writes the refund down, with what it is off from the worth of the things it gave back. */
export function recordRefund(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  o: {
    readonly lines: readonly RefundLine[];
    readonly valuation: Valuation;
    readonly transactions: readonly Transaction[];
    readonly expected: Minor;
    /** What was owed to the customer before: giving that back is off from nothing. */
    readonly owed: Minor;
    readonly discrepancyReason: DiscrepancyReason;
    readonly note: string | null;
    readonly idempotencyKey: string | null;
    readonly actor: Actor;
  },
): Refund {
  const moved = sum(o.transactions.filter((t) => t.status !== 'FAILURE').map((t) => t.amount));
  const failed = o.transactions.some((t) => t.status === 'FAILURE');
  const off = o.expected - moved;
  const discrepancy = failed ? 0 : off < 0 ? Math.min(0, off + o.owed) : off;
  const { shipping } = o.valuation;
  const refund: Refund = {
    id: kernel.nextId(),
    createdAt: kernel.now(),
    updatedAt: kernel.now(),
    note: o.note,
    lines: o.lines,
    shipping: shipping.net === 0 ? null : { subtotal: shipping.net, tax: shipping.tax },
    duties: o.valuation.duties,
    tip: o.valuation.tip,
    fees: o.valuation.fees,
    adjustments:
      discrepancy === 0
        ? []
        : [{ id: kernel.nextId(), reason: o.discrepancyReason, amount: discrepancy, tax: 0 }],
    transactionIds: o.transactions.map((transaction) => transaction.id),
    idempotencyKey: o.idempotencyKey,
    actor: o.actor,
  };
  order.refunds.push(refund);
  kernel.ledger.append({
    kind: 'refund.created',
    shop: shop.domain,
    orderId: order.id,
    actor: o.actor,
    refundId: refund.id,
    amount: { minor: totals.refundTotal(order, refund), currency: order.presentmentCurrency },
    idempotencyKey: o.idempotencyKey,
  });
  return refund;
}

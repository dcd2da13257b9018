/**
 * Refunds: what lines, shipping and duties are worth, what a payment can give back, and the record
 * that ties both together. A refund's record and its money are different things: the money is in the
 * transactions, each with a status of its own (description of the `Refund` type).
 */
import { unfulfilledUnits, withdrawUnits } from './fulfillment-orders.ts';
import { moveStock } from './inventory.ts';
import type { Kernel } from './kernel.ts';
import { note } from './kernel.ts';
import { customerOf } from './lookup.ts';
import { sendPlatformMail } from './mail.ts';
import type {
  Actor,
  CurrencyCode,
  LineItem,
  Minor,
  Order,
  Refund,
  RefundLine,
  RestockType,
  Shop,
  Transaction,
} from './model.ts';
import { formatForPeople, sum } from './money.ts';
import * as totals from './order-totals.ts';
import { allocateRefund, giveStoreCredit, refundPayment } from './payments.ts';
import { publishOrder, publishRefund } from './publish.ts';

export interface RefundLineRequest {
  readonly lineItemId: number;
  readonly quantity: number;
  readonly restockType: RestockType;
  readonly locationId: number | null;
}

export interface RefundWishes {
  readonly lines: readonly RefundLineRequest[];
  readonly shipping: { readonly amount: Minor } | 'full' | null;
  readonly duties: readonly {
    readonly dutyId: number;
    readonly refundType: 'FULL' | 'PROPORTIONAL';
  }[];
}

export interface RefundRequest extends RefundWishes {
  readonly note: string | null;
  readonly notify: boolean;
  readonly currency: CurrencyCode | null;
  readonly transactions: readonly {
    readonly parentId: number | null;
    readonly kind: string;
    readonly amount: Minor;
  }[];
  readonly storeCredit: readonly { readonly amount: Minor; readonly expiresAt: number | null }[];
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
  readonly duties: readonly { readonly dutyId: number; readonly amount: Minor }[];
  /** Everything above, tax added where prices leave it out. */
  readonly total: Minor;
}

export function valueOf(order: Order, wishes: RefundWishes, withTip = false): Valuation {
  const lines = wishes.lines.flatMap((request): ValuedLine[] => {
    const line = order.lines.find((candidate) => candidate.id === request.lineItemId);
    return line === undefined ? [] : [valueLine(order, line, request)];
  });
  const shipping = valueShipping(order, wishes.shipping);
  const duties = wishes.duties.flatMap((wish) => valueDuty(order, wish, wishes.lines));
  const tax = sum(lines.map((line) => line.tax)) + shipping.tax;
  const total =
    sum(lines.map((line) => line.net)) +
    shipping.net +
    (order.taxesIncluded ? 0 : tax) +
    sum(duties.map((duty) => duty.amount)) +
    (withTip ? order.tip - totals.refundedTip(order) : 0);
  return { lines, shipping, duties, total };
}

function valueLine(order: Order, line: LineItem, request: RefundLineRequest): ValuedLine {
  const worth = totals.unitsWorth(line, line.removedQuantity, request.quantity);
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
  wish: RefundWishes['shipping'],
): { readonly net: Minor; readonly tax: Minor } {
  const done = totals.refundedShipping(order);
  const left = totals.shippingNet(order) - done.net;
  const leftTax = totals.shippingTax(order) - done.tax;
  if (wish === null || left <= 0) return { net: 0, tax: 0 };
  if (wish === 'full' || wish.amount >= left) return { net: left, tax: leftTax };
  return { net: wish.amount, tax: Math.round((leftTax * wish.amount) / left) };
}

function valueDuty(
  order: Order,
  wish: RefundWishes['duties'][number],
  lines: readonly RefundLineRequest[],
): { dutyId: number; amount: Minor }[] {
  for (const line of order.lines) {
    const duty = line.duties.find((candidate) => candidate.id === wish.dutyId);
    if (duty === undefined) continue;
    const done = sum(
      order.refunds.flatMap((refund) =>
        refund.duties.filter((d) => d.dutyId === duty.id).map((d) => d.amount),
      ),
    );
    const units = lines.find((candidate) => candidate.lineItemId === line.id)?.quantity ?? 0;
    const wanted =
      wish.refundType === 'FULL'
        ? duty.price
        : Math.round((duty.price * units) / Math.max(1, line.quantity));
    return [{ dutyId: duty.id, amount: Math.min(wanted, duty.price - done) }];
  }
  return [];
}

/** Everything that is still on the order, as one refund. */
export function everythingLeft(
  order: Order,
  restock: (line: LineItem) => RestockType,
): RefundWishes {
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
  wishes: RefundWishes,
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
  const wanted = sum(request.transactions.map((t) => t.amount)) + storeCreditTotal(request);
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
  const lines = removeLines(kernel, shop, order, valuation, request.actor, 'refund');
  const transactions = moveMoney(kernel, shop, order, request);
  const refund = recordRefund(kernel, shop, order, {
    lines,
    valuation,
    transactions,
    tip: 0,
    expected: Math.min(valuation.total, before),
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
      : request.storeCredit.map(({ amount }) =>
          giveStoreCredit(kernel, shop, order, customer, amount, o),
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
    readonly tip: Minor;
    readonly expected: Minor;
    readonly note: string | null;
    readonly idempotencyKey: string | null;
    readonly actor: Actor;
  },
): Refund {
  const moved = sum(o.transactions.filter((t) => t.status !== 'FAILURE').map((t) => t.amount));
  const failed = o.transactions.some((t) => t.status === 'FAILURE');
  const discrepancy = failed ? 0 : o.expected - moved;
  const { shipping } = o.valuation;
  const refund: Refund = {
    id: kernel.nextId(),
    createdAt: kernel.now(),
    updatedAt: kernel.now(),
    note: o.note,
    lines: o.lines,
    shipping: shipping.net === 0 ? null : { subtotal: shipping.net, tax: shipping.tax },
    duties: o.valuation.duties,
    tip: o.tip,
    adjustments:
      discrepancy === 0
        ? []
        : [{ id: kernel.nextId(), reason: 'REFUND_DISCREPANCY', amount: discrepancy, tax: 0 }],
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

// --- Lines and stock ----------------------------------------------------------------------------

/**
 * Takes refunded units off the order, out of the work to be done, and back on the shelf where the
 * request says so. Returned units come from the fulfilled ones first, all others from the rest.
 */
export function removeLines(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  valuation: Valuation,
  actor: Actor,
  cause: 'refund' | 'order_cancelled',
): RefundLine[] {
  return valuation.lines.map(({ request, line, net, tax }) => {
    const open = unfulfilledUnits(order, line.id);
    const shipped = Math.max(0, totals.currentQuantity(line) - open);
    const fromOpen =
      request.restockType === 'RETURN'
        ? Math.max(0, request.quantity - shipped)
        : Math.min(open, request.quantity);
    const restocks = request.restockType !== 'NO_RESTOCK' && line.restockable;
    const withdrawn = withdrawUnits(kernel, shop, order, line.id, fromOpen, actor);
    const reserved = withdrawn.flatMap(({ locationId, units }) =>
      releaseReserved(kernel, shop, order, line, locationId, units, {
        to: restocks ? (request.locationId ?? locationId) : null,
        cause,
        actor,
      }),
    );
    const home = returnShipped(kernel, shop, order, line, request.quantity - fromOpen, {
      to: restocks ? (request.locationId ?? firstActive(shop)) : null,
      actor,
    });
    line.removedQuantity += request.quantity;
    line.refundedQuantity += request.quantity;
    const back = [...reserved, ...home];
    return {
      id: kernel.nextId(),
      lineItemId: line.id,
      quantity: request.quantity,
      restockType: request.restockType,
      locationId: back[0] ?? null,
      restocked: back.length > 0,
      subtotal: net,
      tax,
    };
  });
}

/** Where the units went back on sale: one place, or none when they were written off. */
function releaseReserved(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  line: LineItem,
  reservedAt: number,
  units: number,
  o: {
    readonly to: number | null;
    readonly cause: 'refund' | 'order_cancelled';
    readonly actor: Actor;
  },
): number[] {
  const home = o.to !== null && shop.locations.get(o.to)?.active === true ? o.to : null;
  const reason = `${o.cause}_${home === null ? 'no_restock' : 'restock'}` as const;
  const together = home === reservedAt;
  moveStock(
    kernel,
    shop,
    order,
    { line },
    { locationId: reservedAt, available: together ? units : 0, committed: -units, reason },
    o.actor,
  );
  if (home !== null && !together) {
    moveStock(
      kernel,
      shop,
      order,
      { line },
      { locationId: home, available: units, committed: 0, reason },
      o.actor,
    );
  }
  return home === null ? [] : [home];
}

function returnShipped(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  line: LineItem,
  units: number,
  o: { readonly to: number | null; readonly actor: Actor },
): number[] {
  if (units <= 0 || o.to === null) return [];
  moveStock(
    kernel,
    shop,
    order,
    { line },
    { locationId: o.to, available: units, committed: 0, reason: 'refund_restock' },
    o.actor,
  );
  return [o.to];
}

function firstActive(shop: Shop): number | null {
  return [...shop.locations.values()].find((location) => location.active)?.id ?? null;
}

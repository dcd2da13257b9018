/** What a refund may be asked for, and why one cannot be made. */
import { unfulfilledUnits } from '../fulfillment/fulfillment-orders.ts';
import { customerOf } from '../lookup.ts';
import type { Actor, CurrencyCode, DiscrepancyReason, Minor, Order, Shop } from '../model.ts';
import * as totals from '../orders/order-totals.ts';
import { CHARGED_BACK, isChargedBack } from './chargebacks.ts';
import { formatForPeople, sum } from './money.ts';
import type { WantedRefunds } from './valuation.ts';

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

/** The statuses Shopify shows for an order, derived from what happened to it. */
import type { FulfillmentOrder, Order, Transaction } from '../model.ts';
import {
  capturable,
  totalOutstanding,
  totalReceived,
  totalRefunded,
  totalPrice,
} from './order-totals.ts';

export type FinancialStatus =
  | 'AUTHORIZED'
  | 'EXPIRED'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'VOIDED';

/** Null for an order that costs something and has no payment at all. */
export function displayFinancialStatus(order: Order): FinancialStatus | null {
  const received = totalReceived(order);
  const refunded = totalRefunded(order);
  if (refunded > 0) return refunded >= received ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  if (received > 0) {
    const owes = totalOutstanding(order) > 0 && order.cancelledAt === null;
    return owes ? 'PARTIALLY_PAID' : 'PAID';
  }
  if (order.transactions.some((transaction) => capturable(order, transaction) > 0)) {
    return 'AUTHORIZED';
  }
  if (hasVoid(order)) return 'VOIDED';
  if (order.transactions.some((transaction) => isPendingPayment(transaction))) return 'PENDING';
  if (order.transactions.some((t) => t.errorCode === 'AUTHORIZATION_EXPIRED')) return 'EXPIRED';
  if (totalPrice(order) === 0) return 'PAID';
  if (order.paymentTerms !== null) return order.cancelledAt === null ? 'PENDING' : 'VOIDED';
  return order.transactions.length === 0 ? null : 'PENDING';
}

export function isPendingPayment(transaction: Transaction): boolean {
  return (
    transaction.status === 'PENDING' &&
    (transaction.kind === 'SALE' || transaction.kind === 'AUTHORIZATION')
  );
}

function hasVoid(order: Order): boolean {
  return order.transactions.some((t) => t.kind === 'VOID' && t.status === 'SUCCESS');
}

export type FulfillmentStatus =
  | 'FULFILLED'
  | 'FULFILLMENT_NOT_REQUIRED'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'PARTIALLY_FULFILLED'
  | 'SCHEDULED'
  | 'UNFULFILLED';

export function isUnfinished(fulfillmentOrder: FulfillmentOrder): boolean {
  return fulfillmentOrder.status !== 'CLOSED' && fulfillmentOrder.status !== 'CANCELLED';
}

export function displayFulfillmentStatus(order: Order): FulfillmentStatus {
  if (order.fulfillmentOrders.length === 0) return 'FULFILLMENT_NOT_REQUIRED';
  const unfinished = order.fulfillmentOrders.filter(isUnfinished);
  const fulfilled = order.lines.some((line) => line.fulfilledQuantity > 0);
  if (fulfilled) return unfinished.length === 0 ? 'FULFILLED' : 'PARTIALLY_FULFILLED';
  if (unfinished.length === 0) return 'UNFULFILLED';
  if (unfinished.every((fo) => fo.status === 'ON_HOLD')) return 'ON_HOLD';
  if (unfinished.every((fo) => fo.status === 'SCHEDULED')) return 'SCHEDULED';
  if (unfinished.every((fo) => fo.status === 'IN_PROGRESS' || fo.requestStatus === 'SUBMITTED')) {
    return 'IN_PROGRESS';
  }
  return 'UNFULFILLED';
}

export type ReturnStatus = 'NO_RETURN' | 'RETURN_REQUESTED' | 'IN_PROGRESS' | 'RETURNED';

export function returnStatus(order: Order): ReturnStatus {
  if (order.returns.some((r) => r.status === 'OPEN')) return 'IN_PROGRESS';
  if (order.returns.some((r) => r.status === 'REQUESTED')) return 'RETURN_REQUESTED';
  return order.returns.some((r) => r.status === 'CLOSED') ? 'RETURNED' : 'NO_RETURN';
}

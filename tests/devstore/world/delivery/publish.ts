/** Telling subscribers what changed. One call per act, so that an act sends `orders/updated` once. */
import type { Fulfillment, Order, Refund, Shop, Transaction } from '../model.ts';
import type { Kernel } from '../kernel.ts';
import { touch } from '../kernel.ts';
import {
  fulfillmentPayload,
  orderPayload,
  refundPayload,
  transactionPayload,
} from './webhook-payloads/order.ts';

export type OrderTopic =
  | 'orders/create'
  | 'orders/paid'
  | 'orders/cancelled'
  | 'orders/fulfilled'
  | 'orders/partially_fulfilled';

/** `orders/updated` and whatever else became true of the order. */
export function publishOrder(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  topics: readonly OrderTopic[] = [],
): void {
  touch(kernel, order);
  for (const topic of [...topics, 'orders/updated']) {
    kernel.events.emit(shop, topic, order.id, () => orderPayload(shop, order));
  }
}

/** Sent only for transactions that have ended: success, failure or error. */
export function publishTransaction(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  transaction: Transaction,
): void {
  if (transaction.status === 'PENDING') return;
  kernel.events.emit(shop, 'order_transactions/create', order.id, () =>
    transactionPayload(order, transaction),
  );
}

/** Sent for the record, whatever became of the money. */
export function publishRefund(kernel: Kernel, shop: Shop, order: Order, refund: Refund): void {
  kernel.events.emit(shop, 'refunds/create', order.id, () => refundPayload(order, refund));
}

export function publishFulfillment(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  topic: 'fulfillments/create' | 'fulfillments/update',
  fulfillment: Fulfillment,
): void {
  kernel.events.emit(shop, topic, order.id, () => fulfillmentPayload(order, fulfillment));
}

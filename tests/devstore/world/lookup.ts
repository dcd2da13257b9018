/** Finding things, and saying plainly when they are not there. */
import type {
  Customer,
  FulfillmentOrder,
  Gateway,
  LineItem,
  Order,
  Shop,
  ShopDomain,
  Transaction,
} from './model.ts';
import type { Kernel } from './kernel.ts';
import { CommerceRefusal } from './contracts/contract.ts';

export function shopOf(kernel: Kernel, domain: ShopDomain): Shop {
  return found(kernel.shops.get(domain), `shop ${domain}`);
}

export function orderOf(shop: Shop, orderId: number): Order {
  return found(shop.orders.get(orderId), `order ${orderId}`);
}

export function lineOf(order: Order, lineItemId: number): LineItem {
  return found(
    order.lines.find((line) => line.id === lineItemId),
    `line item ${lineItemId} of ${order.name}`,
  );
}

export function fulfillmentOrderOf(order: Order, id: number): FulfillmentOrder {
  return found(
    order.fulfillmentOrders.find((candidate) => candidate.id === id),
    `fulfillment order ${id} of ${order.name}`,
  );
}

export function transactionOf(order: Order, id: number): Transaction {
  return found(
    order.transactions.find((candidate) => candidate.id === id),
    `transaction ${id} of ${order.name}`,
  );
}

export function gatewayOf(shop: Shop, name: string): Gateway {
  return found(shop.gateways.get(name), `payment gateway "${name}"`);
}

export function customerOf(shop: Shop, order: Order): Customer | null {
  return order.customerId === null ? null : (shop.customers.get(order.customerId) ?? null);
}

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new CommerceRefusal(`There is no ${what}.`);
  return value;
}

/** What `orders(query:)` can ask for. */
import type { Order, Shop } from '../../world/model.ts';
import {
  displayFinancialStatus,
  displayFulfillmentStatus,
  returnStatus,
} from '../../world/orders/order-status.ts';
import { displayRequestedEditStatus } from '../../world/orders/annotations/requested-edits.ts';
import { totalReceived } from '../../world/orders/order-totals.ts';
import { notSimulated } from '../not-simulated.ts';
import {
  beginsWith,
  equals,
  matcherOf,
  numeric,
  time,
  type Filter,
  type Matcher,
} from './search-syntax.ts';

export function orderMatcher(shop: Shop, query: string): Matcher<Order> {
  const freeText = beginsWith((order: Order) => {
    const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
    return [
      order.name,
      order.name.replace('#', ''),
      order.email ?? '',
      ...(customer === undefined
        ? []
        : [
            customer.email,
            customer.firstName,
            customer.lastName,
            `${customer.firstName} ${customer.lastName}`,
          ]),
    ];
  });
  return matcherOf({ root: 'orders', filters: FILTERS, freeText }, query);
}

const status: Filter<Order> = (value) => {
  switch (value) {
    case 'open':
      return (order) => order.closedAt === null && order.cancelledAt === null;
    case 'closed':
      return (order) => order.closedAt !== null;
    case 'cancelled':
      return (order) => order.cancelledAt !== null;
    case 'not_closed':
      return (order) => order.closedAt === null;
    case 'any':
      return () => true;
    default:
      throw notSimulated(`orders(query: "status:${value}")`);
  }
};

const financialStatus: Filter<Order> = (value) => {
  if (value === 'any') return () => true;
  if (value === 'unpaid') return (order) => totalReceived(order) === 0;
  return (order) => (displayFinancialStatus(order) ?? '').toLowerCase() === value.toLowerCase();
};

const fulfillmentStatus: Filter<Order> = (value) => {
  switch (value) {
    case 'any':
      return () => true;
    case 'shipped':
      return (order) => displayFulfillmentStatus(order) === 'FULFILLED';
    case 'unshipped':
      return (order) => order.fulfillments.every((f) => f.status === 'CANCELLED');
    case 'partial':
      return (order) => displayFulfillmentStatus(order) === 'PARTIALLY_FULFILLED';
    default:
      return (order) => displayFulfillmentStatus(order).toLowerCase() === value.toLowerCase();
  }
};

/**
 * Every name that begins with the first word of the wanted one: `#1-A` finds `#12-A` and `#13-A` too, since the
 * suffix is no part of that word. Who wants one order looks through what comes back.
 * Source: https://github.com/Shopify/shopify_python_api/issues/525
 */
function named(value: string): Matcher<Order> {
  const [stem = ''] = /[a-z0-9]+/i.exec(value) ?? [];
  const wanted = stem.toLowerCase();
  return (order) => wanted !== '' && order.name.replace('#', '').toLowerCase().startsWith(wanted);
}

const FILTERS: Readonly<Record<string, Filter<Order>>> = {
  name: named,
  confirmation_number: equals((order) => order.confirmationNumber),
  email: equals((order) => order.email),
  id: numeric((order) => order.id),
  customer_id: numeric((order) => order.customerId ?? -1),
  created_at: time((order) => order.createdAt),
  processed_at: time((order) => order.processedAt),
  updated_at: time((order) => order.updatedAt),
  status,
  financial_status: financialStatus,
  fulfillment_status: fulfillmentStatus,
  return_status: equals((order) => returnStatus(order)),
  tag: (value) => (order) => order.tags.some((tag) => tag.toLowerCase() === value.toLowerCase()),
  tag_not: (value) => (order) =>
    order.tags.every((tag) => tag.toLowerCase() !== value.toLowerCase()),
  test: equals((order) => String(order.test)),
  gateway: (value) => (order) =>
    order.transactions.some((t) => t.gateway.toLowerCase() === value.toLowerCase()),
  risk_level: (value) => (order) =>
    order.risk.some((assessment) => assessment.level.toLowerCase() === value.toLowerCase()),
  source_name: equals((order) => order.sourceName),
  sku: (value) => (order) => order.lines.some((line) => line.sku === value),
  requested_order_edit_status: equals(displayRequestedEditStatus),
};

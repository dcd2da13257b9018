/**
 * The search syntax of `orders(query:)`: terms joined by AND (also unsaid) and OR, NOT or `-` before
 * a term, brackets, quotes, comma lists and comparisons. A filter that is not simulated is an error,
 * never an empty answer.
 * Source: https://shopify.dev/docs/api/usage/search-syntax
 */
import type { Order, Shop } from '../world/model.ts';
import {
  displayFinancialStatus,
  displayFulfillmentStatus,
  returnStatus,
} from '../world/order-status.ts';
import { totalReceived } from '../world/order-totals.ts';
import { notSimulated } from './not-simulated.ts';

type Matcher = (order: Order) => boolean;

export function orderMatcher(shop: Shop, query: string): Matcher {
  const tokens = tokenize(query);
  if (tokens.length === 0) return () => true;
  let position = 0;

  const either = (): Matcher => {
    let left = all();
    while (tokens[position] === 'OR') {
      position += 1;
      const [a, b] = [left, all()];
      left = (order) => a(order) || b(order);
    }
    return left;
  };
  const all = (): Matcher => {
    let left = one();
    for (;;) {
      if (tokens[position] === 'AND') position += 1;
      const next = tokens[position];
      if (next === undefined || next === 'OR' || next === ')') return left;
      const [a, b] = [left, one()];
      left = (order) => a(order) && b(order);
    }
  };
  const one = (): Matcher => {
    const token = tokens[position];
    position += 1;
    if (token === undefined) throw notSimulated(`search syntax "${query}"`);
    if (token === '(') {
      const inside = either();
      position += 1;
      return inside;
    }
    if (token === 'NOT') {
      const inside = one();
      return (order) => !inside(order);
    }
    if (token.startsWith('-')) {
      const inside = term(shop, token.slice(1));
      return (order) => !inside(order);
    }
    return term(shop, token);
  };
  return either();
}

function tokenize(query: string): string[] {
  const pattern = /\(|\)|(?:-?[A-Za-z_]+:)?(?:[<>]=?)?(?:"[^"]*"|'[^']*')|[^\s()]+/g;
  return query.match(pattern) ?? [];
}

function unquote(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

function term(shop: Shop, token: string): Matcher {
  const match = /^([A-Za-z_]+):(.*)$/.exec(token);
  if (match === null) return freeText(shop, unquote(token));
  const [, field = '', raw = ''] = match;
  const [, comparison = '', text = ''] = /^([<>]=?)?(.*)$/.exec(raw) ?? [];
  const values = unquote(text)
    .split(',')
    .map((value) => unquote(value.trim()));
  const filter = FILTERS[field.toLowerCase()];
  if (filter === undefined) throw notSimulated(`orders(query: "${field}:…")`);
  const matchers = values.map((value) => filter(value, comparison, shop));
  return (order) => matchers.some((matches) => matches(order));
}

function freeText(shop: Shop, text: string): Matcher {
  const wanted = text.toLowerCase().replace(/\*$/, '');
  return (order) => {
    const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
    const fields = [
      order.name,
      order.name.replace('#', ''),
      order.email ?? '',
      customer?.email ?? '',
      ...(customer === undefined
        ? []
        : [customer.firstName, customer.lastName, `${customer.firstName} ${customer.lastName}`]),
    ];
    return fields.some((field) => field.toLowerCase().startsWith(wanted));
  };
}

type Filter = (value: string, comparison: string, shop: Shop) => Matcher;

const equals =
  (of: (order: Order, shop: Shop) => string | null): Filter =>
  (value, _comparison, shop) =>
  (order) =>
    (of(order, shop) ?? '').toLowerCase() === value.toLowerCase();

const numeric =
  (of: (order: Order) => number): Filter =>
  (value, comparison) => {
    const wanted = Number(value.replace(/^gid:\/\/shopify\/\w+\//, ''));
    return (order) => compare(of(order), comparison, wanted);
  };

const time =
  (of: (order: Order) => number | null): Filter =>
  (value, comparison) => {
    const wanted = Date.parse(value);
    if (Number.isNaN(wanted)) throw notSimulated(`search date "${value}"`);
    // A bare date stands for the whole day.
    const wholeDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && comparison === '';
    return (order) => {
      const at = of(order);
      if (at === null) return false;
      if (wholeDay) return at >= wanted && at < wanted + 24 * 3600 * 1000;
      return compare(at, comparison, wanted);
    };
  };

function compare(actual: number, comparison: string, wanted: number): boolean {
  switch (comparison) {
    case '<':
      return actual < wanted;
    case '<=':
      return actual <= wanted;
    case '>':
      return actual > wanted;
    case '>=':
      return actual >= wanted;
    default:
      return actual === wanted;
  }
}

const status: Filter = (value) => {
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

const financialStatus: Filter = (value) => {
  if (value === 'any') return () => true;
  if (value === 'unpaid') return (order) => totalReceived(order) === 0;
  return (order) => (displayFinancialStatus(order) ?? '').toLowerCase() === value.toLowerCase();
};

const fulfillmentStatus: Filter = (value) => {
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

const FILTERS: Readonly<Record<string, Filter>> = {
  name: (value) => (order) =>
    order.name.replace('#', '').toLowerCase() === value.replace('#', '').toLowerCase(),
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
  requested_order_edit_status: (value) => (order) =>
    order.requestedEdits.some((edit) => edit.status.toLowerCase() === value.toLowerCase()),
};

import { readFile } from 'node:fs/promises';

import { describe, expect, test } from 'vitest';

import type { Order } from '../world/model.ts';
import { displayFinancialStatus, displayFulfillmentStatus } from '../world/orders/order-status.ts';
import * as totals from '../world/orders/order-totals.ts';
import { createDemoWorld } from './demo.ts';

const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);
const world = createDemoWorld({ now: NOW, seed: 1 });
const shop = [...world.shops.values()][0];
const orders = [...(shop?.orders.values() ?? [])];
const has = (matches: (order: Order) => boolean): boolean => orders.some(matches);

describe('the demo shop', () => {
  test('is large enough to browse', () => {
    expect(orders.length).toBeGreaterThanOrEqual(60);
    expect(shop?.products.size).toBeGreaterThanOrEqual(15);
    expect(shop?.customers.size).toBeGreaterThanOrEqual(8);
    expect(shop?.locations.size).toBe(4);
    expect(shop?.fulfillmentServices.size).toBe(1);
  });

  test('stands at the moment it was made for', () => {
    expect(world.now()).toBe(NOW);
    expect(Math.max(...orders.map((order) => order.createdAt))).toBeLessThanOrEqual(NOW);
  });

  test.each([
    'AUTHORIZED',
    'EXPIRED',
    'PAID',
    'PARTIALLY_PAID',
    'PARTIALLY_REFUNDED',
    'PENDING',
    'REFUNDED',
    'VOIDED',
  ])('has an order whose payment is %s', (status) => {
    expect(has((order) => displayFinancialStatus(order) === status)).toBe(true);
  });

  test.each([
    'UNFULFILLED',
    'ON_HOLD',
    'SCHEDULED',
    'IN_PROGRESS',
    'PARTIALLY_FULFILLED',
    'FULFILLED',
  ])('has an order whose fulfillment is %s', (status) => {
    expect(has((order) => displayFulfillmentStatus(order) === status)).toBe(true);
  });

  test.each(['EUR', 'USD', 'GBP', 'JPY', 'KWD'])('has an order in %s', (currency) => {
    expect(has((order) => order.presentmentCurrency === currency)).toBe(true);
  });

  test('shows one customer several orders less than an hour old that can still be cancelled', () => {
    const maya = [...(shop?.customers.values() ?? [])].find((c) => c.firstName === 'Maya');
    const fresh = orders.filter(
      (order) => order.customerId === maya?.id && NOW - order.createdAt < 3_600_000,
    );
    expect(fresh.length).toBeGreaterThanOrEqual(5);
    expect(fresh.every((order) => order.cancelledAt === null)).toBe(true);
  });

  test('owes nobody anything on a cancelled order, but where money came after all', () => {
    const cancelled = orders.filter((order) => order.cancelledAt !== null);
    const late = (order: Order): boolean =>
      order.transactions.some((t) => t.kind === 'SALE' && t.createdAt > (order.cancelledAt ?? 0));
    expect(cancelled.filter(late)).toHaveLength(1);
    for (const order of cancelled) {
      const owed = late(order) ? -totals.totalReceived(order) : 0;
      expect([order.name, totals.totalOutstanding(order)]).toEqual([order.name, owed]);
    }
  });

  const line = (matches: (line: Order['lines'][number], order: Order) => boolean) => (o: Order) =>
    o.lines.some((candidate) => matches(candidate, o));
  const tagged = (tag: string) =>
    line(({ productId }) => shop?.products.get(productId ?? 0)?.tags.includes(tag) === true);
  const plan = (category: string) =>
    line(({ sellingPlan }) => shop?.sellingPlans.get(sellingPlan?.id ?? 0)?.category === category);
  const open = (matches: (order: Order) => boolean) => (order: Order) =>
    order.cancelledAt === null && order.fulfillments.length === 0 && matches(order);

  const inCash = ({ transactions }: Order, what: 'rounded' | 'change'): boolean =>
    transactions.some(({ gateway, kind, rounding = 0 }) =>
      what === 'change' ? kind === 'CHANGE' : gateway === 'cash' && rounding !== 0,
    );

  test.each<[string, (order: Order) => boolean]>([
    ['final-sale goods', tagged('final-sale')],
    ['made-to-order goods', tagged('made-to-order')],
    ['personalised goods', tagged('personalised')],
    [
      'a gift bought with something else',
      (o) => o.discountApplications.some((a) => a.title.startsWith('Two mugs')),
    ],
    [
      'free shipping from a threshold',
      (o) => o.discountApplications.some((a) => a.title.startsWith('Free shipping from')),
    ],
    ['three discounts at once', (o) => o.discountApplications.length === 3],
    ['gift cards sold', line((l) => l.isGiftCard)],
    [
      'a subscription with a contract',
      line((l, o) => l.contractId !== null && plan('SUBSCRIPTION')(o)),
    ],
    ['a pre-order', plan('PRE_ORDER')],
    ['a high risk', (o) => o.risk.some(({ level }) => level === 'HIGH')],
    ['an open chargeback', (o) => o.disputes.some(({ status }) => status === 'NEEDS_RESPONSE')],
    ['cash paid in a shop', (o) => o.retailLocationId !== null],
    ['cash rounded, and change given', (o) => inCash(o, 'rounded') && inCash(o, 'change')],
    ['a tip that is a line item', line((l) => l.tip !== undefined)],
    ['another app that brought it in', (o) => o.importedByAppId !== null],
    ['payment terms of a company', (o) => o.companyId !== null && o.paymentTerms !== null],
    ['a taxed duty and a fee', (o) => o.additionalFees.length > 0],
    ['money owed after an edit', (o) => o.edited && totals.totalOutstanding(o) < 0],
  ])('has an order nothing was sent of yet, with %s', (_what, matches) => {
    expect(has(open(matches))).toBe(true);
  });

  const bundleSentInPart = line(
    (l) => l.group !== null && l.fulfilledQuantity > 0 && l.fulfilledQuantity < l.quantity,
  );
  test('has a bundle of which a part was sent', () => {
    expect(has(bundleSentInPart)).toBe(true);
  });

  const gateways = ({ transactions }: Order): readonly string[] =>
    [...new Set(transactions.map(({ gateway }) => gateway))].sort();
  const held = ({ fulfillmentOrders }: Order): boolean =>
    fulfillmentOrders.some(({ holds }) => holds.length > 0);
  const accepted = ({ fulfillmentOrders }: Order): boolean =>
    fulfillmentOrders.some(({ requestStatus }) => requestStatus === 'ACCEPTED');

  /** What the documentation says of an order, as the world knows it. */
  const SHOWN: Readonly<Record<string, (order: Order) => boolean>> = {
    'an authorization that has expired': (o) => displayFinancialStatus(o) === 'EXPIRED',
    'an open chargeback': (o) => o.disputes.some(({ status }) => status === 'NEEDS_RESPONSE'),
    'payment terms of a company': (o) => o.companyId !== null && o.paymentTerms !== null,
    'captured in part, the rest authorized': (o) => displayFinancialStatus(o) === 'PARTIALLY_PAID',
    yen: (o) => o.presentmentCurrency === 'JPY',
    'gift cards sold, of which one was spent': (o) =>
      [...(shop?.giftCards.values() ?? [])].some(
        ({ soldBy, balance, initialValue }) => soldBy?.orderId === o.id && balance < initialValue,
      ),
    'money owed to the customer after an edit': (o) => o.edited && totals.totalOutstanding(o) < 0,
    'a bundle, sent in part': bundleSentInPart,
    'a tip that is a line item': line((l) => l.tip !== undefined),
    'a cash sale: rounded, and with change': (o) => inCash(o, 'rounded') && inCash(o, 'change'),
    'high risk, on hold by another app': (o) => o.risk.some((r) => r.level === 'HIGH') && held(o),
    'a gift bought with something else': (o) =>
      o.discountApplications.some(({ title }) => title.startsWith('Two mugs')),
    'a payment that the bank has not answered': (o) =>
      o.transactions.some((t) => t.gateway === 'sepa_debit' && t.status === 'PENDING'),
    'goods at a fulfillment service that has accepted them, and goods on shelf': (o) =>
      accepted(o) && o.fulfillmentOrders.some((work) => work.fulfillmentServiceHandle === null),
    'a gift card and a card': (o) => gateways(o).join() === 'gift_card,shopify_payments',
  };

  test('has every order that docs/demo-shop.md names', async () => {
    const docs = await readFile(new URL('../docs/demo-shop.md', import.meta.url), 'utf8');
    const named = [...docs.matchAll(/^\| #(\d+) \| (.+?) *\|$/gm)].map(([, number, shows]) => ({
      number: Number(number),
      shows: shows ?? '',
    }));
    expect(named.map(({ shows }) => shows)).toEqual(Object.keys(SHOWN));
    for (const { number, shows } of named) {
      const order = orders.find((one) => one.number === number);
      expect([number, shows, order && SHOWN[shows]?.(order)]).toEqual([number, shows, true]);
    }
    expect(docs).toContain(`among its ${orders.length} orders`);
  });

  test('has a gift card that was sold by one order and spent on another', () => {
    const cards = [...(shop?.giftCards.values() ?? [])].filter((card) => card.soldBy !== null);
    expect(cards.some((card) => card.balance < card.initialValue)).toBe(true);
  });

  test('sells into two markets, and every product for sale in a shop is in a collection', () => {
    expect([...(shop?.markets.values() ?? [])].map(({ name }) => name)).toEqual([
      'Germany',
      'International',
    ]);
    const collected = new Set([...(shop?.collections.values() ?? [])].flatMap((c) => c.productIds));
    const left = [...(shop?.products.values() ?? [])].filter(({ id }) => !collected.has(id));
    expect(left.map(({ title }) => title)).toEqual(['Weaving pattern', 'Gift card']);
  });

  test('has ninety days behind it, with cancellations in every month, fast and slow', () => {
    const DAY = 24 * 3_600_000;
    expect(Math.min(...orders.map((order) => order.createdAt))).toBeLessThan(NOW - 88 * DAY);
    for (const month of [0, 1, 2]) {
      const then = orders.filter(
        ({ createdAt }) => Math.floor((NOW - createdAt) / (30 * DAY)) === month,
      );
      expect(then.length).toBeGreaterThanOrEqual(40);
      const took = then.flatMap((o) =>
        o.cancelledAt === null ? [] : [o.cancelledAt - o.createdAt],
      );
      expect(Math.min(...took)).toBeLessThan(2 * 3_600_000);
      expect(Math.max(...took)).toBeGreaterThan(5 * 3_600_000);
    }
  });

  test('never sold what it did not have', () => {
    const levels = [...(shop?.inventoryItems.values() ?? [])].flatMap((i) => [
      ...i.levels.values(),
    ]);
    expect(levels.filter(({ available, committed }) => available < 0 || committed < 0)).toEqual([]);
  });

  test('writes only to addresses that cannot exist', () => {
    for (const customer of shop?.customers.values() ?? []) {
      expect(customer.email).toMatch(/@example\.(com|org)$/);
    }
  });

  test('is the same shop for the same moment and seed, and another for another seed', () => {
    const ledgerOf = (seed: number): string =>
      JSON.stringify(createDemoWorld({ now: NOW, seed }).ledger.entries());
    expect(ledgerOf(1)).toBe(JSON.stringify(world.ledger.entries()));
    expect(ledgerOf(2)).not.toBe(ledgerOf(1));
  });
});

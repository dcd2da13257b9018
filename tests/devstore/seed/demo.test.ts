import { describe, expect, test } from 'vitest';
import type { Order } from '../world/model.ts';
import { displayFinancialStatus, displayFulfillmentStatus } from '../world/order-status.ts';
import * as totals from '../world/order-totals.ts';
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
  ])('has an order whose fulfilment is %s', (status) => {
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

  test('owes nobody anything on a cancelled order', () => {
    for (const order of orders.filter((o) => o.cancelledAt !== null)) {
      expect([order.name, totals.totalOutstanding(order)]).toEqual([order.name, 0]);
    }
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

import { expect, test } from 'vitest';

import type { ShopDomain } from '../../domain/ids.ts';
import { ok } from '../../domain/result.ts';
import type { AdminClient } from '../client/admin-client.ts';
import { createOrderSnapshots } from './order-snapshots.ts';

const SHOP = 'unit-test.myshopify.com' as ShopDomain;
const order = (number: number, changes: object = {}) => ({
  id: `gid://shopify/Order/${number}`,
  name: `#${number}`,
  customer: { id: 'gid://shopify/Customer/3', firstName: 'Casey', lastName: null },
  email: null,
  createdAt: '2026-11-22T08:59:00Z',
  updatedAt: '2026-11-22T08:59:00Z',
  cancelledAt: null,
  displayFinancialStatus: 'PAID',
  displayFulfillmentStatus: 'UNFULFILLED',
  tags: [],
  displayAddress: null,
  risk: { assessments: [] },
  totalPriceSet: { presentmentMoney: { amount: '1.00', currencyCode: 'EUR' } },
  ...changes,
});
const priced = (amount: string, currencyCode: string) => ({
  totalPriceSet: { presentmentMoney: { amount, currencyCode } },
});
const showing = (...nodes: readonly unknown[]) => {
  const pageInfo = { hasNextPage: false, endCursor: null };
  const send = async () => ok({ orders: { nodes, pageInfo }, nodes });
  return createOrderSnapshots({ send } as unknown as AdminClient);
};

test.each([
  ['a time that is none', { createdAt: 'soon' }],
  [
    'a customer that is none',
    { customer: { id: 'gid://shopify/Company/3', firstName: 'x', lastName: null } },
  ],
  ['an amount finer than its currency', priced('1.005', 'EUR')],
  ['an amount in words', priced('one', 'EUR')],
  ['a currency of tomorrow', priced('1.00', 'QQQ')],
  ['a total that is missing', { totalPriceSet: null }],
])('case 66: an order with %s is set aside by itself', async (_what, changes) => {
  const snapshots = showing(order(1), order(2, changes), order(3));
  const listed = await snapshots.listOrders(SHOP, { updatedSince: null, after: null });
  const read = await snapshots.readSnapshots(SHOP, []);
  for (const page of [listed, read]) {
    expect(page).toMatchObject({
      ok: true,
      value: {
        orders: [{ name: '#1' }, { name: '#3' }],
        unreadable: [{ id: 'gid://shopify/Order/2', name: '#2' }],
      },
    });
  }
});

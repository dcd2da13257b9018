import { beforeEach, expect, test } from 'vitest';

import type { GuestOrders } from '../../../app/application/guest/ports.ts';
import type { OrderId } from '../../../app/domain/ids.ts';
import { createGuestOrders } from '../../../app/platform/reads/guest-orders.ts';
import { type PlatformStage, setPlatformStage } from '../../support/stages/platform-stage.ts';

/* Finding an order by its number on the local Shopify. */

let stage: PlatformStage;
let guestOrders: GuestOrders;
let id: OrderId;
let name: string;

beforeEach(() => {
  stage = setPlatformStage();
  guestOrders = createGuestOrders(stage.client);
  id = stage.place({ payment: 'paid' });
  stage.place({ payment: 'paid' });
  const order = stage.worldOrder(id);
  order.phone = '+49 1512 3456789';
  name = order.name;
});

test('case 47: an order is found by its number, with what its buyer can be recognised by', async () => {
  const expected = [
    {
      id,
      name,
      email: 'casey.sample@example.com',
      phones: ['+49 1512 3456789'],
    },
  ];
  for (const typed of [name, name.replace('#', '')]) {
    expect(await guestOrders.named(stage.shop, typed)).toEqual({ ok: true, value: expected });
  }
});

test.each(['9999', '', '*', '" OR name:*', 'x" OR email:"casey.sample@example.com', '\\'])(
  'case 47: the number %j finds no order',
  async (typed) => {
    expect(await guestOrders.named(stage.shop, typed)).toEqual({ ok: true, value: [] });
  },
);

test('a platform that does not answer is a failure to try again, not a missing order', async () => {
  const silent = createGuestOrders({
    ...stage.client,
    send: async () => ({
      ok: false,
      error: {
        kind: 'unavailable',
        code: null,
        message: 'No answer.',
        mayHaveApplied: false,
        retryAfter: null,
      },
    }),
  });
  expect(await silent.named(stage.shop, name)).toMatchObject({ ok: false });
});

test('case 71: the order of that very name is found behind any number of neighbours', async () => {
  const neighbour = (number: number) => ({
    id: `gid://shopify/Order/${number}`,
    name: `#1042-${number}`,
    email: null,
    phone: null,
    shippingAddress: null,
    billingAddress: null,
  });
  const wanted = { ...neighbour(7), name: '#1042', email: 'casey.sample@example.com' };
  const pages = new Map([
    [null, { nodes: [neighbour(1), neighbour(2)], next: 'second' }],
    ['second', { nodes: [neighbour(3), wanted], next: 'third' }],
  ]);
  const searching = createGuestOrders({
    send: async (_shop, _document, variables) => {
      const { after } = variables as { after: string | null };
      const page = pages.get(after);
      if (!page) throw new Error('Read on after the order was found');
      const pageInfo = { hasNextPage: true, endCursor: page.next };
      return { ok: true, value: { orders: { nodes: page.nodes, pageInfo } } as never };
    },
    mutate: () => Promise.reject(new Error('Looking an order up changes nothing')),
  });
  const found = await searching.named(stage.shop, '1042');
  expect(found.ok && found.value.map((order) => order.name)).toEqual(['#1042']);
});

test('case 71: neighbours are not mistaken for the order', async () => {
  const found = await guestOrders.named(stage.shop, name.slice(0, -1));
  expect(found).toEqual({ ok: true, value: [] });
});

test('case 47: an order is found by its mail address where the shop has not granted phone numbers', async () => {
  const effect = { kind: 'field_denied', field: 'phone' };
  const fault = { at: 'admin_api', operation: 'FindOrdersByName', effect };
  stage.scene.world.faults.inject({ fault: fault as never });
  expect(await guestOrders.named(stage.shop, name)).toMatchObject({
    ok: true,
    value: [{ id, email: 'casey.sample@example.com', phones: [] }],
  });
});

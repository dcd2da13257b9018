import { beforeEach, expect, test } from 'vitest';

import type { GuestOrders } from '../../app/application/guest-ports.ts';
import type { OrderId } from '../../app/domain/ids.ts';
import { createGuestOrders } from '../../app/platform/guest-orders.ts';
import { type PlatformStage, setPlatformStage } from '../support/platform-stage.ts';

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

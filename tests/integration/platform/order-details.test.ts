import { beforeEach, expect, test } from 'vitest';

import type { OrderId } from '../../../app/domain/ids.ts';
import { type PlatformStage, setPlatformStage } from '../../support/stages/platform-stage.ts';

/* What staff see beside an order, read from the local Shopify. */

let stage: PlatformStage;
let id: OrderId;

beforeEach(() => {
  stage = setPlatformStage();
  id = stage.place({ payment: 'paid' });
});

const details = async () => {
  const read = await stage.platform.readOrderDetails(stage.shop, id);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

const contact = async () => (await details())?.contact ?? null;

test('an order shows name, mail address and phone number', async () => {
  stage.worldOrder(id).phone = '+4915123456789';
  expect(await contact()).toMatchObject({
    email: 'casey.sample@example.com',
    phone: '+4915123456789',
  });
});

test('an order that was placed with a phone number alone shows that', async () => {
  Object.assign(stage.worldOrder(id), { customerId: null, email: null, phone: '+4915123456789' });
  expect(await contact()).toMatchObject({ name: null, email: null, phone: '+4915123456789' });
});

test.each(['phone', 'email', 'customer', 'shippingAddress'])(
  'what the shop has not granted (%s) leaves the rest to be seen',
  async (field) => {
    stage.worldOrder(id).phone = '+4915123456789';
    const effect = { kind: 'field_denied', field };
    const fault = { at: 'admin_api', operation: 'ReadOrderDetails', effect };
    stage.scene.world.faults.inject({ fault: fault as never });
    const shown = await contact();
    expect(shown).not.toBeNull();
    const withheld =
      field === 'customer' ? 'name' : field === 'shippingAddress' ? 'address' : field;
    expect(shown).toMatchObject({ [withheld]: null });
    expect(Object.values(shown ?? {}).some((part) => part !== null)).toBe(true);
  },
);

test('a hold is shown with why it was put', async () => {
  const { world } = stage.scene;
  const [work] = stage.worldOrder(id).fulfillmentOrders;
  if (!work) throw new Error('The order has nothing to send.');
  world.commerce.holdByOtherApp(stage.shop, stage.worldOrder(id).id, work.id, {
    appTitle: 'Fraud Guard',
    reason: 'HIGH_RISK_OF_FRAUD',
    reasonNotes: 'Two cards were tried.',
  });
  expect((await details())?.holds).toEqual([
    {
      fulfillmentOrderId: `gid://shopify/FulfillmentOrder/${work.id}`,
      heldByThisApp: false,
      reason: 'High risk of fraud',
      notes: 'Two cards were tried.',
    },
  ]);
});

test('the note, and how many orders its customer has, stand beside it', async () => {
  stage.worldOrder(id).note = 'Please ring twice.';
  stage.place();
  expect(await details()).toMatchObject({ note: 'Please ring twice.', ordersOfCustomer: 2 });
});

test('what its customer asked for by Shopify’s own button stands beside it, answered or not', async () => {
  const { world } = stage.scene;
  const [line] = stage.worldOrder(id).lines;
  if (!line) throw new Error('The order has no line.');
  const ask = () =>
    world.commerce.requestOrderEdit(stage.shop, stage.worldOrder(id).id, [
      { lineItemId: line.id, quantity: 1 },
    ]);
  const { id: asked } = ask();
  world.commerce.answerOrderEdit(stage.shop, stage.worldOrder(id).id, asked, 'decline');
  stage.wait(60);
  ask();
  const items = [{ quantity: 1, title: line.title }];
  expect((await details())?.nativeRequests).toEqual([
    { status: 'REQUESTED', requestedAt: world.now(), items },
    { status: 'DECLINED', requestedAt: world.now() - 60_000, items },
  ]);
});

test('without what Shopify cannot say of such requests, the rest is shown', async () => {
  const fault = {
    at: 'admin_api',
    operation: 'ReadRequestedOrderEdits',
    effect: { kind: 'root_denied' },
  };
  stage.scene.world.faults.inject({ fault: fault as never });
  expect(await details()).toMatchObject({ ordersOfCustomer: 1, nativeRequests: [] });
});

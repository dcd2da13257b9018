import { addScenarioShop, SKU } from 'devstore/seed';
import type { App, Order, WebhookDelivery } from 'devstore/world';
import { beforeEach, describe, expect, test } from 'vitest';

import type { OrderId, ShopDomain } from '../../app/domain/ids.ts';
import { err } from '../../app/domain/result.ts';
import { DAY, MINUTE } from '../../app/domain/time.ts';
import { platformError } from '../../app/platform/client/platform-error.ts';
import { runJob } from '../simulation/run-job.ts';
import { receiveDelivery } from '../simulation/adapters/webhook-carrier.ts';
import { type Stage, openStage } from './stage.ts';

/*
 * The signature of a webhook covers its body and none of its headers. Whoever gets hold of one delivery can send
 * it again under any topic, shop and time.
 */

const OTHER_SHOP = 'another-shop.myshopify.com' as ShopDomain;

let stage: Stage;
let app: App;
let shop: ShopDomain;
let count: number;
beforeEach(async () => {
  stage = await openStage({});
  const { world, domain } = stage.scene;
  shop = domain as ShopDomain;
  const registered = world.apps.get('unorder');
  if (!registered) throw new Error('The app is not registered');
  app = registered;
  count = 0;
  await stage.settle();
});

/** Brings a body that Shopify has signed, under headers of the sender's choice, and lets it be applied. */
async function send(topic: string, body: object, from: ShopDomain = shop): Promise<number> {
  count += 1;
  const headers = {
    'X-Shopify-Topic': topic,
    'X-Shopify-Shop-Domain': from,
    'X-Shopify-Webhook-Id': `forged-${count}`,
    'X-Shopify-Event-Id': `forged-${count}`,
    'X-Shopify-Api-Version': '2026-10',
    'X-Shopify-Triggered-At': new Date(stage.scene.world.now()).toISOString(),
  };
  const delivery = { body: JSON.stringify(body), headers } as unknown as WebhookDelivery;
  const status = await receiveDelivery(stage.deps, app, delivery);
  for (const { job } of stage.deps.database.takeJobs(stage.scene.world.now(), 50)) {
    await runJob(stage.deps, job);
  }
  return status;
}

const orderBody = (changes: object = {}) => ({
  id: stage.order.id,
  admin_graphql_api_id: stage.orderId,
  name: stage.order.name,
  email: 'casey@example.com',
  created_at: '2026-10-15T09:00:00Z',
  updated_at: '2030-01-01T00:00:00Z',
  financial_status: 'voided',
  fulfillment_status: null,
  total_price_set: { presentment_money: { amount: '25.00', currency_code: 'EUR' } },
  customer: null,
  ...changes,
});

const listed = (id: OrderId = stage.orderId, of = shop) => stage.deps.orders.get(of, id);

describe('a webhook whose headers were swapped', () => {
  test('brings no other shop’s order into a list', async () => {
    const { world } = stage.scene;
    const other = addScenarioShop(world, { handle: 'another-shop' });
    world.apps.install('unorder', other.domain);
    expect(await send('orders/create', orderBody(), other.domain as ShopDomain)).toBe(200);
    expect(await listed(stage.orderId, other.domain as ShopDomain)).toBeNull();
    expect(await listed()).toMatchObject({ financialStatus: 'PAID' });
  });

  test('brings an order that is new to the lists as the platform shows it, not as it was sent', async () => {
    const unheard = await openStage({});
    const before = stage;
    stage = unheard;
    try {
      shop = unheard.scene.domain as ShopDomain;
      const registered = unheard.scene.world.apps.get('unorder');
      if (!registered) throw new Error('The app is not registered');
      app = registered;
      expect(await send('orders/updated', orderBody())).toBe(200);
      expect(await listed()).toMatchObject({ financialStatus: 'PAID' });
    } finally {
      stage = before;
    }
  });

  test('takes no order out of the lists that the platform still shows', async () => {
    expect(await send('orders/delete', { id: stage.order.id })).toBe(200);
    expect(await listed()).not.toBeNull();
    expect(await send('orders/delete', orderBody())).toBe(200);
    expect(await listed()).toMatchObject({ financialStatus: 'PAID' });
  });

  test('takes no order out of the lists that is only too old to be shown', async () => {
    stage.scene.world.advanceTo(stage.order.createdAt + 61 * DAY);
    expect(await send('orders/delete', { id: stage.order.id })).toBe(200);
    expect(await listed()).not.toBeNull();
  });

  test.each([
    ['an uninstall', 'app/uninstalled', (named: string) => ({ id: 1, myshopify_domain: named })],
    [
      'a customer’s erasure',
      'customers/redact',
      (named: string) => ({
        shop_id: 1,
        shop_domain: named,
        customer: { id: stage.order.customerId },
        orders_to_redact: [stage.order.id],
      }),
    ],
    [
      'a customer’s question',
      'customers/data_request',
      (named: string) => ({
        shop_id: 1,
        shop_domain: named,
        customer: { id: stage.order.customerId },
        orders_requested: [],
        data_request: { id: 9 },
      }),
    ],
    ['a shop’s erasure', 'shop/redact', (named: string) => ({ shop_id: 1, shop_domain: named })],
  ])('makes nothing of %s that was signed for another shop', async (_what, topic, body) => {
    expect(await send(topic, body(OTHER_SHOP))).toBe(401);
    expect(await listed()).toHaveProperty('customerName', expect.any(String));
    expect(await stage.deps.dataRequests.list(shop)).toEqual([]);
    // Shopify's own examples name no shop at all: taken, and nothing comes of it.
    expect(await send(topic, body('{shop}.myshopify.com'))).toBe(200);
    expect(await listed()).toHaveProperty('customerName', expect.any(String));
  });

  test.each([
    ['customers/redact', 'shop/redact'],
    ['customers/data_request', 'shop/redact'],
    ['customers/data_request', 'customers/redact'],
    ['customers/redact', 'customers/data_request'],
    ['shop/redact', 'customers/redact'],
    ['shop/redact', 'customers/data_request'],
    ['shop/redact', 'app/uninstalled'],
    ['orders/updated', 'customers/redact'],
    ['orders/updated', 'shop/redact'],
    ['orders/updated', 'app/scopes_update'],
    ['orders/delete', 'orders/updated'],
    ['refunds/create', 'fulfillments/update'],
    ['app/uninstalled', 'orders/updated'],
  ])('makes nothing of the body of %s under %s', async (own, topic) => {
    const domains = { shop_id: 1, shop_domain: shop };
    const customer = { id: stage.order.customerId };
    const bodies: Readonly<Record<string, object>> = {
      'customers/redact': { ...domains, customer, orders_to_redact: [stage.order.id] },
      'customers/data_request': {
        ...domains,
        customer,
        orders_requested: [],
        data_request: { id: 9 },
      },
      'shop/redact': domains,
      'orders/updated': orderBody(),
      'orders/delete': { id: stage.order.id },
      'app/uninstalled': { id: 1, myshopify_domain: shop },
      'refunds/create': {
        id: 1,
        admin_graphql_api_id: 'gid://shopify/Refund/1',
        order_id: stage.order.id,
      },
    };
    const before = await listed();
    expect(await send(topic, bodies[own] ?? {})).toBe(422);
    expect(await listed()).toEqual(before);
    expect(await stage.deps.dataRequests.list(shop)).toEqual([]);
  });

  test('neither uninstalls nor erases a shop that has the app, sent again as it once was true', async () => {
    const uninstalled: ShopDomain[] = [];
    const { installations } = stage.deps;
    const noting = async (gone: ShopDomain) => void uninstalled.push(gone);
    const deps = { ...stage.deps, installations: { ...installations, uninstalled: noting } };
    stage = { ...stage, deps };
    expect(await send('app/uninstalled', { id: 1, myshopify_domain: shop })).toBe(200);
    // A report of a deleted order looks like one, too.
    expect(await send('app/uninstalled', { id: stage.order.id })).toBe(200);
    expect(await send('shop/redact', { shop_id: 1, shop_domain: shop })).toBe(200);
    expect(uninstalled).toEqual([]);
    expect(await listed()).toHaveProperty('customerName', expect.any(String));
  });
});

describe('case 73: a deleted order', () => {
  test('leaves the lists, and no late report of it brings it back', async () => {
    const { world } = stage.scene;
    world.shops.get(shop)?.orders.delete(stage.order.id);
    expect(await send('orders/delete', { id: stage.order.id })).toBe(200);
    expect(await listed()).toBeNull();
    expect(await send('orders/updated', orderBody())).toBe(200);
    expect(await listed()).toBeNull();
    await stage.reconcile();
    expect(await listed()).toBeNull();
  });
});

describe('case 76: equal payloads within fifteen minutes never arrive', () => {
  const arrived = (topic: string) => stage.scene.world.webhooks.list({ shop, topic }).length;

  test.each([
    [
      'an edit',
      'orders/edited',
      ({ id, lines: [line] }: Order, times: number) => {
        const changed = { lineItemId: line?.id ?? 0, quantity: 5 - times, restock: true };
        stage.scene.world.commerce.editOrder(shop, id, [changed]);
      },
    ],
    [
      'a hold',
      'fulfillment_holds/added',
      ({ id, fulfillmentOrders: [work] }: Order, times: number) => {
        const hold = { appTitle: 'Careful Checks', handle: `check-${times}` };
        stage.scene.world.commerce.holdByOtherApp(shop, id, work?.id ?? 0, hold);
      },
    ],
    [
      'the release of a hold',
      'fulfillment_holds/released',
      ({ id, fulfillmentOrders: [work] }: Order) => {
        const { commerce } = stage.scene.world;
        const hold = commerce.holdByOtherApp(shop, id, work?.id ?? 0, { appTitle: 'Checks' });
        commerce.releaseHold(shop, id, work?.id ?? 0, hold.id);
      },
    ],
  ])('%s arrives each time', async (_what, topic, happens) => {
    stage = await openStage({ lines: [{ sku: SKU.mug, quantity: 5 }] });
    shop = stage.scene.domain as ShopDomain;
    for (let times = 1; times <= 2; times += 1) {
      happens(stage.order, times);
      await stage.settle(MINUTE);
      expect(arrived(topic)).toBe(times);
    }
  });
});

test('case 60: an uninstall that the platform confirms is believed, and then the shop is erased on request', async () => {
  const { world } = stage.scene;
  world.apps.uninstall('unorder', shop);
  const gone = async () => err(platformError('unauthorized', 'HTTP_401', 'No.'));
  const deps = { ...stage.deps, platform: { ...stage.deps.platform, readInstallation: gone } };
  stage = { ...stage, deps };
  expect(await send('shop/redact', { shop_id: 1, shop_domain: shop })).toBe(200);
  expect(await listed()).toBeNull();
  expect(await send('orders/updated', orderBody())).toBe(200);
  expect(await listed()).toBeNull();
});

test('a shop that is frozen or out of reach has uninstalled nothing: it is asked again later', async () => {
  for (const kind of ['shop_gone', 'unavailable', 'throttled'] as const) {
    const silent = async () => err(platformError(kind, null, 'No.'));
    const deps = { ...stage.deps, platform: { ...stage.deps.platform, readInstallation: silent } };
    const before = stage;
    stage = { ...stage, deps };
    const erase = send('shop/redact', { shop_id: 1, shop_domain: shop });
    await expect(erase).rejects.toMatchObject({ name: 'WebhookNotApplied' });
    stage = before;
    expect(await listed()).not.toBeNull();
  }
});

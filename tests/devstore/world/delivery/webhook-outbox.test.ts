import { beforeEach, describe, expect, test } from 'vitest';
import { createScenarioShop, seedOrder, type ScenarioShop } from '../../seed/scenario.ts';
import type { ProtectedData, WebhookSubscriptionSpec } from '../contracts/contract.ts';

const CLIENT = 'listening-app';

function listen(
  scene: ScenarioShop,
  subscriptions: readonly WebhookSubscriptionSpec[],
  protectedData?: ProtectedData,
): void {
  scene.world.apps.register({
    clientId: CLIENT,
    clientSecret: 'listening-app-secret',
    title: 'Listening app',
    handle: 'listening-app',
    scopes: ['read_orders'],
    applicationUrl: 'https://app.example.com',
    webhookApiVersion: '2026-10',
    webhookSubscriptions: subscriptions,
    ...(protectedData === undefined ? {} : { protectedData }),
  });
  scene.world.apps.install(CLIENT, scene.domain);
}

const on = (
  topic: string,
  more: Partial<WebhookSubscriptionSpec> = {},
): WebhookSubscriptionSpec => ({
  topic,
  uri: '/webhooks',
  ...more,
});

let scene: ScenarioShop;
beforeEach(() => {
  scene = createScenarioShop();
});

const wait = (ms: number): void => scene.world.advanceTo(scene.world.now() + ms);
const sent = (topic: string) => scene.world.webhooks.list({ topic });

describe('what is sent', () => {
  test('an event goes to its subscribers alone, with the documented headers', () => {
    listen(scene, [on('orders/create', { name: 'orders-main' })]);
    const order = seedOrder(scene);
    const [delivery, ...others] = scene.world.webhooks.list();
    expect(others).toEqual([]);
    expect(delivery).toMatchObject({
      topic: 'orders/create',
      url: 'https://app.example.com/webhooks',
      orderId: order.id,
      state: 'scheduled',
      headers: {
        'X-Shopify-Topic': 'orders/create',
        'X-Shopify-Shop-Domain': scene.domain,
        'X-Shopify-API-Version': '2026-10',
        'X-Shopify-Webhook-Id': delivery?.id,
        'X-Shopify-Event-Id': delivery?.eventId,
        'X-Shopify-Name': 'orders-main',
      },
    });
    const payload = JSON.parse(delivery?.body ?? '{}') as Record<string, unknown>;
    expect(payload).toMatchObject({
      id: order.id,
      admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
      financial_status: 'paid',
      total_price: '25.00',
    });
    expect(payload['id']).toBeLessThan(Number.MAX_SAFE_INTEGER);
  });

  test('two subscriptions to one event share the event id and have webhook ids of their own', () => {
    listen(scene, [on('orders/create'), on('orders/create', { uri: '/second' })]);
    seedOrder(scene);
    const [first, second] = sent('orders/create');
    expect(first?.eventId).toBe(second?.eventId);
    expect(first?.id).not.toBe(second?.id);
  });

  test('include_fields cuts the payload, into lists too', () => {
    listen(scene, [on('orders/create', { includeFields: ['id', 'line_items.sku'] })]);
    const order = seedOrder(scene);
    expect(JSON.parse(sent('orders/create')[0]?.body ?? '')).toEqual({
      id: order.id,
      line_items: [{ sku: 'MUG' }],
    });
  });

  test('times are those of the shop’s own clock, with how far it is from UTC', () => {
    listen(scene, [on('orders/create', { includeFields: ['created_at', 'cancelled_at'] })]);
    const order = seedOrder(scene);
    const { created_at: createdAt, cancelled_at: cancelledAt } = JSON.parse(
      sent('orders/create')[0]?.body ?? '',
    ) as Record<string, string | null>;
    expect(createdAt).toMatch(/T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    expect(Date.parse(createdAt ?? '')).toBe(Math.floor(order.createdAt / 1000) * 1000);
    expect(cancelledAt).toBeNull();
  });

  test('of a guest’s order the customer is null, whole or cut', () => {
    listen(scene, [
      on('orders/create', { includeFields: ['id', 'customer.id'] }),
      on('orders/create', { uri: '/whole' }),
    ]);
    scene.world.commerce.placeOrder(scene.domain, {
      lines: [{ sku: 'MUG', quantity: 1 }],
      payments: [{ gateway: 'shopify_payments', state: 'sale' }],
      email: 'guest@example.com',
    });
    for (const { body } of sent('orders/create')) {
      expect(JSON.parse(body)).toMatchObject({ customer: null });
    }
  });

  test('what the app is not approved for is null, and its orders’ own names stay', () => {
    listen(scene, [on('orders/create')], ['name']);
    const order = seedOrder(scene);
    const payload = JSON.parse(sent('orders/create')[0]?.body ?? '') as Record<string, unknown>;
    expect(payload).toMatchObject({
      name: order.name,
      email: null,
      contact_email: null,
      phone: null,
      billing_address: null,
      shipping_address: null,
      customer: {
        id: expect.any(Number) as number,
        email: null,
        first_name: scene.customer.firstName,
      },
    });
  });

  test('of equal payloads only the first within fifteen minutes is sent', () => {
    listen(scene, [
      on('orders/updated', { includeFields: ['id'] }),
      on('orders/updated', { includeFields: ['id', 'updated_at'], uri: '/changing' }),
    ]);
    const order = seedOrder(scene);
    wait(15 * 60_000);
    const to = (path: string) => sent('orders/updated').filter(({ url }) => url.endsWith(path));
    const before = { equal: to('/webhooks').length, changing: to('/changing').length };
    const tag = (name: string) => scene.world.commerce.addTags(scene.domain, order.id, [name]);
    tag('one');
    wait(60_000);
    tag('two');
    expect(to('/webhooks')).toHaveLength(before.equal + 1);
    expect(to('/changing')).toHaveLength(before.changing + 2);
    wait(14 * 60_000);
    tag('three');
    expect(to('/webhooks')).toHaveLength(before.equal + 2);
  });

  test('one cancel sends each of its topics once, and orders/updated for each of its two stages', () => {
    const topics = [
      'orders/cancelled',
      'orders/updated',
      'refunds/create',
      'order_transactions/create',
      'inventory_levels/update',
    ];
    const order = seedOrder(scene);
    listen(
      scene,
      topics.map((topic) => on(topic)),
    );
    scene.world.commerce.cancelInAdmin(scene.domain, order.id);
    wait(5_000);
    expect(topics.map((topic) => [topic, sent(topic).length])).toEqual(
      topics.map((topic) => [topic, topic === 'orders/updated' ? 2 : 1]),
    );
  });

  test('holds, requests and their answers are told with global ids and no order', () => {
    listen(scene, [on('fulfillment_orders/placed_on_hold'), on('fulfillment_holds/added')]);
    const order = seedOrder(scene, { fulfillment: 'held_by_other_app' });
    const id = `gid://shopify/FulfillmentOrder/${order.fulfillmentOrders[0]?.id}`;
    for (const topic of ['fulfillment_orders/placed_on_hold', 'fulfillment_holds/added']) {
      expect(JSON.parse(sent(topic)[0]?.body ?? '')).toMatchObject({ fulfillment_order: { id } });
    }
  });

  test('a pending refund is told when it has ended, not before', () => {
    const order = seedOrder(scene, { payment: 'paypal' });
    listen(scene, [on('order_transactions/create')]);
    scene.world.commerce.refundInAdmin(scene.domain, order.id, { amount: 100 });
    expect(sent('order_transactions/create')).toHaveLength(0);
    wait(15 * 60_000);
    expect(sent('order_transactions/create')).toHaveLength(1);
  });
});

describe('attempts', () => {
  const take = () => scene.world.webhooks.takeDue();
  beforeEach(() => {
    listen(scene, [on('orders/create')]);
    seedOrder(scene);
  });

  test('a delivery is not due at once, is due soon, and is handed over only once', () => {
    expect(take()).toEqual([]);
    wait(2_000);
    expect(take()).toHaveLength(1);
    expect(take()).toEqual([]);
  });

  test('a 2xx delivers it', () => {
    wait(2_000);
    const [delivery] = take();
    scene.world.webhooks.report(delivery?.id ?? '', { status: 204 });
    expect(sent('orders/create')[0]).toMatchObject({ state: 'delivered', attempts: 1 });
    wait(24 * 3600_000);
    expect(take()).toEqual([]);
  });

  test('a failing app gets eight retries within four hours, then no more', () => {
    const begun = scene.world.now();
    let attempts = 0;
    for (let due = scene.world.nextHappeningAt(); due !== null;) {
      scene.world.advanceTo(Math.max(due, scene.world.now()));
      for (const delivery of take()) {
        attempts += 1;
        scene.world.webhooks.report(delivery.id, { error: 'connection refused' });
      }
      due = scene.world.nextHappeningAt();
    }
    expect(attempts).toBe(9);
    expect(sent('orders/create')[0]?.state).toBe('given_up');
    expect(scene.world.now() - begun).toBeGreaterThan(3.9 * 3600_000);
    expect(scene.world.now() - begun).toBeLessThan(4.1 * 3600_000);
  });

  test('a duplicate has the same event and body and a webhook id of its own', () => {
    const [original] = sent('orders/create');
    const copy = scene.world.webhooks.duplicate(original?.id ?? '');
    expect(copy.eventId).toBe(original?.eventId);
    expect(copy.body).toBe(original?.body);
    expect(copy.id).not.toBe(original?.id);
    expect(copy.headers['X-Shopify-Webhook-Id']).toBe(copy.id);
    wait(3_000);
    expect(take()).toHaveLength(2);
  });
});

describe('faults on the way', () => {
  const inject = (
    effect: Parameters<ScenarioShop['world']['faults']['inject']>[0]['fault'],
  ): void => void scene.world.faults.inject({ fault: effect });

  test('dropped, delayed and duplicated deliveries', () => {
    listen(scene, [on('orders/create')]);
    inject({ at: 'webhook', topic: 'orders/create', effect: { kind: 'drop' } });
    seedOrder(scene);
    expect(sent('orders/create').map((d) => d.state)).toEqual(['dropped']);
    inject({ at: 'webhook', topic: '*', effect: { kind: 'delay', ms: 3_600_000 } });
    seedOrder(scene);
    wait(3_000_000);
    expect(scene.world.webhooks.takeDue()).toEqual([]);
    wait(700_000);
    expect(scene.world.webhooks.takeDue()).toHaveLength(1);
    inject({ at: 'webhook', topic: '*', effect: { kind: 'duplicate', copies: 2 } });
    seedOrder(scene);
    wait(3_000);
    expect(scene.world.webhooks.takeDue()).toHaveLength(3);
  });
});

describe('apps and privacy', () => {
  test('uninstalling tells the app, ends its tokens, and asks for erasure after 48 hours', () => {
    listen(scene, [on('app/uninstalled'), on('shop/redact'), on('orders/create')]);
    const { apps } = scene.world;
    const token = apps.issueToken({ clientId: CLIENT, shop: scene.domain, expiring: true });
    if ('error' in token) throw new Error(token.error);
    apps.uninstall(CLIENT, scene.domain);
    expect(sent('app/uninstalled')).toHaveLength(1);
    expect(apps.verifyToken(scene.domain, token.accessToken)).toBeNull();
    seedOrder(scene);
    expect(sent('orders/create')).toHaveLength(0);
    wait(48 * 3600_000);
    expect(sent('shop/redact')).toHaveLength(1);
  });

  test('an app that comes back within 48 hours is not asked to forget the shop', () => {
    listen(scene, [on('shop/redact')]);
    scene.world.apps.uninstall(CLIENT, scene.domain);
    scene.world.apps.install(CLIENT, scene.domain);
    wait(49 * 3600_000);
    expect(sent('shop/redact')).toHaveLength(0);
  });

  test('a privacy request names the customer and the orders', () => {
    listen(scene, [on('customers/redact')]);
    const order = seedOrder(scene);
    scene.world.webhooks.sendPrivacyRequest(scene.domain, CLIENT, {
      topic: 'customers/redact',
      customerId: scene.customer.id,
    });
    expect(JSON.parse(sent('customers/redact')[0]?.body ?? '')).toMatchObject({
      shop_domain: scene.domain,
      customer: { id: scene.customer.id },
      orders_to_redact: [order.id],
    });
  });

  test('changed scopes are told with what was before', () => {
    listen(scene, [on('app/scopes_update')]);
    scene.world.apps.grant(CLIENT, scene.domain, ['read_orders', 'write_orders']);
    expect(JSON.parse(sent('app/scopes_update')[0]?.body ?? '')).toMatchObject({
      previous: ['read_orders'],
      current: ['read_orders', 'write_orders'],
    });
  });
});

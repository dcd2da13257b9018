import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSkin } from '../fixtures/open-test-skin.ts';
import type { TestSkin } from '../fixtures/open-test-skin.ts';
import { APP, SHOP } from '../fixtures/test-app.ts';
import { webhookSignature } from './webhook-carrier.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let test: TestSkin;
beforeEach(async () => {
  test = await openTestSkin();
});
afterEach(() => test.close());

const webhookIds = (): unknown[] =>
  test.received.map(({ headers }) => headers['x-shopify-webhook-id']);

describe('webhooks on their way to the app', () => {
  it('arrive signed, at the address of the app’s file, with every documented header', async () => {
    test.placeOrder();
    await test.skin.advanceBy(MINUTE);
    expect(test.received).toHaveLength(1);
    const [webhook] = test.received;
    expect(webhook?.url).toBe('/webhooks');
    expect(webhook?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/create',
      'x-shopify-shop-domain': SHOP,
      'x-shopify-api-version': '2026-10',
      'x-shopify-webhook-id': expect.any(String) as string,
      'x-shopify-event-id': expect.any(String) as string,
      'x-shopify-triggered-at': expect.stringMatching(/Z$/) as string,
      'x-shopify-hmac-sha256': webhookSignature(APP.clientSecret, webhook?.body ?? ''),
    });
  });

  it('are tried nine times within four hours, unchanged, and then given up', async () => {
    test.statuses.push(...Array.from({ length: 20 }, () => 500));
    test.placeOrder();
    await test.skin.advanceBy(5 * HOUR);
    expect(test.received).toHaveLength(9);
    expect(new Set(webhookIds()).size).toBe(1);
    expect(new Set(test.received.map(({ body }) => body)).size).toBe(1);
    const [delivery] = test.world.webhooks.list();
    expect(delivery?.state).toBe('given_up');
    const times = delivery?.outcomes.map(({ at }) => at) ?? [];
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThanOrEqual(4 * HOUR + 1000);
  });

  it('stop being tried once the app has taken them', async () => {
    test.statuses.push(500, 503);
    test.placeOrder();
    await test.skin.advanceBy(5 * HOUR);
    expect(test.received).toHaveLength(3);
    expect(test.world.webhooks.list()[0]?.state).toBe('delivered');
  });

  it('wait for an app that is not there', async () => {
    test.skin.attachApp(null);
    test.placeOrder();
    await test.skin.advanceBy(MINUTE / 4);
    expect(test.world.webhooks.list()[0]).toMatchObject({
      state: 'scheduled',
      outcomes: [{ outcome: { status: 502 } }],
    });
  });

  it('can be duplicated: the same event under another webhook id', async () => {
    test.placeOrder();
    await test.skin.advanceBy(MINUTE);
    const [delivery] = await test.control.webhooks.list({ shop: SHOP });
    await test.control.webhooks.duplicate(delivery?.id ?? '');
    await test.skin.advanceBy(MINUTE);
    expect(new Set(webhookIds()).size).toBe(2);
    expect(new Set(test.received.map(({ headers }) => headers['x-shopify-event-id'])).size).toBe(1);
  });

  it('can be delayed, and delivered again', async () => {
    test.placeOrder();
    const [delivery] = await test.control.webhooks.list();
    const id = delivery?.id ?? '';
    await test.control.webhooks.delay(id, HOUR);
    await test.skin.advanceBy(30 * MINUTE);
    expect(test.received).toHaveLength(0);
    await test.skin.advanceBy(HOUR);
    expect(test.received).toHaveLength(1);
    await test.control.webhooks.redeliver(id);
    await test.skin.settle();
    expect(webhookIds()).toEqual([id, id]);
  });
});

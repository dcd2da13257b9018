import { afterAll, beforeAll, expect, it } from 'vitest';
import { framedPage, openApp, SHOP, startExample } from './start-example.ts';
import type { Example } from './start-example.ts';

let example: Example;
beforeAll(async () => {
  example = await startExample();
});
afterAll(() => example.stop());

const tagsOf = async (name: string): Promise<readonly string[] | undefined> =>
  (await example.control.orders({ shop: SHOP, name }))[0]?.tags;

it('is installed by being opened in the admin, hears of orders, asks about them and tags them', async () => {
  await openApp(example);
  for (const [quantity, tag] of [
    [1, 'small'],
    [3, 'big'],
  ] as const) {
    const order = await example.control.commerce.placeOrder(SHOP, {
      lines: [{ sku: 'LAMP', quantity }],
      payments: [{ gateway: 'shopify_payments', state: 'sale' }],
      email: 'mara@example.com',
    });
    await expect.poll(() => tagsOf(order.name), { timeout: 10_000 }).toEqual([tag]);
  }
});

it('believes nobody but Shopify', async () => {
  const forged = await fetch(`${example.origins.tunnel}/webhooks`, {
    method: 'POST',
    headers: {
      'x-shopify-api-version': '2026-10',
      'x-shopify-hmac-sha256': 'Zm9yZ2Vk',
      'x-shopify-shop-domain': SHOP,
      'x-shopify-topic': 'orders/create',
      'x-shopify-webhook-id': 'forged',
    },
    body: '{"admin_graphql_api_id":"gid://shopify/Order/1"}',
  });
  expect(forged.status).toBe(401);
  const nobody = await fetch(`${example.origins.tunnel}/?shop=${SHOP}&id_token=a.b.c`);
  expect(await nobody.text()).toBe('Open me in the admin.');
  expect(await framedPage(example)).toBe('Every order gets a tag from now on.');
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHOP, startExample } from './start-example.ts';
import type { Example } from './start-example.ts';

let example: Example;
beforeAll(async () => {
  example = await startExample();
});
afterAll(() => example.stop());

/** The page in the admin's frame, by the address that the admin gives the frame. */
async function framedPage(): Promise<string> {
  const { platform, tunnel } = example.origins;
  const admin = await (await fetch(`${platform}/store/lamps/apps/example`)).text();
  const address = /data-address="([^"]+)"/.exec(admin)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(new URL(address).origin).toBe(tunnel);
  return (await fetch(address)).text();
}

it('is installed, framed by the admin, hears of an order and cancels it', async () => {
  const { control } = example;
  await expect.poll(framedPage).toContain('Heard: nothing yet');

  const order = await control.commerce.placeOrder(SHOP, {
    lines: [{ sku: 'LAMP', quantity: 1 }],
    payments: [{ gateway: 'shopify_payments', state: 'sale' }],
    email: 'mara@example.com',
  });
  await expect.poll(framedPage).toContain(`Heard: orders/create ${order.name}`);

  const [shop] = await control.shops();
  const token = await control.mintIdToken({
    surface: 'admin',
    shop: SHOP,
    staffUserId: String(shop?.staff[0]?.id),
  });
  const answer = await fetch(`${example.origins.tunnel}/cancel`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await answer.json()).toMatchObject({
    data: { orderCancel: { orderCancelUserErrors: [] } },
  });
  await control.advanceBy(60_000);
  await expect.poll(framedPage).toContain(`Heard: orders/cancelled ${order.name}`);
  expect(await control.summary(SHOP, order.id)).toMatchObject({
    cancels: 1,
    refunded: { shopify_payments: 4_990 },
  });
});

it('believes nobody but Shopify', async () => {
  const forged = await fetch(`${example.origins.tunnel}/webhooks`, {
    method: 'POST',
    headers: { 'x-shopify-hmac-sha256': 'Zm9yZ2Vk', 'x-shopify-topic': 'orders/create' },
    body: '{"name":"#forged"}',
  });
  expect(forged.status).toBe(401);
  const nobody = await fetch(`${example.origins.tunnel}/?id_token=a.b.c`);
  expect(nobody.status).toBe(401);
  expect(await framedPage()).not.toContain('#forged');
});

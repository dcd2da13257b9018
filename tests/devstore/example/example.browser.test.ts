import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openWatchedPage } from '../browser/index.ts';
import { SHOP, startExample } from './start-example.ts';
import type { Example } from './start-example.ts';

let example: Example;
let browser: Browser;
beforeAll(async () => {
  [example, browser] = await Promise.all([startExample(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await example.stop();
});

it('cancels an order by a press of its button inside the admin', async () => {
  const { control, origins } = example;
  const order = await control.commerce.placeOrder(SHOP, {
    lines: [{ sku: 'LAMP', quantity: 1 }],
    payments: [{ gateway: 'shopify_payments', state: 'sale' }],
    email: 'mara@example.com',
  });
  await expect
    .poll(async () => (await control.webhooks.list({ shop: SHOP })).map(({ topic }) => topic))
    .toContain('orders/create');
  const { page, errors, close } = await openWatchedPage(browser);
  const framed = page.frameLocator('#app-frame');
  await expect
    .poll(async () => {
      await page.goto(`${origins.platform}/store/lamps/apps/example`);
      return framed.getByText('Heard:').textContent();
    })
    .toBe(`Heard: orders/create ${order.name}`);
  await framed.getByRole('button', { name: 'Cancel it' }).click();
  await framed.getByText('"orderCancelUserErrors":[]').waitFor();
  await control.advanceBy(60_000);
  expect(await control.summary(SHOP, order.id)).toMatchObject({ cancels: 1 });
  expect(errors).toEqual([]);
  await close();
});

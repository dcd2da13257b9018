import { afterAll, beforeAll, expect, test } from 'vitest';

import { placeFreshOrder } from './flows/fresh-order.ts';
import { type LocalDemo, startLocalDemo } from './local-demo.ts';

let demo: LocalDemo;
beforeAll(async () => {
  demo = await startLocalDemo('shared');
});
afterAll(() => demo.close());

test('each place of the demo opens', async () => {
  const watched = await demo.open();
  for (const { url } of demo.places) {
    const answer = await watched.page.goto(url);
    expect([url, answer?.status()]).toEqual([url, 200]);
  }
  await watched.close();
});

test('the confirmation mail leads to the order', async () => {
  const order = await placeFreshOrder(demo.system.control);
  const watched = await demo.open();
  const { page } = watched;
  await page.goto(`${demo.system.origins.platform}/mailbox`);
  await page.getByRole('link', { name: `Order ${order.name} confirmed` }).click();
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: /\/orders\// }).click(),
  ]);
  await opened.getByRole('heading', { name: `Order ${order.name}` }).waitFor();
  await watched.close();
});

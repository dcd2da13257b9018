import { seriousFindings, type WatchedPage } from 'devstore/browser';
import type { Wire } from 'devstore/control';
import type { Order } from 'devstore/world';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { customerAccount } from './flows/customer-account.ts';
import { framedApp } from './flows/framed-app.ts';
import { placeFreshOrder, type FreshOrder } from './flows/fresh-order.ts';
import { contradictions } from './flows/outcome.ts';
import { PHONE, startLocalDemo, type LocalDemo } from './local-demo.ts';

const SHOP = 'harbor-and-pine.myshopify.com';
const HOUR_MS = 3_600_000;
/** Of the fresh order's mugs, in cents. */
const MUG_PRICE = 1_890;

let demo: LocalDemo;
let watched: WatchedPage;

beforeAll(async () => {
  demo = await startLocalDemo('shared');
});
afterAll(() => demo.close());
beforeEach(async () => {
  watched = await demo.open();
});
afterEach(async () => {
  expect(await seriousFindings(watched.page)).toEqual([]);
  expect(watched.errors).toEqual([]);
  await watched.close();
});

describe('the order’s page in the admin', () => {
  const openPage = async ({ id }: FreshOrder): Promise<void> => {
    await watched.page.goto(
      `${demo.system.origins.platform}/store/harbor-and-pine/orders/${String(id)}`,
    );
  };

  it('cancels the order from its actions, and its block shows it', async () => {
    const { page } = watched;
    const order = await placeFreshOrder(demo.system.control, 'Pia');
    await openPage(order);
    const block = page.getByRole('region', { name: 'Cancellation' }).frameLocator('iframe');
    await block.getByText('No cancellation').first().waitFor();

    await page.getByText('More actions').click();
    await page.locator('.menu-item').getByText('Cancel order').click();
    const window = page.getByRole('dialog', { name: 'Cancel order' }).frameLocator('iframe');
    await window.getByLabel('Refund amount').fill('10.00');
    await window.getByLabel('Reason for cancelling').selectOption('INVENTORY');
    expect(await seriousFindings(page)).toEqual([]);
    await window.getByRole('button', { name: 'Review' }).click();
    await window.getByText('€10.00 of €59.20 is refunded').waitFor();
    await window.getByRole('button', { name: 'Cancel order' }).click();
    await window.getByText('Refund confirmed').waitFor();
    await window.getByText('Cancelled', { exact: true }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await block.getByText('Cancelled', { exact: true }).first().waitFor();
    const expected = { refunded: 1_000, restocked: order.units, currency: 'EUR' };
    await expect
      .poll(
        async () =>
          contradictions(await demo.system.control.summary(order.shop, order.id), expected),
        { timeout: 15_000 },
      )
      .toEqual([]);
  });
});

describe('the order’s page of the customer', () => {
  const mayasOrder = async (fits: (order: Wire<Order>) => boolean): Promise<string> => {
    const orders = await demo.system.control.orders({ shop: SHOP });
    const found = orders.find((order) => order.email === 'maya@example.com' && fits(order));
    if (!found) throw new Error('The demo has no such order of Maya’s.');
    return String(found.id);
  };

  it.each<[string, (order: Wire<Order>) => boolean, string]>([
    [
      'whose time to cancel is over',
      ({ createdAt, fulfillments, cancelledAt }) =>
        Date.now() - createdAt > 4 * HOUR_MS && fulfillments.length === 0 && cancelledAt === null,
      'This order can no longer be cancelled online.',
    ],
    [
      'that was sent',
      ({ fulfillments }) => fulfillments.length > 0,
      'Your order has already been sent.',
    ],
  ])(
    'says of an order %s why it cannot be cancelled, and offers nothing',
    async (_what, fits, why) => {
      const { page } = watched;
      const { customer } = demo.system.origins;
      const account = customerAccount(page, customer);
      await account.signIn('Maya Lindenbrook');
      await page.goto(`${customer}/account/orders/${await mayasOrder(fits)}`);
      await account.block().getByText(why).waitFor();
      expect(await page.getByText('Manage order').isVisible()).toBe(false);
    },
  );
});

describe('a part of an order', () => {
  it.each([
    ['at a desk', {}],
    ['on a phone', PHONE],
  ])('is cancelled by its customer, and the rest goes on, %s', async (_where, options) => {
    const own = await demo.open(options);
    const { page, errors } = own;
    const order = await placeFreshOrder(demo.system.control);
    const account = customerAccount(page, demo.system.origins.customer);
    await account.signIn(order.customer);
    await account.openOrder(order);
    const window = await account.openCancelWindow();
    await window.getByText('Choose items').click();
    await window.getByText('Choose what you want to cancel.').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await window.getByRole('button', { name: /^Increase/ }).click();
    const backToCard = window.getByText('Refund to Visa');
    await backToCard.waitFor();
    await window.getByLabel('Why are you cancelling?').selectOption('I changed my mind');
    await window.getByRole('button', { name: 'Cancel items' }).click();
    await window.getByText('Part of your order is cancelled').waitFor();
    await window.getByText('The cancellation is complete.').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await account.closeCancelWindow();

    const block = account.block();
    await block.getByText(/^1 × Stoneware mug/).waitFor();
    await block.getByText('You can cancel more of this order').waitFor();
    const { cancels, openHolds, refunded, restocked } = await demo.system.control.summary(
      order.shop,
      order.id,
    );
    expect({ cancels, openHolds }).toEqual({ cancels: 0, openHolds: 0 });
    expect(Object.values(refunded)).toEqual([MUG_PRICE]);
    expect(Object.values(restocked)).toEqual([1]);
    expect(errors).toEqual([]);
    await own.close();
  });
});

describe('the app', () => {
  it.each([
    ['at a desk', {}],
    ['on a phone', PHONE],
  ])('can be used by everybody on each of its pages %s', async (_where, options) => {
    const window = await demo.open(options);
    const { page, errors } = window;
    const { frame } = framedApp(page, demo.appAddress);
    for (const [place, landmark] of [
      ['', 'Requests waiting'],
      ['/app/orders', /Jonas Kieferling|Maya Lindenbrook/],
      ['/app/requests', 'Nothing needs your attention'],
      ['/app/policy', 'For every rule'],
    ] as const) {
      await page.goto(demo.appAddress + place);
      await frame.getByText(landmark).first().waitFor();
      await page.waitForLoadState();
      expect(await seriousFindings(page), place).toEqual([]);
    }
    expect(errors).toEqual([]);
    await window.close();
  });
});

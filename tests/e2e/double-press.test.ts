import { seriousFindings, type WatchedPage } from 'devstore/browser';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { customerAccount } from './flows/customer-account.ts';
import { framedApp } from './flows/framed-app.ts';
import { type FreshOrder, placeFreshOrder } from './flows/fresh-order.ts';
import { type LocalDemo, PHONE, startLocalDemo } from './local-demo.ts';

/* Case 77: real double clicks, double taps and held keys, on the ways to what cannot be taken back. */

/** Longer than it takes the app to begin with anything. */
const BEGUN_MS = 2_500;

let demo: LocalDemo;
let watched: WatchedPage;
beforeAll(async () => {
  demo = await startLocalDemo('shared');
});
afterAll(() => demo.close());
afterEach(() => watched.close());

async function expectUntouched(order: FreshOrder): Promise<void> {
  await watched.page.waitForTimeout(BEGUN_MS);
  const { cancelRequests, openHolds } = await demo.system.control.summary(order.shop, order.id);
  expect({ cancelRequests, openHolds }).toEqual({ cancelRequests: 0, openHolds: 0 });
}

const focusIn = (frame: FrameLocator): Promise<string> =>
  frame.locator(':focus').evaluate((focused) => focused.textContent ?? '');

/** Leaves staff at the popup, with everything filled in. */
async function staffAtReview(page: Page, order: FreshOrder): Promise<FrameLocator> {
  const app = framedApp(page, demo.appAddress);
  await app.open();
  await app.goTo('Orders');
  await app.findOrder(order.name.slice(1), order);
  await app.openOrder(order);
  const { frame } = app;
  await frame.getByRole('button', { name: 'Cancel order', exact: true }).click();
  await frame.getByRole('combobox', { name: 'Reason for cancelling' }).selectOption('CUSTOMER');
  await frame.getByRole('checkbox', { name: 'Notify customer' }).uncheck();
  await frame.locator('button:not([aria-disabled=true])', { hasText: 'Review' }).waitFor();
  return frame;
}

describe('staff at the review', () => {
  test.each<[string, (frame: FrameLocator, page: Page) => Promise<void>]>([
    ['a double click', (frame) => frame.getByRole('button', { name: 'Review' }).dblclick()],
    [
      'Enter twice',
      async (frame, page) => {
        await frame.getByRole('button', { name: 'Review' }).focus();
        await page.keyboard.press('Enter');
        await page.keyboard.press('Enter');
      },
    ],
    [
      'Enter held down',
      async (frame, page) => {
        await frame.getByRole('button', { name: 'Review' }).focus();
        for (let repeats = 0; repeats < 40; repeats += 1) {
          await page.keyboard.down('Enter');
          await page.waitForTimeout(30);
        }
        await page.keyboard.up('Enter');
      },
    ],
  ])('are not carried on by %s', async (how, press) => {
    watched = await demo.open();
    const order = await placeFreshOrder(demo.system.control);
    const frame = await staffAtReview(watched.page, order);
    await press(frame, watched.page);
    await frame.getByText('What will happen').waitFor();
    // The second press of a mouse takes the focus to where it points.
    if (how !== 'a double click') expect(await focusIn(frame)).toContain('What will happen');
    expect(await seriousFindings(watched.page)).toEqual([]);
    await expectUntouched(order);
  });

  test('are not carried on by a double tap on a phone', async () => {
    watched = await demo.open(PHONE);
    const order = await placeFreshOrder(demo.system.control);
    const frame = await staffAtReview(watched.page, order);
    const box = await frame.getByRole('button', { name: 'Review' }).boundingBox();
    if (!box) throw new Error('Review is nowhere.');
    for (let taps = 0; taps < 3; taps += 1) {
      await watched.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      await watched.page.waitForTimeout(80);
    }
    await frame.getByText('What will happen').waitFor();
    await expectUntouched(order);
  });

  test('have the focus back where it was when they close the popup', async () => {
    watched = await demo.open();
    const order = await placeFreshOrder(demo.system.control);
    const frame = await staffAtReview(watched.page, order);
    await frame.getByRole('button', { name: 'Review' }).click();
    await frame.getByText('What will happen').waitFor();
    await watched.page.keyboard.press('Escape');
    await frame.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focusIn(frame)).toBe('Cancel order');
  });
});

describe('a shopper', () => {
  test.each([
    ['a double click', {}],
    ['a double tap', PHONE],
  ])('who opens the window with %s cancels nothing', async (_how, options) => {
    watched = await demo.open(options);
    const { page } = watched;
    const order = await placeFreshOrder(demo.system.control);
    const account = customerAccount(page, demo.system.origins.customer);
    await account.signIn(order.customer);
    await account.openOrder(order);
    await page.getByText('Manage order').click();
    const entry = page.locator('.menu-item').getByText('Cancel order');
    if (options === PHONE) {
      await entry.tap();
    } else {
      await entry.dblclick();
    }
    const window = page.getByRole('dialog', { name: 'Cancel order' }).frameLocator('iframe');
    const red = window.getByRole('button', { name: 'Cancel order' });
    await red.waitFor();
    await red.dispatchEvent('click');
    await expectUntouched(order);
  });
});

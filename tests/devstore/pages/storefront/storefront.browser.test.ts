import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../browser/launch-browser.ts';
import { openWatchedPage, seriousFindings, type WatchedPage } from '../../browser/watched-page.ts';
import { openSampleStore, type SampleStore } from '../fixtures/sample-store.ts';

let store: SampleStore;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  [store, browser] = await Promise.all([openSampleStore(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await store.stop();
});
beforeEach(async () => {
  watched = await openWatchedPage(browser);
  ({ page } = watched);
});
afterEach(() => watched.close());

describe('the storefront in a browser', () => {
  it('leads through its footer to a page of the merchant’s, where the app’s block runs', async () => {
    await page.goto(store.origins.storefront);
    await page.getByRole('link', { name: 'Help with your order' }).click();
    await page.getByText('Within 30 minutes.').waitFor();
    expect(await page.locator('html').getAttribute('data-sample-notice')).toBe('loaded');
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await page.getByText('Innerhalb von 30 Minuten.').waitFor();
    expect(watched.errors).toEqual([]);
  });

  it('knows the customer who signed in at the account', async () => {
    await page.goto(store.origins.storefront);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.locator('button', { hasText: 'Mara Lindqvist' }).click();
    await page.waitForURL(`${store.origins.customer}/account/orders`);
    await page.goto(store.origins.storefront);
    await page.getByRole('link', { name: 'Account: Mara' }).waitFor();
  });

  it.each([
    ['at a desk', { width: 1280, height: 900 }],
    ['on a phone', { width: 390, height: 844 }],
  ])('has no serious accessibility finding and no sideways scroll %s', async (_where, viewport) => {
    await page.setViewportSize(viewport);
    const admin = `${store.origins.platform}/store/${store.shop.handle}`;
    for (const address of [
      store.origins.storefront,
      `${store.origins.storefront}/de/pages/help`,
      `${admin}/themes`,
    ]) {
      await page.goto(address);
      if (address.startsWith(admin)) await page.locator('.staff-menu summary').click();
      expect(await seriousFindings(page)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, address).toBeLessThanOrEqual(viewport.width);
    }
    expect(watched.errors).toEqual([]);
  });
});

describe('the member of staff who is signed in', () => {
  it('is chosen in the admin’s corner, and the admin says so', async () => {
    await page.goto(`${store.origins.platform}/store/${store.shop.handle}/products`);
    await page.locator('.staff-menu summary', { hasText: 'Signed in as Ada Berg' }).click();
    await page.getByRole('button', { name: 'Nils Helper' }).click();
    await page.locator('.staff-menu summary', { hasText: 'Signed in as Nils Helper' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/store/${store.shop.handle}/products`);
  });
});

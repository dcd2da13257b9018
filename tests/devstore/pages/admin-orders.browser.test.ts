import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch-browser.ts';
import { verifyAdminIdToken } from '../http/tokens/session-token.ts';
import { SAMPLE_APP } from './fixtures/sample-app.ts';
import { openSampleStore, type SampleStore } from './fixtures/sample-store.ts';
import { openWatchedPage, seriousFindings, type WatchedPage } from '../browser/watched-page.ts';

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
  await page.goto(
    `${store.origins.platform}/store/${store.shop.handle}/orders/${String(store.order.id)}`,
  );
});
afterEach(() => watched.close());

const action = () => page.frameLocator('.action-dialog iframe');

async function openAction(): Promise<void> {
  await page.locator('summary', { hasText: 'More actions' }).click();
  await page.locator('.menu-item', { hasText: 'Change with Sample' }).click();
  await action().locator('#selected').waitFor();
}

describe('an admin action', () => {
  it('opens over the order it is about', async () => {
    await openAction();
    expect(await action().locator('#selected').innerText()).toBe(
      `gid://shopify/Order/${String(store.order.id)}`,
    );
    expect(await page.locator('.action-dialog').getAttribute('aria-label')).toBe('Change order');
  });

  it('reaches the app by a relative address, with the staff member’s id token', async () => {
    await openAction();
    const answer = action().locator('#answer', { hasText: 'Bearer' });
    const token = (await answer.innerText()).replace('Bearer ', '');
    expect(verifyAdminIdToken(SAMPLE_APP, token, Date.now())?.shop).toBe(store.shop.domain);
  });

  it('closes by its own button and by Escape, and leaves the block running', async () => {
    const block = page.locator('[data-extension-block] iframe');
    await block.evaluate((element) => {
      element.dataset['first'] = 'yes';
    });
    await openAction();
    await action().locator('#close').click();
    await page.locator('.action-dialog').waitFor({ state: 'detached' });
    await openAction();
    await page.keyboard.press('Escape');
    await page.locator('.action-dialog').waitFor({ state: 'detached' });
    await page.waitForTimeout(300);
    expect(await block.getAttribute('data-first')).toBe('yes');
  });

  it('goes into the app', async () => {
    await openAction();
    await action().locator('#open').click();
    await page.waitForURL(/\/apps\/sample\/app\/x$/);
  });
});

describe('an admin block', () => {
  it('is drawn in the page at its own height', async () => {
    const frame = page.frameLocator('[data-extension-block] iframe');
    await frame.locator('s-badge', { hasText: 'Waiting' }).waitFor();
    const height = await page
      .locator('[data-extension-block] iframe')
      .evaluate((element) => element.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(60);
  });

  it('shows an element the devstore does not have, and reports it', async () => {
    const frame = page.frameLocator('[data-extension-block] iframe');
    await frame.getByText('The devstore does not have <s-nonsense>.').waitFor();
    expect(watched.errors.join()).toContain('<s-nonsense>');
  });
});

describe('the order page', () => {
  it('follows the shop without a reload', async () => {
    store.world.commerce.cancelInAdmin(store.shop.domain, store.order.id, {
      refund: true,
      restock: true,
    });
    store.world.advanceTo(Math.max(store.world.now(), Date.now()) + 60_000);
    await page.locator('[data-live=badges]', { hasText: 'Cancelled' }).waitFor();
    await page.locator('[data-live=payment]', { hasText: 'Refunded' }).first().waitFor();
  });

  it('has no serious accessibility finding', async () => {
    await page.frameLocator('[data-extension-block] iframe').locator('s-badge').waitFor();
    const findings = await seriousFindings(page);
    expect(findings.filter((finding) => !finding.includes('nonsense'))).toEqual([]);
  });

  it.each(['orders', 'products', 'customers'])(
    '%s has no serious accessibility finding',
    async (place) => {
      await page.goto(`${store.origins.platform}/store/${store.shop.handle}/${place}`);
      expect(await seriousFindings(page)).toEqual([]);
    },
  );
});

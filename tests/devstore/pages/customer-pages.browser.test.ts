import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser/launch-browser.ts';
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
});
afterEach(() => watched.close());

const orderPath = (): string => `/account/orders/${String(store.order.id)}`;
const action = (): FrameLocator => page.frameLocator('.action-dialog iframe');
const block = (): FrameLocator => page.frameLocator('[data-extension-block=sample-order] iframe');

async function signIn(returnTo = '/account/orders'): Promise<void> {
  await page.goto(
    `${store.origins.customer}/account/login?return_to=${encodeURIComponent(returnTo)}`,
  );
  await page.locator('button', { hasText: 'Mara Lindqvist' }).click();
  await page.waitForURL((url) => url.pathname === returnTo);
}

/** Runs code in the block's own document and gives back what it resolves to. */
async function inBlock<Value>(code: string): Promise<Value> {
  const frames = page.frames().filter((frame) => frame.url().includes('extension-frame'));
  for (const frame of frames) {
    const target = await frame.evaluate(() => document.documentElement.dataset['target']);
    if (target?.endsWith('block.render')) return frame.evaluate<Value>(`(async () => ${code})()`);
  }
  throw new Error('No block is on the page.');
}

async function openAction(): Promise<void> {
  await page.locator('[data-order-actions] summary').first().click();
  await page.locator('.menu-item:visible', { hasText: 'Change order' }).first().click();
  await action().locator('s-customer-account-action').waitFor();
}

describe('an order’s menu', () => {
  it('shows the entry of a menu item target on the list and on the order', async () => {
    await signIn();
    await expect.poll(() => page.locator('[data-order-actions]:visible').count()).toBe(2);
    await page.locator('.order-link').first().click();
    await openAction();
  });

  it('closes on Escape and on a press elsewhere', async () => {
    await signIn();
    const menu = page.locator('[data-order-actions] details').first();
    for (const leave of [
      () => page.keyboard.press('Escape'),
      () => page.locator('h1', { hasText: 'Orders' }).click(),
    ]) {
      await menu.locator('summary').click();
      await page.locator('.menu-item:visible').first().waitFor();
      await leave();
      expect(await menu.getAttribute('open')).toBeNull();
    }
  });

  it('has no entry for an order whose target renders nothing', async () => {
    await page.route('**/sample-order/script.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
        body: "shopify.extend('customer-account.order.action.menu-item.render', () => {});",
      }),
    );
    await signIn();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('[data-order-actions]:visible').count()).toBe(0);
  });

  it('refuses a menu item that renders more than one button', async () => {
    await page.route('**/sample-order/script.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
        body: `shopify.extend('customer-account.order.action.menu-item.render', () => {
          document.body.innerHTML = '<s-button>One</s-button><s-button>Two</s-button>';
        });`,
      }),
    );
    await signIn();
    await page.locator('.extension-failure').first().waitFor({ state: 'attached' });
    expect(await page.locator('[data-order-actions]:visible').count()).toBe(0);
  });
});

describe('an action’s window', () => {
  it('is named by its heading, takes the focus and fits its content', async () => {
    await signIn();
    await openAction();
    await page.locator('dialog[aria-label="Change your order"]').waitFor();
    const { height, natural } = await page.locator('.action-dialog iframe').evaluate((element) => ({
      height: element.getBoundingClientRect().height,
      natural: window.innerHeight,
    }));
    expect(height).toBeGreaterThan(400);
    expect(height).toBeLessThan(natural);
    // Before it is drawn nothing in it hears the key.
    await action().getByRole('radio', { name: 'Some items' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.action-dialog').waitFor({ state: 'detached' });
  });

  it('gives its fields’ values through change events', async () => {
    await signIn();
    await openAction();
    await action().getByRole('radio', { name: 'Some items' }).click();
    await action().getByRole('combobox', { name: 'Reason' }).selectOption('late');
    await action().locator('#chosen', { hasText: 'some late' }).waitFor();
  });

  it('moves between choices with the arrow keys', async () => {
    await signIn();
    await openAction();
    await action().getByRole('radio', { name: 'The whole order' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await action().getByRole('radio', { name: 'Some items' }).isChecked()).toBe(true);
    expect(await action().getByRole('radio', { name: 'The whole order' }).isChecked()).toBe(false);
  });

  it('steps a number within its bounds', async () => {
    await signIn();
    await openAction();
    const quantity = action().getByRole('spinbutton', { name: 'Quantity' });
    const more = action().getByRole('button', { name: 'Increase Quantity' });
    await more.click();
    expect(await quantity.inputValue()).toBe('2');
    expect(await more.isDisabled()).toBe(true);
  });

  it('announces a field’s error with the field', async () => {
    await signIn();
    await openAction();
    const comment = action().getByRole('textbox', { name: 'Comment' });
    expect(await comment.getAttribute('aria-invalid')).toBe('true');
    expect(await comment.getAttribute('aria-describedby')).toContain('error');
  });

  it('gets a session token, and leaves the block and the menu items running when it closes', async () => {
    await signIn(orderPath());
    const running = page.locator('[data-extension-block] iframe, [data-order-frames] iframe');
    await expect.poll(() => running.count()).toBe(2);
    await running.evaluateAll((frames) => {
      for (const frame of frames) frame.dataset['first'] = 'yes';
    });
    await block().locator('#confirmed', { hasText: 'nothing confirmed' }).waitFor();
    await openAction();
    await action().locator('#confirm').click();
    await action()
      .locator('#token', { hasText: /^[\w-]+\.[\w-]+\.[\w-]+$/ })
      .waitFor();
    await page.locator('.toast', { hasText: 'Confirmed' }).waitFor();
    await action().locator('#keep').click();
    await page.locator('.action-dialog').waitFor({ state: 'detached' });
    await page.waitForTimeout(300);
    expect(
      await running.evaluateAll((frames) => frames.map((frame) => frame.dataset['first'])),
    ).toEqual(['yes', 'yes']);
    await block().locator('#confirmed', { hasText: 'nothing confirmed' }).waitFor();
  });

  it('shares what it stores with the other targets of its extension', async () => {
    await signIn(orderPath());
    await block().locator('#confirmed', { hasText: 'nothing confirmed' }).waitFor();
    await openAction();
    await action().locator('#confirm').click();
    await page.locator('.toast', { hasText: 'Confirmed' }).waitFor();
    expect(await inBlock(`shopify.storage.read('confirmed')`)).toBe(
      `gid://shopify/Order/${String(store.order.id)}`,
    );
  });
});

describe('an extension', () => {
  it('reaches nothing of the page around it', async () => {
    await signIn(orderPath());
    await block().locator('s-heading').waitFor();
    const reached = await page.frame({ url: /extension-frame/ })?.evaluate(() => {
      try {
        return parent.document.title;
      } catch (error) {
        return String(error);
      }
    });
    expect(reached).toContain('SecurityError');
  });

  it('speaks the chosen language, with plurals, and falls back where a text is missing', async () => {
    await signIn(orderPath());
    await page.locator('#language').selectOption('de');
    await block()
      .locator('s-heading', { hasText: `Hallo ${store.order.name}` })
      .waitFor();
    expect(await block().locator('#items').innerText()).toBe('2 Artikel');
    expect(await block().locator('#fallback').innerText()).toBe('Only in English');
  });

  it('leads to the shop’s own site by its public address', async () => {
    await signIn(orderPath());
    await block().locator('s-heading').waitFor();
    const address = `https://${store.shop.domain}/pages/help`;
    await inBlock(`navigation.navigate('${address}')`);
    await page.waitForURL(`${store.origins.storefront}/pages/help`);
  });

  it('covers the whole page with its modal, and gives it back', async () => {
    await signIn(orderPath());
    await block().locator('s-button', { hasText: 'More' }).click();
    await block().getByRole('dialog', { name: 'More about it' }).waitFor();
    await page.locator('.extension-frame-covering').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.extension-frame-covering').waitFor({ state: 'detached' });
  });

  it('learns of a cancelled order while the page is open', async () => {
    await signIn(`/account/orders/${String(store.otherOrder.id)}`);
    await block().locator('s-heading').waitFor();
    store.world.commerce.cancelInAdmin(store.shop.domain, store.otherOrder.id, {
      refund: true,
      restock: true,
    });
    store.world.advanceTo(Math.max(store.world.now(), Date.now()) + 60_000);
    await block().locator('s-heading', { hasText: '(cancelled)' }).waitFor();
    await page.locator('[data-live=status]', { hasText: 'Cancelled' }).waitFor();
  });
});

describe('a page reached by a mail’s link', () => {
  it('runs the block for a customer nobody has signed in as', async () => {
    const { statusPageKey: key } = store.order;
    const path = `/${String(store.shop.id)}/orders/${key}/authenticate?key=${key}`;
    await page.goto(store.origins.storefront + path);
    expect(page.url()).toBe(store.origins.customer + orderPath());
    await block().locator('#state', { hasText: 'pre_authenticated' }).waitFor();
    const seen = await inBlock<{ customer: unknown; address: unknown; token: string }>(`({
      customer: shopify.authenticatedAccount.customer.value ?? null,
      address: shopify.shippingAddress.value ?? null,
      token: await shopify.sessionToken.get(),
    })`);
    expect(seen).toMatchObject({ customer: null, address: null });
    const claims = Buffer.from(seen.token.split('.')[1] ?? '', 'base64url').toString();
    expect(JSON.parse(claims)).toMatchObject({ dest: store.shop.domain });
    expect(claims).not.toContain('"sub"');
    // The page goes away with the frame that asks for it: it asks once the answer is out.
    await inBlock('void setTimeout(() => shopify.requireLogin())');
    await page.waitForURL(/\/account\/login/);
  });

  it('has the customer sign in before an action, and then opens it', async () => {
    await page.goto(`${store.origins.customer}${orderPath()}?key=${store.order.statusPageKey}`);
    await block().locator('#state', { hasText: 'pre_authenticated' }).waitFor();
    await page.locator('[data-order-actions] summary').click();
    await page.locator('.menu-item:visible').click();
    await page.waitForURL(/\/account\/login/);
    await page.locator('button', { hasText: 'Mara Lindqvist' }).click();
    await action().locator('s-customer-account-action').waitFor();
    expect(page.url()).not.toContain('action=');
  });
});

describe('customer pages', () => {
  it.each([
    ['at a desk', { width: 1280, height: 900 }],
    ['on a phone', { width: 390, height: 844 }],
  ])(
    'have no serious accessibility finding and no sideways scroll %s',
    async (_where, viewport) => {
      await page.setViewportSize(viewport);
      await page.goto(`${store.origins.customer}/account/login`);
      expect(await seriousFindings(page)).toEqual([]);
      await signIn(orderPath());
      await block().locator('s-heading').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
      await openAction();
      await page.waitForTimeout(300);
      expect(await seriousFindings(page)).toEqual([]);
      expect(watched.errors).toEqual([]);
    },
  );
});

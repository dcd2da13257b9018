import type { Browser, FrameLocator, Page } from 'playwright-core';
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
let app: FrameLocator;

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
  app = page.frameLocator('#app-frame');
  await open('/app');
});
afterEach(() => watched.close());

const adminAddress = (path: string): string =>
  `${store.origins.platform}/store/${store.shop.handle}/apps/sample${path}`;

async function open(path: string): Promise<void> {
  await page.goto(adminAddress(path));
  await page.locator('#title-bar button', { hasText: 'Approve' }).waitFor();
}

/** Runs code in the app's own document and gives back what it resolves to. */
async function inApp<Value>(code: string): Promise<Value> {
  const frame = page.frame({ url: (url) => url.origin === store.origins.tunnel });
  if (!frame) throw new Error('The app is not framed.');
  return frame.evaluate<Value>(`(async () => (${code}))()`);
}

const log = () => app.locator('#log');

function isToken(authorization: string): boolean {
  const token = authorization.replace(/^Bearer /, '');
  return verifyAdminIdToken(SAMPLE_APP, token, Date.now())?.shop === store.shop.domain;
}

describe('the shop’s public address', () => {
  it('leads from the app to the storefront, in a window of its own', async () => {
    const address = `https://${store.shop.domain}/pages/help`;
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      inApp(`(() => { window.open('${address}', '_blank'); return true; })()`),
    ]);
    await opened.waitForURL(`${store.origins.storefront}/pages/help`);
  });
});

describe('requests of the app’s pages', () => {
  it('carry a valid id token to the app’s own origin', async () => {
    const answer = await inApp<{ authorization: string; requestedWith: string }>(
      'await (await fetch("/api/whoami")).json()',
    );
    expect(isToken(answer.authorization)).toBe(true);
    expect(answer.requestedWith).toBe('XMLHttpRequest');
  });

  it('carry none to another origin', async () => {
    const elsewhere = store.origins.platform;
    const status = await inApp<number>(
      `await fetch("${elsewhere}/app-bridge.js", { mode: "no-cors" }).then(() => 1)`,
    );
    expect(status).toBe(1);
  });

  it('are sent again with a fresh token when the app says the session is invalid', async () => {
    const { authorization } = await inApp<{ authorization: string }>(
      'await (await fetch("/api/expires-once")).json()',
    );
    expect(isToken(authorization)).toBe(true);
  });
});

it('the bounce page comes back to the app with a fresh token', async () => {
  const target = encodeURIComponent(`${store.origins.tunnel}/app/policy?from=bounce`);
  await inApp(`location.assign("/auth/session-token?shopify-reload=${target}")`);
  await app.locator('#path', { hasText: '/app/policy' }).waitFor();
  const query = JSON.parse(await app.locator('#query').innerText()) as Record<string, string>;
  expect(query['from']).toBe('bounce');
  expect(isToken(query['id_token'] ?? '')).toBe(true);
});

describe('the admin’s address', () => {
  it('follows the app, and a reload comes back to the same place', async () => {
    await page.locator('#app-navigation a', { hasText: 'Cancellations' }).click();
    await app.locator('#path', { hasText: '/app/orders' }).waitFor();
    expect(page.url()).toBe(adminAddress('/app/orders'));
    await page.reload();
    await app.locator('#path', { hasText: '/app/orders' }).waitFor();
  });

  it('never shows what the admin adds for the app', async () => {
    await open('/app/policy?tab=fees');
    await expect.poll(() => page.url()).toBe(adminAddress('/app/policy?tab=fees'));
  });
});

describe('the app’s navigation', () => {
  it('lists the entries without the home link and marks where the app is', async () => {
    const entries = page.locator('#app-navigation a');
    expect(await entries.allInnerTexts()).toEqual(['Cancellations', 'Policy']);
    await entries.first().click();
    await page
      .locator('#app-navigation a[aria-current=page]', { hasText: 'Cancellations' })
      .waitFor();
  });

  it('goes through the app’s router instead of loading a page', async () => {
    await page.locator('#app-navigation a', { hasText: 'Policy' }).click();
    await log().filter({ hasText: 'routed' }).waitFor();
  });
});

describe('the title bar', () => {
  it('presses the app’s own buttons', async () => {
    await page.locator('#title-bar button', { hasText: 'Approve' }).click();
    await log().filter({ hasText: 'pressed primary' }).waitFor();
    await page.locator('#title-bar summary', { hasText: 'More' }).click();
    await page.locator('#title-bar .menu-item', { hasText: 'Delete' }).click();
    await log().filter({ hasText: 'pressed delete' }).waitFor();
  });

  it('follows a change in the app', async () => {
    await inApp('document.querySelector("ui-title-bar").setAttribute("title", "Another title")');
    await page.locator('#title-bar h1', { hasText: 'Another title' }).waitFor();
    await inApp('document.getElementById("primary").toggleAttribute("disabled", true)');
    await page.locator('#title-bar button:disabled', { hasText: 'Approve' }).waitFor();
  });
});

describe('toasts', () => {
  it('appear in the admin, with their action, and leave when dismissed', async () => {
    await inApp(
      'void shopify.toast.show("Saved", { action: "Undo", onAction: () => { document.getElementById("log").textContent += "undone"; } })',
    );
    await page.locator('.toast', { hasText: 'Saved' }).waitFor();
    await page.locator('.toast-action', { hasText: 'Undo' }).click();
    await log().filter({ hasText: 'undone' }).waitFor();
    expect(await page.locator('.toast').count()).toBe(0);
  });
});

describe('the save bar', () => {
  const saveBar = () => page.locator('#save-bar');

  it('shows unsaved changes and saves them', async () => {
    await app.locator('[name=note]').fill('changed');
    await saveBar().locator('button', { hasText: 'Save' }).click();
    await log().filter({ hasText: 'submitted changed' }).waitFor();
    await saveBar().waitFor({ state: 'hidden' });
  });

  it('asks before it discards', async () => {
    await app.locator('[name=note]').fill('changed');
    await saveBar().locator('button', { hasText: 'Discard' }).click();
    await page.locator('.confirm-dialog button', { hasText: 'Continue editing' }).click();
    expect(await app.locator('[name=note]').inputValue()).toBe('changed');
    await saveBar().locator('button', { hasText: 'Discard' }).click();
    await page.locator('.confirm-dialog button', { hasText: 'Discard changes' }).click();
    await saveBar().waitFor({ state: 'hidden' });
    expect(await app.locator('[name=note]').inputValue()).toBe('as it was');
  });

  it('holds the merchant on the page until they give the changes up', async () => {
    await app.locator('[name=note]').fill('changed');
    await saveBar().waitFor();
    const policy = page.locator('#app-navigation a', { hasText: 'Policy' });
    await policy.click();
    await page.locator('.confirm-dialog button', { hasText: 'Stay' }).click();
    expect(await app.locator('#path').innerText()).toBe('/app');
    await policy.click();
    await page.locator('.confirm-dialog button', { hasText: 'Leave page' }).click();
    await app.locator('#path', { hasText: '/app/policy' }).waitFor();
  });
});

describe('modals', () => {
  it('show their content and actions, darken the admin, and close on Escape', async () => {
    await inApp('await shopify.modal.show("modal")');
    await app.locator('#inside').waitFor();
    await page.locator('body.app-modal-open').waitFor();
    await app.locator('dialog button', { hasText: 'Confirm' }).click();
    await log().filter({ hasText: 'modal show;pressed confirm' }).waitFor();
    await page.keyboard.press('Escape');
    await log().filter({ hasText: 'modal hide' }).waitFor();
    expect(await page.locator('body.app-modal-open').count()).toBe(0);
  });

  it('frame a page of the app whose App Bridge is the app’s', async () => {
    await inApp('await document.getElementById("framing").show()');
    await app.frameLocator('ui-modal iframe').locator('#framed').waitFor();
    const token = await inApp<string>(
      'await (await fetch("about:blank").catch(() => null), document.getElementById("framing").contentWindow.shopify.idToken())',
    );
    expect(isToken(token)).toBe(true);
  });

  it('refuse an id that names none', async () => {
    const message = await inApp<string>('await shopify.modal.show("none").catch(String)');
    expect(message).toContain('There is no ui-modal "none"');
  });
});

describe('the React components of @shopify/app-bridge-react', () => {
  beforeEach(() => open('/app/react'));

  it('keep the title bar in step with the app’s state', async () => {
    await page.locator('#title-bar button', { hasText: 'Approve' }).click();
    await page.locator('#title-bar h1', { hasText: 'Pressed 1 times' }).waitFor();
    expect(await page.locator('#app-navigation a').allInnerTexts()).toEqual(['React']);
  });

  it('render a live modal and hear of its end', async () => {
    await app.locator('#open').click();
    await app.locator('#add').click();
    await app.locator('#count', { hasText: 'Inside: 1' }).waitFor();
    await app.locator('dialog button', { hasText: 'Done' }).click();
    await app.locator('#count').waitFor({ state: 'hidden' });
    await app.locator('#open').click();
    await app.locator('#count').waitFor();
    await page.keyboard.press('Escape');
    await app.locator('#state', { hasText: 'modal false' }).waitFor();
  });

  it('show and hide the save bar', async () => {
    await app.locator('#change').click();
    await page.locator('#save-bar button', { hasText: 'Save' }).click();
    await page.locator('#save-bar').waitFor({ state: 'hidden' });
    await page.locator('.toast', { hasText: 'Kept' }).waitFor();
  });
});

it('addresses of the admin leave the frame', async () => {
  await app.locator('#top').click();
  await page.waitForURL(/\/store\/harbor-and-pine\/products$/);
});

it('the admin answers no window but the app’s', async () => {
  await page.evaluate(() => {
    const toast = { id: 'x', message: 'Forged', duration: 5000, isError: false, action: null };
    const call = { channel: 'devstore-app-bridge', kind: 'call', id: 1, payload: toast };
    const stranger = document.createElement('iframe');
    stranger.srcdoc = `<script>parent.postMessage(${JSON.stringify({ ...call, method: 'toastShow' })}, '*')</script>`;
    document.body.append(stranger);
  });
  await inApp('void shopify.toast.show("Genuine")');
  await page.locator('.toast', { hasText: 'Genuine' }).waitFor();
  expect(await page.locator('.toast', { hasText: 'Forged' }).count()).toBe(0);
});

it('what is not simulated fails and says so', async () => {
  const message = await inApp<string>(
    'await shopify.resourcePicker({ type: "product" }).catch(String)',
  );
  expect(message).toContain('does not simulate shopify.resourcePicker');
});

it('the app learns where its extensions are active', async () => {
  const kinds = '(await shopify.app.extensions()).map(({ type }) => type)';
  expect(new Set(await inApp<string[]>(kinds))).toEqual(
    new Set(['ui_extension', 'theme_app_extension']),
  );
});

it('the scopes are those the shop granted', async () => {
  expect(await inApp('(await shopify.scopes.query()).granted')).toEqual(['read_orders']);
});

it('an app opened outside the admin sends itself into it', async () => {
  await page.goto(`${store.origins.tunnel}/app?shop=${store.shop.domain}`);
  await page.waitForURL(/\/store\/harbor-and-pine\/apps\//);
  await app.locator('#path', { hasText: '/app' }).waitFor();
});

it('has no serious accessibility finding around the app', async () => {
  const findings = await seriousFindings(page);
  expect(findings.filter((finding) => !finding.includes('ui-'))).toEqual([]);
  expect(watched.errors).toEqual([]);
});

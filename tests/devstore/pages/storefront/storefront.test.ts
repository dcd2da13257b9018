import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlClient } from '../../http/control/control-client.ts';
import { openSampleStore, type SampleStore } from '../fixtures/sample-store.ts';

let store: SampleStore;
beforeAll(async () => {
  store = await openSampleStore();
});
afterAll(() => store.stop());

const BLOCK = 'sample-theme/notice';

async function page(path: string): Promise<{ status: number; text: string; location: string }> {
  const response = await fetch(store.origins.storefront + path, { redirect: 'manual' });
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get('location') ?? '',
  };
}

describe('the storefront', () => {
  it('shows what the shop sells, and leads to its own pages', async () => {
    const { status, text } = await page('/');
    expect(status).toBe(200);
    expect(text).toContain('Harbor lamp');
    expect(text).toContain('€129.00');
    expect(text).toContain('href="/pages/help"');
  });

  it('speaks the language its address begins with, and offers those that are published', async () => {
    const { text } = await page('/de/pages/help');
    expect(text).toContain('<html lang="de">');
    expect(text).toContain('<h1>Hilfe zur Bestellung</h1>');
    expect(text).toContain('href="/pages/help"');
    expect(text).toContain('hreflang="de"');
    expect(text).not.toContain('hreflang="ja"');
    expect((await page('/ja/pages/help')).status).toBe(404);
  });

  it('has its customers’ accounts and their orders’ pages elsewhere', async () => {
    const { customer } = store.origins;
    expect((await page('/account/login')).location).toBe(`${customer}/account/login`);
    const { statusPageKey: key } = store.order;
    const path = `/${String(store.shop.id)}/orders/${key}/authenticate?key=${key}`;
    expect((await page(path)).location).toBe(customer + path);
  });

  it('has no page at any other address', async () => {
    const { status, text } = await page('/pages/nothing');
    expect(status).toBe(404);
    expect(text).toContain('This page does not exist');
  });
});

describe('an app block', () => {
  it('is on the page that holds it with its defaults, texts, snippet and files', async () => {
    const { text } = await page('/pages/help');
    expect(text).toContain('class="shopify-block shopify-app-block sample-notice"');
    expect(text).toContain('Within 30 minutes.');
    expect(text).not.toContain('<h2>');
    expect(text).toContain(
      `<a href="${store.origins.storefront}/apps/sample">More from Harbor &amp; Pine</a>`,
    );
    for (const file of ['notice.css', 'notice.js']) {
      const address = `/devstore-theme-assets/sample-theme/${file}`;
      expect(text).toContain(`"${address}"`);
      expect((await page(address)).status).toBe(200);
    }
    expect(text).toContain('.sample-notice { padding: 1px; }');
  });

  it('speaks the page’s language, and the default one where a text is missing', async () => {
    const { text } = await page('/de/pages/help');
    expect(text).toContain('<section lang="de"');
    expect(text).toContain('Innerhalb von 30 Minuten.');
    expect(text).toContain('More from Harbor');
  });

  it('goes where the merchant puts it, with the settings the merchant chose', async () => {
    const control = controlClient(store.origins.platform);
    await control.placeBlock({
      block: BLOCK,
      page: '/',
      placed: true,
      settings: { heading: 'Changed <your> mind?', minutes: 1 },
    });
    const { text } = await page('/');
    expect(text).toContain('<h2>Changed &lt;your&gt; mind?</h2>');
    expect(text).toContain('Within 1 minute.');
    await control.placeBlock({ block: BLOCK, page: '/', placed: false });
    expect((await page('/')).text).not.toContain('sample-notice');
    await control.placeBlock({ block: BLOCK, page: '/pages/help', placed: false });
    expect((await page('/pages/help')).text).not.toContain('sample-notice');
    await control.placeBlock({ block: BLOCK, page: '/pages/help', placed: true });
  });

  it('stands on no page that its schema keeps it from', async () => {
    const there = (await page('/pages/help')).text;
    expect(there).not.toContain('Only on the front page');
    store.themeEditor.place({ block: 'sample-theme/front', page: '/', placed: true });
    expect((await page('/')).text).toContain('Only on the front page');
  });

  it('fails its page for a setting that its schema does not allow', async () => {
    const page404 = { block: BLOCK, page: '/' };
    store.themeEditor.place({ ...page404, placed: true, settings: { minutes: 61 } });
    const { status, text } = await page('/');
    store.themeEditor.place({ ...page404, placed: false });
    expect(status).toBe(500);
    expect(text).toContain('minutes cannot be 61');
  });

  it('is asked for under no other extension and reads no file outside its own', async () => {
    expect((await page('/devstore-theme-assets/sample-order/notice.css')).status).toBe(404);
    const outside = '/devstore-theme-assets/sample-theme/..%2Fshopify.extension.toml';
    expect((await page(outside)).status).toBe(404);
  });
});

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { createDemoWorld } from 'devstore/seed';
import {
  readThemeExtensions,
  renderAppBlocks,
  ThemeEditor,
  type ThemeExtension,
} from 'devstore/storefront';
import type { Shop } from 'devstore/world';
import { beforeAll, describe, expect, test } from 'vitest';

import { LANGUAGES } from '../../app/messages/keys.generated.ts';

/* The block that shows the policy on a theme's page, in the local Shopify's storefront. */

const FOLDER = 'extensions/cancellation-policy';
const PAGE = '/pages/help';
const BLOCK = 'cancellation-policy/cancellation-policy';

interface Texts {
  readonly [key: string]: string | Texts;
}

const texts = async (file: string): Promise<Texts> =>
  JSON.parse(await readFile(path.join(FOLDER, 'locales', file), 'utf8')) as Texts;

const keysOf = (value: Texts, above = ''): readonly string[] =>
  Object.entries(value).flatMap(([key, inside]) =>
    typeof inside === 'string' ? [above + key] : keysOf(inside, `${above}${key}.`),
  );

let extensions: readonly ThemeExtension[];
let shop: Shop;
beforeAll(async () => {
  extensions = await readThemeExtensions('extensions');
  const [first] = createDemoWorld({ now: Date.UTC(2026, 10, 22, 9), seed: 1 }).shops.values();
  if (!first) throw new Error('The demo has a shop.');
  shop = first;
});

/** The block's HTML in a language, as a merchant set it up. */
async function drawn(language: string, settings: Record<string, string | boolean> = {}) {
  const editor = new ThemeEditor();
  editor.place({ block: BLOCK, page: PAGE, placed: true, settings });
  const locale = { locale: language, name: language, primary: false, published: true };
  const { blocks, head } = await renderAppBlocks(extensions, editor, {
    shop,
    customer: null,
    locale,
    locales: [locale],
    path: PAGE,
    address: PAGE,
  });
  return { html: blocks.join(''), head: String(head) };
}

describe.each(LANGUAGES)('the policy’s block in %s', (language) => {
  test('has a heading and the links in that language before any script has run', async () => {
    const { html } = await drawn(language);
    const file = language === 'en' ? 'en.default.json' : `${language}.json`;
    const { policy } = (await texts(file)) as { readonly policy: Record<string, string> };
    for (const text of Object.values(policy)) expect(html).toContain(text);
    expect(html).toContain(`href="/apps/unorder/policy?locale=${language}"`);
    expect(html).toContain(`href="/apps/unorder/cancel?locale=${language}"`);
    expect(html).toContain(`src="/apps/unorder/policy?part=text&amp;locale=${language}"`);
  });

  test('has all texts, for merchants too', async () => {
    for (const kind of ['', '.schema']) {
      const file = language === 'en' ? `en.default${kind}.json` : `${language}${kind}.json`;
      expect(keysOf(await texts(file))).toEqual(keysOf(await texts(`en.default${kind}.json`)));
    }
  });
});

test('the block is as its merchant set it up, and says no more than text in it', async () => {
  const { html } = await drawn('en', {
    heading: '<b>Changed your mind?</b>',
    show_guest_link: false,
    pages_path: '/community/orders',
  });
  expect(html).toContain('&lt;b&gt;Changed your mind?&lt;/b&gt;');
  expect(html).not.toContain('/cancel?');
  expect(html).toContain('href="/community/orders/policy?locale=en"');
  expect(html).not.toContain('/apps/unorder');
});

test('the block brings its script, which the page does not wait for', async () => {
  const { head } = await drawn('en');
  expect(head).toMatch(/<script src="[^"]*policy-text\.js" defer>/);
});

test('every text of the block is used, and every text it uses is there', async () => {
  const template = await readFile(path.join(FOLDER, 'blocks/cancellation-policy.liquid'), 'utf8');
  const used = [...template.matchAll(/'([\w.]+)' \| t\b/g)].map(([, key]) => key);
  const usedForMerchants = [...template.matchAll(/"t:([\w.]+)"/g)].map(([, key]) => key);
  expect(keysOf(await texts('en.default.json')).toSorted()).toEqual(used.toSorted());
  expect(keysOf(await texts('en.default.schema.json')).toSorted()).toEqual(
    usedForMerchants.toSorted(),
  );
});

test('the block’s name fits into Shopify’s 25 characters in every language', async () => {
  for (const file of await readdir(path.join(FOLDER, 'locales'))) {
    if (!file.endsWith('.schema.json')) continue;
    const { blocks } = (await texts(file)) as { readonly blocks: { policy: { name: string } } };
    expect(blocks.policy.name.length, file).toBeLessThanOrEqual(25);
  }
});

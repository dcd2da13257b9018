import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { launchBrowser } from './launch-browser.ts';
import { openWatchedPage, seriousFindings, type WatchedPage } from './watched-page.ts';

let browser: Browser;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SOUND = `<!doctype html><html lang="en"><head><title>A page</title><style>
  p.pale, p:hover, input:focus { color: #ddd }
</style></head><body><main><h1>A page</h1><p>What it says</p>
<label>Name <input value="Ada"></label><div id="host"></div></main></body></html>`;

describe('a page that was found sound', () => {
  beforeEach(async () => {
    watched = await openWatchedPage(browser);
    await watched.page.goto(`data:text/html,${encodeURIComponent(SOUND)}`);
    expect(await seriousFindings(watched.page)).toEqual([]);
    return () => watched.close();
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      'an attribute changed',
      () => watched.page.locator('p').evaluate((it) => it.setAttribute('class', 'pale')),
    ],
    ['the pointer came over a part of it', () => watched.page.locator('p').hover()],
    ['the focus came into a part of it', () => watched.page.locator('input').focus()],
    [
      'a sheet was added',
      () => watched.page.addStyleTag({ content: 'p { color: #ddd !important }' }),
    ],
    [
      'something appeared in a shadow tree',
      () =>
        watched.page.locator('#host').evaluate((host) => {
          host.attachShadow({ mode: 'open' }).innerHTML = '<button></button>';
        }),
    ],
  ])('is judged anew once %s', async (_what, change) => {
    await change();
    expect(await seriousFindings(watched.page)).toHaveLength(1);
    expect(await seriousFindings(watched.page)).toHaveLength(1);
  });

  test('is not judged again while it stays as it is', async () => {
    await watched.page.evaluate('axe.run = () => { throw new Error("judged again") }');
    expect(await seriousFindings(watched.page)).toEqual([]);
  });

  test('is judged though a sandbox keeps every script out of a frame of it', async () => {
    await watched.page.locator('main').evaluate(async (main) => {
      const frame = Object.assign(document.createElement('iframe'), { title: 'A letter' });
      frame.setAttribute('sandbox', '');
      frame.srcdoc = '<!doctype html><html lang="en"><title>A letter</title><p>Dear Ada</p>';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      main.append(frame);
      await loaded;
    });
    expect(await seriousFindings(watched.page)).toEqual([]);
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openWatchedPage } from '../browser/index.ts';
import { startExample } from './start-example.ts';
import type { Example } from './start-example.ts';

let example: Example;
let browser: Browser;
beforeAll(async () => {
  [example, browser] = await Promise.all([startExample(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await example.stop();
});

it('is let in where somebody opens it inside the admin', async () => {
  const { page, errors, close } = await openWatchedPage(browser);
  const framed = page.frameLocator('#app-frame');
  await expect
    .poll(async () => {
      await page.goto(`${example.origins.platform}/store/lamps/apps/example`);
      return framed.locator('body').textContent();
    })
    .toBe('Every order gets a tag from now on.');
  expect(errors).toEqual([]);
  await close();
});

import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from 'playwright-core';

import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.ts';

/** Starts a headless Chromium; `openWindow` gives it a window. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: BROWSER_ARGUMENTS,
  });
}

/**
 * Opens a browser window of its own: no cookie of any other. It names itself as the Chrome that
 * people use, because the app's library turns away a browser that says "Headless".
 */
export async function openWindow(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const major = browser.version().split('.')[0];
  return browser.newContext({
    userAgent:
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
      `Chrome/${major}.0.0.0 Safari/537.36`,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    ...options,
  });
}

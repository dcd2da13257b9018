import { launchBrowser, openWindow } from '../tests/support/browser.ts';
import type { Place } from './demo-places.ts';

/**
 * Opens every place in a browser as a person would, and tells what it found.
 *
 * @returns whether all of them showed a page, without an error on the page
 */
export async function checkDemo(places: readonly Place[]): Promise<boolean> {
  const browser = await launchBrowser();
  let isWhole = true;
  try {
    const window = await openWindow(browser);
    for (const { name, url } of places) {
      const page = await window.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      const response = await page.goto(url, { waitUntil: 'networkidle' });
      if (!response?.ok()) faults.push(`HTTP ${response?.status() ?? 'without an answer'}`);
      if ((await page.locator('body').innerText()).trim() === '') faults.push('an empty page');
      console.log(`${faults.length === 0 ? '✓' : '✗'} ${name}: ${faults.join('; ') || url}`);
      isWhole &&= faults.length === 0;
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return isWhole;
}

/**
 * `npm run pictures`: takes the pictures of README and docs from the demo, at the width of a desk and of a phone, and
 * replaces them in docs/images. Text, amounts and states are the app's own; only the order numbers and times differ
 * from one run to the next.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { launchBrowser, openWindow } from 'devstore/browser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { customerAccount } from '../tests/e2e/flows/customer-account.ts';
import { framedApp } from '../tests/e2e/flows/framed-app.ts';
import { type FreshOrder, placeFreshOrder } from '../tests/e2e/flows/fresh-order.ts';
import { onEndRequest, stopPrograms } from './processes/child-process.ts';
import { readCommandLine } from './processes/command-line.ts';
import { demoPlaces, type Place } from './demo/demo-places.ts';
import { startLocalSystem, type LocalSystem } from './development/local-system.ts';
import { bringUpToDate } from './development/up-to-date.ts';

readCommandLine(
  `
npm run pictures
  Takes the pictures of README anew, from the demo, and replaces those in docs/images.`,
  {},
);

const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url));
/** A README is read over a telephone, too. */
const MOST_BYTES = 200 * 1024;
const PATIENCE_MS = 60_000;

const SIZES = [
  { suffix: '', options: { viewport: { width: 1280, height: 900 } } },
  { suffix: '-phone', options: { viewport: { width: 375, height: 812 }, hasTouch: true } },
] as const satisfies readonly { suffix: string; options: BrowserContextOptions }[];

const logs = await mkdtemp(path.join(os.tmpdir(), 'unorder-pictures-'));
await bringUpToDate((name) => console.log(`Building the ${name} …`));
const running: { system?: LocalSystem } = {};
onEndRequest(() => running.system?.stop() ?? stopPrograms());
const system = await startLocalSystem({ from: 'build', logs });
running.system = system;
const places = await demoPlaces(system);
const browser = await launchBrowser();
try {
  for (const { suffix, options } of SIZES) {
    await takeAll(browser, system, places, suffix, options);
  }
} finally {
  await browser.close();
  await system.stop();
  await rm(logs, { recursive: true, force: true });
}

async function takeAll(
  from: Browser,
  { control, origins }: Pick<LocalSystem, 'control' | 'origins'>,
  known: readonly Place[],
  suffix: string,
  options: BrowserContextOptions,
): Promise<void> {
  const window = await openWindow(from, { ...options, reducedMotion: 'reduce' });
  const page = await window.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const take = (name: string): Promise<void> => shoot(page, `${name}${suffix}`);

  const order = await placeFreshOrder(control);
  await shopperCancels(page, origins.customer, order, () => take('shopper-window'));
  await take('shopper-order');

  const merchant = known.find(({ name }) => name === 'Merchant');
  if (!merchant) throw new Error('The demo has no place for the merchant.');
  const app = framedApp(page, merchant.url);
  await app.open();
  await app.goTo('Orders');
  await app.findOrder(order.name.slice(1), order);
  await app.openOrder(order);
  await app.frame.getByText('Refund confirmed').first().waitFor();
  await take('order-page');
  await app.goTo('Policy');
  await app.frame.getByText('Everybody').first().waitFor();
  await take('policy-page');

  await page.goto(`${origins.storefront}/apps/unorder/policy`);
  await page.getByRole('heading', { level: 1, name: 'Cancellation policy' }).waitFor();
  await take('published-policy');
  await window.close();
}

/** Has the order's customer cancel it, with a look at the window before they confirm. */
async function shopperCancels(
  page: Page,
  origin: string,
  order: FreshOrder,
  look: () => Promise<void>,
): Promise<void> {
  const account = customerAccount(page, origin);
  await account.signIn(order.customer);
  await account.openOrder(order);
  const window = await account.openCancelWindow();
  await window
    .getByRole('combobox', { name: 'Why are you cancelling?' })
    .selectOption('I ordered by mistake');
  await look();
  await window.getByRole('button', { name: 'Cancel order' }).click();
  await window.getByText('The cancellation is complete.').waitFor();
  await account.closeCancelWindow();
  await account.block().getByText('The cancellation is complete.').waitFor();
}

async function shoot(page: Page, name: string): Promise<void> {
  const file = path.join(IMAGES, `${name}.png`);
  // Pictures and fonts come in after the text.
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: file, animations: 'disabled' });
  const { size } = await stat(file);
  console.log(`${name}.png, ${Math.round(size / 1024)} KiB`);
  if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes, more than ${MOST_BYTES}.`);
}

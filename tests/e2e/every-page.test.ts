import { seriousFindings } from 'devstore/browser';
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { appPages } from './flows/app-pages.ts';
import { type FreshOrder, placeFreshOrder } from './flows/fresh-order.ts';
import { type LocalDemo, startLocalDemo } from './local-demo.ts';

/* What holds for every page that staff can open: nobody is kept out, nothing is wider than the screen, no word is cut. */

const DESK = { viewport: { width: 1280, height: 900 } } satisfies BrowserContextOptions;
const PHONE = {
  viewport: { width: 375, height: 812 },
  hasTouch: true,
} satisfies BrowserContextOptions;
/** Long enough for what a page reads after it stands. */
const SETTLED_MS = 400;

let demo: LocalDemo;
let order: FreshOrder;
beforeAll(async () => {
  demo = await startLocalDemo('shared');
  order = await placeFreshOrder(demo.system.control);
});
afterAll(() => demo.close());

const addresses = (): readonly string[] => [
  ...appPages({ $number: String(order.id) }),
  `/app/orders/${order.id}?cancel=1`,
];

async function asStaff(firstName: string, options: BrowserContextOptions) {
  const watched = await demo.open(options);
  const [shop] = await demo.system.control.shops();
  const member = shop?.staff.find((one) => one.firstName === firstName);
  if (!member) throw new Error(`The demo has no ${firstName}.`);
  await watched.page
    .context()
    .addCookies([
      { name: 'devstore_staff', value: String(member.id), url: demo.system.origins.platform },
    ]);
  return watched;
}

async function openPage(page: Page, address: string): Promise<Frame> {
  await page.goto(`${demo.appAddress}${address}`);
  const handle = await page.waitForSelector('iframe[title="Unorder"]');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The admin frames no app.');
  await frame.locator('.Polaris-Page').first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
  return frame;
}

/** Texts of which a part cannot be seen, and what makes the page wider than its frame. */
const cutTexts = (frame: Frame): Promise<readonly string[]> =>
  frame.evaluate(() => {
    const isHidden = (element: Element): boolean =>
      element.closest('[class*="visuallyHidden"], [aria-hidden="true"]') !== null;
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const { overflowX } = getComputedStyle(element);
      const isClipped = overflowX === 'hidden' || overflowX === 'clip';
      const isLeaf = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      return (
        isLeaf && isClipped && element.scrollWidth > element.clientWidth + 1 && !isHidden(element)
      );
    });
    const tooWide = document.documentElement.scrollWidth - innerWidth;
    return [
      ...cut.map((element) => `cut: ${element.textContent ?? ''}`),
      ...(tooWide > 0 ? [`the page is ${tooWide} px too wide`] : []),
    ];
  });

test.each([
  ['English, at a desk', 'Lene', DESK, true],
  ['English, on a phone', 'Lene', PHONE, true],
  ['German, on a phone', 'Jonas', PHONE, false],
  ['Polish, on a phone', 'Zofia', PHONE, false],
  ['Polish, at a desk', 'Zofia', DESK, false],
])('every page in %s', { timeout: 240_000 }, async (_how, who, options, judged) => {
  const { page, errors, close } = await asStaff(who, options);
  const faults: string[] = [];
  for (const address of addresses()) {
    const frame = await openPage(page, address);
    const found = [...(await cutTexts(frame)), ...(judged ? await seriousFindings(page) : [])];
    faults.push(...found.map((what) => `${address}: ${what}`));
  }
  await close();
  expect(faults).toEqual([]);
  expect(errors).toEqual([]);
});

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
let addresses: readonly string[];
let discardBulk: (() => Promise<void>) | undefined;
beforeAll(async () => {
  demo = await startLocalDemo('shared');
  const { control } = demo.system;
  const order = await placeFreshOrder(control);
  const params = {
    'orders.$number': String(order.id),
    'templates.$mail': 'cancelled',
    ...(await begin(await placeFreshOrder(control), order)),
  };
  addresses = [...appPages(params), `/app/orders/${order.id}?cancel=1`];
});
afterAll(async () => {
  await discardBulk?.();
  await demo.close();
});

/** Cancels an order, and fixes another one for a bulk; answers with what their pages are found by. */
async function begin(cancelled: FreshOrder, chosen: FreshOrder) {
  const { page, close } = await asStaff('Lene', DESK);
  const frame = await openPage(page, '/app/orders');
  const story = await send(frame, `/api/staff/orders/${cancelled.id}/cancellation`, {
    selection: { kind: 'order' },
    keepFreeItems: false,
    issueRefund: true,
    amount: null,
    method: 'original',
    restock: true,
    reason: 'CUSTOMER',
    notify: false,
    noteToCustomer: '',
    internalNote: '',
    knownCancellationId: null,
  });
  const bulk = await send(frame, '/api/staff/bulk-cancellations', { orders: [String(chosen.id)] });
  const bulkId = at(bulk, 'id');
  discardBulk = async () => {
    await send(frame, `/api/staff/bulk-cancellations/${bulkId}`, { do: 'discard' });
    await close();
  };
  return { 'history.$id': at(story, 'cancellation', 'id'), 'bulk.$id': bulkId };
}

/** Sends to the app as its own pages do: App Bridge adds the session token. */
const send = (frame: Frame, path: string, body: object): Promise<unknown> =>
  frame.evaluate(
    async ([to, text]) => {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch(to, { method: 'POST', headers, body: text });
      return (await answer.json()) as unknown;
    },
    [path, JSON.stringify(body)] as const,
  );

function at(answer: unknown, ...names: readonly string[]): string {
  const found = names.reduce<unknown>(
    (whole, name) => (whole as Readonly<Record<string, unknown>> | null)?.[name],
    answer,
  );
  if (typeof found !== 'string') throw new Error(`It answered ${JSON.stringify(answer)}.`);
  return found;
}

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
  for (const address of addresses) {
    const frame = await openPage(page, address);
    const found = [...(await cutTexts(frame)), ...(judged ? await seriousFindings(page) : [])];
    faults.push(...found.map((what) => `${address}: ${what}`));
  }
  await close();
  expect(faults).toEqual([]);
  expect(errors).toEqual([]);
});

import { setTimeout as sleep } from 'node:timers/promises';

import { launchBrowser, openWatchedPage } from 'devstore/browser';
import { type LedgerNames, ledgerRow } from 'devstore/http';
import { formatForPeople } from 'devstore/world';
import type { Browser, Page } from 'playwright-core';

import { placeFreshOrder, type FreshOrder } from '../../tests/e2e/flows/fresh-order.ts';
import { contradictions } from '../../tests/e2e/flows/outcome.ts';
import { shopperCancels } from '../../tests/e2e/flows/shopper-cancels.ts';
import { staffCancels } from '../../tests/e2e/flows/staff-cancels.ts';
import type { Place } from './demo-places.ts';
import type { LocalSystem } from '../development/local-system.ts';

type Running = Pick<LocalSystem, 'control' | 'origins'>;

interface CheckOptions {
  readonly print?: (line: string) => void;
  /** Whether the app may see customers' mail addresses, and so writes to them; it does when left out. */
  readonly knowsAddresses?: boolean;
  /** Whether it may see their names, by which staff look for orders; it does when left out. */
  readonly knowsNames?: boolean;
  /** How long a page may take to show what a step expects, and the ledger to agree. */
  readonly patienceMs?: number;
}

/** One order, who cancels it, and what must come of it. */
interface Trial {
  readonly title: string;
  readonly order: FreshOrder;
  /** In minor units. */
  readonly refund: number;
  readonly run: (page: Page, tell: (step: string) => void) => Promise<void>;
}

const CURRENCY = 'EUR';
const SMALLER_REFUND = 2_000;

/**
 * Cancels two fresh orders in a browser, one as the shopper and one as staff, and asks the ledger
 * whether it is true: what the app's pages say counts for nothing there.
 *
 * @returns whether both orders are cancelled, refunded, restocked and told by mail exactly as
 *   wanted, and no step failed on the way
 */
export async function checkDemo(
  { control, origins }: Running,
  places: readonly Place[],
  {
    print = console.log,
    patienceMs = 30_000,
    knowsAddresses = true,
    knowsNames = true,
  }: CheckOptions = {},
): Promise<boolean> {
  const address = places.find(({ name }) => name === 'Merchant')?.url;
  if (address === undefined) throw new Error('The demo has no place for the merchant.');
  const byShopper = await placeFreshOrder(control);
  const byStaff = await placeFreshOrder(control);
  const trials: readonly Trial[] = [
    {
      title: 'A shopper cancels',
      order: byShopper,
      refund: byShopper.paid,
      run: (page, tell) =>
        shopperCancels({ page, origin: origins.customer, order: byShopper, tell }),
    },
    {
      title: 'Staff cancel, with a smaller refund',
      order: byStaff,
      refund: SMALLER_REFUND,
      run: (page, tell) =>
        staffCancels({ page, address, order: byStaff, refund: SMALLER_REFUND, knowsNames, tell }),
    },
  ];

  const browser = await launchBrowser();
  let isWhole = true;
  try {
    for (const trial of trials) {
      print(`\n${trial.title}`);
      const errors = await walkThrough(browser, trial, patienceMs, print);
      const mails = knowsAddresses ? 1 : 0;
      const found = await judge(control, trial, mails, errors.length === 0 ? patienceMs : 0);
      print(`\n  The ledger on order ${trial.order.name}`);
      for (const line of await ledgerLines(control, trial.order)) print(`  ${line}`);
      for (const sentence of [...errors, ...found]) print(`  ✗ ${sentence}`);
      const isTrue = errors.length + found.length === 0;
      if (isTrue) print(`  ✓ ${told(trial, mails)}`);
      isWhole &&= isTrue;
    }
  } finally {
    await browser.close();
  }
  return isWhole;
}

/** Goes through the pages step by step; what went wrong there, if anything did. */
async function walkThrough(
  browser: Browser,
  { run }: Trial,
  patienceMs: number,
  print: (line: string) => void,
): Promise<readonly string[]> {
  const watched = await openWatchedPage(browser);
  const { page, errors } = watched;
  page.setDefaultTimeout(patienceMs);
  let step = 'opening a window';
  try {
    await run(page, (next) => {
      step = next;
      print(`  · ${next}`);
    });
    return errors.map((error) => `The page reported: ${error}`);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return [`It stopped where it says: ${step}. ${reason}`];
  } finally {
    await watched.close();
  }
}

/** Gives the last mail time to arrive before it reads the verdict. */
async function judge(
  control: Running['control'],
  { order, refund }: Trial,
  mails: number,
  patienceMs: number,
): Promise<readonly string[]> {
  const expected = { refunded: refund, restocked: order.units, currency: CURRENCY, mails };
  for (const deadline = Date.now() + patienceMs; ; await sleep(200)) {
    const found = contradictions(await control.summary(order.shop, order.id), expected);
    if (found.length === 0 || Date.now() >= deadline) return found;
  }
}

/** One line for each movement: when, what, which, how much. */
async function ledgerLines(
  control: Running['control'],
  order: FreshOrder,
): Promise<readonly string[]> {
  const [shops, entries] = await Promise.all([
    control.shops(),
    control.ledger({ shop: order.shop, orderId: order.id }),
  ]);
  const shop = shops.find(({ domain }) => domain === order.shop);
  const names: LedgerNames = {
    locations: byId(shop?.locations ?? {}),
    inventoryItems: byId(shop?.inventoryItems ?? {}),
  };
  return entries.flatMap((entry) => {
    const isInternal =
      entry.kind === 'fulfillment_order.changed' ||
      (entry.kind === 'stock.moved' && entry.quantityName !== 'available');
    if (isInternal) return [];
    const { topic, what, detail, change } = ledgerRow(entry, names);
    const time = new Date(entry.at).toISOString().slice(11, 19);
    const which = topic === 'stock' || topic === 'mail' ? detail : '';
    return [`${time}  ${what.padEnd(22)}${change.padStart(11)}  ${which}`.trimEnd()];
  });
}

function byId<T>(record: Readonly<Record<number, T>>): ReadonlyMap<number, T> {
  return new Map(Object.entries(record).map(([id, value]) => [Number(id), value]));
}

function told({ order, refund }: Trial, mails: number): string {
  const money = formatForPeople(refund, CURRENCY);
  return `Cancelled once, ${money} paid out, ${order.units} units back in stock, ${mails === 1 ? 'one mail' : 'no mail'}.`;
}

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { launchBrowser, openWatchedPage, type WatchedPage } from 'devstore/browser';
import type { Browser, BrowserContextOptions } from 'playwright-core';

import { demoPlaces, type Place } from '../../scripts/demo/demo-places.ts';
import { startLocalSystem, type LocalSystem } from '../../scripts/development/local-system.ts';
import { bringUpToDate } from '../../scripts/development/up-to-date.ts';
import { createTestDatabase } from '../support/database/postgres.ts';

/** The demo as `npm run demo` starts it, and a browser to walk through it. */
export interface LocalDemo {
  readonly system: LocalSystem;
  readonly places: readonly Place[];
  /** The admin's page that frames the app. */
  readonly appAddress: string;
  /** A window of its own, closed with the demo at the latest. */
  open(options?: BrowserContextOptions): Promise<WatchedPage>;
  close(): Promise<void>;
}

/** How long a page may take to show what is expected of it. */
const PATIENCE_MS = 20_000;

export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
} satisfies BrowserContextOptions;

/** Starts a demo on fresh data, with the app and the extensions as built from the present sources. */
export async function startLocalDemo(): Promise<LocalDemo> {
  await bringUpToDate(() => undefined);
  const logs = await mkdtemp(path.join(os.tmpdir(), 'unorder-e2e-'));
  const database = await createTestDatabase();
  const [system, browser] = await Promise.all([
    startLocalSystem({ from: 'build', logs, databaseUrl: database.url }),
    launchBrowser(),
  ]);
  const places = await demoPlaces(system);
  return {
    system,
    places,
    appAddress: placeOf(places, 'Merchant'),
    open: (options) => openWindowIn(browser, options),
    async close() {
      await browser.close();
      await system.stop();
      await database.drop();
      await rm(logs, { recursive: true, force: true });
    },
  };
}

async function openWindowIn(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const watched = await openWatchedPage(browser, options);
  watched.page.setDefaultTimeout(PATIENCE_MS);
  return watched;
}

function placeOf(places: readonly Place[], name: string): string {
  const place = places.find((one) => one.name === name);
  if (!place) throw new Error(`The demo has no place called ${name}.`);
  return place.url;
}

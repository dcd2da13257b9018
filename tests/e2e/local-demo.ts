import { randomUUID } from 'node:crypto';

import { launchBrowser, openWatchedPage, type WatchedPage } from 'devstore/browser';
import { controlClient } from 'devstore/control';
import type { BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';

import { demoPlaces, type Place } from '../../scripts/demo/demo-places.ts';
import type { LocalSystem } from '../../scripts/development/local-system.ts';

/** A demo as `npm run demo` starts it, and a browser to walk through it. */
export interface LocalDemo {
  readonly system: Pick<LocalSystem, 'origins' | 'control'>;
  readonly places: readonly Place[];
  /** The admin's page that frames the app. */
  readonly appAddress: string;
  /** A window of its own, closed with the browser at the latest. */
  open(options?: BrowserContextOptions): Promise<WatchedPage>;
  /** Closes the browser; a demo that others use goes on. */
  close(): Promise<void>;
}

/** How long a page may take to show what is expected of it. */
const PATIENCE_MS = 20_000;

export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
} satisfies BrowserContextOptions;

/**
 * Starts a demo on fresh data, with the app and the extensions as built from the present sources, and a browser.
 *
 * @param whose `own` ends with the file; `shared` runs on for the next. That is for files which leave the shop's
 *   policy as it is and nothing that needs staff, bring orders of their own and expect nothing of the others'
 */
export async function startLocalDemo(whose: 'own' | 'shared' = 'own'): Promise<LocalDemo> {
  const name = whose === 'own' ? randomUUID() : whose;
  const [origins, browser] = await Promise.all([ask(name, 'GET'), launchBrowser()]);
  const system = { origins, control: controlClient(origins.platform) };
  const places = await demoPlaces(system);
  return {
    system,
    places,
    appAddress: placeOf(places, 'Merchant'),
    async open(options = {}) {
      const watched = await openWatchedPage(browser, options);
      watched.page.setDefaultTimeout(PATIENCE_MS);
      return watched;
    },
    async close() {
      await browser.close();
      if (whose === 'own') await ask(name, 'DELETE');
    },
  };
}

async function ask(name: string, method: 'GET' | 'DELETE'): Promise<LocalSystem['origins']> {
  const answer = await fetch(`${inject('demos')}/${name}`, { method });
  if (!answer.ok) throw new Error(`The demo did not start or end. ${await answer.text()}`);
  return (await answer.json()) as LocalSystem['origins'];
}

function placeOf(places: readonly Place[], name: string): string {
  const place = places.find((one) => one.name === name);
  if (!place) throw new Error(`The demo has no place called ${name}.`);
  return place.url;
}

import { readFile } from 'node:fs/promises';

import { parse } from 'smol-toml';
import { z } from 'zod';

import type { LocalSystem } from '../development/local-system.ts';

/** Where a person finds one side of the demo. */
export type Place = { readonly name: string; readonly url: string; readonly purpose: string };

const AppFile = z.object({ handle: z.string() });

/** The five places of a running system, for its first shop. */
export async function demoPlaces({
  origins,
  control,
}: Pick<LocalSystem, 'origins' | 'control'>): Promise<readonly Place[]> {
  const [shop] = await control.shops();
  if (!shop) throw new Error('The demo has no shop.');
  const { handle } = AppFile.parse(parse(await readFile('shopify.app.toml', 'utf8')));
  return [
    {
      name: 'Shopper',
      url: `${origins.customer}/account/orders`,
      purpose: 'Sign in as a customer, open an order and cancel it.',
    },
    {
      name: 'Merchant',
      url: `${origins.platform}/store/${shop.handle}/apps/${handle}`,
      purpose: `The admin of ${shop.name}, with Unorder in it.`,
    },
    {
      name: 'Storefront',
      url: origins.storefront,
      purpose: 'The shop’s own site, with what Unorder shows on it.',
    },
    {
      name: 'Mailbox',
      url: `${origins.platform}/mailbox`,
      purpose: 'Every mail that was sent.',
    },
    {
      name: 'Ledger',
      url: `${origins.platform}/ledger`,
      purpose: 'What happened to money, stock and orders, by the platform’s own account.',
    },
  ];
}

/** The places as lines to print: each address stands apart from the name before it, so that it can be opened. */
export function linesOf(places: readonly Place[]): readonly string[] {
  const width = Math.max(...places.map(({ name }) => name.length)) + 2;
  return places.map(
    ({ name, url, purpose }) => `  ${name.padEnd(width)}${url}\n  ${' '.repeat(width)}${purpose}\n`,
  );
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { bundlesWithoutAddress } from './bundle-addresses.ts';

const ADDRESS = 'https://orders.harbor-and-pine.shop';
const BUNDLE = 'extensions/window/dist/window.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'unorder-bundles-'));
  await write('extensions/window/src/api.ts', 'new URL(path, process.env.APP_URL)');
  await write('extensions/block/src/block.ts', 'fetch("/api/staff")');
  await bundle('window', ['extensions/window/src/api.ts'], `new URL(a,"${ADDRESS}")`);
  await bundle('block', ['extensions/block/src/block.ts'], 'fetch("/api/staff")');
});
afterEach(() => rm(root, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}

async function bundle(name: string, sources: readonly string[], text: string): Promise<void> {
  const inputs = ['node_modules/preact/preact.mjs', ...sources, '<stdin>'].map((it) => [it, {}]);
  await write(
    `extensions/${name}/dist/${name}.metafile.json`,
    JSON.stringify({ inputs: Object.fromEntries(inputs) as unknown }),
  );
  await write(`extensions/${name}/dist/${name}.js`, text);
}

test('a bundle that calls the app at the address, and one that calls none, are right', () => {
  expect(bundlesWithoutAddress(root, `${ADDRESS}/`)).toEqual([]);
});

test.each([
  ['of another address', 'new URL(a,"https://old.shop")'],
  ['of an address that begins the same', `new URL(a,"${ADDRESS}.old.shop")`],
  ['without one, as `shopify app build` leaves it', 'new URL(a,process.env.APP_URL)'],
  ['of nothing, as an empty APP_URL in `.env` makes it', 'new URL(a,"")'],
])('a bundle %s is found', async (_what, text) => {
  await write(BUNDLE, text);
  expect(bundlesWithoutAddress(root, ADDRESS)).toEqual([BUNDLE]);
});

test('a bundle of which nobody knows whether it calls the app counts as one that does', async () => {
  await rm(path.join(root, 'extensions/block/dist/block.metafile.json'));
  await bundle('old', ['extensions/window/src/moved.ts'], 'new URL(a,"https://old.shop")');
  expect(bundlesWithoutAddress(root, ADDRESS)).toEqual([
    'extensions/block/dist/block.js',
    'extensions/old/dist/old.js',
  ]);
});

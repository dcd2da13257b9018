import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { AppFileError, DEFAULT_APP_FILE } from './app-file.ts';
import { deploy, DeployRefused } from './deploy.ts';

const OURS = await readFile(DEFAULT_APP_FILE, 'utf8');
const ADDRESS = 'https://orders.harbor-and-pine.shop';
const own = (address: string) =>
  OURS.replace(/^client_id = .*$/m, 'client_id = "57a9edc11e97000000000000000000aa"').replaceAll(
    'https://unorder.example',
    address,
  );

let root: string;
let called: string[];
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'unorder-deploy-'));
  called = [];
  await writeFile(path.join(root, DEFAULT_APP_FILE), own(ADDRESS));
  await mkdir(path.join(root, 'extensions/window/dist'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const run = (how: {
  config?: string;
  env?: Record<string, string>;
  /** What the build makes of the bundle; null: it fails. */
  bundle?: string | null;
  shopifyEnds?: number;
}) =>
  deploy({
    root,
    config: how.config,
    env: how.env ?? {},
    flags: ['--allow-updates'],
    build: async (file) => {
      called.push(`build ${file}`);
      const { bundle = `new URL(a,"${ADDRESS}")` } = how;
      if (bundle === null) return 1;
      await writeFile(path.join(root, 'extensions/window/dist/window.js'), bundle);
      return 0;
    },
    shopify: (args) => {
      called.push(`shopify ${args.join(' ').replace(root, 'ROOT')}`);
      return Promise.resolve(how.shopifyEnds ?? 0);
    },
  });

test('what was checked and built for the address is what Shopify CLI gets', async () => {
  expect(await run({})).toBe(0);
  expect(called).toEqual([
    'build shopify.app.toml',
    'shopify app deploy --no-build --path ROOT --config shopify.app.toml --allow-updates',
  ]);
});

test('another configuration is built for and deployed by its own file', async () => {
  const address = 'https://staging.harbor-and-pine.shop';
  await writeFile(path.join(root, 'shopify.app.staging.toml'), own(address));
  expect(await run({ config: 'staging', bundle: `new URL(a,"${address}")` })).toBe(0);
  expect(called).toEqual([
    'build shopify.app.staging.toml',
    'shopify app deploy --no-build --path ROOT --config shopify.app.staging.toml --allow-updates',
  ]);
});

test('Shopify CLI’s failure is the command’s', async () => {
  expect(await run({ shopifyEnds: 3 })).toBe(3);
});

test('a file that cannot be deployed is not even built', async () => {
  await writeFile(path.join(root, DEFAULT_APP_FILE), OURS);
  await expect(run({})).rejects.toThrow(
    /^Nothing was deployed:\n {2}client_id .*npm run config:link.*\n {2}application_url/,
  );
  expect(called).toEqual([]);
});

test('an environment that says otherwise than the file keeps it from being deployed', async () => {
  await expect(run({ env: { SHOPIFY_APP_URL: 'https://old.shop' } })).rejects.toThrow(
    DeployRefused,
  );
  expect(called).toEqual([]);
});

test('bundles that hold another address, or could not be built, are never deployed', async () => {
  await expect(run({ bundle: 'new URL(a,"https://old.shop")' })).rejects.toThrow(
    `extensions/window/dist/window.js does not hold ${ADDRESS}`,
  );
  await expect(run({ bundle: null })).rejects.toThrow('could not be built');
  expect(called).toEqual(['build shopify.app.toml', 'build shopify.app.toml']);
});

test('a configuration that is not there is said to be linked first', async () => {
  await expect(run({ config: 'live' })).rejects.toThrow(
    /There is no shopify[.]app[.]live[.]toml[.] `npm run config:link`/,
  );
  await expect(run({ config: '../other' })).rejects.toThrow(AppFileError);
});

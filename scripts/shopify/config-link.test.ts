import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { AppFileError, DEFAULT_APP_FILE, parseAppFile } from './app-file.ts';
import { deployFaults } from './app-file-faults.ts';
import { configLink } from './config-link.ts';

const OURS = await readFile(DEFAULT_APP_FILE, 'utf8');
const CLIENT_ID = '57a9edc11e97000000000000000000aa';

/** An app's file as Shopify CLI 4.8 writes it for an app that exists: all from the Dev Dashboard, no comments. */
const remote = (
  address: string,
) => `# Learn more about configuring your app at https://shopify.dev/docs/apps/tools/cli/configuration

client_id = "${CLIENT_ID}"
organization_id = "4711"
name = "Orders taken back $&"
handle = "orders-taken-back"
application_url = "${address}"
embedded = true

[webhooks]
api_version = "2025-01"

[access_scopes]
# Learn more at https://shopify.dev/docs/apps/tools/cli/configuration#access_scopes
scopes = "write_products"

[auth]
redirect_urls = [ "${address}/api/auth" ]

[pos]
embedded = false
`;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'unorder-link-test-'));
  await writeFile(path.join(root, 'package.json'), '{}');
  await writeFile(path.join(root, DEFAULT_APP_FILE), OURS);
});
afterEach(() => rm(root, { recursive: true }));

const read = (name = DEFAULT_APP_FILE) => readFile(path.join(root, name), 'utf8');

const link = (how: {
  config?: string;
  address?: string;
  remote?: string;
  writes?: string | null;
  ends?: number;
}) =>
  configLink({
    root,
    config: how.config,
    address: how.address,
    flags: [],
    shopify: async (args) => {
      const folder = args[args.indexOf('--path') + 1] ?? '';
      // Where it finds one it asks for another name, and works with that file from then on.
      expect(await readdir(folder)).toEqual(['package.json']);
      const { writes = DEFAULT_APP_FILE } = how;
      if (writes !== null) {
        await writeFile(path.join(folder, writes), how.remote ?? remote('https://my.shop'));
      }
      return how.ends ?? 0;
    },
  });

test('identity and addresses are the app’s; every other line stays as it was', async () => {
  const lines = await link({});
  const before = OURS.split('\n');
  const after = (await read()).split('\n');
  expect(after.filter((line) => !before.includes(line))).toEqual([
    `client_id = "${CLIENT_ID}"`,
    'organization_id = "4711"',
    'name = "Orders taken back $&"',
    'handle = "orders-taken-back"',
    'application_url = "https://my.shop"',
    'redirect_urls = ["https://my.shop/auth/callback"]',
  ]);
  expect(before.filter((line) => !after.includes(line))).toHaveLength(5);
  const file = parseAppFile(await read(), DEFAULT_APP_FILE);
  expect(deployFaults(file, DEFAULT_APP_FILE, { addresses: {} })).toEqual([]);
  expect(lines.join('\n')).toMatch(
    /scopes, webhooks and proxy are this repository’s[.]\n.*https:\/\/my[.]shop/,
  );
});

test('linking twice changes nothing more', async () => {
  await link({});
  const once = await read();
  await link({ writes: 'shopify.app.orders-taken-back.toml' });
  expect(await read()).toBe(once);
  expect((await readdir(root)).sort()).toEqual(['package.json', DEFAULT_APP_FILE]);
});

test('the address that the environment says goes before the app’s', async () => {
  await link({ address: 'https://orders.harbor-and-pine.shop/' });
  expect(parseAppFile(await read(), DEFAULT_APP_FILE)).toMatchObject({
    application_url: 'https://orders.harbor-and-pine.shop',
    auth: { redirect_urls: ['https://orders.harbor-and-pine.shop/auth/callback'] },
  });
});

test('a new app, which has no address yet, is linked, and what is missing is said', async () => {
  const lines = await link({ remote: remote('https://shopify.dev/apps/default-app-home') });
  expect(parseAppFile(await read(), DEFAULT_APP_FILE)).toMatchObject({
    client_id: CLIENT_ID,
    application_url: 'https://unorder.example',
  });
  expect(lines.at(-1)).toMatch(
    /still https:\/\/unorder[.]example: set application_url and redirect_urls/,
  );
});

test('another configuration begins as a copy of the default one, which stays', async () => {
  await link({ config: 'staging' });
  expect(await read()).toBe(OURS);
  expect(parseAppFile(await read('shopify.app.staging.toml'), 'it')).toMatchObject({
    client_id: CLIENT_ID,
  });
});

test('a link that fails changes nothing', async () => {
  await expect(link({ writes: null, ends: 1 })).rejects.toThrow(/Nothing was changed/);
  await expect(link({ ends: 1 })).rejects.toThrow(AppFileError);
  await expect(link({ remote: 'name = "No app"\n' })).rejects.toThrow(AppFileError);
  expect(await read()).toBe(OURS);
});

test('a file that Shopify CLI has written over is put back before it is linked', async () => {
  await writeFile(path.join(root, DEFAULT_APP_FILE), remote('https://my.shop'));
  await expect(link({})).rejects.toThrow(/was not linked:\n[^]*access_scopes lack[^]*git restore/);
});

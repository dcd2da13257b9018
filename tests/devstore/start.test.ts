import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen } from './http/listener.ts';
import type { Listener } from './http/listener.ts';
import { addScenarioShop, seedOrder } from './seed/scenario.ts';
import type { ScenarioShop } from './seed/scenario.ts';
import { startDevstore } from './start.ts';
import type { ProtectedData } from './world/contracts/contract.ts';
import type { Devstore } from './start.ts';

const TOML = fileURLToPath(new URL('./http/fixtures/shopify.app.toml', import.meta.url));
const CLIENT = { clientId: 'client-1', clientSecret: 'secret-1' };

let folder: string;
let app: Listener;
let calls: string[];
let devstore: Devstore | null = null;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'devstore-'));
  calls = [];
  app = await listen((request, response) => {
    request.resume();
    request.on('end', () => {
      calls.push(`${request.url} ${String(request.headers['x-shopify-topic'])}`);
      response.end();
    });
  });
});
afterEach(async () => {
  await devstore?.stop();
  devstore = null;
  await app.close();
  await rm(folder, { recursive: true });
});

async function start(
  change: (toml: string) => string = (toml) => toml,
  approval?: ProtectedData,
): Promise<ScenarioShop> {
  const appTomlPath = path.join(folder, 'shopify.app.toml');
  await writeFile(appTomlPath, change(await readFile(TOML, 'utf8')));
  const scenes: ScenarioShop[] = [];
  devstore = await startDevstore({
    ...CLIENT,
    appUrl: app.origin,
    appTomlPath,
    ...(approval === undefined ? {} : { approval }),
    seed: (world) => scenes.push(addScenarioShop(world)),
  });
  const [scene] = scenes;
  if (!scene) throw new Error('The world was not seeded.');
  return scene;
}

describe('a started devstore', () => {
  it('has the app deployed as its file says, and installed in every shop', async () => {
    const { world, domain } = await start();
    const installation = world.apps.installation(CLIENT.clientId, domain);
    expect(installation?.scopes).toEqual(['read_orders', 'write_orders', 'read_products']);
    expect(installation?.app.spec).toMatchObject({
      title: 'Fixture app',
      applicationUrl: devstore?.origins.tunnel,
      webhookApiVersion: '2026-10',
    });
  });

  it('sends each topic where the file says, absolute addresses through the tunnel too', async () => {
    const scene = await start();
    seedOrder(scene);
    scene.world.webhooks.sendPrivacyRequest(scene.domain, CLIENT.clientId, {
      topic: 'shop/redact',
    });
    await devstore?.advanceBy(10_000);
    expect(calls.sort()).toEqual(['/privacy shop/redact', '/webhooks orders/create']);
  });

  it('refuses webhooks about customers’ orders to an app approved for nothing, as a deploy does', async () => {
    await expect(start((toml) => toml, 'none')).rejects.toThrow(
      'This app is not approved to subscribe to webhook topics containing protected customer data.',
    );
  });

  it('does not name the customer in the session token of an app approved for nothing', async () => {
    const nobody = (toml: string) =>
      toml.replace(
        'topics = ["orders/create", "orders/cancelled"]',
        'topics = ["app/uninstalled"]',
      );
    const subject = {
      surface: 'customer-account',
      customerId: 'gid://shopify/Customer/1',
    } as const;
    const subOf = ({ domain }: ScenarioShop): unknown => {
      const token = devstore?.mintIdToken({ ...subject, shop: domain }) ?? '';
      const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
      return (JSON.parse(claims) as { sub?: unknown }).sub;
    };
    expect(subOf(await start(nobody, []))).toBe(subject.customerId);
    await devstore?.stop();
    expect(subOf(await start(nobody, 'none'))).toBeUndefined();
  });

  it.each([
    [
      'webhooks to another machine',
      (toml: string) => toml.replace('https://app.example.com/privacy', 'https://example.org/in'),
      'would leave this machine',
    ],
    [
      'a webhook filter, which the world cannot apply',
      (toml: string) => toml.replace('name = "orders"', 'filter = "id:*"'),
      'NOT_SIMULATED webhook filter',
    ],
    [
      'a topic that does not exist',
      (toml: string) => toml.replace('orders/create', 'orders/created'),
      'no webhook topic orders/created',
    ],
  ])('does not start with %s', async (_what, change, message) => {
    await expect(start(change)).rejects.toThrow(message);
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { reroutedFetch } from 'devstore/http';
import { readRecording } from 'devstore/recordings';
import { seedOrder } from 'devstore/seed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bringUpToDate } from '../../../scripts/development/up-to-date.ts';
import { startProgram } from '../../../scripts/processes/child-process.ts';
import { openProgress, type Progress } from '../../../scripts/rehearsal/progress.ts';
import { rehearse, type RehearsalDeps, Stopped } from '../../../scripts/rehearsal/rehearse.ts';
import { SCENES } from '../../../scripts/rehearsal/scenes.ts';
import { createShopClient, type ShopClient } from '../../../scripts/rehearsal/shop-client.ts';
import { createTestDatabase } from '../../support/database/postgres.ts';
import { BROWSER } from '../../support/pages/browser-headers.ts';
import { type AppProcess, PRELOAD, startAppProcess } from '../../support/processes/app-process.ts';
import { type AppStage, openAppStage, ownerToken } from '../../support/processes/app-stage.ts';

/* `npm run doctor` beside the app's own web process, on a local Shopify over HTTP. */

let stage: AppStage;
let web: AppProcess;
let folder: string;
beforeAll(async () => {
  await bringUpToDate(() => undefined);
  folder = await mkdtemp(path.join(os.tmpdir(), 'unorder-doctor-'));
  stage = await openAppStage(await createTestDatabase());
  web = await startAppProcess('web', stage.environment());
  stage.devstore.attachApp(String(web.ready['url']));
  await openApp();
}, 120_000);
afterAll(async () => {
  await web.stop();
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

/** As its owner does after installing it: only then it has a token. */
async function openApp(): Promise<void> {
  const { devstore, scene } = stage;
  const address = new URL('/app', devstore.origins.tunnel);
  address.search = new URLSearchParams({
    embedded: '1',
    shop: scene.domain,
    host: Buffer.from(`admin.shopify.com/store/${scene.shop.handle}`).toString('base64url'),
    id_token: ownerToken(devstore, scene),
  }).toString();
  const response = await fetch(address, { headers: BROWSER });
  await response.body?.cancel();
  expect(response.status).toBe(200);
}

async function doctor(...args: string[]) {
  const program = startProgram('scripts/doctor.ts', args, {
    nodeArguments: ['--import', PRELOAD],
    env: stage.environment(),
  });
  const printed = { stdout: '', stderr: '' };
  program.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  program.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  return { code: await program.ended, ...printed };
}

interface Report {
  readonly shop: string;
  readonly checks: readonly { readonly name: string; readonly codes: readonly string[] }[];
}

describe('looking', () => {
  it('judges everything around the app in the one shop that has it, and acts on nothing', async () => {
    const order = seedOrder(stage.scene, {});
    await stage.devstore.settle();
    const before = stage.devstore.world.ledger.entries().length;
    const { code, stdout, stderr } = await doctor('--json');
    expect(stderr).toBe('');
    const report = JSON.parse(stdout) as Report;
    expect(report.shop).toBe(stage.scene.domain);
    expect(Object.fromEntries(report.checks.map(({ name, codes }) => [name, codes]))).toEqual({
      // The tunnel of the local Shopify is no public address.
      configuration: ['address_not_public'],
      worker: ['worker_working'],
      tokens: ['token_renewed'],
      scopes: ['scopes_granted'],
      fields: ['fields_unseen', 'fields_approved'],
      costs: ['costs_fit'],
      webhooks: ['webhooks_arrive', 'topics_unseen'],
      subscriptions: ['subscriptions_none'],
      proxy: ['proxy_answers'],
      extensions: ['bundles_right'],
      theme: ['theme_unseen'],
      native: ['native_unseen'],
    });
    expect(code).toBe(0);
    expect(stage.devstore.world.ledger.entries()).toHaveLength(before);
    expect(stdout).not.toContain(order.email ?? 'nobody');
  }, 60_000);
});

describe('a rehearsal is refused', () => {
  it('without the domain of the shop, typed', async () => {
    const { code, stderr } = await doctor('--rehearse', '--confirm', 'other.myshopify.com');
    expect(code).toBe(2);
    expect(stderr).toContain(`--confirm ${stage.scene.domain}`);
    expect(testOrders()).toEqual([]);
  });

  it('in a shop that is no development store, whatever is typed', async () => {
    const shop = stage.scene.shop as { developmentStore: boolean };
    shop.developmentStore = false;
    try {
      const { code, stderr } = await doctor('--rehearse', '--confirm', stage.scene.domain);
      expect(code).toBe(2);
      expect(stderr).toContain('is no development store');
      expect(testOrders()).toEqual([]);
    } finally {
      shop.developmentStore = true;
    }
  });
});

function stageCancels(settlesAfterMs: number, note: 'early' | 'late'): void {
  const { faults } = stage.devstore.world;
  faults.clear();
  faults.inject({
    fault: { at: 'job', job: 'order_cancel', effect: { kind: 'staged', settlesAfterMs, note } },
    count: 'always',
  });
}

const testOrders = () => [...stage.scene.shop.orders.values()].filter(({ test }) => test);

describe('a rehearsal', () => {
  let seconds: ShopClient;
  let app: ShopClient;
  beforeAll(() => {
    const { world, origins } = stage.devstore;
    const rerouted = reroutedFetch(origins.platform, fetch);
    const clientOf = (clientId: string): ShopClient => {
      const issued = world.apps.issueToken({ clientId, shop: stage.scene.domain, expiring: false });
      if ('error' in issued) throw new Error(issued.error);
      const token = async () => issued.accessToken;
      return createShopClient(stage.scene.domain, token, advance, rerouted);
    };
    world.apps.register({
      clientId: 'warehouse-app',
      clientSecret: 'made-up',
      title: 'Warehouse',
      handle: 'warehouse',
      scopes: ['write_merchant_managed_fulfillment_orders', 'read_orders'],
      applicationUrl: 'https://warehouse.example',
      webhookApiVersion: '2026-10',
      webhookSubscriptions: [],
    });
    world.apps.install('warehouse-app', stage.scene.domain);
    // As the recording was made: what nobody knows is drawn by chance otherwise.
    stageCancels(600, 'early');
    seconds = clientOf('warehouse-app');
    app = clientOf(stage.clientId);
  });

  /** The platform's clock goes on while somebody waits, and no other does. */
  const advance = (ms: number): Promise<void> => stage.devstore.advanceBy(ms);

  const depsWith = (progress: Progress, more: Partial<RehearsalDeps> = {}): RehearsalDeps => ({
    app,
    otherApp: seconds,
    progress,
    now: () => stage.devstore.world.now(),
    // Each look is a request: three times rarer than in earnest, and still more often than anything changes.
    sleep: (ms) => advance(Math.max(ms, 300)),
    isStopped: () => false,
    say: () => undefined,
    ordersPerMinute: 5,
    ...more,
  });
  const source = { kind: 'stand-in', said: '', apiVersion: '2026-10', recordedAt: '' } as const;
  const known = async () =>
    readRecording(
      JSON.parse(await readFile('tests/devstore/recordings/stand-in.json', 'utf8')) as unknown,
    ).scenes;

  it('can be stopped, goes on where it was, sees what is known, and leaves nothing behind', async () => {
    const mine = seedOrder(stage.scene, {});
    const file = path.join(folder, 'progress.json');
    const lines: string[] = [];
    const stopping = depsWith(await openProgress(file), {
      isStopped: () => lines.some((line) => line.startsWith(SCENES[2]?.name ?? '?')),
      say: (line) => void lines.push(line),
    });
    await expect(rehearse(stopping, source, await known())).rejects.toThrow(Stopped);
    const stopped = await openProgress(file);
    expect(stopped.played.map(({ scene }) => scene.name)).toEqual(
      SCENES.slice(0, 2).map(({ name }) => name),
    );
    expect(testOrders().length).toBeLessThanOrEqual(1);

    const done = await rehearse(depsWith(stopped), source, await known());
    expect(done.notPlayed).toEqual([]);
    expect(done.differences).toEqual([]);
    expect(done.recording.scenes.map(({ scene }) => scene.name)).toEqual(
      SCENES.map(({ name }) => name),
    );
    expect(() => readRecording(JSON.parse(JSON.stringify(done.recording)))).not.toThrow();
    expect(testOrders()).toEqual([]);
    expect(stage.scene.shop.orders.get(mine.id)?.cancelledAt).toBeNull();
  }, 60_000);

  it('says where the platform differs from what is known, and what could not be played', async () => {
    stageCancels(5_000, 'late');
    const progress = await openProgress(path.join(folder, 'differs.json'));
    const few = ['paid', 'held_by_another_app'];
    for (const played of await known()) {
      if (!few.includes(played.scene.name)) await progress.record(played);
    }
    const done = await rehearse(depsWith(progress, { otherApp: null }), source, await known());
    stageCancels(600, 'early');
    expect(done.notPlayed).toMatchObject([{ scene: 'held_by_another_app' }]);
    expect(new Set(done.differences.map(({ scene }) => scene))).toEqual(new Set(['paid']));
    expect(testOrders()).toEqual([]);
  }, 60_000);

  it('finds orders that a killed run made and never noted, and touches no other', async () => {
    const place = (changes: object) =>
      stage.devstore.world.commerce.placeOrder(stage.scene.domain, {
        lines: [{ sku: seedOrder(stage.scene, {}).lines[0]?.sku ?? '', quantity: 1 }],
        payments: [{ gateway: 'shopify_payments', state: 'sale' }],
        ...changes,
      });
    const left = place({ test: true, tags: ['unorder-rehearsal'] });
    const real = place({ test: false, tags: ['unorder-rehearsal'] });
    const progress = await openProgress(path.join(folder, 'killed.json'));
    const done = await rehearse(
      depsWith(progress, { isStopped: () => !stage.scene.shop.orders.has(left.id) }),
      source,
      [],
    ).catch((error: unknown) => error);
    expect(done).toBeInstanceOf(Stopped);
    expect(stage.scene.shop.orders.has(left.id)).toBe(false);
    expect(stage.scene.shop.orders.get(real.id)?.cancelledAt).toBeNull();
  }, 60_000);
});

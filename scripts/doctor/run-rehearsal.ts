import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { type Played, type Recording, readRecording } from 'devstore/recordings';

import { ConfigError, readConfig } from '../../app/config.server.ts';
import { type Assembly, assemble } from '../../app/container.server.ts';
import type { ShopDomain } from '../../app/domain/ids.ts';
import { ADMIN_API_VERSION } from '../../app/platform/client/api-version.ts';
import { cleanUp } from '../rehearsal/clean-up.ts';
import { NoGoods } from '../rehearsal/goods.ts';
import { openProgress, type Progress } from '../rehearsal/progress.ts';
import { rehearse, type Rehearsed, Stopped } from '../rehearsal/rehearse.ts';
import { createShopClient, type ShopClient, ShopUnreachable } from '../rehearsal/shop-client.ts';
import { shopToLookAt } from './diagnose.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RECORDINGS = path.join(ROOT, 'tests/devstore/recordings');
const STAND_IN = path.join(RECORDINGS, 'stand-in.json');
const LIVE = path.join(RECORDINGS, 'live.json');
const STOPPED = 130;

export interface RehearsalWanted {
  readonly shop: string | null;
  /** The shop's domain, typed as a confirmation; null asks for it. */
  readonly confirmed: string | null;
  readonly out: string;
  readonly ordersPerMinute: number;
  /** Only takes away what an earlier run has left. */
  readonly onlyCleansUp: boolean;
}

/** A rehearsal that must not start; the message says why and what to do. */
class Refused extends Error {
  override readonly name = 'Refused';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs a rehearsal in one development store. @returns the exit code */
export async function runRehearsal(env: Environment, wanted: RehearsalWanted): Promise<number> {
  let assembly: Assembly | null = null;
  try {
    const config = { ...readConfig(env), logLevel: 'silent' } as const;
    assembly = await assemble(config, { process: 'doctor', works: false });
    return await inShop(assembly, env, wanted);
  } catch (error) {
    if (error instanceof Stopped) {
      say(
        'Stopped. What was seen is kept: run the same again to go on, or with --clean-up to delete what is left.',
      );
      return STOPPED;
    }
    const isSaid = [ConfigError, Refused, NoGoods, ShopUnreachable].some(
      (it) => error instanceof it,
    );
    if (!isSaid || !(error instanceof Error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  } finally {
    await assembly?.close();
  }
}

async function inShop(
  { container, tokens }: Assembly,
  env: Environment,
  wanted: RehearsalWanted,
): Promise<number> {
  const shop = await shopToLookAt(container.installations, wanted.shop);
  if (typeof shop !== 'string') throw new Refused(shop.fault);
  await againstDevelopmentStore(container, shop);
  await againstConfirmation(shop, wanted.confirmed);
  const app = createShopClient(
    shop,
    async () => {
      const token = await tokens.get(shop);
      if (!token.ok) throw new ShopUnreachable(token.error.message);
      return token.value;
    },
    sleep,
  );
  const progress = await openProgress(path.join(ROOT, '.data', 'rehearsal', `${shop}.json`));
  const signals = { isStopped: false };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => (signals.isStopped = true));
  }
  const waiting = { now: Date.now, sleep: (ms: number) => sleep(ms), say };
  if (wanted.onlyCleansUp) {
    const left = await cleanUp(app, progress, waiting);
    await progress.forget();
    say(left === 0 ? 'Nothing of a rehearsal is left in this store.' : `${left} orders are left.`);
    return left === 0 ? 0 : 1;
  }
  if (progress.played.length > 0) say(`Going on after ${progress.played.length} scenes.`);
  const isStandIn = Boolean(env['DEVSTORE_URL']);
  const rehearsed = await rehearse(
    {
      ...waiting,
      app,
      otherApp: otherApp(shop, env['REHEARSAL_OTHER_APP_TOKEN']),
      progress,
      isStopped: () => signals.isStopped,
      ordersPerMinute: wanted.ordersPerMinute,
    },
    sourceOf(isStandIn),
    await knownScenes(),
  );
  await finish(rehearsed, progress, path.resolve(ROOT, wanted.out), isStandIn);
  return rehearsed.differences.length === 0 && rehearsed.notPlayed.length === 0 ? 0 : 1;
}

/** Test orders count in a real shop's reports, and its customers' goods are the ones that are ordered. */
async function againstDevelopmentStore(
  { readBilling }: Assembly['container'],
  shop: ShopDomain,
): Promise<void> {
  const billing = await readBilling(shop);
  if (!billing.ok) throw new Refused(`${shop} does not answer: ${billing.error.message}`);
  if (!billing.value.isDevelopmentStore) {
    throw new Refused(
      `${shop} is no development store (its plan: ${billing.value.shopPlan}). A rehearsal makes and cancels orders, ` +
        'so it runs in a development store only. Make one in the Dev Dashboard and install Unorder there.',
    );
  }
}

async function againstConfirmation(shop: ShopDomain, confirmed: string | null): Promise<void> {
  const typed = confirmed ?? (await ask(shop));
  if (typed !== shop) {
    throw new Refused(
      `Nothing was done. To rehearse in this store, type its domain: --confirm ${shop}`,
    );
  }
}

async function ask(shop: ShopDomain): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(
      `This makes and cancels test orders in ${shop}. Type its domain to go on: `,
    );
  } finally {
    lines.close();
  }
}

const otherApp = (shop: ShopDomain, token: string | undefined): ShopClient | null =>
  token ? createShopClient(shop, async () => token, sleep) : null;

const sourceOf = (isStandIn: boolean): Recording['source'] => ({
  kind: isStandIn ? 'stand-in' : 'shop',
  said: isStandIn
    ? 'Recorded on the local stand-in, to be replaced by a recording of a development store.'
    : 'Recorded on a development store of Shopify.',
  apiVersion: ADMIN_API_VERSION,
  recordedAt: new Date().toISOString().slice(0, 10),
});

/** What was recorded before: of a shop where there is one, else the stand-in's own. */
async function knownScenes(): Promise<readonly Played[]> {
  for (const file of [LIVE, STAND_IN]) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) return readRecording(JSON.parse(text)).scenes;
  }
  return [];
}

/** Writes it down, says what was found and what to do, and begins anew next time. */
async function finish(
  { recording, differences, notPlayed }: Rehearsed,
  progress: Progress,
  out: string,
  isStandIn: boolean,
): Promise<void> {
  await writeFile(out, `${JSON.stringify(recording, null, 1)}\n`);
  await progress.forget();
  say('');
  for (const { scene, why } of notPlayed) say(`${scene}: NOT PLAYED. ${why}`);
  for (const { scene, says } of differences) say(`${scene}: DIFFERS. ${says}`);
  const different = new Set(differences.map(({ scene }) => scene));
  for (const { scene, settled } of recording.scenes) {
    if (!different.has(scene.name))
      say(`${scene.name}: as known${settled ? '.' : ', but never at rest.'}`);
  }
  say(`\nWritten to ${path.relative(ROOT, out)}.`);
  if (isStandIn) {
    say(
      'This is the local Shopify, which draws by chance what nobody knows: how far the stages of a cancel are apart, ' +
        'and with which of them the note comes. Ask a development store.',
    );
    return;
  }
  say(
    differences.length === 0
      ? 'The store does what the local Shopify does: commit the file beside stand-in.json, which it replaces.'
      : 'Commit the file to tests/devstore/recordings and delete stand-in.json. `npm run test:devstore` then names ' +
          'where the local Shopify has to change; change it there, and then the app where its own tests fail.',
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

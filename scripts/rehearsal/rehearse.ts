import { randomUUID } from 'node:crypto';

import {
  type Difference,
  differences,
  type Played,
  playScene,
  type Recording,
  SceneFailed,
  type Scene,
  type Stage,
} from 'devstore/recordings';

import { cleanUp } from './clean-up.ts';
import { DOCUMENTS } from './documents.ts';
import { findGoods } from './goods.ts';
import type { Progress } from './progress.ts';
import { SCENES } from './scenes.ts';
import type { ShopClient } from './shop-client.ts';

/** Whoever ran it wants it to end; what was made is known, and the next run goes on. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export interface RehearsalDeps {
  /** The app's own access to the shop. */
  readonly app: ShopClient;
  /** A second app's, to hold fulfillment with; null where there is none. */
  readonly otherApp: ShopClient | null;
  readonly progress: Progress;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly isStopped: () => boolean;
  readonly say: (line: string) => void;
  /** Development stores take five orders a minute: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/orderCreate */
  readonly ordersPerMinute: number;
}

/** What became of it. */
export interface Rehearsed {
  readonly recording: Recording;
  readonly differences: readonly Difference[];
  /** Scenes that could not be played, each with why. */
  readonly notPlayed: readonly { readonly scene: string; readonly why: string }[];
}

/**
 * Plays every scene that was not played yet, cleans up after each, and holds what it saw against a recording.
 *
 * @param source whose platform it is
 * @param known what was recorded before, of scenes by their names
 * @throws Stopped between two steps
 */
export async function rehearse(
  deps: RehearsalDeps,
  source: Recording['source'],
  known: readonly Played[],
): Promise<Rehearsed> {
  const { progress, say } = deps;
  await cleanUp(deps.app, progress, deps);
  const goods = await findGoods(deps.app);
  const notPlayed: { scene: string; why: string }[] = [];
  let last = -Infinity;
  for (const scene of SCENES) {
    if (progress.played.some((done) => done.scene.name === scene.name)) continue;
    if (needsOtherApp(scene) && deps.otherApp === null) {
      notPlayed.push({ scene: scene.name, why: NO_OTHER_APP });
      continue;
    }
    await untilAllowed(deps, last);
    say(`${scene.name}: ${scene.asks}`);
    last = deps.now();
    try {
      const played = await playScene(scene, { ...goods, key: randomUUID() }, stageOf(deps));
      await progress.record(played);
      say(
        `  ${played.states.length} states${played.settled ? '' : ', and no rest after a minute'}.`,
      );
    } catch (error) {
      if (!(error instanceof SceneFailed)) throw error;
      notPlayed.push({ scene: scene.name, why: error.message });
      say(`  could not be played: ${error.message}`);
    }
    await cleanUp(deps.app, progress, deps);
  }
  const recording: Recording = {
    format: 1,
    source,
    documents: { ...DOCUMENTS },
    scenes: [...progress.played],
  };
  return { recording, notPlayed, differences: against(known, progress.played) };
}

const NO_OTHER_APP =
  'It needs the token of a second app in the same store. Make a custom app there with the permission to write ' +
  'merchant-managed fulfillment orders, and run again with REHEARSAL_OTHER_APP_TOKEN.';

const needsOtherApp = ({ steps }: Scene): boolean =>
  steps.some((step) => step.do === 'call' && step.by === 'other_app');

function against(known: readonly Played[], played: readonly Played[]): Difference[] {
  return played.flatMap((each) => {
    const before = known.find(({ scene }) => scene.name === each.scene.name);
    return before ? differences(before, each) : [];
  });
}

function stageOf({ app, otherApp, progress, now, sleep, isStopped }: RehearsalDeps): Stage {
  return {
    documents: DOCUMENTS,
    now,
    wait: sleep,
    send(by, query, variables) {
      const client = by === 'app' ? app : otherApp;
      if (!client) throw new Error('There is no second app.');
      return client.send(query, variables);
    },
    async onKept({ order }) {
      if (order !== undefined) await progress.opened(order);
    },
    check() {
      if (isStopped()) throw new Stopped();
    },
  };
}

/** Waits until the shop takes another order. */
async function untilAllowed(
  { now, sleep, isStopped, ordersPerMinute }: RehearsalDeps,
  last: number,
): Promise<void> {
  const next = last + Math.ceil(60_000 / ordersPerMinute);
  while (now() < next) {
    if (isStopped()) throw new Stopped();
    await sleep(Math.min(1_000, next - now()));
  }
}

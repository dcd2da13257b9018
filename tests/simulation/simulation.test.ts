import { beforeAll, describe, expect, it } from 'vitest';
import { EVENT_FORMAT } from '../../app/formats/event-format.ts';
import type { RecordedEvent } from '../../app/domain/cancellation/events.ts';
import { frozenExamples } from '../frozen/examples.ts';
import { changesOf, shapeOf } from '../frozen/shape.ts';
import { type Stage, runSeed } from './run-seed.ts';
import { loadStage } from './stage.ts';

const SEEDS = 200;
const UNRULY = 15;

let stage: Stage;
/** All that was stored in the worlds that were played. */
const stored: RecordedEvent[] = [];
beforeAll(async () => {
  stage = await loadStage();
});

describe('both flows in made-up worlds with crashes, lost answers, throttling and webhooks astray', () => {
  it(`never acts twice, never gives back too much and brings every request to an end, in ${SEEDS} worlds`, async () => {
    const breaches: string[] = [];
    const ends = new Map<string | null, number>();
    let crashes = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const outcome = await runSeed(stage, seed);
      breaches.push(...outcome.breaches.map((breach) => `seed ${seed}: ${breach}`));
      stored.push(...outcome.cancellations.flatMap(({ events }) => events));
      for (const end of outcome.ends) ends.set(end, (ends.get(end) ?? 0) + 1);
      crashes += outcome.crashes;
    }
    expect(breaches).toEqual([]);
    // The worlds are worth their name: most cancellations get done, some do not, and much goes wrong.
    expect(ends.get('completed')).toBeGreaterThan(SEEDS);
    expect(ends.get('declined')).toBeGreaterThan(0);
    expect(ends.get('superseded')).toBeGreaterThan(0);
    expect(ends.get('withdrawn')).toBeGreaterThan(0);
    expect(crashes).toBeGreaterThan(SEEDS);
  }, 300_000);

  it(`case 63: keeps it so while others act, refusals last and cancels come in stages, in ${UNRULY} worlds`, async () => {
    const breaches: string[] = [];
    for (let seed = 1; seed <= UNRULY; seed += 1) {
      const outcome = await runSeed(stage, seed, 'unruly');
      stored.push(...outcome.cancellations.flatMap(({ events }) => events));
      breaches.push(...outcome.breaches.map((breach) => `seed ${seed}: ${breach}`));
    }
    expect(breaches).toEqual([]);
  }, 300_000);

  it('stores events in the shape that their format number stands for', () => {
    const frozen = frozenExamples('cancellations')
      .filter(({ format }) => format === EVENT_FORMAT)
      .flatMap(({ documents }) => documents.flatMap((document) => document.events as unknown[]));
    expect(stored.length).toBeGreaterThan(SEEDS);
    expect(changesOf(shapeOf(frozen), shapeOf(stored))).toEqual([]);
  });

  it.each([
    ['case 82: store credit for a part, then the whole order cancelled in the admin', 7_000_798],
    ['case 82: store credit for a part, then the whole order cancelled in the admin', 7_001_387],
    ['case 39: the last unit of work that another app holds is cancelled', 7_000_882],
    ['case 39: the last unit of work that another app holds is cancelled', 7_001_114],
    ['case 39: units held by two apps are cancelled, and an answer is lost', 7_001_384],
    ['case 5: a refund comes back hours after a late answer of the warehouse', 7_001_633],
  ])('%s (seed %i)', async (_what, seed) => {
    expect((await runSeed(stage, seed)).breaches).toEqual([]);
  });

  it('replays a seed exactly, down to the last row of the ledger', async () => {
    for (const seed of [3, 136, 199]) {
      const [once, again] = [await runSeed(stage, seed), await runSeed(stage, seed)];
      expect(again.ledger).toBe(once.ledger);
      expect(again.story).toEqual(once.story);
    }
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { type Stage, runSeed } from './run-seed.ts';
import { loadStage } from './stage.ts';

const SEEDS = 200;

let stage: Stage;
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

  it('replays a seed exactly, down to the last row of the ledger', async () => {
    for (const seed of [3, 136, 199]) {
      const [once, again] = [await runSeed(stage, seed), await runSeed(stage, seed)];
      expect(again.ledger).toBe(once.ledger);
      expect(again.story).toEqual(once.story);
    }
  });
});

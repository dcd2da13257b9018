import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from './examples.ts';
import { openShop } from './place.ts';
import { shapes } from './shape.ts';
import { TRAITS, type Trait } from './traits.ts';
import { tryShape } from './try-shape.ts';

const SEEDS = 100;
/** Each seed has a shop of its own: a shop remembers all its orders, and a fresh one is quick. */
const ORDERS_PER_SEED = 200;

describe('the plan and the platform reckon alike, before a cancellation and after it', () => {
  it.each(Object.entries(EXAMPLES))('%s', (_name, shape) => {
    expect(tryShape(openShop(1), shape).breaches).toEqual([]);
  });

  it(
    `in ${SEEDS * ORDERS_PER_SEED} orders of every make, from seeds 1 to ${SEEDS}`,
    { timeout: 300_000 },
    async () => {
      const seen = new Map<Trait, number>();
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const scene = openShop(seed);
        const reckonsAlike = fc.property(shapes, (shape) => {
          const { breaches, traits } = tryShape(scene, shape);
          for (const trait of traits) seen.set(trait, (seen.get(trait) ?? 0) + 1);
          expect(breaches).toEqual([]);
        });
        fc.assert(reckonsAlike, { numRuns: ORDERS_PER_SEED, seed });
        // The test runner wants to hear from its worker now and then.
        await setImmediate();
      }
      const rare = TRAITS.filter((trait) => (seen.get(trait) ?? 0) < 50);
      expect(rare, 'what hardly ever happened').toEqual([]);
    },
  );
});

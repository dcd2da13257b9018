import fc from 'fast-check';
import { readCommandLine, wholeNumber } from '../../scripts/processes/command-line.ts';
import { EXAMPLES } from './examples.ts';
import { openShop } from './place.ts';
import { shapes } from './shape.ts';
import type { Trait } from './traits.ts';
import { tryShape } from './try-shape.ts';

const { values } = readCommandLine(
  `
npm run oracle [-- --orders 100000 --from 7]
  Plans refunds of made-up orders and carries them out; exit 1 when plan and platform differ on any.
  --orders N   how many orders (20000)
  --from N     the first seed (1)`,
  { orders: { type: 'string', default: '20000' }, from: { type: 'string', default: '1' } },
);
const orders = wholeNumber('--orders', values.orders);
const from = wholeNumber('--from', values.from);
const ORDERS_PER_SEED = 200;

const startedAt = performance.now();
const seen = new Map<Trait, number>();
let tried = 0;
for (const [name, shape] of Object.entries(EXAMPLES)) {
  const { breaches } = tryShape(openShop(1), shape);
  if (breaches.length > 0) report(name, shape, breaches.join('\n'));
}
for (let seed = from; tried < orders && process.exitCode !== 1; seed += 1) {
  const scene = openShop(seed);
  const reckonsAlike = fc.property(shapes, (shape) => {
    tried += 1;
    const { breaches, traits } = tryShape(scene, shape);
    for (const trait of traits) seen.set(trait, (seen.get(trait) ?? 0) + 1);
    if (breaches.length > 0) throw new Error(breaches.join('\n'));
  });
  const outcome = fc.check(reckonsAlike, { numRuns: ORDERS_PER_SEED, seed });
  if (outcome.failed) {
    report(`seed ${seed}`, outcome.counterexample?.[0], String(outcome.errorInstance));
  }
}
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
const counted = [...seen].sort(([, a], [, b]) => b - a).map(([trait, n]) => `${n} ${trait}`);
console.log(`${tried} orders from seed ${from} in ${seconds} s`);
console.log(counted.join(', '));

/** A shrunk counter-example: it belongs among the examples. */
function report(name: string, shape: unknown, why: string): void {
  console.log(`${name}: ${why}\n${JSON.stringify(shape, null, 2)}`);
  process.exitCode = 1;
}

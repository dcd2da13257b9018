import { readCommandLine, wholeNumber } from '../../scripts/processes/command-line.ts';
import { runSeed } from './run-seed.ts';
import { loadStage } from './stage.ts';

const { values } = readCommandLine(
  `
npm run simulate [-- --seeds 1000 --from 1 --calm --story]
  Plays made-up worlds on a virtual clock; exit 1 when what must hold breaks in any of them.
  --seeds N   how many worlds (200)
  --from N    the first one (1)
  --calm      others hardly act in them and every refusal ends
  --story     prints what happened, line by line`,
  {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    story: { type: 'boolean', default: false },
    calm: { type: 'boolean', default: false },
  },
);
const count = wholeNumber('--seeds', values.seeds);
const from = wholeNumber('--from', values.from);

const stage = await loadStage();
const startedAt = performance.now();
const failures: number[] = [];
const ends = new Map<string, number>();
let crashes = 0;
for (let seed = from; seed < from + count; seed += 1) {
  const outcome = await runSeed(stage, seed, values.calm ? 'calm' : 'unruly');
  crashes += outcome.crashes;
  for (const end of outcome.ends) ends.set(end ?? 'none', (ends.get(end ?? 'none') ?? 0) + 1);
  if (values.story) console.log(outcome.story.join('\n'));
  if (outcome.breaches.length > 0) {
    failures.push(seed);
    console.log(`seed ${seed}: ${outcome.breaches.join('; ')}`);
  }
}
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
const counted = [...ends].sort(([, a], [, b]) => b - a).map(([end, n]) => `${n} ${end}`);
console.log(`${count} seeds in ${seconds} s, ${crashes} processes killed`);
console.log(`cancellations: ${counted.join(', ')}`);
if (failures.length > 0) {
  console.log(`failed: ${failures.join(', ')}`);
  console.log(`replay one with: npm run simulate -- --seeds 1 --from ${failures[0]} --story`);
  process.exitCode = 1;
}

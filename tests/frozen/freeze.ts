import { readFileSync, writeFileSync } from 'node:fs';

import { EVENT_FORMAT } from '../../app/formats/event-format.ts';
import { POLICY_FORMAT } from '../../app/formats/policy-format.ts';
import { DEFAULT_POLICY } from '../../app/messages/default-policy.ts';
import { readCommandLine, wholeNumber } from '../../scripts/processes/command-line.ts';
import { runSeed } from '../simulation/run-seed.ts';
import { loadStage } from '../simulation/stage.ts';
import { documentOf } from '../support/facts/policies.ts';
import { richPolicy } from '../support/facts/policy-mutations.ts';
import { shapeOf } from './shape.ts';

const { values, positionals } = readCommandLine(
  `
npm run freeze -- NAME [--of cancellations|policies] [--seeds N]
  Writes what this release stores as the example of its format, to
  tests/frozen/KIND/FORMAT-NAME.jsonl. Once for a format, when a release is made: the file is
  never edited. Of cancellations: of the stories of N simulated worlds (300) the shortest that
  show every event and every part of one. Of policies: one of a new shop, and one with every
  field in use.`,
  {
    of: { type: 'string', default: 'cancellations' },
    seeds: { type: 'string', default: '300' },
  },
  { names: true },
);
const [name] = positionals;
const seeds = wholeNumber('--seeds', values.seeds);
if (!name || (values.of !== 'cancellations' && values.of !== 'policies')) {
  console.error('Name the release: npm run freeze -- two-words [--of policies]');
  process.exit(2);
}

interface Story {
  readonly status: string;
  readonly events: readonly unknown[];
  readonly shows: ReadonlySet<string>;
}

/** The shortest stories that show all that any of so many worlds shows. */
async function shortestStories(): Promise<readonly Omit<Story, 'shows'>[]> {
  const stage = await loadStage();
  const stories: Story[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { cancellations } = await runSeed(stage, seed, seed % 2 === 0 ? 'calm' : 'unruly');
    for (const { state, events } of cancellations) stories.push(story(state.status, events));
  }
  const kept: Story[] = [];
  const missing = new Set(stories.flatMap(({ shows }) => [...shows]));
  while (missing.size > 0) {
    const gain = ({ shows, events }: Story) =>
      [...shows].filter((shown) => missing.has(shown)).length / (4 + events.length);
    const best = stories.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    kept.push(best);
    best.shows.forEach((shown) => missing.delete(shown));
  }
  return kept.map(({ status, events }) => ({ status, events }));
}

/** A story shows each kind of value at each path, and the end it came to. */
function story(status: string, events: readonly unknown[]): Story {
  const shows = new Set([`status ${status}`]);
  for (const [path, { kinds }] of shapeOf(events))
    for (const kind of kinds) shows.add(`${path} ${kind}`);
  for (const [, word] of JSON.stringify(events).matchAll(
    /"(?:code|choice|template|handling|channel|execution|method|ending)":"(\w+)"/g,
  ))
    shows.add(`word ${word}`);
  return { status, events: JSON.parse(JSON.stringify(events)) as unknown[], shows };
}

const [format, documents] =
  values.of === 'policies'
    ? [POLICY_FORMAT, [documentOf(DEFAULT_POLICY), richPolicy()]]
    : [EVENT_FORMAT, await shortestStories()];
const file = new URL(`./${values.of}/${format}-${name}.jsonl`, import.meta.url);
const lines = documents.map((document) => JSON.stringify(document));
writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'wx' });
console.log(`${lines.length} ${values.of}, ${readFileSync(file).length} bytes: ${file.pathname}`);

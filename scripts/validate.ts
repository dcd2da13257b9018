/** `npm run validate`: the quick checks, for while a change is being made. */
import { affectedTests } from './checks/affected-tests.ts';
import { check } from './checks/command.ts';
import {
  changedSincePassed,
  devstoreExports,
  readSources,
  rememberPassed,
} from './checks/last-passed.ts';
import { quickSteps } from './checks/steps.ts';
import { readCommandLine } from './processes/command-line.ts';

const { values } = readCommandLine(
  `
npm run validate -- [--all]
  Format, types, lint, boundaries, dead code, messages, GraphQL types; and of the tests that what changed since it
  passed last can affect all those that take milliseconds, and the nearest of those that start a database or a local
  Shopify. Its last line says how many are left to npm test, which also builds, drives a browser and kills processes.
  --all  every test but these last ones, whatever changed`,
  { all: { type: 'boolean' } },
);

const changed = values.all ? null : await changedSincePassed();
const sources = changed === null ? new Map<string, string>() : await readSources();
const affected = affectedTests(changed, sources, await devstoreExports());
const passed = await check(quickSteps(affected));
if (passed && !(await rememberPassed())) {
  process.stdout.write(
    'Nothing is remembered, for git cannot say what the files are: every test runs next time too.\n',
  );
}
if (affected !== 'all' && affected.left.length > 0) {
  const folders = [...new Set(affected.left.map((file) => file.split('/').slice(0, 2).join('/')))];
  process.stdout.write(
    `Left to npm test: ${affected.left.length} affected test files of ${folders.join(', ')}.\n`,
  );
}

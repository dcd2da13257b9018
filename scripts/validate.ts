/** `npm run validate`: the quick checks, for while a change is being made. */
import { readFile } from 'node:fs/promises';

import { affectedTests, isReader } from './checks/affected-tests.ts';
import { check } from './checks/command.ts';
import { changedSincePassed, rememberPassed, testFiles } from './checks/last-passed.ts';
import { quickSteps } from './checks/steps.ts';
import { readCommandLine } from './processes/command-line.ts';

const { values } = readCommandLine(
  `
npm run validate -- [--all]
  Format, types, lint, boundaries, dead code, messages, GraphQL types; and the tests (all but those that build,
  drive a browser or run for minutes) that what changed since it passed last can affect.
  --all  every test, whatever changed`,
  { all: { type: 'boolean' } },
);

const changed = values.all ? null : await changedSincePassed();
const readers: string[] = [];
for (const file of changed === null ? [] : await testFiles()) {
  if (isReader(await readFile(file, 'utf8'))) readers.push(file);
}
const passed = await check(quickSteps(affectedTests(changed, readers)));
if (passed && !(await rememberPassed())) {
  process.stdout.write(
    'Nothing is remembered, for git cannot say what the files are: every test runs next time too.\n',
  );
}

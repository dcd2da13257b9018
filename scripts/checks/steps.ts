import path from 'node:path';

import type { AffectedTests } from './affected-tests.ts';
import type { Step } from './step.ts';

const vitest = program('vitest', 'vitest.mjs');

/** What the tools remember from run to run: files that did not change are not looked at again. */
const CACHE = 'node_modules/.cache';

/** What has to be made before sources can be checked and run. */
const PREPARATION: readonly Step[] = [
  {
    name: 'database client',
    program: [program('prisma', 'build/index.js'), 'generate'],
  },
  { name: 'official schema', program: ['scripts/graphql/fetch-official-schema.ts'] },
  {
    name: 'extensions',
    program: ['scripts/build-extensions.ts'],
  },
];

/** Whatever holds of the sources without running them. */
const STATIC: readonly Step[] = [
  {
    name: 'format',
    program: [program('oxfmt', 'bin/oxfmt'), '--check', '.'],
  },
  {
    name: 'lint',
    program: [
      ...([program('eslint', 'bin/eslint.js'), '--max-warnings=0', '.'] as const),
      ...['--cache', '--cache-strategy=content', `--cache-location=${CACHE}/eslint/`],
    ],
  },
  {
    name: 'types',
    program: [program('oxlint', 'bin/oxlint'), '--deny-warnings'],
    needs: ['database client', 'extensions'],
  },
  {
    name: 'boundaries',
    program: [
      program('dependency-cruiser', 'bin/dependency-cruise.mjs'),
      ...['app', 'tests', 'scripts', 'prisma', 'extensions'],
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { name: 'dead code', program: [program('knip', 'bin/knip.js')] },
  { name: 'messages', program: ['scripts/messages.ts', '--check'] },
  {
    name: 'GraphQL types',
    program: ['scripts/graphql-codegen.ts', '--check'],
    needs: ['official schema'],
  },
];

/** Two files at a time, also where Vitest would take one for a core: they wait more than they compute. */
const MANY_WAIT = ['--maxWorkers=2', '--minWorkers=1'];

/** The tests that neither build, nor drive a browser, nor run for minutes. */
const QUICK_TESTS: readonly Step[] = [
  tests('unit', ['unit'], ['database client']),
  tests('pages', ['pages'], ['database client']),
  tests('extension tests', ['extensions'], ['extensions']),
  tests('devstore', ['devstore'], ['official schema', 'extensions']),
  tests('integration', ['integration'], ['database client', 'official schema'], MANY_WAIT),
];

/** The steps for while a change is being made. */
export function quickSteps(affected: AffectedTests): readonly Step[] {
  if (affected === 'all') return [...PREPARATION, ...STATIC, ...QUICK_TESTS];
  const projects = ['unit', 'pages', 'extensions', 'devstore', 'integration'];
  const affectedTests: Step = {
    name: 'affected tests',
    program: [
      ...([vitest, 'run'] as const),
      ...projects.flatMap((project) => ['--project', project]),
      ...affected.run,
    ],
    needs: ['database client', 'extensions', 'official schema'],
    vitest: true,
  };
  // What takes longest begins as soon as it can.
  return [...PREPARATION, ...(affected.run.length > 0 ? [affectedTests] : []), ...STATIC];
}

/** Everything that must hold before a change lands. What takes longest begins as soon as it can. */
export const ALL: readonly Step[] = [
  ...PREPARATION,
  {
    name: 'app build',
    program: [program('@remix-run/dev', 'dist/cli.js'), 'vite:build'],
    env: { NODE_ENV: 'production' },
    needs: ['database client'],
  },
  { name: 'browser', program: ['tests/devstore/browser/find-browser.ts'] },
  tests('processes', ['processes'], ['official schema', 'extensions', 'app build'], MANY_WAIT),
  tests('end to end', ['e2e'], ['app build', 'extensions', 'browser', 'official schema']),
  tests('simulation tests', ['simulation'], ['official schema']),
  ...QUICK_TESTS,
  ...STATIC,
  {
    name: 'simulation command',
    program: ['tests/simulation/main.ts', '--seeds', '20', '--from', '1001'],
    needs: ['official schema'],
  },
];

function tests(name: string, projects: string[], needs: string[], how: string[] = []): Step {
  const args = [...projects.flatMap((project) => ['--project', project]), ...how];
  return { name, program: [vitest, 'run', ...args], needs, vitest: true };
}

/** A file of an installed package. Not every package exports its own programs by name. */
function program(packageName: string, file: string): string {
  return path.join('node_modules', packageName, file);
}

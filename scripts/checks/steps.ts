import path from 'node:path';

import type { Step } from './step.ts';

const vitest = program('vitest', 'vitest.mjs');

/** The quick half: everything but what builds, drives a browser or runs for minutes. */
export const QUICK: readonly Step[] = [
  {
    name: 'database client',
    program: [program('prisma', 'build/index.js'), 'generate'],
  },
  { name: 'official schema', program: ['scripts/graphql/fetch-official-schema.ts'] },
  { name: 'format', program: [program('prettier', 'bin/prettier.cjs'), '--check', '.'] },
  {
    name: 'extensions',
    program: ['scripts/build-extensions.ts'],
  },
  { name: 'types', program: ['scripts/typecheck.ts'], needs: ['database client', 'extensions'] },
  {
    name: 'lint',
    program: [program('eslint', 'bin/eslint.js'), '--max-warnings=0', '.'],
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
  // Most of them are pure: a module graph of its own for each file costs more than the tests.
  tests('unit', ['unit'], ['database client'], ['--pool=threads', '--no-isolate']),
  tests('pages', ['pages'], ['database client']),
  tests('extension tests', ['extensions'], ['extensions']),
  tests('devstore', ['devstore'], ['official schema', 'extensions']),
  tests('integration', ['integration'], ['database client', 'official schema']),
];

/** Everything that must hold before a change lands. */
export const ALL: readonly Step[] = [
  ...QUICK,
  {
    name: 'app build',
    program: [program('@remix-run/dev', 'dist/cli.js'), 'vite:build'],
    env: { NODE_ENV: 'production' },
    needs: ['database client'],
  },
  tests('processes', ['processes'], ['official schema', 'extensions', 'app build']),
  tests('simulation tests', ['simulation'], ['official schema']),
  {
    name: 'simulation command',
    program: ['tests/simulation/main.ts', '--seeds', '20', '--from', '1001'],
    needs: ['official schema'],
  },
  { name: 'browser', program: ['tests/devstore/browser/find-browser.ts'] },
  {
    ...tests('end to end', ['e2e'], ['app build', 'extensions', 'browser', 'integration']),
    alone: true,
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

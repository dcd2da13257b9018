/** `npm run typecheck`: the app and, each with its own settings, the local Shopify and the extensions. */
import { globSync } from 'node:fs';
import path from 'node:path';

import { onEndRequest, startProgram, stopPrograms } from '../processes/child-process.ts';

/** The native compiler; the older one stays for the tools that ask it about types (`typescript-eslint`, knip). */
const compiler = path.join('node_modules', 'typescript-7', 'bin', 'tsc');
const projects = [
  'tsconfig.json',
  'tests/devstore/tsconfig.json',
  ...globSync('extensions/*/tsconfig.json').sort(),
];

/** What the compiler remembers from run to run: files that did not change are not checked again. */
const MEMORY = 'node_modules/.cache/typecheck';

onEndRequest(stopPrograms);
for (const project of projects) {
  const memory = `${MEMORY}/${project.replaceAll('/', '-')}.tsbuildinfo`;
  const program = startProgram(compiler, [
    ...['--noEmit', '--pretty', 'false', '-p', project],
    ...['--incremental', '--tsBuildInfoFile', memory],
  ]);
  program.stdout.pipe(process.stdout, { end: false });
  program.stderr.pipe(process.stderr, { end: false });
  if ((await program.ended) !== 0) {
    process.stderr.write(`${project} has type errors.\n`);
    process.exitCode = 1;
  }
}

/**
 * `npm run mutants -- [AREA…|all] [--file NAME] [--fresh]`: changes the code in every small way that could
 * matter, one at a time, and counts which changes no test notices. The areas stand in `areas.ts`; with `--file`
 * only the files of that name are changed. What was tried before and is as it was is not tried again, unless
 * `--fresh` asks for it (after a change of what tests share, say). Reports are left in `.data/mutants`.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { Stryker } from '@stryker-mutator/core';

import { readCommandLine } from '../../scripts/processes/command-line.ts';
import { openTestServer, SHARED_SERVER } from '../support/database/postgres-server.ts';
import { AREAS, type Area, SAMPLES } from './areas.ts';

const { positionals: names, values } = readCommandLine(
  `
npm run mutants [-- AREA ... --file NAME --fresh]
  Changes the code one small way at a time and counts which changes no test notices.
  AREA          ${[...AREAS.keys()].join(', ')}; all of them when none is named
  --file NAME   only the area's files of that name
  --fresh       tries again what was tried before and is as it was`,
  { file: { type: 'string' }, fresh: { type: 'boolean', default: false } },
  { names: true },
);
const chosen = names.length === 0 || names.includes('all') ? [...AREAS.keys()] : names;
const areaOf = (name: string): Area | undefined => AREAS.get(name) ?? SAMPLES.get(name);
const unknown = chosen.filter((name) => !areaOf(name));
if (unknown.length > 0) {
  console.error(`Choose from: ${[...AREAS.keys(), 'all'].join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of chosen) {
    const area = areaOf(name);
    if (!area) continue;
    const server = area.database ? await openTestServer() : null;
    if (server) process.env[SHARED_SERVER] = server.url;
    await mutate(name, values.file ? onlyFile(area, values.file) : area);
    await server?.close();
    delete process.env[SHARED_SERVER];
  }
}

function onlyFile(area: Area, file: string): Area {
  const named = area.mutate.filter((each) => path.basename(each) === file);
  const found = named.length > 0 ? named : area.mutate.slice(0, 1);
  return { ...area, mutate: found.map((glob) => glob.replace('*.ts', file)) };
}

async function mutate(name: string, { mutate: files, tests, wanted, pure }: Area): Promise<void> {
  process.env['MUTANT_TESTS'] = tests.join(',');
  process.env['WALKS_LEFT_OUT'] = '10';
  const stryker = new Stryker({
    mutate: [...files],
    testRunner: pure ? 'in-process' : 'vitest-in-one-worker',
    vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false },
    plugins: [
      '@stryker-mutator/vitest-runner',
      ...['runner.ts', 'in-process-runner.ts'].map((file) =>
        fileURLToPath(new URL(file, import.meta.url)),
      ),
    ],
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env['MUTANT_PROCESSES'] ?? 2),
    ignoreStatic: true,
    incremental: true,
    force: values.fresh,
    incrementalFile: `.data/mutants/${name}.incremental.json`,
    reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    jsonReporter: { fileName: `.data/mutants/${name}.json` },
    htmlReporter: { fileName: `.data/mutants/${name}.html` },
    tempDirName: '.data/mutants/tmp',
    cleanTempDir: 'always',
    thresholds: { high: wanted, low: wanted, break: wanted },
    // A busy machine is no reason to call a mutant killed: only what never ends is timed out.
    timeoutMS: 60_000,
  });
  const results = await stryker.runMutationTest();
  const killed = results.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const counted = results.filter(({ status }) => !['Ignored', 'CompileError'].includes(status));
  const share = counted.length === 0 ? 0 : (100 * killed) / counted.length;
  console.log(`${name}: ${killed} of ${counted.length} mutants killed, ${share.toFixed(1)} %`);
}

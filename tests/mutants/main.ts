/**
 * `npm run mutants -- [refund|cancellation|policy|engine|all] [--file NAME]`: changes the code in every small way
 * that could matter, one at a time, and counts which changes no test notices. With `--file` only the files of
 * that name in the area are changed. Reports are left in `.data/mutants`.
 */
import { parseArgs } from 'node:util';

import { Stryker } from '@stryker-mutator/core';

import { AREAS, type Area } from './areas.ts';

const { positionals: names, values } = parseArgs({
  allowPositionals: true,
  options: { file: { type: 'string' } },
});
const chosen = names.length === 0 || names.includes('all') ? [...AREAS.keys()] : names;
const unknown = chosen.filter((name) => !AREAS.has(name));
if (unknown.length > 0) {
  console.error(`Choose from: ${[...AREAS.keys(), 'all'].join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of chosen) {
    const area = AREAS.get(name);
    if (area) await mutate(name, values.file ? onlyFile(area, values.file) : area);
  }
}

function onlyFile(area: Area, file: string): Area {
  return { ...area, mutate: area.mutate.map((glob) => glob.replace('*.ts', file)).slice(0, 1) };
}

async function mutate(name: string, { mutate: files, tests, wanted }: Area): Promise<void> {
  process.env['MUTANT_TESTS'] = tests.join(',');
  const stryker = new Stryker({
    mutate: [...files],
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner'],
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env['MUTANT_PROCESSES'] ?? 2),
    ignoreStatic: true,
    reporters: ['clear-text', 'json', 'html'],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    jsonReporter: { fileName: `.data/mutants/${name}.json` },
    htmlReporter: { fileName: `.data/mutants/${name}.html` },
    tempDirName: '.data/mutants/tmp',
    cleanTempDir: 'always',
    thresholds: { high: wanted, low: wanted, break: wanted },
    timeoutMS: 10_000,
  });
  const results = await stryker.runMutationTest();
  const killed = results.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const counted = results.filter(({ status }) => !['Ignored', 'CompileError'].includes(status));
  const share = counted.length === 0 ? 0 : (100 * killed) / counted.length;
  console.log(`${name}: ${killed} of ${counted.length} mutants killed, ${share.toFixed(1)} %`);
}

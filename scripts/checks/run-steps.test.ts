import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { runSteps } from './run-steps.ts';
import type { Step, StepResult } from './step.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'unorder-steps-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** A step that notes its start and end in a file all steps share. */
async function step(name: string, rest: Partial<Step> & { code?: number } = {}): Promise<Step> {
  const { code = 0, ...options } = rest;
  const file = path.join(folder, `${name}.mjs`);
  await writeFile(
    file,
    `import { appendFileSync } from 'node:fs';
     const note = (word) => appendFileSync(${JSON.stringify(path.join(folder, 'log'))}, word + '\\n');
     note('+${name}');
     console.log('output of ${name}');
     await new Promise((resolve) => setTimeout(resolve, 150));
     note('-${name}');
     process.exit(${code});`,
  );
  return { name, program: [file], ...options };
}

async function log(): Promise<string[]> {
  return (await readFile(path.join(folder, 'log'), 'utf8')).trim().split('\n');
}

async function run(steps: Step[]): Promise<{ results: StepResult[]; failed: number }> {
  const results: StepResult[] = [];
  const { failed } = await runSteps(steps, (result) => results.push(result));
  return { results, failed };
}

test('a step starts after everything it needs has passed', async () => {
  const { failed } = await run([await step('last', { needs: ['first'] }), await step('first')]);
  expect(await log()).toEqual(['+first', '-first', '+last', '-last']);
  expect(failed).toBe(0);
});

test('a step whose need failed is not run, and counts as failed', async () => {
  const { results, failed } = await run([
    await step('first', { code: 3 }),
    await step('last', { needs: ['first'] }),
  ]);
  expect(await log()).toEqual(['+first', '-first']);
  expect(failed).toBe(2);
  expect(results.map(({ passed, output }) => [passed, output.trim()])).toEqual([
    [false, 'output of first'],
    [false, 'not run: first failed'],
  ]);
});

test('a need that no step fulfils is an error, not an endless wait', async () => {
  await expect(run([await step('a', { needs: ['nobody'] })])).rejects.toThrow(/no step/);
});

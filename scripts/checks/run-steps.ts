import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startProgram } from '../processes/child-process.ts';
import { add, NOTHING, type Counts, type Step, type StepResult } from './step.ts';
import { countTests } from './vitest-report.ts';

/**
 * One more at once than the smallest machine that they are meant for has cores, for many wait now and then. With
 * two more, all of them take longer there.
 */
const LANES = 3;
const STEP_LIMIT_MS = 15 * 60_000;

/**
 * Runs steps, each as soon as what it needs has passed and a lane is free, in the order given
 * otherwise. A step whose need failed is not run and counts as failed.
 *
 * @param report called once for each step, as it ends
 * @returns what was counted over all steps
 */
export async function runSteps(
  steps: readonly Step[],
  report: (result: StepResult) => void,
): Promise<Counts> {
  const waiting = [...steps];
  const running = new Map<Step, Promise<void>>();
  const results = new Map<string, StepResult>();
  const record = (result: StepResult): void => {
    results.set(result.name, result);
    report(result);
  };

  while (waiting.length > 0 || running.size > 0) {
    for (const step of [...waiting]) {
      const needs = (step.needs ?? []).map((name) => results.get(name));
      const failed = needs.find((need) => need?.passed === false);
      const isReady = needs.every((need) => need !== undefined);
      if (failed) {
        waiting.splice(waiting.indexOf(step), 1);
        record(notRun(step, `not run: ${failed.name} failed`));
      } else if (isReady && running.size < LANES) {
        waiting.splice(waiting.indexOf(step), 1);
        running.set(
          step,
          runStep(step).then((result) => {
            running.delete(step);
            record(result);
          }),
        );
      }
    }
    if (running.size > 0) await Promise.race(running.values());
    else if (waiting.length > 0) throw new Error(`A need of "${waiting[0]?.name}" is no step.`);
  }
  return [...results.values()].reduce((sum, { counts }) => add(sum, counts), NOTHING);
}

async function runStep(step: Step): Promise<StepResult> {
  const started = performance.now();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'unorder-check-'));
  const reportFile = path.join(folder, 'report.json');
  const [file, ...args] = step.program;
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const program = startProgram(file, step.vitest ? [...args, ...reporting] : args, {
    env: { NO_COLOR: '1', FORCE_COLOR: undefined, ...step.env },
  });
  let output = '';
  for (const stream of [program.stdout, program.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const limit = new AbortController();
  const late = sleep(STEP_LIMIT_MS, undefined, { signal: limit.signal }).then(
    async () => {
      output += `\nStopped: it took longer than ${STEP_LIMIT_MS / 60_000} minutes.\n`;
      await program.stop();
    },
    () => undefined,
  );
  const code = await program.ended;
  limit.abort();
  await late;

  const json = step.vitest ? await readFile(reportFile, 'utf8').catch(() => undefined) : undefined;
  await rm(folder, { recursive: true, force: true });
  const counts = step.vitest ? countTests(json, code === 0) : countCheck(code === 0);
  return {
    name: step.name,
    passed: code === 0 && counts.failed === 0,
    seconds: (performance.now() - started) / 1_000,
    counts,
    output,
  };
}

function notRun(step: Step, why: string): StepResult {
  return { name: step.name, passed: false, seconds: 0, counts: countCheck(false), output: why };
}

function countCheck(passed: boolean): Counts {
  return passed ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

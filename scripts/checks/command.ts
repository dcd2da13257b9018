import { onEndRequest, stopPrograms } from '../processes/child-process.ts';
import { describe, summarise } from './report.ts';
import { runSteps } from './run-steps.ts';
import type { Step } from './step.ts';

/** Runs the steps, tells what comes of each, and leaves the exit code for the whole. */
export async function check(steps: readonly Step[]): Promise<void> {
  onEndRequest(stopPrograms);
  const counts = await runSteps(steps, (result) => process.stdout.write(`${describe(result)}\n`));
  process.stdout.write(`\n${summarise(counts)}\n`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

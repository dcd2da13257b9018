import { onEndRequest, stopPrograms } from '../processes/child-process.ts';
import { describe, summarise } from './report.ts';
import { runSteps } from './run-steps.ts';
import type { Step } from './step.ts';

/**
 * Runs the steps, tells what comes of each, and leaves the exit code for the whole.
 *
 * @returns whether all of them passed
 */
export async function check(steps: readonly Step[]): Promise<boolean> {
  onEndRequest(stopPrograms);
  const counts = await runSteps(steps, (result) => process.stdout.write(`${describe(result)}\n`));
  process.stdout.write(`\n${summarise(counts)}\n`);
  const passed = counts.failed === 0;
  process.exitCode = passed ? 0 : 1;
  return passed;
}

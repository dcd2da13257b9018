import { z } from 'zod';

import type { Counts } from './step.ts';

const Report = z.object({
  numPassedTests: z.int().nonnegative(),
  numFailedTests: z.int().nonnegative(),
  numPendingTests: z.int().nonnegative(),
  numTodoTests: z.int().nonnegative(),
});

/**
 * The tests that Vitest's JSON report counts. A run that failed without a failed test (a file that
 * did not load, an error outside any test), or that wrote no report, counts as one failure, and a
 * run without tests is no success.
 *
 * @param json the report, or undefined when none was written
 * @param exitedWell whether Vitest ended with 0
 */
export function countTests(json: string | undefined, exitedWell: boolean): Counts {
  if (json === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const report = Report.parse(JSON.parse(json));
  const passed = report.numPassedTests;
  const failed = report.numFailedTests;
  const unexplained = failed === 0 && (!exitedWell || passed === 0);
  return {
    passed,
    failed: unexplained ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

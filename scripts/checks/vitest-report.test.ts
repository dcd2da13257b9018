import { expect, test } from 'vitest';

import { countTests } from './vitest-report.ts';

const report = (passed: number, failed = 0, pending = 0, todo = 0): string =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: todo,
  });

test('passed, failed and skipped tests are counted as reported', () => {
  expect(countTests(report(7, 2, 1, 3), false)).toEqual({ passed: 7, failed: 2, skipped: 4 });
});

test('a run that fails without a failed test counts as one failure', () => {
  expect(countTests(report(7), false)).toEqual({ passed: 7, failed: 1, skipped: 0 });
});

test('a run that wrote no report counts as one failure', () => {
  expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a run in which no test ran is a failure', () => {
  expect(countTests(report(0, 0, 5), true)).toEqual({ passed: 0, failed: 1, skipped: 5 });
});

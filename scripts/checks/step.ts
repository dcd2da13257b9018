import type { Environment } from '../processes/child-process.ts';

/** One step of the project's own checks. */
export type Step = {
  readonly name: string;
  /** The Node program that carries it out; success is exit code 0. */
  readonly program: readonly [file: string, ...args: string[]];
  /** Additions to the environment. */
  readonly env?: Environment;
  /** Steps that must have passed before. */
  readonly needs?: readonly string[];
  /** The program is Vitest, and its tests are counted one by one. */
  readonly vitest?: boolean;
};

/** How a step ended. */
export type StepResult = {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly counts: Counts;
  /** Everything it printed, or why it did not run. */
  readonly output: string;
};

/** Tests for a test runner; one check for everything else. */
export type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
};

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

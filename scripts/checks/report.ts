import type { Counts, StepResult } from './step.ts';

/** One line for a step that passed; for one that failed, also everything it printed. */
export function describe(result: StepResult): string {
  const mark = result.passed ? '✓' : '✗';
  const { passed, failed } = result.counts;
  const tests = passed + failed > 1 ? `  ${passed} of ${passed + failed} tests` : '';
  const line = `${mark} ${result.name.padEnd(18)}${result.seconds.toFixed(1).padStart(7)} s${tests}`;
  if (result.passed) return line;
  return `${line}\n${indent(result.output.trim() || 'It printed nothing.')}\n`;
}

/** The closing line: tests one by one, and every other step as one. */
export function summarise({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}

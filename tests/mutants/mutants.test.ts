import { execFile } from 'node:child_process';
import path from 'node:path';
import { execPath } from 'node:process';

import { expect, it } from 'vitest';

const MAIN = path.join(import.meta.dirname, 'main.ts');

/** Runs the command to its end: its exit code, and what it printed. */
const mutants = (...names: readonly string[]): Promise<{ code: unknown; printed: string }> =>
  new Promise((resolve) => {
    execFile(execPath, [MAIN, ...names], (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, printed: stdout + stderr });
    });
  });

/* How many mutants live is for `npm run mutants` to say; here, that it tells the dead from the living. */

it(
  'mutants are made, killed and counted, in either way, and too few killed ones fail',
  { timeout: 240_000 },
  async () => {
    const { code, printed } = await mutants('sample', 'pure-sample', '--fresh');
    const survived = /\[Survived\] (\w+)\n(.+):\d+:\d+\n/g;
    const lives = ['EqualityOperator', 'tests/mutants/sample/free.ts'];
    expect([...printed.matchAll(survived)].map(([, ...what]) => what)).toEqual([lives, lives]);
    expect(printed).toMatch(/^sample: 3 of 4 mutants killed, 75\.0 %$/m);
    expect(printed).toMatch(/^pure-sample: 3 of 4 mutants killed, 75\.0 %$/m);
    expect(code).toBe(1);
  },
);

it('an area that is not there is named with those that are', async () => {
  const { code, printed } = await mutants('elsewhere');
  expect(code).toBe(2);
  expect(printed).toContain('Choose from: refund, cancellation, policy');
  expect(printed).not.toContain('sample');
});

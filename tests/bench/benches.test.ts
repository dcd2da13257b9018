import { expect, test } from 'vitest';

import { BENCHES } from './benches.ts';
import { formatReport } from './figures/report.ts';

/* That every bench still runs to its end and finds what it counts; how fast is for `npm run bench` to say. */

test.each([...BENCHES.keys()])('the bench "%s" runs', { timeout: 240_000 }, async (name) => {
  const report = await BENCHES.get(name)?.('short');
  if (!report) throw new Error(`There is no bench ${name}`);
  expect(report.rows.length).toBeGreaterThan(0);
  expect(formatReport(report)).not.toMatch(/NaN|undefined|Infinity/);
});

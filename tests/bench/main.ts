/**
 * `npm run bench -- [webhooks|engine|eligibility|policy|points|eager|smallshop|lists|queries|pages|all] [--orders N] [--statements]`: what the app manages on this machine.
 * docs/benchmarks.md says what the figures mean.
 */
import { onEndRequest, stopPrograms } from '../../scripts/processes/child-process.ts';
import { readCommandLine, wholeNumber } from '../../scripts/processes/command-line.ts';
import { bringUpToDate } from '../../scripts/development/up-to-date.ts';
import { BENCHES } from './benches.ts';
import type { BenchOptions } from './figures/size.ts';
import { describeMachine } from './figures/machine.ts';
import { formatReport } from './figures/report.ts';

const { positionals, values } = readCommandLine(
  `
npm run bench [-- NAME ...]
  What the app manages on this machine; docs/benchmarks.md says what the figures mean.
  NAME   ${[...BENCHES.keys()].join(', ')}; all of them when none is named
  --orders N     how many orders the shop of the lists has; 100000 when left out
  --statements   of the engine: each statement with how often a cancellation takes it`,
  { orders: { type: 'string' }, statements: { type: 'boolean' } },
  { names: true },
);
const names = chosen(positionals);
const options: BenchOptions = {
  statements: values.statements ?? false,
  ...(values.orders === undefined ? {} : { orders: wholeNumber('--orders', values.orders) }),
};
if (names === null) {
  console.error(`Choose from: ${[...BENCHES.keys(), 'all'].join(', ')}.`);
  process.exitCode = 2;
} else {
  onEndRequest(stopPrograms);
  try {
    await bringUpToDate((name) => console.log(`Building the ${name} …`));
    console.log(`${await describeMachine()}\n`);
    for (const name of names) {
      const report = await BENCHES.get(name)?.('full', options);
      if (report) console.log(`${formatReport(report)}\n`);
    }
  } finally {
    await stopPrograms();
  }
}

/** Null when one of them is not known. */
function chosen(wanted: readonly string[]): readonly string[] | null {
  if (wanted.length === 0 || wanted.includes('all')) return [...BENCHES.keys()];
  return wanted.every((name) => BENCHES.has(name)) ? wanted : null;
}

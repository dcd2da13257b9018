/**
 * `npm run bench -- [webhooks|engine|eligibility|policy|all]`: what the app manages on this machine.
 * docs/benchmarks.md says what the figures mean.
 */
import { onEndRequest, stopPrograms } from '../../scripts/child-process.ts';
import { bringUpToDate } from '../../scripts/up-to-date.ts';
import { benchEligibility } from './eligibility.ts';
import { benchEngine } from './engine.ts';
import { describeMachine } from './machine.ts';
import { benchPolicy } from './policy.ts';
import { formatReport, type Report } from './report.ts';
import { benchWebhooks } from './webhooks.ts';

const BENCHES: ReadonlyMap<string, () => Promise<Report>> = new Map([
  ['webhooks', benchWebhooks],
  ['engine', benchEngine],
  ['eligibility', benchEligibility],
  ['policy', benchPolicy],
]);

const names = chosen(process.argv.slice(2));
if (names === null) {
  console.error(`Choose from: ${[...BENCHES.keys(), 'all'].join(', ')}.`);
  process.exitCode = 2;
} else {
  onEndRequest(stopPrograms);
  try {
    await bringUpToDate((name) => console.log(`Building the ${name} …`));
    console.log(`${await describeMachine()}\n`);
    for (const name of names) {
      const report = await BENCHES.get(name)?.();
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

/**
 * `npm run demo`: the whole app on this machine, with a shop to try it on. Nothing leaves the
 * machine, and Ctrl-C ends it without a trace. `--check` opens it in a browser itself, tries it,
 * and ends.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { onEndRequest, stopPrograms } from './processes/child-process.ts';
import { readCommandLine } from './processes/command-line.ts';
import { checkDemo } from './demo/demo-check.ts';
import { demoPlaces, linesOf } from './demo/demo-places.ts';
import { playScenes, type PlayedOrder } from './demo/demo-scenes.ts';
import { startLocalSystem, type LocalSystem } from './development/local-system.ts';
import { bringUpToDate } from './development/up-to-date.ts';

const { values: options } = readCommandLine(
  `
npm run demo [-- --check] [-- --approval WHAT]
  The whole app on this machine, with a shop to try it on. Ctrl-C ends it without a trace.
  --check      opens it in a browser itself, cancels two orders, holds the ledger against them, and ends
  --approval   what of customers' data Shopify has approved the app for: all (the default), or orders and
               any of name, email, phone and address behind it (orders,name,email)`,
  { check: { type: 'boolean', default: false }, approval: { type: 'string', default: 'all' } },
);

const logs = await mkdtemp(path.join(os.tmpdir(), 'unorder-demo-'));
let system: LocalSystem | undefined;
onEndRequest(async () => {
  await (system ? system.stop() : stopPrograms());
  await rm(logs, { recursive: true, force: true });
});

try {
  await bringUpToDate((name) => console.log(`Building the ${name} …`));
  console.log('Starting …');
  system = await startLocalSystem({ from: 'build', logs, approval: options.approval });
  const places = await demoPlaces(system);
  const approved = options.approval.split(',');
  const sees = (field: string) => approved.includes('all') || approved.includes(field);
  const knowsAddresses = sees('email');
  const played = await playScenes(system, knowsAddresses);
  const isWhole = options.check
    ? await checkDemo(system, places, { knowsAddresses, knowsNames: sees('name') })
    : await runUntilFailure(system, places, played);
  await system.stop();
  if (isWhole) await rm(logs, { recursive: true, force: true });
  else console.error(`What the programs printed is in ${logs}.`);
  process.exitCode = isWhole ? 0 : 1;
} catch (error) {
  await stopPrograms();
  console.error(error instanceof Error ? error.message : error);
  console.error(`What the programs printed is in ${logs}.`);
  process.exitCode = 1;
}

async function runUntilFailure(
  { failed }: LocalSystem,
  places: Awaited<ReturnType<typeof demoPlaces>>,
  played: readonly PlayedOrder[],
): Promise<false> {
  console.log('\nUnorder is running. Open:\n');
  for (const line of linesOf(places)) console.log(line);
  console.log('Orders on which something has happened (more of them: docs/demo.md):\n');
  for (const { name, shows } of played) console.log(`  ${name}  ${shows}`);
  console.log();
  console.log('Ctrl-C ends it.');
  console.error(`\n${await failed}`);
  return false;
}

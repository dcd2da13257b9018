/**
 * `npm run dev:local`: the app from its sources, following every change, on a local Shopify; for
 * working without a login, a store or a network. `npm run dev` is the same on Shopify itself.
 */
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { onEndRequest, stopPrograms } from './processes/child-process.ts';
import { readCommandLine } from './processes/command-line.ts';
import { demoPlaces, linesOf } from './demo/demo-places.ts';
import { followChanges } from './development/follow-changes.ts';
import { startLocalSystem, type LocalSystem } from './development/local-system.ts';
import { migrate } from './migrations/migrate.ts';
import { bringUpToDate } from './development/up-to-date.ts';

readCommandLine(
  `
npm run dev:local
  The app from its sources on a local Shopify, following every change of page, worker, adapter, extension
  and schema. Ctrl-C ends it.`,
  {},
);

const logs = await mkdtemp(path.join(os.tmpdir(), 'unorder-dev-'));
const running: { system?: LocalSystem } = {};
onEndRequest(() => running.system?.stop() ?? stopPrograms());
const announce = (name: string): void => console.log(`Building the ${name} …`);
// The app itself runs from its sources.
await bringUpToDate(announce, ['database client', 'extensions']);
const system = await startLocalSystem({ from: 'sources', logs });
running.system = system;
for (const line of linesOf(await demoPlaces(system))) console.log(line);
console.log(`Logs      ${logs}\nIt follows your changes. Ctrl-C ends it.`);
const stopFollowing = followChanges(
  fileURLToPath(new URL('..', import.meta.url)),
  async (step) => {
    switch (step) {
      case 'schema':
        await bringUpToDate(announce, ['database client']);
        await migrate(system.databaseUrl);
        return restart();
      case 'app':
        return restart();
      case 'extensions':
        await bringUpToDate(announce, ['extensions']);
        console.log('The extensions are built.');
        return;
      case 'anew':
        return;
    }
  },
  (line) => console.log(line),
);
console.error(await system.failed);
stopFollowing();
await system.stop();
process.exitCode = 1;

async function restart(): Promise<void> {
  await system.restartApp();
  console.log('The app runs as it stands now.');
}

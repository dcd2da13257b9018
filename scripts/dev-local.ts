/**
 * `npm run dev:local`: the app from its sources, following every change, on a local Shopify; for
 * working without a login, a store or a network. `npm run dev` is the same on Shopify itself.
 */
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { onEndRequest, stopPrograms } from './child-process.ts';
import { readCommandLine } from './command-line.ts';
import { demoPlaces, linesOf } from './demo-places.ts';
import { startLocalSystem, type LocalSystem } from './local-system.ts';
import { bringUpToDate } from './up-to-date.ts';

readCommandLine(
  `
npm run dev:local
  The app from its sources, following every change, on a local Shopify. Ctrl-C ends it.`,
  {},
);

const logs = await mkdtemp(path.join(os.tmpdir(), 'unorder-dev-'));
const running: { system?: LocalSystem } = {};
onEndRequest(() => running.system?.stop() ?? stopPrograms());
await bringUpToDate((name) => console.log(`Building the ${name} …`));
const system = await startLocalSystem({ from: 'sources', logs });
running.system = system;
for (const line of linesOf(await demoPlaces(system))) console.log(line);
console.log(`Logs      ${logs}\nCtrl-C ends it.`);
console.error(await system.failed);
await system.stop();
process.exitCode = 1;

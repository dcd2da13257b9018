/** The job process: `npm run worker`. Any number of them may run on one database. */
import { env } from 'node:process';

import { readConfig } from './config.server.ts';
import { assemble } from './container.server.ts';
import { endInOrder, LAST_WORK_MS } from './process-end.ts';
import { startOrExplain } from './process-start.ts';
import { startWork } from './work.ts';

await startOrExplain(async () => {
  const assembly = await assemble(readConfig(env), { process: 'worker', works: true });
  const worker = await startWork(assembly);
  endInOrder(assembly.container.log, async () => {
    await worker.stop(LAST_WORK_MS);
    await assembly.close();
  });
});

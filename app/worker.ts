/** The job process: `npm run worker`. Any number of them may run on one database. */
import './node-env.ts';

import { env } from 'node:process';

import { readConfig } from './config.server.ts';
import { assemble } from './container.server.ts';
import { startHealthServer } from './health-server.ts';
import { healthOf } from './health.ts';
import { endInOrder, LAST_WORK_MS } from './process-end.ts';
import { startOrExplain } from './process-start.ts';
import { startWork } from './work.ts';

await startOrExplain(async () => {
  const assembly = await assemble(readConfig(env), { process: 'worker', works: true });
  const { config, log } = assembly.container;
  let isWorking = false;
  const health =
    config.healthPort === null
      ? null
      : await startHealthServer(
          healthOf(assembly, () => isWorking),
          { host: config.listen.host, port: config.healthPort },
        );
  if (health) log.info({ url: health.url }, 'the worker tells how it is');
  const worker = await startWork(assembly);
  isWorking = true;
  endInOrder(log, async () => {
    isWorking = false;
    await worker.stop(LAST_WORK_MS);
    await assembly.close();
    await health?.close();
  });
});

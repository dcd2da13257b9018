/** The job process: `npm run worker`. Any number of them may run on one database. */
import './processes/node-env.ts';

import { env } from 'node:process';

import { readConfig } from './config.server.ts';
import { assemble } from './container.server.ts';
import { startHealthServer } from './http/health/health-server.ts';
import { healthOf } from './http/health/health.ts';
import { startMetrics } from './processes/metrics.ts';
import { endInOrder, LAST_WORK_MS } from './processes/process-end.ts';
import { startOrExplain } from './processes/process-start.ts';
import { startWork } from './processes/work.ts';

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
  const metrics = await startMetrics(assembly.container);
  const worker = await startWork(assembly);
  isWorking = true;
  endInOrder(log, async () => {
    isWorking = false;
    await worker.stop(LAST_WORK_MS);
    await assembly.close();
    await health?.close();
    await metrics?.close();
  });
});

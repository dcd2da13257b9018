/**
 * The whole app in one process, over sources instead of a build and with hot reloading: for
 * `npm run dev:local` and `shopify app dev`.
 */
import './development.ts';

import { env } from 'node:process';

import type { ServerBuild } from '@remix-run/node';
import { createServer as createBundler } from 'vite';

import { readConfig } from '../../app/config.server.ts';
import { assemble } from '../../app/container.server.ts';
import { endInOrder, LAST_WORK_MS } from '../../app/processes/process-end.ts';
import { startOrExplain } from '../../app/processes/process-start.ts';
import { startWeb } from '../../app/processes/web.ts';
import { startWork } from '../../app/processes/work.ts';

// Behind a tunnel the pages are asked for by a name that only the tunnel knows. Whether another origin may
// read an answer is for the app to say: it allows the customers' pages what the bundler would refuse.
const bundler = await createBundler({
  server: { middlewareMode: true, allowedHosts: true, cors: false, hmr: { host: '127.0.0.1' } },
});
await startOrExplain(async () => {
  const assembly = await assemble(readConfig(env), { process: 'dev', works: true });
  const web = await startWeb(assembly, {
    files: (request, response, next) => bundler.middlewares(request, response, next),
    build: async () => (await bundler.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
  });
  const worker = await startWork(assembly);
  endInOrder(assembly.container.log, async () => {
    await Promise.all([worker.stop(LAST_WORK_MS), bundler.close(), web.close()]);
    await assembly.close();
  });
});

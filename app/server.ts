/**
 * The web process: `npm run start`. Serves the build in `build/`; needs `npm run build` once and a database
 * with every migration (`npm run setup`).
 */
import './processes/node-env.ts';

import path from 'node:path';
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';

import type { ServerBuild } from '@remix-run/node';
import express from 'express';

import { readConfig } from './config.server.ts';
import { assemble } from './container.server.ts';
import type { Pages } from './http/server/http-server.ts';
import { startMetrics } from './processes/metrics.ts';
import { endInOrder } from './processes/process-end.ts';
import { startOrExplain } from './processes/process-start.ts';
import { startWeb } from './processes/web.ts';

const BUILD = path.resolve(import.meta.dirname, '../build');

async function builtPages(): Promise<Pages> {
  const files = express.Router();
  const assets = path.join(BUILD, 'client', 'assets');
  files.use('/assets', express.static(assets, { immutable: true, maxAge: '1y', redirect: false }));
  files.use('/assets', (_request, response) => response.sendStatus(404));
  files.use(express.static(path.join(BUILD, 'client'), { maxAge: '1h', redirect: false }));
  const module: unknown = await import(pathToFileURL(path.join(BUILD, 'server/index.js')).href);
  return { files, build: module as ServerBuild };
}

await startOrExplain(async () => {
  const assembly = await assemble(readConfig(env), { process: 'web', works: false });
  const metrics = await startMetrics(assembly.container);
  const web = await startWeb(assembly, await builtPages());
  endInOrder(assembly.container.log, async () => {
    await web.close();
    await assembly.close();
    await metrics?.close();
  });
});

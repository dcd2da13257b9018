import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { listen } from 'devstore/http';
import type { TestProject } from 'vitest/node';

import { startLocalSystem, type LocalSystem } from '../../scripts/development/local-system.ts';
import { bringUpToDate } from '../../scripts/development/up-to-date.ts';
import { createDatabaseOn } from '../support/database/test-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a running demo is asked for: `GET /NAME` answers with its `origins`, `DELETE /NAME` ends it. */
    demos: string;
  }
}

interface RunningDemo {
  readonly origins: LocalSystem['origins'];
  stop(): Promise<void>;
}

/**
 * Vitest global setup: demos that test files use, each started when it is first asked for, by its name, and stopped
 * at the end of the run at the latest.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const demos = new Map<string, Promise<RunningDemo>>();
  const listener = await listen((request, response) => {
    const { url: name = '/', method } = request;
    const demo = demos.get(name) ?? startDemo(project);
    demos.set(name, demo);
    demo
      .then(async (running) => {
        if (method === 'DELETE') {
          demos.delete(name);
          await running.stop();
        }
        response.end(JSON.stringify(running.origins));
      })
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  project.provide('demos', listener.origin);
  return async () => {
    await listener.close();
    for (const demo of await Promise.allSettled(demos.values())) {
      if (demo.status === 'fulfilled') await demo.value.stop();
    }
  };
}

/** A demo on fresh data, with the app and the extensions as built from the present sources. */
async function startDemo(project: TestProject): Promise<RunningDemo> {
  await bringUpToDate(() => undefined);
  const logs = await mkdtemp(path.join(os.tmpdir(), 'unorder-e2e-'));
  const database = await createDatabaseOn(project.getProvidedContext().postgres);
  const system = await startLocalSystem({ from: 'build', logs, databaseUrl: database.url });
  return {
    origins: system.origins,
    async stop() {
      await system.stop();
      await database.drop();
      await rm(logs, { recursive: true, force: true });
    },
  };
}

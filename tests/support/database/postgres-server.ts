import { env } from 'node:process';

import type { TestProject } from 'vitest/node';

import {
  ensureDatabase,
  openThrowawayPostgres,
} from '../../../scripts/postgres/embedded-postgres.ts';
import { migrate } from '../../../scripts/migrations/migrate.ts';
import type { TestServer } from './test-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The PostgreSQL server of this run. */
    postgres: TestServer;
  }
}

const TEMPLATE = 'unorder_template';

/** Names the address of a server from `openTestServer` that several runs are to share. */
export const SHARED_SERVER = 'UNORDER_TEST_POSTGRES';

/** A PostgreSQL server for tests, gone with this process, and the template. */
export async function openTestServer(): Promise<TestServer & { close(): Promise<void> }> {
  const server = await openThrowawayPostgres();
  await ensureDatabase(server, TEMPLATE);
  await migrate(server.urlOf(TEMPLATE));
  return { url: server.urlOf('postgres'), template: TEMPLATE, close: () => server.close() };
}

/** Vitest global setup: the run's own server, or the one that the environment names. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = env[SHARED_SERVER];
  if (shared) {
    project.provide('postgres', { url: shared, template: TEMPLATE });
    return async () => undefined;
  }
  const server = await openTestServer();
  project.provide('postgres', { url: server.url, template: server.template });
  return () => server.close();
}

import type { TestProject } from 'vitest/node';

import { ensureDatabase, openThrowawayPostgres } from '../../scripts/embedded-postgres.ts';
import { migrate } from '../../scripts/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** This run's own PostgreSQL server. */
    postgres: {
      /** The address of its maintenance database. */
      readonly url: string;
      /** The database to copy for a test: migrated, and otherwise empty. */
      readonly template: string;
    };
  }
}

const TEMPLATE = 'unorder_template';

/** Vitest global setup: one PostgreSQL server for the run, gone with it, and the template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openThrowawayPostgres();
  await ensureDatabase(server, TEMPLATE);
  await migrate(server.urlOf(TEMPLATE));
  project.provide('postgres', { url: server.urlOf('postgres'), template: TEMPLATE });
  return () => server.close();
}

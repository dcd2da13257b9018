import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import pg from 'pg';

import {
  ensureDatabase,
  openEmbeddedPostgres,
} from '../../../scripts/postgres/embedded-postgres.ts';
import { migrate } from '../../../scripts/migrations/migrate.ts';

/** Its server writes through to the disk as in production; each run has a database of its own. */
const POSTGRES = fileURLToPath(new URL('../../../.data/bench-postgres', import.meta.url));

/** A migrated database for one run; its server ends with it. */
export async function createBenchDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const postgres = await openEmbeddedPostgres(POSTGRES);
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await ensureDatabase(postgres, name);
  const url = postgres.urlOf(name);
  await migrate(url);
  return {
    url,
    async drop() {
      const client = new pg.Client({ connectionString: postgres.urlOf('postgres') });
      await client.connect();
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await client.end();
      await postgres.close();
    },
  };
}

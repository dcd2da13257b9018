import { createHash, randomUUID } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import pg from 'pg';

import {
  ensureDatabase,
  openEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../scripts/postgres/embedded-postgres.ts';
import { migrate } from '../../../scripts/migrations/migrate.ts';

/** Its server writes through to the disk as in production; each run has a database of its own. */
const POSTGRES = fileURLToPath(new URL('../../../.data/bench-postgres', import.meta.url));
const MIGRATIONS = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

interface Prepared {
  readonly postgres: EmbeddedPostgres;
  /** The database to copy. */
  readonly template: string;
}

let prepared: Promise<Prepared> | null = null;

/** A migrated database for one run; its server ends with this process. */
export async function createBenchDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  prepared ??= prepare();
  const { postgres, template } = await prepared;
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await administer(postgres, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: postgres.urlOf(name),
    async drop() {
      await administer(postgres, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Migrated once, and kept for as long as there are no other migrations. */
async function prepare(): Promise<Prepared> {
  const postgres = await openEmbeddedPostgres(POSTGRES);
  const template = `migrated_${await fingerprint()}`;
  const kept = await administer<{ name: string }>(
    postgres,
    `SELECT datname AS name FROM pg_database WHERE datname LIKE 'migrated\\_%'`,
  );
  const names = kept.map(({ name }) => name);
  for (const old of names.filter((name) => name !== template)) {
    await administer(postgres, `DROP DATABASE IF EXISTS ${old} WITH (FORCE)`);
  }
  if (!names.includes(template)) {
    // Renamed when it is whole: one that was given up half-way is nobody's template.
    const partial = `partly_${randomUUID().replaceAll('-', '')}`;
    await ensureDatabase(postgres, partial);
    await migrate(postgres.urlOf(partial));
    await administer(postgres, `ALTER DATABASE ${partial} RENAME TO ${template}`);
  }
  return { postgres, template };
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const files: string[] = [];
  for await (const file of glob('*/migration.sql', { cwd: MIGRATIONS })) files.push(file);
  for (const file of files.toSorted()) {
    hash.update(file).update(await readFile(path.join(MIGRATIONS, file)));
  }
  return hash.digest('hex').slice(0, 32);
}

async function administer<Row extends pg.QueryResultRow>(
  postgres: EmbeddedPostgres,
  statement: string,
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: postgres.urlOf('postgres') });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

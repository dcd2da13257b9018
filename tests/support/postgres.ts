import { randomUUID } from 'node:crypto';

import pg from 'pg';
import { inject } from 'vitest';

/** An empty, migrated database that belongs to one test file. */
export type TestDatabase = {
  readonly url: string;
  /** Closes whatever sessions are left and removes the database. */
  drop(): Promise<void>;
};

/**
 * Creates a database with every migration applied, on the server that the test run started.
 * For projects with the global setup `tests/support/postgres-server.ts`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${inject('postgres').template}`);
  const url = new URL(inject('postgres').url);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres').url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

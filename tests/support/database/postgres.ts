import { randomUUID } from 'node:crypto';

import pg from 'pg';
import { inject } from 'vitest';

/** An empty, migrated database that belongs to one test file. */
export type TestDatabase = {
  readonly url: string;
  /** Closes whatever sessions are left and removes the database. */
  drop(): Promise<void>;
};

/** As on a server whose owner left the settings to the machine: no test may lean on UTC. */
const SETTINGS = { timezone: 'America/New_York' };

/**
 * Creates a database with every migration applied, on the server that the test run started.
 * For projects with the global setup `tests/support/database/postgres-server.ts`.
 *
 * @param settings what its sessions begin with, beside or instead of a time zone that is not UTC
 */
export async function createTestDatabase(
  settings: Readonly<Record<string, string>> = {},
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${inject('postgres').template}`);
  for (const [setting, value] of Object.entries({ ...SETTINGS, ...settings })) {
    await administer(`ALTER DATABASE ${name} SET ${setting} TO ${pg.escapeLiteral(value)}`);
  }
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

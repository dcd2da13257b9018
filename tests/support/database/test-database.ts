import { randomUUID } from 'node:crypto';

import pg from 'pg';

/** A server with a database to copy. */
export interface TestServer {
  /** The address of its maintenance database. */
  readonly url: string;
  /** The database to copy for a test: migrated, and otherwise empty. */
  readonly template: string;
}

/** An empty, migrated database that belongs to one test file. */
export type TestDatabase = {
  readonly url: string;
  /** Closes whatever sessions are left and removes the database. */
  drop(): Promise<void>;
};

/** As on a server whose owner left the settings to the machine: no test may lean on UTC. */
const SETTINGS = { timezone: 'America/New_York' };

/**
 * Creates a database with every migration applied.
 *
 * @param settings what its sessions begin with, beside or instead of a time zone that is not UTC
 */
export async function createDatabaseOn(
  server: TestServer,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const administer = (statement: string) => askOnce(server.url, statement);
  await administer(`CREATE DATABASE ${name} TEMPLATE ${server.template}`);
  for (const [setting, value] of Object.entries({ ...SETTINGS, ...settings })) {
    await administer(`ALTER DATABASE ${name} SET ${setting} TO ${pg.escapeLiteral(value)}`);
  }
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function askOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

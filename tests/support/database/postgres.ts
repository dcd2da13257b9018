import { inject } from 'vitest';

import { createDatabaseOn, type TestDatabase } from './test-database.ts';

export type { TestDatabase };

/**
 * Creates a database with every migration applied, on the server that the test run started.
 * For projects with the global setup `tests/support/database/postgres-server.ts`.
 *
 * @param settings what its sessions begin with, beside or instead of a time zone that is not UTC
 */
export const createTestDatabase = (
  settings: Readonly<Record<string, string>> = {},
): Promise<TestDatabase> => createDatabaseOn(inject('postgres'), settings);

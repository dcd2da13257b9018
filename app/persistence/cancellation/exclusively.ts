import type pg from 'pg';

import { withConnection } from '../database/transaction.ts';

/**
 * Runs `work` while nobody else, in any process, runs work under the same name; `busy` when somebody does.
 * SQL: Prisma has no advisory locks, and none that outlives a statement.
 *
 * The lock belongs to a connection and PostgreSQL frees it when that connection ends, so a killed process
 * leaves nothing behind. Should the connection break while the work goes on, another process may start the
 * same work: whatever is stored under the lock has to guard itself (expected versions, fixed keys).
 */
export function exclusively<T>(
  locks: pg.Pool,
  name: string,
  work: () => Promise<T>,
): Promise<{ readonly done: T } | 'busy'> {
  return withConnection(locks, async (client, discard) => {
    const { rows } = await client.query<{ locked: boolean }>(
      `SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked`,
      [name],
    );
    if (!rows[0]?.locked) return 'busy';
    try {
      return { done: await work() };
    } finally {
      // A lock that cannot be given back goes with its connection.
      await client
        .query(`SELECT pg_advisory_unlock(hashtextextended($1, 0))`, [name])
        .catch(discard);
    }
  });
}

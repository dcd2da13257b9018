import type pg from 'pg';

import type { ScheduledJob } from '../../application/shared/queue.ts';

/** Runs statements, alone or inside a transaction. */
export type Sql = Pick<pg.ClientBase, 'query'>;

/** Enqueues a job with the caller's own statements, so that both are stored or neither. */
export type EnqueueWith = (sql: Sql, job: ScheduledJob) => Promise<void>;

/**
 * Lends a connection of a pool for as long as work takes. One that breaks meanwhile is closed and given to nobody
 * else, as is one that the work reports by `discard`.
 *
 * While it is lent its errors are heard here: an idle one's are heard by its pool, and what nobody hears ends the
 * process. Source: https://node-postgres.com/apis/pool#events
 */
export async function withConnection<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient, discard: (why: Error) => void) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const discard = (error: Error): void => {
    broken = error;
  };
  client.on('error', discard);
  try {
    return await work(client, discard);
  } finally {
    client.off('error', discard);
    client.release(broken);
  }
}

/** Runs work in one transaction: committed when it returns, rolled back when it throws. */
export function inTransaction<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  return withConnection(pool, async (client, discard) => {
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      // A connection that cannot even roll back is not given to anybody else; PostgreSQL rolls back when it ends.
      await client.query('ROLLBACK').catch(discard);
      throw error;
    }
  });
}

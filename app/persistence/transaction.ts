import type pg from 'pg';

import type { ScheduledJob } from '../application/ports.ts';
import { isUnanswered } from './connection.ts';

/** Runs statements, alone or inside a transaction. */
export type Sql = Pick<pg.ClientBase, 'query'>;

/** Enqueues a job with the caller's own statements, so that both are stored or neither. */
export type EnqueueWith = (sql: Sql, job: ScheduledJob) => Promise<void>;

/** Runs work in one transaction: committed when it returns, rolled back when it throws. */
export async function inTransaction<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that cannot even roll back is not given to anybody else; PostgreSQL rolls back when it ends.
    if (isUnanswered(error)) broken = error;
    else {
      await client.query('ROLLBACK').catch((lost: unknown) => {
        broken = lost instanceof Error ? lost : new Error(String(lost));
      });
    }
    throw error;
  } finally {
    client.release(broken);
  }
}

import type pg from 'pg';
import type { QueryResultRow } from 'pg';

import type { ScheduledJob } from '../../application/shared/queue.ts';
import { HOUR } from '../../domain/time.ts';
import type { ShopClient } from './one-shop.ts';

/** Runs statements, alone or inside a transaction. */
export type Sql = Pick<pg.ClientBase, 'query'>;

/** Enqueues jobs with the caller's own statements, so that all is stored or nothing: one statement a kind of job. */
export type EnqueueWith = (sql: Sql, jobs: readonly ScheduledJob[]) => Promise<void>;

/**
 * Lends a connection of a pool for as long as work takes. One that breaks meanwhile is closed and given to nobody
 * else, as is one that the work reports by `discard`.
 *
 * While it is lent its errors are heard here: an idle one's are heard by its pool, and what nobody hears ends the
 * process. Source: https://node-postgres.com/apis/pool#events
 */
async function withConnection<T>(
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

/** Prisma's typed client inside a transaction. */
export type ShopTransaction = Omit<
  ShopClient,
  '$connect' | '$disconnect' | '$extends' | '$on' | '$transaction'
>;

/**
 * Prisma's own limits are out of reach: with its limits a transaction is given up in the midst of its COMMIT, or a
 * connection handed on with an open one. Those of the session hold for every statement.
 * Sources: https://github.com/prisma/orm/issues/29952, https://github.com/prisma/orm/issues/29719
 */
const UNLIMITED = { maxWait: HOUR, timeout: HOUR };

/** Runs work with the typed client in one transaction: committed when it returns, rolled back when it throws. */
export const inTypedTransaction = <T>(
  prisma: ShopClient,
  work: (typed: ShopTransaction) => Promise<T>,
): Promise<T> => prisma.$transaction(work, UNLIMITED);

/** A typed transaction for whoever speaks SQL: the queue. */
export const sqlIn = (
  typed: Pick<ShopTransaction, '$queryRawUnsafe'>,
): { query(text: string, values?: unknown[]): Promise<{ rows: QueryResultRow[] }> } => ({
  query: async (text, values = []) => ({
    rows: await typed.$queryRawUnsafe<QueryResultRow[]>(text, ...values),
  }),
});

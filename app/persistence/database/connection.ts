import type pg from 'pg';

import { MINUTE, SECOND } from '../../domain/time.ts';
import { ImpatientClient } from './impatient-client.ts';

/** How long a process waits for its database before it says so, in milliseconds. */
export interface DatabasePatience {
  /** For a free connection of the pool, or for a new one to be made. */
  readonly connect: number;
  /** For a lock that somebody else holds. */
  readonly lock: number;
  /** For one statement, its locks included. */
  readonly statement: number;
  /** For the next statement of a transaction that has begun. */
  readonly idleInTransaction: number;
}

/**
 * For processes that somebody waits for. Shopify gives a webhook five seconds: the wait for a connection and
 * the wait for a lock together have to stay below.
 * Source: https://shopify.dev/docs/apps/build/webhooks/subscribe/https
 */
export const ANSWERING: DatabasePatience = {
  connect: 2.5 * SECOND,
  lock: 1.5 * SECOND,
  statement: 3 * SECOND,
  // While a shop's token is renewed its row stays locked, and the platform has ten seconds to answer.
  idleInTransaction: 20 * SECOND,
};

/** For workers: a job that failed comes back by itself, so waiting longer costs nobody anything. */
export const WORKING: DatabasePatience = {
  connect: 10 * SECOND,
  lock: 10 * SECOND,
  statement: 60 * SECOND,
  idleInTransaction: 30 * SECOND,
};

/** For migrations: somebody watches, and half a migration is worse than a late one. */
export const MIGRATING: DatabasePatience = {
  connect: 10 * SECOND,
  lock: MINUTE,
  statement: 30 * MINUTE,
  idleInTransaction: 30 * MINUTE,
};

/** A server that is frozen or out of reach answers no time-out of its own; this much later we give up. */
const ANSWER_MARGIN = 0.5 * SECOND;

/**
 * Settings of a pool in which every session means the same by a time, whatever the server, the database or
 * the role say: Prisma writes and compares `timestamptz` without an offset, in UTC, and `pg` reads dates in
 * ISO notation alone. What is committed is on the disk, or beyond where more is asked for: what the app has said is
 * stored must not be lost with the server. They are set when a connection is made, by a statement and not in the startup packet,
 * which poolers refuse or ignore.
 *
 * @param name as `application_name` in pg_stat_activity
 */
export function connectionSettings(url: string, name: string, patience: DatabasePatience) {
  return {
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.statement + ANSWER_MARGIN,
    keepAlive: true,
    Client: ImpatientClient,
    onConnect: async (client: Pick<pg.ClientBase, 'query'>): Promise<void> => {
      await client.query(SESSION, [
        'UTC',
        'ISO, MDY',
        'postgres',
        String(patience.lock),
        String(patience.statement),
        String(patience.idleInTransaction),
      ]);
    },
  };
}

const SESSION = `SELECT ${[
  'TimeZone',
  'DateStyle',
  'IntervalStyle',
  'lock_timeout',
  'statement_timeout',
  'idle_in_transaction_session_timeout',
]
  .map((setting, index) => `set_config('${setting}', $${index + 1}, false)`)
  .join(', ')},
  CASE current_setting('synchronous_commit') WHEN 'off' THEN set_config('synchronous_commit', 'on', false) END`;

import type { Db } from 'pg-boss';

import { SECOND } from '../../domain/time.ts';

/** How often is looked for all queues: for jobs that others put off, for retries, and for word that got lost. */
const LOOK_EVERY = 3 * SECOND;

/** What is due before the next look. */
const SOON = LOOK_EVERY + SECOND;

export interface DueJobs {
  stop(): Promise<void>;
}

/**
 * Looks for jobs that are due, or will be before the next look, of all queues by one statement: nobody is told of
 * those that become due later.
 *
 * @param told.onDue a job of that queue is due in so many milliseconds by the database's clock; at once when 0
 * @param told.onError the database is away, most likely
 */
export function lookForDueJobs(
  database: Pick<Db, 'executeSql'>,
  queues: readonly string[],
  told: {
    readonly onDue: (queue: string, inMs: number) => void;
    readonly onError: (error: unknown) => void;
  },
): DueJobs {
  let looking: Promise<void> = Promise.resolve();
  let isLooking = false;

  async function look(): Promise<void> {
    const { rows } = await database.executeSql(DUE, [queues, SOON / SECOND]);
    for (const { name, ms } of rows as { name: string; ms: number }[]) told.onDue(name, ms);
  }

  const timer = setInterval(() => {
    // A slow database is not asked again before it has answered.
    if (isLooking) return;
    isLooking = true;
    looking = look()
      .catch(told.onError)
      .finally(() => {
        isLooking = false;
      });
  }, LOOK_EVERY);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

const DUE = `
  SELECT name, greatest(0, extract(epoch FROM min(start_after) - now()) * 1000)::float8 AS ms
  FROM pgboss.job
  WHERE name = ANY ($1) AND state < 'active' AND start_after < now() + $2 * interval '1 second'
  GROUP BY name`;

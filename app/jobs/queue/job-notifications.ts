import { createHash } from 'node:crypto';

import type { PgBoss } from 'pg-boss';

import type { Logger } from '../../application/shared/log.ts';

/** Word of new jobs, for as long as the database gives it. */
export interface JobNotifications {
  /** False when jobs have to be looked for. */
  areComing(): boolean;
  stop(): Promise<void>;
}

/** As pg-boss names it after its schema: `notifyChannelSql` in its plans. */
const CHANNEL = `pgboss_${createHash('sha224').update('pgboss').digest('hex').slice(0, 24)}`;

/**
 * Listens for what pg-boss says when a job is stored that is due at once: the name of its queue. Word of several
 * can be missed while the connection is made anew; `onGap` says when that may have been. Where the database does
 * not let anybody listen (a pooler that hands out sessions by the transaction), jobs are found by looking.
 */
export async function listenForJobs(
  boss: PgBoss,
  told: { readonly onJob: (queue: string) => void; readonly onGap: () => void },
  log: Pick<Logger, 'warn'>,
): Promise<JobNotifications> {
  const database = boss.getDb();
  try {
    const listening = await database.listen?.(CHANNEL, told.onJob, told.onGap);
    return { areComing: () => listening !== undefined, stop: async () => listening?.close() };
  } catch (error) {
    log.warn({ error }, 'the worker is not told of new jobs and has to look for them');
    return { areComing: () => false, stop: async () => undefined };
  }
}

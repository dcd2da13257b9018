import { type Db, PgBoss } from 'pg-boss';
import type { QueryResultRow } from 'pg';

import type { Queue, ScheduledJob } from '../application/ports.ts';
import { SECOND } from '../domain/time.ts';
import { numbered } from '../formats/job-format.ts';
import { QUEUES } from './catalogue.ts';

/** Statements inside somebody's transaction. */
interface Sql {
  query(text: string, values?: unknown[]): Promise<{ rows: QueryResultRow[] }>;
}

/**
 * Connects to the queue. Started, it makes or migrates its own tables (schema `pgboss`) and the queues of the
 * catalogue.
 *
 * @param options.connection how its sessions are opened, and how long they may wait
 * @param options.works false for a process that only enqueues: it needs no timers and no schedules
 */
export async function startBoss(options: {
  readonly connection: { readonly connectionString: string };
  readonly connections: number;
  readonly works: boolean;
  readonly onError: (error: Error) => void;
}): Promise<PgBoss> {
  const boss = new PgBoss({
    ...options.connection,
    max: options.connections,
    useListenNotify: options.works,
    supervise: options.works,
    schedule: options.works,
  });
  boss.on('error', options.onError);
  await boss.start();
  for (const { name, policy, ...settings } of QUEUES) {
    await boss.createQueue(name, policy ? { ...settings, policy } : settings);
    await boss.updateQueue(name, settings);
  }
  return boss;
}

/**
 * Enqueues jobs by themselves, or with a caller's own statements so that both are stored or neither.
 *
 * @param own the process's own connections: a job stored by itself waits no longer than any other row
 */
export function createJobQueue(
  boss: PgBoss,
  own: Sql,
): Queue & {
  enqueueWith(sql: Sql, scheduled: ScheduledJob): Promise<void>;
  /** Takes out every job of a shop, waiting, at work and done, with a caller's own statements. */
  forgetShop(sql: Sql, shop: string): Promise<void>;
} {
  return {
    enqueue: (scheduled) => send(boss, scheduled, own),
    enqueueWith: (sql, scheduled) => send(boss, scheduled, sql),
    async forgetShop(sql, shop) {
      await sql.query(`DELETE FROM pgboss.job WHERE data ->> 'shop' = $1`, [shop]);
    },
  };
}

async function send(boss: PgBoss, scheduled: ScheduledJob, sql: Sql): Promise<void> {
  const { name, ...data } = scheduled.job;
  const db: Db = { executeSql: (text, values) => sql.query(text, values) };
  await boss.send(name, numbered(data), {
    startAfter: new Date(scheduled.at),
    ...oneOfMany(scheduled),
    db,
  });
}

/** A shop's reconciliation waits once; other jobs are one when they say so. */
function oneOfMany({ job, oncePer }: ScheduledJob) {
  if (job.name === 'sync-orders') return { singletonKey: job.shop };
  return oncePer === undefined
    ? {}
    : { singletonKey: JSON.stringify(job), singletonSeconds: Math.ceil(oncePer / SECOND) };
}

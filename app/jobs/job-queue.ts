import { type Db, PgBoss } from 'pg-boss';
import type { QueryResultRow } from 'pg';

import type { Queue, ScheduledJob } from '../application/ports.ts';
import { SECOND } from '../domain/time.ts';
import { QUEUES } from './catalogue.ts';

/** Statements inside somebody's transaction. */
interface Sql {
  query(text: string, values?: unknown[]): Promise<{ rows: QueryResultRow[] }>;
}

/**
 * Connects to the queue. Started, it makes or migrates its own tables (schema `pgboss`) and the queues of the
 * catalogue.
 *
 * @param options.works false for a process that only enqueues: it needs no timers and no schedules
 */
export async function startBoss(options: {
  readonly url: string;
  readonly connections: number;
  readonly works: boolean;
  readonly onError: (error: Error) => void;
}): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: 'unorder-jobs',
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

/** Enqueues jobs by themselves, or with a caller's own statements so that both are stored or neither. */
export function createJobQueue(boss: PgBoss): Queue & {
  enqueueWith(sql: Sql, scheduled: ScheduledJob): Promise<void>;
} {
  return {
    enqueue: (scheduled) => send(boss, scheduled),
    enqueueWith: (sql, scheduled) =>
      send(boss, scheduled, { executeSql: (text, values) => sql.query(text, values) }),
  };
}

async function send(boss: PgBoss, scheduled: ScheduledJob, db?: Db): Promise<void> {
  const { name, ...data } = scheduled.job;
  await boss.send(name, data, {
    startAfter: new Date(scheduled.at),
    ...oneOfMany(scheduled),
    ...(db ? { db } : {}),
  });
}

/** A shop's reconciliation waits once; other jobs are one when they say so. */
function oneOfMany({ job, oncePer }: ScheduledJob) {
  if (job.name === 'sync-orders') return { singletonKey: job.shop };
  return oncePer === undefined
    ? {}
    : { singletonKey: JSON.stringify(job), singletonSeconds: Math.ceil(oncePer / SECOND) };
}

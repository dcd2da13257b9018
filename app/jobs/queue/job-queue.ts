import { hash } from 'node:crypto';

import { type Db, type JobInsert, PgBoss } from 'pg-boss';
import type { QueryResultRow } from 'pg';

import type { Queue, ScheduledJob } from '../../application/shared/queue.ts';
import { type EpochMs, MINUTE, SECOND } from '../../domain/time.ts';
import { numbered } from '../../formats/job-format.ts';
import type { StoredDocument } from '../../formats/upcast.ts';
import { JOBS, jobNamed } from '../catalogue.ts';

/** Statements inside somebody's transaction. */
interface Sql {
  query(text: string, values?: unknown[]): Promise<{ rows: QueryResultRow[] }>;
}

/** The same, by a connection that keeps statements under a name. */
interface PreparedSql {
  query(statement: {
    readonly name: string;
    readonly text: string;
    readonly values?: unknown[];
  }): Promise<{ rows: QueryResultRow[] }>;
}

/** How late the clock's own jobs may be, which come once a minute at most. */
const BY_THE_CLOCK_SECONDS = 15;

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
    supervise: options.works,
    schedule: options.works,
    cronWorkerIntervalSeconds: BY_THE_CLOCK_SECONDS,
  });
  boss.on('error', options.onError);
  await boss.start();
  for (const { queue } of JOBS) {
    const { name, policy, ...settings } = queue;
    await boss.createQueue(name, policy ? { ...settings, policy } : settings);
    await boss.updateQueue(name, settings);
  }
  return boss;
}

export interface JobQueue extends Queue {
  enqueueWith(sql: PreparedSql, jobs: readonly ScheduledJob[]): Promise<void>;
  /** Takes out every job of a shop, waiting, at work and done, with a caller's own statements. */
  forgetShop(sql: Sql, shop: string): Promise<void>;
  /** Has a worker of this process told of jobs of this process that are due later: pg-boss tells nobody of them. */
  onScheduled(told: (name: ScheduledJob['job']['name'], at: EpochMs) => void): void;
}

/**
 * Enqueues jobs by themselves, or with a caller's own statements so that all is stored or nothing.
 *
 * @param own the process's own connections: a job stored by itself waits no longer than any other row
 */
export function createJobQueue(boss: PgBoss, own: PreparedSql): JobQueue {
  let tell: Parameters<JobQueue['onScheduled']>[0] = () => undefined;
  const enqueueWith: JobQueue['enqueueWith'] = async (sql, jobs) => {
    const db: Db = {
      executeSql: (text, values = []) => sql.query({ name: nameOf(text), text, values }),
    };
    for (const [name, ofKind] of Map.groupBy(jobs, ({ job }) => job.name)) {
      await boss.insert(name, ofKind.map(toInsert), { db });
    }
    for (const { job, at } of jobs) if (at > Date.now()) tell(job.name, at);
  };
  return {
    enqueue: (scheduled) => enqueueWith(own, [scheduled]),
    enqueueWith,
    onScheduled(told) {
      tell = told;
    },
    async forgetShop(sql, shop) {
      await sql.query(`DELETE FROM pgboss.job WHERE data ->> 'shop' = $1`, [shop]);
    },
  };
}

/** Names of the queue's statements; there is one for each queue. */
const names = new Map<string, string>();

/**
 * Prepared, a job is stored in a third of the time: PostgreSQL plans the queue's statement for longer than it
 * carries it out.
 */
function nameOf(statement: string): string {
  const name = names.get(statement) ?? `enqueue ${hash('sha256', statement).slice(0, 32)}`;
  names.set(statement, name);
  return name;
}

/**
 * One that has just become due is due now by the database's clock, which may be behind ours: pg-boss tells workers
 * of those alone.
 */
function toInsert(scheduled: ScheduledJob): JobInsert {
  const ago = Date.now() - scheduled.at;
  const isDueNow = ago >= 0 && ago < MINUTE;
  return {
    data: numbered(payloadOf(scheduled.job)),
    ...(isDueNow ? {} : { startAfter: new Date(scheduled.at) }),
    ...oneOfMany(scheduled),
  };
}

/** What a job carries; its name is its queue's. */
function payloadOf(job: ScheduledJob['job']): StoredDocument {
  const payload: Record<string, unknown> = { ...job };
  delete payload['name'];
  return payload;
}

/** Jobs are one when they say so, or when whoever enqueues them does. */
function oneOfMany({ job, oncePer }: ScheduledJob) {
  const singletonKey = jobNamed(job.name).keyOf(job);
  if (singletonKey !== null) return { singletonKey };
  return oncePer === undefined
    ? {}
    : { singletonKey: JSON.stringify(job), singletonSeconds: Math.ceil(oncePer / SECOND) };
}

import type { JobWithMetadata, PgBoss } from 'pg-boss';

import type { Clock } from '../../application/shared/clock.ts';
import type { Logger } from '../../application/shared/log.ts';
import type { Metrics } from '../../observability/metrics.ts';
import { type Consumer, startConsumer } from './consumer.ts';
import type { JobDefinition } from '../define-job.ts';
import { lookForDueJobs } from './due-jobs.ts';
import { listenForJobs } from './job-notifications.ts';
import type { JobQueue } from './job-queue.ts';

export interface Worker {
  /** Takes no new job and waits for those at work, up to the time given. The queue itself stays open. */
  stop(timeoutMs: number): Promise<void>;
}

/**
 * Works on every job there is, each as its definition says. Starts by taking up whatever a killed process left
 * behind.
 *
 * @param deps.jobs all that are enqueued: what waits for a job that is not among them waits for ever
 * @param deps.tools what the jobs need
 */
export async function startWorker<Tools>(deps: {
  readonly boss: PgBoss;
  readonly jobs: readonly JobDefinition<Tools>[];
  readonly tools: Tools;
  readonly scheduled: Pick<JobQueue, 'onScheduled'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'jobFailed'>;
}): Promise<Worker> {
  const { boss, jobs, tools, scheduled, clock, log, metrics } = deps;
  const consumers = new Map<string, Consumer>();
  const notifications = await listenForJobs(
    boss,
    {
      onJob: (name) => consumers.get(name)?.jobIsDue(),
      onGap: () => consumers.forEach((consumer) => consumer.jobIsDue()),
    },
    log,
  );
  scheduled.onScheduled((name, at) => consumers.get(name)?.jobIsDue(at - clock.now()));
  const hears = (): boolean => notifications.areComing();
  for (const { name, work } of jobs) {
    const consumer = startConsumer({
      boss,
      queue: name,
      work: work(tools),
      hears,
      ...noting(log, metrics, name),
    });
    consumers.set(name, consumer);
  }
  const due = lookForDueJobs(
    boss.getDb(),
    jobs.map(({ name }) => name),
    {
      onDue: (name, inMs) => consumers.get(name)?.jobIsDue(inMs),
      onError: (error) => log.error({ error }, 'jobs that are due cannot be looked for'),
    },
  );
  for (const { name, schedule } of jobs) {
    // What is stored of a schedule outlives the definition that it was made from.
    await (schedule === null ? boss.unschedule(name) : boss.schedule(name, schedule));
  }

  let taken = 0;
  for (const { atStart } of jobs) taken += (await atStart?.(tools)) ?? 0;
  log.info({ taken }, 'the worker is ready');

  return {
    async stop(timeoutMs) {
      await due.stop();
      await Promise.all([...consumers.values()].map((consumer) => consumer.stop(timeoutMs)));
      await notifications.stop();
    },
  };
}

/** What goes wrong is counted and in the log, with what it was about. */
const noting = (log: Logger, metrics: Pick<Metrics, 'jobFailed'>, name: string) => ({
  onFailed({ id, retryCount, data }: JobWithMetadata, error: unknown): void {
    metrics.jobFailed(name);
    log.warn({ job: name, jobId: id, retryCount, ...data, error }, 'a job failed');
  },
  onError(error: unknown): void {
    log.error({ job: name, error }, 'jobs cannot be taken or settled');
  },
});

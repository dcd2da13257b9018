import type { EpochMs } from '../../domain/time.ts';

/** What each job carries; the file of a job in `app/jobs` adds its own line. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled where the jobs are defined
export interface JobPayloads {}

export type JobName = keyof JobPayloads;

/** A durable job to be enqueued together with what made it necessary. */
export type Job = {
  [Name in JobName]: { readonly name: Name } & Readonly<JobPayloads[Name]>;
}[JobName];

export interface ScheduledJob {
  readonly job: Job;
  /** Not before this instant. */
  readonly at: EpochMs;
  /** Of the same jobs enqueued within so many milliseconds one is kept, to run after the span has passed. */
  readonly oncePer?: number;
}

export interface Queue {
  /** Enqueues a job on its own. Jobs that belong to a change of data go with it instead. */
  enqueue(job: ScheduledJob): Promise<void>;
}

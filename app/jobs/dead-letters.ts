import type { Logger } from '../application/shared/log.ts';
import type { Metrics } from '../observability/metrics.ts';
import { defineDeadLetters } from './define-job.ts';

interface DeadLettersDeps {
  readonly log: Pick<Logger, 'error'>;
  readonly metrics: Pick<Metrics, 'jobGivenUp'>;
}

/** A job that was given up is counted, and is in the log, with what it was about. */
export const deadLetters = defineDeadLetters(({ log, metrics }: DeadLettersDeps, job) => {
  const { sourceName, sourceId, sourceRetryCount, data } = job;
  metrics.jobGivenUp(sourceName ?? 'unknown');
  log.error(
    { job: sourceName, jobId: sourceId, retryCount: sourceRetryCount, ...data },
    'a job failed every time and was given up',
  );
});

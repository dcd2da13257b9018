import type { Logger } from '../application/shared/ports.ts';
import { defineDeadLetters } from './define-job.ts';

/** A job that was given up is in the log, with what it was about. */
export const deadLetters = defineDeadLetters(
  ({ log }: { readonly log: Pick<Logger, 'error'> }, job) => {
    const { sourceName, sourceId, sourceRetryCount, data } = job;
    log.error(
      { job: sourceName, jobId: sourceId, retryCount: sourceRetryCount, ...data },
      'a job failed every time and was given up',
    );
  },
);

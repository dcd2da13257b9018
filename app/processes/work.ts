import type { Assembly } from '../container.server.ts';
import { JOBS } from '../jobs/catalogue.ts';
import { startWorker, type Worker } from '../jobs/queue/worker.ts';
import { reportMissingMessages } from '../messages/i18n.ts';

/** Starts working on jobs: each is one use case. */
export function startWork({ container, boss, jobs }: Assembly): Promise<Worker> {
  const { clock, log, metrics } = container;
  // A mail with a gap is better than none, and the gap is known.
  reportMissingMessages((what) => log.error({ what }, 'a message is missing'));
  return startWorker({ boss, jobs: JOBS, tools: container, scheduled: jobs, clock, log, metrics });
}

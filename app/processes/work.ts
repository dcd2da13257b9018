import type { Assembly } from '../container.server.ts';
import { JOBS } from '../jobs/catalogue.ts';
import { startWorker, type Worker } from '../jobs/queue/worker.ts';

/** Starts working on jobs: each is one use case. */
export function startWork({ container, boss, jobs }: Assembly): Promise<Worker> {
  const { clock, log, metrics } = container;
  return startWorker({ boss, jobs: JOBS, tools: container, scheduled: jobs, clock, log, metrics });
}

import type { Pause } from '../../app/application/shared/pause.ts';
import type { Job } from '../../app/application/shared/queue.ts';
import { numbered } from '../../app/formats/job-format.ts';
import type { advanceCancellation } from '../../app/jobs/cancellation/advance-cancellation.ts';
import type { applyWebhook } from '../../app/jobs/webhook/apply-webhook.ts';
import { type JobDeps, jobNamed } from '../../app/jobs/catalogue.ts';
import type { DepsOf } from '../../app/jobs/define-job.ts';

type SimulatedDeps = Omit<DepsOf<typeof advanceCancellation | typeof applyWebhook>, 'config'>;

/**
 * Does one job as the app's worker does it. What only guests need is not there: nobody asks for a code.
 *
 * @param pause how the work waits for moments
 */
export async function runJob(deps: SimulatedDeps, job: Job, pause?: Pause): Promise<void> {
  const { name, ...data } = job;
  const work = jobNamed(name).work({ ...deps, config: { workerConcurrency: 1 } } as JobDeps);
  const [outcome] = await work.run([work.read(numbered(data))], [], pause);
  if (outcome !== undefined && outcome !== 'done') throw outcome.failed;
}

import {
  type SweepDeps,
  sweepOverdue as sweep,
} from '../../application/cancellation/nudge/sweep-overdue.ts';
import { type SweepFlowDeps, sweepFlowTriggers } from '../../application/flow/send-triggers.ts';
import { defineCronJob } from '../define-job.ts';

/** The net below the queue. */
export const sweepOverdue = defineCronJob({
  name: 'sweep-overdue',
  schedule: '* * * * *',
  queue: { expireInSeconds: 60 },
  retries: { limit: 0 },
  async handler(deps: SweepDeps & SweepFlowDeps) {
    await sweep(deps);
    await sweepFlowTriggers(deps);
  },
  /** What a killed process left behind is taken up at once. */
  atStart: (deps) => sweep(deps, 0),
});

import type { FlowRuns } from '../../application/flow/ports.ts';
import type { RateLimits } from '../../application/guest/ports.ts';
import type { HistoryExports } from '../../application/history/ports.ts';
import type { KeptFacts } from '../../application/order/ports.ts';
import type { Logger } from '../../application/shared/log.ts';
import { type PruneDeps, pruneInbox as prune } from '../../application/webhook/prune-inbox.ts';
import { DAY } from '../../domain/time.ts';
import { defineCronJob } from '../define-job.ts';

interface PruneInboxDeps extends PruneDeps {
  readonly rateLimits: Pick<RateLimits, 'forgetOver'>;
  readonly keptFacts: Pick<KeptFacts, 'forgetBefore'>;
  readonly flowRuns: Pick<FlowRuns, 'forget'>;
  readonly exports: Pick<HistoryExports, 'forgetExpired'>;
  readonly log: Pick<Logger, 'info'>;
}

const FLOW_RUNS_REMEMBERED_FOR = 30 * DAY;

/** What is remembered of webhooks, guests and workflows beyond its time, and files that nobody fetched. */
export const pruneInbox = defineCronJob({
  name: 'prune-inbox',
  schedule: '41 3 * * *',
  queue: { expireInSeconds: 3600 },
  retries: { limit: 2 },
  async handler(deps: PruneInboxDeps) {
    await deps.rateLimits.forgetOver(deps.clock.now());
    await deps.keptFacts.forgetBefore(deps.clock.now() - DAY);
    // Flow repeats a run for 36 hours at most.
    await deps.flowRuns.forget(deps.clock.now() - FLOW_RUNS_REMEMBERED_FOR);
    await deps.exports.forgetExpired(deps.clock.now());
    deps.log.info({ forgotten: await prune(deps) }, 'old webhooks are forgotten');
  },
});

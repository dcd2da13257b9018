import { MINUTE } from '../../domain/time.ts';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/log.ts';
import { type KeepHistoryDeps, keepHistory } from '../history/keep-history.ts';
import type { AuditTrail } from './ports.ts';

interface ChainDeps {
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'error'>;
}

/** What a run leaves is the next one's: a shop with years of events takes several. */
const LONGEST_RUN = 4 * MINUTE;

/**
 * Chains what every shop's cancellations have stored since the last time, and keeps what is counted of it. One shop's
 * trouble is none of the others'.
 */
export async function sealEveryShop(deps: ChainDeps & KeepHistoryDeps): Promise<void> {
  const { audit, clock, log } = deps;
  const until = clock.now() + LONGEST_RUN;
  for (const shop of await audit.shops()) {
    try {
      while (clock.now() < until && (await audit.seal(shop)) > 0);
      await keepHistory(deps, shop, until);
    } catch (error) {
      log.error({ shop, error }, 'events could not be chained, or not counted');
    }
  }
}

/** Checks every shop's chain; what is broken is for whoever runs the app to look at, and stands on the shop's page. */
export async function verifyEveryShop({ audit, clock, log }: ChainDeps): Promise<void> {
  for (const shop of await audit.shops()) {
    try {
      const verdict = await audit.verify(shop, clock.now());
      if (verdict && !verdict.holds) log.error({ shop, verdict }, 'the chain of events is broken');
    } catch (error) {
      log.error({ shop, error }, 'the chain of events could not be checked');
    }
  }
}

import type { CancellationId, ShopDomain } from '../../../domain/ids.ts';
import { runSaga } from '../../saga/run-saga.ts';
import type { Pause } from '../../shared/pause.ts';
import { type EngineDeps, cancellationSaga } from './cancellation-saga.ts';

/**
 * Carries one cancellation as far as it can go now, as the runner does it.
 *
 * @param nudged the platform reported a change, so look again before the planned time
 * @param pause how it waits for moments; left out, every wait ends the run
 */
export const advanceCancellation = (
  deps: EngineDeps,
  shop: ShopDomain,
  id: CancellationId,
  nudged: boolean,
  pause?: Pause,
): Promise<void> => runSaga(deps, cancellationSaga(deps), shop, id, { nudged, pause });

import type { CancellationId, ShopDomain } from '../../../domain/ids.ts';
import { runSaga } from '../../saga/run-saga.ts';
import { type EngineDeps, cancellationSaga } from './cancellation-saga.ts';

/**
 * Carries one cancellation as far as it can go now, as the runner does it.
 *
 * @param nudged the platform reported a change, so look again before the planned time
 */
export const advanceCancellation = (
  deps: EngineDeps,
  shop: ShopDomain,
  id: CancellationId,
  nudged: boolean,
): Promise<void> => runSaga(deps, cancellationSaga(deps), shop, id, nudged);

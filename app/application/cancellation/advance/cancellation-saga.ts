import type { CancellationEvent } from '../../../domain/cancellation/events.ts';
import {
  type CancellationTypes,
  cancellationMachine,
} from '../../../domain/cancellation/machine/machine.ts';
import type { OrderId } from '../../../domain/ids.ts';
import { enqueueRefresh } from '../../order/refresh-order.ts';
import type { RunnerDeps } from '../../saga/run-saga.ts';
import type { Saga } from '../../saga/saga.ts';
import type { Platform } from '../../shared/platform.ts';
import type { CancellationStore, StoredCancellation } from '../ports.ts';
import { jobAt } from './cancellation-job.ts';
import { type LookDeps, OrderLook } from './order-look.ts';
import { type TellDeps, tell } from './tell.ts';

export interface EngineDeps
  extends RunnerDeps<CancellationTypes, StoredCancellation>, LookDeps, TellDeps {
  readonly store: CancellationStore;
  readonly platform: Platform;
}

/** The cancellation of an order, for the runner of all sagas. */
export const cancellationSaga = (
  deps: EngineDeps,
): Saga<CancellationTypes, StoredCancellation> => ({
  name: 'cancellation',
  machine: cancellationMachine,
  jobAt,
  countedAs: (outcome) => (outcome.kind === 'tell' && outcome.untold ? 'untold' : 'performed'),
  reach(shop) {
    const { platform } = deps;
    const order = new OrderLook(deps, shop);
    /** The order whose copy in the lists is behind what this run did; null for none. */
    let behind: OrderId | null = null;
    return {
      look: (what, state) => order.look(what, state),
      read: ({ orderId }) => platform.readOrder(shop, orderId),
      perform: (effect, key, state, { texts }) =>
        effect.kind === 'tell'
          ? tell(deps, shop, state, effect, key, texts)
          : platform.perform(shop, state.orderId, effect, key, texts),
      forget: () => order.forget(),
      onRecorded({ orderId }, events) {
        if (events.some(({ type }) => CHANGES_THE_ORDER.has(type))) behind = orderId;
      },
      // What the app has done shows in its lists within seconds, whether or not a webhook comes.
      async onRested() {
        if (behind) await enqueueRefresh(deps, shop, behind);
      },
    };
  },
});

/** What says that the order shows something else now. */
const CHANGES_THE_ORDER: ReadonlySet<CancellationEvent['type']> = new Set([
  'hold_placed',
  'hold_released',
  'cancel_confirmed',
  'lines_removed',
  'refund_accepted',
  'money_observed',
  'completed',
]);

import type { OrderFacts } from '../order/facts.ts';
import { isAnythingSent, openUnits, quantitiesOf } from '../order/quantities.ts';
import type { Selection } from '../refund/selection.ts';
import { type EpochMs, MINUTE } from '../time.ts';
import type { CancellationEvent, Problem } from './events.ts';
import { isMarkedBy } from './plan.ts';
import type { Cancellation } from './state.ts';
import { attention, turnBack } from './verdicts.ts';

/* What follows from what became of the cancel: done, refused, given up, or done by somebody else. */

/** `OrderCancelJobResult` as the platform gives it. */
export interface CancelJob {
  readonly done: boolean;
  readonly errors: readonly { readonly code: string | null; readonly message: string }[];
}

export function sawCancel(
  state: Cancellation,
  order: OrderFacts | null,
  job: CancelJob | null,
  now: EpochMs,
): CancellationEvent[] {
  if (order && order.cancelledAt !== null) return cancelled(state, order, order.cancelledAt);
  if (order && job?.done) {
    const [first] = job.errors;
    const problem: Problem = {
      kind: 'refused',
      code: first?.code ?? null,
      message:
        first?.message ?? 'Shopify finished the cancellation job, but the order is not cancelled.',
    };
    return (
      lostRace(state, order) ?? [
        attention({
          what: 'platform_refused',
          step: 'cancel',
          problem,
          choices: ['retry', 'turn_back'],
        }),
      ]
    );
  }
  if (now - state.since <= PATIENCE_WITH_JOB) return [];
  const problem: Problem = {
    kind: 'timeout',
    code: null,
    message: 'Shopify accepted the cancellation an hour ago and has not finished it.',
  };
  return [attention({ what: 'platform_unreachable', step: 'cancel', problem, choices: ['retry'] })];
}

const PATIENCE_WITH_JOB = 60 * MINUTE;

/** The order is cancelled: by us, which is the pivot, or by somebody else, which ends the case. */
export function cancelled(
  state: Cancellation,
  order: OrderFacts,
  cancelledAt: EpochMs,
): CancellationEvent[] {
  return isMarkedBy(order.cancellationStaffNote, state.id)
    ? [{ type: 'cancel_confirmed', cancelledAt }]
    : [turnBack('superseded', { code: 'cancelled_elsewhere' }, { kind: 'system' })];
}

/** What was to be cancelled has been sent meanwhile, as events; null when it has not. */
export const lostRace = (state: Cancellation, order: OrderFacts): CancellationEvent[] | null =>
  isSent(state.plan.refund.selection, order)
    ? [turnBack('declined', { code: 'already_shipped' }, { kind: 'system' })]
    : null;

function isSent(selection: Selection, order: OrderFacts): boolean {
  if (selection.kind === 'order') return isAnythingSent(order);
  return selection.lines.some(({ lineItemId, quantity }) => {
    const line = order.lines.find((known) => known.id === lineItemId);
    if (!line) return false;
    const { sent, returned } = quantitiesOf(order, line);
    return openUnits(line) < quantity && sent + returned > 0;
  });
}

/**
 * How long a cancel that was asked for and then given up may still be carried out by the platform: its answer
 * may have been lost, its job may wait. Until then the hold stays and nobody is told that the order goes on.
 */
const PATIENCE_WITH_GIVEN_UP_CANCEL = 15 * MINUTE;

export function sawOwnHolds(
  state: Cancellation,
  order: OrderFacts,
  now: EpochMs,
): CancellationEvent[] {
  const { cancelAskedAt, turnedBack } = state;
  if (order.cancelledAt !== null && isMarkedBy(order.cancellationStaffNote, state.id)) {
    return [{ type: 'cancel_confirmed', cancelledAt: order.cancelledAt }];
  }
  const mayStillHappen =
    cancelAskedAt !== null &&
    now - cancelAskedAt < PATIENCE_WITH_GIVEN_UP_CANCEL &&
    order.cancelledAt === null &&
    turnedBack?.why.code !== 'already_shipped';
  return mayStillHappen ? [] : [{ type: 'own_holds_found', holds: ownHolds(state, order) }];
}

function ownHolds(state: Cancellation, order: OrderFacts) {
  return order.fulfillmentOrders.flatMap((fo) =>
    fo.holds
      .filter((hold) => hold.heldByThisApp && hold.handle === state.id)
      .map((hold) => ({ fulfillmentOrderId: fo.id, holdId: hold.id })),
  );
}

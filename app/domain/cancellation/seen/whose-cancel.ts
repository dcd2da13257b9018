import type { OrderFacts } from '../../order/facts.ts';
import { isAnythingSent, openUnits, quantitiesOf } from '../../order/quantities.ts';
import type { Selection } from '../../refund/goods/selection.ts';
import { type EpochMs, MINUTE } from '../../time.ts';
import { turnBack } from '../choices/verdicts.ts';
import type { CancellationEvent } from '../events.ts';
import { isMarkedBy } from '../plan.ts';
import { recounted, refundAfterPivot } from '../refund-due.ts';
import type { Cancellation } from '../state.ts';
import { truthOf } from './saw-money.ts';

/* Whose cancel an order shows, whether it is over, and whether the goods were sent before it. */

/** `OrderCancelJobResult` as the platform gives it. */
export interface CancelJob {
  readonly done: boolean;
  readonly errors: readonly { readonly code: string | null; readonly message: string }[];
}

/**
 * How long a cancel that was asked for and then given up may still be carried out by the platform: its answer
 * may have been lost, its job may wait. Until then the hold stays and nobody is told that the order goes on.
 */
export const PATIENCE_WITH_GIVEN_UP_CANCEL = 15 * MINUTE;

/**
 * A cancel shows in stages: `cancelledAt` and closed work first; quantities, money and perhaps the staff note
 * later. This is how long the rest may take where nothing else says that it is over.
 */
const PATIENCE_WITH_STAGES = 15 * MINUTE;

/** Whether a cancelled order shows all that its cancel did. Its units leave it at the end. */
export const isCancelSettled = (order: OrderFacts, now: EpochMs): boolean =>
  order.cancelledAt !== null &&
  (order.lines.every((line) => line.currentQuantity === 0) ||
    now - order.cancelledAt > PATIENCE_WITH_STAGES);

/**
 * The order is cancelled: by us, which is the pivot, or by somebody else, which ends the case. No events while
 * it does not show yet which, or what the cancel gave back.
 */
export function cancelled(
  state: Cancellation,
  order: OrderFacts,
  cancelledAt: EpochMs,
  now: EpochMs,
  job: CancelJob | null = null,
): CancellationEvent[] {
  const marked = isMarkedBy(order.cancellationStaffNote, state.id);
  const byJob = isDoneByJob(state, cancelledAt, job);
  if (marked || byJob) {
    // A job that is known and at work still has to bring the rest.
    const over = job ? job.done || isLongAgo(cancelledAt, now) : isCancelSettled(order, now);
    return over ? [{ type: 'cancel_confirmed', cancelledAt }, ...stillDue(state, order, now)] : [];
  }
  return isStillAtWork(job, cancelledAt, now) || isWhoseUnknown(state, order, cancelledAt, now)
    ? []
    : [turnBack('superseded', { code: 'cancelled_elsewhere' }, { kind: 'system' })];
}

/**
 * Our job is done, and the order was cancelled while it can have been at work. One that was done without
 * cancelling anything proves nothing of what somebody did long after.
 */
const isDoneByJob = (state: Cancellation, cancelledAt: EpochMs, job: CancelJob | null): boolean =>
  job !== null &&
  job.done &&
  job.errors.length === 0 &&
  cancelledAt - (state.cancelAskedAt ?? cancelledAt) < PATIENCE_WITH_GIVEN_UP_CANCEL;

/** The note that says whose cancel it was may come with the end of our job. */
const isStillAtWork = (job: CancelJob | null, cancelledAt: EpochMs, now: EpochMs): boolean =>
  job !== null && !job.done && !isLongAgo(cancelledAt, now);

/** What follows the cancel is less than planned where others gave money back while it was at work. */
const stillDue = (state: Cancellation, order: OrderFacts, now: EpochMs): CancellationEvent[] =>
  recounted(
    { ...state, refundDue: refundAfterPivot(state.plan.refund) },
    truthOf(state, order, now),
  );

/** Ours may have been first: it was asked for, and the note that would say so may come last. */
const isWhoseUnknown = (
  state: Cancellation,
  order: OrderFacts,
  cancelledAt: EpochMs,
  now: EpochMs,
): boolean =>
  state.cancelAskedAt !== null &&
  cancelledAt - state.cancelAskedAt < PATIENCE_WITH_GIVEN_UP_CANCEL &&
  (order.cancellationStaffNote ?? '') === '' &&
  !isLongAgo(cancelledAt, now);

const isLongAgo = (cancelledAt: EpochMs, now: EpochMs): boolean =>
  now - cancelledAt > PATIENCE_WITH_STAGES;

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

/** What came before the cancel, or the part, that the platform refuses, as events; null when nothing did. */
export const overtaken = (
  state: Cancellation,
  order: OrderFacts,
  now: EpochMs,
): CancellationEvent[] | null =>
  order.cancelledAt === null
    ? lostRace(state, order)
    : cancelled(state, order, order.cancelledAt, now);

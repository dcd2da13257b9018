import type { OrderFacts } from '../../order/facts.ts';
import { isAnythingSent, openUnits, quantitiesOf } from '../../order/quantities.ts';
import type { Selection } from '../../refund/goods/selection.ts';
import { type EpochMs, MINUTE } from '../../time.ts';
import type { CancellationEvent } from '../events.ts';
import type { Problem } from '../../saga/problem.ts';
import { isMarkedBy } from '../plan.ts';
import { recognise } from '../effects/recognise.ts';
import { recounted, refundAfterPivot } from '../refund-due.ts';
import { truthOf } from './saw-money.ts';
import type { Cancellation } from '../state.ts';
import { succeeded } from '../effects/succeeded.ts';
import { attention, turnBack } from '../choices/verdicts.ts';

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
  if (order && order.cancelledAt !== null) {
    const after = cancelled(state, order, order.cancelledAt, now, job);
    if (after.length > 0) return after;
  } else if (order && job?.done) {
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
  // From the last request on: one that was repeated is at work anew.
  if (now - (state.cancelAskedAt ?? state.since) <= PATIENCE_WITH_JOB) return [];
  const problem: Problem = {
    kind: 'timeout',
    code: null,
    message: 'Shopify accepted the cancellation an hour ago and has not finished it.',
  };
  const choices = ['retry', 'turn_back'] as const;
  return [attention({ what: 'platform_unreachable', step: 'cancel', problem, choices })];
}

const PATIENCE_WITH_JOB = 60 * MINUTE;

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
  // The part left the order after all, whoever cancelled the rest: nobody may be told that it did not.
  const part = partThatLeft(state, order);
  if (part) return part;
  // A part that was taken off stays so, whoever cancels the rest before its hold is let go.
  if (turnedBack !== null && order.cancelledAt !== null) {
    const after = cancelled(state, order, order.cancelledAt, now);
    const [first] = after;
    // Nobody is told that the order goes on: it is cancelled, or it does not show yet by whom.
    if (!first) return [];
    if (first.type === 'cancel_confirmed' || turnedBack.ending !== 'superseded') return after;
  }
  const mayStillHappen =
    cancelAskedAt !== null &&
    now - cancelAskedAt < PATIENCE_WITH_GIVEN_UP_CANCEL &&
    order.cancelledAt === null &&
    turnedBack?.why.code !== 'already_shipped';
  if (mayStillHappen) return [];
  // A refund that comes next is what is due now.
  return [
    { type: 'own_holds_found', holds: ownHolds(state, order) },
    ...recounted(state, truthOf(state, order, now)),
  ];
}

/** A part that was in doubt and is off the order, as events; null when nothing shows that it is. */
function partThatLeft(
  { partInDoubt }: Cancellation,
  order: OrderFacts,
): CancellationEvent[] | null {
  const found = partInDoubt && recognise(partInDoubt, order);
  return partInDoubt && found ? succeeded(partInDoubt.effect, found) : null;
}

/**
 * It ended while nobody could see what became of it. Once it shows that the platform did it after all, it goes on as it
 * would have: what is still to be given back is, and the customer hears of it. No events otherwise.
 */
export function sawOutcome(
  state: Cancellation,
  order: OrderFacts,
  now: EpochMs,
): CancellationEvent[] {
  const part = partThatLeft(state, order);
  if (part) return part;
  if (order.cancelledAt === null || state.cancelAskedAt === null) return [];
  const after = cancelled(state, order, order.cancelledAt, now);
  return after[0]?.type === 'cancel_confirmed' ? after : [];
}

function ownHolds(state: Cancellation, order: OrderFacts) {
  return order.fulfillmentOrders.flatMap((fo) =>
    fo.holds
      .filter((hold) => hold.heldByThisApp && hold.handle === state.id)
      .map((hold) => ({ fulfillmentOrderId: fo.id, holdId: hold.id })),
  );
}

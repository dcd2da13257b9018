import type { OrderFacts } from '../../order/facts.ts';
import { type EpochMs, MINUTE } from '../../time.ts';
import { attention } from '../choices/verdicts.ts';
import { recognise, succeeded } from '../effects/effects.ts';
import type { CancellationEvent } from '../events.ts';
import { type Problem, ownProblem } from '../../saga/problem.ts';
import { recounted } from '../refund-due.ts';
import type { Cancellation } from '../state.ts';
import { truthOf } from './saw-money.ts';
import {
  type CancelJob,
  PATIENCE_WITH_GIVEN_UP_CANCEL,
  cancelled,
  lostRace,
} from './whose-cancel.ts';

/* What follows from what became of the cancel: done, refused, given up, or done by somebody else. */

/** Why an accepted cancel is asked about without a word of the platform: its job ended without it, or does not end. */
export type WhyNotCancelled = 'CANCEL_WITHOUT_EFFECT' | 'CANCEL_UNFINISHED';

export function sawCancel(
  state: Cancellation,
  order: OrderFacts | null,
  job: CancelJob | null,
  now: EpochMs,
): readonly CancellationEvent[] {
  if (order && order.cancelledAt !== null) {
    const after = cancelled(state, order, order.cancelledAt, now, job);
    if (after.length > 0) return after;
  } else if (order && job?.done) {
    const [first] = job.errors;
    const problem: Problem = first
      ? { kind: 'refused', code: first.code, message: first.message }
      : ownProblem<WhyNotCancelled>('refused', 'CANCEL_WITHOUT_EFFECT');
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
  const problem = ownProblem<WhyNotCancelled>('timeout', 'CANCEL_UNFINISHED');
  const choices = ['retry', 'turn_back'] as const;
  return [attention({ what: 'platform_unreachable', step: 'cancel', problem, choices })];
}

const PATIENCE_WITH_JOB = 60 * MINUTE;

export function sawOwnHolds(
  state: Cancellation,
  order: OrderFacts,
  now: EpochMs,
): readonly CancellationEvent[] {
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
): readonly CancellationEvent[] | null {
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
): readonly CancellationEvent[] {
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

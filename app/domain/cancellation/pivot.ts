import { moved } from '../saga/underway.ts';
import type { EpochMs } from '../time.ts';
import { refundAfterPivot } from './refund-due.ts';
import type { Cancellation } from './state.ts';

/** No person is asked for anything any more. */
export const answered = { attention: null, resumeTo: null } as const;

/** The order, or the part, is cancelled: from here the way leads only forward. */
export function pastThePivot(state: Cancellation, cancelledAt: EpochMs): Cancellation {
  const refundDue = refundAfterPivot(state.plan.refund);
  return {
    ...state,
    ...moved,
    ...answered,
    cancelledAt,
    turnedBack: null,
    partInDoubt: null,
    ownHoldsChecked: false,
    refundDue,
    status: refundDue ? 'refunding' : 'verifying',
  };
}

import type { CancellationId } from '../ids.ts';
import { zero } from '../money.ts';
import { moved } from '../saga/underway.ts';
import type { RecordedEvent } from './events.ts';
import type { Cancellation } from './state.ts';

/* The state that a cancellation begins with. */

/** As it was requested: nothing has been done yet. */
export function opened(
  event: Extract<RecordedEvent, { type: 'requested' }>,
  id: CancellationId,
): Cancellation {
  const { actor, channel, handling, reasonId, reviewDeadline, workUnderWay } = event;
  const asked = {
    actor,
    channel,
    handling,
    reasonId,
    reviewDeadline,
    workUnderWay,
  };
  return {
    ...untouched(event.plan.refund.amount.currencyCode),
    id,
    orderId: event.orderId,
    seq: event.seq,
    status: 'requested',
    since: event.at,
    request: {
      ...asked,
      mails: event.mails,
      reviewReasons: event.reviewReasons,
      at: event.at,
    },
    policyVersion: event.policyVersion,
    plan: event.plan,
    approved: handling === 'automatic',
  };
}

/** As somebody else did it: nothing is left to do. */
export function recordedOutside(
  event: Extract<RecordedEvent, { type: 'recorded_outside' }>,
  id: CancellationId,
): Cancellation {
  return {
    ...untouched(event.plan.refund.amount.currencyCode),
    id,
    orderId: event.orderId,
    seq: event.seq,
    status: 'completed',
    since: event.at,
    request: {
      actor: { kind: 'outside' },
      channel: 'outside',
      handling: 'automatic',
      reasonId: null,
      at: event.cancelledAt,
      reviewDeadline: null,
      workUnderWay: false,
      mails: [],
      reviewReasons: [],
    },
    policyVersion: event.policyVersion,
    plan: event.plan,
    approved: true,
    cancelledAt: event.cancelledAt,
  };
}

/** Nothing has been done yet. */
function untouched(currencyCode: string) {
  return {
    holds: [],
    recalls: [],
    cancel: null,
    cancelAskedAt: null,
    cancelledAt: null,
    refundDue: null,
    refundSent: null,
    refundRound: 0,
    refundIds: [],
    refundAskedAt: null,
    creditInstead: zero(currencyCode),
    creditInsteadOf: [],
    latePaymentsSettled: zero(currencyCode),
    money: null,
    moneyIsStale: false,
    settledByHand: false,
    settledShares: [],
    settledCredit: zero(currencyCode),
    releasesSettled: false,
    handedOver: false,
    acceptedAmount: null,
    usedGiftCardAccepted: false,
    withoutRefund: false,
    ...moved,
    done: [],
    attention: null,
    resumeTo: null,
    wasAsked: false,
    turnedBack: null,
    partInDoubt: null,
    ownHoldsChecked: false,
  } as const;
}

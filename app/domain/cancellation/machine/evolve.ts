import type { CancellationId, FulfillmentHoldId, FulfillmentOrderId } from '../../ids.ts';
import { zero } from '../../money.ts';
import { type Intent, moved, underway } from '../../saga/underway.ts';
import type { EpochMs } from '../../time.ts';
import type { Effect, RecordedEvent } from '../events.ts';
import { mailName } from '../mail-name.ts';
import { refundAfterPivot } from '../refund-due.ts';
import { backFromAttention, resumed } from '../choices/resumed.ts';
import { type Cancellation, type Hold, type LiveStatus, type Recall, isFinal } from '../state.ts';

/** The state after an event. Pure and total: it accepts every event in every state that `decide` allows. */
export function evolve(
  state: Cancellation | null,
  event: RecordedEvent,
  id: CancellationId,
): Cancellation {
  if (event.type === 'requested') return opened(event, id);
  if (event.type === 'recorded_outside') return recordedOutside(event, id);
  if (!state) throw new Error(`A cancellation begins with "requested", not with "${event.type}"`);
  const next = { ...applied(state, event), seq: event.seq };
  return next.status === state.status ? next : { ...next, since: event.at };
}

/** Folds a whole history. Throws on an empty one: a stored cancellation has at least its request. */
export function fold(events: readonly RecordedEvent[], id: CancellationId): Cancellation {
  const state = events.reduce<Cancellation | null>((s, event) => evolve(s, event, id), null);
  if (!state) throw new Error(`Cancellation ${id} has no events`);
  return state;
}

function opened(
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
    request: { ...asked, mails: event.mails, at: event.at },
    policyVersion: event.policyVersion,
    plan: event.plan,
    approved: handling === 'automatic',
  };
}

function recordedOutside(
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
    giftCardsDeactivated: [],
    stockCorrected: false,
    bonusGiven: false,
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
    told: [],
    intent: null,
    attempts: 0,
    notBefore: null,
    attention: null,
    resumeTo: null,
    wasAsked: false,
    turnedBack: null,
    partInDoubt: null,
    ownHoldsChecked: false,
  } as const;
}

/** No person is asked for anything any more. */
const answered = { attention: null, resumeTo: null } as const;

const asksForMoney = (kind: Effect['kind']): boolean =>
  kind === 'refund' || kind === 'refund_lines';

const takesPart = (intent: Intent<Effect> | null): boolean =>
  intent?.effect.kind === 'refund_lines' || intent?.effect.kind === 'edit_lines';

function applied(state: Cancellation, event: RecordedEvent): Cancellation {
  switch (event.type) {
    case 'requested':
    case 'recorded_outside':
      return state;
    case 'fulfillment_inspected':
      return {
        ...state,
        ...moved,
        status: 'holding',
        holds: withWanted(state.holds, event.toHold),
      };
    case 'effect_intended':
      return {
        ...state,
        ...underway(state, event),
        cancelAskedAt: event.effect.kind === 'cancel' ? event.at : state.cancelAskedAt,
        refundAskedAt: asksForMoney(event.effect.kind)
          ? (state.refundAskedAt ?? event.at)
          : state.refundAskedAt,
      };
    case 'attempt_failed':
      return { ...state, ...underway(state, event) };
    case 'hold_placed':
      return {
        ...state,
        ...moved,
        holds: withHold(state.holds, event.fulfillmentOrderId, 'placed', event.holdId),
      };
    case 'hold_skipped':
      return {
        ...state,
        ...moved,
        holds: withHold(state.holds, event.fulfillmentOrderId, 'skipped', null),
      };
    case 'readiness_confirmed':
      return {
        ...state,
        ...moved,
        plan: { ...state.plan, refund: event.refund },
        acceptedAmount: null,
        usedGiftCardAccepted: false,
        withoutRefund: false,
        recalls: event.toRecall.map((fulfillmentOrderId) => ({
          fulfillmentOrderId,
          state: recallState(state.recalls, fulfillmentOrderId),
        })),
        status: state.approved
          ? event.toRecall.length > 0
            ? 'recalling'
            : 'cancelling'
          : 'in_review',
      };
    case 'approved':
      return {
        ...state,
        notBefore: null,
        // A mail that only says that the request waits must not hold up what was asked for.
        intent: state.intent?.effect.kind === 'tell' ? null : state.intent,
        attempts: 0,
        approved: true,
        plan: event.plan,
        status: state.status === 'in_review' ? 'holding' : state.status,
      };
    case 'recall_submitted':
      return {
        ...state,
        ...moved,
        recalls: withRecall(state.recalls, event.fulfillmentOrderId, 'submitted'),
      };
    case 'recall_accepted': {
      const recalls = withRecall(state.recalls, event.fulfillmentOrderId, 'accepted');
      const all = recalls.every((recall) => recall.state === 'accepted');
      // Accepted work comes back as a new fulfillment order: hold it like the others before going on.
      return {
        ...state,
        ...moved,
        recalls,
        status: all ? 'holding' : state.status,
      };
    }
    case 'cancel_accepted':
      return {
        ...state,
        ...moved,
        status: 'cancelling',
        cancel: { jobResultId: event.jobResultId },
        cancelAskedAt: event.at,
      };
    case 'payment_awaited':
      return { ...state, ...moved, status: 'awaiting_payment' };
    case 'cancel_confirmed':
      return pastThePivot(state, event.cancelledAt);
    case 'lines_removed': {
      const refundIds = event.refundId ? [...state.refundIds, event.refundId] : state.refundIds;
      const refundRound = event.refundId ? state.refundRound + 1 : state.refundRound;
      return { ...pastThePivot(state, event.at), refundIds, refundRound };
    }
    case 'gift_card_deactivated':
      return {
        ...state,
        ...moved,
        giftCardsDeactivated: [...state.giftCardsDeactivated, event.giftCardId],
      };
    case 'stock_corrected':
      return { ...state, ...moved, stockCorrected: true };
    case 'bonus_given':
      return { ...state, ...moved, bonusGiven: true };
    case 'refund_accepted':
      return {
        ...state,
        ...moved,
        status: 'verifying',
        refundDue: null,
        refundSent: state.refundDue,
        refundRound: state.refundRound + 1,
        refundIds: [...state.refundIds, event.refundId],
      };
    case 'money_observed':
      return {
        ...state,
        ...moved,
        money: {
          outcome: event.outcome,
          arrived: event.arrived,
          onItsWay: event.onItsWay,
        },
        moneyIsStale: false,
      };
    case 'told':
    case 'mail_given_up':
      return {
        ...state,
        ...moved,
        moneyIsStale: state.moneyIsStale || state.attempts > 0 || state.wasAsked,
        told: [...state.told, mailName(event.template, state.refundRound)],
      };
    case 'attention_raised':
      return {
        ...state,
        status: 'needs_attention',
        attention: event.attention,
        resumeTo: whereToResume(state),
        wasAsked: true,
        notBefore: null,
        attempts: 0,
        // What the platform refused certainly did not happen; what went unanswered stays in doubt.
        intent: event.attention.what === 'platform_refused' ? null : state.intent,
      };
    case 'attention_settled':
      return backFromAttention(state);
    case 'refund_recounted':
      return {
        ...state,
        // What was announced of another amount did not happen, and is not asked for any more.
        intent: state.intent?.effect.kind === 'refund' ? null : state.intent,
        refundDue: event.due,
        ...(event.due ? {} : lookingAtMoney(state)),
      };
    case 'resumed':
      return resumed(state, event.choice);
    case 'turned_back':
      return {
        ...state,
        ...moved,
        ...answered,
        status: 'releasing',
        turnedBack: { ending: event.ending, why: event.why },
        partInDoubt: takesPart(state.intent) ? state.intent : state.partInDoubt,
        ownHoldsChecked: false,
      };
    case 'own_holds_found':
      return {
        ...state,
        ...moved,
        ownHoldsChecked: true,
        holds: event.holds.map(({ fulfillmentOrderId, holdId }) => ({
          fulfillmentOrderId,
          holdId,
          state: 'placed',
        })),
      };
    case 'hold_released':
      return {
        ...state,
        ...moved,
        holds: withHold(state.holds, event.fulfillmentOrderId, 'released', null),
      };
    case 'completed':
      return { ...state, ...moved, ...answered, status: 'completed' };
    case 'ended':
      return { ...state, ...moved, ...answered, status: event.ending };
  }
}

/** With nothing left to send, what others gave back is looked at like a refund of its own. */
const lookingAtMoney = ({ status }: Cancellation): Partial<Cancellation> =>
  status === 'needs_attention' ? { resumeTo: 'verifying' } : { status: 'verifying' };

/** A completed one that is opened again goes on with its money. */
function whereToResume(state: Cancellation): LiveStatus | null {
  if (state.status === 'needs_attention') return state.resumeTo;
  return isFinal(state.status) ? 'verifying' : state.status;
}

function pastThePivot(state: Cancellation, cancelledAt: EpochMs): Cancellation {
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

function withWanted(holds: readonly Hold[], toHold: readonly FulfillmentOrderId[]): Hold[] {
  const known = new Set(holds.map((hold) => hold.fulfillmentOrderId));
  const added = toHold
    .filter((id) => !known.has(id))
    .map((fulfillmentOrderId): Hold => ({
      fulfillmentOrderId,
      state: 'wanted',
      holdId: null,
    }));
  return [...holds, ...added];
}

function withHold(
  holds: readonly Hold[],
  fulfillmentOrderId: FulfillmentOrderId,
  state: Hold['state'],
  holdId: FulfillmentHoldId | null,
): Hold[] {
  const others = holds.filter((hold) => hold.fulfillmentOrderId !== fulfillmentOrderId);
  return [...others, { fulfillmentOrderId, state, holdId }];
}

function recallState(recalls: readonly Recall[], id: FulfillmentOrderId): Recall['state'] {
  return recalls.find((recall) => recall.fulfillmentOrderId === id)?.state ?? 'wanted';
}

function withRecall(
  recalls: readonly Recall[],
  fulfillmentOrderId: FulfillmentOrderId,
  state: Recall['state'],
): Recall[] {
  return recalls.map((recall) =>
    recall.fulfillmentOrderId === fulfillmentOrderId ? { ...recall, state } : recall,
  );
}

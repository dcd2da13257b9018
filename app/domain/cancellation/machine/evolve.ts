import type { CancellationId, FulfillmentOrderId } from '../../ids.ts';
import type { Recorded } from '../../saga/machine.ts';
import { type Intent, moved, underway } from '../../saga/underway.ts';
import { backFromAttention, resumed } from '../choices/resumed.ts';
import { RECORDS, effectNamed, isPivot } from '../effects/effects.ts';
import { withRecall } from '../effects/recall.ts';
import type { Effect, EffectRecord, RecordedEvent } from '../events.ts';
import { answered, pastThePivot } from '../pivot.ts';
import { type Cancellation, type Hold, type LiveStatus, type Recall, isFinal } from '../state.ts';
import { opened, recordedOutside } from '../opened.ts';

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

/** Whether a part of the order may be off it, whatever is heard of it. */
const takesPart = (intent: Intent<Effect> | null): boolean =>
  intent !== null && intent.effect.kind !== 'cancel' && isPivot(intent.effect);

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
        ...effectNamed(event.effect.kind).intended?.(state, event.at),
      };
    case 'attempt_failed':
      return { ...state, ...underway(state, event) };
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
    case 'payment_awaited':
      return { ...state, ...moved, status: 'awaiting_payment' };
    case 'cancel_confirmed':
      return pastThePivot(state, event.cancelledAt);
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
    case 'completed':
      return { ...state, ...moved, ...answered, status: 'completed' };
    case 'ended':
      return { ...state, ...moved, ...answered, status: event.ending };
    default:
      return recorded(state, event);
  }
}

/** What an effect recorded of itself. */
function recorded(state: Cancellation, event: Recorded<EffectRecord>): Cancellation {
  const fold: (state: Cancellation, event: never) => Cancellation = RECORDS[event.type];
  return fold(state, event as never);
}

/** With nothing left to send, what others gave back is looked at like a refund of its own. */
const lookingAtMoney = ({ status }: Cancellation): Partial<Cancellation> =>
  status === 'needs_attention' ? { resumeTo: 'verifying' } : { status: 'verifying' };

/** A completed one that is opened again goes on with its money. */
function whereToResume(state: Cancellation): LiveStatus | null {
  if (state.status === 'needs_attention') return state.resumeTo;
  return isFinal(state.status) ? 'verifying' : state.status;
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

function recallState(recalls: readonly Recall[], id: FulfillmentOrderId): Recall['state'] {
  return recalls.find((recall) => recall.fulfillmentOrderId === id)?.state ?? 'wanted';
}

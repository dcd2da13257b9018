import type { Actor, Channel } from '../actor.ts';
import type {
  CancellationId,
  FulfillmentHoldId,
  FulfillmentOrderId,
  OrderId,
  RefundId,
} from '../ids.ts';
import type { Money } from '../money.ts';
import type { RefundShare } from '../refund/plan.ts';
import type { EpochMs } from '../time.ts';
import type {
  Attention,
  Effect,
  Ending,
  MailTemplate,
  RecordedEvent,
  TurnBackReason,
} from './events.ts';
import type { CancellationPlan } from './plan.ts';

/** Statuses in which something is still to be done or decided. */
export const LIVE_STATUSES = [
  'requested',
  'holding',
  'in_review',
  'recalling',
  'cancelling',
  'refunding',
  'verifying',
  'releasing',
  'needs_attention',
] as const;
export const FINAL_STATUSES = [
  'completed',
  'declined',
  'withdrawn',
  'expired',
  'superseded',
] as const;
export type LiveStatus = (typeof LIVE_STATUSES)[number];
export type FinalStatus = (typeof FINAL_STATUSES)[number];
export type CancellationStatus = LiveStatus | FinalStatus;

/** The fold of a cancellation's events. */
export interface Cancellation {
  readonly id: CancellationId;
  readonly orderId: OrderId;
  /** Number of the last event; appending expects it. */
  readonly seq: number;
  readonly status: CancellationStatus;
  /** When the status was entered. */
  readonly since: EpochMs;
  readonly request: {
    readonly actor: Actor;
    readonly channel: Channel;
    readonly handling: 'automatic' | 'review';
    readonly reasonId: string | null;
    readonly at: EpochMs;
    readonly reviewDeadline: EpochMs | null;
  };
  readonly policyVersion: number;
  readonly plan: CancellationPlan;
  readonly approved: boolean;
  readonly holds: readonly Hold[];
  readonly recalls: readonly Recall[];
  readonly cancel: { readonly jobResultId: string | null } | null;
  /** When the platform was last asked to cancel: an answer that got lost may still be carried out. */
  readonly cancelAskedAt: EpochMs | null;
  readonly cancelledAt: EpochMs | null;
  /** The refund to be sent next, after the cancel or after a failed one; rounds are counted for its key. */
  readonly refundDue: {
    readonly method: 'original' | 'store_credit';
    readonly amount: Money;
    readonly shares: readonly RefundShare[];
  } | null;
  readonly refundRound: number;
  readonly refundIds: readonly RefundId[];
  readonly money: {
    readonly outcome: 'settled' | 'on_its_way';
    readonly arrived: Money;
    readonly onItsWay: Money;
  } | null;
  readonly settledByHand: boolean;
  readonly acceptAnyAmount: boolean;
  readonly told: MailTemplate | 'skipped' | null;
  readonly intent: Intent | null;
  /** Failed attempts of the present step in a row. */
  readonly attempts: number;
  /** Do not act before this instant. */
  readonly notBefore: EpochMs | null;
  readonly attention: Attention | null;
  /** Where `needs_attention` leads back to. */
  readonly resumeTo: LiveStatus | null;
  readonly turnedBack: { readonly ending: Ending; readonly why: TurnBackReason } | null;
  readonly ownHoldsChecked: boolean;
}

interface Hold {
  readonly fulfillmentOrderId: FulfillmentOrderId;
  readonly state: 'wanted' | 'placed' | 'skipped' | 'released';
  readonly holdId: FulfillmentHoldId | null;
}

interface Recall {
  readonly fulfillmentOrderId: FulfillmentOrderId;
  readonly state: 'wanted' | 'submitted' | 'accepted';
}

/** An action that was announced and has no recorded outcome: it may have happened, so read back first. */
export interface Intent {
  readonly effect: Effect;
  readonly key: string;
}

export const isFinal = (status: CancellationStatus): status is FinalStatus =>
  (FINAL_STATUSES as readonly string[]).includes(status);

/** Before the platform has confirmed the cancel, everything can still go back. */
export const isBeforePivot = (state: Cancellation): boolean => state.cancelledAt === null;

/** The state after an event. Pure and total: it accepts every event in every state that `decide` allows. */
export function evolve(
  state: Cancellation | null,
  event: RecordedEvent,
  id: CancellationId,
): Cancellation {
  if (event.type === 'requested') return opened(event, id);
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
  return {
    id,
    orderId: event.orderId,
    seq: event.seq,
    status: 'requested',
    since: event.at,
    request: {
      actor: event.actor,
      channel: event.channel,
      handling: event.handling,
      reasonId: event.reasonId,
      at: event.at,
      reviewDeadline: event.reviewDeadline,
    },
    policyVersion: event.policyVersion,
    plan: event.plan,
    approved: event.handling === 'automatic',
    holds: [],
    recalls: [],
    cancel: null,
    cancelAskedAt: null,
    cancelledAt: null,
    refundDue: null,
    refundRound: 0,
    refundIds: [],
    money: null,
    settledByHand: false,
    acceptAnyAmount: false,
    told: null,
    intent: null,
    attempts: 0,
    notBefore: null,
    attention: null,
    resumeTo: null,
    turnedBack: null,
    ownHoldsChecked: false,
  };
}

/** Something moved: failures in a row are counted anew. */
const moved = { intent: null, attempts: 0, notBefore: null } as const;

function applied(state: Cancellation, event: RecordedEvent): Cancellation {
  switch (event.type) {
    case 'requested':
      return state;
    case 'fulfilment_inspected':
      return {
        ...state,
        ...moved,
        status: 'holding',
        holds: withWanted(state.holds, event.toHold),
      };
    case 'effect_intended':
      return {
        ...state,
        intent: { effect: event.effect, key: event.key },
        cancelAskedAt: event.effect.kind === 'cancel' ? event.at : state.cancelAskedAt,
      };
    case 'attempt_failed':
      return { ...state, attempts: state.attempts + 1, notBefore: event.retryAt };
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
        acceptAnyAmount: false,
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
      return { ...state, ...moved, recalls, status: all ? 'holding' : state.status };
    }
    case 'cancel_accepted':
      return {
        ...state,
        ...moved,
        status: 'cancelling',
        cancel: { jobResultId: event.jobResultId },
        cancelAskedAt: event.at,
      };
    case 'cancel_confirmed': {
      const { refund } = state.plan;
      const refundDue =
        refund.execution === 'after_cancel'
          ? { method: refund.method, amount: refund.amount, shares: refund.shares }
          : null;
      return {
        ...state,
        ...moved,
        cancelledAt: event.cancelledAt,
        turnedBack: null,
        refundDue,
        status: refundDue ? 'refunding' : 'verifying',
      };
    }
    case 'refund_accepted':
      return {
        ...state,
        ...moved,
        status: 'verifying',
        refundDue: null,
        refundRound: state.refundRound + 1,
        refundIds: [...state.refundIds, event.refundId],
      };
    case 'money_observed':
      return {
        ...state,
        ...moved,
        money: { outcome: event.outcome, arrived: event.arrived, onItsWay: event.onItsWay },
      };
    case 'told':
      return { ...state, ...moved, told: event.template };
    case 'attention_raised':
      return {
        ...state,
        status: 'needs_attention',
        attention: event.attention,
        resumeTo:
          state.status === 'needs_attention' ? state.resumeTo : (state.status as LiveStatus),
        notBefore: null,
        attempts: 0,
        // What the platform refused certainly did not happen; what went unanswered stays in doubt.
        intent: event.attention.what === 'platform_refused' ? null : state.intent,
      };
    case 'resumed':
      return resumed(state, event.choice);
    case 'turned_back':
      return {
        ...state,
        ...moved,
        attention: null,
        resumeTo: null,
        status: 'releasing',
        turnedBack: { ending: event.ending, why: event.why },
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
      return { ...state, ...moved, status: 'completed' };
    case 'ended':
      return { ...state, ...moved, status: event.ending };
  }
}

function resumed(
  state: Cancellation,
  choice: Extract<RecordedEvent, { type: 'resumed' }>['choice'],
): Cancellation {
  const back: Cancellation = {
    ...state,
    status: state.resumeTo ?? 'requested',
    attention: null,
    resumeTo: null,
    attempts: 0,
    notBefore: null,
  };
  switch (choice) {
    case 'retry':
      return state.attention?.what === 'refund_failed'
        ? {
            ...back,
            status: 'refunding',
            money: null,
            refundRound: state.refundRound + 1,
            refundDue: {
              method: state.plan.refund.method,
              amount: state.attention.amount,
              shares: state.attention.missing,
            },
          }
        : back;
    case 'accept_amount':
      return { ...back, acceptAnyAmount: true };
    case 'settled_by_hand':
      return {
        ...back,
        intent: null,
        status: 'verifying',
        refundDue: null,
        settledByHand: true,
        money: state.money ?? {
          outcome: 'settled',
          arrived: { ...state.plan.refund.amount, minor: 0 },
          onItsWay: { ...state.plan.refund.amount, minor: 0 },
        },
      };
    case 'skip_mail':
      return { ...back, intent: null, told: 'skipped' };
    case 'turn_back':
      return back;
  }
}

function withWanted(holds: readonly Hold[], toHold: readonly FulfillmentOrderId[]): Hold[] {
  const known = new Set(holds.map((hold) => hold.fulfillmentOrderId));
  const added = toHold
    .filter((id) => !known.has(id))
    .map((fulfillmentOrderId): Hold => ({ fulfillmentOrderId, state: 'wanted', holdId: null }));
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

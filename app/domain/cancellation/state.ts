import type { Actor, Channel } from '../actor.ts';
import type {
  CancellationId,
  FulfillmentHoldId,
  FulfillmentOrderId,
  GiftCardId,
  OrderId,
  RefundId,
} from '../ids.ts';
import { type Money, isPositive, zero } from '../money.ts';
import type { RefundPlan } from '../refund/refund-plan.ts';
import type { EpochMs } from '../time.ts';
import type {
  Attention,
  Effect,
  Ending,
  MailTemplate,
  MoneyBack,
  RecordedEvent,
  RequestMail,
  TurnBackReason,
} from './events.ts';
import { mailName } from './mail-name.ts';
import type { CancellationPlan } from './plan.ts';
import { resumed } from './resumed.ts';

/** Statuses in which something is still to be done or decided. */
export const LIVE_STATUSES = [
  'requested',
  'holding',
  'awaiting_payment',
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
    readonly workUnderWay: boolean;
    /** Owed while a person decides. */
    readonly mails: readonly RequestMail[];
  };
  readonly policyVersion: number;
  readonly plan: CancellationPlan;
  readonly approved: boolean;
  readonly holds: readonly Hold[];
  readonly recalls: readonly Recall[];
  readonly cancel: { readonly jobResultId: string | null } | null;
  /** When the platform was last asked to cancel: an answer that got lost may still be carried out. */
  readonly cancelAskedAt: EpochMs | null;
  /** The pivot: when the order was cancelled, or the lines were taken off it. */
  readonly cancelledAt: EpochMs | null;
  /** The refund to be sent next, after the pivot or after a failed one; rounds are counted for its key. */
  readonly refundDue: MoneyBack | null;
  readonly refundRound: number;
  readonly refundIds: readonly RefundId[];
  /** Given as store credit because the gateway would not take it back; no longer among the plan's shares. */
  readonly creditInstead: Money;
  /** Payments after the cancel that a person has dealt with, or that were given back. */
  readonly latePaymentsSettled: Money;
  readonly giftCardsDeactivated: readonly GiftCardId[];
  readonly stockCorrected: boolean;
  readonly bonusGiven: boolean;
  readonly money: {
    readonly outcome: 'settled' | 'on_its_way';
    readonly arrived: Money;
    readonly onItsWay: Money;
  } | null;
  readonly settledByHand: boolean;
  readonly acceptAnyAmount: boolean;
  /** A person chose to go on and give nothing back. */
  readonly withoutRefund: boolean;
  /** Mails that were sent or given up, by `mailName`. */
  readonly told: readonly string[];
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

export const wasTold = (state: Cancellation, template: MailTemplate): boolean =>
  state.told.includes(mailName(template, state.refundRound));

/** Whether it takes a part of the order and leaves the rest to be sent. */
export const isPartial = (state: Cancellation): boolean =>
  state.plan.refund.selection.kind === 'lines';

export const isFinal = (status: CancellationStatus): status is FinalStatus =>
  (FINAL_STATUSES as readonly string[]).includes(status);

/** Whether it ended with the whole order cancelled, by the app or, on record, by others. */
export const hasCancelledOrder = (state: Cancellation): boolean =>
  state.status === 'completed' && !isPartial(state);

/** Before the platform has confirmed the cancel, everything can still go back. */
export const isBeforePivot = (state: Cancellation): boolean => state.cancelledAt === null;

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
  const asked = { actor, channel, handling, reasonId, reviewDeadline, workUnderWay };
  return {
    ...untouched(event.plan.refund.amount.currencyCode),
    id,
    orderId: event.orderId,
    seq: event.seq,
    status: 'requested',
    since: event.at,
    request: { ...asked, mails: event.mails ?? [], at: event.at },
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
    refundRound: 0,
    refundIds: [],
    creditInstead: zero(currencyCode),
    latePaymentsSettled: zero(currencyCode),
    giftCardsDeactivated: [],
    stockCorrected: false,
    bonusGiven: false,
    money: null,
    settledByHand: false,
    acceptAnyAmount: false,
    withoutRefund: false,
    told: [],
    intent: null,
    attempts: 0,
    notBefore: null,
    attention: null,
    resumeTo: null,
    turnedBack: null,
    ownHoldsChecked: false,
  } as const;
}

/** Something moved: failures in a row are counted anew. */
const moved = { intent: null, attempts: 0, notBefore: null } as const;

function applied(state: Cancellation, event: RecordedEvent): Cancellation {
  switch (event.type) {
    case 'requested':
    case 'recorded_outside':
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
    case 'mail_given_up':
      return {
        ...state,
        ...moved,
        told: [...state.told, mailName(event.template, state.refundRound)],
      };
    case 'attention_raised':
      return {
        ...state,
        status: 'needs_attention',
        attention: event.attention,
        resumeTo: whereToResume(state),
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
    cancelledAt,
    turnedBack: null,
    refundDue,
    status: refundDue ? 'refunding' : 'verifying',
  };
}

/** What the pivot itself has not given back; null when it gave everything, or nothing is due. */
function refundAfterPivot(refund: RefundPlan): MoneyBack | null {
  const { execution, method, amount, shares } = refund;
  return (execution === 'after_cancel' || execution === 'edit_lines') && isPositive(amount)
    ? { method, amount, shares }
    : null;
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

import type { Actor, Channel } from '../actor.ts';
import type {
  CancellationId,
  FulfillmentHoldId,
  FulfillmentOrderId,
  OrderId,
  RefundId,
} from '../ids.ts';
import type { Money } from '../money.ts';
import type { ReviewReason } from '../policy/evaluation/evaluation.ts';
import type { RefundShare } from '../refund/plan/refund-plan.ts';
import type { Intent, Underway } from '../saga/underway.ts';
import type { EpochMs } from '../time.ts';
import type {
  Attention,
  Effect,
  Ending,
  MoneyBack,
  RequestMail,
  TurnBackReason,
} from './events.ts';
import type { CancellationPlan } from './plan.ts';

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
export interface Cancellation extends Underway<Effect> {
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
    /** Why a person has to decide, as the policy said it at that time; empty where that was not noted. */
    readonly reviewReasons: readonly ReviewReason[];
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
  /** The refund that was sent last: one that comes back goes the same way again. */
  readonly refundSent: MoneyBack | null;
  readonly refundRound: number;
  readonly refundIds: readonly RefundId[];
  /** When a refund was first asked for: what others give back from then on may stand for it. */
  readonly refundAskedAt: EpochMs | null;
  /** Given as store credit because the gateway would not take it back; no longer among the plan's shares. */
  readonly creditInstead: Money;
  /** Of which payments it was. */
  readonly creditInsteadOf: readonly RefundShare[];
  /** Payments after the cancel that a person has dealt with, or that were given back. */
  readonly latePaymentsSettled: Money;
  readonly money: {
    readonly outcome: 'settled' | 'on_its_way';
    readonly arrived: Money;
    readonly onItsWay: Money;
  } | null;
  /** It was seen before something else had to wait: it is looked at once more before the end. */
  readonly moneyIsStale: boolean;
  /** A person settled some of the money another way: which of it, payment by payment and in credit. */
  readonly settledByHand: boolean;
  readonly settledShares: readonly RefundShare[];
  readonly settledCredit: Money;
  /** Authorizations that a person saw released. */
  readonly releasesSettled: boolean;
  /** Money that came by hand was handed back. */
  readonly handedOver: boolean;
  /** The amount that a person accepted in place of the one confirmed; another one is asked about again. */
  readonly acceptedAmount: Money | null;
  /** A person accepted that a gift card sold with it has been used. */
  readonly usedGiftCardAccepted: boolean;
  /** A person chose to go on and give nothing back. */
  readonly withoutRefund: boolean;
  readonly attention: Attention | null;
  /** Where `needs_attention` leads back to. */
  readonly resumeTo: LiveStatus | null;
  /** A person was asked for something: what came while they were is looked for before the end. */
  readonly wasAsked: boolean;
  readonly turnedBack: {
    readonly ending: Ending;
    readonly why: TurnBackReason;
  } | null;
  /** What was asked for of a part and never answered when it was turned back: it may have happened. */
  readonly partInDoubt: Intent<Effect> | null;
  readonly ownHoldsChecked: boolean;
}

export interface Hold {
  readonly fulfillmentOrderId: FulfillmentOrderId;
  readonly state: 'wanted' | 'placed' | 'skipped' | 'released';
  readonly holdId: FulfillmentHoldId | null;
}

export interface Recall {
  readonly fulfillmentOrderId: FulfillmentOrderId;
  readonly state: 'wanted' | 'submitted' | 'accepted';
}

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

/** It ended without anybody having seen whether the platform did what it was asked for. */
export const isOutcomeUnknown = ({ status, turnedBack }: Cancellation): boolean =>
  status === 'superseded' && turnedBack?.why.code === 'outcome_unknown';

/**
 * Turned back while nobody had seen what became of the cancel, or of the part, that the platform was asked for: it may
 * have happened, so nobody is told that the order goes on. What was to be cancelled and was sent was not cancelled.
 */
export const mayHaveActed = (state: Cancellation): boolean =>
  state.turnedBack !== null &&
  !state.ownHoldsChecked &&
  (state.partInDoubt !== null ||
    (state.cancelAskedAt !== null && state.turnedBack.why.code !== 'already_shipped'));

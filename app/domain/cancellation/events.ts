import type { Actor, Channel } from '../actor.ts';
import type { FulfillmentHoldId, FulfillmentOrderId, GiftCardId, OrderId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { ReviewReason } from '../policy/evaluation/evaluation.ts';
import type { RefundMethod, RefundPlan, RefundShare } from '../refund/plan/refund-plan.ts';
import type { Recorded } from '../saga/machine.ts';
import type { Problem } from '../saga/problem.ts';
import type { UnderwayEvent } from '../saga/underway.ts';
import type { EpochMs } from '../time.ts';
import type { CancellationPlan } from './plan.ts';

/**
 * Everything that can happen to a cancellation. The events are its only truth: its state is their fold, and
 * the audit log, the customer's timeline and crash recovery read the same rows. No personal data in here:
 * comments and notes are kept apart, where they can be erased.
 */
export type CancellationEvent =
  | {
      readonly type: 'requested';
      readonly orderId: OrderId;
      readonly actor: Actor;
      readonly channel: Channel;
      readonly handling: 'automatic' | 'review';
      /** The policy's reason id as the customer chose it; null for staff, who choose Shopify's own. */
      readonly reasonId: string | null;
      readonly policyVersion: number;
      readonly plan: CancellationPlan;
      readonly reviewDeadline: EpochMs | null;
      /** Somebody was picking or packing already, and the request was granted all the same. */
      readonly workUnderWay: boolean;
      /** What is written about it while a person decides. */
      readonly mails: readonly RequestMail[];
      /** Why a person has to decide; empty where nobody has to. */
      readonly reviewReasons: readonly ReviewReason[];
    }
  /** Cancelled in the admin or by another app: kept for the record, nothing is left to do. */
  | {
      readonly type: 'recorded_outside';
      readonly orderId: OrderId;
      readonly policyVersion: number;
      readonly cancelledAt: EpochMs;
      /** As far as the platform shows it: everything cancelled, and so much given back. */
      readonly plan: CancellationPlan;
    }
  /** Which fulfillment orders have to be held. */
  | { readonly type: 'fulfillment_inspected'; readonly toHold: readonly FulfillmentOrderId[] }
  | UnderwayEvent<Effect>
  /** Read again after the holds: still possible, with this refund, once these services have agreed. */
  | {
      readonly type: 'readiness_confirmed';
      readonly toRecall: readonly FulfillmentOrderId[];
      readonly refund: RefundPlan;
    }
  | { readonly type: 'approved'; readonly actor: Actor; readonly plan: CancellationPlan }
  | { readonly type: 'recall_accepted'; readonly fulfillmentOrderId: FulfillmentOrderId }
  /** A bank has not answered a payment yet: the platform cancels only once it has. */
  | { readonly type: 'payment_awaited'; readonly pending: Money }
  /** The pivot: the order is cancelled, from here the way leads only forward. */
  | { readonly type: 'cancel_confirmed'; readonly cancelledAt: EpochMs }
  | {
      readonly type: 'money_observed';
      readonly outcome: 'settled' | 'on_its_way';
      readonly arrived: Money;
      readonly onItsWay: Money;
    }
  | { readonly type: 'attention_raised'; readonly attention: Attention }
  /** What a person was asked for has settled itself: others did it, or the facts changed. */
  | { readonly type: 'attention_settled'; readonly what: Attention['what'] }
  /** Others gave back a part of what is due; null when nothing is due any more. */
  | { readonly type: 'refund_recounted'; readonly due: MoneyBack | null }
  | { readonly type: 'resumed'; readonly actor: Actor; readonly choice: AttentionChoice }
  /** The way back before the pivot: release our own holds, tell the customer, end. */
  | {
      readonly type: 'turned_back';
      readonly ending: Ending;
      readonly why: TurnBackReason;
      readonly actor: Actor;
    }
  /** The app's own holds as the platform shows them, whatever was recorded of them. */
  | {
      readonly type: 'own_holds_found';
      readonly holds: readonly {
        readonly fulfillmentOrderId: FulfillmentOrderId;
        readonly holdId: FulfillmentHoldId;
      }[];
    }
  | { readonly type: 'completed' }
  | { readonly type: 'ended'; readonly ending: Ending }
  | EffectRecord;

export type RecordedEvent = Recorded<CancellationEvent>;

/**
 * By the name of each effect: what it takes along, what its success brings, and the events that it records by their
 * type. The file of an effect in `effects` adds its own line. All but `brings` is stored.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled where the effects are defined
export interface EffectShapes {}

export type EffectName = keyof EffectShapes;

export type EffectOf<Name extends EffectName> = {
  [N in Name]: { readonly kind: N } & EffectShapes[N]['takes'];
}[Name];

/** One action outside the app. Holds all it needs, so that what was intended is exactly what is done. */
export type Effect = EffectOf<EffectName>;

export type OutcomeOf<Name extends EffectName> = {
  [N in Name]: { readonly kind: N } & EffectShapes[N]['brings'];
}[Name];

/** What a successful effect brought. */
export type EffectOutcome = OutcomeOf<EffectName>;

/** What is recorded of an effect that was done, or is not to be done any more. */
export type EffectRecord = {
  [N in EffectName]: {
    [Type in keyof EffectShapes[N]['records']]: {
      readonly type: Type;
    } & EffectShapes[N]['records'][Type];
  }[keyof EffectShapes[N]['records']];
}[EffectName];

/** An amount on its way back, from the payments in `shares`. */
export interface MoneyBack {
  readonly method: RefundMethod;
  readonly amount: Money;
  readonly shares: readonly RefundShare[];
}

export type MailTemplate =
  | 'received'
  | 'cancelled'
  | 'declined'
  | 'refund_failed'
  /** To the shop: a request waits for a person. */
  | 'request_waiting'
  /** To the shop: it ends soon without an answer. */
  | 'deadline_near';

/** Mails that a request owes while it waits for a person. */
export const REQUEST_MAILS = ['received', 'request_waiting', 'deadline_near'] as const;
export type RequestMail = (typeof REQUEST_MAILS)[number];

export type Ending = 'declined' | 'withdrawn' | 'expired' | 'superseded';

export type TurnBackReason =
  | { readonly code: 'staff_declined'; readonly nextStep: NextStepForCustomer }
  | { readonly code: 'customer_withdrew' }
  | { readonly code: 'not_answered' }
  | { readonly code: 'already_shipped' }
  | { readonly code: 'fulfillment_started' }
  | { readonly code: 'warehouse_refused' }
  | { readonly code: 'cancelled_elsewhere' }
  /** The platform shows the order no more: it was deleted, or is too old for the app. */
  | { readonly code: 'order_gone' }
  /** A person ended it without knowing whether the platform had cancelled. */
  | { readonly code: 'outcome_unknown' }
  | { readonly code: 'not_possible'; readonly refusal: string };

/** What a customer whose request was declined can do instead. */
export const NEXT_STEPS_FOR_CUSTOMER = ['return_it', 'contact_shop', 'wait_for_delivery'] as const;
export type NextStepForCustomer = (typeof NEXT_STEPS_FOR_CUSTOMER)[number];

/** What a person has to decide, with the facts for it and the ways on that are offered. */
export type Attention = (
  | { readonly what: 'amount_changed'; readonly planned: Money; readonly refundable: Money }
  | { readonly what: 'platform_refused'; readonly step: EffectName; readonly problem: Problem }
  | { readonly what: 'platform_unreachable'; readonly step: string; readonly problem: Problem }
  | { readonly what: 'warehouse_silent' }
  | { readonly what: 'payment_silent'; readonly amount: Money }
  | { readonly what: 'dispute_open' }
  /**
   * The platform's own sums differ from the plan's: `where` says in which part, as a `BreakdownPart`, and in events of
   * before as an English phrase.
   */
  | {
      readonly what: 'platform_disagrees';
      readonly where: string;
      readonly ours: Money;
      readonly theirs: Money;
    }
  | { readonly what: 'gift_card_redeemed'; readonly giftCardId: GiftCardId }
  /** Money is here for an order that is cancelled. */
  | {
      readonly what: 'late_payment';
      readonly amount: Money;
      readonly shares: readonly RefundShare[];
      /** It did not come late: a refund of before the cancellation did not reach the customer. */
      readonly returned?: boolean;
    }
  | {
      readonly what: 'refund_failed';
      readonly missing: readonly RefundShare[];
      readonly amount: Money;
      /** A dispute is open: a refund now could pay twice. */
      readonly disputed?: boolean;
    }
  /** `shares`: what is on its way, by payment; null where it was not noted. */
  | {
      readonly what: 'refund_unconfirmed';
      readonly amount: Money;
      readonly shares: readonly RefundShare[] | null;
    }
  | { readonly what: 'release_unconfirmed'; readonly amount: Money }
  | {
      readonly what: 'pay_back_by_hand';
      readonly shares: readonly RefundShare[];
      readonly amount: Money;
    }
  | { readonly what: 'mail_failed'; readonly problem: Problem }
  /** The platform shows the order no more, and nobody can say whether this amount went back. */
  | { readonly what: 'order_gone'; readonly amount: Money }
) & { readonly choices: readonly AttentionChoice[] };

export type AttentionChoice =
  /** Try the same step again. */
  | 'retry'
  /** Stop, release the holds, tell the customer no. Only before the pivot. */
  | 'turn_back'
  /** Go on with what can be refunded now. */
  | 'accept_amount'
  /** A person gave the money back or settled it another way. */
  | 'settled_by_hand'
  /** Give as store credit what the gateway would not take back. */
  | 'refund_as_store_credit'
  /** Give back a payment that came after the cancel. */
  | 'refund_late_payment'
  /** Go on and give nothing back. */
  | 'go_on_without_refund'
  /** Go on without the mail. */
  | 'skip_mail'
  /** Go on without the step that the platform does not do. */
  | 'skip_step';

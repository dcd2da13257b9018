import type { CancellationId, LineItemId } from './ids.ts';
import type { Money } from './money.ts';
import type { Exclusion, Wording } from './policy/document/policy.ts';
import type { EpochMs } from './time.ts';
import type { WrittenAmountFault } from './text/written-amount.ts';

/** A part of a refund's breakdown; with a colon, the item's title or the payment method's name that it is of. */
export type BreakdownPart =
  | 'shipping'
  | 'shipping_tax'
  | 'duties'
  | 'maximum'
  | `${'goods' | 'goods_tax' | 'payment'}:${string}`;

/** Why something asked for is not done: a value with its facts. Presentation has the words. */
export type Refusal =
  | { readonly code: 'policy_disabled' }
  | {
      readonly code: 'window_closed';
      readonly closedAt: EpochMs;
      /** The shop's own, by which it was closed. */
      readonly timeZone: string;
    }
  | { readonly code: 'fulfillment_started' }
  | { readonly code: 'already_fulfilled' }
  | { readonly code: 'partly_fulfilled' }
  /** Nothing was handed over yet: its label can be voided. */
  | { readonly code: 'label_bought' }
  | { readonly code: 'already_cancelled' }
  | { readonly code: 'active_return' }
  | { readonly code: 'payment_pending' }
  | { readonly code: 'company_purchase' }
  /** A buyer without a role at the company location that bought. */
  | { readonly code: 'not_a_company_buyer' }
  | { readonly code: 'no_rule_for_buyer' }
  | { readonly code: 'no_rule_for_country'; readonly countryCode: string | null }
  | { readonly code: 'only_whole_order' }
  | { readonly code: 'only_whole_lines'; readonly lineItemId: LineItemId }
  /** `shopperText`: the merchant's own words, in the shopper's language, when they wrote any. */
  | {
      readonly code: 'excluded';
      readonly exclusion: Exclusion['kind'];
      readonly matched: string | null;
      readonly wording: Wording | null;
      readonly lineItemId: LineItemId | null;
    }
  | { readonly code: 'limit_reached'; readonly cancellations: number; readonly days: number }
  | { readonly code: 'units_already_sent'; readonly lineItemId: LineItemId; readonly sent: number }
  | { readonly code: 'work_at_fulfillment_service'; readonly lineItemId: LineItemId }
  | { readonly code: 'bundle_cancels_together'; readonly groupTitle: string }
  | { readonly code: 'free_item_left'; readonly lineItemIds: readonly LineItemId[] }
  | { readonly code: 'gift_card_redeemed'; readonly lineItemId: LineItemId }
  | { readonly code: 'dispute_open' }
  | { readonly code: 'not_editable' }
  | { readonly code: 'point_of_sale' }
  | { readonly code: 'ready_for_pickup' }
  | { readonly code: 'older_than_orders_shown' }
  | { readonly code: 'nothing_selected' }
  | { readonly code: 'selection_malformed' }
  | {
      readonly code: 'too_many_units';
      readonly lineItemId: LineItemId;
      readonly available: number;
    }
  /** A part goes in one call, which holds so many items. */
  | { readonly code: 'too_many_lines'; readonly limit: number }
  /** The platform reckons otherwise: nothing is sent until a person has looked. */
  | {
      readonly code: 'platform_disagrees';
      readonly where: BreakdownPart;
      readonly ours: Money;
      readonly theirs: Money;
    }
  | { readonly code: 'method_not_offered' }
  | { readonly code: 'comment_needed' }
  /** Declining needs words for the customer. */
  | { readonly code: 'note_needed' }
  /** Paying back by hand needs a note of how and when. */
  | { readonly code: 'proof_needed' }
  | { readonly code: 'staff_may_not_cancel' }
  | { readonly code: 'staff_may_not_override' }
  | { readonly code: 'staff_may_not_change_policy' }
  | { readonly code: 'staff_refund_limit'; readonly limit: Money }
  /** The limit names neither the order's currency nor one that it can be compared in. */
  | { readonly code: 'staff_refund_limit_unnamed'; readonly currencyCode: string }
  | { readonly code: 'staff_may_not_refund' }
  | { readonly code: 'staff_may_not_edit_orders' }
  | { readonly code: 'staff_may_not_see_customer_data' }
  /** Of a workflow, which may what the policy lets members of staff do. */
  | { readonly code: 'flow_beyond_staff' }
  /** Nothing of the order is still to be sent. */
  | { readonly code: 'nothing_to_hold' }
  | { readonly code: 'staff_may_not_see_health' }
  | { readonly code: 'data_request_not_found' }
  | { readonly code: 'order_not_found' }
  | { readonly code: 'already_open'; readonly cancellationId: CancellationId }
  /** Staff said no to the same before. */
  | { readonly code: 'already_declined' }
  /** A bulk that runs has this order still before it. */
  | { readonly code: 'in_other_bulk'; readonly number: number }
  | { readonly code: 'too_many_orders'; readonly limit: number }
  | { readonly code: 'bulk_not_found' }
  | { readonly code: 'bulk_not_reviewed' }
  /** What a staff member's bulks may give back a day is used up. */
  | { readonly code: 'bulk_day_limit'; readonly limit: Money }
  /** Another view of the list has this name. */
  | { readonly code: 'view_name_taken' }
  | { readonly code: 'too_many_views'; readonly limit: number }
  | { readonly code: 'view_not_found' }
  | { readonly code: 'unknown_reason' }
  | { readonly code: 'text_too_long'; readonly field: TextField; readonly limit: number }
  /** `written` when a person typed it: what is wrong, and what would be right. */
  | { readonly code: 'amount_malformed'; readonly written?: WrittenAmountFault }
  | { readonly code: 'amount_not_positive' }
  | { readonly code: 'amount_above_maximum'; readonly maximum: Money }
  | { readonly code: 'store_credit_needs_customer' }
  | { readonly code: 'amount_changed'; readonly shown: Money; readonly now: Money }
  | { readonly code: 'not_found' }
  | { readonly code: 'not_waiting_for_review' }
  /** Somebody was faster; `by` is the colleague's name, null where it was not one or they have no name here. */
  | { readonly code: 'already_answered'; readonly answered: Answered; readonly by: string | null }
  /** To be assigned to somebody who has never opened the app. */
  | { readonly code: 'staff_unknown' }
  /** Somebody else saved settings meanwhile. */
  | { readonly code: 'settings_changed' }
  | { readonly code: 'notification_malformed'; readonly field: string }
  /** A mail's own words: what is wrong with them and where, lines and columns from 1. */
  | {
      readonly code: 'template_faulty';
      readonly where: 'subject' | 'body';
      readonly fault: 'syntax' | 'unknown_variable' | 'empty' | 'too_much';
      readonly what: string;
      readonly line: number | null;
      readonly column: number | null;
    }
  | { readonly code: 'no_mail_server' }
  | { readonly code: 'test_mail_failed' }
  | { readonly code: 'too_late_to_stop' }
  | { readonly code: 'choice_not_offered' }
  | { readonly code: 'too_many_requests'; readonly until: EpochMs }
  /** Others acted on the order before the answer was given: it has no object any more. */
  | { readonly code: 'overtaken' }
  | { readonly code: 'platform_unavailable' }
  /** The platform answered, and what it said of this order cannot be read. */
  | { readonly code: 'order_unreadable' };

/** How a request was answered, or ended without an answer. */
export type Answered = 'approved' | 'declined' | 'withdrawn' | 'expired' | 'superseded';

/** A text that a person typed. */
export type TextField = 'comment' | 'note_to_customer' | 'internal_note' | 'proof';

/** A refusal of one kind. */
export type RefusalOf<Code extends RefusalCode> = Extract<Refusal, { readonly code: Code }>;

export type RefusalCode = Refusal['code'];

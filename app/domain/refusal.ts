import type { CancellationId, LineItemId } from './ids.ts';
import { type Money, formatMoney } from './money.ts';
import type { Exclusion, Wording } from './policy/document/policy.ts';
import { unreachable } from './result.ts';
import type { EpochMs } from './time.ts';
import { type WrittenAmountFault, amountFaultWords } from './text/written-amount.ts';

/** Why something asked for is not done. A value with its facts; `explain` gives the words. */
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
      readonly where: string;
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
  | { readonly code: 'data_request_not_found' }
  | { readonly code: 'order_not_found' }
  | { readonly code: 'already_open'; readonly cancellationId: CancellationId }
  /** Staff said no to the same before. */
  | { readonly code: 'already_declined' }
  | { readonly code: 'unknown_reason' }
  | { readonly code: 'text_too_long'; readonly field: string; readonly limit: number }
  /** `written` when a person typed it: what is wrong, and what would be right. */
  | { readonly code: 'amount_malformed'; readonly written?: WrittenAmountFault }
  | { readonly code: 'amount_not_positive' }
  | { readonly code: 'amount_above_maximum'; readonly maximum: Money }
  | { readonly code: 'store_credit_needs_customer' }
  | { readonly code: 'amount_changed'; readonly shown: Money; readonly now: Money }
  | { readonly code: 'not_found' }
  | { readonly code: 'not_waiting_for_review' }
  | { readonly code: 'too_late_to_stop' }
  | { readonly code: 'choice_not_offered' }
  | { readonly code: 'too_many_requests'; readonly until: EpochMs }
  /** Others acted on the order before the answer was given: it has no object any more. */
  | { readonly code: 'overtaken' }
  | { readonly code: 'platform_unavailable' }
  /** The platform answered, and what it said of this order cannot be read. */
  | { readonly code: 'order_unreadable' };

/** A refusal of one kind. */
export type RefusalOf<Code extends RefusalCode> = Extract<Refusal, { readonly code: Code }>;

export type RefusalCode = Refusal['code'];

/** What happened and what to do next, for the customer and for the shop's staff. Plain text, English. */
export interface Explanation {
  readonly shopper: string;
  readonly staff: string;
}

/** "Nov 22, 2026, 3:05 PM". */
const inZone = (at: EpochMs, timeZone: string): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);

/** The two texts of a refusal. Shopper pages translate by code and fall back to these words. */
export function explain(refusal: Refusal): Explanation {
  switch (refusal.code) {
    case 'policy_disabled':
      return {
        shopper: 'Orders cannot be cancelled online at the moment. Please contact us.',
        staff: 'Cancelling by customers is switched off under Policy.',
      };
    case 'window_closed':
      return {
        shopper: 'This order can no longer be cancelled online. Please contact us.',
        staff: `The cancellation window closed on ${inZone(refusal.closedAt, refusal.timeZone)} (shop time). You can still cancel the order.`,
      };
    case 'fulfillment_started':
      return {
        shopper:
          'Your order is already being prepared and can no longer be cancelled here. You may be able to return it once it arrives. See our return policy, or contact us.',
        staff:
          'Fulfillment has started. Mark the items as unfulfilled first, or wait and create a return.',
      };
    case 'already_fulfilled':
      return {
        shopper:
          'Your order has already been sent. You may be able to return it once it arrives. See our return policy, or contact us.',
        staff: 'Everything has been fulfilled. Shopify does not cancel sent orders: use a return.',
      };
    case 'partly_fulfilled':
      return {
        shopper:
          'Part of your order has already been sent, so it cannot be cancelled here. Please contact us.',
        staff:
          'Part of the order has been fulfilled. Shopify cancels only orders of which nothing was sent: refund the rest from the order, or use a return.',
      };
    case 'already_cancelled':
      return {
        shopper: 'This order is already cancelled.',
        staff: 'The order is already cancelled.',
      };
    case 'active_return':
      return {
        shopper: 'A return is open for this order. Please follow the return instead.',
        staff: 'A return is open on this order. Close or cancel the return first.',
      };
    case 'payment_pending':
      return {
        shopper:
          'Your payment is still being processed. Please try again once it is confirmed, or contact us.',
        staff:
          'A payment is still pending. Shopify refuses to cancel until it succeeds or fails: try again then.',
      };
    case 'company_purchase':
      return {
        shopper: 'Company orders cannot be cancelled here. Please contact us.',
        staff: 'This is a company (B2B) order: customers cannot cancel it themselves. You can.',
      };
    case 'not_a_company_buyer':
      return {
        shopper:
          'This order belongs to a company location you do not buy for. Please ask your company, or contact us.',
        staff:
          'The customer has no role at the company location that bought. Assign one under Companies, or cancel it yourself.',
      };
    case 'no_rule_for_buyer':
      return {
        shopper: 'This order cannot be cancelled here. Please contact us.',
        staff:
          'No rule of the policy is for this kind of buyer. Add one under Policy, or cancel the order yourself.',
      };
    case 'no_rule_for_country':
      return {
        shopper: 'Orders delivered to your country cannot be cancelled here. Please contact us.',
        staff: `No rule of the policy covers ${refusal.countryCode ?? 'an order without an address'}. Add the country to a rule under Policy, or cancel the order yourself.`,
      };
    case 'only_whole_order':
      return {
        shopper: 'This order can only be cancelled as a whole.',
        staff: 'The policy lets this customer cancel whole orders only.',
      };
    case 'only_whole_lines':
      return {
        shopper: 'All units of an item have to be cancelled together.',
        staff: 'The policy lets this customer cancel whole lines, not single units.',
      };
    case 'excluded':
      return explainExclusion(refusal);
    case 'limit_reached':
      return {
        shopper:
          'You have cancelled several orders recently. Please contact us to cancel this one.',
        staff: `The customer has cancelled ${refusal.cancellations} orders in ${refusal.days} days, which is the policy's limit. You can still cancel the order yourself.`,
      };
    case 'units_already_sent':
      return {
        shopper:
          'Part of this item has already been sent. You may be able to return it once it arrives. See our return policy, or contact us.',
        staff: `${refusal.sent} of this line's units are fulfilled already: use a return for them.`,
      };
    case 'work_at_fulfillment_service':
      return {
        shopper:
          'This item is already being prepared. Please cancel the whole order, or contact us.',
        staff:
          'A fulfillment service has accepted this line. Single lines cannot be recalled from it: cancel the whole order, or ask the service first.',
      };
    case 'bundle_cancels_together':
      return {
        shopper: `The items of “${refusal.groupTitle}” belong together and can only be cancelled together.`,
        staff: `Cancel all components of the bundle “${refusal.groupTitle}” in the same proportion, so that none of them is sent alone.`,
      };
    case 'free_item_left':
      return {
        shopper:
          'You got a free item with what you want to cancel. Please choose the free item as well.',
        staff:
          'A free item that came with the cancelled items would stay on the order. Select it too, or confirm that it stays.',
      };
    case 'gift_card_redeemed':
      return {
        shopper: 'A gift card from this order has already been used. Please contact us.',
        staff:
          'A gift card sold with this order has been redeemed. Check its balance before you decide how much to refund.',
      };
    case 'dispute_open':
      return {
        shopper:
          'There is an open payment dispute for this order, so it cannot be cancelled here. Please contact us.',
        staff:
          'A chargeback or inquiry is open: a refund now could pay the customer twice. Answer the dispute first, or cancel without a refund.',
      };
    case 'not_editable':
      return {
        shopper:
          'Single items of this order cannot be cancelled. Please cancel the whole order, or contact us.',
        staff:
          'Shopify does not let this order be edited (it was made by another app or imported). Cancel the whole order, or refund from its page.',
      };
    case 'point_of_sale':
      return {
        shopper: 'This purchase was made in the store. Please ask there.',
        staff:
          'Sold at the point of sale: cash can only be refunded there. Customers cannot cancel it themselves.',
      };
    case 'ready_for_pickup':
      return {
        shopper: 'Your order is ready to be collected or on its way to you. Please contact us.',
        staff:
          'The order is ready for pickup or out for local delivery. Undo that in Shopify first, then cancel the order yourself.',
      };
    case 'older_than_orders_shown':
      return {
        shopper: 'This order is too old to be cancelled here. Please contact us.',
        staff:
          'Unorder can read the orders of the last 60 days only. Cancel older orders in Shopify, or grant Unorder access to all orders.',
      };
    case 'nothing_selected':
      return {
        shopper: 'Please choose what you want to cancel.',
        staff: 'Choose at least one unit to cancel.',
      };
    case 'selection_malformed':
      return {
        shopper: 'What you chose could not be read. Please reload the page and choose again.',
        staff: 'The selection does not fit the order: reload the page and choose again.',
      };
    case 'too_many_units':
      return {
        shopper:
          refusal.available > 0
            ? `Only ${refusal.available} of this item can still be cancelled. Please choose again.`
            : 'You can no longer cancel this item. Please choose again.',
        staff:
          refusal.available > 0
            ? `Only ${refusal.available} units of this line can still be cancelled.`
            : 'No units of this line can be cancelled any more: they were refunded, removed or sent.',
      };
    case 'too_many_lines':
      return {
        shopper: `At most ${refusal.limit} different items can be cancelled in one request. Please choose fewer, or cancel the whole order.`,
        staff: `Shopify takes at most ${refusal.limit} items in one request, and a line at several locations counts several times. Nothing was changed: choose fewer and cancel the others afterwards, or cancel the whole order.`,
      };
    case 'platform_disagrees':
      return {
        shopper: 'We need to check the amounts first. Nothing has been changed. Please contact us.',
        staff: `Shopify calculates ${formatMoney(refusal.theirs, 'en')} for ${refusal.where}, not ${formatMoney(refusal.ours, 'en')}. Nothing was changed. Reload the page. If this remains, refund the order in Shopify.`,
      };
    case 'method_not_offered':
      return {
        shopper: 'This refund method is not available. Please choose another.',
        staff: 'This refund method is not available for the order. Choose another.',
      };
    case 'comment_needed':
      return {
        shopper: 'Please add a comment for this reason.',
        staff: 'This reason needs a comment.',
      };
    case 'note_needed':
      return {
        shopper: 'We have not said why yet.',
        staff:
          'Tell the customer why you are declining. They see it on their order page and in the email.',
      };
    case 'proof_needed':
      return {
        shopper: 'We have not confirmed the payment yet.',
        staff: 'Note how you paid the customer, such as the reference and date of a transfer.',
      };
    case 'staff_may_not_cancel':
      return {
        shopper: 'Please contact us.',
        staff:
          'Your account does not have permission to cancel orders. Ask the store owner for the permission to cancel and refund orders.',
      };
    case 'staff_may_not_override':
      return {
        shopper: 'Please contact us.',
        staff:
          'The policy does not allow this, and your account cannot override the policy. Ask the store owner.',
      };
    case 'staff_may_not_change_policy':
      return {
        shopper: 'Please contact us.',
        staff:
          'The policy limits what your account can do, so you cannot change it. Ask the store owner.',
      };
    case 'staff_refund_limit':
      return {
        shopper: 'Please contact us.',
        staff: `Your account can refund up to ${formatMoney(refusal.limit, 'en')} per cancellation. Ask the store owner to raise the limit.`,
      };
    case 'staff_refund_limit_unnamed':
      return {
        shopper: 'Please contact us.',
        staff: `The policy limits what your account can refund, and has no amount in ${refusal.currencyCode}. Ask the store owner to add the currency under Policy.`,
      };
    case 'staff_may_not_refund':
      return {
        shopper: 'Please contact us.',
        staff:
          'Your account does not have permission to refund orders in Shopify. Ask a colleague who has it, or the store owner for it.',
      };
    case 'staff_may_not_edit_orders':
      return {
        shopper: 'Please contact us.',
        staff:
          'Removing items from an unpaid order edits it, and your account does not have permission to edit orders in Shopify. Cancel the whole order, or ask the store owner for it.',
      };
    case 'data_request_not_found':
      return {
        shopper: 'Please contact us.',
        staff:
          'This request no longer exists: the customer’s data may have been erased. Reload the page.',
      };
    case 'staff_may_not_see_customer_data':
      return {
        shopper: 'Please contact us.',
        staff: 'Only the store’s own staff can hand over customer data. Ask the store owner.',
      };
    case 'order_not_found':
      return {
        shopper: 'We could not find this order.',
        staff:
          'The order was not found. Unorder can read the orders of the last 60 days; older ones need access to all orders.',
      };
    case 'already_open':
      return {
        shopper: 'A cancellation or a request for this order is already under way.',
        staff: 'A cancellation of this order is already under way: open it to see where it stands.',
      };
    case 'already_declined':
      return {
        shopper:
          'You have asked for this before, and we could not accept it. Please contact us if something has changed.',
        staff:
          'The customer asked for the same before and was declined. You can still cancel the order.',
      };
    case 'unknown_reason':
      return {
        shopper: 'Please choose a reason from the list.',
        staff: 'Choose a reason from the list.',
      };
    case 'text_too_long':
      return {
        shopper: `Please keep your text to ${refusal.limit} characters.`,
        staff: `Keep the ${refusal.field} to ${refusal.limit} characters.`,
      };
    case 'amount_malformed':
      return {
        shopper: 'The amount could not be read. Please reload the page and try again.',
        staff: refusal.written
          ? amountFaultWords(refusal.written)
          : 'The refund amount is not a number in this currency. Enter an amount such as 12.50.',
      };
    case 'amount_not_positive':
      return {
        shopper: 'The amount could not be read. Please reload the page and try again.',
        staff: 'The refund amount must be more than zero. Untick Issue refund to refund nothing.',
      };
    case 'amount_above_maximum':
      return {
        shopper: 'The amount could not be read. Please reload the page and try again.',
        staff: `At most ${formatMoney(refusal.maximum, 'en')} can be refunded on this order.`,
      };
    case 'store_credit_needs_customer':
      return {
        shopper: 'Store credit is not possible for this order. Please contact us.',
        staff:
          'Store credit needs a customer account, and is not possible for company orders. Refund to the original payment methods.',
      };
    case 'amount_changed':
      return {
        shopper:
          'Your refund has changed since this page was opened. Please check the new amount and confirm again.',
        staff: `The refundable amount changed from ${formatMoney(refusal.shown, 'en')} to ${formatMoney(refusal.now, 'en')} since the page was opened. Check the new amount and confirm again.`,
      };
    case 'not_found':
      return {
        shopper: 'We could not find this cancellation.',
        staff: 'This cancellation does not exist in your store.',
      };
    case 'not_waiting_for_review':
      return {
        shopper: 'This request has already been answered.',
        staff:
          'This request is no longer waiting for a response. Reload the page to see where it stands.',
      };
    case 'too_late_to_stop':
      return {
        shopper: 'The cancellation is already being carried out and cannot be withdrawn.',
        staff: 'The cancellation is already being carried out and cannot be stopped.',
      };
    case 'overtaken':
      return {
        shopper: 'The order has changed meanwhile. Please reload the page.',
        staff:
          'The order changed in Shopify after this page was loaded. Nothing was changed. Check what is shown now, then decide.',
      };
    case 'choice_not_offered':
      return {
        shopper: 'This is no longer possible. Please reload the page.',
        staff:
          'This option is no longer available. Reload the page to see where the cancellation stands.',
      };
    case 'too_many_requests':
      return {
        shopper:
          'There were too many requests in a short time. Nothing was changed. Please wait a few minutes and try again.',
        staff:
          'Too many requests in a short time. Nothing was changed. Wait a few minutes, then try again.',
      };
    case 'platform_unavailable':
      return {
        shopper:
          'We cannot be reached right now. Nothing was changed: please try again in a minute.',
        staff: 'Shopify did not answer. Nothing was changed: try again in a minute.',
      };
    case 'order_unreadable':
      return {
        shopper: 'This order cannot be cancelled here. Nothing was changed. Please contact us.',
        staff:
          'Unorder cannot read this order from Shopify. Nothing was changed. Cancel the order in Shopify. Unorder tries to read it again every hour.',
      };
    default:
      return unreachable(refusal);
  }
}

/** The shopper reads the merchant's own words where there are any; `inLanguage` finds their translation. */
function explainExclusion({ exclusion, matched, wording }: RefusalOf<'excluded'>): Explanation {
  const { shopper, staff } = EXCLUSIONS[exclusion];
  const what = matched === null ? staff : `${staff} (${matched})`;
  return {
    shopper: wording?.label ?? shopper,
    staff: `Excluded by the policy: ${what}. You can still cancel it yourself.`,
  };
}

const EXCLUSIONS: Readonly<Record<Exclusion['kind'], Explanation>> = {
  product_tag: {
    shopper: 'This item cannot be cancelled here. Please contact us.',
    staff: 'product with an excluded tag',
  },
  product_type: {
    shopper: 'Items of this kind cannot be cancelled here. Please contact us.',
    staff: 'product of an excluded type',
  },
  collection: {
    shopper: 'Items of this collection cannot be cancelled here. Please contact us.',
    staff: 'product in an excluded collection',
  },
  final_sale: {
    shopper: 'Final sale items cannot be cancelled here. Please contact us.',
    staff: 'final sale',
  },
  gift_card: {
    shopper: 'Gift cards cannot be cancelled here. Please contact us.',
    staff: 'gift card',
  },
  subscription: {
    shopper: 'This item belongs to a subscription. Please contact us to cancel it.',
    staff: 'subscription',
  },
  pre_order: {
    shopper: 'Pre-orders cannot be cancelled here. Please contact us.',
    staff: 'pre-order',
  },
  personalised: {
    shopper: 'Items made for you cannot be cancelled here. Please contact us.',
    staff: 'personalised item',
  },
  digital: {
    shopper: 'Downloads and tickets cannot be cancelled here. Please contact us.',
    staff: 'digital item',
  },
  customer_tag: {
    shopper: 'Please contact us to cancel this order.',
    staff: 'customer with an excluded tag',
  },
  order_tag: {
    shopper: 'Please contact us to cancel this order.',
    staff: 'order with an excluded tag',
  },
  sales_channel: {
    shopper: 'Please cancel this order where you bought it.',
    staff: 'excluded sales channel',
  },
  payment_method: {
    shopper: 'Orders paid this way cannot be cancelled here. Please contact us.',
    staff: 'excluded payment method',
  },
  risk_level: {
    shopper: 'Please contact us to cancel this order.',
    staff: 'fraud risk',
  },
};

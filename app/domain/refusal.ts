import type { CancellationId } from './ids.ts';
import { type Money, formatMoney } from './money.ts';
import { unreachable } from './result.ts';
import type { EpochMs } from './time.ts';

/** Why something asked for is not done. A value with its facts; `explain` gives the words. */
export type Refusal =
  | { readonly code: 'policy_disabled' }
  | { readonly code: 'window_closed'; readonly closedAt: EpochMs }
  | { readonly code: 'fulfilment_started' }
  | { readonly code: 'already_fulfilled' }
  | { readonly code: 'partly_fulfilled' }
  | { readonly code: 'already_cancelled' }
  | { readonly code: 'active_return' }
  | { readonly code: 'payment_pending' }
  | { readonly code: 'company_purchase' }
  | { readonly code: 'order_not_found' }
  | { readonly code: 'already_open'; readonly cancellationId: CancellationId }
  | { readonly code: 'unknown_reason' }
  | { readonly code: 'text_too_long'; readonly field: string; readonly limit: number }
  | { readonly code: 'amount_malformed' }
  | { readonly code: 'amount_not_positive' }
  | { readonly code: 'amount_above_maximum'; readonly maximum: Money }
  | { readonly code: 'store_credit_needs_customer' }
  | { readonly code: 'amount_changed'; readonly shown: Money; readonly now: Money }
  | { readonly code: 'not_found' }
  | { readonly code: 'not_waiting_for_review' }
  | { readonly code: 'too_late_to_stop' }
  | { readonly code: 'choice_not_offered' }
  | { readonly code: 'platform_unavailable' };

export type RefusalCode = Refusal['code'];

/** What happened and what to do next, for the customer and for the shop's staff. Plain text, English. */
export interface Explanation {
  readonly shopper: string;
  readonly staff: string;
}

/** The two texts of a refusal. Shopper pages translate by code and fall back to these words. */
export function explain(refusal: Refusal): Explanation {
  switch (refusal.code) {
    case 'policy_disabled':
      return {
        shopper: 'This shop handles cancellations itself. Please contact the shop.',
        staff: 'Cancelling by customers is switched off in Settings.',
      };
    case 'window_closed':
      return {
        shopper:
          'The time to cancel this order yourself is over. Please contact the shop, or return the order when it arrives.',
        staff: `The cancellation window closed at ${new Date(refusal.closedAt).toISOString()}. You can still cancel the order yourself.`,
      };
    case 'fulfilment_started':
      return {
        shopper:
          'Your order is already being prepared and can no longer be cancelled here. Please contact the shop, or return it when it arrives.',
        staff: 'Fulfillment has started. Stop the work first, or wait and handle it as a return.',
      };
    case 'already_fulfilled':
      return {
        shopper: 'Your order has already been sent. You can return it when it arrives.',
        staff: 'Everything has been fulfilled. Shopify does not cancel sent orders: use a return.',
      };
    case 'partly_fulfilled':
      return {
        shopper:
          'Part of your order has already been sent, so it cannot be cancelled here. Please contact the shop.',
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
          'Your payment is still being processed. Please try again once it is confirmed, or contact the shop.',
        staff:
          'A payment is still pending. Shopify refuses to cancel until it succeeds or fails: try again then.',
      };
    case 'company_purchase':
      return {
        shopper: 'Company orders cannot be cancelled here. Please contact the shop.',
        staff: 'This is a company (B2B) order: customers cannot cancel it themselves. You can.',
      };
    case 'order_not_found':
      return {
        shopper: 'We could not find this order in your account.',
        staff:
          'The order was not found. Shopify shows apps the orders of the last 60 days; older ones need extra access.',
      };
    case 'already_open':
      return {
        shopper: 'A cancellation of this order is already under way.',
        staff: 'A cancellation of this order is already under way: open it to see where it stands.',
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
        shopper: 'The amount could not be read.',
        staff: 'The refund amount is not a number in this currency. Enter an amount such as 12.50.',
      };
    case 'amount_not_positive':
      return {
        shopper: 'The amount could not be read.',
        staff: 'The refund amount must be more than zero. Untick Issue refund to refund nothing.',
      };
    case 'amount_above_maximum':
      return {
        shopper: 'The amount could not be read.',
        staff: `At most ${formatMoney(refusal.maximum, 'en')} can be refunded on this order.`,
      };
    case 'store_credit_needs_customer':
      return {
        shopper: 'Store credit is not possible for this order.',
        staff:
          'Store credit needs a customer account, and is not possible for company orders. Refund to the original payment methods.',
      };
    case 'amount_changed':
      return {
        shopper:
          'What can be refunded has changed since this page was opened. Please look at the new amount and confirm again.',
        staff: `The refundable amount changed from ${formatMoney(refusal.shown, 'en')} to ${formatMoney(refusal.now, 'en')} since the page was opened. Look again and confirm.`,
      };
    case 'not_found':
      return {
        shopper: 'We could not find this cancellation.',
        staff: 'There is no such cancellation in this shop.',
      };
    case 'not_waiting_for_review':
      return {
        shopper: 'This request has already been answered.',
        staff: 'This request is no longer waiting for an answer: reload to see where it stands.',
      };
    case 'too_late_to_stop':
      return {
        shopper: 'The cancellation is already being carried out and cannot be withdrawn.',
        staff: 'The cancellation is already being carried out and cannot be stopped.',
      };
    case 'choice_not_offered':
      return {
        shopper: 'This is no longer possible.',
        staff: 'This way on is no longer offered: reload to see where the cancellation stands.',
      };
    case 'platform_unavailable':
      return {
        shopper:
          'The shop cannot be reached right now. Nothing was changed: please try again in a minute.',
        staff: 'Shopify did not answer. Nothing was changed: try again in a minute.',
      };
    default:
      return unreachable(refusal);
  }
}

import type { NextStepForCustomer, TurnBackReason } from '../../domain/cancellation/events.ts';
import { type Explanation, type RefusalCode, explain } from '../../domain/refusal.ts';

/** Why a cancellation went back, for the customer and for staff, each with what to do next. */
export function explainTurnBack(why: TurnBackReason): Explanation {
  switch (why.code) {
    case 'staff_declined':
      return {
        shopper: `We could not accept your request. Your order will be processed as usual. ${NEXT_STEPS[why.nextStep]}`,
        staff: 'Declined by staff.',
      };
    case 'customer_withdrew':
      return {
        shopper: 'You withdrew this request. Your order will be processed as usual.',
        staff: 'Withdrawn by the customer.',
      };
    case 'not_answered':
      return {
        shopper:
          'We did not answer your request in time, so your order will be processed as usual. Please contact us if you still want to cancel.',
        staff:
          'The request was not answered within the time set under Policy, so the order is fulfilled as usual.',
      };
    case 'already_shipped':
      return {
        shopper:
          'Your order was sent before it could be stopped. You may be able to return it once it arrives. See our return policy, or contact us.',
        staff: 'The order was shipped before it could be stopped. Offer a return instead.',
      };
    case 'fulfillment_started':
      return {
        shopper:
          'Your order is already being prepared and could not be stopped. You may be able to return it once it arrives. See our return policy, or contact us.',
        staff: 'Fulfillment had started. Mark the items as unfulfilled first, or offer a return.',
      };
    case 'warehouse_refused':
      return {
        shopper:
          'The warehouse could not stop your order any more. You may be able to return it once it arrives. See our return policy, or contact us.',
        staff: 'The fulfillment service rejected the cancellation request. Offer a return instead.',
      };
    case 'cancelled_elsewhere':
      return {
        shopper: 'This order is already cancelled.',
        staff: 'The order was cancelled outside Unorder. Check in Shopify whether it was refunded.',
      };
    case 'order_gone':
      return {
        shopper: 'This order no longer exists. Please contact us.',
        staff:
          'Unorder can no longer find the order in Shopify: it was deleted, or is older than Unorder may read. Nothing more can be done here.',
      };
    case 'outcome_unknown':
      return {
        shopper: 'Please contact us about this order.',
        staff:
          'Ended without knowing whether Shopify cancelled the order. Check the order in Shopify. If it is to be fulfilled, release its hold there. If Shopify shows that it was cancelled, Unorder refunds what is due and notifies the customer.',
      };
    case 'not_possible':
      return {
        shopper: 'This order cannot be cancelled at the moment. Please contact us.',
        staff: isPlainRefusal(why.refusal)
          ? explain({ code: why.refusal }).staff
          : `Shopify would refuse to cancel this order (${why.refusal}).`,
      };
  }
}

/** What customers whose request was declined can do instead. */
const NEXT_STEPS: Readonly<Record<NextStepForCustomer, string>> = {
  return_it: 'You can return the items once they arrive.',
  contact_shop: 'Please contact us.',
  wait_for_delivery: 'Please wait for the delivery.',
};

/** Refusals that the platform's rules can lead to on the way; their words need no facts of the order. */
const PLAIN = [
  'already_cancelled',
  'already_fulfilled',
  'partly_fulfilled',
  'active_return',
  'payment_pending',
  'not_editable',
  'dispute_open',
  'store_credit_needs_customer',
] as const satisfies readonly RefusalCode[];

const isPlainRefusal = (code: string): code is (typeof PLAIN)[number] =>
  (PLAIN as readonly string[]).includes(code);

import type { NextStepForCustomer, TurnBackReason } from '../domain/cancellation/events.ts';
import { type Explanation, type RefusalCode, explain } from '../domain/refusal.ts';

/** Why a cancellation went back, for the customer and for staff, each with what to do next. */
export function explainTurnBack(why: TurnBackReason): Explanation {
  switch (why.code) {
    case 'staff_declined':
      return {
        shopper: `The shop could not accept this request, so your order goes on as planned. ${NEXT_STEPS[why.nextStep]}`,
        staff: 'Declined by staff.',
      };
    case 'customer_withdrew':
      return {
        shopper: 'You withdrew this request. Your order goes on as planned.',
        staff: 'Withdrawn by the customer.',
      };
    case 'not_answered':
      return {
        shopper:
          'The shop did not answer this request in time. Your order goes on as planned; please contact the shop if you still want to cancel.',
        staff: 'Nobody answered within the time set under Policy, so the order goes on.',
      };
    case 'already_shipped':
      return {
        shopper:
          'Your order was sent before it could be stopped. You may be able to return it once it arrives. See our return policy, or contact us.',
        staff: 'The order was shipped before it could be stopped. Offer a return instead.',
      };
    case 'fulfilment_started':
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
        staff:
          'The order was cancelled outside the app. Check on the order in Shopify whether a refund was made.',
      };
    case 'order_gone':
      return {
        shopper: 'This order is no longer there. Please contact the shop.',
        staff:
          'Shopify does not show the order any more: it was deleted, or is too old for the app. Nothing more can be done for it here.',
      };
    case 'outcome_unknown':
      return {
        shopper: 'Please contact the shop about this order.',
        staff:
          'Ended without knowing whether Shopify cancelled the order. Look at it in Shopify, and release its hold there if it goes on. If Shopify shows that it was cancelled, the app gives back what is due and tells the customer.',
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

/** What customers whose wish was declined can do instead. */
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

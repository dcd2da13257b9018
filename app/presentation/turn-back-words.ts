import type { TurnBackReason } from '../domain/cancellation/events.ts';
import { type Explanation, type Refusal, explain } from '../domain/refusal.ts';

/** Why a cancellation went back, for the customer and for staff, each with what to do next. */
export function explainTurnBack(why: TurnBackReason): Explanation {
  switch (why.code) {
    case 'staff_declined':
      return {
        shopper:
          'The shop could not accept this request. Your order goes on as planned; you can return it when it arrives, or contact the shop.',
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
        staff: 'Nobody answered within the time set in Settings, so the order goes on.',
      };
    case 'already_shipped':
      return {
        shopper:
          'Your order was sent before it could be stopped. You can return it when it arrives.',
        staff: 'The order was shipped before it could be stopped. Offer a return instead.',
      };
    case 'fulfilment_started':
      return {
        shopper:
          'Your order is already being prepared and could not be stopped. You can return it when it arrives.',
        staff: 'Fulfillment had started. Mark the items as unfulfilled first, or offer a return.',
      };
    case 'warehouse_refused':
      return {
        shopper:
          'The warehouse could not stop your order any more. You can return it when it arrives.',
        staff: 'The fulfillment service rejected the cancellation request. Offer a return instead.',
      };
    case 'cancelled_elsewhere':
      return {
        shopper: 'This order is already cancelled.',
        staff:
          'The order was cancelled outside the app. Check on the order in Shopify whether a refund was made.',
      };
    case 'not_possible':
      return {
        shopper: 'This order cannot be cancelled at the moment. Please contact the shop.',
        staff: isPlainRefusal(why.refusal)
          ? explain({ code: why.refusal }).staff
          : `Shopify would refuse to cancel this order (${why.refusal}).`,
      };
  }
}

/** The refusals without facts of their own that the platform's rules can lead to. */
type PlainRefusal = Extract<
  Refusal['code'],
  'active_return' | 'payment_pending' | 'already_cancelled' | 'store_credit_needs_customer'
>;

const PLAIN: readonly PlainRefusal[] = [
  'active_return',
  'payment_pending',
  'already_cancelled',
  'store_credit_needs_customer',
];

const isPlainRefusal = (code: string): code is PlainRefusal =>
  (PLAIN as readonly string[]).includes(code);

import type { ReviewReason } from '../../domain/policy/evaluation/evaluation.ts';
import { unreachable } from '../../domain/result.ts';

/** Why a person has to look at a request, for staff. */
export function reviewReasonWords(reason: ReviewReason): string {
  switch (reason.code) {
    case 'by_request_only':
      return 'The window for instant cancellation is closed, so the request needs manual review.';
    case 'above_amount':
      return 'It is worth more than the policy cancels instantly.';
    case 'excluded':
      return `The policy asks for manual review: ${reason.exclusion.replaceAll('_', ' ')}.`;
    case 'limit_reached':
      return 'The customer has cancelled as often as the policy allows.';
    case 'no_way_back':
      return `${reason.gatewayName} does not take a refund of this payment (any more): pay it back yourself, or offer store credit.`;
    case 'gift_card_redeemed':
      return 'A gift card sold with the order has been used.';
    default:
      return unreachable(reason);
  }
}

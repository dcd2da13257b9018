import type { ReviewReason } from '../domain/policy/evaluation.ts';
import { unreachable } from '../domain/result.ts';

/** Why a person has to look at a wish, for staff. */
export function reviewReasonWords(reason: ReviewReason): string {
  switch (reason.code) {
    case 'by_request_only':
      return 'The window for cancelling at once is not open: a person decides.';
    case 'above_amount':
      return 'It is worth more than the policy carries out at once.';
    case 'excluded':
      return `The policy wants a person to look at it: ${reason.exclusion.replaceAll('_', ' ')}.`;
    case 'limit_reached':
      return 'The customer has cancelled as often as the policy allows.';
    case 'gift_card_redeemed':
      return 'A gift card sold with the order has been used.';
    default:
      return unreachable(reason);
  }
}

import { type Money, add } from '../../money.ts';
import type { RefundShare } from '../../refund/plan/refund-plan.ts';
import type { Cancellation } from '../state.ts';

/** A person gave these shares and this credit back another way: neither is to be sent any more. */
export function moneySettled(
  state: Cancellation,
  shares: readonly RefundShare[],
  credit: Money,
): Cancellation {
  return {
    ...state,
    status: 'verifying',
    refundDue: null,
    settledByHand: true,
    settledShares: [...state.settledShares, ...shares],
    settledCredit: add(state.settledCredit, credit),
  };
}

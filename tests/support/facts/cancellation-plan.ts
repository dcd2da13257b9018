import type { CancellationPlan } from '../../../app/domain/cancellation/plan.ts';
import { type Money, money } from '../../../app/domain/money.ts';
import type { RefundPlan } from '../../../app/domain/refund/plan/refund-plan.ts';
import { staffTerms } from '../../../app/domain/refund/terms.ts';

/** A plan to give an amount of a whole order back as part of its cancel; no lines, no payments. */
export function refundPlan(amount: Money, changes: Partial<RefundPlan> = {}): RefundPlan {
  const none = money(0, amount.currencyCode);
  return {
    selection: { kind: 'order' },
    lines: [],
    shipping: { amount: none, tax: none },
    tip: none,
    additionalFees: none,
    worth: amount,
    notPaid: none,
    fee: none,
    lostDeals: [],
    regainedDeals: [],
    withheld: none,
    amount,
    pendingPayment: none,
    bonus: none,
    amountInBoth: { presentment: amount, shop: amount },
    maximum: amount,
    method: 'original',
    shares: [],
    releases: [],
    refundsBefore: [],
    choice: 'everything',
    execution: 'with_cancel',
    ...changes,
  };
}

/** A customer's plan for a refund; the app writes to them. */
export function cancellationPlan(
  refund: RefundPlan,
  changes: Partial<CancellationPlan> = {},
): CancellationPlan {
  return {
    reason: 'CUSTOMER',
    refund,
    terms: staffTerms(refund.method, true),
    giftCards: [],
    teller: 'unorder',
    ...changes,
  };
}

import { compare, isPositive, sum } from '../money.ts';
import type { RefundPlan } from '../refund/plan/refund-plan.ts';
import type { MoneyTruth } from '../refund/truth.ts';
import type { CancellationEvent, MoneyBack } from './events.ts';
import type { Cancellation } from './state.ts';

/* What the app itself still has to give back once the order, or the part, is cancelled. */

/** What the pivot itself has not given back; null when it gave everything, or nothing is due. */
export function refundAfterPivot(refund: RefundPlan): MoneyBack | null {
  const { execution, method, amount, shares } = refund;
  return (execution === 'after_cancel' || execution === 'edit_lines') && isPositive(amount)
    ? { method, amount, shares }
    : null;
}

/**
 * A refund that is due and was not sent, less what others gave back meanwhile: never more than before, and
 * nothing where all of it went back. No events when it stays as it is.
 */
export function recounted(
  { refundDue, plan }: Pick<Cancellation, 'refundDue' | 'plan'>,
  { missing, missingCredit, arrived }: MoneyTruth,
): CancellationEvent[] {
  if (!refundDue) return [];
  const inCredit = refundDue.method === 'store_credit' && plan.refund.method === 'original';
  const total = sum(
    missing.map((share) => share.amount),
    arrived.currencyCode,
  );
  const due: MoneyBack = inCredit
    ? { ...refundDue, amount: missingCredit }
    : { ...refundDue, amount: total, shares: missing };
  if (compare(due.amount, refundDue.amount) >= 0) return [];
  return [{ type: 'refund_recounted', due: isPositive(due.amount) ? due : null }];
}

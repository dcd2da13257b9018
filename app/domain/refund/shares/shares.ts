import { type Money, isPositive, smaller, subtract } from '../../money.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { refundablePayments } from '../../order/payment/payments.ts';
import type { RefundShare } from '../plan/refund-plan.ts';

/** An amount laid on the order's payments in the order in which they were made, each up to what it has left. */
export function sharesOf(amount: Money, order: OrderFacts): RefundShare[] {
  let open = amount;
  return refundablePayments(order).flatMap(({ transactionId, left, ...payment }) => {
    const taken = smaller(open, left);
    if (!isPositive(taken)) return [];
    open = subtract(open, taken);
    return [{ parentId: transactionId, ...payment, amount: taken }];
  });
}

/** The first shares up to an amount, the last of them cut. */
export function upTo(amount: Money, shares: readonly RefundShare[]): RefundShare[] {
  let left = amount;
  return shares.flatMap((share) => {
    const part = smaller(left, share.amount);
    left = subtract(left, part);
    return isPositive(part) ? [{ ...share, amount: part }] : [];
  });
}

/** Shares against what was taken of their payments, in the order in which they stand: that part of them, and what is left. */
export function lessTaken(
  shares: readonly RefundShare[],
  taken: readonly RefundShare[],
): { readonly taken: readonly RefundShare[]; readonly left: readonly RefundShare[] } {
  const open = taken.map(({ parentId, amount }) => ({ parentId, amount }));
  const parts = shares.map((share) => {
    let left = share.amount;
    for (const entry of open.filter(({ parentId }) => parentId === share.parentId)) {
      const part = smaller(entry.amount, left);
      entry.amount = subtract(entry.amount, part);
      left = subtract(left, part);
    }
    return { share, left };
  });
  return {
    taken: positive(
      parts.map(({ share, left }) => ({ ...share, amount: subtract(share.amount, left) })),
    ),
    left: positive(parts.map(({ share, left }) => ({ ...share, amount: left }))),
  };
}

const positive = (shares: readonly RefundShare[]): readonly RefundShare[] =>
  shares.filter(({ amount }) => isPositive(amount));

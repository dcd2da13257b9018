import { type Money, add, subtract, sum, zero } from '../money.ts';
import type { RefundPlan, RefundShare } from '../refund/plan/refund-plan.ts';
import { lessTaken, upTo } from '../refund/shares/shares.ts';
import type { Cancellation } from './state.ts';

/** Where the money of a cancellation goes back, as everybody reads it: customer, guest, staff and mail. */
export interface WaysBack {
  /** To the payments themselves. */
  readonly payments: readonly RefundShare[];
  /** Handed over by the shop: what came by hand, and what a person settled another way. */
  readonly byHand: readonly RefundShare[];
  /** Store credit, bonus included. */
  readonly credit: Money;
}

type Settled = Pick<
  Cancellation,
  'creditInstead' | 'creditInsteadOf' | 'settledShares' | 'settledCredit'
>;

/** As planned, changed by what people chose since. */
export const waysBackOf = (state: Settled & Pick<Cancellation, 'plan'>): WaysBack =>
  waysBack(state.plan.refund, state);

/** As planned, before anything of it was done. */
export function plannedWaysBack(plan: RefundPlan): WaysBack {
  const none = zero(plan.amount.currencyCode);
  return waysBack(plan, {
    creditInstead: none,
    creditInsteadOf: [],
    settledShares: [],
    settledCredit: none,
  });
}

function waysBack(
  { method, amount, bonus, shares }: RefundPlan,
  { creditInstead, creditInsteadOf, settledShares, settledCredit }: Settled,
): WaysBack {
  const { taken, left } = lessTaken(shares, settledShares);
  const inCredit = method === 'store_credit';
  const isByHand = (share: RefundShare): boolean => !inCredit && share.isManual;
  const settled = taken.filter((share) => !isByHand(share));
  const handed = sum(
    settled.map((share) => share.amount),
    amount.currencyCode,
  );
  return {
    payments: inCredit ? [] : left.filter((share) => !share.isManual),
    byHand: [...shares.filter(isByHand), ...settled, ...upTo(settledCredit, creditInsteadOf)],
    credit: add(
      subtract(creditInstead, settledCredit),
      inCredit ? add(subtract(amount, handed), bonus) : zero(amount.currencyCode),
    ),
  };
}

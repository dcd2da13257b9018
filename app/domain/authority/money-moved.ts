import { isBonusGiven } from '../cancellation/effects/give-bonus.ts';
import type { AttentionChoice } from '../cancellation/events.ts';
import { type Cancellation, isBeforePivot } from '../cancellation/state.ts';
import { type Money, type MoneyBag, add, zero } from '../money.ts';
import type { RefundPlan } from '../refund/plan/refund-plan.ts';

/** What leaves the shop for good by an action. */
export interface MoneyMoved {
  /** In the currency the customer paid in; zero when nothing leaves. */
  readonly amount: Money;
  /** An amount of the order in both currencies: the only rate that a limit is compared by. */
  readonly rate: MoneyBag;
}

/** Also what waits for a bank and what is given on top. */
export const movedByPlan = (
  { amount, pendingPayment, bonus }: RefundPlan,
  rate: MoneyBag,
): MoneyMoved => ({
  amount: add(add(amount, pendingPayment), bonus),
  rate,
});

/**
 * What a person's way on under "needs attention" moves, as the cancellation stands. A step that is tried
 * again moves all that is still to go: who could not send it may not push it on either.
 */
export function movedByChoice(state: Cancellation, choice: AttentionChoice): MoneyMoved {
  const rate = state.plan.refund.amountInBoth;
  return { amount: amountOfChoice(state, choice), rate };
}

function amountOfChoice(state: Cancellation, choice: AttentionChoice): Money {
  const none = zero(state.plan.refund.amount.currencyCode);
  const { attention } = state;
  switch (choice) {
    case 'turn_back':
    case 'go_on_without_refund':
    case 'skip_mail':
      return none;
    case 'settled_by_hand':
    case 'refund_as_store_credit':
    case 'refund_late_payment':
      return attention && 'amount' in attention ? attention.amount : stillToGo(state);
    case 'accept_amount':
      return attention?.what === 'amount_changed' ? attention.refundable : stillToGo(state);
    case 'skip_step':
      return stillToGo(state);
    case 'retry':
      if (attention?.what === 'mail_failed') return none;
      return attention?.what === 'refund_failed' ? attention.amount : stillToGo(state);
  }
}

/** What the plan gives and nothing has sent yet. */
function stillToGo(state: Cancellation): Money {
  const { refund } = state.plan;
  const none = zero(refund.amount.currencyCode);
  if (state.turnedBack) return none;
  if (isBeforePivot(state)) {
    return state.withoutRefund
      ? none
      : add(add(refund.amount, refund.pendingPayment), refund.bonus);
  }
  const bonus = isBonusGiven(state) ? none : refund.bonus;
  return add(state.refundDue?.amount ?? none, bonus);
}

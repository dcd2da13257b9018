import { type Money, add, compare, isPositive, toDecimal } from '../../money.ts';
import type { OrderFacts } from '../../order/facts.ts';
import type { Refusal } from '../../refusal.ts';
import { type Result, err, firstOf } from '../../result.ts';
import { checkAndPlan } from './plan.ts';
import type { RefundPlan } from './refund-plan.ts';
import type { RefundTerms } from '../terms.ts';
import type { RefundChoice } from '../wanted-refund.ts';

/**
 * The same plan against the order as it is now. Refused with `amount_changed` when it would give back another
 * amount than was confirmed, unless a person has accepted whatever is right now. Free items stay or go as was
 * decided at first.
 */
export function replan(
  plan: RefundPlan,
  order: OrderFacts,
  terms: RefundTerms,
  acceptAnyAmount: boolean,
): Result<RefundPlan, Refusal> {
  const again = planWith(plan, order, terms, sameChoice(plan));
  if (again.ok) {
    return acceptAnyAmount || isAsPromised(plan, again.value)
      ? again
      : err({ code: 'amount_changed', shown: plan.amount, now: again.value.amount });
  }
  if (again.error.code !== 'amount_above_maximum') return again;
  return acceptAnyAmount
    ? planWith(plan, order, terms, { kind: 'everything' })
    : err({ code: 'amount_changed', shown: plan.amount, now: again.error.maximum });
}

const sameChoice = (plan: RefundPlan): RefundChoice =>
  plan.choice === 'amount' ? { kind: 'amount', amount: plan.amount } : { kind: plan.choice };

function planWith(
  { selection, pendingPayment, fee, before }: RefundPlan,
  order: OrderFacts,
  terms: RefundTerms,
  choice: RefundChoice,
): Result<RefundPlan, Refusal> {
  const planned = checkAndPlan(order, {
    selection,
    ...(before ? { before } : {}),
    terms: isPositive(pendingPayment) ? { ...terms, fee: exactly(fee) } : terms,
    choice,
    keepFreeItems: true,
  });
  return planned.ok ? planned : err(firstOf(planned.error));
}

/** A payment that was pending was promised back whole: its arrival raises no fee. */
const exactly = (fee: Money): RefundTerms['fee'] =>
  isPositive(fee)
    ? {
        kind: 'fixed',
        amounts: { [fee.currencyCode]: toDecimal(fee) },
        touches: 'goods_and_shipping',
      }
    : { kind: 'none' };

/** Whatever a pending payment brought, up to all of it, was promised with it. */
function isAsPromised(plan: RefundPlan, now: RefundPlan): boolean {
  const promised = add(plan.amount, plan.pendingPayment);
  const coming = add(now.amount, now.pendingPayment);
  return compare(plan.amount, now.amount) <= 0 && compare(coming, promised) <= 0;
}

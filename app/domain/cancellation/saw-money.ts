import type { RefundId } from '../ids.ts';
import { type Money, add, compare, isPositive, subtract, sum, zero } from '../money.ts';
import type { OrderFacts, TransactionFacts } from '../order/facts.ts';
import { takesStoreCredit } from '../order/store-credit.ts';
import type { RefundPlan } from '../refund/refund-plan.ts';
import { isSettled, latePayment, moneyTruth } from '../refund/truth.ts';
import { type EpochMs, DAY, MINUTE } from '../time.ts';
import type { AttentionChoice, CancellationEvent } from './events.ts';
import { type Cancellation, isPartial } from './state.ts';
import { attention } from './verdicts.ts';

/* What follows from where the money is: while a cancellation is on its way, and after its end. */

/** A refund that is nowhere to be seen gets this long to appear before it counts as failed. */
const PATIENCE_WITH_REFUND = 2 * MINUTE;

/** Gateways may take days to answer; beyond this a person asks them. */
const PATIENCE_WITH_GATEWAY = 14 * DAY;

export function sawMoney(
  state: Cancellation,
  order: OrderFacts,
  now: EpochMs,
): CancellationEvent[] {
  const truth = moneyTruth(state.plan.refund, order, ownRefunds(state), now);
  const { arrived, onItsWay, missing, stillHeld } = truth;
  const currency = state.plan.refund.amount.currencyCode;
  const waited = now - state.since;
  const lackingCredit = creditStillMissing(state, order);
  if (missing.length > 0 || isPositive(lackingCredit)) {
    if (!refundWasRefused(state, order) && waited <= PATIENCE_WITH_REFUND) return [];
    return [refundFailed(state, order, missing, lackingCredit)];
  }
  if (isSettled(truth)) return [{ type: 'money_observed', outcome: 'settled', arrived, onItsWay }];
  if (stillHeld.length > 0 && waited > DAY) {
    const amount = sum(
      stillHeld.map((held) => held.amount),
      currency,
    );
    const choices = ['retry', 'settled_by_hand'] as const;
    return [attention({ what: 'release_unconfirmed', amount, choices })];
  }
  if (isPositive(onItsWay) && waited > PATIENCE_WITH_GATEWAY) {
    const choices = ['retry', 'settled_by_hand'] as const;
    return [attention({ what: 'refund_unconfirmed', amount: onItsWay, choices })];
  }
  return isPositive(onItsWay) && state.money === null
    ? [{ type: 'money_observed', outcome: 'on_its_way', arrived, onItsWay }]
    : [];
}

/**
 * After the end: a refund that was confirmed can come back days later (a closed account), and a payment can
 * arrive for an order that is cancelled. Either opens the case again.
 */
export function sawAftermath(
  state: Cancellation,
  order: OrderFacts,
  now: EpochMs,
): CancellationEvent[] {
  const { refund } = state.plan;
  const { missing } = moneyTruth(refund, order, ownRefunds(state), now);
  if (missing.length > 0 && !state.settledByHand && refundWasRefused(state, order)) {
    return [refundFailed(state, order, missing, zero(refund.amount.currencyCode))];
  }
  if (isPartial(state)) return [];
  const late = latePayment(refund, order);
  const amount = subtract(late.amount, state.latePaymentsSettled);
  const choices = ['refund_late_payment', 'settled_by_hand'] as const;
  return isPositive(amount)
    ? [attention({ what: 'late_payment', amount, shares: late.shares, choices })]
    : [];
}

/** The refunds that are this cancellation's own; null where the cancel itself made them. */
const ownRefunds = (state: Cancellation): readonly RefundId[] | null =>
  state.plan.refund.execution === 'with_cancel' ? null : state.refundIds;

function refundFailed(
  state: Cancellation,
  order: OrderFacts,
  missing: RefundPlan['shares'],
  lackingCredit: Money,
): CancellationEvent {
  const amount = add(
    sum(
      missing.map((share) => share.amount),
      lackingCredit.currencyCode,
    ),
    lackingCredit,
  );
  const otherWay =
    missing.length > 0 && state.plan.refund.method === 'original' && takesStoreCredit(order)
      ? (['refund_as_store_credit'] as const)
      : [];
  const choices: readonly AttentionChoice[] = ['retry', ...otherWay, 'settled_by_hand'];
  return attention({ what: 'refund_failed', missing, amount, choices });
}

const refundWasRefused = (state: Cancellation, order: OrderFacts): boolean =>
  refundsSince(state, order).some((t) => t.status === 'FAILURE' || t.status === 'ERROR');

/** Credit given in place of a payment's refund has no parent payment; it is compared as one sum. */
function creditStillMissing(state: Cancellation, order: OrderFacts): Money {
  const { creditInstead } = state;
  const given = refundsSince(state, order).filter(
    (t) => t.parentId === null && t.status === 'SUCCESS',
  );
  const arrived = sum(
    given.map((t) => t.amount.presentment),
    creditInstead.currencyCode,
  );
  return compare(arrived, creditInstead) >= 0
    ? zero(creditInstead.currencyCode)
    : subtract(creditInstead, arrived);
}

const refundsSince = (state: Cancellation, order: OrderFacts): TransactionFacts[] =>
  order.transactions.filter(
    (t) => t.kind === 'REFUND' && !state.plan.refund.refundsBefore.includes(t.id),
  );

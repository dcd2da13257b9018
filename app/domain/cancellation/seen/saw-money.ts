import type { LineItemId, RefundId } from '../../ids.ts';
import { add, isPositive, subtract, sum } from '../../money.ts';
import { hasOpenDispute } from '../../order/payment/disputes.ts';
import type { OrderFacts, TransactionFacts } from '../../order/facts.ts';
import { takesStoreCredit } from '../../order/payment/store-credit.ts';
import {
  type MoneyTruth,
  isLacking,
  isSettled,
  latePaymentLeft,
  moneyTruth,
} from '../../refund/truth.ts';
import type { Selection } from '../../refund/goods/selection.ts';
import { type EpochMs, DAY, MINUTE } from '../../time.ts';
import type { Attention, AttentionChoice, CancellationEvent } from '../events.ts';
import { isMarkedByThisApp } from '../plan.ts';
import { wasTold } from '../effects/tell.ts';
import { type Cancellation, isPartial } from '../state.ts';
import { attention } from '../choices/verdicts.ts';

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
  const truth = truthOf(state, order, now);
  const { arrived, onItsWay } = truth;
  const waited = now - state.since;
  if (isLacking(truth)) {
    return newestRefundWasRefused(state, order) || waited > PATIENCE_WITH_REFUND
      ? [attention(refundFailed(state, order, truth))]
      : [];
  }
  if (isSettled(truth)) {
    // No later report may say it again: what came while it waited is asked about before the end.
    const late = isToldOfMoney(state) ? latePayment(state, order) : null;
    return [
      late ? attention(late) : { type: 'money_observed', outcome: 'settled', arrived, onItsWay },
    ];
  }
  if (truth.stillHeld.length > 0 && waited > DAY) return [attention(releaseUnconfirmed(truth))];
  if (isPositive(onItsWay) && waited > PATIENCE_WITH_GATEWAY) {
    return [attention(refundUnconfirmed(truth))];
  }
  return isPositive(onItsWay) && state.money === null
    ? [{ type: 'money_observed', outcome: 'on_its_way', arrived, onItsWay }]
    : [];
}

/** Customers hear of their money before anybody is asked about more of it. */
const isToldOfMoney = (state: Cancellation): boolean =>
  state.plan.teller !== 'unorder' || wasTold(state, 'cancelled');

/**
 * After the end: a refund that was confirmed can come back days later (a closed account), and a payment can
 * arrive for an order that is cancelled. Either opens the case again.
 */
export function sawAftermath(
  state: Cancellation,
  order: OrderFacts,
  now: EpochMs,
): CancellationEvent[] {
  const truth = truthOf(state, order, now);
  if (isLacking(truth) && anyRefundWasRefused(state, order)) {
    return [attention(refundFailed(state, order, truth))];
  }
  const late = latePayment(state, order);
  return late ? [attention(late)] : [];
}

/** Where the money is, with what others gave back and what people settled. */
export function truthOf(state: Cancellation, order: OrderFacts, now: EpochMs): MoneyTruth {
  const truth = moneyTruth(state.plan.refund, order, ownRefunds(state), now, {
    others: refundsByOthers(state, order),
    settled: state.settledShares,
    credit: subtract(state.creditInstead, state.settledCredit),
  });
  return state.releasesSettled ? { ...truth, stillHeld: [] } : truth;
}

/** The refunds that are this cancellation's own; null where the cancel itself made them. */
const ownRefunds = (state: Cancellation): readonly RefundId[] | null =>
  state.plan.refund.execution === 'with_cancel' ? null : state.refundIds;

/**
 * Refunds that staff or other apps made meanwhile. Those of this app's other cancellations of the order are
 * known by their mark and stand for nothing but themselves.
 */
const refundsByOthers = (state: Cancellation, order: OrderFacts): readonly RefundId[] =>
  order.refunds
    .filter(
      (refund) =>
        isMeanwhile(state, refund) &&
        !state.refundIds.includes(refund.id) &&
        !isMarkedByThisApp(refund.note),
    )
    .map(({ id }) => id);

/**
 * Since the own refund was asked for; where it follows the cancel, or the edit that took a part off, since it was
 * planned: what others give back of the same until then is part of what was planned for it.
 */
function isMeanwhile(
  { refundAskedAt, plan }: Cancellation,
  { createdAt, transactionIds, lines }: OrderFacts['refunds'][number],
): boolean {
  const { execution, refundsBefore, selection } = plan.refund;
  const isNew = transactionIds.some((id) => !refundsBefore.includes(id));
  switch (execution) {
    case 'after_cancel':
      return isNew;
    case 'edit_lines':
      return isNew && lines.every(({ lineItemId }) => isSelected(selection, lineItemId));
    default:
      return refundAskedAt !== null && createdAt >= refundAskedAt;
  }
}

const isSelected = (selection: Selection, id: LineItemId): boolean =>
  selection.kind === 'order' || selection.lines.some(({ lineItemId }) => lineItemId === id);

/** Money that came after the cancel and that nobody has dealt with; null when there is none. */
export function latePayment(state: Cancellation, order: OrderFacts): Attention | null {
  if (isPartial(state)) return null;
  const { amount, shares } = latePaymentLeft(state.plan.refund, order, state.latePaymentsSettled);
  if (!isPositive(amount)) return null;
  const choices: readonly AttentionChoice[] = hasOpenDispute(order)
    ? ['settled_by_hand']
    : ['refund_late_payment', 'settled_by_hand'];
  const returned = cameBack(state, order) ? { returned: true } : {};
  return { what: 'late_payment', amount, shares, ...returned, choices };
}

/** A refund that was there when the cancellation was planned, and that the gateway said no to since. */
const cameBack = ({ plan }: Cancellation, order: OrderFacts): boolean =>
  order.transactions.some(
    (t) => t.kind === 'REFUND' && wasRefused(t) && plan.refund.refundsBefore.includes(t.id),
  );

/** What did not reach the customer. While their bank looks into the payment, sending it could pay them twice. */
export function refundFailed(
  state: Cancellation,
  order: OrderFacts,
  { missing, missingCredit }: MoneyTruth,
): Extract<Attention, { what: 'refund_failed' }> {
  const amount = add(
    sum(
      missing.map((share) => share.amount),
      missingCredit.currencyCode,
    ),
    missingCredit,
  );
  if (hasOpenDispute(order)) {
    return { what: 'refund_failed', missing, amount, disputed: true, choices: ['settled_by_hand'] };
  }
  const otherWay =
    missing.length > 0 && state.plan.refund.method === 'original' && takesStoreCredit(order)
      ? (['refund_as_store_credit'] as const)
      : [];
  return {
    what: 'refund_failed',
    missing,
    amount,
    choices: ['retry', ...otherWay, 'settled_by_hand'],
  };
}

export const refundUnconfirmed = ({ onItsWay, underWay }: MoneyTruth): Attention => ({
  what: 'refund_unconfirmed',
  amount: onItsWay,
  shares: underWay,
  choices: ['retry', 'settled_by_hand'],
});

export const releaseUnconfirmed = ({ stillHeld, arrived }: MoneyTruth): Attention => ({
  what: 'release_unconfirmed',
  amount: sum(
    stillHeld.map((held) => held.amount),
    arrived.currencyCode,
  ),
  choices: ['retry', 'settled_by_hand'],
});

/** Failures before the last refund were asked about already. */
function newestRefundWasRefused(state: Cancellation, order: OrderFacts): boolean {
  const newest = order.refunds.find((refund) => refund.id === state.refundIds.at(-1));
  return newest
    ? refusedOf(state, order).some((id) => newest.transactionIds.includes(id))
    : anyRefundWasRefused(state, order);
}

const anyRefundWasRefused = (state: Cancellation, order: OrderFacts): boolean =>
  refusedOf(state, order).length > 0;

const refusedOf = (state: Cancellation, order: OrderFacts) =>
  order.transactions
    .filter(
      (t) =>
        t.kind === 'REFUND' && wasRefused(t) && !state.plan.refund.refundsBefore.includes(t.id),
    )
    .map((t) => t.id);

const wasRefused = ({ status }: TransactionFacts): boolean =>
  status === 'FAILURE' || status === 'ERROR';

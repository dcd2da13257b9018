import type { FulfillmentOrderId } from '../../ids.ts';
import { compare, equals, isPositive } from '../../money.ts';
import type { OrderFacts, SuggestedRefundFacts } from '../../order/facts.ts';
import {
  concerns,
  fulfillmentStarted,
  isHoldable,
  needsRecall,
  refusedRecall,
} from '../../order/fulfillment.ts';
import { platformRefusals } from '../../policy/evaluation/evaluate.ts';
import { checkAgainstPlatform } from '../../refund/check.ts';
import { checkAndPlan } from '../../refund/plan/plan.ts';
import { replan } from '../../refund/plan/replan.ts';
import type { RefundPlan } from '../../refund/plan/refund-plan.ts';
import type { Refusal } from '../../refusal.ts';
import { type Result, firstOf, err } from '../../result.ts';
import { type EpochMs, DAY } from '../../time.ts';
import type { Attention, CancellationEvent } from '../events.ts';
import { cancelled, lostRace } from './whose-cancel.ts';
import type { Cancellation } from '../state.ts';
import { attention, concernedBy, notPossible, turnBack } from '../choices/verdicts.ts';

/* What follows from the order as it is read before the pivot: its work, its payments, its plan. */

export function sawFulfillment(
  state: Cancellation,
  order: OrderFacts,
  now: EpochMs,
): CancellationEvent[] {
  return (
    stoppedBy(state, order, now) ?? [
      { type: 'fulfillment_inspected', toHold: toHold(state, order) },
    ]
  );
}

export function sawReadiness(
  state: Cancellation,
  order: OrderFacts,
  suggested: SuggestedRefundFacts,
  now: EpochMs,
): CancellationEvent[] {
  const stopped = stoppedBy(state, order, now);
  if (stopped) return stopped;
  if (state.status === 'in_review') return [];
  const newWork = toHold(state, order);
  if (newWork.length > 0) return [{ type: 'fulfillment_inspected', toHold: newWork }];

  const redeemed = redeemedGiftCard(state, order);
  if (redeemed) return [attention(redeemed)];
  const planned = state.withoutRefund ? withoutRefund(state, order) : replanned(state, order);
  if (!planned.ok) return [notReady(planned.error)];
  if (isPositive(planned.value.pendingPayment)) return awaitPayment(state, planned.value, now);
  const refund = checkAgainstPlatform(planned.value, suggested);
  if (!refund.ok) return [notReady(refund.error)];
  return [
    {
      type: 'readiness_confirmed',
      refund: refund.value,
      toRecall: order.fulfillmentOrders.filter(needsRecall).map((fo) => fo.id),
    },
  ];
}

/**
 * The plan against the order as it is now. A person who accepted another amount accepted that one: should it
 * have changed again, they are asked again.
 */
function replanned(state: Cancellation, order: OrderFacts): Result<RefundPlan, Refusal> {
  const { refund, terms } = state.plan;
  const free = !state.approved || isPositive(refund.pendingPayment);
  const { acceptedAmount: accepted } = state;
  const planned = replan(refund, order, terms, free || accepted !== null);
  return planned.ok && !free && accepted && !equals(planned.value.amount, accepted)
    ? err({ code: 'amount_changed', shown: refund.amount, now: planned.value.amount })
    : planned;
}

/** A gift card sold with it was used after the request was made: its worth would come back twice. */
function redeemedGiftCard(state: Cancellation, order: OrderFacts): Attention | null {
  const personKnows = state.usedGiftCardAccepted || state.request.handling === 'review';
  if (personKnows || state.request.actor.kind !== 'shopper') return null;
  const used = order.soldGiftCards.find(
    (card) =>
      state.plan.giftCards.includes(card.id) && compare(card.balance, card.initialValue) < 0,
  );
  return used
    ? {
        what: 'gift_card_redeemed',
        giftCardId: used.id,
        choices: ['accept_amount', 'turn_back'],
      }
    : null;
}

function withoutRefund(state: Cancellation, order: OrderFacts): Result<RefundPlan, Refusal> {
  const { terms, refund } = state.plan;
  const { selection, before } = refund;
  const planned = checkAndPlan(order, {
    selection,
    terms,
    choice: { kind: 'nothing' },
    ...(before ? { before } : {}),
  });
  return planned.ok ? planned : err(firstOf(planned.error));
}

/** Why it cannot go on as planned: a person chooses, or it turns back. */
function notReady(refusal: Refusal): CancellationEvent {
  switch (refusal.code) {
    case 'amount_changed': {
      const choices = ['accept_amount', 'turn_back'] as const;
      const { shown: planned, now: refundable } = refusal;
      return attention({ what: 'amount_changed', planned, refundable, choices });
    }
    case 'platform_disagrees': {
      const { where, ours, theirs } = refusal;
      const choices = ['retry', 'turn_back'] as const;
      return attention({ what: 'platform_disagrees', where, ours, theirs, choices });
    }
    case 'dispute_open':
      return attention({
        what: 'dispute_open',
        choices: ['retry', 'go_on_without_refund', 'turn_back'],
      });
    default:
      return notPossible(refusal);
  }
}

/** Slow banks answer within days; beyond this a person asks. */
const PATIENCE_WITH_BANK = 10 * DAY;

function awaitPayment(
  state: Cancellation,
  { pendingPayment: pending }: RefundPlan,
  now: EpochMs,
): CancellationEvent[] {
  if (state.status !== 'awaiting_payment') return [{ type: 'payment_awaited', pending }];
  return now - state.since > PATIENCE_WITH_BANK
    ? [attention({ what: 'payment_silent', amount: pending, choices: ['retry', 'turn_back'] })]
    : [];
}

export function sawRecall(
  state: Cancellation,
  order: OrderFacts,
  now: EpochMs,
): CancellationEvent[] {
  const stopped = stoppedBy(state, order, now);
  if (stopped) return stopped;
  const accepted = state.recalls.filter(({ fulfillmentOrderId, state: recall }) => {
    const fo = order.fulfillmentOrders.find((f) => f.id === fulfillmentOrderId);
    return recall === 'submitted' && !(fo && needsRecall(fo));
  });
  if (accepted.length > 0) {
    return accepted.map(({ fulfillmentOrderId }) => ({
      type: 'recall_accepted',
      fulfillmentOrderId,
    }));
  }
  return now - state.since > DAY
    ? [attention({ what: 'warehouse_silent', choices: ['retry', 'turn_back'] })]
    : [];
}

/**
 * What makes going on impossible before the pivot, as events (none while a cancel does not show yet whose it
 * is); null when nothing does.
 */
export function stoppedBy(
  state: Cancellation,
  order: OrderFacts,
  now: EpochMs,
): CancellationEvent[] | null {
  if (order.cancelledAt !== null) return cancelled(state, order, order.cancelledAt, now);
  const race = lostRace(state, order);
  if (race) return race;
  const { selection } = state.plan.refund;
  const concerned = concernedBy(state.plan, order);
  if (concerned.some(refusedRecall)) {
    return [turnBack('declined', { code: 'warehouse_refused' }, { kind: 'system' })];
  }
  const [refusal] = platformRefusals(order, selection);
  if (refusal) return [notPossible(refusal)];
  // A customer's request stops for work begun since; staff may know better, and the platform decides.
  const underWay =
    fulfillmentStarted(concerned) && !state.request.workUnderWay && !concerned.some(needsRecall);
  const staffDecided = state.request.actor.kind === 'staff' || state.request.handling === 'review';
  return underWay && !(staffDecided && state.approved)
    ? [turnBack('declined', { code: 'fulfillment_started' }, { kind: 'system' })]
    : null;
}

function toHold(state: Cancellation, order: OrderFacts): FulfillmentOrderId[] {
  const known = new Set(state.holds.map((hold) => hold.fulfillmentOrderId));
  return order.fulfillmentOrders
    .filter((fo) => concerns(state.plan.refund.selection, fo))
    .filter((fo) => isHoldable(fo) && !needsRecall(fo) && !known.has(fo.id))
    .map((fo) => fo.id);
}

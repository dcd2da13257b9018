import { type Money, add, isPositive, subtract, sum, zero } from '../../money.ts';
import type { RefundShare } from '../../refund/plan/refund-plan.ts';
import { withDone } from '../../saga/underway.ts';
import { giftCardKey } from '../effects/deactivate-gift-card.ts';
import { effectOfStep } from '../effects/effects.ts';
import { bonusKey } from '../effects/give-bonus.ts';
import type { Cancellation } from '../state.ts';
import { moneySettled } from './money-settled.ts';

/**
 * A person settled what they were asked about, and nothing else: another share that fails is asked about by
 * itself, and money that came by hand still has to be handed over.
 */
export function settledByHand(state: Cancellation, back: Cancellation): Cancellation {
  const { attention } = state;
  const on: Cancellation = { ...back, intent: null };
  switch (attention?.what) {
    case 'late_payment':
      return {
        ...back,
        latePaymentsSettled: add(state.latePaymentsSettled, attention.amount),
      };
    case 'refund_failed':
      return moneySettled(on, attention.missing, creditIn(attention.missing, attention.amount));
    case 'refund_unconfirmed':
      return attention.shares
        ? moneySettled(on, attention.shares, creditIn(attention.shares, attention.amount))
        : allMoneySettled(on);
    case 'release_unconfirmed':
      return {
        ...on,
        status: 'verifying',
        settledByHand: true,
        releasesSettled: true,
      };
    case 'pay_back_by_hand':
      return { ...on, settledByHand: true, handedOver: true };
    case 'platform_refused':
    case 'platform_unreachable':
      return stepSettled(state, on, attention.step);
    case 'order_gone':
      return nothingLeft(on);
    default:
      return on;
  }
}

function stepSettled(asked: Cancellation, on: Cancellation, step: string): Cancellation {
  if (step === 'money') return allMoneySettled(on);
  return effectOfStep(step)?.closedBy?.settled_by_hand?.(asked, on) ?? on;
}

/** The part of an amount that no share carries: it was to be credit. */
function creditIn(shares: readonly RefundShare[], amount: Money): Money {
  const inShares = sum(
    shares.map((share) => share.amount),
    amount.currencyCode,
  );
  const credit = subtract(amount, inShares);
  return isPositive(credit) ? credit : zero(amount.currencyCode);
}

/** Nobody can look any more, or what was asked about was all of it. */
function allMoneySettled(state: Cancellation): Cancellation {
  const none = zero(state.plan.refund.amount.currencyCode);
  return {
    ...moneySettled(
      state,
      state.plan.refund.shares,
      subtract(state.creditInstead, state.settledCredit),
    ),
    releasesSettled: true,
    money: {
      outcome: 'settled',
      arrived: state.money?.arrived ?? none,
      onItsWay: none,
    },
    moneyIsStale: false,
  };
}

/**
 * The order is gone: all that is left to do for it has no place any more. Stock that it left wrong is still there to be
 * corrected.
 */
const nothingLeft = (state: Cancellation): Cancellation => ({
  ...allMoneySettled(state),
  handedOver: true,
  ...withDone(
    state,
    bonusKey(state.id),
    ...state.plan.giftCards.map((giftCardId) => giftCardKey(state.id, giftCardId)),
  ),
  ownHoldsChecked: true,
  holds: [],
});

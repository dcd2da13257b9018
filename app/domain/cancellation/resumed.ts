import { type Money, add, isPositive, subtract, sum, zero } from '../money.ts';
import type { RefundShare } from '../refund/refund-plan.ts';
import type { MoneyBack, RecordedEvent } from './events.ts';
import { mailName } from './mail-name.ts';
import type { CancellationPlan } from './plan.ts';
import type { Cancellation } from './state.ts';

/* Where a cancellation goes on once a person has decided. */

export function resumed(
  state: Cancellation,
  choice: Extract<RecordedEvent, { type: 'resumed' }>['choice'],
): Cancellation {
  const back: Cancellation = {
    ...state,
    status: state.resumeTo ?? 'requested',
    attention: null,
    resumeTo: null,
    attempts: 0,
    notBefore: null,
  };
  switch (choice) {
    case 'retry':
      return state.attention?.what === 'refund_failed'
        ? refundingAgain(back, {
            method: state.plan.refund.method,
            amount: state.attention.amount,
            shares: state.attention.missing,
          })
        : back;
    case 'refund_as_store_credit':
      return state.attention?.what === 'refund_failed'
        ? asStoreCredit(back, state.attention.missing, state.attention.amount)
        : back;
    case 'refund_late_payment':
      return state.attention?.what === 'late_payment'
        ? {
            ...refundingAgain(back, {
              method: 'original',
              amount: state.attention.amount,
              shares: state.attention.shares,
            }),
            latePaymentsSettled: add(state.latePaymentsSettled, state.attention.amount),
            plan: withMoreShares(state, state.attention.shares),
          }
        : back;
    case 'go_on_without_refund':
      return { ...back, withoutRefund: true };
    case 'accept_amount':
      return { ...back, acceptAnyAmount: true };
    case 'settled_by_hand':
      return settledByHand(state, back);
    case 'skip_mail':
      return {
        ...back,
        intent: null,
        told:
          state.intent?.effect.kind === 'tell'
            ? [...state.told, mailName(state.intent.effect.template, state.refundRound)]
            : state.told,
      };
    case 'turn_back':
      return back;
  }
}

const refundingAgain = (state: Cancellation, refundDue: MoneyBack): Cancellation => ({
  ...state,
  status: 'refunding',
  money: null,
  refundRound: state.refundRound + 1,
  refundDue,
});

/** What the gateway would not take back leaves the shares of the payments and becomes credit. */
function asStoreCredit(
  state: Cancellation,
  missing: readonly RefundShare[],
  amount: Money,
): Cancellation {
  const lacking = (share: RefundShare) =>
    sum(
      missing.filter((m) => m.parentId === share.parentId).map((m) => m.amount),
      amount.currencyCode,
    );
  const { refund } = state.plan;
  const shares = refund.shares
    .map((share) => ({ ...share, amount: subtract(share.amount, lacking(share)) }))
    .filter((share) => isPositive(share.amount));
  return {
    ...refundingAgain(state, {
      method: 'store_credit',
      amount,
      shares: [],
    }),
    creditInstead: add(state.creditInstead, amount),
    plan: { ...state.plan, refund: { ...refund, shares } },
  };
}

/** A late payment that is given back belongs to what has to arrive. */
function withMoreShares(state: Cancellation, more: readonly RefundShare[]): CancellationPlan {
  const { refund } = state.plan;
  return { ...state.plan, refund: { ...refund, shares: [...refund.shares, ...more] } };
}

function settledByHand(state: Cancellation, back: Cancellation): Cancellation {
  const none = zero(state.plan.refund.amount.currencyCode);
  if (state.attention?.what === 'late_payment') {
    const { amount } = state.attention;
    return { ...back, latePaymentsSettled: add(state.latePaymentsSettled, amount) };
  }
  return {
    ...back,
    intent: null,
    status: 'verifying',
    refundDue: null,
    settledByHand: true,
    money: state.money ?? { outcome: 'settled', arrived: none, onItsWay: none },
  };
}

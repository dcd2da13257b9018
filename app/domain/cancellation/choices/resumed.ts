import { add, sum } from '../../money.ts';
import type { RefundShare } from '../../refund/plan/refund-plan.ts';
import { lessTaken, upTo } from '../../refund/shares/shares.ts';
import type { Attention, AttentionChoice, MoneyBack, RecordedEvent } from '../events.ts';
import { effectOfStep } from '../effects/effects.ts';
import type { CancellationPlan } from '../plan.ts';
import { settledByHand } from './settled-by-hand.ts';
import type { Cancellation } from '../state.ts';

/* Where a cancellation goes on once a person has decided, or what they were asked for has settled itself. */

/**
 * Back to where it came from, and to look again: what it is held on, what it is to give back and where the money
 * is may have changed while a person was asked. A cancel that Shopify's job did not carry out is then
 * asked for anew.
 */
export function backFromAttention(state: Cancellation): Cancellation {
  const back: Cancellation = {
    ...state,
    status: state.resumeTo ?? 'requested',
    attention: null,
    resumeTo: null,
    attempts: 0,
    notBefore: null,
  };
  if (back.status === 'verifying') return { ...back, moneyIsStale: true };
  return back.status === 'cancelling' && back.cancelledAt === null && back.intent === null
    ? { ...back, status: 'holding', cancel: null }
    : back;
}

export function resumed(
  state: Cancellation,
  choice: Extract<RecordedEvent, { type: 'resumed' }>['choice'],
): Cancellation {
  const back = backFromAttention(state);
  const { attention } = state;
  switch (choice) {
    case 'retry':
      return attention?.what === 'refund_failed'
        ? refundingAgain(back, cameFromPayment(state, attention) ?? dueAgain(state, attention))
        : back;
    case 'refund_as_store_credit':
      return attention?.what === 'refund_failed' ? asStoreCredit(back, attention.missing) : back;
    case 'refund_late_payment':
      return attention?.what === 'late_payment'
        ? {
            ...refundingAgain(back, {
              method: 'original',
              amount: attention.amount,
              shares: attention.shares,
            }),
            latePaymentsSettled: add(state.latePaymentsSettled, attention.amount),
            plan: withMoreShares(state, attention.shares),
          }
        : back;
    case 'go_on_without_refund':
      return { ...back, withoutRefund: true };
    case 'accept_amount':
      return {
        ...back,
        acceptedAmount:
          attention?.what === 'amount_changed' ? attention.refundable : back.acceptedAmount,
        usedGiftCardAccepted: back.usedGiftCardAccepted || attention?.what === 'gift_card_redeemed',
      };
    case 'settled_by_hand':
      return settledByHand(state, back);
    case 'skip_mail':
      return closed(state, back, 'tell', choice);
    case 'skip_step':
      return closed(state, back, stepAskedAbout(state), choice);
    case 'turn_back':
      return back;
  }
}

/** What is missing of a refund, to be sent again: to its payments first, then what was to be credit. */
function dueAgain(
  { plan }: Cancellation,
  { missing, amount }: Extract<Attention, { what: 'refund_failed' }>,
): MoneyBack {
  return missing.length > 0
    ? {
        method: plan.refund.method,
        amount: totalOf(missing, amount.currencyCode),
        shares: missing,
      }
    : { method: 'store_credit', amount, shares: [] };
}

/**
 * A late payment goes back to where it came from, whatever the cancellation itself was to give: so it does when it is
 * sent again. Null where that is not what came back.
 */
function cameFromPayment(
  { plan, refundSent: sent }: Cancellation,
  { amount }: Extract<Attention, { what: 'refund_failed' }>,
): MoneyBack | null {
  if (plan.refund.method !== 'store_credit' || sent?.method !== 'original') return null;
  const shares = upTo(amount, sent.shares);
  return { method: 'original', amount: totalOf(shares, amount.currencyCode), shares };
}

const totalOf = (shares: readonly RefundShare[], currencyCode: string) =>
  sum(
    shares.map((share) => share.amount),
    currencyCode,
  );

const refundingAgain = (state: Cancellation, refundDue: MoneyBack): Cancellation => ({
  ...state,
  status: 'refunding',
  money: null,
  refundRound: state.refundRound + 1,
  refundDue,
});

/** What the gateway would not take back leaves the shares of the payments and becomes credit. */
function asStoreCredit(state: Cancellation, missing: readonly RefundShare[]): Cancellation {
  const { refund } = state.plan;
  const { currencyCode } = refund.amount;
  const amount = totalOf(missing, currencyCode);
  const shares = lessTaken(refund.shares, missing).left;
  return {
    ...refundingAgain(state, {
      method: 'store_credit',
      amount,
      shares: [],
    }),
    creditInstead: add(state.creditInstead, amount),
    creditInsteadOf: [...state.creditInsteadOf, ...missing],
    plan: { ...state.plan, refund: { ...refund, shares } },
  };
}

/** A late payment that is given back belongs to what has to arrive. */
function withMoreShares(state: Cancellation, more: readonly RefundShare[]): CancellationPlan {
  const { refund } = state.plan;
  return {
    ...state.plan,
    refund: { ...refund, shares: [...refund.shares, ...more] },
  };
}

/** The step that a person gave up counts as done: the platform stays as it is. */
function closed(
  asked: Cancellation,
  back: Cancellation,
  step: string | null,
  choice: AttentionChoice,
): Cancellation {
  const on: Cancellation = { ...back, intent: null };
  if (step === null) return on;
  return (
    effectOfStep(step === 'own_holds' ? 'release' : step)?.closedBy?.[choice]?.(asked, on) ?? on
  );
}

/** Whether a choice closes a case, or a step of it, without anything being sent. */
export const sendsNothing = (choice: AttentionChoice): boolean => SENDS_NOTHING.includes(choice);

const SENDS_NOTHING: readonly AttentionChoice[] = [
  'settled_by_hand',
  'skip_mail',
  'skip_step',
  'turn_back',
];

/** The step that a person is asked about; null where it is no step that failed. */
export const stepAskedAbout = ({ attention }: Pick<Cancellation, 'attention'>): string | null =>
  attention?.what === 'platform_refused' || attention?.what === 'platform_unreachable'
    ? attention.step
    : null;

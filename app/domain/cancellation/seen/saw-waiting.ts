import { type Money, isPositive, subtract, sum, zero } from '../../money.ts';
import type { OrderFacts, SuggestedRefundFacts } from '../../order/facts.ts';
import { type MoneyTruth, isLacking, payBackByHand } from '../../refund/truth.ts';
import type { EpochMs } from '../../time.ts';
import type { Attention, CancellationEvent } from '../events.ts';
import { owesStock } from '../effects/correct-stock.ts';
import { effectOfStep, isPivot, recognise, succeeded } from '../effects/effects.ts';
import { isBonusGiven } from '../effects/give-bonus.ts';
import { recounted } from '../refund-due.ts';
import { backFromAttention, stepAskedAbout } from '../choices/resumed.ts';
import { cancelled, overtaken } from './whose-cancel.ts';
import {
  latePayment,
  refundFailed,
  refundUnconfirmed,
  releaseUnconfirmed,
  truthOf,
} from './saw-money.ts';
import { sawReadiness, sawRecall, stoppedBy } from './saw-work.ts';
import { type Cancellation, isBeforePivot, isFinal, mayHaveActed, isPartial } from '../state.ts';
import { attention, turnBack } from '../choices/verdicts.ts';

/*
 * What follows from the order as it is read while a cancellation waits, for a person above all: somebody else
 * may have settled the matter, or changed what there is to decide. No events when nothing of it changed.
 */

export function sawWaiting(
  state: Cancellation,
  order: OrderFacts,
  suggested: SuggestedRefundFacts | null,
  now: EpochMs,
): readonly CancellationEvent[] {
  if (state.attention) return sawAttention(state, state.attention, order, suggested, now);
  if (isFinal(state.status) || state.status === 'releasing' || !isBeforePivot(state)) return [];
  // One that asks for the cancel finds out by itself what became of it.
  return state.cancelAskedAt === null ? (stoppedBy(state, order, now) ?? []) : [];
}

/** Whether a person is asked about the plan, which is then held against the platform's own once more. */
export const asksAboutPlan = ({ attention: raised }: Cancellation): boolean =>
  raised !== null && ASKED_ABOUT_PLAN.includes(raised.what);

const ASKED_ABOUT_PLAN: readonly Attention['what'][] = [
  'amount_changed',
  'platform_disagrees',
  'dispute_open',
  'gift_card_redeemed',
  'payment_silent',
];

function sawAttention(
  state: Cancellation,
  asked: Attention,
  order: OrderFacts,
  suggested: SuggestedRefundFacts | null,
  now: EpochMs,
): readonly CancellationEvent[] {
  const { intent } = state;
  const found = intent && recognise(intent, order);
  if (found) return settledWith(asked, succeeded(intent.effect, found));
  if (state.resumeTo === 'releasing') return whileReleasing(state, asked, order, now);
  return isBeforePivot(state)
    ? beforePivot(state, asked, order, suggested, now)
    : afterPivot(state, asked, order, now);
}

function beforePivot(
  state: Cancellation,
  asked: Attention,
  order: OrderFacts,
  suggested: SuggestedRefundFacts | null,
  now: EpochMs,
): readonly CancellationEvent[] {
  const over = overtaken(state, order, now);
  if (over) return over;
  // As if it had gone on by itself; it waits for its bank or warehouse for as long as before.
  const back = { ...backFromAttention(state), since: state.since };
  switch (asked.what) {
    case 'platform_unreachable':
      return settledWith(asked, []);
    case 'warehouse_silent':
      return unlessSame(asked, sawRecall(back, order, now));
    default:
      return asksAboutPlan(state) && suggested
        ? unlessSame(asked, sawReadiness(back, order, suggested, now))
        : [];
  }
}

/** On its way back: nobody may be told that the order goes on when it does not. */
function whileReleasing(
  state: Cancellation,
  asked: Attention,
  order: OrderFacts,
  now: EpochMs,
): readonly CancellationEvent[] {
  if (order.cancelledAt !== null && state.turnedBack?.ending !== 'superseded') {
    return cancelled(state, order, order.cancelledAt, now);
  }
  if (asked.what === 'platform_unreachable') return settledWith(asked, []);
  return afterRefusal(state, asked, order, now);
}

function afterPivot(
  state: Cancellation,
  asked: Attention,
  order: OrderFacts,
  now: EpochMs,
): readonly CancellationEvent[] {
  switch (asked.what) {
    case 'platform_unreachable':
      return settledWith(asked, recounted(state, truthOf(state, order, now)));
    case 'refund_failed':
    case 'refund_unconfirmed':
    case 'release_unconfirmed': {
      const still = whatIsWrong(state, asked.what, order, truthOf(state, order, now));
      return still ? unlessSame(asked, [attention(still)]) : settledWith(asked, []);
    }
    case 'late_payment': {
      const late = latePayment(state, order);
      return late ? unlessSame(asked, [attention(late)]) : settledWith(asked, []);
    }
    case 'platform_refused':
      return afterRefusal(state, asked, order, now);
    default:
      return [];
  }
}

/** Whether the money is still where a person was asked about it, or worse; null when it is not. */
function whatIsWrong(
  state: Cancellation,
  asked: Attention['what'],
  order: OrderFacts,
  truth: MoneyTruth,
): Attention | null {
  if (isLacking(truth)) return refundFailed(state, order, truth);
  if (asked === 'refund_unconfirmed' && isPositive(truth.onItsWay)) return refundUnconfirmed(truth);
  return asked === 'release_unconfirmed' && truth.stillHeld.length > 0
    ? releaseUnconfirmed(truth)
    : null;
}

/** What the order says of the step that the platform refused. */
function afterRefusal(
  state: Cancellation,
  asked: Attention,
  order: OrderFacts,
  now: EpochMs,
): readonly CancellationEvent[] {
  const step = stepAskedAbout(state);
  const seen = step === null ? null : effectOfStep(step)?.whileAsked?.(state, order, now);
  if (!seen) return [];
  return seen.settles ? settledWith(asked, seen.events) : seen.events;
}

/** The question answers itself, and this is what follows. */
const settledWith = (
  asked: Attention,
  events: readonly CancellationEvent[],
): CancellationEvent[] => [{ type: 'attention_settled', what: asked.what }, ...events];

/** Asked anew only where there is something else to decide; anything else settles the question. */
function unlessSame(
  asked: Attention,
  events: readonly CancellationEvent[],
): readonly CancellationEvent[] {
  const [first] = events;
  if (!first) return [];
  if (first.type !== 'attention_raised') {
    return first.type === 'turned_back' ? [...events] : settledWith(asked, events);
  }
  return isSame(first.attention, asked) ? [] : [...events];
}

/** Attentions are plain data, written in one place each, so that their fields come in one order. */
const isSame = (a: Attention, b: Attention): boolean => canonical(a) === canonical(b);

/** As it is stored: fields in order of their names. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The platform shows the order no more: nothing about it can be done, or seen, any longer. */
export function sawGone(state: Cancellation): readonly CancellationEvent[] {
  if (isFinal(state.status)) return [];
  if (state.status === 'releasing' || state.resumeTo === 'releasing') {
    // Whether the mail goes out has nothing to do with the order.
    if (state.attention?.what === 'mail_failed') return [];
    if (mayHaveActed(state) && state.turnedBack?.ending !== 'superseded') return [unknownOutcome];
    const noHolds: CancellationEvent = { type: 'own_holds_found', holds: [] };
    return state.attention ? settledWith(state.attention, [noHolds]) : [noHolds];
  }
  if (isBeforePivot(state)) {
    return [
      mayBeCancelled(state)
        ? unknownOutcome
        : turnBack('superseded', { code: 'order_gone' }, { kind: 'system' }),
    ];
  }
  // Stock is where it is, with or without the order.
  if (state.attention?.what === 'order_gone' || stepAskedAbout(state) === 'correct_stock') {
    return [];
  }
  if (isPartial(state) && !state.ownHoldsChecked && owesStock(state)) {
    return [{ type: 'own_holds_found', holds: [] }];
  }
  const amount = unknownMoney(state);
  return isPositive(amount)
    ? [attention({ what: 'order_gone', amount, choices: ['settled_by_hand'] })]
    : [{ type: 'completed' }];
}

const unknownOutcome = turnBack('superseded', { code: 'outcome_unknown' }, { kind: 'system' });

/** The platform took the cancel, or its answer got lost: what the platform refused did certainly not happen. */
const mayBeCancelled = ({ attention: asked, cancel, intent }: Cancellation): boolean =>
  asked?.what !== 'platform_refused' &&
  (cancel !== null || (intent !== null && isPivot(intent.effect)));

/** What was to go back and was never seen to arrive. */
function unknownMoney(state: Cancellation): Money {
  const { refund } = state.plan;
  const { currencyCode } = refund.amount;
  const settled = sum(
    state.settledShares.map((share) => share.amount),
    currencyCode,
  );
  const isSeen = state.money?.outcome === 'settled' && state.attention?.what !== 'refund_failed';
  const promised = isSeen ? zero(currencyCode) : subtract(refund.amount, settled);
  const bonus = isBonusGiven(state) ? zero(currencyCode) : refund.bonus;
  const owed = [isPositive(promised) ? promised : zero(currencyCode), bonus];
  // The platform's record of cash given back is no cash: a person hands it over.
  if (isSeen && !state.handedOver) owed.push(payBackByHand(refund, state.settledShares).amount);
  if (state.attention?.what === 'late_payment') owed.push(state.attention.amount);
  return sum(owed, currencyCode);
}

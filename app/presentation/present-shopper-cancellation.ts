import type { CancellationRecord } from '../application/cancellation-record.ts';
import { canBeStopped } from '../domain/cancellation/decide.ts';
import type { Attention, RecordedEvent } from '../domain/cancellation/events.ts';
import type { Cancellation } from '../domain/cancellation/state.ts';
import { add, formatMoney, isPositive } from '../domain/money.ts';
import { type Policy, inLanguage } from '../domain/policy/policy.ts';
import type { RefundPlan } from '../domain/refund/refund-plan.ts';
import { presentMoney } from './present-shopper-quote.ts';
import type { ShopperCancellation } from './shopper-view.ts';
import { explainTurnBack } from './turn-back-words.ts';

/** A cancellation as its customer sees it: what of the order, where it stands, what comes back. */
export function presentShopperCancellation(
  { state, events, texts }: CancellationRecord,
  policy: Policy,
  locale: string,
): ShopperCancellation {
  const reason = policy.reasons.find((known) => known.id === state.request.reasonId);
  const { refund } = state.plan;
  const promised = add(refund.amount, refund.bonus);
  return {
    id: state.id,
    status: statusOf(state),
    scope: refund.selection.kind,
    items: refund.selection.kind === 'order' ? [] : itemsOf(refund),
    canWithdraw: state.request.actor.kind === 'shopper' && canBeStopped(state),
    reason: reason ? inLanguage(reason, locale) : null,
    comment: texts.customerComment,
    declined: presentDeclined(state, texts.noteToCustomer),
    timeline: timelineOf(state, events),
    amount: isPositive(promised) ? formatMoney(promised, locale) : null,
    comesBack: presentMoney(refund, locale, state.creditInstead),
  };
}

function itemsOf({ lines }: RefundPlan): ShopperCancellation['items'] {
  return lines
    .filter(({ quantity }) => quantity > 0)
    .map(({ title, quantity }) => ({ title, quantity }));
}

function statusOf(state: Cancellation): ShopperCancellation['status'] {
  const attention = state.status === 'needs_attention' ? state.attention : null;
  if (state.cancelledAt !== null) {
    if (state.status === 'completed') return 'completed';
    return attention && isRefundInDoubt(attention) ? 'needs_attention' : 'cancelled';
  }
  switch (state.turnedBack?.ending) {
    case 'withdrawn':
      return 'withdrawn';
    case 'superseded':
      return 'cancelled';
    case 'declined':
    case 'expired':
      return 'declined';
    case undefined:
      break;
  }
  if (state.status === 'awaiting_payment' || attention?.what === 'payment_silent') {
    return 'awaiting_payment';
  }
  if (attention) return 'needs_attention';
  if (!state.approved) return 'in_review';
  return state.status === 'requested' ? 'requested' : 'in_progress';
}

/** Once the order is cancelled, customers need to know only when their money does not come as promised. */
const isRefundInDoubt = (attention: Attention): boolean =>
  attention.what === 'refund_failed' ||
  (attention.what === 'platform_refused' && attention.step === 'refund');

function presentDeclined(
  { turnedBack }: Cancellation,
  note: string | null,
): ShopperCancellation['declined'] {
  if (turnedBack?.ending !== 'declined' && turnedBack?.ending !== 'expired') return null;
  const { why } = turnedBack;
  return {
    code: why.code,
    message: explainTurnBack(why).shopper,
    note,
    nextStep: why.code === 'staff_declined' ? why.nextStep : null,
  };
}

/** What has happened, and for a cancellation on its way what is still to come. */
function timelineOf(
  state: Cancellation,
  events: readonly RecordedEvent[],
): ShopperCancellation['timeline'] {
  const at = (type: RecordedEvent['type']) =>
    iso(events.find((event) => event.type === type)?.at ?? null);
  const happened = [
    { step: 'requested' as const, at: iso(state.request.at) },
    ...(state.request.handling === 'review' && state.approved
      ? [{ step: 'approved' as const, at: at('approved') }]
      : []),
  ];
  if (state.turnedBack && state.turnedBack.ending !== 'superseded') {
    const step = state.turnedBack.ending === 'withdrawn' ? 'withdrawn' : 'declined';
    return [...happened, { step, at: at('turned_back') }];
  }
  const { refund } = state.plan;
  const refundSteps = isPositive(add(refund.amount, refund.bonus))
    ? [
        { step: 'refund_sent' as const, at: at(SENDS_REFUND[refund.execution]) },
        { step: 'refund_arrived' as const, at: settledAt(state, events) },
      ]
    : [];
  return [
    ...happened,
    { step: 'stopped', at: at('readiness_confirmed') },
    { step: 'cancelled', at: iso(state.cancelledAt) },
    ...refundSteps,
  ];
}

/** The event by which the money is on its way. */
const SENDS_REFUND: Readonly<Record<RefundPlan['execution'], RecordedEvent['type']>> = {
  with_cancel: 'cancel_confirmed',
  with_lines: 'lines_removed',
  after_cancel: 'refund_accepted',
  edit_lines: 'refund_accepted',
  cancel_only: 'cancel_confirmed',
};

/** When all the money was seen back; null again for money that came back from the bank. */
function settledAt(state: Cancellation, events: readonly RecordedEvent[]): string | null {
  if (state.attention?.what === 'refund_failed' || state.money?.outcome !== 'settled') return null;
  return iso(events.findLast((event) => event.type === 'money_observed')?.at ?? null);
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

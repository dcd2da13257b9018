import type { CancellationRecord } from '../../application/cancellation/cancellation-record.ts';
import { canBeStopped } from '../../domain/cancellation/machine/decide.ts';
import { progressOf } from '../../domain/cancellation/progress/progress.ts';
import type {
  ProgressKey,
  ProgressStep,
} from '../../domain/cancellation/progress/progress-step.ts';
import type { Cancellation } from '../../domain/cancellation/state.ts';
import { waysBackOf } from '../../domain/cancellation/ways-back.ts';
import { add, formatMoney, isPositive } from '../../domain/money.ts';
import { type Policy, inLanguage } from '../../domain/policy/document/policy.ts';
import type { RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import { presentMoney } from './present-shopper-quote.ts';
import type { ShopperCancellation } from '../../contract/shopper/shopper-view.ts';
import { standsStillFor } from '../cancellation/standstill.ts';
import { shopperTurnBackText } from '../cancellation/turn-back-words.ts';
import { messagesIn } from '../../messages/messages.ts';

/** A cancellation as its customer sees it: what of the order, where it stands, what comes back. */
export function presentShopperCancellation(
  record: CancellationRecord,
  policy: Policy,
  locale: string,
): ShopperCancellation {
  const { state, events, texts } = record;
  const reason = policy.reasons.find((known) => known.id === state.request.reasonId);
  const { refund } = state.plan;
  const progress = progressOf(state, events);
  const promised = add(refund.amount, refund.bonus);
  return {
    id: state.id,
    status: statusOf(state, progress),
    scope: refund.selection.kind,
    items: refund.selection.kind === 'order' ? [] : itemsOf(refund),
    standsStill: standsStillFor(record) !== null,
    canWithdraw: state.request.actor.kind === 'shopper' && canBeStopped(state),
    reason: reason ? inLanguage(reason, locale) : null,
    comment: texts.customerComment,
    declined: presentDeclined(state, texts.noteToCustomer, locale),
    timeline: timelineOf(state, progress),
    amount: isPositive(promised) ? formatMoney(promised, locale) : null,
    comesBack: presentMoney(refund, locale, waysBackOf(state)),
  };
}

function itemsOf({ lines }: RefundPlan): ShopperCancellation['items'] {
  return lines
    .filter(({ quantity }) => quantity > 0)
    .map(({ title, quantity }) => ({ title, quantity }));
}

function statusOf(
  state: Cancellation,
  progress: readonly ProgressStep[],
): ShopperCancellation['status'] {
  const attention = state.status === 'needs_attention' ? state.attention : null;
  if (state.cancelledAt !== null) {
    if (state.status === 'completed') return 'completed';
    return progress.some(isMoneyInDoubt) ? 'needs_attention' : 'cancelled';
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
const isMoneyInDoubt = ({ key, state }: ProgressStep): boolean =>
  state === 'failed' && MONEY.includes(key);

const MONEY: readonly ProgressKey[] = [
  'refund_sent',
  'store_credit_given',
  'refund_arrived',
  'payment_released',
];

function presentDeclined(
  { turnedBack }: Cancellation,
  note: string | null,
  locale: string,
): ShopperCancellation['declined'] {
  if (turnedBack?.ending !== 'declined' && turnedBack?.ending !== 'expired') return null;
  const { why } = turnedBack;
  return {
    code: why.code,
    message: shopperTurnBackText(why, messagesIn(locale, 'shopper')),
    note,
    nextStep: why.code === 'staff_declined' ? why.nextStep : null,
  };
}

/** What has happened, and for a cancellation on its way what is still to come. */
function timelineOf(
  { turnedBack }: Cancellation,
  progress: readonly ProgressStep[],
): ShopperCancellation['timeline'] {
  return progress.flatMap(({ key, state, at }) => {
    const step = key === 'turned_back' ? endOf(turnedBack) : STEPS[key];
    if (step === null) return [];
    return [{ step, state, at: at === null ? null : new Date(at).toISOString() }];
  });
}

type ShopperStep = ShopperCancellation['timeline'][number]['step'];

/** The steps that concern a customer, in the page's words; null for those that are the shop's own. */
const STEPS: Readonly<Record<Exclude<ProgressKey, 'turned_back'>, ShopperStep | null>> = {
  requested: 'requested',
  payment_answered: null,
  approved: 'approved',
  warehouse_asked: null,
  stopped: 'stopped',
  gift_cards_disabled: null,
  cancelled: 'cancelled',
  stock_corrected: null,
  bonus_given: null,
  refund_sent: 'refund_sent',
  store_credit_given: 'store_credit_given',
  paid_by_hand: 'paid_by_hand',
  told: null,
  refund_arrived: 'refund_arrived',
  payment_released: 'payment_released',
  late_payment_returned: null,
};

/** Cancelled by somebody else is cancelled all the same. */
function endOf(turnedBack: Cancellation['turnedBack']): ShopperStep {
  switch (turnedBack?.ending) {
    case 'withdrawn':
      return 'withdrawn';
    case 'superseded':
      return 'cancelled';
    case 'declined':
    case 'expired':
    case undefined:
      return 'declined';
  }
}

import type { CancellationRecord, ShopperOrder } from '../application/read-shopper-order.ts';
import { TEXT_LIMITS } from '../application/text-limits.ts';
import { canBeStopped } from '../domain/cancellation/decide.ts';
import type { RecordedEvent } from '../domain/cancellation/events.ts';
import type { Cancellation } from '../domain/cancellation/state.ts';
import { type Money, formatMoney, isPositive, toDecimal } from '../domain/money.ts';
import { type Policy, reasonLabel } from '../domain/policy/policy.ts';
import type { RefundPlan } from '../domain/refund/plan.ts';
import { payBackByHand } from '../domain/refund/truth.ts';
import { type Refusal, explain } from '../domain/refusal.ts';
import { explainTurnBack } from './turn-back-words.ts';
import type {
  ComesBack,
  ShopperCancellation,
  ShopperRefusal,
  ShopperView,
} from './shopper-view.ts';

/** An order for its customer's page, with amounts and reasons in their language. */
export function presentShopperOrder(view: ShopperOrder, locale: string): ShopperView {
  const { order, policy, cancellation, offer } = view;
  return {
    orderName: order.name,
    cancellation: cancellation && presentCancellation(cancellation, policy, locale),
    offer: offer.available
      ? {
          available: true,
          handling: offer.eligibility.handling,
          closesAt: iso(offer.eligibility.closesAt),
          reasons: policy.reasons.map((reason) => ({
            id: reason.id,
            label: reasonLabel(reason, locale),
          })),
          commentLimit: TEXT_LIMITS.customerComment,
          comesBack: presentRefund(offer.refund, locale),
        }
      : { available: false, refusals: offer.refusals.map(presentShopperRefusal) },
  };
}

export const presentShopperRefusal = (refusal: Refusal): ShopperRefusal => ({
  code: refusal.code,
  message: explain(refusal).shopper,
});

function presentRefund(plan: RefundPlan, locale: string): ComesBack {
  const line = ({ gatewayName, amount }: { gatewayName: string; amount: Money }) => ({
    method: gatewayName,
    amount: formatMoney(amount, locale),
  });
  const byHand = payBackByHand(plan).shares;
  const asStoreCredit = plan.method === 'store_credit' && isPositive(plan.amount);
  return {
    total: formatMoney(plan.amount, locale),
    refunds: plan.shares.filter((share) => !byHand.includes(share)).map(line),
    released: plan.releases.map(line),
    byHand: byHand.map(line),
    asStoreCredit,
    shown: { amount: toDecimal(plan.amount), currencyCode: plan.amount.currencyCode },
  };
}

function presentCancellation(
  { state, events, texts }: CancellationRecord,
  policy: Policy,
  locale: string,
): ShopperCancellation {
  const reason = policy.reasons.find((known) => known.id === state.request.reasonId);
  const { amount } = state.plan.refund;
  return {
    id: state.id,
    status: shopperStatus(state),
    canWithdraw: state.request.actor.kind === 'shopper' && canBeStopped(state),
    reason: reason ? reasonLabel(reason, locale) : null,
    comment: texts.customerComment,
    declined: presentDeclined(state, texts.noteToCustomer),
    timeline: timelineOf(state, events),
    amount: isPositive(amount) ? formatMoney(amount, locale) : null,
  };
}

function shopperStatus(state: Cancellation): ShopperCancellation['status'] {
  if (state.cancelledAt !== null) return state.status === 'completed' ? 'completed' : 'cancelled';
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
  if (state.status === 'needs_attention') return 'needs_attention';
  if (!state.approved) return 'in_review';
  return state.status === 'requested' ? 'requested' : 'in_progress';
}

function presentDeclined(
  state: Cancellation,
  note: string | null,
): ShopperCancellation['declined'] {
  const back = state.turnedBack;
  if (!back || (back.ending !== 'declined' && back.ending !== 'expired')) return null;
  return { code: back.why.code, message: explainTurnBack(back.why).shopper, note };
}

/** What has happened, and for a cancellation on its way what is still to come. */
function timelineOf(
  state: Cancellation,
  events: readonly RecordedEvent[],
): ShopperCancellation['timeline'] {
  const at = (type: RecordedEvent['type']) =>
    iso(events.find((event) => event.type === type)?.at ?? null);
  const happened = [
    { step: 'requested' as const, at: at('requested') },
    ...(state.request.handling === 'review' && state.approved
      ? [{ step: 'approved' as const, at: at('approved') }]
      : []),
  ];
  if (state.turnedBack && state.turnedBack.ending !== 'superseded') {
    const step = state.turnedBack.ending === 'withdrawn' ? 'withdrawn' : 'declined';
    return [...happened, { step, at: at('turned_back') }];
  }
  const refundSteps = isPositive(state.plan.refund.amount)
    ? [
        {
          step: 'refund_sent' as const,
          at:
            state.plan.refund.execution === 'with_cancel'
              ? at('cancel_confirmed')
              : at('refund_accepted'),
        },
        { step: 'refund_arrived' as const, at: settledAt(events) },
      ]
    : [];
  return [
    ...happened,
    { step: 'stopped', at: at('readiness_confirmed') },
    { step: 'cancelled', at: iso(state.cancelledAt) },
    ...refundSteps,
  ];
}

function settledAt(events: readonly RecordedEvent[]): string | null {
  const settled = events.find(
    (event) => event.type === 'money_observed' && event.outcome === 'settled',
  );
  return iso(settled?.at ?? null);
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

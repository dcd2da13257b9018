import type { CancellationRecord } from '../application/read-shopper-order.ts';
import { canBeAnswered } from '../domain/cancellation/decide.ts';
import type { Attention, AttentionChoice, RecordedEvent } from '../domain/cancellation/events.ts';
import {
  type Cancellation,
  type CancellationStatus,
  isFinal,
} from '../domain/cancellation/state.ts';
import { formatMoney, isPositive } from '../domain/money.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { describeEvent } from './event-words.ts';
import type { StaffCancellationView } from './staff-view.ts';
import { explainTurnBack } from './turn-back-words.ts';

/** A cancellation as staff see it: where it stands, what it waits for, all that happened. */
export function presentCancellation(
  { state, events, texts }: CancellationRecord,
  policy: Policy,
  locale: string,
): StaffCancellationView {
  const { label, tone } = STATUS[state.status];
  return {
    id: state.id,
    status: state.status,
    statusLabel: label,
    tone,
    isFinal: isFinal(state.status),
    requestedBy: requestedBy(state.request.actor.kind),
    requestedAt: iso(state.request.at),
    reason: reasonText(state, policy),
    customerComment: texts.customerComment,
    internalNote: texts.internalNote,
    amount: formatMoney(state.plan.refund.amount, locale),
    restock: state.plan.restock,
    teller: state.plan.teller,
    awaitsAnswer: canBeAnswered(state),
    attention: state.attention && presentAttention(state.attention, locale),
    steps: stepsOf(state, events),
    history: events.flatMap((event) => {
      const told = describeEvent(event, locale);
      return told ? [{ at: iso(event.at), ...told }] : [];
    }),
  };
}

type Tone = StaffCancellationView['tone'];

/** The one place that says how a status is called and coloured. */
export const STATUS: Readonly<
  Record<CancellationStatus, { readonly label: string; readonly tone: Tone }>
> = {
  requested: { label: 'Requested', tone: 'info' },
  holding: { label: 'Stopping fulfillment', tone: 'info' },
  in_review: { label: 'Waiting for review', tone: 'attention' },
  recalling: { label: 'Waiting for warehouse', tone: 'attention' },
  cancelling: { label: 'Cancelling', tone: 'info' },
  refunding: { label: 'Refunding', tone: 'info' },
  verifying: { label: 'Confirming refund', tone: 'info' },
  releasing: { label: 'Releasing hold', tone: 'info' },
  needs_attention: { label: 'Needs attention', tone: 'critical' },
  completed: { label: 'Cancelled', tone: 'success' },
  declined: { label: 'Declined', tone: 'warning' },
  withdrawn: { label: 'Withdrawn', tone: 'info' },
  expired: { label: 'Not answered in time', tone: 'warning' },
  superseded: { label: 'Cancelled elsewhere', tone: 'warning' },
};

/** Who asked, for lists and headings. */
export function requestedBy(kind: 'shopper' | 'staff' | 'system'): string {
  return { shopper: 'Customer', staff: 'Staff', system: 'Unorder' }[kind];
}

/** The reason in the merchant's own words, or Shopify's for a cancellation by staff. */
export function reasonText(state: Cancellation, policy: Policy): string {
  const own = policy.reasons.find((reason) => reason.id === state.request.reasonId);
  return own?.label ?? REASON_LABELS[state.plan.reason];
}

/** Shopify's reasons as its admin words them. */
export const REASON_LABELS = {
  CUSTOMER: 'Customer changed or cancelled order',
  DECLINED: 'Payment declined',
  FRAUD: 'Fraudulent order',
  INVENTORY: 'Items unavailable',
  STAFF: 'Staff error',
  OTHER: 'Other',
} as const;

function presentAttention(
  attention: Attention,
  locale: string,
): NonNullable<StaffCancellationView['attention']> {
  return {
    ...attentionWords(attention, locale),
    choices: attention.choices.map((choice, index) => ({
      choice,
      label: CHOICES[choice],
      primary: index === 0,
    })),
  };
}

const CHOICES: Readonly<Record<AttentionChoice, string>> = {
  retry: 'Try again',
  turn_back: 'Stop and keep the order',
  accept_amount: 'Refund what is possible now',
  settled_by_hand: 'It is settled',
  skip_mail: 'Go on without the mail',
};

function attentionWords(
  attention: Attention,
  locale: string,
): { readonly title: string; readonly explanation: string } {
  switch (attention.what) {
    case 'amount_changed':
      return {
        title: 'The refundable amount has changed',
        explanation: `${formatMoney(attention.planned, locale)} was confirmed, but ${formatMoney(attention.refundable, locale)} can be refunded now. Nothing was cancelled yet. Refund what is possible now, or stop and keep the order.`,
      };
    case 'platform_refused':
      return {
        title: `Shopify refused to ${STEP_WORDS[attention.step]}`,
        explanation: `Shopify says: ${attention.problem.message} Put this right on the order, then try again.`,
      };
    case 'platform_unreachable':
      return {
        title: 'Shopify did not answer',
        explanation: `It was tried again and again without success (${attention.problem.message}). Check that the app is still installed and has access, then try again. Nothing will be done twice.`,
      };
    case 'warehouse_silent':
      return {
        title: 'The warehouse has not answered',
        explanation:
          'The fulfillment service was asked a day ago to stop and has not replied. Call them, then try again, or stop and keep the order. No money has moved.',
      };
    case 'refund_failed':
      return {
        title: 'The refund did not go through',
        explanation: `The order is cancelled, but ${formatMoney(attention.amount, locale)} did not reach the customer: the payment provider refused it. Try again, or pay the customer another way and mark it as settled.`,
      };
    case 'refund_unconfirmed':
      return {
        title: 'The refund is not confirmed',
        explanation: `The payment provider has not confirmed ${formatMoney(attention.amount, locale)} for two weeks. Ask the provider, then look again or mark it as settled.`,
      };
    case 'release_unconfirmed':
      return {
        title: 'The payment is still authorized',
        explanation: `${formatMoney(attention.amount, locale)} is still reserved on the customer's account a day after the cancellation. Void the authorization at the payment provider, then look again or mark it as settled.`,
      };
    case 'pay_back_by_hand':
      return {
        title: 'Pay the customer back by hand',
        explanation: `${formatMoney(attention.amount, locale)} came in outside Shopify (${attention.shares.map((share) => share.gatewayName).join(', ')}), so Shopify cannot send it back. Hand it over, then mark it as settled.`,
      };
    case 'mail_failed':
      return {
        title: 'The customer could not be written to',
        explanation: `The mail server refused the mail (${attention.problem.message}). Check the mail settings and try again, or write to the customer yourself.`,
      };
  }
}

const STEP_WORDS = {
  hold: 'hold the fulfillment',
  recall: 'ask the warehouse to stop',
  cancel: 'cancel the order',
  refund: 'refund the customer',
  release: 'release the hold',
  tell: 'write to the customer',
} as const;

type Step = StaffCancellationView['steps'][number];

/** The way of this cancellation as a list of steps: those behind it, the present one, those to come. */
function stepsOf(state: Cancellation, events: readonly RecordedEvent[]): Step[] {
  const at = (...types: readonly RecordedEvent['type'][]) =>
    events.findLast((event) => types.includes(event.type))?.at ?? null;
  const { refund, teller } = state.plan;
  const way: { key: string; label: string; doneAt: number | null; wanted: boolean }[] = [
    { key: 'requested', label: 'Requested', doneAt: state.request.at, wanted: true },
    {
      key: 'held',
      label: 'Fulfillment stopped',
      doneAt: at('readiness_confirmed'),
      wanted: true,
    },
    {
      key: 'approved',
      label: 'Approved',
      doneAt: at('approved'),
      wanted: state.request.handling === 'review',
    },
    {
      key: 'recalled',
      label: 'Warehouse agreed',
      doneAt: state.recalls.every((recall) => recall.state === 'accepted')
        ? at('recall_accepted')
        : null,
      wanted: at('recall_submitted', 'recall_accepted') !== null || state.recalls.length > 0,
    },
    {
      key: 'cancelled',
      label: state.plan.restock ? 'Order cancelled, items restocked' : 'Order cancelled',
      doneAt: state.cancelledAt,
      wanted: true,
    },
    {
      key: 'refunded',
      label: 'Refund sent',
      doneAt: refund.execution === 'with_cancel' ? state.cancelledAt : at('refund_accepted'),
      wanted: isPositive(refund.amount),
    },
    { key: 'told', label: 'Customer told', doneAt: at('told'), wanted: teller === 'unorder' },
    {
      key: 'verified',
      label: isPositive(refund.amount) ? 'Refund confirmed' : 'Payment released',
      doneAt: state.status === 'completed' ? at('completed') : null,
      wanted: isPositive(refund.amount) || refund.releases.length > 0,
    },
  ];
  const wanted = way.filter((step) => step.wanted);
  if (state.turnedBack) {
    return [
      ...wanted.filter((step) => step.doneAt !== null).map((step) => done(step)),
      {
        key: 'turned_back',
        label: explainTurnBack(state.turnedBack.why).staff,
        state: isFinal(state.status) ? 'failed' : 'current',
        at: isoOrNull(at('turned_back')),
      },
    ];
  }
  const present = wanted.find((step) => step.doneAt === null)?.key;
  return wanted.map((step) => {
    if (step.doneAt !== null) return done(step);
    const stuck = state.status === 'needs_attention';
    return {
      key: step.key,
      label: step.label,
      state: step.key === present ? (stuck ? 'failed' : 'current') : 'todo',
      at: null,
    };
  });
}

const done = (step: { key: string; label: string; doneAt: number | null }): Step => ({
  key: step.key,
  label: step.label,
  state: 'done',
  at: isoOrNull(step.doneAt),
});

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

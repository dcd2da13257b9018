import type { CancellationRecord } from '../../application/cancellation/cancellation-record.ts';
import type { Actor } from '../../domain/actor.ts';
import { againstActing } from '../../domain/authority/authority.ts';
import { choicesFor } from '../../domain/authority/choices.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import { canBeAnswered } from '../../domain/cancellation/machine/decide.ts';
import {
  type Cancellation,
  type CancellationStatus,
  isFinal,
  isPartial,
} from '../../domain/cancellation/state.ts';
import { add, formatMoney } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';
import { presentAttention } from './attention-words.ts';
import { stepsOf } from './cancellation-steps.ts';
import { describeEvent } from './event-words.ts';
import { mailErrorOf } from './mail-error.ts';
import { breakdownOf, plannedLines } from './refund-words.ts';
import { standstillWords } from './standstill.ts';
import { ORDER_STATE_WORDS } from '../staff/order-state-words.ts';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import type { Messages } from '../../messages/message-types.ts';

/**
 * A cancellation as staff see it: where it stands, what it waits for, all that happened.
 *
 * @param access what the platform lets the person who looks do, or why it did not say
 */
export function presentCancellation(
  record: CancellationRecord,
  policy: Policy,
  access: Result<StaffAccess, Refusal>,
  messages: Messages<'staff'>,
): StaffCancellationView {
  const { state, events, texts } = record;
  const { statusLabel, tone } = statusWords(state.status, isPartial(state));
  // Who may not act at all is told so once, for everything.
  const offered =
    access.ok && !againstActing(policy, access)
      ? choicesFor(policy, access.value, state)
      : { choices: state.attention?.choices ?? [], refusals: [] };
  return {
    id: state.id,
    status: state.status,
    statusLabel,
    tone,
    isFinal: isFinal(state.status),
    requestedBy: requestedBy(state.request.actor.kind),
    requestedAt: iso(state.request.at),
    reason: reasonText(state, policy),
    customerComment: texts.customerComment,
    internalNote: texts.internalNote,
    noteToCustomer: texts.noteToCustomer,
    policyVersion: state.policyVersion,
    isOutside: state.request.actor.kind === 'outside',
    amount: formatMoney(add(state.plan.refund.amount, state.plan.refund.bonus), messages.locale),
    scope: state.plan.refund.selection.kind,
    lines: plannedLines(state.plan.refund, messages),
    breakdown: breakdownOf(state.plan.refund, messages),
    proofOfPayment: texts.proofOfPayment,
    teller: state.plan.teller,
    awaitsAnswer: canBeAnswered(state),
    answerBy: answerBy(state),
    attention: state.attention && presentAttention(state.attention, offered, messages),
    standstill: standstillWords(record),
    mailError: mailErrorOf(state, events),
    steps: stepsOf(state, events, messages),
    history: events.flatMap((event) => {
      const told = describeEvent(event, messages);
      return told ? [{ at: iso(event.at), ...told }] : [];
    }),
  };
}

type Tone = StaffCancellationView['tone'];

/** How a cancellation's status is called and coloured; one of a part leaves the order partly cancelled. */
export function statusWords(
  status: CancellationStatus,
  partial: boolean,
): Pick<StaffCancellationView, 'statusLabel' | 'tone'> {
  if (status === 'completed' && partial) {
    const { label, tone } = ORDER_STATE_WORDS.partly_cancelled;
    return { statusLabel: label, tone };
  }
  const { label, tone } = STATUS[status];
  return { statusLabel: label, tone };
}

/** The one place that says how a status is called and coloured. */
const STATUS: Readonly<
  Record<CancellationStatus, { readonly label: string; readonly tone: Tone }>
> = {
  requested: { label: 'Requested', tone: 'info' },
  holding: { label: 'Stopping fulfillment', tone: 'info' },
  awaiting_payment: { label: 'Waiting for the payment', tone: 'attention' },
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
export function requestedBy(kind: Actor['kind']): string {
  return { shopper: 'Customer', staff: 'Staff', system: 'Unorder', outside: 'Outside Unorder' }[
    kind
  ];
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

function answerBy(state: Cancellation): string | null {
  const { reviewDeadline } = state.request;
  return canBeAnswered(state) && reviewDeadline !== null ? iso(reviewDeadline) : null;
}

const iso = (at: number): string => new Date(at).toISOString();

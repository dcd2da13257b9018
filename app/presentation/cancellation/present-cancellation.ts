import type { CancellationRecord } from '../../application/cancellation/cancellation-record.ts';
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
import { type StaffNamesById, actorName, describeEvent } from './event-words.ts';
import { mailErrorOf } from './mail-error.ts';
import { breakdownOf, plannedLines } from './refund-words.ts';
import { standstillWords } from './standstill.ts';
import { ORDER_STATE_TONES } from '../staff/order-state-words.ts';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import type { Messages } from '../../messages/message-types.ts';

/**
 * A cancellation as staff see it: where it stands, what it waits for, all that happened.
 *
 * @param access what the platform lets the person who looks do, or why it did not say
 * @param names of the staff by their ids, where they are said
 */
export function presentCancellation(
  record: CancellationRecord,
  policy: Policy,
  access: Result<StaffAccess, Refusal>,
  messages: Messages<'staff'>,
  names: StaffNamesById = new Map(),
): StaffCancellationView {
  const { state, events, texts } = record;
  const { statusLabel, tone } = statusWords(state.status, isPartial(state), messages);
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
    requestedBy: actorName(state.request.actor, messages, names),
    requestedAt: iso(state.request.at),
    reason: reasonText(state, policy, messages),
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
    standstill: standstillWords(record, messages),
    mailError: mailErrorOf(state, events, messages),
    steps: stepsOf(state, events, messages),
    history: events.flatMap((event) => {
      const told = describeEvent(event, messages, names);
      return told ? [{ at: iso(event.at), ...told }] : [];
    }),
  };
}

type Tone = StaffCancellationView['tone'];

/** How a cancellation's status is called and coloured; one of a part leaves the order partly cancelled. */
export function statusWords(
  status: CancellationStatus,
  partial: boolean,
  { t }: Messages<'staff'>,
): Pick<StaffCancellationView, 'statusLabel' | 'tone'> {
  if (status === 'completed' && partial) {
    return {
      statusLabel: t('orderState.partly_cancelled'),
      tone: ORDER_STATE_TONES.partly_cancelled,
    };
  }
  return { statusLabel: t(`status.${status}`), tone: TONES[status] };
}

/** The one place that says how a status is coloured. */
const TONES: Readonly<Record<CancellationStatus, Tone>> = {
  requested: 'info',
  holding: 'info',
  awaiting_payment: 'attention',
  in_review: 'attention',
  recalling: 'attention',
  cancelling: 'info',
  refunding: 'info',
  verifying: 'info',
  releasing: 'info',
  needs_attention: 'critical',
  completed: 'success',
  declined: 'warning',
  withdrawn: 'info',
  expired: 'warning',
  superseded: 'warning',
};

/** The reason in the merchant's own words, or Shopify's for a cancellation by staff. */
export function reasonText(state: Cancellation, policy: Policy, { t }: Messages<'staff'>): string {
  const own = policy.reasons.find((reason) => reason.id === state.request.reasonId);
  return own?.label ?? t(`reason.${state.plan.reason}`);
}

function answerBy(state: Cancellation): string | null {
  const { reviewDeadline } = state.request;
  return canBeAnswered(state) && reviewDeadline !== null ? iso(reviewDeadline) : null;
}

const iso = (at: number): string => new Date(at).toISOString();

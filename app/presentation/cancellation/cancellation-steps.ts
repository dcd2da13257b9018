import type { RecordedEvent } from '../../domain/cancellation/events.ts';
import { progressOf } from '../../domain/cancellation/progress/progress.ts';
import type { ProgressStep } from '../../domain/cancellation/progress/progress-step.ts';
import { type Cancellation, isPartial } from '../../domain/cancellation/state.ts';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import { staffTurnBackText } from './turn-back-words.ts';
import type { Messages } from '../../messages/message-types.ts';

/** The way of a cancellation in staff words: those behind it, the present one, those to come. */
export function stepsOf(
  state: Cancellation,
  events: readonly RecordedEvent[],
  messages: Messages<'staff'>,
): StaffCancellationView['steps'] {
  return progressOf(state, events).map((step) => ({
    key: step.key,
    label: labelOf(step, state, messages),
    state: step.state,
    at: step.at === null ? null : new Date(step.at).toISOString(),
  }));
}

function labelOf(
  { key, state: reached }: ProgressStep,
  state: Cancellation,
  messages: Messages<'staff'>,
): string {
  const { t } = messages;
  const isOutside = state.request.actor.kind === 'outside';
  switch (key) {
    case 'cancelled':
      return t(isOutside ? 'steps.cancelledOutside' : cancelledLabel(state));
    case 'approved':
      // Nothing is called approved that still waits for somebody to look at it.
      return t(`steps.approved.${reached}`);
    case 'refund_sent':
      return t(isOutside ? 'steps.refundSentOutside' : 'steps.refundSent');
    case 'turned_back':
      return state.turnedBack
        ? staffTurnBackText(state.turnedBack.why, messages)
        : t('steps.stoppedShort');
    default:
      return t(`steps.label.${key}`);
  }
}

/** The cancel itself puts everything back, or nothing; what is corrected after it is a step of its own. */
function cancelledLabel(state: Cancellation) {
  const what = isPartial(state) ? 'lines' : 'order';
  const counted = state.plan.refund.lines.filter((line) => line.inventoryItemId !== null);
  const restocked = counted.some((line) => line.restock.some((share) => share.backOnSale));
  const writtenOff = counted.some((line) => line.restock.some((share) => !share.backOnSale));
  return restocked && !writtenOff
    ? (`steps.cancelled.${what}Restocked` as const)
    : (`steps.cancelled.${what}` as const);
}

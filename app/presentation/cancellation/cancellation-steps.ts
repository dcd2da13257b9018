import type { RecordedEvent } from '../../domain/cancellation/events.ts';
import { progressOf } from '../../domain/cancellation/progress/progress.ts';
import type {
  ProgressKey,
  ProgressStep,
} from '../../domain/cancellation/progress/progress-step.ts';
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
  const isOutside = state.request.actor.kind === 'outside';
  switch (key) {
    case 'cancelled':
      return isOutside ? 'Cancelled outside Unorder' : cancelledLabel(state);
    case 'approved':
      // Nothing is called approved that still waits for somebody to look at it.
      return {
        done: 'Approved',
        current: 'Waiting for approval',
        todo: 'Approval',
        failed: 'Approval',
      }[reached];
    case 'refund_sent':
      return isOutside ? 'Refund sent outside Unorder' : 'Refund sent';
    case 'turned_back':
      return state.turnedBack ? staffTurnBackText(state.turnedBack.why, messages) : 'Stopped';
    default:
      return LABELS[key];
  }
}

const LABELS: Readonly<
  Record<Exclude<ProgressKey, 'approved' | 'cancelled' | 'refund_sent' | 'turned_back'>, string>
> = {
  requested: 'Requested',
  payment_answered: 'Payment confirmed or declined',
  warehouse_asked: 'Warehouse asked to stop',
  stopped: 'Fulfillment stopped',
  gift_cards_disabled: 'Gift cards disabled',
  stock_corrected: 'Stock corrected',
  bonus_given: 'Bonus credited',
  store_credit_given: 'Store credit added',
  paid_by_hand: 'Refunded manually',
  told: 'Customer notified',
  refund_arrived: 'Refund confirmed',
  payment_released: 'Authorization voided',
  late_payment_returned: 'Late payment settled',
};

/** The cancel itself puts everything back, or nothing; what is corrected after it is a step of its own. */
function cancelledLabel(state: Cancellation): string {
  const what = isPartial(state) ? 'Items cancelled' : 'Order cancelled';
  const counted = state.plan.refund.lines.filter((line) => line.inventoryItemId !== null);
  const restocked = counted.some((line) => line.restock.some((share) => share.backOnSale));
  const writtenOff = counted.some((line) => line.restock.some((share) => !share.backOnSale));
  return restocked && !writtenOff ? `${what}, back in stock` : what;
}

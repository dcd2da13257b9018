import type { OrderFacts } from '../../order/facts.ts';
import type { RefundPlan } from '../../refund/plan/refund-plan.ts';
import type { Effect, EffectOutcome } from '../events.ts';
import { isMarkedBy } from '../plan.ts';
import type { Intent } from '../../saga/underway.ts';

/**
 * Finds an announced action in what the platform shows: its outcome when it happened, null when it did not.
 * This is how a crash or a lost answer is repaired: by looking, never by guessing.
 *
 * A mail leaves no trace to read; it is sent again under the same Message-ID.
 */
export function recognise(intent: Intent<Effect>, order: OrderFacts): EffectOutcome | null {
  const { effect, key } = intent;
  switch (effect.kind) {
    case 'hold': {
      const hold = holdsOf(order, effect.fulfillmentOrderId).find(
        (h) => h.heldByThisApp && h.handle === key,
      );
      return hold ? { kind: 'hold', holdId: hold.id } : null;
    }
    case 'release': {
      const still = holdsOf(order, effect.fulfillmentOrderId).some((h) => h.id === effect.holdId);
      return still ? null : { kind: 'release' };
    }
    case 'recall': {
      const fo = order.fulfillmentOrders.find((f) => f.id === effect.fulfillmentOrderId);
      return fo && (fo.requestStatus.startsWith('CANCELLATION_') || fo.requestStatus === 'CLOSED')
        ? { kind: 'recall' }
        : null;
    }
    case 'cancel':
      return order.cancelledAt !== null && isMarkedBy(order.cancellationStaffNote, key)
        ? { kind: 'cancel', jobResultId: null }
        : null;
    case 'refund_lines':
    case 'refund': {
      const refund = order.refunds.find((r) => isMarkedBy(r.note, key));
      return refund ? { kind: effect.kind, refundId: refund.id } : null;
    }
    case 'edit_lines':
      // An edit bears no mark: of a cancelled order every unit is gone, and nothing shows that one was made.
      return order.cancelledAt === null && areOff(effect.refund.lines, order)
        ? { kind: 'edit_lines' }
        : null;
    case 'deactivate_gift_card':
      return order.soldGiftCards.some((card) => card.id === effect.giftCardId && !card.isEnabled)
        ? { kind: 'deactivate_gift_card' }
        : null;
    case 'correct_stock':
      // Stock shows only its sum: the same idempotency key tells the platform that it has been done.
      return null;
    case 'give_bonus':
      // An order shows no credits: the account is looked at right before it is credited.
      return null;
    case 'tell':
      return null;
  }
}

/** Whether no more of the lines is left on the order than an edit leaves. */
const areOff = (lines: RefundPlan['lines'], order: OrderFacts): boolean =>
  lines.every(({ lineItemId, remaining }) => {
    const line = order.lines.find((known) => known.id === lineItemId);
    return line !== undefined && line.currentQuantity <= remaining;
  });

function holdsOf(order: OrderFacts, fulfillmentOrderId: string) {
  return order.fulfillmentOrders.find((fo) => fo.id === fulfillmentOrderId)?.holds ?? [];
}

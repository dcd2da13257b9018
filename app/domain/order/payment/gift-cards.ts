import type { GiftCardId } from '../../ids.ts';
import type { RefundPlan } from '../../refund/plan/refund-plan.ts';
import type { OrderFacts } from '../facts.ts';

/** The gift cards, still usable, that the lines of a plan sold: they have to become useless with them. */
export function giftCardsIn(
  { lines }: Pick<RefundPlan, 'lines'>,
  order: OrderFacts,
): readonly GiftCardId[] {
  const taken = new Set(
    lines.filter(({ quantity }) => quantity > 0).map(({ lineItemId }) => lineItemId),
  );
  return order.soldGiftCards
    .filter((card) => card.isEnabled && taken.has(card.lineItemId))
    .map((card) => card.id);
}

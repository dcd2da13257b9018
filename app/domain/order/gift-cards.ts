import type { GiftCardId } from '../ids.ts';
import { type Selection, selectedUnits } from '../refund/goods/selection.ts';
import type { OrderFacts } from './facts.ts';

/** The gift cards, still usable, that the selected lines sold: they have to become useless with them. */
export function giftCardsIn(selection: Selection, order: OrderFacts): readonly GiftCardId[] {
  const taken = new Set(selectedUnits(selection, order).map(({ lineItemId }) => lineItemId));
  return order.soldGiftCards
    .filter((card) => card.isEnabled && taken.has(card.lineItemId))
    .map((card) => card.id);
}

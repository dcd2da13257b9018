import type { PlatformResult } from '../../../application/shared/platform.ts';
import type { GiftCardId, LineItemId, ShopDomain } from '../../../domain/ids.ts';
import type { SoldGiftCardFacts } from '../../../domain/order/facts.ts';
import { ok } from '../../../domain/result.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import type { ReadGiftCardsQuery } from '../../admin-api.generated.ts';
import { amountOf, instant } from '../../client/answer.ts';
import { readToEnd } from '../../client/connection.ts';
import { READ_GIFT_CARDS } from '../../documents/order/read-gift-cards.ts';
import { reading } from '../../client/platform-error.ts';
import { since } from '../search-syntax.ts';
import type { WholeOrder } from './whole-order.ts';

type GiftCardNode = ReadGiftCardsQuery['giftCards']['nodes'][number];

/**
 * The cards that an order's lines brought; asks nothing when it sold none. Shopify finds no cards by order, so
 * those made since the order are read until every unit has its card.
 */
export async function readSoldGiftCards(
  client: AdminClient,
  shop: ShopDomain,
  order: WholeOrder,
): Promise<PlatformResult<readonly SoldGiftCardFacts[]>> {
  const lines = order.lineItems.filter(({ isGiftCard }) => isGiftCard);
  if (lines.length === 0) return ok([]);
  const units = lines.reduce((total, { quantity }) => total + quantity, 0);
  const sold = (cards: readonly GiftCardNode[]) =>
    cards.flatMap((card) => {
      const line = lines.find(({ id }) => id === card.lineItem?.id);
      return line ? [soldGiftCardFacts(card, line.id)] : [];
    });

  const filter = reading(false, () => since('created_at', instant(order.createdAt)));
  if (!filter.ok) return filter;
  const readAfter = async (after: string | null) => {
    const page = await client.send(shop, READ_GIFT_CARDS, { filter: filter.value, after });
    return page.ok ? reading(false, () => page.value.giftCards) : page;
  };
  const first = await readAfter(null);
  if (!first.ok) return first;
  const cards = await readToEnd(first.value, readAfter, (soFar) => sold(soFar).length >= units);
  return cards.ok ? reading(false, () => sold(cards.value)) : cards;
}

const soldGiftCardFacts = (card: GiftCardNode, lineItemId: string): SoldGiftCardFacts => ({
  id: card.id as GiftCardId,
  lineItemId: lineItemId as LineItemId,
  initialValue: amountOf(card.initialValue),
  balance: amountOf(card.balance),
  isEnabled: card.enabled,
});

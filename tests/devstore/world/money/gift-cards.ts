/** Gift cards: given by the merchant, or sold by an order. */
import type { Kernel } from '../kernel.ts';
import type { CurrencyCode, GiftCard, Minor, Order, Shop } from '../model.ts';

/** A new card, ready to be spent. */
export function issueGiftCard(
  kernel: Kernel,
  shop: Shop,
  spec: {
    readonly currency: CurrencyCode;
    readonly value: Minor;
    readonly lastCharacters?: string;
    readonly customerId?: number | null;
    readonly soldBy?: GiftCard['soldBy'];
  },
): GiftCard {
  const card: GiftCard = {
    kind: 'GiftCard',
    id: kernel.nextId(),
    lastCharacters: spec.lastCharacters ?? kernel.random.hex(4),
    currency: spec.currency,
    initialValue: spec.value,
    balance: spec.value,
    enabled: true,
    createdAt: kernel.now(),
    updatedAt: kernel.now(),
    deactivatedAt: null,
    customerId: spec.customerId ?? null,
    soldBy: spec.soldBy ?? null,
  };
  shop.giftCards.set(card.id, card);
  return card;
}

/**
 * Issues the cards an order has sold, one for each unit, once it is paid. Cancelling or refunding the
 * order leaves them as they are: they are their own thing, and only `giftCardDeactivate` ends one.
 * Sources: `GiftCard.order` and `GiftCard.lineItem` in the Admin schema; that a card has to be
 * disabled by hand, https://postco.frontkb.com/en/articles/4371777
 */
export function issueSoldGiftCards(kernel: Kernel, shop: Shop, order: Order): void {
  if ([...shop.giftCards.values()].some((card) => card.soldBy?.orderId === order.id)) return;
  for (const line of order.lines) {
    if (!line.isGiftCard) continue;
    for (let unit = 0; unit < line.quantity - line.removedQuantity; unit += 1) {
      issueGiftCard(kernel, shop, {
        currency: order.presentmentCurrency,
        value: line.unitPrice,
        customerId: order.customerId,
        soldBy: { orderId: order.id, lineItemId: line.id },
      });
    }
  }
}

/**
 * Ends a card for good, whatever is left on it. A card that has ended stays as it ended: the schema
 * knows no error for that.
 */
export function deactivateGiftCard(kernel: Kernel, card: GiftCard): void {
  if (!card.enabled) return;
  card.enabled = false;
  card.deactivatedAt = kernel.now();
  card.updatedAt = kernel.now();
}

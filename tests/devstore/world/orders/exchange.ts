/**
 * Exchanges: units come back, others go out in their place, and the order is worth something else.
 * Source: https://shopify.dev/docs/apps/build/orders-fulfillment/returns-apps/manage-exchanges
 */
import { CommerceRefusal } from '../contracts/contract.ts';
import { createFulfillmentOrders, unfulfilledUnits } from '../fulfillment/fulfillment-orders.ts';
import { moveStock, trackedItemOf } from '../fulfillment/inventory.ts';
import type { Kernel } from '../kernel.ts';
import { note } from '../kernel.ts';
import { found, lineOf } from '../lookup.ts';
import type { Actor, LineItem, Minor, Order, Return, Shop } from '../model.ts';
import { convert } from '../money/money.ts';
import { currentQuantity } from './order-totals.ts';
import { taxLinesOf } from './pricing.ts';
import { publishOrder } from '../delivery/publish.ts';

export interface WantedExchange {
  readonly returned: readonly { readonly lineItemId: number; readonly quantity: number }[];
  readonly added: { readonly sku: string; readonly quantity: number; readonly unitPrice?: Minor };
}

/** The return is closed at once: the goods have come in before the exchange is made. */
export function exchange(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  { returned, added }: WantedExchange,
  actor: Actor,
): Return {
  for (const { lineItemId, quantity } of returned) {
    const line = lineOf(order, lineItemId);
    if (quantity > currentQuantity(line) - unfulfilledUnits(order, line.id)) {
      throw new CommerceRefusal('Only fulfilled units can be exchanged.');
    }
  }
  const [first] = returned.map(({ lineItemId }) => lineOf(order, lineItemId));
  const line = addedLine(kernel, shop, order, added, found(first, 'line to exchange'));
  for (const { lineItemId, quantity } of returned) {
    lineOf(order, lineItemId).removedQuantity += quantity;
  }
  order.lines.push(line);
  const locationId = sendingLocation(shop, line);
  moveStock(
    kernel,
    shop,
    order,
    { line },
    { locationId, available: -line.quantity, committed: line.quantity, reason: 'order_placed' },
    actor,
  );
  createFulfillmentOrders(kernel, shop, order, [{ line, locationId }], {
    deliveryMethod: 'SHIPPING',
    fulfillAt: null,
  });
  order.edited = true;
  const closed: Return = {
    id: kernel.nextId(),
    name: `${order.name}-R${order.returns.length + 1}`,
    status: 'CLOSED',
    lines: returned,
    createdAt: kernel.now(),
  };
  order.returns.push(closed);
  note(kernel, order, actor, `Exchange ${closed.name} was made.`);
  publishOrder(kernel, shop, order);
  return closed;
}

function addedLine(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  { sku, quantity, unitPrice }: WantedExchange['added'],
  taxedAs: LineItem,
): LineItem {
  const variant = found(
    [...shop.variants.values()].find((candidate) => candidate.sku === sku),
    `variant ${sku}`,
  );
  const product = found(shop.products.get(variant.productId), `product ${variant.productId}`);
  const price =
    unitPrice ??
    convert(
      variant.priceInShopCurrency,
      order.currency,
      order.presentmentCurrency,
      String(1 / Number(order.shopPerPresentment)),
    );
  return {
    ...taxedAs,
    id: kernel.nextId(),
    productId: product.id,
    variantId: variant.id,
    title: product.title,
    variantTitle: variant.title === 'Default Title' ? null : variant.title,
    sku,
    vendor: product.vendor,
    imageUrl: product.imageUrl,
    quantity,
    removedQuantity: 0,
    fulfilledQuantity: 0,
    refundedQuantity: 0,
    unitPrice: price,
    discountAllocations: [],
    taxLines: taxLinesOf(taxedAs.taxLines, order.taxesIncluded, price * quantity),
    duties: [],
    requiresShipping: variant.requiresShipping,
    isGiftCard: product.isGiftCard,
    group: null,
    sellingPlan: null,
    contractId: null,
    customAttributes: [],
  };
}

function sendingLocation(shop: Shop, line: LineItem): number {
  const item = trackedItemOf(shop, line);
  const usable = [...shop.locations.values()].filter((l) => l.active && l.fulfillsOnlineOrders);
  const stocked = usable.find((l) => (item?.levels.get(l.id)?.available ?? 0) >= line.quantity);
  return found((stocked ?? usable[0])?.id, 'location that fulfills online orders');
}

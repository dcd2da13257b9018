import type { LineItemFacts, OrderFacts, RestockType } from './facts.ts';

/**
 * Where the units of a line are. `ordered = open + sent + returned + refunded + removed`.
 *
 * Shopify counts `quantity` with refunded and removed units, `currentQuantity` without them, and
 * `unfulfilledQuantity` without what was sent. A refund with `CANCEL` takes units that were not sent; one with
 * `RETURN` or `NO_RESTOCK` takes those that were sent first.
 * Sources: https://shopify.dev/docs/api/admin-graphql/2026-10/objects/LineItem,
 * https://shopify.dev/docs/api/admin-graphql/2026-10/enums/RefundLineItemRestockType,
 * https://community.shopify.dev/t/refunding-an-unfulfilled-item-without-restocking/19953
 */
export interface LineQuantities {
  readonly ordered: number;
  /** On the order and not sent: what can still be cancelled. */
  readonly open: number;
  /** Sent, and still the customer's. */
  readonly sent: number;
  /** Sent, and given back since: refunded, whether or not the goods came back. */
  readonly returned: number;
  /** Refunded before they were sent. */
  readonly refunded: number;
  /** Taken off by an edit of the order. */
  readonly removed: number;
}

/** Tells a line's units apart, from the order alone. */
export function quantitiesOf(order: OrderFacts, line: LineItemFacts): LineQuantities {
  const open = openUnits(line);
  const gone = line.quantity - line.currentQuantity;
  const cancelled = Math.min(gone, refundedUnits(order, line, ['CANCEL', 'LEGACY_RESTOCK']));
  const returned = Math.min(gone - cancelled, refundedUnits(order, line, ['RETURN']));
  const unknown = Math.min(gone - cancelled - returned, refundedUnits(order, line, ['NO_RESTOCK']));
  const wereSent = order.shipments.length > 0 ? unknown : 0;
  return {
    ordered: line.quantity,
    open,
    sent: line.currentQuantity - open,
    returned: returned + wereSent,
    refunded: cancelled + unknown - wereSent,
    removed: gone - cancelled - returned - unknown,
  };
}

/** Units of a line that are on the order and not sent: the one answer to what can still be cancelled of it. */
export const openUnits = (line: LineItemFacts): number =>
  Math.max(0, Math.min(line.unfulfilledQuantity, line.currentQuantity));

/** Units of a line that were sent and are still the customer's. */
export const sentUnits = (line: LineItemFacts): number => line.currentQuantity - openUnits(line);

/**
 * Whether any unit of the order was ever sent, also one that was given back since: Shopify cancels only orders
 * of which nothing was. The order's own status does not tell of itself: while the rest is on hold or scheduled
 * it speaks of the rest.
 */
export const isAnythingSent = (order: OrderFacts): boolean =>
  order.shipments.length > 0 ||
  order.fulfillmentStatus === 'FULFILLED' ||
  order.fulfillmentStatus === 'PARTIALLY_FULFILLED' ||
  order.lines.some(
    (line) =>
      sentUnits(line) > 0 ||
      (line.currentQuantity < line.quantity && quantitiesOf(order, line).returned > 0),
  );

/** Units were sent and nothing is left to be sent. */
export const isEverythingSent = (order: OrderFacts): boolean =>
  isAnythingSent(order) &&
  (order.fulfillmentStatus === 'FULFILLED' || order.lines.every((line) => openUnits(line) === 0));

/** All that counts as sent is a label that was bought: it can be voided, for the carrier has nothing yet. */
export const isOnlyLabelBought = ({ shipments }: OrderFacts): boolean =>
  shipments.length > 0 && shipments.every(({ stage }) => stage === 'label_bought');

function refundedUnits(
  order: OrderFacts,
  line: LineItemFacts,
  types: readonly RestockType[],
): number {
  return order.refunds
    .flatMap((refund) => refund.lines)
    .filter(({ lineItemId, restockType }) => lineItemId === line.id && types.includes(restockType))
    .reduce((units, { quantity }) => units + quantity, 0);
}

import { isOpenWork } from '../../order/fulfillment.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import { folded } from '../../text/text.ts';
import type { RestockShare } from '../plan/refund-plan.ts';
import type { RefundTerms } from '../terms.ts';

/**
 * Where units of a line go: each back to the location that reserved it, in the order of the fulfillment
 * orders. Units that none of them names are not lost: they stand without a location.
 */
export function restockShares(
  order: OrderFacts,
  line: LineItemFacts,
  quantity: number,
  restock: RefundTerms['restock'],
): RestockShare[] {
  const backOnSale = goesBackOnSale(line, restock);
  const byLocation = new Map<RestockShare['locationId'], number>();
  let left = quantity;
  const put = (locationId: RestockShare['locationId'], units: number): void => {
    if (units > 0) byLocation.set(locationId, (byLocation.get(locationId) ?? 0) + units);
    left -= units;
  };
  for (const work of order.fulfillmentOrders.filter(isOpenWork)) {
    for (const { lineItemId, remainingQuantity } of work.lines) {
      if (lineItemId === line.id) put(work.locationId, Math.min(left, remainingQuantity));
    }
  }
  put(null, left);
  return [...byLocation].map(([locationId, units]) => ({
    locationId,
    quantity: units,
    backOnSale,
  }));
}

/** What is made to order, recalled or perishable is written off, whatever holds for the rest of the order. */
function goesBackOnSale(line: LineItemFacts, restock: RefundTerms['restock']): boolean {
  if (!restock.byDefault || !line.isRestockable) return false;
  if (restock.neverTags.length === 0) return true;
  const never = new Set(restock.neverTags.map(folded));
  return !line.productTags.some((tag) => never.has(folded(tag)));
}

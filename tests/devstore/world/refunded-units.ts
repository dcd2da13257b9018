/** What a refund or a cancel does with the units themselves. */
import { unfulfilledUnits, withdrawUnits } from './fulfillment-orders.ts';
import { moveStock, releaseReserved } from './inventory.ts';
import type { Kernel } from './kernel.ts';
import type { Actor, LineItem, Order, RefundLine, Shop } from './model.ts';
import * as totals from './order-totals.ts';
import type { Valuation } from './refunds.ts';

/**
 * Takes refunded units off the order, out of the work to be done, and back on the shelf where the
 * request says so. Returned units come from the fulfilled ones first, all others from the rest.
 */
export function removeLines(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  valuation: Valuation,
  actor: Actor,
  cause: 'refund' | 'order_cancelled',
): RefundLine[] {
  return valuation.lines.map(({ request, line, net, tax }) => {
    const open = unfulfilledUnits(order, line.id);
    const shipped = Math.max(0, totals.currentQuantity(line) - open);
    const fromOpen =
      request.restockType === 'RETURN'
        ? Math.max(0, request.quantity - shipped)
        : Math.min(open, request.quantity);
    const restocks = request.restockType !== 'NO_RESTOCK' && line.restockable;
    const withdrawn = withdrawUnits(kernel, shop, order, line.id, fromOpen, actor);
    const reserved = withdrawn.flatMap(({ locationId, units }) =>
      releaseReserved(kernel, shop, order, line, locationId, units, {
        to: restocks ? (request.locationId ?? locationId) : null,
        cause,
        actor,
      }),
    );
    const home = returnShipped(kernel, shop, order, line, request.quantity - fromOpen, {
      to: restocks ? (request.locationId ?? firstActive(shop)) : null,
      actor,
    });
    line.removedQuantity += request.quantity;
    line.refundedQuantity += request.quantity;
    const back = [...reserved, ...home];
    return {
      id: kernel.nextId(),
      lineItemId: line.id,
      quantity: request.quantity,
      restockType: request.restockType,
      locationId: back[0] ?? null,
      restocked: back.length > 0,
      subtotal: net,
      tax,
    };
  });
}

function returnShipped(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  line: LineItem,
  units: number,
  o: { readonly to: number | null; readonly actor: Actor },
): number[] {
  if (units <= 0 || o.to === null) return [];
  moveStock(
    kernel,
    shop,
    order,
    { line },
    { locationId: o.to, available: units, committed: 0, reason: 'refund_restock' },
    o.actor,
  );
  return [o.to];
}

function firstActive(shop: Shop): number | null {
  return [...shop.locations.values()].find((location) => location.active)?.id ?? null;
}

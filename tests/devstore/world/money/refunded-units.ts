/** What a refund or a cancel does with the units themselves. */
import {
  unfulfilledUnits,
  withdrawUnits,
  type WithdrawnUnits,
} from '../fulfillment/fulfillment-orders.ts';
import { moveStock, releaseReserved } from '../fulfillment/inventory.ts';
import type { Kernel } from '../kernel.ts';
import type { Actor, LineItem, Order, RefundLine, Shop } from '../model.ts';
import * as totals from '../orders/order-totals.ts';
import type { Valuation } from './valuation.ts';

/** Units already taken out of the work to be done, by line, and where they were reserved. */
export type WithdrawnWork = Map<number, WithdrawnUnits[]>;

/** Takes everything out of the work to be done; the units stay reserved and on the order. */
export function withdrawEverything(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  actor: Actor,
): WithdrawnWork {
  return new Map(
    order.lines.map((line) => {
      const open = unfulfilledUnits(order, line.id);
      return [line.id, withdrawUnits(kernel, shop, order, line.id, open, actor)];
    }),
  );
}

/** Lets go of reserved units that a refund has taken off the order since they were withdrawn. */
export function releaseRefunded(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  withdrawn: WithdrawnWork,
  actor: Actor,
): WithdrawnWork {
  return new Map(
    order.lines.map((line) => {
      const reserved = withdrawn.get(line.id) ?? [];
      const kept = firstUnits(reserved, totals.currentQuantity(line));
      for (const [index, { locationId, units }] of reserved.entries()) {
        const gone = units - (kept[index]?.units ?? 0);
        const o = { to: null, cause: 'refund', actor } as const;
        if (gone > 0) releaseReserved(kernel, shop, order, line, locationId, gone, o);
      }
      return [line.id, kept];
    }),
  );
}

/**
 * Takes refunded units off the order, out of the work to be done, and back on the shelf where the
 * request says so; the work is `withdrawn` where it has been taken out before. Only `CANCEL` takes unfulfilled
 * units first: with `RETURN` and `NO_RESTOCK` Shopify takes those that were shipped.
 * Source: https://community.shopify.dev/t/refunding-an-unfulfilled-item-without-restocking/19953
 */
export function removeLines(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  valuation: Valuation,
  o: {
    readonly actor: Actor;
    readonly cause: 'refund' | 'order_cancelled';
    readonly withdrawn: WithdrawnWork | null;
  },
): RefundLine[] {
  const { actor, cause } = o;
  return valuation.lines.map(({ request, line, net, tax }) => {
    const before = o.withdrawn?.get(line.id) ?? null;
    const open = before === null ? unfulfilledUnits(order, line.id) : unitsOf(before);
    const shipped = Math.max(0, totals.currentQuantity(line) - open);
    const fromOpen =
      request.restockType === 'CANCEL'
        ? Math.min(open, request.quantity)
        : Math.max(0, request.quantity - shipped);
    const restocks = request.restockType !== 'NO_RESTOCK' && line.restockable;
    const withdrawn =
      before === null
        ? withdrawUnits(kernel, shop, order, line.id, fromOpen, actor)
        : firstUnits(before, fromOpen);
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

const unitsOf = (withdrawn: readonly WithdrawnUnits[]): number =>
  withdrawn.reduce((units, part) => units + part.units, 0);

function firstUnits(withdrawn: readonly WithdrawnUnits[], units: number): WithdrawnUnits[] {
  let left = units;
  return withdrawn.flatMap((part) => {
    const taken = Math.min(left, part.units);
    left -= taken;
    return taken > 0 ? [{ ...part, units: taken }] : [];
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

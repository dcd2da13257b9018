/** A hold's coming and going, written down and told to subscribers. */
import { gid } from '../gid.ts';
import type { Kernel } from '../kernel.ts';
import type { Actor, FulfillmentHold, FulfillmentOrder, Order, Shop } from '../model.ts';
import { holdPayload } from '../delivery/webhook-payloads/fulfillment-order.ts';

/** `actor`: who released it; the platform where the work has ended under it. */
export function removeHold(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  hold: FulfillmentHold,
  actor: Actor,
): void {
  fulfillmentOrder.holds.splice(fulfillmentOrder.holds.indexOf(hold), 1);
  recordHold(kernel, shop, order, fulfillmentOrder, hold, 'hold.released', actor);
  emitHold(kernel, shop, order, fulfillmentOrder, hold, 'fulfillment_holds/released');
}

export function recordHold(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  hold: FulfillmentHold,
  kind: 'hold.placed' | 'hold.released',
  actor: Actor,
): void {
  kernel.ledger.append({
    kind,
    shop: shop.domain,
    orderId: order.id,
    actor,
    fulfillmentOrderId: fulfillmentOrder.id,
    holdId: hold.id,
    handle: hold.handle,
    heldBy: hold.heldBy,
  });
}

export function emitHold(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  hold: FulfillmentHold,
  topic: 'fulfillment_holds/added' | 'fulfillment_holds/released',
): void {
  kernel.events.emit(shop, topic, order.id, () => ({
    fulfillment_order: { id: gid('FulfillmentOrder', fulfillmentOrder.id) },
    fulfillment_hold: holdPayload(hold),
  }));
}

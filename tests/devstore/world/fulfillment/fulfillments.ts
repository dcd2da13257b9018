/** Shipments: units leave the building, and sometimes come back from the loading bay. */
import { CommerceRefusal } from '../contracts/contract.ts';
import { change, closeIfDone, replaceWork } from './fulfillment-orders.ts';
import { moveStock } from './inventory.ts';
import type { Kernel } from '../kernel.ts';
import { note } from '../kernel.ts';
import { lineOf } from '../lookup.ts';
import type { Actor, Fulfillment, FulfillmentOrder, Order, Shop, Tracking } from '../model.ts';
import { displayFulfillmentStatus, isUnfinished } from '../orders/order-status.ts';
import { publishFulfillment, publishOrder } from '../delivery/publish.ts';

/** Ships from one fulfillment order: the given units, or everything that remains. */
export function createFulfillment(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  o: {
    readonly lines: readonly { readonly lineItemId: number; readonly quantity: number }[] | null;
    readonly tracking: Tracking | null;
    readonly actor: Actor;
  },
): Fulfillment {
  if (!['OPEN', 'IN_PROGRESS'].includes(fulfillmentOrder.status)) {
    throw new CommerceRefusal(
      `Work that is ${fulfillmentOrder.status.toLowerCase()} cannot be fulfilled.`,
    );
  }
  const shipped = unitsToShip(fulfillmentOrder, o.lines);
  if (shipped.length === 0) throw new CommerceRefusal('There is nothing to fulfill.');
  for (const { line, quantity } of shipped) {
    line.remainingQuantity -= quantity;
    const item = lineOf(order, line.lineItemId);
    item.fulfilledQuantity += quantity;
    moveStock(
      kernel,
      shop,
      order,
      { line: item },
      {
        locationId: fulfillmentOrder.locationId,
        available: 0,
        committed: -quantity,
        reason: 'order_fulfilled',
      },
      o.actor,
    );
  }
  const fulfillment: Fulfillment = {
    id: kernel.nextId(),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    status: 'SUCCESS',
    displayStatus: 'FULFILLED',
    fulfillmentOrderId: fulfillmentOrder.id,
    locationId: fulfillmentOrder.locationId,
    lines: shipped.map(({ line, quantity }) => ({
      id: kernel.nextId(),
      lineItemId: line.lineItemId,
      quantity,
    })),
    tracking: o.tracking,
    createdAt: kernel.now(),
    updatedAt: kernel.now(),
    inTransitAt: null,
    estimatedDeliveryAt: null,
    deliveredAt: null,
    events: [],
    label: null,
  };
  order.fulfillments.push(fulfillment);
  recordFulfillment(kernel, shop, order, fulfillment, 'fulfillment.created', o.actor);
  if (fulfillmentOrder.lines.some((line) => line.remainingQuantity > 0)) {
    change(kernel, shop, order, fulfillmentOrder, o.actor, 'partly fulfilled', {
      status: 'IN_PROGRESS',
    });
  } else {
    closeIfDone(kernel, shop, order, fulfillmentOrder, o.actor);
  }
  publishFulfillment(kernel, shop, order, 'fulfillments/create', fulfillment);
  note(kernel, order, o.actor, `${fulfillment.name} was fulfilled.`);
  const whole = displayFulfillmentStatus(order) === 'FULFILLED';
  publishOrder(kernel, shop, order, [whole ? 'orders/fulfilled' : 'orders/partially_fulfilled']);
  return fulfillment;
}

function unitsToShip(
  fulfillmentOrder: FulfillmentOrder,
  wanted: readonly { readonly lineItemId: number; readonly quantity: number }[] | null,
) {
  return fulfillmentOrder.lines.flatMap((line) => {
    const quantity =
      wanted === null
        ? line.remainingQuantity
        : (wanted.find((candidate) => candidate.lineItemId === line.lineItemId)?.quantity ?? 0);
    if (quantity > line.remainingQuantity) {
      throw new CommerceRefusal('More units than remain to be fulfilled.');
    }
    return quantity > 0 ? [{ line, quantity }] : [];
  });
}

function recordFulfillment(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillment: Fulfillment,
  kind: 'fulfillment.created' | 'fulfillment.cancelled',
  actor: Actor,
): void {
  kernel.ledger.append({
    kind,
    shop: shop.domain,
    orderId: order.id,
    actor,
    fulfillmentId: fulfillment.id,
    fulfillmentOrderId: fulfillment.fulfillmentOrderId,
    units: fulfillment.lines.reduce((units, line) => units + line.quantity, 0),
  });
}

/** Undoes a shipment that never left: its units become new work at the same location. */
export function cancelFulfillment(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillment: Fulfillment,
  actor: Actor,
): void {
  if (fulfillment.status === 'CANCELLED' || fulfillment.deliveredAt !== null) {
    throw new CommerceRefusal('The fulfillment cannot be cancelled.');
  }
  fulfillment.status = 'CANCELLED';
  fulfillment.displayStatus = 'CANCELED';
  fulfillment.updatedAt = kernel.now();
  for (const shipped of fulfillment.lines) {
    const line = lineOf(order, shipped.lineItemId);
    line.fulfilledQuantity -= shipped.quantity;
    moveStock(
      kernel,
      shop,
      order,
      { line },
      {
        locationId: fulfillment.locationId,
        available: 0,
        committed: shipped.quantity,
        reason: 'fulfillment_cancelled',
      },
      actor,
    );
  }
  const ended = order.fulfillmentOrders.find((fo) => fo.id === fulfillment.fulfillmentOrderId);
  if (ended !== undefined) replaceWork(kernel, shop, order, ended, fulfillment.lines);
  recordFulfillment(kernel, shop, order, fulfillment, 'fulfillment.cancelled', actor);
  publishFulfillment(kernel, shop, order, 'fulfillments/update', fulfillment);
  publishOrder(kernel, shop, order);
}

/** The work that can be shipped now. */
export function shippableWork(order: Order): FulfillmentOrder[] {
  return order.fulfillmentOrders.filter(
    (fo) => isUnfinished(fo) && (fo.status === 'OPEN' || fo.status === 'IN_PROGRESS'),
  );
}

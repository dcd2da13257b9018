/**
 * Fulfillment orders: the work to be done at a location, and what is left of it.
 * Life cycle: description of the `FulfillmentOrder` type in the Admin schema.
 */
import { removeHold } from './hold-record.ts';
import type { Kernel } from '../kernel.ts';
import { found } from '../lookup.ts';
import type {
  Actor,
  DeliveryMethodType,
  FulfillmentOrder,
  LineItem,
  Order,
  Shop,
} from '../model.ts';
import { isUnfinished } from '../orders/order-status.ts';
import { fulfillmentOrderRef } from '../delivery/webhook-payloads/fulfillment-order.ts';

const PLATFORM: Actor = { kind: 'platform' };

/** One fulfillment order per location and per way of delivery. */
export function createFulfillmentOrders(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  placed: readonly { readonly line: LineItem; readonly locationId: number }[],
  o: { readonly deliveryMethod: DeliveryMethodType; readonly fulfillAt: number | null },
): void {
  const groups = new Map<string, { locationId: number; ships: boolean; lines: LineItem[] }>();
  for (const { line, locationId } of placed) {
    const key = `${locationId}/${line.requiresShipping}`;
    const group = groups.get(key) ?? { locationId, ships: line.requiresShipping, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    const scheduled = o.fulfillAt !== null && o.fulfillAt > kernel.now();
    const created = newFulfillmentOrder(kernel, shop, {
      locationId: group.locationId,
      deliveryMethod: group.ships ? o.deliveryMethod : 'NONE',
      status: scheduled ? 'SCHEDULED' : 'OPEN',
      fulfillAt: o.fulfillAt ?? kernel.now(),
      lines: group.lines.map((line) => ({ lineItemId: line.id, quantity: line.quantity })),
    });
    order.fulfillmentOrders.push(created);
    if (scheduled)
      kernel.clock.schedule(created.fulfillAt ?? 0, () => open(kernel, shop, order, created));
  }
  kernel.events.emit(shop, 'fulfillment_orders/order_routing_complete', order.id, () => ({
    fulfillment_order:
      order.fulfillmentOrders[0] && fulfillmentOrderRef(order.fulfillmentOrders[0]),
  }));
}

export function newFulfillmentOrder(
  kernel: Kernel,
  shop: Shop,
  o: {
    readonly locationId: number;
    readonly deliveryMethod: DeliveryMethodType;
    readonly status: FulfillmentOrder['status'];
    readonly fulfillAt: number | null;
    readonly lines: readonly { readonly lineItemId: number; readonly quantity: number }[];
  },
): FulfillmentOrder {
  const location = found(shop.locations.get(o.locationId), `location ${o.locationId}`);
  return {
    id: kernel.nextId(),
    status: o.status,
    requestStatus: 'UNSUBMITTED',
    locationId: location.id,
    fulfillmentServiceHandle: location.fulfillmentServiceHandle,
    deliveryMethod: o.deliveryMethod,
    lines: o.lines.map((line) => ({
      id: kernel.nextId(),
      lineItemId: line.lineItemId,
      totalQuantity: line.quantity,
      remainingQuantity: line.quantity,
    })),
    holds: [],
    merchantRequests: [],
    progressReportedByHand: false,
    splitByHold: null,
    fulfillAt: o.fulfillAt,
    createdAt: kernel.now(),
    updatedAt: kernel.now(),
  };
}

/** New work at the same place for units whose old work has ended. */
export function replaceWork(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  ended: FulfillmentOrder,
  lines: readonly { readonly lineItemId: number; readonly quantity: number }[],
): FulfillmentOrder {
  const replacement = newFulfillmentOrder(kernel, shop, {
    locationId: ended.locationId,
    deliveryMethod: ended.deliveryMethod,
    status: 'OPEN',
    fulfillAt: ended.fulfillAt,
    lines,
  });
  order.fulfillmentOrders.push(replacement);
  return replacement;
}

function open(kernel: Kernel, shop: Shop, order: Order, fulfillmentOrder: FulfillmentOrder): void {
  if (fulfillmentOrder.status !== 'SCHEDULED') return;
  change(kernel, shop, order, fulfillmentOrder, PLATFORM, 'due', { status: 'OPEN' });
  kernel.events.emit(
    shop,
    'fulfillment_orders/scheduled_fulfillment_order_ready',
    order.id,
    () => ({
      fulfillment_order: fulfillmentOrderRef(fulfillmentOrder),
    }),
  );
}

export function change(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  actor: Actor,
  why: string,
  to: Partial<Pick<FulfillmentOrder, 'status' | 'requestStatus'>>,
): void {
  Object.assign(fulfillmentOrder, to);
  fulfillmentOrder.updatedAt = kernel.now();
  kernel.ledger.append({
    kind: 'fulfillment_order.changed',
    shop: shop.domain,
    orderId: order.id,
    actor,
    fulfillmentOrderId: fulfillmentOrder.id,
    status: fulfillmentOrder.status,
    requestStatus: fulfillmentOrder.requestStatus,
    why,
  });
}

/** Units of a line that are still to be fulfilled. */
export function unfulfilledUnits(order: Order, lineItemId: number): number {
  return order.fulfillmentOrders
    .filter(isUnfinished)
    .flatMap((fo) => fo.lines)
    .filter((line) => line.lineItemId === lineItemId)
    .reduce((units, line) => units + line.remainingQuantity, 0);
}

export interface WithdrawnUnits {
  readonly locationId: number;
  readonly units: number;
}

/**
 * Takes units of a line out of the work to be done, work not yet begun first, and says where they
 * were reserved. Work left with nothing to do is closed.
 */
export function withdrawUnits(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  lineItemId: number,
  units: number,
  actor: Actor,
): WithdrawnUnits[] {
  const begun = (fo: FulfillmentOrder): number => (fo.status === 'IN_PROGRESS' ? 1 : 0);
  const work = order.fulfillmentOrders.filter(isUnfinished).sort((a, b) => begun(a) - begun(b));
  const withdrawn: WithdrawnUnits[] = [];
  let left = units;
  for (const fulfillmentOrder of work) {
    for (const line of fulfillmentOrder.lines) {
      if (line.lineItemId !== lineItemId) continue;
      const taken = Math.min(left, line.remainingQuantity);
      if (taken === 0) continue;
      line.remainingQuantity -= taken;
      line.totalQuantity -= taken;
      left -= taken;
      withdrawn.push({ locationId: fulfillmentOrder.locationId, units: taken });
    }
    closeIfDone(kernel, shop, order, fulfillmentOrder, actor);
  }
  return withdrawn;
}

/**
 * A cancelled order's work ends CLOSED with no quantity, as recorded from the live platform. Its holds end with
 * it: whoever took the last unit off has released nobody's hold.
 */
export function closeIfDone(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  actor: Actor,
): void {
  if (!isUnfinished(fulfillmentOrder)) return;
  if (fulfillmentOrder.lines.some((line) => line.remainingQuantity > 0)) return;
  for (const hold of [...fulfillmentOrder.holds])
    removeHold(kernel, shop, order, fulfillmentOrder, hold, PLATFORM);
  change(kernel, shop, order, fulfillmentOrder, actor, 'nothing left to do', { status: 'CLOSED' });
}

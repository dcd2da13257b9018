/** Holds on fulfillment orders, and the work they split off. */
import { change, closeIfDone, replaceWork } from './fulfillment-orders.ts';
import { gid } from '../gid.ts';
import { emitHold, recordHold, removeHold } from './hold-record.ts';
import { note } from '../kernel.ts';
import type { Kernel } from '../kernel.ts';
import type {
  Actor,
  FulfillmentHold,
  FulfillmentOrder,
  FulfillmentOrderLine,
  Order,
  Shop,
} from '../model.ts';
import { publishOrder } from '../delivery/publish.ts';
import {
  fulfillmentOrderRef,
  holdPayload,
} from '../delivery/webhook-payloads/fulfillment-order.ts';

/** An app can place up to ten holds on one fulfillment order (API 2025-01 and later). */
export const MAX_HOLDS_PER_APP = 10;
export const MAX_HANDLE_LENGTH = 64;

export interface HoldRequest {
  readonly handle: string;
  readonly reason: string;
  readonly reasonNotes: string | null;
  readonly externalId: string | null;
  /** Hold only these; the rest moves to another fulfillment order. */
  readonly lines: readonly { readonly id: number; readonly quantity: number }[] | null;
}

export type HoldRefusal =
  | 'DUPLICATE_FULFILLMENT_HOLD_HANDLE'
  | 'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED'
  | 'FULFILLMENT_ORDER_NOT_SPLITTABLE'
  | 'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS'
  | 'GREATER_THAN_ZERO'
  | 'INVALID_LINE_ITEM_QUANTITY'
  | 'HANDLE_TOO_LONG'
  | 'NOT_HOLDABLE';

export interface HoldResult {
  readonly hold: FulfillmentHold;
  readonly remaining: FulfillmentOrder | null;
}

function sameHolder(a: Actor, b: Actor): boolean {
  if (a.kind === 'app' && b.kind === 'app') return a.appId === b.appId;
  return a.kind === b.kind;
}

/** Places a hold, or says why not. Nothing changes on a refusal. */
export function placeHold(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  request: HoldRequest,
  holder: Actor,
): HoldResult | { readonly refused: HoldRefusal } {
  const refused = holdRefusal(fulfillmentOrder, request, holder);
  if (refused !== null) return { refused };
  const alreadyHeld = fulfillmentOrder.status === 'ON_HOLD';
  const remaining =
    request.lines === null ? null : splitOff(kernel, shop, order, fulfillmentOrder, request.lines);
  const hold: FulfillmentHold = {
    id: kernel.nextId(),
    handle: request.handle,
    reason: request.reason,
    reasonNotes: request.reasonNotes,
    externalId: request.externalId,
    heldBy: holder,
    createdAt: kernel.now(),
  };
  fulfillmentOrder.holds.push(hold);
  recordHold(kernel, shop, order, fulfillmentOrder, hold, 'hold.placed', holder);
  if (!alreadyHeld) {
    change(kernel, shop, order, fulfillmentOrder, holder, 'held', { status: 'ON_HOLD' });
    kernel.events.emit(shop, 'fulfillment_orders/placed_on_hold', order.id, () => ({
      fulfillment_order: {
        ...fulfillmentOrderRef(fulfillmentOrder),
        fulfillment_holds: fulfillmentOrder.holds.map(holdPayload),
      },
      remaining_fulfillment_order: remaining === null ? null : fulfillmentOrderRef(remaining),
      held_fulfillment_order_line_items: fulfillmentOrder.lines.map((line) => ({
        id: gid('FulfillmentOrderLineItem', line.id),
        quantity: line.remainingQuantity,
      })),
      created_fulfillment_hold: holdPayload(hold),
    }));
  }
  emitHold(kernel, shop, order, fulfillmentOrder, hold, 'fulfillment_holds/added');
  note(kernel, order, holder, 'Fulfillment was put on hold.');
  publishOrder(kernel, shop, order);
  return { hold, remaining };
}

function holdRefusal(
  fulfillmentOrder: FulfillmentOrder,
  request: HoldRequest,
  holder: Actor,
): HoldRefusal | null {
  const holdable = ['OPEN', 'SCHEDULED', 'ON_HOLD'].includes(fulfillmentOrder.status);
  if (!holdable) return 'NOT_HOLDABLE';
  if (request.handle.length > MAX_HANDLE_LENGTH) return 'HANDLE_TOO_LONG';
  const own = fulfillmentOrder.holds.filter((hold) => sameHolder(hold.heldBy, holder));
  if (own.some((hold) => hold.handle === request.handle))
    return 'DUPLICATE_FULFILLMENT_HOLD_HANDLE';
  if (own.length >= MAX_HOLDS_PER_APP) return 'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED';
  if (request.lines === null) return null;
  if (fulfillmentOrder.status === 'ON_HOLD') return 'FULFILLMENT_ORDER_NOT_SPLITTABLE';
  if (new Set(request.lines.map((line) => line.id)).size < request.lines.length) {
    return 'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS';
  }
  for (const { id, quantity } of request.lines) {
    if (quantity <= 0) return 'GREATER_THAN_ZERO';
    const line = fulfillmentOrder.lines.find((candidate) => candidate.id === id);
    if (line === undefined || quantity > line.remainingQuantity)
      return 'INVALID_LINE_ITEM_QUANTITY';
  }
  return null;
}

/** Leaves only the given units here and moves the rest to a new fulfillment order, if any. */
function splitOff(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  kept: readonly { readonly id: number; readonly quantity: number }[],
): FulfillmentOrder | null {
  const rest: { lineItemId: number; quantity: number }[] = [];
  const stays: FulfillmentOrderLine[] = [];
  for (const line of fulfillmentOrder.lines) {
    const quantity = kept.find((candidate) => candidate.id === line.id)?.quantity ?? 0;
    if (line.remainingQuantity > quantity) {
      rest.push({ lineItemId: line.lineItemId, quantity: line.remainingQuantity - quantity });
      line.totalQuantity -= line.remainingQuantity - quantity;
      line.remainingQuantity = quantity;
    }
    if (line.totalQuantity > 0) stays.push(line);
  }
  fulfillmentOrder.lines.splice(0, Infinity, ...stays);
  if (rest.length === 0) return null;
  const remaining = replaceWork(kernel, shop, order, fulfillmentOrder, rest);
  fulfillmentOrder.splitByHold = remaining.id;
  return remaining;
}

/**
 * Releases the given holds; null releases every hold on the fulfillment order, other apps' too, as
 * the description of `fulfillmentOrderReleaseHold(holdIds:)` warns.
 */
export function releaseHolds(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  holdIds: readonly number[] | null,
  actor: Actor,
): void {
  const released = fulfillmentOrder.holds.filter(
    (hold) => holdIds === null || holdIds.includes(hold.id),
  );
  if (released.length === 0) return;
  for (const hold of released) removeHold(kernel, shop, order, fulfillmentOrder, hold, actor);
  if (fulfillmentOrder.holds.length === 0 && fulfillmentOrder.status === 'ON_HOLD') {
    mergeSplitWork(kernel, shop, order, fulfillmentOrder, actor);
    const waits = fulfillmentOrder.fulfillAt !== null && fulfillmentOrder.fulfillAt > kernel.now();
    change(kernel, shop, order, fulfillmentOrder, actor, 'released', {
      status: waits ? 'SCHEDULED' : 'OPEN',
    });
    kernel.events.emit(shop, 'fulfillment_orders/hold_released', order.id, () => ({
      fulfillment_order: fulfillmentOrderRef(fulfillmentOrder),
    }));
  }
  note(kernel, order, actor, 'A fulfillment hold was released.');
  publishOrder(kernel, shop, order);
}

/** Work split off by a hold joins again when the hold ends, unless it has moved on meanwhile. */
function mergeSplitWork(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  actor: Actor,
): void {
  const other = order.fulfillmentOrders.find((fo) => fo.id === fulfillmentOrder.splitByHold);
  fulfillmentOrder.splitByHold = null;
  if (other === undefined || other.status !== 'OPEN' || other.requestStatus !== 'UNSUBMITTED')
    return;
  for (const line of other.lines) {
    const here = fulfillmentOrder.lines.find(
      (candidate) => candidate.lineItemId === line.lineItemId,
    );
    if (here === undefined) {
      fulfillmentOrder.lines.push({ ...line, id: kernel.nextId() });
    } else {
      here.totalQuantity += line.remainingQuantity;
      here.remainingQuantity += line.remainingQuantity;
    }
    line.totalQuantity = 0;
    line.remainingQuantity = 0;
  }
  closeIfDone(kernel, shop, order, other, actor);
}

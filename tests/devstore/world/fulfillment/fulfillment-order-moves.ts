/**
 * Work that changes its place: moved to another location, or merged with other work at the same one. Rules from the
 * description of `fulfillmentOrderMove` in the Admin schema; shapes and texts recorded from the live platform:
 * https://github.com/airhorns/shopify-draft-proxy (fulfillment-order-move-validation.json,
 * fulfillment-order-move-multi-line.json, fulfillment-order-merge-validation.json).
 */
import type { Kernel } from '../kernel.ts';
import { note } from '../kernel.ts';
import { lineOf } from '../lookup.ts';
import type {
  Actor,
  FulfillmentOrder,
  FulfillmentOrderLine,
  Location,
  Order,
  Shop,
} from '../model.ts';
import { publishOrder } from '../delivery/publish.ts';
import { mergedPayload, movedPayload } from '../delivery/webhook-payloads/fulfillment-order.ts';
import { change, closeIfDone, newFulfillmentOrder } from './fulfillment-orders.ts';
import { moveStock, trackedItemOf } from './inventory.ts';

export interface WantedUnits {
  /** Of the fulfillment order's own line. */
  readonly id: number;
  readonly quantity: number;
}

export type MoveRefusal =
  | 'CLOSED'
  | 'PROGRESS_REPORTED'
  | 'AT_SERVICE'
  | 'NO_LOCATION'
  | 'NOT_STOCKED'
  | 'NO_LINE'
  | 'INVALID_QUANTITY';

/** "Awaiting action by a fulfillment service", which has to give it back first. */
const AT_SERVICE: readonly string[] = [
  'SUBMITTED',
  'ACCEPTED',
  'CANCELLATION_REQUESTED',
  'CANCELLATION_REJECTED',
];

/** Why the work cannot go there; null when it can. Nothing has changed either way. */
export function moveRefusal(
  shop: Shop,
  order: Order,
  work: FulfillmentOrder,
  to: Location | undefined,
  wanted: readonly WantedUnits[] | null,
): MoveRefusal | null {
  if (work.status === 'CLOSED' || work.status === 'CANCELLED') return 'CLOSED';
  if (work.progressReportedByHand) return 'PROGRESS_REPORTED';
  if (AT_SERVICE.includes(work.requestStatus)) return 'AT_SERVICE';
  if (to === undefined || !to.active) return 'NO_LOCATION';
  for (const { id, quantity } of wanted ?? []) {
    const line = work.lines.find((candidate) => candidate.id === id);
    if (line === undefined) return 'NO_LINE';
    if (quantity <= 0 || quantity > line.remainingQuantity) return 'INVALID_QUANTITY';
  }
  const isStocked = unitsToMove(work, wanted).every(({ line }) => {
    const item = trackedItemOf(shop, lineOf(order, line.lineItemId));
    return item === null || item.levels.has(to.id);
  });
  return isStocked ? null : 'NOT_STOCKED';
}

export interface Moved {
  readonly moved: FulfillmentOrder;
  /** What stays, where something does. */
  readonly remaining: FulfillmentOrder | null;
}

/**
 * The whole of it keeps its id; a part of it, or the rest of work that is partly fulfilled, becomes new work, which
 * takes other open work of the order at that place along. The caller has asked `moveRefusal`.
 */
export function moveFulfillmentOrder(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  work: FulfillmentOrder,
  to: Location,
  wanted: readonly WantedUnits[] | null,
  actor: Actor,
): Moved {
  const from = work.locationId;
  const units = unitsToMove(work, wanted);
  for (const { line, quantity } of units)
    restock(kernel, shop, order, line, from, to.id, quantity, actor);
  const isWhole =
    units.length === work.lines.length &&
    units.every(({ line, quantity }) => quantity === line.totalQuantity);
  const moved = isWhole ? work : splitTo(kernel, shop, order, work, to, units, actor);
  if (isWhole) {
    work.locationId = to.id;
    work.fulfillmentServiceHandle = to.fulfillmentServiceHandle;
    change(kernel, shop, order, work, actor, 'moved', { requestStatus: 'UNSUBMITTED' });
  }
  kernel.events.emit(shop, 'fulfillment_orders/moved', order.id, () =>
    movedPayload({ original: work, moved, from, to: to.id, units }),
  );
  note(kernel, order, actor, `Fulfillment was moved to ${to.name}.`);
  publishOrder(kernel, shop, order);
  return { moved, remaining: isWhole ? null : work };
}

interface Units {
  readonly line: FulfillmentOrderLine;
  readonly quantity: number;
}

function unitsToMove(work: FulfillmentOrder, wanted: readonly WantedUnits[] | null): Units[] {
  return work.lines.flatMap((line) => {
    const quantity =
      wanted === null || wanted.length === 0
        ? line.remainingQuantity
        : (wanted.find(({ id }) => id === line.id)?.quantity ?? 0);
    return quantity > 0 ? [{ line, quantity }] : [];
  });
}

function restock(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  { lineItemId }: FulfillmentOrderLine,
  from: number,
  to: number,
  quantity: number,
  actor: Actor,
): void {
  const source = { line: lineOf(order, lineItemId) };
  const reason = 'fulfillment_order_moved' as const;
  const leave = { locationId: from, available: quantity, committed: -quantity, reason };
  const arrive = { locationId: to, available: -quantity, committed: quantity, reason };
  moveStock(kernel, shop, order, source, leave, actor);
  moveStock(kernel, shop, order, source, arrive, actor);
}

function splitTo(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  work: FulfillmentOrder,
  to: Location,
  units: readonly Units[],
  actor: Actor,
): FulfillmentOrder {
  const lines = units.map(({ line, quantity }) => ({ lineItemId: line.lineItemId, quantity }));
  for (const { line, quantity } of units) takeFrom(line, quantity);
  const waiting = order.fulfillmentOrders.find(
    (other) => other.locationId === to.id && isMergeable(other),
  );
  if (waiting !== undefined) lines.push(...emptied(waiting));
  const created = newFulfillmentOrder(kernel, shop, {
    locationId: to.id,
    deliveryMethod: work.deliveryMethod,
    status: 'OPEN',
    fulfillAt: work.fulfillAt,
    lines: addedUp(lines),
  });
  order.fulfillmentOrders.push(created);
  work.lines.splice(0, Infinity, ...work.lines.filter((line) => line.totalQuantity > 0));
  for (const old of waiting === undefined ? [work] : [work, waiting]) {
    closeIfDone(kernel, shop, order, old, actor);
  }
  return created;
}

function takeFrom(line: FulfillmentOrderLine, quantity: number): void {
  line.totalQuantity -= quantity;
  line.remainingQuantity -= quantity;
}

/** Takes all that is left to do out of the work, and says what it was. */
function emptied(work: FulfillmentOrder): { lineItemId: number; quantity: number }[] {
  return work.lines.flatMap((line) => {
    const quantity = line.remainingQuantity;
    takeFrom(line, quantity);
    return quantity > 0 ? [{ lineItemId: line.lineItemId, quantity }] : [];
  });
}

function addedUp(
  lines: readonly { readonly lineItemId: number; readonly quantity: number }[],
): { lineItemId: number; quantity: number }[] {
  const units = new Map<number, number>();
  for (const { lineItemId, quantity } of lines) {
    units.set(lineItemId, (units.get(lineItemId) ?? 0) + quantity);
  }
  return [...units].map(([lineItemId, quantity]) => ({ lineItemId, quantity }));
}

export function isMergeable(work: FulfillmentOrder): boolean {
  return work.status === 'OPEN' && !AT_SERVICE.includes(work.requestStatus);
}

/**
 * The first one takes what the others were to do and keeps its id; they are closed. The caller has seen that all are
 * mergeable and stand at one place.
 */
export function mergeFulfillmentOrders(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  first: FulfillmentOrder,
  others: readonly FulfillmentOrder[],
  actor: Actor,
): void {
  const before = [first, ...others].map((work) => ({
    id: work.id,
    lines: work.lines.map(({ id, remainingQuantity }) => ({ id, quantity: remainingQuantity })),
  }));
  for (const { lineItemId, quantity } of others.flatMap(emptied)) {
    const here = first.lines.find((line) => line.lineItemId === lineItemId);
    if (here === undefined) {
      first.lines.push({
        id: kernel.nextId(),
        lineItemId,
        totalQuantity: quantity,
        remainingQuantity: quantity,
      });
    } else {
      here.totalQuantity += quantity;
      here.remainingQuantity += quantity;
    }
  }
  change(kernel, shop, order, first, actor, 'merged', {});
  for (const other of others) closeIfDone(kernel, shop, order, other, actor);
  kernel.events.emit(shop, 'fulfillment_orders/merged', order.id, () =>
    mergedPayload(before, first),
  );
  note(kernel, order, actor, 'Fulfillment orders were merged.');
  publishOrder(kernel, shop, order);
}

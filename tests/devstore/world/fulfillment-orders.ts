/**
 * Fulfillment orders: the work to be done at a location, its holds, and the talk with a 3PL.
 * Life cycle: description of the `FulfillmentOrder` type in the Admin schema.
 */
import { CommerceRefusal } from './contract.ts';
import { gid } from './gid.ts';
import type { Kernel } from './kernel.ts';
import { note } from './kernel.ts';
import { found } from './lookup.ts';
import type {
  Actor,
  DeliveryMethodType,
  FulfillmentHold,
  FulfillmentOrder,
  FulfillmentOrderLine,
  FulfillmentServiceHabit,
  LineItem,
  MerchantRequest,
  Order,
  Shop,
} from './model.ts';
import { isUnfinished } from './order-status.ts';
import { publishOrder } from './publish.ts';
import { fulfillmentOrderRef, holdPayload } from './webhook-payloads/fulfillment-order.ts';

const PLATFORM: Actor = { kind: 'platform' };

/** An app can place up to ten holds on one fulfillment order (API 2025-01 and later). */
const MAX_HOLDS_PER_APP = 10;
export const MAX_HANDLE_LENGTH = 64;

// --- Coming into being ------------------------------------------------------------------------

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

function newFulfillmentOrder(
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

// --- What is left to do -----------------------------------------------------------------------

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

/** A cancelled order's work ends CLOSED with no quantity, as recorded from the live platform. */
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
    removeHold(kernel, shop, order, fulfillmentOrder, hold, actor);
  change(kernel, shop, order, fulfillmentOrder, actor, 'nothing left to do', { status: 'CLOSED' });
}

// --- Holds ------------------------------------------------------------------------------------

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

function removeHold(
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

function recordHold(
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

function emitHold(
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

// --- Talking to a 3PL -------------------------------------------------------------------------

function service(fulfillmentOrder: FulfillmentOrder, shop: Shop) {
  const handle = fulfillmentOrder.fulfillmentServiceHandle;
  const known = handle === null ? undefined : shop.fulfillmentServices.get(handle);
  return found(known, 'fulfillment service at this location');
}

function addRequest(
  kernel: Kernel,
  fulfillmentOrder: FulfillmentOrder,
  kind: MerchantRequest['kind'],
  message: string | null,
): MerchantRequest {
  const request: MerchantRequest = {
    id: kernel.nextId(),
    kind,
    message,
    sentAt: kernel.now(),
    responseMessage: null,
  };
  fulfillmentOrder.merchantRequests.push(request);
  return request;
}

function answerByHabit(
  kernel: Kernel,
  habit: FulfillmentServiceHabit,
  answer: (decision: 'accept' | 'reject', message: string | undefined) => void,
): void {
  const { decision } = habit;
  if (decision === 'silent') return;
  kernel.clock.schedule(kernel.now() + habit.afterMs, () => answer(decision, habit.message));
}

export function submitFulfillmentRequest(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  message: string | null,
  actor: Actor,
): void {
  const asked = service(fulfillmentOrder, shop);
  const free = ['UNSUBMITTED', 'REJECTED'].includes(fulfillmentOrder.requestStatus);
  if (fulfillmentOrder.status !== 'OPEN' || !free) {
    throw new CommerceRefusal('The fulfillment order cannot be submitted in its state.');
  }
  const request = addRequest(kernel, fulfillmentOrder, 'FULFILLMENT_REQUEST', message);
  change(kernel, shop, order, fulfillmentOrder, actor, 'requested', { requestStatus: 'SUBMITTED' });
  kernel.events.emit(shop, 'fulfillment_orders/fulfillment_request_submitted', order.id, () => ({
    original_fulfillment_order: fulfillmentOrderRef(fulfillmentOrder),
    submitted_fulfillment_order: fulfillmentOrderRef(fulfillmentOrder),
    fulfillment_order_merchant_request: {
      id: gid('FulfillmentOrderMerchantRequest', request.id),
      message: request.message,
    },
  }));
  publishOrder(kernel, shop, order);
  answerByHabit(kernel, asked.onFulfillmentRequest, (decision, answer) => {
    if (fulfillmentOrder.requestStatus === 'SUBMITTED') {
      answerFulfillmentRequest(kernel, shop, order, fulfillmentOrder, decision, answer);
    }
  });
}

export function answerFulfillmentRequest(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  decision: 'accept' | 'reject',
  message: string | undefined,
): void {
  if (fulfillmentOrder.requestStatus !== 'SUBMITTED') {
    throw new CommerceRefusal('There is no fulfillment request to answer.');
  }
  const actor: Actor = {
    kind: 'fulfillment_service',
    handle: service(fulfillmentOrder, shop).handle,
  };
  const accepted = decision === 'accept';
  change(
    kernel,
    shop,
    order,
    fulfillmentOrder,
    actor,
    accepted ? 'accepted' : 'rejected',
    accepted ? { status: 'IN_PROGRESS', requestStatus: 'ACCEPTED' } : { requestStatus: 'REJECTED' },
  );
  emitAnswer(kernel, shop, order, fulfillmentOrder, 'fulfillment_request', decision, message);
  note(
    kernel,
    order,
    actor,
    `The fulfillment service ${accepted ? 'accepted' : 'rejected'} the request.`,
  );
  publishOrder(kernel, shop, order);
}

/** Asks a 3PL that has accepted the work to stop it. */
export function submitCancellationRequest(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  message: string | null,
  actor: Actor,
): void {
  const asked = service(fulfillmentOrder, shop);
  if (!canRequestCancellation(fulfillmentOrder)) {
    throw new CommerceRefusal('Cannot request cancellation for the fulfillment order.');
  }
  const request = addRequest(kernel, fulfillmentOrder, 'CANCELLATION_REQUEST', message);
  change(kernel, shop, order, fulfillmentOrder, actor, 'cancellation requested', {
    requestStatus: 'CANCELLATION_REQUESTED',
  });
  kernel.events.emit(shop, 'fulfillment_orders/cancellation_request_submitted', order.id, () => ({
    fulfillment_order: fulfillmentOrderRef(fulfillmentOrder),
    fulfillment_order_merchant_request: {
      id: gid('FulfillmentOrderMerchantRequest', request.id),
      message: request.message,
    },
  }));
  publishOrder(kernel, shop, order);
  answerByHabit(kernel, asked.onCancellationRequest, (decision, answer) => {
    if (fulfillmentOrder.requestStatus === 'CANCELLATION_REQUESTED') {
      answerCancellationRequest(kernel, shop, order, fulfillmentOrder, decision, answer);
    }
  });
}

export function canRequestCancellation(fulfillmentOrder: FulfillmentOrder): boolean {
  return (
    fulfillmentOrder.status === 'IN_PROGRESS' &&
    ['ACCEPTED', 'CANCELLATION_REJECTED'].includes(fulfillmentOrder.requestStatus)
  );
}

/**
 * Accepting closes the work and leaves the units to a new fulfillment order; rejecting leaves it in
 * progress. States as recorded from the live platform:
 * https://github.com/airhorns/shopify-draft-proxy (fulfillment-order-request-lifecycle.json)
 */
export function answerCancellationRequest(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  decision: 'accept' | 'reject',
  message: string | undefined,
): void {
  if (fulfillmentOrder.requestStatus !== 'CANCELLATION_REQUESTED') {
    throw new CommerceRefusal('There is no cancellation request to answer.');
  }
  const actor: Actor = {
    kind: 'fulfillment_service',
    handle: service(fulfillmentOrder, shop).handle,
  };
  if (decision === 'accept') {
    const left = endWork(fulfillmentOrder);
    change(kernel, shop, order, fulfillmentOrder, actor, 'cancellation accepted', {
      status: 'CLOSED',
      requestStatus: 'CANCELLATION_ACCEPTED',
    });
    replaceWork(kernel, shop, order, fulfillmentOrder, left);
  } else {
    change(kernel, shop, order, fulfillmentOrder, actor, 'cancellation rejected', {
      requestStatus: 'CANCELLATION_REJECTED',
    });
  }
  emitAnswer(kernel, shop, order, fulfillmentOrder, 'cancellation_request', decision, message);
  note(kernel, order, actor, `The fulfillment service ${decision}ed the cancellation.`);
  publishOrder(kernel, shop, order);
}

/** Empties a fulfillment order and says what was left in it. */
function endWork(fulfillmentOrder: FulfillmentOrder): { lineItemId: number; quantity: number }[] {
  return fulfillmentOrder.lines.flatMap((line) => {
    const quantity = line.remainingQuantity;
    line.totalQuantity -= quantity;
    line.remainingQuantity = 0;
    return quantity > 0 ? [{ lineItemId: line.lineItemId, quantity }] : [];
  });
}

function emitAnswer(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  subject: 'fulfillment_request' | 'cancellation_request',
  decision: 'accept' | 'reject',
  message: string | undefined,
): void {
  const request = fulfillmentOrder.merchantRequests.at(-1);
  if (request !== undefined) request.responseMessage = message ?? null;
  kernel.events.emit(shop, `fulfillment_orders/${subject}_${decision}ed`, order.id, () => ({
    fulfillment_order: fulfillmentOrderRef(fulfillmentOrder),
    message: message ?? null,
  }));
}

/** `fulfillmentOrderCancel`: takes back work a 3PL has not accepted yet. */
export function cancelFulfillmentOrder(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  actor: Actor,
): FulfillmentOrder {
  const left = endWork(fulfillmentOrder);
  change(kernel, shop, order, fulfillmentOrder, actor, 'cancelled', { status: 'CLOSED' });
  const replacement = replaceWork(kernel, shop, order, fulfillmentOrder, left);
  kernel.events.emit(shop, 'fulfillment_orders/cancelled', order.id, () => ({
    fulfillment_order: fulfillmentOrderRef(fulfillmentOrder),
    replacement_fulfillment_order: fulfillmentOrderRef(replacement),
  }));
  publishOrder(kernel, shop, order);
  return replacement;
}

export function reportProgress(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  actor: Actor,
): void {
  if (!['OPEN', 'IN_PROGRESS'].includes(fulfillmentOrder.status)) {
    throw new CommerceRefusal('Progress can only be reported on open work.');
  }
  fulfillmentOrder.progressReportedByHand = true;
  change(kernel, shop, order, fulfillmentOrder, actor, 'progress reported', {
    status: 'IN_PROGRESS',
  });
  kernel.events.emit(shop, 'fulfillment_orders/progress_reported', order.id, () => ({
    fulfillment_order: fulfillmentOrderRef(fulfillmentOrder),
    progress_report: null,
  }));
  publishOrder(kernel, shop, order);
}

export type FulfillmentOrderAction =
  | 'CREATE_FULFILLMENT'
  | 'REQUEST_FULFILLMENT'
  | 'CANCEL_FULFILLMENT_ORDER'
  | 'REQUEST_CANCELLATION'
  | 'REPORT_PROGRESS'
  | 'MARK_AS_OPEN'
  | 'MOVE'
  | 'HOLD'
  | 'RELEASE_HOLD'
  | 'SPLIT';

export function supportedActions(fulfillmentOrder: FulfillmentOrder): FulfillmentOrderAction[] {
  const served = fulfillmentOrder.fulfillmentServiceHandle !== null;
  const several = fulfillmentOrder.lines.reduce((n, line) => n + line.remainingQuantity, 0) > 1;
  const split: FulfillmentOrderAction[] = several ? ['SPLIT'] : [];
  switch (fulfillmentOrder.status) {
    case 'OPEN':
      if (fulfillmentOrder.requestStatus === 'SUBMITTED') return ['CANCEL_FULFILLMENT_ORDER'];
      return served
        ? ['REQUEST_FULFILLMENT', 'CREATE_FULFILLMENT', 'MOVE', 'HOLD', ...split]
        : ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MOVE', 'HOLD', ...split];
    case 'ON_HOLD': {
      const full = fulfillmentOrder.holds.length >= MAX_HOLDS_PER_APP;
      return full ? ['RELEASE_HOLD', 'MOVE'] : ['RELEASE_HOLD', 'HOLD', 'MOVE'];
    }
    case 'SCHEDULED':
      return ['MARK_AS_OPEN', 'HOLD'];
    case 'IN_PROGRESS':
      if (canRequestCancellation(fulfillmentOrder)) {
        return ['CREATE_FULFILLMENT', 'REQUEST_CANCELLATION'];
      }
      return fulfillmentOrder.progressReportedByHand
        ? ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MARK_AS_OPEN']
        : ['CREATE_FULFILLMENT'];
    case 'CLOSED':
    case 'CANCELLED':
    case 'INCOMPLETE':
      return [];
  }
}

/** The talk with a 3PL about a fulfillment order, and progress reported by hand. */
import { CommerceRefusal } from '../contracts/contract.ts';
import { change, replaceWork } from './fulfillment-orders.ts';
import { gid } from '../gid.ts';
import { note } from '../kernel.ts';
import type { Kernel } from '../kernel.ts';
import { found } from '../lookup.ts';
import type {
  Actor,
  FulfillmentOrder,
  FulfillmentServiceHabit,
  MerchantRequest,
  Order,
  Shop,
} from '../model.ts';
import { publishOrder } from '../delivery/publish.ts';
import { fulfillmentOrderRef } from '../delivery/webhook-payloads/fulfillment-order.ts';

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

/**
 * Requests to take unfulfilled units off an order, which buyers make with Shopify's own button and apps may make for
 * them. Creating, resolving or declining one moves no money and no stock, and leaves the order as it is.
 * Sources: https://shopify.dev/changelog/new-apis-for-buyer-requested-order-edits
 * https://shopify.dev/docs/api/admin-graphql/2026-10/objects/RequestedOrderEdit
 * https://help.shopify.com/manual/orders/self-serve-returns
 */
import { CommerceRefusal } from '../../contracts/contract.ts';
import { sendPlatformMail } from '../../delivery/mail.ts';
import { publishOrder } from '../../delivery/publish.ts';
import { requestedEditPayload } from '../../delivery/webhook-payloads/requested-order-edit.ts';
import { unfulfilledUnits } from '../../fulfillment/fulfillment-orders.ts';
import type { Kernel } from '../../kernel.ts';
import { note } from '../../kernel.ts';
import { lineOf } from '../../lookup.ts';
import type { Actor, Order, RequestedOrderEdit, Shop } from '../../model.ts';

export const DECLINE_NOTE_MAX = 500;
/** The most that one request holds. Source: https://github.com/activepieces/activepieces (requested-order-edits.ts) */
const MAX_REMOVALS = 50;

export interface WantedRemoval {
  readonly lineItemId: number;
  readonly quantity: number;
}

/** Why such a request cannot be made; null when it can. The words are our own: none are published. */
export function requestRefusal(order: Order, removals: readonly WantedRemoval[]): string | null {
  if (order.cancelledAt !== null) return 'The order is canceled.';
  if (removals.length === 0) return 'Choose at least one line item.';
  if (removals.length > MAX_REMOVALS) return `At most ${MAX_REMOVALS} line items can be removed.`;
  const unique = new Set(removals.map(({ lineItemId }) => lineItemId));
  if (unique.size < removals.length) return 'A line item is listed more than once.';
  for (const { lineItemId, quantity } of removals) {
    const line = order.lines.find(({ id }) => id === lineItemId);
    if (line === undefined) return 'The line item does not exist.';
    if (quantity < 1 || quantity > unfulfilledUnits(order, lineItemId)) {
      return 'The quantity cannot exceed the unfulfilled quantity of the line item.';
    }
  }
  return null;
}

/** "Not idempotent: each call creates another request": an open one does not stop the next. */
export function requestOrderEdit(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  removals: readonly WantedRemoval[],
  actor: Actor,
): RequestedOrderEdit {
  const refused = requestRefusal(order, removals);
  if (refused !== null) throw new CommerceRefusal(refused);
  const edit: RequestedOrderEdit = {
    id: kernel.nextId(),
    createdAt: kernel.now(),
    updatedAt: kernel.now(),
    requestedAt: kernel.now(),
    status: 'REQUESTED',
    resolvedAt: null,
    declinedAt: null,
    declineNote: null,
    lines: removals.map((removal) => ({
      id: kernel.nextId(),
      ...removal,
      removedBefore: lineOf(order, removal.lineItemId).removedQuantity,
      resolvedQuantity: 0,
    })),
  };
  order.requestedEdits.push(edit);
  note(kernel, order, actor, 'The customer asked to cancel items.');
  emit(kernel, shop, order, edit, 'created');
  publishOrder(kernel, shop, order);
  return edit;
}

export function answerRequestedEdit(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  edit: RequestedOrderEdit,
  answer:
    | { readonly decision: 'resolve' }
    | { readonly decision: 'decline'; readonly note: string | null },
  actor: Actor,
): void {
  if (edit.status !== 'REQUESTED') throw new CommerceRefusal('The request has been answered.');
  edit.updatedAt = kernel.now();
  if (answer.decision === 'resolve') {
    edit.status = 'RESOLVED';
    edit.resolvedAt = kernel.now();
    for (const removal of edit.lines) removal.resolvedQuantity = takenSince(order, removal);
  } else {
    edit.status = 'DECLINED';
    edit.declinedAt = kernel.now();
    edit.declineNote = answer.note;
  }
  note(kernel, order, actor, `The customer's request was ${edit.status.toLowerCase()}.`);
  emit(kernel, shop, order, edit, answer.decision === 'resolve' ? 'resolved' : 'declined');
  publishOrder(kernel, shop, order);
  if (answer.decision === 'decline') tellOfDecline(kernel, shop, order, answer.note);
}

/**
 * "The resolved quantity per line item": what was taken off since the request was made, as far as it was asked for.
 * Which removals the platform counts is not documented.
 */
function takenSince(order: Order, removal: RequestedOrderEdit['lines'][number]): number {
  const taken = lineOf(order, removal.lineItemId).removedQuantity - removal.removedBefore;
  return Math.min(removal.quantity, Math.max(0, taken));
}

/** The note is "the message Shopify sends to the buyer about the decline". The text around it is our own. */
function tellOfDecline(kernel: Kernel, shop: Shop, order: Order, text: string | null): void {
  sendPlatformMail(
    kernel,
    shop,
    order,
    { kind: 'platform' },
    {
      template: 'requested_edit_declined',
      subject: `Your request for order ${order.name}`,
      text: text ?? `Your request to cancel items of order ${order.name} was declined.`,
    },
  );
}

/** `requested_order_edit/created` is confirmed; the other two are named after it. */
function emit(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  edit: RequestedOrderEdit,
  event: 'created' | 'resolved' | 'declined',
): void {
  kernel.events.emit(shop, `requested_order_edit/${event}`, order.id, () =>
    requestedEditPayload(order, edit),
  );
}

export type DisplayRequestedEditStatus = 'NONE' | RequestedOrderEdit['status'];

/** "Aggregates the order's request state": one that waits shows before any that were answered, else the latest does. */
export function displayRequestedEditStatus({ requestedEdits }: Order): DisplayRequestedEditStatus {
  if (requestedEdits.some(({ status }) => status === 'REQUESTED')) return 'REQUESTED';
  return requestedEdits.at(-1)?.status ?? 'NONE';
}

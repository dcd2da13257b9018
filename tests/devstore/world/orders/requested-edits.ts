/**
 * The buyer's own cancellation requests, made with Shopify's native button. Resolving or declining
 * one moves no money and no stock.
 * Source: https://shopify.dev/changelog/new-apis-for-buyer-requested-order-edits
 */
import { CommerceRefusal } from '../contracts/contract.ts';
import type { Kernel } from '../kernel.ts';
import { note } from '../kernel.ts';
import { lineOf } from '../lookup.ts';
import type { Actor, Order, RequestedOrderEdit, Shop } from '../model.ts';
import { currentQuantity } from './order-totals.ts';
import { publishOrder } from '../delivery/publish.ts';

export const DECLINE_NOTE_MAX = 500;

export function requestOrderEdit(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  lines: readonly { readonly lineItemId: number; readonly quantity: number }[],
  actor: Actor,
): RequestedOrderEdit {
  if (order.cancelledAt !== null) throw new CommerceRefusal('The order is already canceled.');
  if (order.requestedEdits.some((edit) => edit.status === 'REQUESTED')) {
    throw new CommerceRefusal('A request for this order is already open.');
  }
  for (const { lineItemId, quantity } of lines) {
    if (quantity <= 0 || quantity > currentQuantity(lineOf(order, lineItemId))) {
      throw new CommerceRefusal('The quantity is not on the order.');
    }
  }
  const edit: RequestedOrderEdit = {
    id: kernel.nextId(),
    createdAt: kernel.now(),
    updatedAt: kernel.now(),
    requestedAt: kernel.now(),
    status: 'REQUESTED',
    resolvedAt: null,
    declinedAt: null,
    declineNote: null,
    lines: lines.map((line) => ({ id: kernel.nextId(), ...line })),
  };
  order.requestedEdits.push(edit);
  note(kernel, order, actor, 'The customer asked to cancel items.');
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
  } else {
    edit.status = 'DECLINED';
    edit.declinedAt = kernel.now();
    edit.declineNote = answer.note;
  }
  note(kernel, order, actor, `The customer's request was ${edit.status.toLowerCase()}.`);
  publishOrder(kernel, shop, order);
}

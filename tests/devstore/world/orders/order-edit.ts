/**
 * Order editing: changes are gathered in a session and take effect together on commit. What stays
 * keeps its price and its share of every discount; the platform recalculates some order discounts,
 * but does not say which. The components of a bundle are lines like any other: none moves with another.
 * Source: https://help.shopify.com/en/manual/orders/edit-orders
 */
import { CommerceRefusal } from '../contracts/contract.ts';
import { unfulfilledUnits, withdrawUnits } from '../fulfillment/fulfillment-orders.ts';
import { gid } from '../gid.ts';
import { releaseReserved } from '../fulfillment/inventory.ts';
import type { Kernel } from '../kernel.ts';
import { note } from '../kernel.ts';
import { lineOf } from '../lookup.ts';
import { invoiceText } from '../delivery/invoice.ts';
import { sendPlatformMail } from '../delivery/mail.ts';
import type { Actor, Order, Shop } from '../model.ts';
import type { QuantityChange } from './edit-book.ts';
import { currentQuantity, totalOutstanding } from './order-totals.ts';
import { publishOrder } from '../delivery/publish.ts';
import { iso } from '../delivery/webhook-payloads/time.ts';

/**
 * Why that actor cannot edit the order as a whole; null when they can. The texts are our own: the
 * schema gives a canceled order as its only example.
 * Orders of other apps: https://help.shopify.com/en/manual/fulfillment/managing-orders/editing-orders/considerations
 */
export function editRefusal(order: Order, actor: Actor): string | null {
  if (order.cancelledAt !== null) return "Canceled orders can't be edited.";
  const importer = order.importedByAppId;
  if (importer !== null && !(actor.kind === 'app' && actor.appId === importer)) {
    return "Orders imported by another app can't be edited.";
  }
  return null;
}

/**
 * Why a line cannot be given that quantity; null when it can. Only less is simulated, not more.
 * Text for less than nothing: https://github.com/airhorns/shopify-draft-proxy (orderEdit-quantity-validation.json)
 */
export function quantityRefusal(order: Order, change: QuantityChange): string | null {
  const line = lineOf(order, change.lineItemId);
  const removed = currentQuantity(line) - change.quantity;
  if (change.quantity < 0) return 'must be greater than or equal to 0';
  if (removed > unfulfilledUnits(order, line.id)) return 'Quantity must not remove fulfilled units';
  return null;
}

/**
 * Makes the changes, reopens an archived order and, where asked, writes to the customer. Returns what the
 * platform says it did. Of an order that then owes money the customer gets an invoice, and nothing else.
 * Recorded: https://github.com/airhorns/shopify-draft-proxy (order-edit-commit-success-messages.json)
 */
export function commitEdit(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  changes: Iterable<QuantityChange>,
  o: { readonly actor: Actor; readonly notifyCustomer: boolean; readonly staffNote: string | null },
): string[] {
  const refused = editRefusal(order, o.actor);
  if (refused !== null) throw new CommerceRefusal(refused);
  const removals: { id: number; delta: number }[] = [];
  for (const change of changes) {
    const line = lineOf(order, change.lineItemId);
    const removed = currentQuantity(line) - change.quantity;
    const why = quantityRefusal(order, change);
    if (why !== null) throw new CommerceRefusal(why);
    if (removed === 0) continue;
    if (removed < 0) throw new CommerceRefusal('Adding units by an edit is not simulated.');
    removals.push({ id: line.id, delta: removed });
    for (const { locationId, units } of withdrawUnits(
      kernel,
      shop,
      order,
      line.id,
      removed,
      o.actor,
    )) {
      releaseReserved(kernel, shop, order, line, locationId, units, {
        to: change.restock && line.restockable ? locationId : null,
        cause: 'order_edited',
        actor: o.actor,
      });
    }
    line.removedQuantity += removed;
  }
  order.edited = true;
  kernel.ledger.append({
    kind: 'order.edited',
    shop: shop.domain,
    orderId: order.id,
    actor: o.actor,
    removedUnits: removals.reduce((units, removal) => units + removal.delta, 0),
    addedUnits: 0,
  });
  const messages = ['Order updated'];
  if (order.closedAt !== null) {
    order.closedAt = null;
    messages.push('Order unarchived');
  }
  publishEdit(kernel, shop, order, removals, o);
  note(kernel, order, o.actor, 'The order was edited.');
  publishOrder(kernel, shop, order);
  if (o.notifyCustomer) messages.push(notifyOfEdit(kernel, shop, order));
  return messages;
}

function notifyOfEdit(kernel: Kernel, shop: Shop, order: Order): string {
  const owes = totalOutstanding(order) > 0;
  sendPlatformMail(
    kernel,
    shop,
    order,
    { kind: 'platform' },
    owes
      ? {
          template: 'order_invoice',
          subject: `Invoice ${order.name}`,
          text: invoiceText(shop, order, null),
        }
      : {
          template: 'order_edited',
          subject: `Order ${order.name} has been updated`,
          text: `Your order ${order.name} at ${shop.name} was updated.`,
        },
  );
  return owes ? 'Invoice sent' : 'Notification sent';
}

function publishEdit(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  removals: readonly { id: number; delta: number }[],
  o: { readonly actor: Actor; readonly notifyCustomer: boolean; readonly staffNote: string | null },
): void {
  const id = kernel.nextId();
  kernel.events.emit(shop, 'orders/edited', order.id, () => ({
    order_edit: {
      id,
      admin_graphql_api_id: gid('OrderEdit', id),
      app_id: o.actor.kind === 'app' ? o.actor.appId : null,
      created_at: iso(kernel.now()),
      committed_at: iso(kernel.now()),
      notify_customer: o.notifyCustomer,
      order_id: order.id,
      staff_note: o.staffNote ?? '',
      user_id: null,
      line_items: { additions: [], removals },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  }));
}

/** The calculated order of an edit session: what the order would be after the commit. */
import type { Context, Sources, TypeResolvers } from '../../context.ts';
import { unfulfilledUnits } from '../../../world/fulfillment/fulfillment-orders.ts';
import { gid } from '../../../world/gid.ts';
import type { LineItem, Order } from '../../../world/model.ts';
import type { EditSession } from '../../../world/orders/edit-book.ts';
import { proportion, sum } from '../../../world/money/money.ts';
import * as totals from '../../../world/orders/order-totals.ts';
import { connection, type ConnectionArgs } from '../../connection.ts';
import { readId } from '../../inputs/ids.ts';
import { moneyBag } from '../../inputs/money-bag.ts';
import { imageOf } from '../sources.ts';

export function calculatedOrder(order: Order, session: EditSession): Sources['CalculatedOrder'] {
  return { kind: 'CalculatedOrder', order, session };
}

export function calculatedLine(
  order: Order,
  line: LineItem,
  session: EditSession,
): Sources['CalculatedLineItem'] {
  return { kind: 'CalculatedLineItem', order, line, session };
}

export function editSessionById(context: Context, id: string): Sources['CalculatedOrder'] | null {
  const session = context.kernel.edits.get(context.shop.domain, readId('CalculatedOrder', id));
  const order = session === null ? undefined : context.shop.orders.get(session.orderId);
  return session === null || order === undefined ? null : calculatedOrder(order, session);
}

function plannedQuantity({ line, session }: Sources['CalculatedLineItem']): number {
  return session.changes.get(line.id)?.quantity ?? totals.currentQuantity(line);
}

/** What the staged removals take off the order. */
function removedValue({ order, session }: Sources['CalculatedOrder']): {
  readonly net: number;
  readonly tax: number;
} {
  const parts = order.lines.map((line) => {
    const left = session.changes.get(line.id)?.quantity ?? totals.currentQuantity(line);
    return totals.unitsWorth(line, line.removedQuantity, totals.currentQuantity(line) - left);
  });
  return { net: sum(parts.map((p) => p.net)), tax: sum(parts.map((p) => p.tax)) };
}

function plannedTotal(source: Sources['CalculatedOrder']): number {
  const removed = removedValue(source);
  return (
    totals.currentTotal(source.order) - removed.net - (source.order.taxesIncluded ? 0 : removed.tax)
  );
}

const order: TypeResolvers<'CalculatedOrder'> = {
  id: ({ session }) => gid('CalculatedOrder', session.id),
  originalOrder: ({ order }) => order,
  committed: () => false,
  notificationPreviewTitle: ({ order }) => `Order ${order.name} has been updated`,
  subtotalPriceSet: (source) =>
    moneyBag(source.order, totals.currentSubtotal(source.order) - removedValue(source).net),
  totalPriceSet: (source) => moneyBag(source.order, plannedTotal(source)),
  totalOutstandingSet: (source) =>
    moneyBag(source.order, plannedTotal(source) - totals.netPayment(source.order)),
  subtotalLineItemsQuantity: ({ order, session }) =>
    sum(
      order.lines.map(
        (line) => session.changes.get(line.id)?.quantity ?? totals.currentQuantity(line),
      ),
    ),
  lineItems: ({ order, session }, args: ConnectionArgs) =>
    connection(
      order.lines.map((line) => calculatedLine(order, line, session)),
      args,
      ({ line }) => line.id,
    ),
};

const line: TypeResolvers<'CalculatedLineItem'> = {
  id: ({ line }) => gid('CalculatedLineItem', line.id),
  title: ({ line }) => line.title,
  variantTitle: ({ line }) => line.variantTitle,
  sku: ({ line }) => line.sku,
  image: ({ line }) => imageOf(line.imageUrl, line.title),
  quantity: plannedQuantity,
  editableQuantity: (source) =>
    Math.min(plannedQuantity(source), unfulfilledUnits(source.order, source.line.id)),
  editableQuantityBeforeChanges: ({ order, line }) => unfulfilledUnits(order, line.id),
  restockable: ({ line }) => line.restockable,
  restocking: ({ line, session }) => session.changes.get(line.id)?.restock ?? false,
  customAttributes: ({ line }) => line.customAttributes,
  variant: ({ line }, _args, { shop }) =>
    line.variantId === null ? null : (shop.variants.get(line.variantId) ?? null),
  originalUnitPriceSet: ({ order, line }) => moneyBag(order, line.unitPrice),
  discountedUnitPriceSet: ({ order, line }) =>
    moneyBag(order, proportion(totals.lineNet(line), 1, line.quantity)),
  hasStagedLineItemDiscount: () => false,
};

const session: TypeResolvers<'OrderEditSession'> = {
  id: ({ session }) => gid('OrderEditSession', session.id),
};

export const orderEditResolvers = {
  CalculatedOrder: order,
  CalculatedLineItem: line,
  OrderEditSession: session,
};

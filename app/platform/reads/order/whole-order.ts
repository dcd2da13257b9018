import type { PlatformResult } from '../../../application/shared/platform.ts';
import type { ShopDomain } from '../../../domain/ids.ts';
import { ok } from '../../../domain/result.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import type {
  CollectionIdsFragment,
  CompanyRoleFieldsFragment,
  FulfillmentOrderFieldsFragment,
  LineItemFieldsFragment,
  OrderFieldsFragment,
  RefundedLineFieldsFragment,
  RefundedShippingFieldsFragment,
  RefundTransactionIdsFragment,
  ShippingLineFieldsFragment,
  WorkLineFieldsFragment,
} from '../../admin-api.generated.ts';
import { required } from '../../client/answer.ts';
import type { Collections } from '../product-collections.ts';
import { readToEnd } from '../../client/connection.ts';
import { READ_MORE_COMPANY_ROLES } from '../../documents/next-pages/read-more-company-roles.ts';
import { READ_MORE_FULFILLMENT_ORDERS } from '../../documents/next-pages/read-more-fulfillment-orders.ts';
import { READ_MORE_LINE_ITEMS } from '../../documents/next-pages/read-more-line-items.ts';
import { READ_MORE_REFUND_TRANSACTIONS } from '../../documents/next-pages/read-more-refund-transactions.ts';
import { READ_MORE_REFUNDED_LINES } from '../../documents/next-pages/read-more-refunded-lines.ts';
import { READ_MORE_REFUNDED_SHIPPING } from '../../documents/next-pages/read-more-refunded-shipping.ts';
import { READ_MORE_SHIPPING_LINES } from '../../documents/next-pages/read-more-shipping-lines.ts';
import { READ_MORE_WORK_LINES } from '../../documents/next-pages/read-more-work-lines.ts';
import { reading } from '../../client/platform-error.ts';

type LineItemNode = LineItemFieldsFragment['nodes'][number];
type ProductNode = NonNullable<LineItemNode['product']>;
type FulfillmentOrderNode = FulfillmentOrderFieldsFragment['nodes'][number];
type RefundNode = OrderFieldsFragment['refunds'][number];

/** An order with its connections, and theirs, read to their ends. */
export interface WholeOrder extends Omit<
  OrderFieldsFragment,
  'lineItems' | 'shippingLines' | 'fulfillmentOrders' | 'refunds' | 'purchasingEntity'
> {
  readonly lineItems: readonly WholeLineItem[];
  readonly shippingLines: ShippingLineFieldsFragment['nodes'];
  readonly fulfillmentOrders: readonly WholeFulfillmentOrder[];
  readonly refunds: readonly WholeRefund[];
  /** Who holds a role at the company location that bought; null when no company did. */
  readonly companyRoles: CompanyRoleFieldsFragment['nodes'] | null;
}

export interface WholeLineItem extends Omit<LineItemNode, 'product'> {
  readonly product:
    | (Omit<ProductNode, 'collections'> & { readonly collections: CollectionIdsFragment['nodes'] })
    | null;
}

export interface WholeFulfillmentOrder extends Omit<FulfillmentOrderNode, 'lineItems'> {
  readonly lineItems: WorkLineFieldsFragment['nodes'];
}

export interface WholeRefund extends Omit<
  RefundNode,
  'refundLineItems' | 'refundShippingLines' | 'transactions'
> {
  readonly refundLineItems: RefundedLineFieldsFragment['nodes'];
  readonly refundShippingLines: RefundedShippingFieldsFragment['nodes'];
  readonly transactions: RefundTransactionIdsFragment['nodes'];
}

/**
 * Reads an order's connections to their ends: a decision on half an order is a wrong one.
 *
 * @param collections by product, as far as anybody asks for them
 */
export async function readWhole(
  client: AdminClient,
  shop: ShopDomain,
  order: OrderFieldsFragment,
  collections: Collections,
): Promise<PlatformResult<WholeOrder>> {
  const nodes = await readLineItems(client, shop, order);
  if (!nodes.ok) return nodes;
  const lineItems = await withCollections(nodes.value, collections);
  if (!lineItems.ok) return lineItems;
  const shippingLines = await readShippingLines(client, shop, order);
  if (!shippingLines.ok) return shippingLines;
  const fulfillmentOrders = await readFulfillmentOrders(client, shop, order);
  if (!fulfillmentOrders.ok) return fulfillmentOrders;
  const refunds = await readRefunds(client, shop, order);
  if (!refunds.ok) return refunds;
  const companyRoles = await readCompanyRoles(client, shop, order);
  if (!companyRoles.ok) return companyRoles;
  return ok({
    ...order,
    lineItems: lineItems.value,
    shippingLines: shippingLines.value,
    fulfillmentOrders: fulfillmentOrders.value,
    refunds: refunds.value,
    companyRoles: companyRoles.value,
  });
}

function readLineItems(
  client: AdminClient,
  shop: ShopDomain,
  order: OrderFieldsFragment,
): Promise<PlatformResult<readonly LineItemNode[]>> {
  return readToEnd(order.lineItems, async (after) => {
    const page = await client.send(shop, READ_MORE_LINE_ITEMS, { orderId: order.id, after });
    return page.ok ? reading(false, () => required(page.value.order, 'Order').lineItems) : page;
  });
}

async function withCollections(
  lines: readonly LineItemNode[],
  collections: Collections,
): Promise<PlatformResult<readonly WholeLineItem[]>> {
  const known = await collections(lines.flatMap(({ product }) => product?.id ?? []));
  if (!known.ok) return known;
  return ok(
    lines.map((line) => ({
      ...line,
      product: line.product && {
        ...line.product,
        collections: known.value.get(line.product.id) ?? [],
      },
    })),
  );
}

function readShippingLines(
  client: AdminClient,
  shop: ShopDomain,
  order: OrderFieldsFragment,
): Promise<PlatformResult<WholeOrder['shippingLines']>> {
  return readToEnd(order.shippingLines, async (after) => {
    const page = await client.send(shop, READ_MORE_SHIPPING_LINES, { orderId: order.id, after });
    return page.ok ? reading(false, () => required(page.value.order, 'Order').shippingLines) : page;
  });
}

async function readFulfillmentOrders(
  client: AdminClient,
  shop: ShopDomain,
  order: OrderFieldsFragment,
): Promise<PlatformResult<readonly WholeFulfillmentOrder[]>> {
  const nodes = await readToEnd(order.fulfillmentOrders, async (after) => {
    const page = await client.send(shop, READ_MORE_FULFILLMENT_ORDERS, {
      orderId: order.id,
      after,
    });
    return page.ok
      ? reading(false, () => required(page.value.order, 'Order').fulfillmentOrders)
      : page;
  });
  if (!nodes.ok) return nodes;
  return each(nodes.value, async (work) => {
    const lineItems = await readToEnd(work.lineItems, async (after) => {
      const page = await client.send(shop, READ_MORE_WORK_LINES, {
        fulfillmentOrderId: work.id,
        after,
      });
      return page.ok
        ? reading(false, () => required(page.value.fulfillmentOrder, 'FulfillmentOrder').lineItems)
        : page;
    });
    return lineItems.ok ? ok({ ...work, lineItems: lineItems.value }) : lineItems;
  });
}

function readRefunds(
  client: AdminClient,
  shop: ShopDomain,
  order: OrderFieldsFragment,
): Promise<PlatformResult<readonly WholeRefund[]>> {
  return each(order.refunds, async (refund) => {
    const refundId = refund.id;
    const lines = await readToEnd(refund.refundLineItems, async (after) => {
      const page = await client.send(shop, READ_MORE_REFUNDED_LINES, { refundId, after });
      return page.ok
        ? reading(false, () => required(page.value.refund, 'Refund').refundLineItems)
        : page;
    });
    if (!lines.ok) return lines;
    const shipping = await readToEnd(refund.refundShippingLines, async (after) => {
      const page = await client.send(shop, READ_MORE_REFUNDED_SHIPPING, { refundId, after });
      return page.ok
        ? reading(false, () => required(page.value.refund, 'Refund').refundShippingLines)
        : page;
    });
    if (!shipping.ok) return shipping;
    const transactions = await readToEnd(refund.transactions, async (after) => {
      const page = await client.send(shop, READ_MORE_REFUND_TRANSACTIONS, { refundId, after });
      return page.ok
        ? reading(false, () => required(page.value.refund, 'Refund').transactions)
        : page;
    });
    if (!transactions.ok) return transactions;
    return ok({
      ...refund,
      refundLineItems: lines.value,
      refundShippingLines: shipping.value,
      transactions: transactions.value,
    });
  });
}

async function readCompanyRoles(
  client: AdminClient,
  shop: ShopDomain,
  { purchasingEntity }: OrderFieldsFragment,
): Promise<PlatformResult<WholeOrder['companyRoles']>> {
  if (!purchasingEntity || !('location' in purchasingEntity)) return ok(null);
  const companyLocationId = purchasingEntity.location.id;
  const readAfter = async (after: string | null) => {
    const page = await client.send(shop, READ_MORE_COMPANY_ROLES, { companyLocationId, after });
    return page.ok
      ? reading(
          false,
          () => required(page.value.companyLocation, 'CompanyLocation').roleAssignments,
        )
      : page;
  };
  const first = await readAfter(null);
  return first.ok ? readToEnd(first.value, readAfter) : first;
}

/** One after the other, until one fails. */
async function each<From, To>(
  items: readonly From[],
  read: (item: From) => Promise<PlatformResult<To>>,
): Promise<PlatformResult<readonly To[]>> {
  const all: To[] = [];
  for (const item of items) {
    const one = await read(item);
    if (!one.ok) return one;
    all.push(one.value);
  }
  return ok(all);
}

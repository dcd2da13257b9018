/** `QueryRoot` */
import type { Context, Sources, TypeResolvers } from '../context.ts';
import type { BulkType } from '../../world/bulk/bulk-operations.ts';
import { gid, idOf, typeOfGid } from '../../world/gid.ts';
import type { Order } from '../../world/model.ts';
import { currentTotal, totalPrice } from '../../world/orders/order-totals.ts';
import { connection, type ConnectionArgs } from '../connection.ts';
import { readId } from '../inputs/ids.ts';
import { notSimulated } from '../not-simulated.ts';
import { orderMatcher } from '../inputs/order-search.ts';
import { installationSource, ownApp } from './app.ts';
import { bulkOperationsPage, latestOperation, type BulkOperationsArgs } from './bulk-operation.ts';
import { collectionsPage, type CollectionsArgs } from './catalog.ts';
import { eventSource, holdSource } from './fulfillment.ts';
import { giftCardsPage, type GiftCardsArgs } from './order/gift-card.ts';
import { marketsPage, shopLocales, type MarketsArgs } from './market.ts';
import { mayRead, metafieldSource } from './metafield.ts';
import { editSessionById } from './order/order-edit.ts';
import { calculatedEdit, requestedEditById } from './order/requested-edit.ts';
import { wantedRemovals, type RemovalsInput } from './mutations/requested-edit.ts';
import {
  findInOrders,
  findWork,
  fulfillmentSource,
  lineSource,
  refundSource,
  transactionSource,
  visibleOrder,
  visibleOrders,
  visibleWork,
  workSource,
} from './sources.ts';

interface IdArgs {
  readonly id: string;
}

interface OrdersArgs extends ConnectionArgs {
  readonly query?: string | null;
  readonly sortKey?: string | null;
  readonly savedSearchId?: string | null;
}

const SORTS: Readonly<Record<string, (order: Order, context: Context) => number | string>> = {
  ID: (order) => order.id,
  ORDER_NUMBER: (order) => order.number,
  CREATED_AT: (order) => order.createdAt,
  PROCESSED_AT: (order) => order.processedAt,
  UPDATED_AT: (order) => order.updatedAt,
  TOTAL_PRICE: totalPrice,
  CURRENT_TOTAL_PRICE: currentTotal,
  RELEVANCE: (order) => order.id,
  CUSTOMER_NAME: (order, { shop }) =>
    (order.customerId === null ? undefined : shop.customers.get(order.customerId))?.lastName ?? '',
};

function matchingOrders(context: Context, args: OrdersArgs): Order[] {
  if (args.savedSearchId != null) throw notSimulated('QueryRoot.orders(savedSearchId:)');
  const matches = orderMatcher(context.shop, args.query ?? '');
  const key = SORTS[args.sortKey ?? 'PROCESSED_AT'];
  if (key === undefined) throw notSimulated(`QueryRoot.orders(sortKey: ${args.sortKey})`);
  return visibleOrders(context)
    .filter(matches)
    .map((order) => ({ order, by: key(order, context) }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.order.id - b.order.id))
    .map(({ order }) => order);
}

/** Every type that `node(id:)` can find. */
const NODES: Readonly<Record<string, (id: string, context: Context) => unknown>> = {
  Order: (id, context) => visibleOrder(context, readId('Order', id)),
  Customer: (id, { shop }) => shop.customers.get(readId('Customer', id)),
  Location: (id, { shop }) => shop.locations.get(readId('Location', id)),
  Product: (id, { shop }) => shop.products.get(readId('Product', id)),
  ProductVariant: (id, { shop }) => shop.variants.get(readId('ProductVariant', id)),
  Collection: (id, { shop }) => shop.collections.get(readId('Collection', id)),
  SellingPlan: (id, { shop }) => shop.sellingPlans.get(readId('SellingPlan', id)),
  GiftCard: (id, { shop }) => shop.giftCards.get(readId('GiftCard', id)),
  Market: (id, { shop }) => shop.markets.get(readId('Market', id)),
  InventoryItem: (id, { shop }) => shop.inventoryItems.get(readId('InventoryItem', id)),
  Shop: (id, { shop }) => (readId('Shop', id) === shop.id ? shop : null),
  LineItem: (id, context) => {
    const found = part(context, readId('LineItem', id), (order) => order.lines);
    return found && lineSource(found.order, found.part);
  },
  OrderTransaction: (id, context) => {
    const found = part(context, readId('OrderTransaction', id), (order) => order.transactions);
    return found && transactionSource(found.order, found.part);
  },
  Refund: (id, context) => refundById(context, id),
  Fulfillment: (id, context) => {
    const found = part(context, readId('Fulfillment', id), (order) => order.fulfillments);
    return found && fulfillmentSource(found.order, found.part);
  },
  FulfillmentEvent: (id, context) => {
    const found = part(context, readId('FulfillmentEvent', id), (order) =>
      order.fulfillments.flatMap(({ events }) => events),
    );
    return found && eventSource(found.part);
  },
  ShippingLabel: (id, context) => shippingLabelById(context, id),
  FulfillmentOrder: (id, context) => {
    const found = findWork(context, readId('FulfillmentOrder', id));
    return found && workSource(found.order, found.part);
  },
  FulfillmentHold: (id, context) => {
    const found = part(context, readId('FulfillmentHold', id), (order) =>
      visibleWork(context, order).flatMap((work) => work.holds),
    );
    return found && holdSource(found.part);
  },
  Metafield: (id, context) => {
    const found = part(context, readId('Metafield', id), (order) => [...order.metafields.values()]);
    return found && mayRead(context, found.part) ? metafieldSource(found.order, found.part) : null;
  },
  Return: (id, context): Sources['Return'] | null => {
    const found = part(context, readId('Return', id), (order) => order.returns);
    return found && { kind: 'Return', order: found.order, opened: found.part };
  },
  OrderCancelJobResult: (id, context): Sources['OrderCancelJobResult'] | null => {
    const job = jobById(context, id);
    return job && { kind: 'OrderCancelJobResult', job };
  },
  CalculatedOrder: (id, context) => editSessionById(context, id),
  RequestedOrderEdit: (id, context) => requestedEditById(context, id),
  BulkOperation: (id, { kernel, installation }) =>
    kernel.bulk.find(installation, readId('BulkOperation', id)),
  App: (id, context) => (gid('App', context.installation.app.id) === id ? ownApp(context) : null),
  AppInstallation: (id, { installation }) =>
    gid('AppInstallation', installation.id) === id ? installationSource(installation) : null,
};

function part<T extends { readonly id: number }>(
  context: Context,
  id: number,
  parts: (order: Order) => readonly T[],
) {
  return findInOrders(context, (order) => parts(order).find((candidate) => candidate.id === id));
}

function refundById(context: Context, id: string): Sources['Refund'] | null {
  const found = part(context, readId('Refund', id), (order) => order.refunds);
  return found && refundSource(found.order, found.part);
}

function shippingLabelById(context: Context, id: string): Sources['ShippingLabel'] | null {
  const wanted = readId('ShippingLabel', id);
  const found = findInOrders(context, (order) =>
    order.fulfillments.find(({ label }) => label?.id === wanted),
  );
  const label = found?.part.label;
  return found === null || label == null
    ? null
    : { kind: 'ShippingLabel', fulfillment: found.part, label };
}

function jobById(context: Context, id: string) {
  return context.kernel.jobs.get(context.shop.domain, id.slice(id.lastIndexOf('/') + 1));
}

function node(id: string, context: Context): unknown {
  const type = typeOfGid(id);
  const find = type === null ? undefined : NODES[type];
  if (type === null) readId('Node', id);
  if (find === undefined) throw notSimulated(`QueryRoot.node(id: "gid://shopify/${type}/…")`);
  return find(id, context) ?? null;
}

/** `Job` is no `Node`: it is found by `job(id:)` alone. */
function job(id: string, context: Context): Sources['Job'] | null {
  const found = jobById(context, id);
  return found && { kind: 'Job', job: found };
}

export const queryResolvers: TypeResolvers<'QueryRoot'> = {
  shop: (_root, _args, { shop }) => shop,
  node: (_root, { id }: IdArgs, context) => node(id, context),
  nodes: (_root, { ids }: { readonly ids: readonly string[] }, context) =>
    ids.map((id) => node(id, context)),
  job: (_root, { id }: IdArgs, context) => job(id, context),
  order: (_root, { id }: IdArgs, context) => visibleOrder(context, readId('Order', id)),
  orders: (_root, args: OrdersArgs, context) =>
    connection(matchingOrders(context, args), args, (order) => order.id),
  refund: (_root, { id }: IdArgs, context) => refundById(context, id),
  requestedOrderEditCalculate: (_root, { input }: { readonly input: RemovalsInput }, context) => {
    const order = visibleOrder(context, readId('Order', input.orderId));
    return order === null ? null : calculatedEdit(order, wantedRemovals(input));
  },
  ordersCount: (_root, args: OrdersArgs & { readonly limit?: number | null }, context) => {
    const count = matchingOrders(context, args).length;
    const limit = args.limit ?? Infinity;
    return count > limit ? { count: limit, precision: 'AT_LEAST' } : { count, precision: 'EXACT' };
  },
  customer: (_root, { id }: IdArgs, { shop }) => shop.customers.get(readId('Customer', id)) ?? null,
  location: (_root, { id }: { readonly id?: string | null }, { shop }) =>
    id == null
      ? ([...shop.locations.values()][0] ?? null)
      : (shop.locations.get(readId('Location', id)) ?? null),
  locations: (
    _root,
    args: ConnectionArgs & { readonly includeInactive?: boolean | null },
    { shop },
  ) =>
    connection(
      [...shop.locations.values()].filter(
        (location) => location.active || args.includeInactive === true,
      ),
      args,
      (location) => location.id,
    ),
  companyLocation: (_root, { id }: IdArgs, { shop }): Sources['CompanyLocation'] | null => {
    const locationId = readId('CompanyLocation', id);
    const company = [...shop.companies.values()].find((one) => one.locationId === locationId);
    return company === undefined ? null : { kind: 'CompanyLocation', company };
  },
  collection: (_root, { id }: IdArgs, { shop }) =>
    shop.collections.get(readId('Collection', id)) ?? null,
  collections: (_root, args: CollectionsArgs, { shop }) =>
    collectionsPage([...shop.collections.values()], args, 'QueryRoot'),
  giftCard: (_root, { id }: IdArgs, { shop }) => shop.giftCards.get(readId('GiftCard', id)) ?? null,
  giftCards: (_root, args: GiftCardsArgs, { shop }) => giftCardsPage(shop, args),
  market: (_root, { id }: IdArgs, { shop }) => shop.markets.get(readId('Market', id)) ?? null,
  markets: (_root, args: MarketsArgs, { shop }) => marketsPage(shop, args),
  shopLocales: (_root, args: { readonly published: boolean | null }, { shop }) =>
    shopLocales(shop, args),
  inventoryItem: (_root, { id }: IdArgs, { shop }) =>
    shop.inventoryItems.get(readId('InventoryItem', id)) ?? null,
  product: (_root, { id }: IdArgs, { shop }) => shop.products.get(readId('Product', id)) ?? null,
  products: (_root, args: ConnectionArgs & { readonly query?: string | null }, { shop }) => {
    if (args.query != null && args.query !== '') throw notSimulated('QueryRoot.products(query:)');
    return connection([...shop.products.values()], args, (product) => product.id);
  },
  productVariant: (_root, { id }: IdArgs, { shop }) =>
    shop.variants.get(readId('ProductVariant', id)) ?? null,
  fulfillmentOrder: (_root, { id }: IdArgs, context) => {
    const found = findWork(context, readId('FulfillmentOrder', id));
    return found && workSource(found.order, found.part);
  },
  fulfillment: (_root, { id }: IdArgs, context) => node(id, context),
  shippingLabel: (_root, { id }: IdArgs, context) => shippingLabelById(context, id),
  app: (_root, { id }: { readonly id?: string | null }, context) =>
    id == null || id === gid('App', context.installation.app.id) ? ownApp(context) : null,
  bulkOperation: (_root, { id }: IdArgs, { kernel, installation }) => {
    const number = idOf('BulkOperation', id);
    if (number === null) readId('BulkOperation', id);
    return kernel.bulk.find(installation, number ?? 0);
  },
  bulkOperations: (_root, args: BulkOperationsArgs, context) => bulkOperationsPage(context, args),
  currentBulkOperation: (_root, { type }: { readonly type: BulkType | null }, context) =>
    latestOperation(context, type ?? 'QUERY'),
  /** Those made by API alone, as the schema says; here none can be made. */
  webhookSubscriptions: (_root, args: ConnectionArgs) => connection([], args, () => 0),
  currentAppInstallation: (_root, _args, { installation }) => installationSource(installation),
};

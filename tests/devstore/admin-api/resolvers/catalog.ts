/** Products, variants, stock and places. */
import type { Sources, TypeResolvers } from '../context.ts';
import type { Collection, InventoryItem, InventoryLevel } from '../../world/model.ts';
import { gid } from '../../world/gid.ts';
import { found } from '../../world/lookup.ts';
import { formatDecimal } from '../../world/money/money.ts';
import { iso } from '../../world/delivery/webhook-payloads/time.ts';
import { connection, type ConnectionArgs } from '../connection.ts';
import { readId } from '../inputs/ids.ts';
import { notSimulated } from '../not-simulated.ts';
import {
  beginsWith,
  equals,
  matcherOf,
  numeric,
  time,
  type Searchable,
} from '../inputs/search-syntax.ts';
import { imageOf } from './sources.ts';

const product: TypeResolvers<'Product'> = {
  id: (product) => gid('Product', product.id),
  legacyResourceId: (product) => String(product.id),
  title: (product) => product.title,
  handle: (product) => product.handle,
  productType: (product) => product.productType,
  vendor: (product) => product.vendor,
  tags: (product) => product.tags,
  isGiftCard: (product) => product.isGiftCard,
  createdAt: (product) => iso(product.createdAt),
  featuredImage: (product) => imageOf(product.imageUrl, product.title),
  collections: (product, args: CollectionsArgs, { shop }) =>
    collectionsPage(
      [...shop.collections.values()].filter((c) => c.productIds.includes(product.id)),
      args,
      'Product',
    ),
  variants: (product, args: ConnectionArgs, { shop }) =>
    connection(
      product.variantIds.map((id) => found(shop.variants.get(id), `variant ${id}`)),
      args,
      (variant) => variant.id,
    ),
};

export interface CollectionsArgs extends ConnectionArgs {
  readonly query?: string | null;
  readonly savedSearchId?: string | null;
  readonly sortKey?: string | null;
}

const COLLECTION_SORTS: Readonly<Record<string, (collection: Collection) => number | string>> = {
  ID: (collection) => collection.id,
  RELEVANCE: (collection) => collection.id,
  TITLE: (collection) => collection.title.toLowerCase(),
  UPDATED_AT: (collection) => collection.updatedAt,
};

const COLLECTION_SEARCH: Searchable<Collection> = {
  root: 'collections',
  filters: {
    id: numeric((collection) => collection.id),
    title: beginsWith((collection) => [collection.title]),
    handle: equals((collection) => collection.handle),
    product_id: (value) => (collection) =>
      collection.productIds.includes(Number(value.replace('gid://shopify/Product/', ''))),
    updated_at: time((collection) => collection.updatedAt),
  },
  freeText: beginsWith((collection) => [
    collection.title,
    collection.handle,
    ...collection.title.split(' '),
  ]),
};

/** A page of collections, as `collections` of the root and of a product give it. */
export function collectionsPage(
  collections: readonly Collection[],
  args: CollectionsArgs,
  owner: 'QueryRoot' | 'Product',
): object {
  if (args.savedSearchId != null) throw notSimulated(`${owner}.collections(savedSearchId:)`);
  const sortKey = args.sortKey ?? 'ID';
  const key = COLLECTION_SORTS[sortKey];
  if (key === undefined) throw notSimulated(`${owner}.collections(sortKey: ${sortKey})`);
  const sorted = collections
    .filter(matcherOf(COLLECTION_SEARCH, args.query ?? ''))
    .map((collection) => ({ collection, by: key(collection) }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.collection.id - b.collection.id));
  return connection(
    sorted.map(({ collection }) => collection),
    args,
    (collection) => collection.id,
  );
}

const collection: TypeResolvers<'Collection'> = {
  id: (collection) => gid('Collection', collection.id),
  legacyResourceId: (collection) => String(collection.id),
  title: (collection) => collection.title,
  handle: (collection) => collection.handle,
  updatedAt: (collection) => iso(collection.updatedAt),
  hasProduct: (collection, args: { readonly id: string }) =>
    collection.productIds.includes(readId('Product', args.id)),
  productsCount: (collection) => ({ count: collection.productIds.length, precision: 'EXACT' }),
  products: (collection, args: ConnectionArgs & { readonly sortKey?: string | null }, { shop }) => {
    if (!['COLLECTION_DEFAULT', 'ID', undefined, null].includes(args.sortKey)) {
      throw notSimulated(`Collection.products(sortKey: ${args.sortKey})`);
    }
    return connection(
      collection.productIds.map((id) => found(shop.products.get(id), `product ${id}`)),
      args,
      (product) => product.id,
    );
  },
};

/** Schedules and prices of a plan are not simulated: only what kind of promise it is. */
const sellingPlan: TypeResolvers<'SellingPlan'> = {
  id: (plan) => gid('SellingPlan', plan.id),
  name: (plan) => plan.name,
  category: (plan) => plan.category,
  createdAt: (plan) => iso(plan.createdAt),
};

const variant: TypeResolvers<'ProductVariant'> = {
  id: (variant) => gid('ProductVariant', variant.id),
  legacyResourceId: (variant) => String(variant.id),
  title: (variant) => variant.title,
  displayName: (variant, _args, { shop }) =>
    `${shop.products.get(variant.productId)?.title ?? ''} - ${variant.title}`,
  sku: (variant) => variant.sku,
  price: (variant, _args, { shop }) => formatDecimal(variant.priceInShopCurrency, shop.currency),
  taxable: (variant) => variant.taxable,
  product: (variant, _args, { shop }) => shop.products.get(variant.productId),
  inventoryItem: (variant, _args, { shop }) => shop.inventoryItems.get(variant.inventoryItemId),
  inventoryQuantity: (variant, _args, { shop }) => {
    const item = found(shop.inventoryItems.get(variant.inventoryItemId), 'inventory item');
    return [...item.levels.values()].reduce((units, level) => units + level.available, 0);
  },
  inventoryPolicy: () => 'DENY',
};

const levelSource = (item: InventoryItem, level: InventoryLevel): Sources['InventoryLevel'] => ({
  kind: 'InventoryLevel',
  item,
  level,
});

const inventoryItem: TypeResolvers<'InventoryItem'> = {
  id: (item) => gid('InventoryItem', item.id),
  legacyResourceId: (item) => String(item.id),
  sku: (item) => item.sku,
  tracked: (item) => item.tracked,
  requiresShipping: (item, _args, { shop }) => shop.variants.get(item.variantId)?.requiresShipping,
  variant: (item, _args, { shop }) => shop.variants.get(item.variantId),
  inventoryLevel: (item, args: { readonly locationId: string }) => {
    const level = item.levels.get(readId('Location', args.locationId));
    return level === undefined ? null : levelSource(item, level);
  },
  inventoryLevels: (item, args: ConnectionArgs) =>
    connection(
      [...item.levels.values()].map((level) => levelSource(item, level)),
      args,
      ({ level }) => level.id,
    ),
};

const inventoryLevel: TypeResolvers<'InventoryLevel'> = {
  id: ({ item, level }) => `${gid('InventoryLevel', level.id)}?inventory_item_id=${item.id}`,
  item: ({ item }) => item,
  location: ({ level }, _args, { shop }) => shop.locations.get(level.locationId),
  updatedAt: ({ level }) => iso(level.updatedAt),
  isActive: () => true,
  quantities: ({ level }, args: { readonly names: readonly string[] }) =>
    args.names.map((name) => ({
      id: gid('InventoryQuantity', `${level.id}?name=${name}`),
      name,
      quantity: quantityNamed(level, name),
      updatedAt: iso(level.updatedAt),
    })),
};

function quantityNamed(level: InventoryLevel, name: string): number {
  switch (name) {
    case 'available':
      return level.available;
    case 'committed':
      return level.committed;
    case 'on_hand':
      return level.available + level.committed;
    default:
      throw notSimulated(`InventoryLevel.quantities(names: "${name}")`);
  }
}

const location: TypeResolvers<'Location'> = {
  id: (location) => gid('Location', location.id),
  legacyResourceId: (location) => String(location.id),
  name: (location) => location.name,
  isActive: (location) => location.active,
  fulfillsOnlineOrders: (location) => location.fulfillsOnlineOrders,
  shipsInventory: (location) => location.fulfillsOnlineOrders,
  isFulfillmentService: (location) => location.fulfillmentServiceHandle !== null,
  fulfillmentService: (location, _args, { shop }) =>
    location.fulfillmentServiceHandle === null
      ? null
      : shop.fulfillmentServices.get(location.fulfillmentServiceHandle),
  address: (location) => ({
    city: location.city,
    countryCode: location.countryCode,
    country: null,
    address1: null,
    address2: null,
    zip: null,
    province: null,
    phone: null,
    formatted: [location.city],
  }),
};

const fulfillmentService: TypeResolvers<'FulfillmentService'> = {
  id: (service) => gid('FulfillmentService', service.id),
  handle: (service) => service.handle,
  serviceName: (service) => service.name,
  type: () => 'THIRD_PARTY',
  location: (service, _args, { shop }) => shop.locations.get(service.locationId),
};

export const catalogResolvers = {
  Product: product,
  ProductVariant: variant,
  Collection: collection,
  SellingPlan: sellingPlan,
  InventoryItem: inventoryItem,
  InventoryLevel: inventoryLevel,
  Location: location,
  FulfillmentService: fulfillmentService,
};

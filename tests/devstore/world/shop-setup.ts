/** Opening a shop and filling it: places, goods, people, ways to pay. */
import type { ProductSpec, ShopSpec } from './contract.ts';
import { CommerceRefusal } from './contract.ts';
import { levelAt, moveStock } from './inventory.ts';
import type { Kernel } from './kernel.ts';
import { found } from './lookup.ts';
import type {
  Actor,
  Customer,
  FulfillmentService,
  Gateway,
  InventoryItem,
  Location,
  Product,
  Shop,
  Address,
} from './model.ts';
import { STORE_CREDIT_GATEWAY } from './payments.ts';

const STAFF: Actor = { kind: 'staff', name: 'Shop owner' };

/** Every shop can give and take gift cards and store credit. */
const OWN_GATEWAYS: readonly Gateway[] = [
  {
    name: 'gift_card',
    formattedName: 'Gift Card',
    behaviour: 'gift_card',
    refundSettlesAfterMs: null,
    authorizationLastsMs: null,
  },
  {
    name: STORE_CREDIT_GATEWAY,
    formattedName: 'Store credit',
    behaviour: 'store_credit',
    refundSettlesAfterMs: null,
    authorizationLastsMs: null,
  },
];

export function openShop(kernel: Kernel, spec: ShopSpec): Shop {
  const domain = `${spec.handle}.myshopify.com`;
  if (kernel.shops.has(domain)) throw new CommerceRefusal(`${domain} is already open.`);
  const shop: Shop = {
    kind: 'Shop',
    id: kernel.nextId(),
    domain,
    handle: spec.handle,
    name: spec.name,
    email: spec.email,
    currency: spec.currency,
    timezone: spec.timezone,
    country: spec.country,
    city: spec.city,
    plan: spec.plan ?? 'Basic',
    taxesIncluded: spec.taxesIncluded ?? false,
    createdAt: kernel.now(),
    staff: (spec.staff ?? []).map((member) => ({ id: kernel.nextId(), ...member })),
    locations: new Map(),
    fulfillmentServices: new Map(),
    products: new Map(),
    variants: new Map(),
    inventoryItems: new Map(),
    customers: new Map(),
    companies: new Map(),
    giftCards: new Map(),
    gateways: new Map(OWN_GATEWAYS.map((gateway) => [gateway.name, { ...gateway }])),
    orders: new Map(),
    nextOrderNumber: 1001,
  };
  kernel.shops.set(domain, shop);
  return shop;
}

export function addLocation(
  kernel: Kernel,
  shop: Shop,
  spec: {
    readonly name: string;
    readonly city: string;
    readonly countryCode: string;
    readonly fulfillsOnlineOrders?: boolean;
    readonly fulfillmentServiceHandle?: string;
  },
): Location {
  const location: Location = {
    kind: 'Location',
    id: kernel.nextId(),
    name: spec.name,
    active: true,
    city: spec.city,
    countryCode: spec.countryCode,
    fulfillsOnlineOrders: spec.fulfillsOnlineOrders ?? true,
    fulfillmentServiceHandle: spec.fulfillmentServiceHandle ?? null,
  };
  shop.locations.set(location.id, location);
  return location;
}

export function addFulfillmentService(
  kernel: Kernel,
  shop: Shop,
  spec: {
    readonly name: string;
    readonly handle: string;
    readonly city: string;
    readonly countryCode: string;
    readonly onFulfillmentRequest?: FulfillmentService['onFulfillmentRequest'];
    readonly onCancellationRequest?: FulfillmentService['onCancellationRequest'];
  },
): FulfillmentService {
  const location = addLocation(kernel, shop, { ...spec, fulfillmentServiceHandle: spec.handle });
  const silent = { decision: 'silent', afterMs: 0 } as const;
  const service: FulfillmentService = {
    kind: 'FulfillmentService',
    id: kernel.nextId(),
    handle: spec.handle,
    name: spec.name,
    locationId: location.id,
    onFulfillmentRequest: spec.onFulfillmentRequest ?? silent,
    onCancellationRequest: spec.onCancellationRequest ?? silent,
  };
  shop.fulfillmentServices.set(service.handle, service);
  return service;
}

export function addProduct(kernel: Kernel, shop: Shop, spec: ProductSpec): Product {
  const product: Product = {
    kind: 'Product',
    id: kernel.nextId(),
    title: spec.title,
    handle: spec.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    productType: spec.productType ?? '',
    vendor: spec.vendor ?? shop.name,
    tags: spec.tags ?? [],
    imageUrl: spec.imageUrl ?? null,
    isGiftCard: spec.isGiftCard ?? false,
    variantIds: [],
    createdAt: kernel.now(),
  };
  shop.products.set(product.id, product);
  for (const variantSpec of spec.variants) {
    const item: InventoryItem = {
      kind: 'InventoryItem',
      id: kernel.nextId(),
      variantId: kernel.nextId(),
      sku: variantSpec.sku,
      tracked: variantSpec.tracked ?? true,
      levels: new Map(),
    };
    shop.inventoryItems.set(item.id, item);
    shop.variants.set(item.variantId, {
      kind: 'ProductVariant',
      id: item.variantId,
      productId: product.id,
      title: variantSpec.title ?? 'Default Title',
      sku: variantSpec.sku,
      priceInShopCurrency: variantSpec.priceInShopCurrency,
      inventoryItemId: item.id,
      requiresShipping: variantSpec.requiresShipping ?? true,
      taxable: variantSpec.taxable ?? true,
    });
    product.variantIds.push(item.variantId);
    for (const [locationId, available] of Object.entries(variantSpec.stock ?? {})) {
      levelAt(kernel, item, Number(locationId));
      const move = { locationId: Number(locationId), available, committed: 0 };
      moveStock(kernel, shop, null, { item }, { ...move, reason: 'initial' }, STAFF);
    }
  }
  return product;
}

export function addCustomer(
  kernel: Kernel,
  shop: Shop,
  spec: {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly phone?: string;
    readonly locale?: string;
    readonly tags?: readonly string[];
    readonly defaultAddress?: Address;
  },
): Customer {
  const customer: Customer = {
    kind: 'Customer',
    id: kernel.nextId(),
    firstName: spec.firstName,
    lastName: spec.lastName,
    email: spec.email,
    phone: spec.phone ?? null,
    locale: spec.locale ?? 'en',
    tags: [...(spec.tags ?? [])],
    createdAt: kernel.now(),
    updatedAt: kernel.now(),
    defaultAddress: spec.defaultAddress ?? null,
    storeCredit: new Map(),
  };
  shop.customers.set(customer.id, customer);
  return customer;
}

export function setStock(
  kernel: Kernel,
  shop: Shop,
  inventoryItemId: number,
  locationId: number,
  available: number,
): void {
  const item = found(shop.inventoryItems.get(inventoryItemId), `inventory item ${inventoryItemId}`);
  const level = levelAt(kernel, item, locationId);
  const move = { locationId, available: available - level.available, committed: 0 };
  moveStock(kernel, shop, null, { item }, { ...move, reason: 'correction' }, STAFF);
}

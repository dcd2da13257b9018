/** Opening a shop and filling it: places, goods, people, ways to pay. */
import type { ProductSpec, ShopSpec } from '../contracts/contract.ts';
import { CommerceRefusal } from '../contracts/contract.ts';
import { shopPayload } from '../delivery/webhook-payloads/app.ts';
import { levelAt, moveStock } from '../fulfillment/inventory.ts';
import type { Kernel } from '../kernel.ts';
import { found } from '../lookup.ts';
import type {
  Actor,
  Collection,
  Company,
  Customer,
  FulfillmentService,
  Gateway,
  InventoryItem,
  Location,
  Market,
  Page,
  Product,
  SellingPlan,
  Shop,
  Address,
} from '../model.ts';
import { MANUAL_GATEWAY } from '../money/payments.ts';
import { STORE_CREDIT_GATEWAY } from '../money/store-credit.ts';

const STAFF: Actor = { kind: 'staff', name: 'Shop owner' };

/** Every shop can give and take gift cards and store credit, and write down what it got by hand. */
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
  {
    name: MANUAL_GATEWAY,
    formattedName: 'Manual',
    behaviour: 'manual',
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
    developmentStore: spec.developmentStore ?? false,
    taxesIncluded: spec.taxesIncluded ?? false,
    locales: spec.locales ?? [{ locale: 'en', name: 'English', primary: true, published: true }],
    selfServeCancellations: false,
    metafieldDefinitions: new Map(),
    createdAt: kernel.now(),
    staff: (spec.staff ?? []).map((member) => ({ id: kernel.nextId(), ...member })),
    locations: new Map(),
    fulfillmentServices: new Map(),
    products: new Map(),
    collections: new Map(),
    sellingPlans: new Map(),
    markets: new Map(),
    pages: new Map(),
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

export function changePlan(kernel: Kernel, shop: Shop, plan: Shop['plan']): void {
  if (shop.plan === plan) throw new CommerceRefusal(`${shop.domain} is on ${plan} already.`);
  shop.plan = plan;
  kernel.events.emit(shop, 'shop/update', null, () => shopPayload(shop));
}

export function addPage(
  kernel: Kernel,
  shop: Shop,
  spec: Pick<Page, 'handle' | 'title'> & Partial<Pick<Page, 'body' | 'translations' | 'appBlocks'>>,
): Page {
  if ([...shop.pages.values()].some(({ handle }) => handle === spec.handle)) {
    throw new CommerceRefusal(`${shop.domain} has a page "${spec.handle}" already.`);
  }
  const page: Page = {
    kind: 'Page',
    id: kernel.nextId(),
    body: '',
    translations: {},
    appBlocks: [],
    ...spec,
  };
  shop.pages.set(page.id, page);
  return page;
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

/** A handle as the platform makes it from a title. */
function handleOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

export function addCollection(
  kernel: Kernel,
  shop: Shop,
  { title, handle = handleOf(title) }: { readonly title: string; readonly handle?: string },
): Collection {
  const collection: Collection = {
    kind: 'Collection',
    id: kernel.nextId(),
    title,
    handle,
    productIds: [],
    updatedAt: kernel.now(),
  };
  shop.collections.set(collection.id, collection);
  return collection;
}

export function addSellingPlan(
  kernel: Kernel,
  shop: Shop,
  { name, category }: Pick<SellingPlan, 'name' | 'category'>,
): SellingPlan {
  const plan: SellingPlan = {
    kind: 'SellingPlan',
    id: kernel.nextId(),
    name,
    category,
    createdAt: kernel.now(),
  };
  shop.sellingPlans.set(plan.id, plan);
  return plan;
}

export function addMarket(
  kernel: Kernel,
  shop: Shop,
  spec: {
    readonly name: string;
    readonly handle?: string;
    readonly status?: Market['status'];
    readonly countries: readonly { readonly code: string; readonly name: string }[];
  },
): Market {
  const market: Market = {
    kind: 'Market',
    id: kernel.nextId(),
    name: spec.name,
    handle: spec.handle ?? handleOf(spec.name),
    status: spec.status ?? 'ACTIVE',
    countries: spec.countries.map((country) => ({ id: kernel.nextId(), ...country })),
  };
  shop.markets.set(market.id, market);
  return market;
}

export function addCompany(
  kernel: Kernel,
  shop: Shop,
  spec: {
    readonly name: string;
    readonly locationName: string;
    readonly contacts?: readonly { readonly customerId: number; readonly title?: string }[];
  },
): Company {
  const company: Company = {
    kind: 'Company',
    id: kernel.nextId(),
    locationId: kernel.nextId(),
    name: spec.name,
    locationName: spec.locationName,
    contacts: (spec.contacts ?? []).map(({ customerId, title }) => ({
      id: kernel.nextId(),
      customerId: found(shop.customers.get(customerId), `customer ${customerId}`).id,
      title: title ?? null,
    })),
  };
  shop.companies.set(company.id, company);
  return company;
}

export function addProduct(kernel: Kernel, shop: Shop, spec: ProductSpec): Product {
  const product: Product = {
    kind: 'Product',
    id: kernel.nextId(),
    title: spec.title,
    handle: handleOf(spec.title),
    productType: spec.productType ?? '',
    vendor: spec.vendor ?? shop.name,
    tags: spec.tags ?? [],
    imageUrl: spec.imageUrl ?? null,
    isGiftCard: spec.isGiftCard ?? false,
    variantIds: [],
    createdAt: kernel.now(),
  };
  shop.products.set(product.id, product);
  for (const handle of spec.collections ?? []) {
    const collection = [...shop.collections.values()].find((known) => known.handle === handle);
    found(collection, `collection "${handle}"`).productIds.push(product.id);
  }
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

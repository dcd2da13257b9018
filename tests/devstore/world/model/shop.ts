/** A shop: its people, places and what is set up in it. */
import type { Collection, InventoryItem, Product, SellingPlan, Variant } from './catalog.ts';
import type { Company, Customer, GiftCard } from './customer.ts';
import type { MetafieldDefinition, Order } from './order.ts';
import type { Gateway } from './payment.ts';
import type { CurrencyCode, EpochMs, ShopDomain } from './values.ts';

export interface Shop {
  readonly kind: 'Shop';
  readonly id: number;
  readonly domain: ShopDomain;
  readonly handle: string;
  name: string;
  email: string;
  readonly currency: CurrencyCode;
  readonly timezone: string;
  readonly country: { readonly code: string; readonly name: string };
  readonly city: string;
  plan: 'Basic' | 'Advanced' | 'Plus';
  /** A partner's, for testing: https://shopify.dev/docs/api/development-stores */
  readonly developmentStore: boolean;
  readonly taxesIncluded: boolean;
  /** The languages of the storefront; exactly one is the primary. */
  readonly locales: readonly ShopLocale[];
  /** Customers may ask for cancellations with Shopify's own button. */
  selfServeCancellations: boolean;
  readonly createdAt: EpochMs;
  readonly staff: StaffMember[];
  readonly locations: Map<number, Location>;
  readonly fulfillmentServices: Map<string, FulfillmentService>;
  readonly products: Map<number, Product>;
  readonly collections: Map<number, Collection>;
  readonly sellingPlans: Map<number, SellingPlan>;
  readonly markets: Map<number, Market>;
  readonly pages: Map<number, Page>;
  readonly variants: Map<number, Variant>;
  readonly inventoryItems: Map<number, InventoryItem>;
  readonly customers: Map<number, Customer>;
  readonly companies: Map<number, Company>;
  readonly giftCards: Map<number, GiftCard>;
  readonly gateways: Map<string, Gateway>;
  readonly orders: Map<number, Order>;
  /** By `metafieldKey`. */
  readonly metafieldDefinitions: Map<string, MetafieldDefinition>;
  nextOrderNumber: number;
}

/**
 * A page of the online store, at `/pages/{handle}`.
 * Source: https://shopify.dev/docs/api/admin-graphql/latest/objects/Page
 */
export interface Page {
  readonly kind: 'Page';
  readonly id: number;
  readonly handle: string;
  readonly title: string;
  /** HTML, as its merchant wrote it. */
  readonly body: string;
  /** By language; title and body stand for what is missing. */
  readonly translations: Readonly<
    Record<string, { readonly title: string; readonly body: string }>
  >;
  /** Which app blocks the page's template has: `{extension handle}/{block name}` each, or every one there is. */
  readonly appBlocks: readonly string[] | 'all';
}

export interface ShopLocale {
  readonly locale: string;
  readonly name: string;
  readonly primary: boolean;
  readonly published: boolean;
}

/** Where the shop sells: a set of countries. */
export interface Market {
  readonly kind: 'Market';
  readonly id: number;
  readonly name: string;
  readonly handle: string;
  readonly status: 'ACTIVE' | 'DRAFT';
  readonly countries: readonly {
    readonly id: number;
    readonly code: string;
    readonly name: string;
  }[];
}

export interface StaffMember {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly locale: string;
  readonly accountOwner: boolean;
  /** Somebody from outside the shop, such as an agency, whom the merchant let in. */
  readonly collaborator?: boolean;
  /** What the member may do to orders beyond looking at them; everything when left out. */
  readonly permissions?: StaffPermissions;
}

/**
 * Named after the permissions that `OrderCancelUserErrorCode` speaks of. Source:
 * https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderCancelUserErrorCode
 */
export interface StaffPermissions {
  readonly cancelOrders: boolean;
  readonly refundOrders: boolean;
  readonly refundToStoreCredit: boolean;
}

export interface Location {
  readonly kind: 'Location';
  readonly id: number;
  name: string;
  active: boolean;
  readonly city: string;
  readonly countryCode: string;
  readonly fulfillsOnlineOrders: boolean;
  /** Set when the location belongs to a fulfillment service (a 3PL). */
  readonly fulfillmentServiceHandle: string | null;
}

/** How a 3PL answers when nobody drives it by hand. */
export interface FulfillmentServiceHabit {
  readonly decision: 'accept' | 'reject' | 'silent';
  readonly afterMs: number;
  readonly message?: string;
}

export interface FulfillmentService {
  readonly kind: 'FulfillmentService';
  readonly id: number;
  readonly handle: string;
  readonly name: string;
  readonly locationId: number;
  onFulfillmentRequest: FulfillmentServiceHabit;
  onCancellationRequest: FulfillmentServiceHabit;
}

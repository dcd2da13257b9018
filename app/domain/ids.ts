/**
 * Identifiers as Shopify writes them. A brand keeps an order's id from being passed for a customer's;
 * it has no cost at run time.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type ShopDomain = Branded<'ShopDomain'>;
export type OrderId = Branded<'Order'>;
export type CustomerId = Branded<'Customer'>;
export type LineItemId = Branded<'LineItem'>;
export type TransactionId = Branded<'OrderTransaction'>;
export type RefundId = Branded<'Refund'>;
export type FulfillmentOrderId = Branded<'FulfillmentOrder'>;
export type FulfillmentHoldId = Branded<'FulfillmentHold'>;
export type LocationId = Branded<'Location'>;
export type ProductId = Branded<'Product'>;
export type CollectionId = Branded<'Collection'>;
export type InventoryItemId = Branded<'InventoryItem'>;
export type DutyId = Branded<'Duty'>;
export type GiftCardId = Branded<'GiftCard'>;
/** One cancellation: a UUID made by the app. */
export type CancellationId = Branded<'Cancellation'>;

const SHOP_DOMAIN = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A shop's permanent domain, or null when the text is not one. */
export function parseShopDomain(text: string): ShopDomain | null {
  const lower = text.toLowerCase();
  return SHOP_DOMAIN.test(lower) ? (lower as ShopDomain) : null;
}

/** A cancellation's id, or null when the text is not one. */
export function parseCancellationId(text: string): CancellationId | null {
  return UUID.test(text) ? (text as CancellationId) : null;
}

/** The order id of `gid://shopify/Order/1` or of its number alone, or null for anything else. */
export function parseOrderId(text: string): OrderId | null {
  const digits = numberIn(text, 'Order');
  return digits === null ? null : (`gid://shopify/Order/${digits}` as OrderId);
}

/** The customer id of `gid://shopify/Customer/1` or of its number alone, or null for anything else. */
export function parseCustomerId(text: string): CustomerId | null {
  const digits = numberIn(text, 'Customer');
  return digits === null ? null : (`gid://shopify/Customer/${digits}` as CustomerId);
}

/** The line item id of `gid://shopify/LineItem/1` or of its number alone, or null for anything else. */
export function parseLineItemId(text: string): LineItemId | null {
  const digits = numberIn(text, 'LineItem');
  return digits === null ? null : (`gid://shopify/LineItem/${digits}` as LineItemId);
}

/** The number at the end of a global id, as the admin's addresses and webhooks use it. */
export function legacyNumberOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function numberIn(text: string, type: string): string | null {
  const prefix = `gid://shopify/${type}/`;
  const digits = text.startsWith(prefix) ? text.slice(prefix.length) : text;
  return NUMBER.test(digits) && BigInt(digits) <= LARGEST_ID ? digits : null;
}

const NUMBER = /^[1-9][0-9]{0,18}$/;
/** Shopify's ids are 64-bit integers. */
const LARGEST_ID = 2n ** 63n - 1n;

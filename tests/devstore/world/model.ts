/**
 * The shapes of what a shop holds. Plain data, mutated only by the world's own modules; everyone
 * else reads. Every amount is a whole number of minor units (cents, yen, fils) in the order's
 * presentment currency unless its name says otherwise.
 */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

/** `harbor-and-pine.myshopify.com` */
export type ShopDomain = string;

/** ISO 4217, upper case. */
export type CurrencyCode = string;

/** A whole number of minor units, always a safe integer. */
export type Minor = number;

export interface Amount {
  readonly minor: Minor;
  readonly currency: CurrencyCode;
}

/** Who did something. The ledger and the order's timeline name them. */
export type Actor =
  | { readonly kind: 'app'; readonly appId: number; readonly title: string }
  | { readonly kind: 'staff'; readonly name: string }
  | { readonly kind: 'customer' }
  | { readonly kind: 'fulfillment_service'; readonly handle: string }
  | { readonly kind: 'gateway'; readonly name: string }
  | { readonly kind: 'platform' };

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
  readonly plan: 'Basic' | 'Advanced' | 'Plus';
  readonly taxesIncluded: boolean;
  readonly createdAt: EpochMs;
  readonly staff: StaffMember[];
  readonly locations: Map<number, Location>;
  readonly fulfillmentServices: Map<string, FulfillmentService>;
  readonly products: Map<number, Product>;
  readonly variants: Map<number, Variant>;
  readonly inventoryItems: Map<number, InventoryItem>;
  readonly customers: Map<number, Customer>;
  readonly companies: Map<number, Company>;
  readonly giftCards: Map<number, GiftCard>;
  readonly gateways: Map<string, Gateway>;
  readonly orders: Map<number, Order>;
  nextOrderNumber: number;
}

export interface StaffMember {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly locale: string;
  readonly accountOwner: boolean;
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

export interface Product {
  readonly kind: 'Product';
  readonly id: number;
  readonly title: string;
  readonly handle: string;
  readonly productType: string;
  readonly vendor: string;
  readonly tags: readonly string[];
  /** A `data:` address of an SVG, or null. */
  readonly imageUrl: string | null;
  readonly isGiftCard: boolean;
  readonly variantIds: number[];
  readonly createdAt: EpochMs;
}

export interface Variant {
  readonly kind: 'ProductVariant';
  readonly id: number;
  readonly productId: number;
  readonly title: string;
  readonly sku: string;
  /** In the shop's currency. */
  readonly priceInShopCurrency: Minor;
  readonly inventoryItemId: number;
  readonly requiresShipping: boolean;
  readonly taxable: boolean;
}

export interface InventoryItem {
  readonly kind: 'InventoryItem';
  readonly id: number;
  readonly variantId: number;
  readonly sku: string;
  readonly tracked: boolean;
  readonly levels: Map<number, InventoryLevel>;
}

/** `on_hand` is always `available + committed`: no other state is simulated. */
export interface InventoryLevel {
  readonly id: number;
  readonly locationId: number;
  available: number;
  committed: number;
  updatedAt: EpochMs;
}

export interface Customer {
  readonly kind: 'Customer';
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly locale: string;
  readonly tags: string[];
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
  readonly defaultAddress: Address | null;
  /** One account per currency, as Shopify keeps them. */
  readonly storeCredit: Map<CurrencyCode, StoreCreditAccount>;
}

export interface StoreCreditAccount {
  readonly id: number;
  readonly currency: CurrencyCode;
  balance: Minor;
}

export interface Company {
  readonly kind: 'Company';
  readonly id: number;
  readonly name: string;
  readonly locationId: number;
  readonly locationName: string;
}

export interface GiftCard {
  readonly id: number;
  readonly lastCharacters: string;
  readonly currency: CurrencyCode;
  readonly initialValue: Minor;
  balance: Minor;
  enabled: boolean;
  /** The order line that sold it, when it was bought in this shop. */
  readonly soldBy: { readonly orderId: number; readonly lineItemId: number } | null;
}

export interface Address {
  readonly firstName: string;
  readonly lastName: string;
  readonly address1: string;
  readonly city: string;
  readonly zip: string;
  readonly country: string;
  readonly countryCode: string;
  readonly phone: string | null;
}

export type GatewayBehaviour = 'card' | 'wallet' | 'manual' | 'gift_card' | 'store_credit';

/** A payment provider as the shop set it up. */
export interface Gateway {
  /** `shopify_payments`, `paypal`, `Cash on Delivery (COD)`, `gift_card`, … */
  readonly name: string;
  readonly formattedName: string;
  readonly behaviour: GatewayBehaviour;
  /** Null: a refund is final at once. Otherwise it is PENDING for this long. */
  refundSettlesAfterMs: number | null;
  /** How long an authorisation holds; null for gateways that never authorise. */
  readonly authorizationLastsMs: number | null;
}

export type TransactionKind = 'AUTHORIZATION' | 'SALE' | 'CAPTURE' | 'VOID' | 'REFUND';
export type TransactionStatus = 'SUCCESS' | 'PENDING' | 'FAILURE' | 'ERROR';

export interface Transaction {
  readonly id: number;
  readonly kind: TransactionKind;
  status: TransactionStatus;
  readonly gateway: string;
  readonly amount: Minor;
  readonly parentId: number | null;
  readonly createdAt: EpochMs;
  processedAt: EpochMs | null;
  /** Shopify's `OrderTransactionErrorCode`. */
  errorCode: string | null;
  message: string | null;
  authorizationExpiresAt: EpochMs | null;
  readonly authorizationCode: string | null;
  readonly card: { readonly brand: string; readonly lastDigits: string } | null;
  readonly giftCardId: number | null;
  readonly actor: Actor;
}

export interface TaxLine {
  readonly title: string;
  /** Parts per million: 19 % is 190000. */
  readonly ratePpm: number;
  readonly amount: Minor;
}

export interface DiscountApplication {
  readonly kind: 'code' | 'automatic' | 'manual';
  readonly title: string;
  readonly target: 'order' | 'line' | 'shipping';
  readonly value:
    | { readonly type: 'percentage'; readonly ppm: number }
    | { readonly type: 'fixed'; readonly amount: Minor };
}

export interface DiscountAllocation {
  /** Index into the order's `discountApplications`. */
  readonly application: number;
  readonly amount: Minor;
}

export interface Duty {
  readonly id: number;
  readonly harmonizedSystemCode: string;
  readonly countryCodeOfOrigin: string;
  readonly price: Minor;
}

export interface LineItem {
  readonly id: number;
  readonly productId: number | null;
  readonly variantId: number | null;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly vendor: string | null;
  readonly imageUrl: string | null;
  /** Units ordered (later additions by edit included). */
  readonly quantity: number;
  /** Units taken off the order since, by edit or by refund with removal. */
  removedQuantity: number;
  fulfilledQuantity: number;
  refundedQuantity: number;
  /** Price of one unit before discounts. */
  readonly unitPrice: Minor;
  readonly discountAllocations: readonly DiscountAllocation[];
  readonly taxLines: readonly TaxLine[];
  readonly duties: readonly Duty[];
  readonly requiresShipping: boolean;
  readonly taxable: boolean;
  readonly isGiftCard: boolean;
  readonly restockable: boolean;
  readonly group: { readonly id: number; readonly title: string; readonly quantity: number } | null;
  readonly sellingPlan: { readonly id: number; readonly name: string } | null;
  readonly customAttributes: readonly { readonly key: string; readonly value: string }[];
}

export interface ShippingLine {
  readonly id: number;
  readonly title: string;
  readonly code: string;
  readonly price: Minor;
  readonly discountAllocations: readonly DiscountAllocation[];
  readonly taxLines: readonly TaxLine[];
}

export type RestockType = 'CANCEL' | 'RETURN' | 'NO_RESTOCK' | 'LEGACY_RESTOCK';

export interface RefundLine {
  readonly id: number;
  readonly lineItemId: number;
  readonly quantity: number;
  readonly restockType: RestockType;
  readonly locationId: number | null;
  readonly restocked: boolean;
  /** What the lines cost after discounts, tax left out unless prices include it. */
  readonly subtotal: Minor;
  readonly tax: Minor;
}

export interface Refund {
  readonly id: number;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
  readonly note: string | null;
  readonly lines: readonly RefundLine[];
  readonly shipping: { readonly subtotal: Minor; readonly tax: Minor } | null;
  readonly duties: readonly { readonly dutyId: number; readonly amount: Minor }[];
  /** Tip given back: only a cancellation does that. */
  readonly tip: Minor;
  readonly adjustments: readonly OrderAdjustment[];
  readonly transactionIds: number[];
  readonly idempotencyKey: string | null;
  readonly actor: Actor;
}

export interface OrderAdjustment {
  readonly id: number;
  readonly reason: 'REFUND_DISCREPANCY' | 'SHIPPING_REFUND' | 'FULL_RETURN_BALANCING_ADJUSTMENT';
  readonly amount: Minor;
  readonly tax: Minor;
}

export type FulfillmentOrderStatus =
  'OPEN' | 'IN_PROGRESS' | 'CANCELLED' | 'INCOMPLETE' | 'CLOSED' | 'SCHEDULED' | 'ON_HOLD';

export type FulfillmentOrderRequestStatus =
  | 'UNSUBMITTED'
  | 'SUBMITTED'
  | 'ACCEPTED'
  | 'REJECTED'
  | 'CANCELLATION_REQUESTED'
  | 'CANCELLATION_ACCEPTED'
  | 'CANCELLATION_REJECTED'
  | 'CLOSED';

export type DeliveryMethodType = 'SHIPPING' | 'PICK_UP' | 'LOCAL' | 'NONE' | 'RETAIL';

export interface FulfillmentHold {
  readonly id: number;
  readonly handle: string;
  /** `FulfillmentHoldReason` */
  readonly reason: string;
  readonly reasonNotes: string | null;
  readonly externalId: string | null;
  readonly heldBy: Actor;
  readonly createdAt: EpochMs;
}

export interface FulfillmentOrderLine {
  readonly id: number;
  readonly lineItemId: number;
  totalQuantity: number;
  remainingQuantity: number;
}

export interface MerchantRequest {
  readonly id: number;
  readonly kind: 'FULFILLMENT_REQUEST' | 'CANCELLATION_REQUEST';
  readonly message: string | null;
  readonly sentAt: EpochMs;
  responseMessage: string | null;
}

export interface FulfillmentOrder {
  readonly id: number;
  status: FulfillmentOrderStatus;
  requestStatus: FulfillmentOrderRequestStatus;
  readonly locationId: number;
  readonly fulfillmentServiceHandle: string | null;
  readonly deliveryMethod: DeliveryMethodType;
  readonly lines: FulfillmentOrderLine[];
  readonly holds: FulfillmentHold[];
  readonly merchantRequests: MerchantRequest[];
  /** Set when a person marked the work as in progress by hand. */
  progressReportedByHand: boolean;
  /** The fulfillment order that took the rest when a hold kept only some units here. */
  splitByHold: number | null;
  fulfillAt: EpochMs | null;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
}

export interface Tracking {
  readonly company: string | null;
  readonly number: string | null;
  readonly url: string | null;
}

export interface Fulfillment {
  readonly id: number;
  readonly name: string;
  status: 'SUCCESS' | 'CANCELLED';
  /** `FulfillmentDisplayStatus` */
  displayStatus: string;
  readonly fulfillmentOrderId: number;
  readonly locationId: number;
  readonly lines: readonly {
    readonly id: number;
    readonly lineItemId: number;
    readonly quantity: number;
  }[];
  tracking: Tracking | null;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
  deliveredAt: EpochMs | null;
}

export interface Return {
  readonly id: number;
  readonly name: string;
  status: 'REQUESTED' | 'OPEN' | 'CLOSED' | 'DECLINED' | 'CANCELED';
  readonly lines: readonly { readonly lineItemId: number; readonly quantity: number }[];
  readonly createdAt: EpochMs;
}

export interface Dispute {
  readonly id: number;
  /** `DisputeType` */
  readonly type: 'CHARGEBACK' | 'INQUIRY';
  /** `DisputeStatus` */
  status: 'NEEDS_RESPONSE' | 'UNDER_REVIEW' | 'ACCEPTED' | 'WON' | 'LOST';
}

export interface RiskAssessment {
  /** `RiskAssessmentResult` */
  readonly level: 'HIGH' | 'MEDIUM' | 'LOW' | 'NONE' | 'PENDING';
  readonly provider: string | null;
  readonly facts: readonly {
    readonly description: string;
    readonly sentiment: 'POSITIVE' | 'NEUTRAL' | 'NEGATIVE';
  }[];
}

/** A line of the order's timeline, as the admin shows it. */
export interface TimelineEntry {
  readonly id: number;
  readonly at: EpochMs;
  readonly actor: Actor;
  readonly message: string;
}

/** A buyer's own wish to cancel, made with Shopify's native button (API 2026-10). */
export interface RequestedOrderEdit {
  readonly id: number;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
  readonly requestedAt: EpochMs;
  status: 'REQUESTED' | 'RESOLVED' | 'DECLINED';
  resolvedAt: EpochMs | null;
  declinedAt: EpochMs | null;
  declineNote: string | null;
  readonly lines: readonly {
    readonly id: number;
    readonly lineItemId: number;
    readonly quantity: number;
  }[];
}

export type OrderCancelReason = 'CUSTOMER' | 'DECLINED' | 'FRAUD' | 'INVENTORY' | 'OTHER' | 'STAFF';

export interface Order {
  readonly kind: 'Order';
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly createdAt: EpochMs;
  readonly processedAt: EpochMs;
  updatedAt: EpochMs;
  cancelledAt: EpochMs | null;
  cancelReason: OrderCancelReason | null;
  cancelStaffNote: string | null;
  closedAt: EpochMs | null;
  readonly confirmed: boolean;
  readonly confirmationNumber: string;
  readonly test: boolean;
  /** The shop's currency when the order was placed. */
  readonly currency: CurrencyCode;
  readonly presentmentCurrency: CurrencyCode;
  /** Shop-currency units per one presentment unit, as a decimal: `0.92`. `1` when equal. */
  readonly shopPerPresentment: string;
  readonly taxesIncluded: boolean;
  email: string | null;
  phone: string | null;
  note: string | null;
  tags: string[];
  readonly sourceName: string;
  /** The app or channel that made the order. */
  readonly channel: { readonly appId: number; readonly name: string };
  readonly customerId: number | null;
  readonly companyId: number | null;
  readonly customerLocale: string;
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address | null;
  readonly lines: LineItem[];
  readonly shippingLines: ShippingLine[];
  readonly discountApplications: readonly DiscountApplication[];
  readonly tip: Minor;
  readonly transactions: Transaction[];
  readonly refunds: Refund[];
  readonly fulfillmentOrders: FulfillmentOrder[];
  readonly fulfillments: Fulfillment[];
  readonly returns: Return[];
  readonly disputes: Dispute[];
  risk: RiskAssessment[];
  readonly requestedEdits: RequestedOrderEdit[];
  readonly timeline: TimelineEntry[];
  readonly metafields: Map<string, Metafield>;
  /** The secret in the order status page's address. */
  readonly statusPageKey: string;
  /** An order edit somebody has begun and not committed is not here: it lives in the edit. */
  edited: boolean;
}

export interface Metafield {
  readonly id: number;
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  value: string;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
}

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
  /** The languages of the storefront; exactly one is the primary. */
  readonly locales: readonly ShopLocale[];
  readonly createdAt: EpochMs;
  readonly staff: StaffMember[];
  readonly locations: Map<number, Location>;
  readonly fulfillmentServices: Map<string, FulfillmentService>;
  readonly products: Map<number, Product>;
  readonly collections: Map<number, Collection>;
  readonly sellingPlans: Map<number, SellingPlan>;
  readonly markets: Map<number, Market>;
  readonly variants: Map<number, Variant>;
  readonly inventoryItems: Map<number, InventoryItem>;
  readonly customers: Map<number, Customer>;
  readonly companies: Map<number, Company>;
  readonly giftCards: Map<number, GiftCard>;
  readonly gateways: Map<string, Gateway>;
  readonly orders: Map<number, Order>;
  nextOrderNumber: number;
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

export interface Collection {
  readonly kind: 'Collection';
  readonly id: number;
  readonly title: string;
  readonly handle: string;
  readonly productIds: number[];
  updatedAt: EpochMs;
}

export type SellingPlanCategory = 'SUBSCRIPTION' | 'PRE_ORDER' | 'TRY_BEFORE_YOU_BUY' | 'OTHER';

export interface SellingPlan {
  readonly kind: 'SellingPlan';
  readonly id: number;
  readonly name: string;
  readonly category: SellingPlanCategory | null;
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
  /** Oldest first. */
  readonly movements: StoreCreditMovement[];
}

export interface StoreCreditMovement {
  readonly id: number;
  /** Negative when it was spent. */
  readonly amount: Minor;
  readonly balanceAfter: Minor;
  /** `StoreCreditSystemEvent` */
  readonly event: 'ADJUSTMENT' | 'ORDER_CANCELLATION' | 'ORDER_PAYMENT' | 'ORDER_REFUND';
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs | null;
}

export interface Company {
  readonly kind: 'Company';
  readonly id: number;
  readonly name: string;
  readonly locationId: number;
  readonly locationName: string;
  /** The people who may buy for it. */
  readonly contacts: readonly CompanyContact[];
}

export interface CompanyContact {
  readonly id: number;
  readonly customerId: number;
  readonly title: string | null;
}

export interface GiftCard {
  readonly kind: 'GiftCard';
  readonly id: number;
  readonly lastCharacters: string;
  readonly currency: CurrencyCode;
  readonly initialValue: Minor;
  balance: Minor;
  enabled: boolean;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
  deactivatedAt: EpochMs | null;
  readonly customerId: number | null;
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
  /** What the provider charges for a payment, and keeps when it is given back. */
  readonly fee?: PaymentFee;
}

export interface PaymentFee {
  readonly name: string;
  readonly ratePpm: number;
  /** In the shop's currency. */
  readonly flat: Minor;
}

export type TransactionKind = 'AUTHORIZATION' | 'SALE' | 'CAPTURE' | 'VOID' | 'REFUND' | 'CHANGE';
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
  /** `amountRoundingSet`: what cash rounding added to what was due. */
  readonly rounding?: Minor;
}

export interface TaxLine {
  readonly title: string;
  /** Parts per million: 19 % is 190000. */
  readonly ratePpm: number;
  readonly amount: Minor;
}

export interface DiscountApplication {
  readonly kind: 'code' | 'automatic' | 'manual' | 'script';
  readonly title: string;
  /** The level it works on: the order as a whole, single lines, or the shipping. */
  readonly target: 'order' | 'line' | 'shipping';
  /** `DiscountApplicationTargetSelection` */
  readonly selection: 'ALL' | 'ENTITLED' | 'EXPLICIT';
  /** `DiscountApplicationAllocationMethod` */
  readonly allocation: 'ACROSS' | 'EACH';
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
  /** Charged on the duty, always on top of it. */
  readonly taxLines: readonly TaxLine[];
}

/** A charge on the order as a whole, such as an import fee. */
export interface AdditionalFee {
  readonly id: number;
  readonly name: string;
  readonly price: Minor;
  /** Charged on the fee, always on top of it. */
  readonly taxLines: readonly TaxLine[];
}

/** When an order sold on account has to be paid. */
export interface PaymentTerms {
  readonly id: number;
  readonly scheduleId: number;
  /** `Net 30` */
  readonly name: string;
  readonly dueInDays: number;
  readonly issuedAt: EpochMs;
  readonly dueAt: EpochMs;
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
  /** The subscription contract the line began or renewed. */
  readonly contractId: number | null;
  readonly customAttributes: readonly { readonly key: string; readonly value: string }[];
  /** The line is the order's tip: no goods, no work, no part of the subtotal. */
  readonly tip?: { readonly unfulfilled: boolean };
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
  readonly duties: readonly RefundedDuty[];
  /** Tip given back: only a cancellation does that. */
  readonly tip: Minor;
  /** Additional fees given back, tax and all: only a cancellation does that. */
  readonly fees: Minor;
  readonly adjustments: readonly OrderAdjustment[];
  readonly transactionIds: number[];
  readonly idempotencyKey: string | null;
  readonly actor: Actor;
}

export interface RefundedDuty {
  readonly dutyId: number;
  readonly amount: Minor;
  readonly tax: Minor;
}

/** `OrderAdjustmentDiscrepancyReason`; the last one when no other was given. */
export type DiscrepancyReason = 'CUSTOMER' | 'DAMAGE' | 'RESTOCK' | 'REFUND_DISCREPANCY';

export interface OrderAdjustment {
  readonly id: number;
  readonly reason: DiscrepancyReason;
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
  status: DisputeStatus;
}

export type DisputeStatus =
  'NEEDS_RESPONSE' | 'UNDER_REVIEW' | 'ACCEPTED' | 'WON' | 'LOST' | 'PREVENTED' | 'CHARGE_REFUNDED';

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

/** A buyer's own request to cancel, made with Shopify's native button (API 2026-10). */
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
  readonly dutiesIncluded: boolean;
  email: string | null;
  phone: string | null;
  note: string | null;
  tags: string[];
  readonly sourceName: string;
  /** The app or channel that made the order. */
  readonly channel: { readonly appId: number; readonly name: string };
  /** The app that brought the order in from elsewhere: nobody else can edit it. */
  readonly importedByAppId: number | null;
  /** The shop that rang it up, for an order of the Point of Sale. */
  readonly retailLocationId: number | null;
  readonly customerId: number | null;
  readonly companyId: number | null;
  readonly customerLocale: string;
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address | null;
  readonly lines: LineItem[];
  readonly shippingLines: ShippingLine[];
  readonly discountApplications: readonly DiscountApplication[];
  readonly additionalFees: readonly AdditionalFee[];
  readonly tip: Minor;
  readonly paymentTerms: PaymentTerms | null;
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

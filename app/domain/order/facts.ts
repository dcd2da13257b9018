import type {
  CollectionId,
  CustomerId,
  DutyId,
  FulfillmentHoldId,
  FulfillmentOrderId,
  GiftCardId,
  InventoryItemId,
  LineItemId,
  LocationId,
  OrderId,
  ProductId,
  RefundId,
  TransactionId,
} from '../ids.ts';
import type { Money, MoneyBag } from '../money.ts';
import type { EpochMs } from '../time.ts';

/**
 * What decisions need to know of an order, read from the platform in one query. The words and values are
 * those of Shopify's Admin API; amounts are in the presentment currency unless a bag holds both.
 */
export interface OrderFacts {
  readonly id: OrderId;
  /** When the platform was asked for them: what changed since is not in them. */
  readonly readAt: EpochMs;
  /** As people say it: "#1042". */
  readonly name: string;
  readonly createdAt: EpochMs;
  readonly processedAt: EpochMs;
  readonly updatedAt: EpochMs;
  readonly cancelledAt: EpochMs | null;
  /** The note left with the cancellation; the app's own cancellations are recognised by their reference in it. */
  readonly cancellationStaffNote: string | null;
  readonly customerId: CustomerId | null;
  readonly customerTags: readonly string[];
  /** Bought on behalf of a company (B2B); null for everybody else. */
  readonly company: CompanyFacts | null;
  readonly tags: readonly string[];
  /** ISO 3166-1 code the order is delivered to, else billed to; null when it has no address. */
  readonly countryCode: string | null;
  /** The sales channel as merchants know it: "Online Store", "Point of Sale". */
  readonly salesChannel: string | null;
  /** Sold in a shop by a cashier. */
  readonly isPointOfSale: boolean;
  readonly risk: RiskFacts;
  readonly disputes: readonly DisputeFacts[];
  /** Whether the platform lets anybody edit the order; made by other apps, some can't be. */
  readonly isEditable: boolean;
  readonly financialStatus: DisplayFinancialStatus | null;
  readonly fulfillmentStatus: DisplayFulfillmentStatus;
  readonly returnStatus: ReturnStatus;
  /** Fulfillments that were not cancelled: something was sent, or is about to be, whatever became of it since. */
  readonly shipments: readonly ShipmentFacts[];
  /** IANA name of the shop's time zone: cut-offs and opening days are told in it. */
  readonly shopTimeZone: string;
  readonly shopCurrencyCode: string;
  readonly presentmentCurrencyCode: string;
  /** Whether prices have their taxes inside. */
  readonly taxesIncluded: boolean;
  /** As ordered; what refunds gave back is still in it. */
  readonly total: MoneyBag;
  /** What the order costs as it stands, after edits and refunds. */
  readonly currentTotal: MoneyBag;
  /** Positive: still to be paid or captured. Negative: the shop owes it to the customer. */
  readonly outstanding: Money;
  readonly tip: Money;
  /**
   * What rounding added to payments in cash and has not gone back with them; negative where it left something out.
   * `outstanding` takes it as it was.
   */
  readonly cashRounding: Money;
  readonly shipping: readonly ShippingLineFacts[];
  /** Import fees and the like, with the taxes on them; the platform returns them only with a whole cancelled order. */
  readonly additionalFees: Money;
  readonly lines: readonly LineItemFacts[];
  readonly fulfillmentOrders: readonly FulfillmentOrderFacts[];
  readonly transactions: readonly TransactionFacts[];
  readonly refunds: readonly RefundFacts[];
  /** Gift cards that this order sold; empty for an order that sold none. */
  readonly soldGiftCards: readonly SoldGiftCardFacts[];
}

export interface CompanyFacts {
  /** Customers with a role at the company location that bought: they may act for it. */
  readonly buyerIds: readonly CustomerId[];
  /** Bought on account, to be paid later (net terms). */
  readonly hasPaymentTerms: boolean;
}

export interface RiskFacts {
  /** The highest level any assessment gave. */
  readonly level: 'NONE' | 'PENDING' | 'LOW' | 'MEDIUM' | 'HIGH';
  readonly recommendation: 'ACCEPT' | 'CANCEL' | 'INVESTIGATE' | 'NONE';
}

export interface DisputeFacts {
  readonly initiatedAs: 'CHARGEBACK' | 'INQUIRY';
  readonly status:
    | 'ACCEPTED'
    | 'CHARGE_REFUNDED'
    | 'LOST'
    | 'NEEDS_RESPONSE'
    | 'PREVENTED'
    | 'UNDER_REVIEW'
    | 'WON';
}

/**
 * How far a fulfillment has come, by the last that its sender or its carrier said of it. `fulfilled`: marked so, and
 * nothing more is known. A label that was bought can still be voided; what the carrier picked up is gone.
 */
export interface ShipmentFacts {
  readonly stage: 'fulfilled' | 'label_bought' | 'picked_up' | 'delivered';
}

export interface ShippingLineFacts {
  readonly title: string;
  /** Less discounts; with its taxes inside when the order's prices include them. */
  readonly price: Money;
  /** One amount a tax line. */
  readonly taxes: readonly Money[];
}

export interface LineItemFacts {
  readonly id: LineItemId;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly imageUrl: string | null;
  /** As ordered, additions by edits included. */
  readonly quantity: number;
  /** After edits and refunds: what is still to be sent or was sent. */
  readonly currentQuantity: number;
  readonly unfulfilledQuantity: number;
  /**
   * What the customer paid for `quantity` units, less every discount, of the order and of the line; with
   * taxes inside when the order's prices include them.
   */
  readonly total: Money;
  /** One entry a discount: its share of this line, for `quantity` units. */
  readonly discounts: readonly LineDiscountFacts[];
  /** One amount a tax line, for `quantity` units. */
  readonly taxes: readonly Money[];
  /** For `quantity` units. */
  readonly duties: readonly ChargedDutyFacts[];
  readonly productId: ProductId | null;
  readonly productTags: readonly string[];
  readonly productType: string | null;
  /** Empty, too, where no policy of the shop names a collection: nobody asked for them then. */
  readonly collectionIds: readonly CollectionId[];
  readonly isGiftCard: boolean;
  readonly requiresShipping: boolean;
  /** Names of the line's custom properties (an engraving, a ticket's holder); never their values. */
  readonly propertyNames: readonly string[];
  readonly sellingPlan: SellingPlanCategory | null;
  /** The bundle that the line is a component of. */
  readonly group: { readonly id: string; readonly title: string } | null;
  /** What stock counts; null for what it does not. */
  readonly inventoryItemId: InventoryItemId | null;
  /** Whether units can go back on the shelf: the platform says so and counts them. */
  readonly isRestockable: boolean;
}

export interface LineDiscountFacts {
  /** Position in the order's discounts: shares of one discount carry the same. */
  readonly index: number;
  /** Code or title, as the customer saw it. */
  readonly title: string;
  readonly amount: Money;
  /** ENTITLED: given for buying something else (buy X get Y), or for certain products only. */
  readonly targetSelection: 'ALL' | 'ENTITLED' | 'EXPLICIT';
}

/** What a duty adds to the price of the goods: nothing where the order's prices have duties inside. */
export interface DutyFacts {
  readonly id: DutyId;
  readonly amount: Money;
}

export interface ChargedDutyFacts extends DutyFacts {
  /** On top of the duty, also where prices include other taxes. */
  readonly tax: Money;
}

export type SellingPlanCategory = 'OTHER' | 'PRE_ORDER' | 'SUBSCRIPTION' | 'TRY_BEFORE_YOU_BUY';

export interface SoldGiftCardFacts {
  readonly id: GiftCardId;
  readonly lineItemId: LineItemId;
  readonly initialValue: Money;
  readonly balance: Money;
  readonly isEnabled: boolean;
}

export interface FulfillmentOrderFacts {
  readonly id: FulfillmentOrderId;
  readonly status: FulfillmentOrderStatus;
  readonly requestStatus: FulfillmentOrderRequestStatus;
  readonly locationId: LocationId | null;
  readonly locationName: string;
  readonly deliveryMethod: DeliveryMethodType | null;
  readonly lines: readonly FulfillmentOrderLineFacts[];
  readonly supportedActions: readonly string[];
  readonly holds: readonly FulfillmentHoldFacts[];
}

export interface FulfillmentOrderLineFacts {
  readonly lineItemId: LineItemId;
  /** Units still to be sent from here. */
  readonly remainingQuantity: number;
}

export interface FulfillmentHoldFacts {
  readonly id: FulfillmentHoldId;
  readonly handle: string | null;
  readonly heldByThisApp: boolean;
}

export interface TransactionFacts {
  readonly id: TransactionId;
  readonly kind: TransactionKind;
  readonly status: TransactionStatus;
  readonly gateway: string;
  /** The gateway's name for people: "Shopify Payments", "Cash on Delivery (COD)". */
  readonly gatewayName: string;
  /** Money handed over outside any gateway: the platform can record a refund of it, not make one. */
  readonly isManual: boolean;
  readonly parentId: TransactionId | null;
  readonly amount: MoneyBag;
  /** What the payment provider kept for itself, in the shop's currency; null when it does not say. */
  readonly providerFee: Money | null;
  readonly errorCode: string | null;
  readonly authorizationExpiresAt: EpochMs | null;
  readonly createdAt: EpochMs;
}

export interface RefundFacts {
  readonly id: RefundId;
  readonly createdAt: EpochMs;
  readonly note: string | null;
  readonly total: MoneyBag;
  readonly lines: readonly {
    readonly lineItemId: LineItemId;
    readonly quantity: number;
    readonly restockType: RestockType;
  }[];
  /** Shipping given back; taxes apart, and inside `amount` when the order's prices include them. */
  readonly shipping: { readonly amount: Money; readonly tax: Money };
  /** The platform does not say how much tax on a duty went back with it. */
  readonly duties: readonly DutyFacts[];
  readonly transactionIds: readonly TransactionId[];
}

/**
 * The platform's own answer to "what would these lines give back?" (`Order.suggestedRefund`), in the
 * presentment currency.
 */
export interface SuggestedRefundFacts {
  readonly lines: readonly {
    readonly lineItemId: LineItemId;
    readonly quantity: number;
    readonly subtotal: Money;
    readonly tax: Money;
  }[];
  readonly shipping: { readonly amount: Money; readonly tax: Money };
  /** Without the taxes on them. */
  readonly duties: Money;
  readonly maximumRefundable: MoneyBag;
  readonly transactions: readonly SuggestedTransactionFacts[];
}

export interface SuggestedTransactionFacts {
  readonly parentId: TransactionId;
  readonly gateway: string;
  readonly gatewayName: string;
  readonly amount: MoneyBag;
  /** The most that this payment can still give back, in the presentment currency. */
  readonly maximumRefundable: Money;
}

export type DisplayFinancialStatus =
  | 'AUTHORIZED'
  | 'EXPIRED'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'VOIDED';

export type DisplayFulfillmentStatus =
  | 'FULFILLED'
  | 'FULFILLMENT_NOT_REQUIRED'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'OPEN'
  | 'PARTIALLY_FULFILLED'
  | 'PENDING_FULFILLMENT'
  | 'REQUEST_DECLINED'
  | 'RESTOCKED'
  | 'SCHEDULED'
  | 'UNFULFILLED';

/** Shopify's `DeliveryMethodType`. */
export type DeliveryMethodType =
  | 'LOCAL'
  | 'NONE'
  | 'PICK_UP'
  | 'PICKUP_POINT'
  | 'RETAIL'
  | 'SHIPPING';

/** What became of refunded units: taken back before they were sent, after it, or nothing said. */
export type RestockType = 'CANCEL' | 'LEGACY_RESTOCK' | 'NO_RESTOCK' | 'RETURN';

export type ReturnStatus =
  | 'INSPECTION_COMPLETE'
  | 'IN_PROGRESS'
  | 'NO_RETURN'
  | 'RETURNED'
  | 'RETURN_FAILED'
  | 'RETURN_REQUESTED';

export type FulfillmentOrderStatus =
  | 'CANCELLED'
  | 'CLOSED'
  | 'INCOMPLETE'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'OPEN'
  | 'SCHEDULED';

export type FulfillmentOrderRequestStatus =
  | 'ACCEPTED'
  | 'CANCELLATION_ACCEPTED'
  | 'CANCELLATION_REJECTED'
  | 'CANCELLATION_REQUESTED'
  | 'CLOSED'
  | 'REJECTED'
  | 'SUBMITTED'
  | 'UNSUBMITTED';

export type TransactionKind =
  | 'AUTHORIZATION'
  | 'CAPTURE'
  | 'CHANGE'
  | 'EMV_AUTHORIZATION'
  | 'REFUND'
  | 'SALE'
  | 'SUGGESTED_REFUND'
  | 'VOID';

export type TransactionStatus =
  | 'AWAITING_RESPONSE'
  | 'ERROR'
  | 'FAILURE'
  | 'PENDING'
  | 'SUCCESS'
  | 'UNKNOWN';

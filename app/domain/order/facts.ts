import type {
  CustomerId,
  FulfillmentHoldId,
  FulfillmentOrderId,
  LineItemId,
  LocationId,
  OrderId,
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
  /** As people say it: "#1042". */
  readonly name: string;
  readonly createdAt: EpochMs;
  readonly processedAt: EpochMs;
  readonly updatedAt: EpochMs;
  readonly cancelledAt: EpochMs | null;
  /** The note left with the cancellation; the app's own cancellations are recognised by their reference in it. */
  readonly cancellationStaffNote: string | null;
  readonly customerId: CustomerId | null;
  /** Bought on behalf of a company (B2B). */
  readonly isCompanyPurchase: boolean;
  readonly financialStatus: DisplayFinancialStatus | null;
  readonly fulfillmentStatus: DisplayFulfillmentStatus;
  readonly returnStatus: ReturnStatus;
  readonly shopCurrencyCode: string;
  readonly presentmentCurrencyCode: string;
  /** As ordered; what refunds gave back is still in it. */
  readonly total: MoneyBag;
  readonly lines: readonly LineItemFacts[];
  readonly fulfillmentOrders: readonly FulfillmentOrderFacts[];
  readonly transactions: readonly TransactionFacts[];
  readonly refunds: readonly RefundFacts[];
}

export interface LineItemFacts {
  readonly id: LineItemId;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly imageUrl: string | null;
  /** As ordered. */
  readonly quantity: number;
  /** After edits and refunds: what is still to be sent or was sent. */
  readonly currentQuantity: number;
  readonly unfulfilledQuantity: number;
  /** What the customer paid for the ordered quantity, less discounts. */
  readonly total: Money;
}

export interface FulfillmentOrderFacts {
  readonly id: FulfillmentOrderId;
  readonly status: FulfillmentOrderStatus;
  readonly requestStatus: FulfillmentOrderRequestStatus;
  readonly locationId: LocationId | null;
  readonly locationName: string;
  readonly supportedActions: readonly string[];
  readonly holds: readonly FulfillmentHoldFacts[];
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
  readonly createdAt: EpochMs;
}

export interface RefundFacts {
  readonly id: RefundId;
  readonly createdAt: EpochMs;
  readonly note: string | null;
  readonly total: MoneyBag;
  readonly transactionIds: readonly TransactionId[];
}

/** The platform's own answer to "what could still be given back?" (`Order.suggestedRefund`). */
export interface SuggestedRefundFacts {
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

export type ReturnStatus =
  | 'INSPECTION_COMPLETE'
  | 'IN_PROGRESS'
  | 'NO_RETURN'
  | 'RETURNED'
  | 'RETURN_FAILED'
  | 'RETURN_REQUESTED';

export type FulfillmentOrderStatus =
  'CANCELLED' | 'CLOSED' | 'INCOMPLETE' | 'IN_PROGRESS' | 'ON_HOLD' | 'OPEN' | 'SCHEDULED';

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
  'AWAITING_RESPONSE' | 'ERROR' | 'FAILURE' | 'PENDING' | 'SUCCESS' | 'UNKNOWN';

/** An order with its lines and its history. */
import type { Fulfillment, FulfillmentOrder, Return } from './fulfillment.ts';
import type { Dispute, Transaction } from './payment.ts';
import type {
  AdditionalFee,
  DiscountAllocation,
  DiscountApplication,
  Duty,
  PaymentTerms,
  TaxLine,
} from './price.ts';
import type { Refund } from './refund.ts';
import type { Actor, Address, CurrencyCode, EpochMs, Minor } from './values.ts';

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

export interface RiskAssessment {
  /** `RiskAssessmentResult` */
  readonly level: 'HIGH' | 'MEDIUM' | 'LOW' | 'NONE' | 'PENDING';
  /** Title of the app that says so; null for the platform itself. */
  readonly provider: string | null;
  /** Of an app that is installed here. */
  readonly providerAppId?: number;
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

/** A buyer's request to take units off an order (API 2026-10). */
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
    /** Units that had been taken off the line when the request was made. */
    readonly removedBefore: number;
    resolvedQuantity: number;
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
  poNumber: string | null;
  customAttributes: readonly { readonly key: string; readonly value: string }[];
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
  shippingAddress: Address | null;
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
  type: string;
  value: string;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
}

/** What the metafields of a namespace and key are, and who may see them. Only those of orders are simulated. */
export interface MetafieldDefinition {
  readonly kind: 'MetafieldDefinition';
  readonly id: number;
  readonly name: string;
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly description: string | null;
  readonly access: {
    readonly admin: 'MERCHANT_READ' | 'MERCHANT_READ_WRITE' | 'PUBLIC_READ_WRITE' | 'PRIVATE';
    readonly customerAccount: 'NONE' | 'READ' | 'READ_WRITE';
    readonly storefront: 'NONE' | 'PUBLIC_READ';
  };
}

/** What somebody buys: an order before it is placed. */
import type {
  Address,
  CurrencyCode,
  DeliveryMethodType,
  DiscountApplication,
  EpochMs,
  Minor,
  RiskAssessment,
} from '../model.ts';

/** Parts per million: 19 % is 190000. */
export interface TaxRate {
  readonly title: string;
  readonly ratePpm: number;
}

export interface OrderLineSpec {
  readonly sku: string;
  readonly quantity: number;
  /** Per unit, in the presentment currency; the variant's price, converted, when left out. */
  readonly unitPrice?: Minor;
  /** Shorthand for one automatic discount of that amount on this line alone. */
  readonly lineDiscount?: Minor;
  /** In place of the order's taxes; an empty list exempts the line. */
  readonly taxes?: readonly TaxRate[];
  readonly duty?: Minor;
  readonly dutyTaxes?: readonly TaxRate[];
  readonly restockable?: boolean;
  /** Lines of one order whose groups have the same title are the components of one bundle. */
  readonly group?: { readonly title: string; readonly quantity: number };
  /** The name of a selling plan of the shop; another name is a plan without category. */
  readonly sellingPlan?: string;
  /** The line belongs to a subscription contract of another app. */
  readonly contract?: boolean;
  readonly customAttributes?: Readonly<Record<string, string>>;
  /** Location that reserves it; the first active one with stock when left out. */
  readonly locationId?: number;
}

export interface PaymentSpec {
  readonly gateway: string;
  /** Presentment minor units; what is still owed when left out. */
  readonly amount?: Minor;
  /**
   * `sale` paid at once; `authorization` only reserved; `pending` the customer's bank has not
   * answered; `unpaid` a manual method, paid on delivery or by transfer; `declined` refused.
   */
  readonly state: 'sale' | 'authorization' | 'pending' | 'unpaid' | 'declined';
  /** For an authorization: how much of it is captured at once. */
  readonly captured?: Minor;
  readonly card?: { readonly brand: string; readonly lastDigits: string };
  readonly giftCardId?: number;
  /** Cash handed over at a till; what is more than the amount comes back as change. */
  readonly tendered?: Minor;
  /** What cash rounding added to the amount or, negative, left out of it. */
  readonly roundedBy?: Minor;
}

export type DiscountValue = { readonly percentPpm: number } | { readonly fixed: Minor };

interface DiscountSource {
  readonly title: string;
  /** `code` when left out. */
  readonly kind?: DiscountApplication['kind'];
  /** Not applied to an order whose goods, after their own discounts, cost less. */
  readonly minimumSubtotal?: Minor;
}

/** One discount, as a merchant sets it up. Those on lines apply first, then order, then shipping. */
export type DiscountSpec = DiscountSource &
  (
    | { readonly on: 'order' | 'shipping'; readonly off: DiscountValue }
    | {
        readonly on: 'lines';
        readonly skus: readonly string[];
        readonly off: DiscountValue;
        /** A fixed value comes off once, spread over the lines, and not off every unit. */
        readonly across?: boolean;
      }
    | {
        readonly on: 'buy_x_get_y';
        readonly buys: { readonly sku: string; readonly quantity: number };
        readonly gets: {
          readonly sku: string;
          readonly quantity: number;
          /** Free when left out. */
          readonly percentPpm?: number;
        };
      }
  );

export interface OrderSpec {
  readonly lines: readonly OrderLineSpec[];
  readonly payments: readonly PaymentSpec[];
  readonly customerId?: number;
  readonly email?: string | null;
  readonly companyId?: number;
  readonly presentmentCurrency?: CurrencyCode;
  readonly shopPerPresentment?: string;
  readonly taxesIncluded?: boolean;
  /** The duties are inside the prices. */
  readonly dutiesIncluded?: boolean;
  /** Applied to every taxable line and to shipping. */
  readonly taxes?: readonly TaxRate[];
  readonly shipping?: {
    readonly title: string;
    readonly price: Minor;
    /** Shorthand for one automatic discount of that amount on the shipping. */
    readonly discount?: Minor;
    /** In place of the order's taxes. */
    readonly taxes?: readonly TaxRate[];
  };
  readonly discounts?: readonly DiscountSpec[];
  /** Shorthand for one discount on the order. */
  readonly orderDiscount?: {
    readonly title: string;
    readonly kind?: 'code' | 'automatic' | 'manual';
    readonly percentPpm?: number;
    readonly fixed?: Minor;
  };
  readonly additionalFees?: readonly {
    readonly name: string;
    readonly price: Minor;
    readonly taxes?: readonly TaxRate[];
  }[];
  readonly tip?: Minor;
  /** The tip is a line item as well; `unfulfilled`: it counts as a unit not yet fulfilled. */
  readonly tipLine?: { readonly unfulfilled: boolean };
  /** Sold on account: to be paid so many days from now. */
  readonly paymentTerms?: { readonly dueInDays: number };
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly sourceName?: string;
  readonly channelName?: string;
  /** Title of the app that brought the order in from elsewhere. */
  readonly importedBy?: string;
  /** The location whose Point of Sale rang it up. */
  readonly retailLocationId?: number;
  readonly deliveryMethod?: DeliveryMethodType;
  readonly fulfillAt?: EpochMs;
  readonly shippingAddress?: Address | null;
  /** The shipping address when left out. */
  readonly billingAddress?: Address | null;
  readonly risk?: readonly RiskAssessment[];
  readonly customerLocale?: string;
  readonly test?: boolean;
  /** Nobody is written to that it was placed, as when an app brings it in. */
  readonly silent?: boolean;
}

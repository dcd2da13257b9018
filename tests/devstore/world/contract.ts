/**
 * What the local Shopify offers to those who carry it over HTTP, draw its pages, or run it inside a
 * simulation. The world is pure: no I/O, a virtual clock, one seeded source of chance. The same
 * start, seed and calls give the same ids, tokens, ledger and webhooks.
 */
import type {
  Actor,
  Address,
  Amount,
  CurrencyCode,
  Collection,
  Customer,
  DeliveryMethodType,
  DiscountApplication,
  DisputeStatus,
  EpochMs,
  FulfillmentHold,
  FulfillmentServiceHabit,
  Gateway,
  Market,
  Minor,
  Order,
  OrderCancelReason,
  Product,
  RestockType,
  RiskAssessment,
  SellingPlan,
  SellingPlanCategory,
  Shop,
  ShopDomain,
  ShopLocale,
  Location,
  FulfillmentService,
  Fulfillment,
  Return,
  Company,
  GiftCard,
  RequestedOrderEdit,
  StaffMember,
  Tracking,
  Transaction,
} from './model.ts';

export interface WorldOptions {
  readonly startAt: EpochMs;
  readonly seed: number;
}

export interface World {
  now(): EpochMs;
  /**
   * Moves the clock forward and runs everything due on the way, in order of due time and then of
   * planning. Throws a RangeError on a time before `now()`.
   */
  advanceTo(at: EpochMs): void;
  /**
   * When something next happens by itself: a job, a settlement, a 3PL's answer, a webhook attempt.
   * A webhook that is due but not yet taken by the carrier keeps its (past) due time here.
   */
  nextHappeningAt(): EpochMs | null;
  readonly shops: ReadonlyMap<ShopDomain, Shop>;
  readonly ledger: Ledger;
  readonly apps: Apps;
  readonly webhooks: Webhooks;
  readonly faults: Faults;
  readonly commerce: Commerce;
}

// --- Ledger -----------------------------------------------------------------------------------

/** Every money, stock, order, hold and mail movement, numbered from 1, never changed or removed. */
export interface Ledger {
  entries(): readonly LedgerEntry[];
  since(seq: number): readonly LedgerEntry[];
  ofOrder(shop: ShopDomain, orderId: number): readonly LedgerEntry[];
  append(entry: NewLedgerEntry): LedgerEntry;
}

export type LedgerEntry = LedgerFact & {
  readonly seq: number;
  readonly at: EpochMs;
  readonly shop: ShopDomain | null;
  readonly orderId: number | null;
  readonly actor: Actor;
  /** The Admin API request that caused it, if one did. */
  readonly requestId: string | null;
};

export type NewLedgerEntry = LedgerFact & {
  readonly shop: ShopDomain | null;
  readonly orderId: number | null;
  readonly actor: Actor;
  readonly requestId?: string | null;
};

/** Money as the gateway moved it: the judge of what an app claims. */
export type MoneyMovement =
  | 'money.authorized'
  | 'money.captured'
  | 'money.voided'
  | 'money.authorization_expired'
  | 'money.refund_pending'
  | 'money.refunded'
  | 'money.refund_failed'
  | 'money.payment_pending'
  | 'money.payment_failed'
  | 'money.declined';

export type LedgerFact =
  | {
      readonly kind: MoneyMovement;
      readonly gateway: string;
      readonly amount: Amount;
      readonly transactionId: number;
      readonly parentTransactionId: number | null;
      readonly idempotencyKey: string | null;
      readonly errorCode: string | null;
      /** True when nobody but a person moves this money (cash, bank transfer): recorded only. */
      readonly recordedOnly: boolean;
    }
  | {
      readonly kind: 'stock.moved';
      readonly locationId: number;
      readonly inventoryItemId: number;
      readonly lineItemId: number | null;
      readonly quantityName: 'available' | 'committed' | 'on_hand';
      readonly delta: number;
      readonly reason: StockReason;
    }
  | {
      /** Store credit that no order pays for. */
      readonly kind: 'store_credit.credited';
      readonly customerId: number;
      readonly accountId: number;
      readonly movementId: number;
      readonly amount: Amount;
    }
  | { readonly kind: 'order.created'; readonly total: Amount }
  | { readonly kind: 'order.cancel_requested'; readonly jobId: string }
  | {
      readonly kind: 'order.cancelled';
      readonly reason: OrderCancelReason;
      readonly restock: boolean;
      readonly jobId: string;
    }
  | { readonly kind: 'order.cancel_failed'; readonly jobId: string; readonly code: string }
  | { readonly kind: 'order.edited'; readonly removedUnits: number; readonly addedUnits: number }
  | {
      readonly kind: 'refund.created';
      readonly refundId: number;
      readonly amount: Amount;
      readonly idempotencyKey: string | null;
    }
  | {
      readonly kind: 'hold.placed' | 'hold.released';
      readonly fulfillmentOrderId: number;
      readonly holdId: number;
      readonly handle: string;
      readonly heldBy: Actor;
    }
  | {
      readonly kind: 'fulfillment.created' | 'fulfillment.cancelled';
      readonly fulfillmentId: number;
      readonly fulfillmentOrderId: number;
      readonly units: number;
    }
  | {
      readonly kind: 'fulfillment_order.changed';
      readonly fulfillmentOrderId: number;
      readonly status: string;
      readonly requestStatus: string;
      readonly why: string;
    }
  | {
      /** A mail the platform itself sends (native notifications). */
      readonly kind: 'mail.platform';
      readonly template: PlatformMailTemplate;
      readonly to: string;
      readonly subject: string;
      readonly text: string;
    }
  | {
      /** A mail a client handed to the SMTP server, accepted or refused. */
      readonly kind: 'mail.submitted';
      readonly messageId: string;
      readonly from: string;
      readonly to: readonly string[];
      readonly subject: string;
      readonly accepted: boolean;
    }
  | {
      /** A mail that reached the mailbox. */
      readonly kind: 'mail.delivered';
      readonly messageId: string;
      readonly to: string;
      readonly subject: string;
    };

export type PlatformMailTemplate =
  | 'order_confirmation'
  | 'order_cancelled'
  | 'refund_notification'
  | 'order_edited'
  | 'order_invoice';

export type StockReason =
  | 'initial'
  | 'order_placed'
  | 'order_fulfilled'
  | 'order_cancelled_restock'
  | 'order_cancelled_no_restock'
  | 'refund_restock'
  | 'refund_no_restock'
  | 'order_edited_restock'
  | 'order_edited_no_restock'
  | 'fulfillment_cancelled'
  | 'fulfillment_order_moved'
  | 'correction';

/** What the ledger says about one order, added up. */
export interface OrderSummary {
  readonly cancelRequests: number;
  readonly cancels: number;
  readonly refundRecords: number;
  /** By gateway, in the order's presentment currency. Recorded-only refunds are left out. */
  readonly captured: Readonly<Record<string, Minor>>;
  readonly refunded: Readonly<Record<string, Minor>>;
  readonly refundsPending: Readonly<Record<string, Minor>>;
  readonly voided: Readonly<Record<string, Minor>>;
  readonly recordedOnlyRefunds: Readonly<Record<string, Minor>>;
  /** Units put back on sale, by `locationId:inventoryItemId`. */
  readonly restocked: Readonly<Record<string, number>>;
  readonly openHolds: number;
  readonly shippedUnits: number;
  readonly mails: {
    readonly platform: Readonly<Record<string, number>>;
    readonly submitted: number;
    readonly delivered: number;
  };
}

// --- Apps and tokens --------------------------------------------------------------------------

export interface AppSpec {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly title: string;
  readonly handle: string;
  /** Scopes the app asks for; `write_x` includes `read_x`. */
  readonly scopes: readonly string[];
  /** The app's public address; relative webhook addresses are resolved against it. */
  readonly applicationUrl: string;
  readonly webhookApiVersion: string;
  readonly webhookSubscriptions: readonly WebhookSubscriptionSpec[];
}

export interface WebhookSubscriptionSpec {
  /** As in shopify.app.toml: `orders/cancelled`, or a compliance topic. */
  readonly topic: string;
  /** Absolute, or relative to the app's address. */
  readonly uri: string;
  readonly name?: string;
  readonly includeFields?: readonly string[];
  readonly filter?: string;
}

export interface App {
  readonly id: number;
  readonly spec: AppSpec;
}

export interface Installation {
  readonly app: App;
  readonly shop: ShopDomain;
  readonly id: number;
  readonly scopes: readonly string[];
  readonly installedAt: EpochMs;
}

export interface TokenAnswer {
  readonly accessToken: string;
  readonly scope: string;
  /** Seconds. Null for a token that does not expire. */
  readonly expiresIn: number | null;
  readonly refreshToken: string | null;
  readonly refreshTokenExpiresIn: number | null;
}

/** A token that speaks for one member of staff. */
export interface OnlineTokenAnswer {
  readonly accessToken: string;
  readonly scope: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** Those of the app's scopes that the member of staff has too. */
  readonly associatedUserScopes: readonly string[];
  readonly staff: StaffMember;
}

/** Who calls with a token, and how far it reaches. */
export interface TokenBearer {
  readonly installation: Installation;
  readonly scopes: readonly string[];
  /** The member of staff an online token speaks for; null for an offline one. */
  readonly staff: StaffMember | null;
}

export interface Apps {
  /** Registers an app, or replaces the registration with the same client id (a new deploy). */
  register(spec: AppSpec): App;
  get(clientId: string): App | null;
  list(): readonly App[];
  install(clientId: string, shop: ShopDomain, scopes?: readonly string[]): Installation;
  installation(clientId: string, shop: ShopDomain): Installation | null;
  /** Changes what the merchant has granted; sends `app/scopes_update`. */
  grant(clientId: string, shop: ShopDomain, scopes: readonly string[]): void;
  /** Revokes every token and sends `app/uninstalled`. */
  uninstall(clientId: string, shop: ShopDomain): void;
  /** An offline token: expiring (1 h, refresh 90 d) or, with `expiring: false`, lasting. */
  issueToken(o: {
    clientId: string;
    shop: ShopDomain;
    expiring: boolean;
  }): TokenAnswer | { readonly error: 'app_not_installed' };
  /** An online token: a member of staff's, for 24 hours, with no more than that member may do. */
  issueOnlineToken(o: {
    clientId: string;
    shop: ShopDomain;
    staffId: number;
  }): OnlineTokenAnswer | { readonly error: 'app_not_installed' | 'no_such_staff_member' };
  refreshToken(o: {
    clientId: string;
    shop: ShopDomain;
    refreshToken: string;
  }): TokenAnswer | { readonly error: 'invalid_refresh_token' };
  /** Null when the token is unknown, expired, revoked or of another shop. */
  verifyToken(shop: ShopDomain, accessToken: string): TokenBearer | null;
}

// --- Webhooks ---------------------------------------------------------------------------------

export interface WebhookDelivery {
  /** X-Shopify-Webhook-Id: the same in every attempt of this delivery. */
  readonly id: string;
  readonly eventId: string;
  readonly topic: string;
  readonly shop: ShopDomain;
  readonly clientId: string;
  /** Absolute. */
  readonly url: string;
  /** Everything but X-Shopify-Hmac-Sha256, which the carrier computes over `body`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly orderId: number | null;
  readonly createdAt: EpochMs;
  /** Attempts begun so far: 0 before the first. */
  readonly attempts: number;
  readonly dueAt: EpochMs | null;
  readonly state: 'scheduled' | 'in_flight' | 'delivered' | 'given_up' | 'dropped';
  readonly outcomes: readonly { readonly at: EpochMs; readonly outcome: DeliveryOutcome }[];
}

/** The status the app answered with, or why there was none. */
export type DeliveryOutcome = { readonly status: number } | { readonly error: string };

export interface Webhooks {
  /** Marks up to `limit` due deliveries as in flight and hands them over, oldest due first. */
  takeDue(limit?: number): readonly WebhookDelivery[];
  /** 2xx delivers; anything else plans the next of 8 retries over 4 hours, or gives up. */
  report(deliveryId: string, outcome: DeliveryOutcome): void;
  list(filter?: {
    shop?: ShopDomain;
    orderId?: number;
    topic?: string;
  }): readonly WebhookDelivery[];
  /** A second delivery of the same event: same event id and body, new webhook id. */
  duplicate(deliveryId: string): WebhookDelivery;
  /** Sends the same delivery once more, now. */
  redeliver(deliveryId: string): void;
  /** Moves a delivery that is still scheduled. */
  delay(deliveryId: string, byMs: number): void;
  /** Gives everything scheduled its due times in a chance order (the seeded one). */
  shuffle(): void;
  /** Sends one of the three mandatory privacy topics. */
  sendPrivacyRequest(
    shop: ShopDomain,
    clientId: string,
    request:
      | { topic: 'customers/data_request' | 'customers/redact'; customerId: number }
      | { topic: 'shop/redact' },
  ): void;
}

// --- Faults -----------------------------------------------------------------------------------

export interface FaultRule {
  readonly fault: Fault;
  readonly shop?: ShopDomain;
  /** The first matching call it strikes, counted from now; 1 when left out. */
  readonly nth?: number;
  /** How many matching calls it strikes; 1 when left out, `'always'` without end. */
  readonly count?: number | 'always';
}

export type Fault =
  | {
      /** `operation`: the operation's name or one of its root fields, or `*`. */
      readonly at: 'admin_api';
      readonly operation: string;
      readonly effect:
        | { readonly kind: 'answer_lost_after_acting' }
        | { readonly kind: 'answer_lost_before_acting' }
        | { readonly kind: 'http'; readonly status: number; readonly retryAfterSeconds?: number }
        | { readonly kind: 'throttled' }
        | { readonly kind: 'internal_error' }
        | { readonly kind: 'slow'; readonly ms: number }
        | { readonly kind: 'malformed_body' };
    }
  | {
      readonly at: 'gateway';
      /** A gateway's name, or `*`. */
      readonly gateway: string;
      readonly action: 'refund' | 'void' | 'capture' | '*';
      readonly effect:
        | { readonly kind: 'decline'; readonly errorCode?: string; readonly message?: string }
        | { readonly kind: 'pending'; readonly settlesAfterMs: number }
        | { readonly kind: 'fail_later'; readonly afterMs: number; readonly errorCode?: string };
    }
  | {
      readonly at: 'job';
      readonly job: 'order_cancel';
      readonly effect:
        | { readonly kind: 'fail'; readonly code?: string; readonly message?: string }
        | { readonly kind: 'stall'; readonly ms: number }
        | { readonly kind: 'done_without_cancelling' };
    }
  | {
      readonly at: 'webhook';
      /** A topic, or `*`. */
      readonly topic: string;
      readonly effect:
        | { readonly kind: 'duplicate'; readonly copies?: number }
        | { readonly kind: 'delay'; readonly ms: number }
        | { readonly kind: 'drop' }
        | { readonly kind: 'reorder'; readonly withinMs: number };
    };

export interface InjectedFault {
  readonly id: number;
  readonly rule: FaultRule;
  readonly seen: number;
  readonly struck: number;
}

export interface Faults {
  inject(rule: FaultRule): InjectedFault;
  list(): readonly InjectedFault[];
  clear(id?: number): void;
}

// --- Commerce: what people, 3PLs and other apps do without the app under test -------------------

export interface ShopSpec {
  readonly handle: string;
  readonly name: string;
  readonly email: string;
  readonly currency: CurrencyCode;
  readonly timezone: string;
  readonly country: { readonly code: string; readonly name: string };
  readonly city: string;
  readonly plan?: Shop['plan'];
  readonly taxesIncluded?: boolean;
  /** English alone when left out. */
  readonly locales?: readonly ShopLocale[];
  readonly staff?: readonly Omit<StaffMember, 'id'>[];
}

export interface ProductSpec {
  readonly title: string;
  readonly productType?: string;
  readonly vendor?: string;
  readonly tags?: readonly string[];
  readonly imageUrl?: string;
  readonly isGiftCard?: boolean;
  /** Handles of the collections it is in. */
  readonly collections?: readonly string[];
  readonly variants: readonly {
    readonly title?: string;
    readonly sku: string;
    readonly priceInShopCurrency: Minor;
    readonly requiresShipping?: boolean;
    readonly taxable?: boolean;
    readonly tracked?: boolean;
    /** Units on sale per location id. */
    readonly stock?: Readonly<Record<number, number>>;
  }[];
}

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
}

/** A world action refused: the order or piece of work is not in a state that allows it. */
export class CommerceRefusal extends Error {
  override readonly name = 'CommerceRefusal';
}

/**
 * Acts outside the app under test. Each takes the shop's domain and ids as plain numbers, throws a
 * `CommerceRefusal` when the platform would refuse, and sends the webhooks the platform sends.
 */
export interface Commerce {
  openShop(spec: ShopSpec): Shop;
  addLocation(
    shop: ShopDomain,
    spec: { name: string; city: string; countryCode: string; fulfillsOnlineOrders?: boolean },
  ): Location;
  addFulfillmentService(
    shop: ShopDomain,
    spec: {
      name: string;
      handle: string;
      city: string;
      countryCode: string;
      onFulfillmentRequest?: FulfillmentServiceHabit;
      onCancellationRequest?: FulfillmentServiceHabit;
    },
  ): FulfillmentService;
  setFulfillmentServiceHabit(
    shop: ShopDomain,
    handle: string,
    habit: {
      onFulfillmentRequest?: FulfillmentServiceHabit;
      onCancellationRequest?: FulfillmentServiceHabit;
    },
  ): void;
  addGateway(shop: ShopDomain, gateway: Gateway): void;
  addCollection(shop: ShopDomain, spec: { title: string; handle?: string }): Collection;
  addSellingPlan(
    shop: ShopDomain,
    spec: { name: string; category: SellingPlanCategory | null },
  ): SellingPlan;
  addMarket(
    shop: ShopDomain,
    spec: {
      name: string;
      handle?: string;
      status?: Market['status'];
      countries: readonly { code: string; name: string }[];
    },
  ): Market;
  addProduct(shop: ShopDomain, spec: ProductSpec): Product;
  addCustomer(
    shop: ShopDomain,
    spec: {
      firstName: string;
      lastName: string;
      email: string;
      phone?: string;
      locale?: string;
      tags?: readonly string[];
      defaultAddress?: Address;
    },
  ): Customer;
  addCompany(
    shop: ShopDomain,
    spec: {
      name: string;
      locationName: string;
      contacts?: readonly { customerId: number; title?: string }[];
    },
  ): Company;
  issueGiftCard(
    shop: ShopDomain,
    spec: { currency: CurrencyCode; value: Minor; lastCharacters?: string },
  ): GiftCard;
  deactivateLocation(shop: ShopDomain, locationId: number): void;
  /** Sets `available`, as a stock count would. */
  setStock(shop: ShopDomain, inventoryItemId: number, locationId: number, available: number): void;

  placeOrder(shop: ShopDomain, spec: OrderSpec): Order;
  capture(shop: ShopDomain, orderId: number, amount?: Minor): readonly Transaction[];
  /** Records what is owed as received: a promised payment, a captured one, or a manual one. */
  markAsPaid(shop: ShopDomain, orderId: number): void;
  /** Money arrives that nobody waits for any more: even on a cancelled order. */
  receivePayment(
    shop: ShopDomain,
    orderId: number,
    payment: { gateway: string; amount: Minor },
  ): Transaction;
  /** The customer's bank answers a pending payment. */
  settlePendingPayment(shop: ShopDomain, orderId: number, outcome: 'paid' | 'failed'): void;
  expireAuthorization(shop: ShopDomain, orderId: number): void;
  /** A pending refund's end, before its time. */
  settlePendingRefund(
    shop: ShopDomain,
    orderId: number,
    transactionId: number,
    outcome: 'success' | 'failure',
  ): void;
  /** A refund that had succeeded comes back (closed card). */
  returnRefund(shop: ShopDomain, orderId: number, transactionId: number): void;

  fulfill(
    shop: ShopDomain,
    orderId: number,
    o?: {
      lines?: readonly { lineItemId: number; quantity: number }[];
      fulfillmentOrderId?: number;
      tracking?: Tracking;
      notifyCustomer?: boolean;
    },
  ): readonly Fulfillment[];
  markDelivered(shop: ShopDomain, orderId: number, fulfillmentId: number): void;
  cancelFulfillment(shop: ShopDomain, orderId: number, fulfillmentId: number): void;
  reportProgress(shop: ShopDomain, orderId: number, fulfillmentOrderId: number): void;
  submitFulfillmentRequest(
    shop: ShopDomain,
    orderId: number,
    fulfillmentOrderId: number,
    message?: string,
  ): void;
  answerFulfillmentRequest(
    shop: ShopDomain,
    orderId: number,
    fulfillmentOrderId: number,
    decision: 'accept' | 'reject',
    message?: string,
  ): void;
  answerCancellationRequest(
    shop: ShopDomain,
    orderId: number,
    fulfillmentOrderId: number,
    decision: 'accept' | 'reject',
    message?: string,
  ): void;
  holdByOtherApp(
    shop: ShopDomain,
    orderId: number,
    fulfillmentOrderId: number,
    hold: { appTitle: string; reason?: string; reasonNotes?: string; handle?: string },
  ): FulfillmentHold;
  releaseHold(shop: ShopDomain, orderId: number, fulfillmentOrderId: number, holdId: number): void;

  /** A person cancels in the admin; the job runs at once. */
  cancelInAdmin(
    shop: ShopDomain,
    orderId: number,
    o?: {
      reason?: OrderCancelReason;
      refund?: boolean;
      restock?: boolean;
      notifyCustomer?: boolean;
      by?: string;
    },
  ): void;
  /** A person refunds lines or an amount in the admin. */
  refundInAdmin(
    shop: ShopDomain,
    orderId: number,
    o: {
      lines?: readonly { lineItemId: number; quantity: number; restockType: RestockType }[];
      amount?: Minor;
      notifyCustomer?: boolean;
    },
  ): void;
  /** A person changes quantities in the admin. */
  editOrder(
    shop: ShopDomain,
    orderId: number,
    changes: readonly { lineItemId: number; quantity: number; restock: boolean }[],
  ): void;
  openReturn(
    shop: ShopDomain,
    orderId: number,
    lines: readonly { lineItemId: number; quantity: number }[],
  ): Return;
  closeReturn(shop: ShopDomain, orderId: number, returnId: number): void;
  openDispute(shop: ShopDomain, orderId: number, type: 'CHARGEBACK' | 'INQUIRY'): void;
  /** The bank or the merchant moves the order's latest dispute on. */
  moveDispute(shop: ShopDomain, orderId: number, status: DisputeStatus): void;
  setRisk(shop: ShopDomain, orderId: number, assessments: readonly RiskAssessment[]): void;
  addTags(shop: ShopDomain, orderId: number, tags: readonly string[]): void;
  closeOrder(shop: ShopDomain, orderId: number): void;
  /** The buyer uses Shopify's own cancellation button. */
  requestOrderEdit(
    shop: ShopDomain,
    orderId: number,
    lines: readonly { lineItemId: number; quantity: number }[],
  ): RequestedOrderEdit;
}

// --- The Admin API ----------------------------------------------------------------------------

export interface AdminRequest {
  readonly shop: ShopDomain;
  readonly accessToken: string | null;
  readonly apiVersion: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

export interface AdminResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON value to send. */
  readonly body: unknown;
  /** The carrier must break the connection instead of answering. */
  readonly lost?: 'answer';
  /** The carrier answers only after this long. The effect has already happened. */
  readonly delayMs?: number;
  /** Text to send in place of `body`. */
  readonly malformedText?: string;
}

/**
 * Made by `createAdminGraphql(official)` in `admin-api/execute.ts`, where `official` comes from
 * `loadOfficialSchema()` in `scripts/official-schema.ts`. Synchronous: one call is one atomic act.
 */
export type ExecuteAdminGraphql = (world: World, request: AdminRequest) => AdminResponse;

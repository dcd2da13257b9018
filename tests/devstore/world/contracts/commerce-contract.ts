/** What people, 3PLs and other apps do without the app under test. */
import type {
  Address,
  Collection,
  Company,
  CurrencyCode,
  Customer,
  DisputeStatus,
  EpochMs,
  Fulfillment,
  FulfillmentEvent,
  FulfillmentHold,
  FulfillmentOrder,
  FulfillmentService,
  FulfillmentServiceHabit,
  Gateway,
  GiftCard,
  Location,
  Market,
  Page,
  Minor,
  Order,
  OrderCancelReason,
  Product,
  RequestedOrderEdit,
  RestockType,
  Return,
  RiskAssessment,
  SellingPlan,
  SellingPlanCategory,
  Shop,
  ShopDomain,
  ShopLocale,
  StaffMember,
  Tracking,
  Transaction,
} from '../model.ts';
import type { OrderSpec } from './order-spec.ts';

export interface ShopSpec {
  readonly handle: string;
  readonly name: string;
  readonly email: string;
  readonly currency: CurrencyCode;
  readonly timezone: string;
  readonly country: { readonly code: string; readonly name: string };
  readonly city: string;
  readonly plan?: Shop['plan'];
  /** Whether it is a partner's, for testing; false when left out. */
  readonly developmentStore?: boolean;
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

/** What may be said of a shipment; the rest of an event is known. Times are the present when left out. */
export type FulfillmentEventSpec = Pick<FulfillmentEvent, 'status'> &
  Partial<Omit<FulfillmentEvent, 'id' | 'status' | 'createdAt' | 'happenedAt'>> & {
    readonly happenedAt?: EpochMs | null;
  };

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
  /** A page of the online store, led to by its footer. */
  /** The shop's plan with Shopify changes: what apps may ask for in a second does too. */
  changePlan(shop: ShopDomain, plan: Shop['plan']): void;
  addPage(
    shop: ShopDomain,
    spec: Pick<Page, 'handle' | 'title'> &
      Partial<Pick<Page, 'body' | 'translations' | 'appBlocks'>>,
  ): Page;
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
  /** Lets customers ask for cancellations with Shopify's own button, or not, as a new shop does. */
  setSelfServeCancellations(shop: ShopDomain, on: boolean): void;
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
  /** The carrier, the shop or an app says what became of a shipment. */
  reportShipment(
    shop: ShopDomain,
    orderId: number,
    fulfillmentId: number,
    event: FulfillmentEventSpec,
  ): FulfillmentEvent;
  /** Postage is bought for all that remains of a fulfillment order, which fulfills it. */
  buyLabel(
    shop: ShopDomain,
    orderId: number,
    fulfillmentOrderId: number,
    o?: { company?: string; number?: string },
  ): Fulfillment;
  voidLabel(shop: ShopDomain, orderId: number, fulfillmentId: number): void;
  /** Staff have it sent from another location: all that is left of it, or units of its own lines. */
  moveFulfillmentOrder(
    shop: ShopDomain,
    orderId: number,
    fulfillmentOrderId: number,
    locationId: number,
    lines?: readonly { id: number; quantity: number }[],
  ): FulfillmentOrder;
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
      staffNote?: string;
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
  /**
   * Fulfilled units come back and others go out for them: the order gets a line that is still to be sent and, when
   * that is dearer, a balance the customer owes.
   */
  exchange(
    shop: ShopDomain,
    orderId: number,
    wanted: {
      returned: readonly { lineItemId: number; quantity: number }[];
      /** Per unit, in the presentment currency; the variant's price, converted, when left out. */
      added: { sku: string; quantity: number; unitPrice?: Minor };
    },
  ): Return;
  openDispute(shop: ShopDomain, orderId: number, type: 'CHARGEBACK' | 'INQUIRY'): void;
  /** The bank or the merchant moves the order's latest dispute on. */
  moveDispute(shop: ShopDomain, orderId: number, status: DisputeStatus): void;
  /** In place of all assessments there are. */
  setRisk(shop: ShopDomain, orderId: number, assessments: readonly RiskAssessment[]): void;
  /** The platform (`provider: null`) or an app thinks otherwise of the order than it did. */
  assessRisk(shop: ShopDomain, orderId: number, assessment: RiskAssessment): void;
  addTags(shop: ShopDomain, orderId: number, tags: readonly string[]): void;
  closeOrder(shop: ShopDomain, orderId: number): void;
  /** Archives it first where need be; sends `orders/delete`. It is gone from every read. */
  deleteOrder(shop: ShopDomain, orderId: number): void;
  /** The buyer uses Shopify's own cancellation button. */
  requestOrderEdit(
    shop: ShopDomain,
    orderId: number,
    lines: readonly { lineItemId: number; quantity: number }[],
  ): RequestedOrderEdit;
  /** Staff mark a buyer's request as done, or decline it; a note goes to the buyer. Nothing else changes. */
  answerOrderEdit(
    shop: ShopDomain,
    orderId: number,
    requestedEditId: number,
    decision: 'resolve' | 'decline',
    note?: string,
  ): void;
}

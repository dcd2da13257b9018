import type {
  CustomerId,
  FulfillmentOrderId,
  InventoryItemId,
  LineItemId,
  LocationId,
  OrderId,
  ProductId,
  TransactionId,
} from '../../../app/domain/ids.ts';
import { type Money, type MoneyBag, money } from '../../../app/domain/money.ts';
import type {
  FulfillmentOrderFacts,
  LineItemFacts,
  OrderFacts,
  SuggestedRefundFacts,
  TransactionFacts,
} from '../../../app/domain/order/facts.ts';

/** 2026-11-22T09:00:00Z, when the orders made here were placed. */
export const PLACED_AT = Date.UTC(2026, 10, 22, 9);

export const eur = (minor: number): Money => money(minor, 'EUR');

export const bag = (amount: Money): MoneyBag => ({ presentment: amount, shop: amount });

/** A transaction; by default a successful card sale of 100.00 EUR. */
export function transaction(changes: Partial<TransactionFacts> = {}): TransactionFacts {
  return {
    id: 'gid://shopify/OrderTransaction/1' as TransactionId,
    kind: 'SALE',
    status: 'SUCCESS',
    gateway: 'shopify_payments',
    gatewayName: 'Visa',
    isManual: false,
    parentId: null,
    amount: bag(eur(10_000)),
    providerFee: null,
    errorCode: null,
    authorizationExpiresAt: null,
    createdAt: PLACED_AT,
    ...changes,
  };
}

export function fulfillmentOrder(
  changes: Partial<FulfillmentOrderFacts> = {},
): FulfillmentOrderFacts {
  return {
    id: 'gid://shopify/FulfillmentOrder/1' as FulfillmentOrderId,
    status: 'OPEN',
    requestStatus: 'UNSUBMITTED',
    locationId: 'gid://shopify/Location/1' as LocationId,
    locationName: 'Harbour warehouse',
    deliveryMethod: 'SHIPPING',
    lines: [{ lineItemId: 'gid://shopify/LineItem/1' as LineItemId, remainingQuantity: 1 }],
    supportedActions: ['CREATE_FULFILLMENT', 'HOLD', 'MOVE'],
    holds: [],
    ...changes,
  };
}

/** A line; by default one unit for 100.00 EUR, unfulfilled. Give it a number of its own when there are several. */
export function lineItem(changes: Partial<LineItemFacts> = {}): LineItemFacts {
  const quantity = changes.quantity ?? 1;
  return {
    id: 'gid://shopify/LineItem/1' as LineItemId,
    title: 'Enamel kettle',
    variantTitle: 'Sage',
    imageUrl: null,
    quantity,
    currentQuantity: quantity,
    unfulfilledQuantity: changes.currentQuantity ?? quantity,
    total: eur(10_000),
    discounts: [],
    taxes: [],
    duties: [],
    productId: 'gid://shopify/Product/1' as ProductId,
    productTags: [],
    productType: null,
    collectionIds: [],
    isGiftCard: false,
    requiresShipping: true,
    propertyNames: [],
    sellingPlan: null,
    group: null,
    inventoryItemId: 'gid://shopify/InventoryItem/1' as InventoryItemId,
    isRestockable: true,
    ...changes,
  };
}

/** An order; by default paid by card with 100.00 EUR, unfulfilled, of a signed-in customer. */
export function order(changes: Partial<OrderFacts> = {}): OrderFacts {
  const currency = changes.presentmentCurrencyCode ?? 'EUR';
  const total = changes.total ?? bag(money(10_000, currency));
  const none = money(0, currency);
  return {
    id: 'gid://shopify/Order/1042' as OrderId,
    readAt: PLACED_AT,
    name: '#1042',
    createdAt: PLACED_AT,
    processedAt: PLACED_AT,
    updatedAt: PLACED_AT,
    cancelledAt: null,
    cancellationStaffNote: null,
    customerId: 'gid://shopify/Customer/7' as CustomerId,
    customerTags: [],
    company: null,
    tags: [],
    countryCode: 'DE',
    salesChannel: 'Online Store',
    isPointOfSale: false,
    risk: { level: 'LOW', recommendation: 'ACCEPT' },
    disputes: [],
    isEditable: true,
    financialStatus: 'PAID',
    fulfillmentStatus: 'UNFULFILLED',
    returnStatus: 'NO_RETURN',
    shipments: [],
    shopTimeZone: 'Europe/Berlin',
    shopCurrencyCode: 'EUR',
    presentmentCurrencyCode: currency,
    taxesIncluded: true,
    total,
    currentTotal: total,
    outstanding: none,
    tip: none,
    cashRounding: none,
    shipping: [],
    additionalFees: none,
    lines: [lineItem({ total: total.presentment })],
    fulfillmentOrders: [fulfillmentOrder()],
    transactions: [transaction()],
    refunds: [],
    soldGiftCards: [],
    ...changes,
  };
}

/** What the platform would suggest for everything that is left on the order's captured payments. */
export function suggestion(facts: OrderFacts): SuggestedRefundFacts {
  const currency = facts.presentmentCurrencyCode;
  const payments = facts.transactions
    .filter((t) => (t.kind === 'SALE' || t.kind === 'CAPTURE') && t.status === 'SUCCESS')
    .map((t) => ({
      parentId: t.id,
      gateway: t.gateway,
      gatewayName: t.gatewayName,
      left: money(t.amount.presentment.minor - givenBack(facts, t.id), currency),
    }))
    .filter((payment) => payment.left.minor > 0);
  const total = money(
    payments.reduce((sum, payment) => sum + payment.left.minor, 0),
    currency,
  );
  const none = money(0, currency);
  return {
    lines: facts.lines
      .filter((line) => line.currentQuantity > 0)
      .map((line) => ({
        lineItemId: line.id,
        quantity: line.currentQuantity,
        subtotal: line.total,
        tax: none,
      })),
    shipping: { amount: none, tax: none },
    duties: none,
    maximumRefundable: bag(total),
    transactions: payments.map(({ left, ...payment }) => ({
      ...payment,
      amount: bag(left),
      maximumRefundable: left,
    })),
  };
}

/** Minor units that a payment has given back or is giving back. */
function givenBack(facts: OrderFacts, parentId: string): number {
  return facts.transactions
    .filter(
      (t) =>
        t.kind === 'REFUND' &&
        t.parentId === parentId &&
        (t.status === 'SUCCESS' || t.status === 'PENDING'),
    )
    .reduce((sum, t) => sum + t.amount.presentment.minor, 0);
}

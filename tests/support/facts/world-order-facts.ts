import {
  displayFinancialStatus,
  displayFulfillmentStatus,
  editRefusal,
  providerFee,
  returnStatus,
  type Suggestion,
  supportedActions,
  totals,
  unfulfilledUnits,
} from 'devstore/rules';
import {
  gid,
  type Fulfillment,
  type LineItem,
  type Order,
  type Refund,
  type Shop,
  type TaxLine,
} from 'devstore/world';

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
} from '../../../app/domain/ids.ts';
import { type Money, type MoneyBag, money } from '../../../app/domain/money.ts';
import type {
  FulfillmentOrderFacts,
  LineItemFacts,
  OrderFacts,
  RefundFacts,
  ShipmentFacts,
  SuggestedRefundFacts,
  TransactionFacts,
} from '../../../app/domain/order/facts.ts';
import type { EpochMs } from '../../../app/domain/time.ts';

/**
 * The facts of an order of the local Shopify, taken from its world in one step. Many times faster than asking
 * the Admin API, whose answer `tests/oracle/mapping.test.ts` holds it against. It covers orders of consumers, placed
 * online.
 */

export function worldOrderFacts(shop: Shop, order: Order, readAt: EpochMs): OrderFacts {
  const amount = amountIn(order);
  const bag = bagIn(order);
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  const app = { kind: 'app', appId: 0, title: 'Unorder' } as const;
  return {
    id: gid('Order', order.id) as OrderId,
    readAt,
    name: order.name,
    createdAt: wholeSeconds(order.createdAt),
    processedAt: wholeSeconds(order.processedAt),
    updatedAt: wholeSeconds(order.updatedAt),
    cancelledAt: order.cancelledAt === null ? null : wholeSeconds(order.cancelledAt),
    cancellationStaffNote: order.cancelStaffNote,
    customerId: customer ? (gid('Customer', customer.id) as CustomerId) : null,
    customerTags: customer ? [...customer.tags] : [],
    company: null,
    tags: [...order.tags].sort(),
    countryCode: (order.shippingAddress ?? order.billingAddress)?.countryCode ?? null,
    salesChannel: order.channel.name,
    isPointOfSale: false,
    risk: { level: 'NONE', recommendation: 'NONE' },
    disputes: order.disputes.map(({ type, status }) => ({ initiatedAs: type, status })),
    isEditable: editRefusal(order, app) === null,
    financialStatus: displayFinancialStatus(order),
    fulfillmentStatus: displayFulfillmentStatus(order),
    returnStatus: returnStatus(order),
    shipments: order.fulfillments
      .filter(({ status }) => status === 'SUCCESS')
      .map((shipment) => ({ stage: stageOf(shipment) })),
    shopTimeZone: shop.timezone,
    shopCurrencyCode: order.currency,
    presentmentCurrencyCode: order.presentmentCurrency,
    taxesIncluded: order.taxesIncluded,
    total: bag(totals.totalPrice(order)),
    currentTotal: bag(totals.currentTotal(order)),
    outstanding: amount(totals.totalOutstanding(order)),
    tip: amount(order.lines.some(isTipGivenBack) ? 0 : order.tip),
    cashRounding: amount(totals.cashRounding(order).payment - totals.cashRounding(order).refund),
    shipping: order.shippingLines.map((line) => ({
      title: line.title,
      price: amount(line.price - totals.allocated(line.discountAllocations)),
      taxes: taxes(order, line.taxLines),
    })),
    additionalFees: amount(
      order.additionalFees.reduce((sum, fee) => sum + fee.price + taxOf(fee.taxLines), 0),
    ),
    lines: order.lines
      .filter((line) => line.tip === undefined)
      .map((line) => lineFacts(shop, order, line)),
    fulfillmentOrders: order.fulfillmentOrders.map((work) => workFacts(shop, work)),
    transactions: order.transactions.map((transaction) =>
      transactionFacts(shop, order, transaction),
    ),
    refunds: order.refunds.map((refund) => refundFacts(order, refund)),
    soldGiftCards: [...shop.giftCards.values()]
      .filter((card) => card.soldBy?.orderId === order.id)
      .map((card) => ({
        id: gid('GiftCard', card.id) as GiftCardId,
        lineItemId: gid('LineItem', card.soldBy?.lineItemId ?? 0) as LineItemId,
        initialValue: money(card.initialValue, card.currency),
        balance: money(card.balance, card.currency),
        isEnabled: card.enabled,
      })),
  };
}

/** A refund that the world suggests, as the platform's answer tells it. */
export function worldSuggestionFacts(
  shop: Shop,
  order: Order,
  { valuation, maximumRefundable, transactions }: Suggestion,
): SuggestedRefundFacts {
  const amount = amountIn(order);
  return {
    lines: valuation.lines.map(({ request, line, net, tax }) => ({
      lineItemId: gid('LineItem', line.id) as LineItemId,
      quantity: request.quantity,
      subtotal: amount(net),
      tax: amount(tax),
    })),
    shipping: { amount: amount(valuation.shipping.net), tax: amount(valuation.shipping.tax) },
    duties: amount(
      order.dutiesIncluded ? 0 : valuation.duties.reduce((sum, duty) => sum + duty.amount, 0),
    ),
    maximumRefundable: bagIn(order)(maximumRefundable),
    transactions: transactions.map(({ parent, amount: part, maximumRefundable: most }) => ({
      parentId: gid('OrderTransaction', parent.id) as TransactionId,
      gateway: parent.gateway,
      gatewayName: paidWith(shop, parent),
      amount: bagIn(order)(part),
      maximumRefundable: amount(most),
    })),
  };
}

const amountIn =
  (order: Order) =>
  (minor: number): Money =>
    money(minor, order.presentmentCurrency);

const bagIn =
  (order: Order) =>
  (minor: number): MoneyBag => ({
    presentment: money(minor, order.presentmentCurrency),
    shop: money(totals.inShopCurrency(order, minor), order.currency),
  });

const taxes = (order: Order, lines: readonly TaxLine[]): Money[] =>
  lines.map((tax) => amountIn(order)(tax.amount));

const taxOf = (lines: readonly TaxLine[]): number =>
  lines.reduce((sum, tax) => sum + tax.amount, 0);

/** The API's timestamps have no fractions of a second. */
const wholeSeconds = (at: number): number => Math.floor(at / 1_000) * 1_000;

const isTipGivenBack = (line: LineItem): boolean =>
  line.tip !== undefined && totals.currentQuantity(line) === 0;

function lineFacts(shop: Shop, order: Order, line: LineItem): LineItemFacts {
  const amount = amountIn(order);
  const product = line.productId === null ? undefined : shop.products.get(line.productId);
  const variant = line.variantId === null ? undefined : shop.variants.get(line.variantId);
  const item = variant && shop.inventoryItems.get(variant.inventoryItemId);
  return {
    id: gid('LineItem', line.id) as LineItemId,
    title: line.title,
    variantTitle: line.variantTitle,
    imageUrl: line.imageUrl,
    quantity: line.quantity,
    currentQuantity: totals.currentQuantity(line),
    unfulfilledQuantity: unfulfilledUnits(order, line.id),
    total: amount(totals.lineNet(line)),
    discounts: line.discountAllocations.map(({ application, amount: part }) => ({
      index: application,
      title: order.discountApplications[application]?.title ?? '',
      amount: amount(part),
      targetSelection: order.discountApplications[application]?.selection ?? 'ALL',
    })),
    taxes: taxes(order, line.taxLines),
    duties: line.duties.map((duty) => ({
      id: gid('Duty', duty.id) as DutyId,
      amount: amount(order.dutiesIncluded ? 0 : duty.price),
      tax: amount(taxOf(duty.taxLines)),
    })),
    productId: product ? (gid('Product', product.id) as ProductId) : null,
    productTags: product ? [...product.tags].sort() : [],
    productType: product?.productType || null,
    collectionIds: [...shop.collections.values()]
      .filter(({ productIds }) => product && productIds.includes(product.id))
      .map(({ id }) => gid('Collection', id) as CollectionId),
    isGiftCard: line.isGiftCard,
    requiresShipping: line.requiresShipping,
    propertyNames: line.customAttributes.map(({ key }) => key),
    sellingPlan: null,
    group: line.group && { id: gid('LineItemGroup', line.group.id), title: line.group.title },
    inventoryItemId: item?.tracked ? (gid('InventoryItem', item.id) as InventoryItemId) : null,
    isRestockable: line.restockable && item?.tracked === true,
  };
}

function workFacts(shop: Shop, work: Order['fulfillmentOrders'][number]): FulfillmentOrderFacts {
  return {
    id: gid('FulfillmentOrder', work.id) as FulfillmentOrderId,
    status: work.status,
    requestStatus: work.requestStatus,
    locationId: gid('Location', work.locationId) as LocationId,
    locationName: shop.locations.get(work.locationId)?.name ?? '',
    deliveryMethod: work.deliveryMethod,
    lines: work.lines.map(({ lineItemId, remainingQuantity }) => ({
      lineItemId: gid('LineItem', lineItemId) as LineItemId,
      remainingQuantity,
    })),
    supportedActions: supportedActions(work),
    holds: work.holds.map(({ id, handle }) => ({
      id: gid('FulfillmentHold', id) as FulfillmentHoldId,
      handle,
      heldByThisApp: false,
    })),
  };
}

function paidWith(shop: Shop, { card, gateway }: Order['transactions'][number]): string {
  return card?.brand ?? shop.gateways.get(gateway)?.formattedName ?? gateway;
}

function transactionFacts(
  shop: Shop,
  order: Order,
  transaction: Order['transactions'][number],
): TransactionFacts {
  const { id, kind, status, gateway, parentId, errorCode, authorizationExpiresAt } = transaction;
  const fee = providerFee(shop, order, transaction);
  return {
    id: gid('OrderTransaction', id) as TransactionId,
    kind,
    status,
    gateway,
    gatewayName: paidWith(shop, transaction),
    isManual: shop.gateways.get(gateway)?.behaviour === 'manual',
    parentId: parentId === null ? null : (gid('OrderTransaction', parentId) as TransactionId),
    amount: bagIn(order)(transaction.amount),
    providerFee: fee === null ? null : money(fee, order.currency),
    errorCode,
    authorizationExpiresAt:
      shop.plan === 'Plus' && authorizationExpiresAt !== null
        ? wholeSeconds(authorizationExpiresAt)
        : null,
    createdAt: wholeSeconds(transaction.createdAt),
  };
}

function refundFacts(order: Order, refund: Refund): RefundFacts {
  const amount = amountIn(order);
  return {
    id: gid('Refund', refund.id) as RefundId,
    createdAt: wholeSeconds(refund.createdAt),
    note: refund.note,
    total: bagIn(order)(totals.refundTotal(order, refund)),
    lines: refund.lines.map(({ lineItemId, quantity, restockType }) => ({
      lineItemId: gid('LineItem', lineItemId) as LineItemId,
      quantity,
      restockType,
    })),
    shipping: {
      amount: amount(refund.shipping?.subtotal ?? 0),
      tax: amount(refund.shipping?.tax ?? 0),
    },
    duties: refund.duties.map((duty) => ({
      id: gid('Duty', duty.dutyId) as DutyId,
      amount: amount(order.dutiesIncluded ? 0 : duty.amount),
    })),
    transactionIds: refund.transactionIds.map((id) => gid('OrderTransaction', id) as TransactionId),
  };
}

/** By all that was ever said of it, where the app has the last word and two times. */
function stageOf({ events, label }: Fulfillment): ShipmentFacts['stage'] {
  const said = new Set<string>(events.map(({ status }) => status));
  if (said.has('DELIVERED')) return 'delivered';
  if (['CARRIER_PICKED_UP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY'].some((it) => said.has(it))) {
    return 'picked_up';
  }
  return label !== null && !label.voided ? 'label_bought' : 'fulfilled';
}

/**
 * The `orders/*`, `refunds/create`, `order_transactions/create` and `fulfillments/*` payloads: the
 * REST resources of https://shopify.dev/docs/api/webhooks, with numeric ids below 2^53.
 */
import { gid } from '../../gid.ts';
import { shipmentStatus } from '../../fulfillment/shipment-status.ts';
import { formatFixed } from '../../money/money.ts';
import type {
  Address,
  Fulfillment,
  LineItem,
  Order,
  Refund,
  Shop,
  ShippingLine,
  TaxLine,
  Transaction,
} from '../../model.ts';
import * as totals from '../../orders/order-totals.ts';
import { displayFinancialStatus, displayFulfillmentStatus } from '../../orders/order-status.ts';
import { moneySet, shopPrice } from './money-set.ts';
import { statusPageUrl } from '../../orders/status-page.ts';
import { iso } from './time.ts';

export function orderPayload(shop: Shop, order: Order): object {
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  const fulfillment = displayFulfillmentStatus(order);
  return {
    id: order.id,
    admin_graphql_api_id: gid('Order', order.id),
    app_id: order.channel.appId,
    buyer_accepts_marketing: false,
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    cancelled_at: iso(order.cancelledAt),
    closed_at: iso(order.closedAt),
    confirmation_number: order.confirmationNumber,
    confirmed: order.confirmed,
    contact_email: order.email,
    created_at: iso(order.createdAt),
    currency: order.currency,
    current_shipping_price_set: moneySet(order, totals.currentShipping(order)),
    current_subtotal_price: shopPrice(order, totals.currentSubtotal(order)),
    current_subtotal_price_set: moneySet(order, totals.currentSubtotal(order)),
    current_total_discounts: shopPrice(order, totals.currentDiscounts(order)),
    current_total_discounts_set: moneySet(order, totals.currentDiscounts(order)),
    current_total_duties_set:
      totals.totalDuties(order) === 0 ? null : moneySet(order, totals.currentDuties(order)),
    current_total_price: shopPrice(order, totals.currentTotal(order)),
    current_total_price_set: moneySet(order, totals.currentTotal(order)),
    current_total_tax: shopPrice(order, totals.currentTax(order)),
    current_total_tax_set: moneySet(order, totals.currentTax(order)),
    customer_locale: order.customerLocale,
    discount_codes: order.discountApplications
      .filter((application) => application.kind === 'code')
      .map((application) => ({ code: application.title })),
    email: order.email,
    financial_status: displayFinancialStatus(order)?.toLowerCase() ?? null,
    fulfillment_status:
      fulfillment === 'FULFILLED'
        ? 'fulfilled'
        : fulfillment === 'PARTIALLY_FULFILLED'
          ? 'partial'
          : null,
    name: order.name,
    note: order.note,
    note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
    number: order.number - 1000,
    order_number: order.number,
    order_status_url: statusPageUrl(shop, order),
    payment_gateway_names: [...new Set(order.transactions.map((t) => t.gateway))],
    phone: order.phone,
    presentment_currency: order.presentmentCurrency,
    processed_at: iso(order.processedAt),
    source_name: order.sourceName,
    subtotal_price: shopPrice(order, totals.subtotal(order)),
    subtotal_price_set: moneySet(order, totals.subtotal(order)),
    tags: order.tags.join(', '),
    tax_lines: [],
    taxes_included: order.taxesIncluded,
    test: order.test,
    total_discounts: shopPrice(order, totals.totalDiscounts(order)),
    total_discounts_set: moneySet(order, totals.totalDiscounts(order)),
    total_outstanding: shopPrice(order, totals.totalOutstanding(order)),
    total_price: shopPrice(order, totals.totalPrice(order)),
    total_price_set: moneySet(order, totals.totalPrice(order)),
    total_shipping_price_set: moneySet(order, totals.shippingGross(order)),
    total_tax: shopPrice(order, totals.totalTax(order)),
    total_tax_set: moneySet(order, totals.totalTax(order)),
    total_tip_received: shopPrice(order, order.tip),
    updated_at: iso(order.updatedAt),
    billing_address: address(order.billingAddress),
    customer:
      customer === undefined
        ? null
        : {
            id: customer.id,
            admin_graphql_api_id: gid('Customer', customer.id),
            email: customer.email,
            first_name: customer.firstName,
            last_name: customer.lastName,
            phone: customer.phone,
            created_at: iso(customer.createdAt),
            updated_at: iso(customer.updatedAt),
          },
    fulfillments: order.fulfillments.map((f) => fulfillmentPayload(order, f)),
    line_items: order.lines.map((line) => linePayload(order, line)),
    refunds: order.refunds.map((refund) => refundPayload(order, refund)),
    shipping_address: address(order.shippingAddress),
    shipping_lines: order.shippingLines.map((line) => shippingPayload(order, line)),
  };
}

function address(value: Address | null): object | null {
  if (value === null) return null;
  return {
    first_name: value.firstName,
    last_name: value.lastName,
    name: `${value.firstName} ${value.lastName}`,
    address1: value.address1,
    city: value.city,
    zip: value.zip,
    country: value.country,
    country_code: value.countryCode,
    phone: value.phone,
  };
}

function taxLines(order: Order, lines: readonly TaxLine[]): object[] {
  return lines.map((tax) => ({
    title: tax.title,
    rate: tax.ratePpm / 1e6,
    price: shopPrice(order, tax.amount),
    price_set: moneySet(order, tax.amount),
  }));
}

function linePayload(order: Order, line: LineItem): object {
  return {
    id: line.id,
    admin_graphql_api_id: gid('LineItem', line.id),
    current_quantity: totals.currentQuantity(line),
    fulfillable_quantity: Math.max(0, totals.currentQuantity(line) - line.fulfilledQuantity),
    fulfillment_status:
      line.fulfilledQuantity === 0
        ? null
        : line.fulfilledQuantity >= totals.currentQuantity(line)
          ? 'fulfilled'
          : 'partial',
    gift_card: line.isGiftCard,
    name: line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
    price: shopPrice(order, line.unitPrice),
    price_set: moneySet(order, line.unitPrice),
    product_id: line.productId,
    properties: line.customAttributes.map(({ key, value }) => ({ name: key, value })),
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sku: line.sku,
    taxable: line.taxable,
    title: line.title,
    total_discount_set: moneySet(order, totals.allocated(line.discountAllocations)),
    variant_id: line.variantId,
    variant_title: line.variantTitle,
    vendor: line.vendor,
    tax_lines: taxLines(order, line.taxLines),
    discount_allocations: line.discountAllocations.map((allocation) => ({
      amount: shopPrice(order, allocation.amount),
      amount_set: moneySet(order, allocation.amount),
      discount_application_index: allocation.application,
    })),
    duties: line.duties.map((duty) => ({
      id: duty.id,
      harmonized_system_code: duty.harmonizedSystemCode,
      country_code_of_origin: duty.countryCodeOfOrigin,
      shop_money: null,
      presentment_money: null,
      price_set: moneySet(order, duty.price),
    })),
  };
}

function shippingPayload(order: Order, line: ShippingLine): object {
  return {
    id: line.id,
    code: line.code,
    title: line.title,
    price: shopPrice(order, line.price),
    price_set: moneySet(order, line.price),
    discounted_price: shopPrice(order, line.price - totals.allocated(line.discountAllocations)),
    tax_lines: taxLines(order, line.taxLines),
    source: 'shopify',
  };
}

export function refundPayload(order: Order, refund: Refund): object {
  return {
    id: refund.id,
    admin_graphql_api_id: gid('Refund', refund.id),
    order_id: order.id,
    created_at: iso(refund.createdAt),
    processed_at: iso(refund.createdAt),
    note: refund.note,
    user_id: null,
    restock: refund.lines.some((line) => line.restocked),
    duties: refund.duties.map((duty) => ({
      duty_id: duty.dutyId,
      amount_set: moneySet(order, duty.amount),
    })),
    order_adjustments: refund.adjustments.map((adjustment) => ({
      id: adjustment.id,
      order_id: order.id,
      refund_id: refund.id,
      kind: adjustment.reason.toLowerCase(),
      amount: shopPrice(order, adjustment.amount),
      amount_set: moneySet(order, adjustment.amount),
      tax_amount: shopPrice(order, adjustment.tax),
      tax_amount_set: moneySet(order, adjustment.tax),
    })),
    refund_line_items: refund.lines.map((line) => {
      const item = order.lines.find((candidate) => candidate.id === line.lineItemId);
      return {
        id: line.id,
        line_item_id: line.lineItemId,
        location_id: line.locationId,
        quantity: line.quantity,
        restock_type: line.restockType.toLowerCase(),
        subtotal_set: moneySet(order, line.subtotal),
        total_tax_set: moneySet(order, line.tax),
        line_item: item === undefined ? null : linePayload(order, item),
      };
    }),
    refund_shipping_lines: [],
    transactions: order.transactions
      .filter((transaction) => refund.transactionIds.includes(transaction.id))
      .map((transaction) => transactionPayload(order, transaction)),
  };
}

export function transactionPayload(order: Order, transaction: Transaction): object {
  return {
    id: transaction.id,
    admin_graphql_api_id: gid('OrderTransaction', transaction.id),
    order_id: order.id,
    kind: transaction.kind.toLowerCase(),
    gateway: transaction.gateway,
    status: transaction.status.toLowerCase(),
    message: transaction.message,
    created_at: iso(transaction.createdAt),
    processed_at: iso(transaction.processedAt),
    test: order.test,
    authorization: transaction.authorizationCode,
    parent_id: transaction.parentId,
    error_code: transaction.errorCode?.toLowerCase() ?? null,
    source_name: order.sourceName,
    amount: formatFixed(transaction.amount, order.presentmentCurrency),
    currency: order.presentmentCurrency,
    payment_id: `${order.name}.${order.transactions.indexOf(transaction) + 1}`,
  };
}

export function fulfillmentPayload(order: Order, fulfillment: Fulfillment): object {
  return {
    id: fulfillment.id,
    admin_graphql_api_id: gid('Fulfillment', fulfillment.id),
    order_id: order.id,
    created_at: iso(fulfillment.createdAt),
    updated_at: iso(fulfillment.updatedAt),
    location_id: fulfillment.locationId,
    name: fulfillment.name,
    status: fulfillment.status.toLowerCase(),
    shipment_status: shipmentStatus(fulfillment),
    service: 'manual',
    tracking_company: fulfillment.tracking?.company ?? null,
    tracking_number: fulfillment.tracking?.number ?? null,
    tracking_numbers: fulfillment.tracking?.number == null ? [] : [fulfillment.tracking.number],
    tracking_url: fulfillment.tracking?.url ?? null,
    tracking_urls: fulfillment.tracking?.url == null ? [] : [fulfillment.tracking.url],
    line_items: fulfillment.lines.flatMap((moved) => {
      const line = order.lines.find((candidate) => candidate.id === moved.lineItemId);
      return line === undefined ? [] : [{ ...linePayload(order, line), quantity: moved.quantity }];
    }),
  };
}

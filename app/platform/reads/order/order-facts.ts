import { parseCustomerId, parseOrderId } from '../../../domain/ids.ts';
import { subtract, sum } from '../../../domain/money.ts';
import type {
  CompanyFacts,
  OrderFacts,
  RiskFacts,
  ShippingLineFacts,
  SoldGiftCardFacts,
} from '../../../domain/order/facts.ts';
import type { EpochMs } from '../../../domain/time.ts';
import { bagOf, instant, instantOrNull, presentment, required } from '../../client/answer.ts';
import { fulfillmentOrderFacts } from './fulfillment-order-facts.ts';
import { lineItemFacts, taxesOf } from './line-item-facts.ts';
import { refundFacts, transactionFacts } from './payment-facts.ts';
import type { SellingPlans } from '../selling-plans.ts';
import { shipmentFacts } from './shipment-facts.ts';
import { tipLinesOf, tipOf } from './tip-lines.ts';
import { riskLevelOf } from './risk-level.ts';
import type { WholeOrder } from './whole-order.ts';

/** What the facts of an order need besides the order. */
export interface Surroundings {
  readonly readAt: EpochMs;
  readonly shopTimeZone: string;
  readonly sellingPlans: SellingPlans;
  readonly soldGiftCards: readonly SoldGiftCardFacts[];
}

/** The facts of an order as the platform shows it. Throws MalformedAnswer. */
export function orderFacts(
  order: WholeOrder,
  { readAt, shopTimeZone, sellingPlans, soldGiftCards }: Surroundings,
): OrderFacts {
  const { customer, retailLocation, sourceName, totalCashRoundingAdjustment: rounding } = order;
  const tipLines = tipLinesOf(order);
  return {
    id: required(parseOrderId(order.id), 'Order.id'),
    readAt,
    name: order.name,
    createdAt: instant(order.createdAt),
    processedAt: instant(order.processedAt),
    updatedAt: instant(order.updatedAt),
    cancelledAt: instantOrNull(order.cancelledAt),
    cancellationStaffNote: order.cancellation?.staffNote ?? null,
    customerId: customer && required(parseCustomerId(customer.id), 'Customer.id'),
    customerTags: customer?.tags ?? [],
    company: companyFacts(order),
    tags: order.tags,
    countryCode: order.displayAddress?.countryCodeV2 ?? null,
    salesChannel: order.app?.name ?? null,
    isPointOfSale: retailLocation !== null || sourceName === 'pos',
    risk: riskFacts(order),
    disputes: order.disputes,
    isEditable: order.merchantEditable,
    financialStatus: order.displayFinancialStatus,
    fulfillmentStatus: order.displayFulfillmentStatus,
    returnStatus: order.returnStatus,
    shipments: shipmentFacts(order.fulfillments),
    shopTimeZone,
    shopCurrencyCode: order.currencyCode,
    presentmentCurrencyCode: order.presentmentCurrencyCode,
    taxesIncluded: order.taxesIncluded,
    total: bagOf(order.totalPriceSet),
    currentTotal: bagOf(order.currentTotalPriceSet),
    outstanding: presentment(order.totalOutstandingSet),
    tip: tipOf(order),
    cashRounding: subtract(presentment(rounding.paymentSet), presentment(rounding.refundSet)),
    shipping: shippingFacts(order),
    additionalFees: sum(
      order.additionalFees.flatMap((fee) => [presentment(fee.price), ...taxesOf(fee)]),
      order.presentmentCurrencyCode,
    ),
    lines: order.lineItems
      .filter((line) => !tipLines.includes(line))
      .map((line) => lineItemFacts(line, order, sellingPlans)),
    fulfillmentOrders: order.fulfillmentOrders.map(fulfillmentOrderFacts),
    transactions: order.transactions.map((transaction) => transactionFacts(transaction, order)),
    refunds: order.refunds.map((refund) => refundFacts(refund, order)),
    soldGiftCards,
  };
}

function companyFacts({ companyRoles, paymentTerms }: WholeOrder): CompanyFacts | null {
  if (!companyRoles) return null;
  const buyers = companyRoles.map(({ companyContact }) =>
    required(parseCustomerId(companyContact.customer.id), 'Customer.id'),
  );
  return { buyerIds: [...new Set(buyers)], hasPaymentTerms: paymentTerms !== null };
}

const riskFacts = ({ risk }: WholeOrder): RiskFacts => ({
  level: riskLevelOf(risk),
  recommendation: risk.recommendation,
});

function shippingFacts({ shippingLines }: WholeOrder): readonly ShippingLineFacts[] {
  return shippingLines.map((line) => ({
    title: line.title,
    price: presentment(line.discountedPriceSet),
    taxes: taxesOf(line),
  }));
}

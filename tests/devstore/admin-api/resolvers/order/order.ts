import type { Context, Sources, TypeResolvers } from '../../context.ts';
import type { Order } from '../../../world/model.ts';
import { gid } from '../../../world/gid.ts';
import { editRefusal } from '../../../world/orders/order-edit.ts';
import {
  displayFinancialStatus,
  displayFulfillmentStatus,
  returnStatus,
} from '../../../world/orders/order-status.ts';
import * as totals from '../../../world/orders/order-totals.ts';
import { canMarkAsPaid } from '../../../world/money/payments.ts';
import { sum } from '../../../world/money/money.ts';
import { displayRequestedEditStatus } from '../../../world/orders/annotations/requested-edits.ts';
import { statusPageUrl } from '../../../world/orders/status-page.ts';
import { iso } from '../../../world/delivery/webhook-payloads/time.ts';
import { connection, type ConnectionArgs } from '../../connection.ts';
import { moneyBag, shopAmount } from '../../inputs/money-bag.ts';
import { mailingAddress } from '../customer.ts';
import { discountApplication, orderTaxLines, shippingLine, taxLine } from './line-item.ts';
import { metafieldFields } from '../metafield.ts';
import { paymentTerms } from './payment-terms.ts';
import { requestedEditSource } from './requested-edit.ts';
import { riskAssessment } from './risk-assessment.ts';
import { suggestedRefund } from './suggested-refund.ts';
import {
  fulfillmentSource,
  lineSource,
  locationOf,
  refundSource,
  transactionSource,
  visibleWork,
  workSource,
} from '../sources.ts';

interface FirstArgs {
  readonly first?: number | null;
}

const bag = (amount: (order: Order) => number) => (order: Order) => moneyBag(order, amount(order));
const plain = (amount: (order: Order) => number) => (order: Order) =>
  shopAmount(order, amount(order));

const units = (order: Order, of: (line: Order['lines'][number]) => number): number =>
  sum(order.lines.map(of));

const order: TypeResolvers<'Order'> = {
  id: (order) => gid('Order', order.id),
  legacyResourceId: (order) => String(order.id),
  name: (order) => order.name,
  number: (order) => order.number,
  email: (order) => order.email,
  phone: (order) => order.phone,
  note: (order) => order.note,
  tags: (order) => [...order.tags].sort(),
  poNumber: (order) => order.poNumber,
  confirmationNumber: (order) => order.confirmationNumber,
  confirmed: (order) => order.confirmed,
  test: (order) => order.test,
  edited: (order) => order.edited,
  sourceName: (order) => order.sourceName,
  app: (order) => ({ id: gid('App', order.channel.appId), name: order.channel.name }),
  customerLocale: (order) => order.customerLocale,
  customAttributes: (order) => order.customAttributes,
  createdAt: (order) => iso(order.createdAt),
  processedAt: (order) => iso(order.processedAt),
  updatedAt: (order) => iso(order.updatedAt),
  cancelledAt: (order) => iso(order.cancelledAt),
  cancelReason: (order) => order.cancelReason,
  cancellation: (order) =>
    order.cancelledAt === null ? null : { staffNote: order.cancelStaffNote },
  closed: (order) => order.closedAt !== null,
  closedAt: (order) => iso(order.closedAt),
  statusPageUrl: (order, _args, { shop }) => statusPageUrl(shop, order),

  currencyCode: (order) => order.currency,
  presentmentCurrencyCode: (order) => order.presentmentCurrency,
  taxesIncluded: (order) => order.taxesIncluded,
  taxExempt: () => false,
  estimatedTaxes: () => false,
  dutiesIncluded: (order) => order.dutiesIncluded,
  displayFinancialStatus,
  displayFulfillmentStatus,
  returnStatus,
  fullyPaid: (order) =>
    totals.totalReceived(order) - totals.cashRounding(order).payment >= totals.totalPrice(order),
  totalCashRoundingAdjustment: (order) => {
    const { payment, refund } = totals.cashRounding(order);
    return { paymentSet: moneyBag(order, payment), refundSet: moneyBag(order, refund) };
  },
  unpaid: (order) => totals.totalReceived(order) === 0,
  capturable: (order) => totals.totalCapturable(order) > 0,
  refundable: (order) => totals.maximumRefundable(order) > 0,
  restockable: (order) =>
    order.lines.some((line) => line.restockable && totals.currentQuantity(line) > 0),
  requiresShipping: (order) => order.lines.some((line) => line.requiresShipping),
  fulfillable: (order) =>
    order.fulfillmentOrders.some((work) => work.lines.some((line) => line.remainingQuantity > 0)),
  canMarkAsPaid,
  canNotifyCustomer: (order) => order.email !== null || order.phone !== null,
  merchantEditable: (order, _args, { actor }) => editRefusal(order, actor) === null,
  merchantEditableErrors: (order, _args, { actor }) =>
    [editRefusal(order, actor)].filter((text) => text !== null),
  billingAddressMatchesShippingAddress: (order) => order.billingAddress === order.shippingAddress,

  customer: (order, _args, { shop }) =>
    order.customerId === null ? null : (shop.customers.get(order.customerId) ?? null),
  purchasingEntity: (order, _args, context) => purchasingEntity(order, context),
  shippingAddress: (order) => mailingAddress(order.shippingAddress),
  billingAddress: (order) => mailingAddress(order.billingAddress),
  displayAddress: (order) => mailingAddress(order.shippingAddress ?? order.billingAddress),

  totalPriceSet: bag(totals.totalPrice),
  totalPrice: plain(totals.totalPrice),
  originalTotalPriceSet: bag(totals.totalPrice),
  currentTotalPriceSet: bag(totals.currentTotal),
  subtotalPriceSet: bag(totals.subtotal),
  subtotalPrice: plain(totals.subtotal),
  currentSubtotalPriceSet: bag(totals.currentSubtotal),
  totalShippingPriceSet: bag(totals.shippingGross),
  currentShippingPriceSet: bag(totals.currentShipping),
  totalRefundedShippingSet: bag((order) => totals.refundedShipping(order).net),
  totalTaxSet: bag(totals.totalTax),
  totalTax: plain(totals.totalTax),
  currentTotalTaxSet: bag(totals.currentTax),
  totalDiscountsSet: bag(totals.totalDiscounts),
  currentTotalDiscountsSet: bag(totals.currentDiscounts),
  cartDiscountAmountSet: bag(totals.cartDiscounts),
  currentCartDiscountAmountSet: bag(totals.currentCartDiscounts),
  totalTipReceivedSet: bag((order) => order.tip),
  originalTotalDutiesSet: (order) =>
    totals.totalDuties(order) === 0 ? null : moneyBag(order, totals.totalDuties(order)),
  currentTotalDutiesSet: (order) =>
    totals.totalDuties(order) === 0 ? null : moneyBag(order, totals.currentDuties(order)),
  originalTotalAdditionalFeesSet: (order) =>
    order.additionalFees.length === 0 ? null : moneyBag(order, totals.totalFees(order)),
  currentTotalAdditionalFeesSet: (order) =>
    order.additionalFees.length === 0 ? null : moneyBag(order, totals.feesLeft(order).net),
  additionalFees: (order) =>
    order.additionalFees.map((fee) => ({
      id: gid('AdditionalFee', fee.id),
      name: fee.name,
      price: moneyBag(order, fee.price),
      taxLines: fee.taxLines.map((tax) => taxLine(order, tax)),
    })),
  totalReceivedSet: bag(totals.totalReceived),
  totalReceived: plain(totals.totalReceived),
  totalRefundedSet: bag(totals.totalRefunded),
  totalRefunded: plain(totals.totalRefunded),
  netPaymentSet: bag(totals.netPayment),
  netPayment: plain(totals.netPayment),
  totalCapturableSet: bag(totals.totalCapturable),
  totalOutstandingSet: bag(totals.totalOutstanding),
  refundDiscrepancySet: bag(totals.refundDiscrepancy),
  taxLines: (order) => orderTaxLines(order, false),
  currentTaxLines: (order) => orderTaxLines(order, true),
  paymentGatewayNames: (order) => [...new Set(order.transactions.map((t) => t.gateway))],
  paymentTerms,
  paymentCollectionDetails: () => ({
    additionalPaymentCollectionUrl: null,
    vaultedPaymentMethods: null,
  }),
  discountApplications: (order, args: ConnectionArgs) =>
    connection(
      order.discountApplications.map((_application, index) => discountApplication(order, index)),
      args,
      (application) => JSON.stringify(application),
    ),
  discountCode: (order) => order.discountApplications.find((a) => a.kind === 'code')?.title ?? null,
  discountCodes: (order) =>
    order.discountApplications.filter((a) => a.kind === 'code').map((a) => a.title),

  subtotalLineItemsQuantity: (order) => units(order, (line) => line.quantity),
  currentSubtotalLineItemsQuantity: (order) => units(order, totals.currentQuantity),
  lineItems: (order, args: ConnectionArgs) =>
    connection(
      order.lines.map((line) => lineSource(order, line)),
      args,
      ({ line }) => line.id,
    ),
  nonFulfillableLineItems: (order, args: ConnectionArgs) =>
    connection(
      order.lines
        .filter((line) => totals.currentQuantity(line) === 0)
        .map((line) => lineSource(order, line)),
      args,
      ({ line }) => line.id,
    ),
  shippingLine: (order) =>
    order.shippingLines[0] === undefined ? null : shippingLine(order, order.shippingLines[0]),
  shippingLines: (order, args: ConnectionArgs) =>
    connection(
      order.shippingLines.map((line) => shippingLine(order, line)),
      args,
      (line) => JSON.stringify(line),
    ),
  transactions: (order, args: FirstArgs & { readonly capturable?: boolean | null }) =>
    order.transactions
      .filter(
        (transaction) =>
          args.capturable == null || totals.capturable(order, transaction) > 0 === args.capturable,
      )
      .slice(0, args.first ?? undefined)
      .map((transaction) => transactionSource(order, transaction)),
  transactionsCount: (order) => ({ count: order.transactions.length, precision: 'EXACT' }),
  refunds: (order, args: FirstArgs) =>
    order.refunds.slice(0, args.first ?? undefined).map((refund) => refundSource(order, refund)),
  fulfillments: (order, args: FirstArgs) =>
    order.fulfillments
      .slice(0, args.first ?? undefined)
      .map((fulfillment) => fulfillmentSource(order, fulfillment)),
  fulfillmentsCount: (order) => ({ count: order.fulfillments.length, precision: 'EXACT' }),
  fulfillmentOrders: (order, args: ConnectionArgs, context) =>
    connection(
      visibleWork(context, order).map((work) => workSource(order, work)),
      args,
      ({ work }) => work.id,
    ),
  returns: (order, args: ConnectionArgs) =>
    connection(
      order.returns.map((opened): Sources['Return'] => ({ kind: 'Return', order, opened })),
      args,
      ({ opened }) => opened.id,
    ),
  disputes: (order) =>
    order.disputes.map((dispute) => ({
      id: gid('OrderDisputeSummary', dispute.id),
      initiatedAs: dispute.type,
      status: dispute.status,
    })),
  risk: riskSummary,
  retailLocation: (order, _args, { shop }) => locationOf(shop, order.retailLocationId),
  staffMember: () => null,
  publication: () => null,
  suggestedRefund,
  displayRequestedEditStatus,
  requestedOrderEdits: (order, args: ConnectionArgs) =>
    connection(
      order.requestedEdits.map((edit) => requestedEditSource(order, edit)),
      args,
      ({ edit }) => edit.id,
    ),
  ...metafieldFields<Order>((order) => order),
};

/** The worst assessment decides what the platform recommends. */
function riskSummary(order: Order, _args: unknown, context: Context): object {
  const levels = order.risk.map((assessment) => assessment.level);
  const recommendation = levels.includes('HIGH')
    ? 'CANCEL'
    : levels.includes('MEDIUM')
      ? 'INVESTIGATE'
      : levels.includes('LOW')
        ? 'ACCEPT'
        : 'NONE';
  return {
    recommendation,
    assessments: order.risk.map((assessment) => riskAssessment(assessment, context)),
  };
}

function purchasingEntity(order: Order, { shop }: Context): object | null {
  if (order.companyId !== null) {
    const company = shop.companies.get(order.companyId);
    if (company === undefined) return null;
    const location: Sources['CompanyLocation'] = { kind: 'CompanyLocation', company };
    const contact = company.contacts.find(({ customerId }) => customerId === order.customerId);
    const source: Sources['CompanyContact'] | null =
      contact === undefined ? null : { kind: 'CompanyContact', contact };
    return { __typename: 'PurchasingCompany', company, contact: source, location };
  }
  return order.customerId === null ? null : (shop.customers.get(order.customerId) ?? null);
}

const returned: TypeResolvers<'Return'> = {
  id: ({ opened }) => gid('Return', opened.id),
  name: ({ opened }) => opened.name,
  status: ({ opened }) => opened.status,
  createdAt: ({ opened }) => iso(opened.createdAt),
  totalQuantity: ({ opened }) => sum(opened.lines.map((line) => line.quantity)),
  order: ({ order }) => order,
};

export const orderResolvers = { Order: order, Return: returned };

import type {
  FulfillmentHoldId,
  FulfillmentOrderId,
  LineItemId,
  LocationId,
  RefundId,
  TransactionId,
} from '../domain/ids.ts';
import { parseCustomerId, parseOrderId } from '../domain/ids.ts';
import type {
  FulfillmentOrderFacts,
  LineItemFacts,
  OrderFacts,
  RefundFacts,
  SuggestedRefundFacts,
  SuggestedTransactionFacts,
  TransactionFacts,
} from '../domain/order/facts.ts';
import type {
  FulfillmentOrderFieldsFragment,
  LineItemFieldsFragment,
  OrderFieldsFragment,
  ReadOrderForRefundQuery,
} from './admin-api.generated.ts';
import { amountOf, bagOf, instant, instantOrNull, required } from './answer.ts';
import { MalformedAnswer } from './platform-error.ts';

type LineItemNode = LineItemFieldsFragment['nodes'][number];
type FulfillmentOrderNode = FulfillmentOrderFieldsFragment['nodes'][number];
type TransactionNode = OrderFieldsFragment['transactions'][number];
type RefundNode = OrderFieldsFragment['refunds'][number];
type SuggestedRefundNode = NonNullable<
  NonNullable<ReadOrderForRefundQuery['order']>['suggestedRefund']
>;

/** An order with its connections read to their ends. */
export interface WholeOrder extends Omit<OrderFieldsFragment, 'lineItems' | 'fulfillmentOrders'> {
  readonly lineItems: readonly LineItemNode[];
  readonly fulfillmentOrders: readonly FulfillmentOrderNode[];
}

/** The facts of an order as the platform shows it. Throws MalformedAnswer. */
export function orderFacts(order: WholeOrder): OrderFacts {
  const { lineItems, fulfillmentOrders, transactions, refunds, customer } = order;
  return {
    id: required(parseOrderId(order.id), 'Order.id'),
    name: order.name,
    createdAt: instant(order.createdAt),
    processedAt: instant(order.processedAt),
    updatedAt: instant(order.updatedAt),
    cancelledAt: instantOrNull(order.cancelledAt),
    cancellationStaffNote: order.cancellation?.staffNote ?? null,
    customerId: customer && required(parseCustomerId(customer.id), 'Customer.id'),
    isCompanyPurchase: order.purchasingEntity?.__typename === 'PurchasingCompany',
    financialStatus: order.displayFinancialStatus,
    fulfillmentStatus: order.displayFulfillmentStatus,
    returnStatus: order.returnStatus,
    shopCurrencyCode: order.currencyCode,
    presentmentCurrencyCode: order.presentmentCurrencyCode,
    total: bagOf(order.totalPriceSet),
    lines: lineItems.map(lineItemFacts),
    fulfillmentOrders: fulfillmentOrders.map(fulfillmentOrderFacts),
    transactions: transactions.map(transactionFacts),
    refunds: refunds.map(refundFacts),
  };
}

function lineItemFacts(line: LineItemNode): LineItemFacts {
  return {
    id: line.id as LineItemId,
    title: line.title,
    variantTitle: line.variantTitle,
    imageUrl: line.image?.url ?? null,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    unfulfilledQuantity: line.unfulfilledQuantity,
    total: amountOf(line.discountedTotalSet.presentmentMoney),
  };
}

function fulfillmentOrderFacts(fo: FulfillmentOrderNode): FulfillmentOrderFacts {
  return {
    id: fo.id as FulfillmentOrderId,
    status: fo.status,
    requestStatus: fo.requestStatus,
    locationId: (fo.assignedLocation.location?.id ?? null) as LocationId | null,
    locationName: fo.assignedLocation.name,
    supportedActions: fo.supportedActions.map(({ action }) => action),
    holds: fo.fulfillmentHolds.map(({ id, handle, heldByRequestingApp }) => ({
      id: id as FulfillmentHoldId,
      handle,
      heldByThisApp: heldByRequestingApp,
    })),
  };
}

/**
 * What the customer paid with, as they would say it: the card's brand, else the gateway's name. Never the
 * card's digits: these names are kept in the history, which holds no personal data.
 */
function paidWith({
  gateway,
  formattedGateway,
  paymentDetails,
}: Pick<TransactionNode, 'gateway' | 'formattedGateway' | 'paymentDetails'>): string {
  const brand = paymentDetails && 'company' in paymentDetails ? paymentDetails.company : null;
  return brand ?? formattedGateway ?? gateway ?? '';
}

function transactionFacts(transaction: TransactionNode): TransactionFacts {
  const gateway = transaction.gateway ?? '';
  return {
    id: transaction.id as TransactionId,
    kind: transaction.kind,
    status: transaction.status,
    gateway,
    gatewayName: paidWith(transaction),
    isManual: transaction.manualPaymentGateway,
    parentId: (transaction.parentTransaction?.id ?? null) as TransactionId | null,
    amount: bagOf(transaction.amountSet),
    createdAt: instant(transaction.createdAt),
  };
}

function refundFacts(refund: RefundNode): RefundFacts {
  if (refund.transactions.pageInfo.hasNextPage) {
    throw new MalformedAnswer(`Refund ${refund.id} has more transactions than were asked for`);
  }
  return {
    id: refund.id as RefundId,
    createdAt: instant(required(refund.createdAt, 'Refund.createdAt')),
    note: refund.note,
    total: bagOf(refund.totalRefundedSet),
    transactionIds: refund.transactions.nodes.map(({ id }) => id as TransactionId),
  };
}

/** What the platform would give back. Throws MalformedAnswer. */
export function suggestedRefundFacts(suggested: SuggestedRefundNode): SuggestedRefundFacts {
  return {
    maximumRefundable: bagOf(suggested.maximumRefundableSet),
    transactions: suggested.suggestedTransactions.map(suggestedTransactionFacts),
  };
}

function suggestedTransactionFacts(
  transaction: SuggestedRefundNode['suggestedTransactions'][number],
): SuggestedTransactionFacts {
  const gateway = transaction.gateway ?? '';
  const parent = required(transaction.parentTransaction, 'The suggested payment');
  const amount = bagOf(transaction.amountSet);
  return {
    parentId: parent.id as TransactionId,
    gateway,
    gatewayName: paidWith(transaction),
    amount,
    maximumRefundable: transaction.maximumRefundableSet
      ? bagOf(transaction.maximumRefundableSet).presentment
      : amount.presentment,
  };
}

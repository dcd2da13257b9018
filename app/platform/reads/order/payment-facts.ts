import type { DutyId, LineItemId, RefundId, TransactionId } from '../../../domain/ids.ts';
import { type Money, sum, zero } from '../../../domain/money.ts';
import type {
  DutyFacts,
  RefundFacts,
  SuggestedRefundFacts,
  SuggestedTransactionFacts,
  TransactionFacts,
} from '../../../domain/order/facts.ts';
import type {
  ReadOrderForRefundQuery,
  TransactionFieldsFragment,
} from '../../admin-api.generated.ts';
import {
  amountOf,
  bagOf,
  instant,
  instantOrNull,
  presentment,
  required,
} from '../../client/answer.ts';
import type { WholeOrder, WholeRefund } from './whole-order.ts';

type SuggestedRefundNode = NonNullable<
  NonNullable<ReadOrderForRefundQuery['order']>['suggestedRefund']
>;
type Pricing = Pick<WholeOrder, 'presentmentCurrencyCode' | 'currencyCode' | 'dutiesIncluded'>;

/** A movement of money, tried or done. Throws MalformedAnswer. */
export function transactionFacts(
  transaction: TransactionFieldsFragment,
  order: Pricing,
): TransactionFacts {
  return {
    id: transaction.id as TransactionId,
    kind: transaction.kind,
    status: transaction.status,
    gateway: transaction.gateway ?? '',
    gatewayName: paidWith(transaction),
    isManual: transaction.manualPaymentGateway,
    parentId: (transaction.parentTransaction?.id ?? null) as TransactionId | null,
    amount: bagOf(transaction.amountSet),
    providerFee: providerFee(transaction, order.currencyCode),
    errorCode: transaction.errorCode,
    authorizationExpiresAt: instantOrNull(transaction.authorizationExpiresAt),
    createdAt: instant(transaction.createdAt),
  };
}

/**
 * What the customer paid with, as they would say it: the card's brand, else the gateway's name. Never the
 * card's digits: these names are kept in the history, which holds no personal data.
 */
export function paidWith({
  gateway,
  formattedGateway,
  paymentDetails,
}: Pick<TransactionFieldsFragment, 'gateway' | 'formattedGateway' | 'paymentDetails'>): string {
  const brand = paymentDetails && 'company' in paymentDetails ? paymentDetails.company : null;
  return brand ?? formattedGateway ?? gateway ?? '';
}

/** Known of Shopify Payments only, and only counted when it was taken in the shop's currency. */
function providerFee(
  { fees }: Pick<TransactionFieldsFragment, 'fees'>,
  shopCurrency: string,
): Money | null {
  const parts = fees.flatMap((fee) => [amountOf(fee.amount), amountOf(fee.taxAmount)]);
  const isKnown = parts.length > 0 && parts.every((part) => part.currencyCode === shopCurrency);
  return isKnown ? sum(parts, shopCurrency) : null;
}

/** A refund and what it gave back. Throws MalformedAnswer. */
export function refundFacts(refund: WholeRefund, order: Pricing): RefundFacts {
  const { transactions, refundShippingLines } = refund;
  const currency = order.presentmentCurrencyCode;
  return {
    id: refund.id as RefundId,
    createdAt: instant(required(refund.createdAt, 'Refund.createdAt')),
    note: refund.note,
    total: bagOf(refund.totalRefundedSet),
    lines: refund.refundLineItems.map(({ lineItem, quantity, restockType }) => ({
      lineItemId: lineItem.id as LineItemId,
      quantity,
      restockType,
    })),
    shipping: {
      amount: sum(
        refundShippingLines.map((line) => presentment(line.subtotalAmountSet)),
        currency,
      ),
      tax: sum(
        refundShippingLines.map((line) => presentment(line.taxAmountSet)),
        currency,
      ),
    },
    duties: (refund.duties ?? []).flatMap((duty) => refundedDuty(duty, order)),
    transactionIds: transactions.map(({ id }) => id as TransactionId),
  };
}

function refundedDuty(
  { amountSet, originalDuty }: NonNullable<WholeRefund['duties']>[number],
  order: Pricing,
): readonly DutyFacts[] {
  if (!originalDuty) return [];
  const amount = order.dutiesIncluded
    ? zero(order.presentmentCurrencyCode)
    : presentment(amountSet);
  return [{ id: originalDuty.id as DutyId, amount }];
}

/** What the platform would give back. Throws MalformedAnswer. */
export function suggestedRefundFacts(
  suggested: SuggestedRefundNode,
  order: Pricing,
): SuggestedRefundFacts {
  const { shipping } = suggested;
  return {
    lines: suggested.refundLineItems.map((line) => ({
      lineItemId: line.lineItem.id as LineItemId,
      quantity: line.quantity,
      subtotal: presentment(line.subtotalSet),
      tax: presentment(line.totalTaxSet),
    })),
    shipping: { amount: presentment(shipping.amountSet), tax: presentment(shipping.taxSet) },
    duties: order.dutiesIncluded
      ? zero(order.presentmentCurrencyCode)
      : presentment(suggested.totalDutiesSet),
    maximumRefundable: bagOf(suggested.maximumRefundableSet),
    transactions: suggested.suggestedTransactions.map(suggestedTransactionFacts),
  };
}

function suggestedTransactionFacts(
  transaction: SuggestedRefundNode['suggestedTransactions'][number],
): SuggestedTransactionFacts {
  const parent = required(transaction.parentTransaction, 'The suggested payment');
  const amount = bagOf(transaction.amountSet);
  return {
    parentId: parent.id as TransactionId,
    gateway: transaction.gateway ?? '',
    gatewayName: paidWith(transaction),
    amount,
    maximumRefundable: transaction.maximumRefundableSet
      ? presentment(transaction.maximumRefundableSet)
      : amount.presentment,
  };
}

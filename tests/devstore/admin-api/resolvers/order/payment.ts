/** Transactions and refunds. */
import type { Sources, TypeResolvers } from '../../context.ts';
import type { Order, Shop, Transaction } from '../../../world/model.ts';
import { gid } from '../../../world/gid.ts';
import { inShopCurrency } from '../../../world/orders/order-totals.ts';
import * as totals from '../../../world/orders/order-totals.ts';
import { providerFee } from '../../../world/money/payments.ts';
import { formatDecimal } from '../../../world/money/money.ts';
import { iso } from '../../../world/delivery/webhook-payloads/time.ts';
import { connection, type ConnectionArgs } from '../../connection.ts';
import { money, moneyBag, shopAmount } from '../../inputs/money-bag.ts';
import { lineSource, locationOf, transactionSource } from '../sources.ts';
import { originalDuty, shippingLine } from './line-item.ts';

/** `PaymentDetails` by the kind of payment; null where the platform keeps none. */
export function paymentDetails(shop: Shop, transaction: Transaction): object | null {
  const behaviour = shop.gateways.get(transaction.gateway)?.behaviour;
  if (behaviour === 'wallet') {
    return { __typename: 'PaypalWalletPaymentDetails', paymentMethodName: 'paypal' };
  }
  if (transaction.card === null) return null;
  return {
    __typename: 'CardPaymentDetails',
    company: transaction.card.brand,
    number: `•••• •••• •••• ${transaction.card.lastDigits}`,
    paymentMethodName: transaction.card.brand.toLowerCase(),
    name: null,
    bin: null,
    avsResultCode: null,
    cvvResultCode: null,
    expirationMonth: null,
    expirationYear: null,
    wallet: null,
  };
}

/** `TransactionFee`: one for each payment that the provider charged for. */
function transactionFees(shop: Shop, order: Order, transaction: Transaction): object[] {
  const kept = providerFee(shop, order, transaction);
  const fee = shop.gateways.get(transaction.gateway)?.fee;
  if (kept === null || fee === undefined) return [];
  return [
    {
      id: gid('TransactionFee', transaction.id),
      amount: money(kept, order.currency),
      flatFee: money(fee.flat, order.currency),
      flatFeeName: fee.name,
      rate: String(fee.ratePpm / 1e6),
      rateName: fee.name,
      taxAmount: money(0, order.currency),
      type: 'processing_fee',
    },
  ];
}

const transaction: TypeResolvers<'OrderTransaction'> = {
  id: ({ transaction }) => gid('OrderTransaction', transaction.id),
  kind: ({ transaction }) => transaction.kind,
  status: ({ transaction }) => transaction.status,
  gateway: ({ transaction }) => transaction.gateway,
  formattedGateway: ({ transaction }, _args, { shop }) =>
    shop.gateways.get(transaction.gateway)?.formattedName ?? transaction.gateway,
  manualPaymentGateway: ({ transaction }, _args, { shop }) =>
    shop.gateways.get(transaction.gateway)?.behaviour === 'manual',
  amountSet: ({ order, transaction }) => moneyBag(order, transaction.amount),
  amount: ({ order, transaction }) => shopAmount(order, transaction.amount),
  amountV2: ({ order, transaction }) =>
    money(inShopCurrency(order, transaction.amount), order.currency),
  amountRoundingSet: ({ order, transaction }) =>
    transaction.rounding === undefined ? null : moneyBag(order, transaction.rounding),
  createdAt: ({ transaction }) => iso(transaction.createdAt),
  processedAt: ({ transaction }) => iso(transaction.processedAt),
  errorCode: ({ transaction }) => transaction.errorCode,
  test: ({ order }) => order.test,
  order: ({ order }) => order,
  authorizationCode: ({ transaction }) => transaction.authorizationCode,
  authorizationExpiresAt: ({ transaction }, _args, { shop }) =>
    shop.plan === 'Plus' ? iso(transaction.authorizationExpiresAt) : null,
  accountNumber: ({ transaction }) =>
    transaction.card === null ? null : `•••• •••• •••• ${transaction.card.lastDigits}`,
  paymentDetails: ({ transaction }, _args, { shop }) => paymentDetails(shop, transaction),
  paymentId: ({ order, transaction }) =>
    `${order.name}.${order.transactions.indexOf(transaction) + 1}`,
  parentTransaction: ({ order, transaction }) => {
    const parent = order.transactions.find((t) => t.id === transaction.parentId);
    return parent === undefined ? null : transactionSource(order, parent);
  },
  manuallyCapturable: ({ order, transaction }) => totals.capturable(order, transaction) > 0,
  multiCapturable: ({ transaction }, _args, { shop }) =>
    shop.plan === 'Plus' && transaction.kind === 'AUTHORIZATION',
  maximumRefundable: () => null,
  maximumRefundableV2: () => null,
  settlementCurrency: ({ order }) => order.currency,
  settlementCurrencyRate: ({ order }) => order.shopPerPresentment,
  totalUnsettledSet: ({ order, transaction }) => {
    const held = totals.capturable(order, transaction);
    const promised = transaction.status === 'PENDING' ? transaction.amount : 0;
    return held + promised === 0 ? null : moneyBag(order, held + promised);
  },
  receiptJson: () => '{}',
  fees: ({ order, transaction }, _args, { shop }) => transactionFees(shop, order, transaction),
  user: () => null,
  /** Of a sale rung up in a shop. */
  location: ({ order, transaction }, _args, { shop }) =>
    transaction.kind === 'SALE' ? locationOf(shop, order.retailLocationId) : null,
  shopifyPaymentsSet: () => null,
  currencyExchangeAdjustment: () => null,
};

const refund: TypeResolvers<'Refund'> = {
  id: ({ refund }) => gid('Refund', refund.id),
  legacyResourceId: ({ refund }) => String(refund.id),
  createdAt: ({ refund }) => iso(refund.createdAt),
  processedAt: ({ refund }) => iso(refund.createdAt),
  updatedAt: ({ refund }) => iso(refund.updatedAt),
  note: ({ refund }) => refund.note,
  order: ({ order }) => order,
  return: () => null,
  staffMember: () => null,
  totalRefundedSet: ({ order, refund }) => moneyBag(order, totals.refundTotal(order, refund)),
  totalRefunded: ({ order, refund }) =>
    money(inShopCurrency(order, totals.refundTotal(order, refund)), order.currency),
  transactions: ({ order, refund }, args: ConnectionArgs) =>
    connection(
      order.transactions
        .filter((t) => refund.transactionIds.includes(t.id))
        .map((t) => transactionSource(order, t)),
      args,
      ({ transaction: t }) => t.id,
    ),
  refundLineItems: ({ order, refund }, args: ConnectionArgs) =>
    connection(
      refund.lines.flatMap((refunded): Sources['RefundLineItem'][] => {
        const line = order.lines.find((candidate) => candidate.id === refunded.lineItemId);
        if (line === undefined) return [];
        const { id, quantity, restockType, restocked, locationId, tax } = refunded;
        return [
          {
            kind: 'RefundLineItem',
            order,
            line,
            id,
            quantity,
            restockType,
            restocked,
            locationId,
            net: refunded.subtotal,
            tax,
          },
        ];
      }),
      args,
      ({ id }) => id ?? 0,
    ),
  refundShippingLines: ({ order, refund }, args: ConnectionArgs) =>
    connection(
      refund.shipping === null || order.shippingLines[0] === undefined
        ? []
        : [
            {
              id: gid('RefundShippingLine', refund.id),
              shippingLine: shippingLine(order, order.shippingLines[0]),
              subtotalAmountSet: moneyBag(order, refund.shipping.subtotal),
              taxAmountSet: moneyBag(order, refund.shipping.tax),
            },
          ],
      args,
      ({ id }) => id,
    ),
  orderAdjustments: ({ order, refund }, args: ConnectionArgs) =>
    connection(
      refund.adjustments.map((adjustment) => ({
        id: gid('OrderAdjustment', adjustment.id),
        reason: adjustment.reason,
        amountSet: moneyBag(order, adjustment.amount),
        taxAmountSet: moneyBag(order, adjustment.tax),
      })),
      args,
      ({ id }) => id,
    ),
  duties: ({ order, refund }) =>
    refund.duties.map(({ dutyId, amount }): object => ({
      amountSet: moneyBag(order, amount),
      originalDuty: originalDuty(order, dutyId),
    })),
};

const refundLineItem: TypeResolvers<'RefundLineItem'> = {
  id: ({ id }) => (id === null ? null : gid('RefundLineItem', id)),
  lineItem: ({ order, line }) => lineSource(order, line),
  quantity: ({ quantity }) => quantity,
  restockType: ({ restockType }) => restockType,
  restocked: ({ restocked }) => restocked,
  location: ({ locationId }, _args, { shop }) => locationOf(shop, locationId),
  priceSet: ({ order, line }) => moneyBag(order, line.unitPrice),
  price: ({ order, line }) => shopAmount(order, line.unitPrice),
  subtotalSet: ({ order, net }) => moneyBag(order, net),
  subtotal: ({ order, net }) => shopAmount(order, net),
  totalTaxSet: ({ order, tax }) => moneyBag(order, tax),
  totalTax: ({ order, tax }) => formatDecimal(inShopCurrency(order, tax), order.currency),
};

export const paymentResolvers = {
  OrderTransaction: transaction,
  Refund: refund,
  RefundLineItem: refundLineItem,
};

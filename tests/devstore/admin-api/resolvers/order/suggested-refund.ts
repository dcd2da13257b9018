/** `Order.suggestedRefund` */
import type { Context, Sources } from '../../context.ts';
import type { Order } from '../../../world/model.ts';
import { unfulfilledUnits } from '../../../world/fulfillment/fulfillment-orders.ts';
import { parseDecimal, sum } from '../../../world/money/money.ts';
import { isUnfinished } from '../../../world/orders/order-status.ts';
import * as totals from '../../../world/orders/order-totals.ts';
import { suggestRefund } from '../../../world/money/suggested-refund.ts';
import { everythingLeft, type WantedRefunds } from '../../../world/money/valuation.ts';
import { moneyBag, shopAmount } from '../../inputs/money-bag.ts';
import {
  readRefundDuties,
  readRefundLines,
  type RefundDutyInputs,
  type RefundLineInputs,
} from '../../inputs/refund-input.ts';
import { originalDuty } from './line-item.ts';
import { paymentDetails } from './payment.ts';
import { transactionSource } from '../sources.ts';

interface SuggestedRefundArgs {
  readonly refundLineItems?: RefundLineInputs;
  readonly refundShipping?: boolean | null;
  readonly shippingAmount?: string | null;
  readonly refundDuties?: RefundDutyInputs;
  readonly suggestFullRefund?: boolean | null;
  readonly refundMethodAllocation?: 'ORIGINAL_PAYMENT_METHODS' | 'STORE_CREDIT' | null;
}

export function suggestedRefund(order: Order, args: SuggestedRefundArgs, context: Context): object {
  const full = args.suggestFullRefund === true;
  const wishes = full
    ? everythingLeft(order, (line) => (unfulfilledUnits(order, line.id) > 0 ? 'CANCEL' : 'RETURN'))
    : readWanted(order, args);
  const suggestion = suggestRefund(order, wishes, {
    full,
    allocation: args.refundMethodAllocation ?? 'ORIGINAL_PAYMENT_METHODS',
  });
  const { lines, shipping, duties } = suggestion.valuation;
  const tax = sum(lines.map((line) => line.tax)) + shipping.tax;
  const shippingDone = totals.refundedShipping(order);
  const bag = (amount: number): object => moneyBag(order, amount);
  return {
    amount: shopAmount(order, suggestion.amount),
    amountSet: bag(suggestion.amount),
    maximumRefundable: shopAmount(order, suggestion.maximumRefundable),
    maximumRefundableSet: bag(suggestion.maximumRefundable),
    subtotal: shopAmount(order, sum(lines.map((line) => line.net))),
    subtotalSet: bag(sum(lines.map((line) => line.net))),
    discountedSubtotalSet: bag(sum(lines.map((line) => line.net))),
    totalCartDiscountAmountSet: bag(sum(lines.map((line) => line.cartDiscount))),
    totalTaxes: shopAmount(order, tax),
    totalTaxSet: bag(tax),
    totalDutiesSet: bag(sum(duties.map((d) => d.amount))),
    shipping: {
      amountSet: bag(shipping.net),
      amount: shopAmount(order, shipping.net),
      taxSet: bag(shipping.tax),
      tax: shopAmount(order, shipping.tax),
      maximumRefundableSet: bag(totals.shippingNet(order) - shippingDone.net),
      maximumRefundable: shopAmount(order, totals.shippingNet(order) - shippingDone.net),
    },
    refundDuties: duties.map((refunded) => ({
      amountSet: bag(refunded.amount),
      originalDuty: originalDuty(order, refunded.dutyId),
    })),
    refundLineItems: lines.map(
      ({ request, line, net, tax: lineTax }): Sources['RefundLineItem'] => ({
        kind: 'RefundLineItem',
        order,
        line,
        id: null,
        quantity: request.quantity,
        restockType: request.restockType,
        restocked: false,
        locationId: request.locationId ?? reservingLocation(order, line.id, context),
        net,
        tax: lineTax,
      }),
    ),
    suggestedTransactions: suggestion.transactions.map(({ parent, amount, maximumRefundable }) => ({
      amount: shopAmount(order, amount),
      amountSet: bag(amount),
      maximumRefundable: shopAmount(order, maximumRefundable),
      maximumRefundableSet: bag(maximumRefundable),
      gateway: parent.gateway,
      formattedGateway: context.shop.gateways.get(parent.gateway)?.formattedName ?? parent.gateway,
      kind: 'SUGGESTED_REFUND',
      accountNumber: parent.card === null ? null : `•••• •••• •••• ${parent.card.lastDigits}`,
      parentTransaction: transactionSource(order, parent),
      paymentDetails: paymentDetails(context.shop, parent),
    })),
    suggestedRefundMethods:
      suggestion.storeCredit === null
        ? []
        : [
            {
              __typename: 'SuggestedStoreCreditRefund',
              amount: bag(suggestion.storeCredit),
              maximumRefundable: bag(suggestion.maximumRefundable),
              expiresAt: null,
            },
          ],
  };
}

function readWanted(order: Order, args: SuggestedRefundArgs): WantedRefunds {
  return {
    lines: readRefundLines(args.refundLineItems),
    shipping:
      args.shippingAmount != null
        ? { amount: parseDecimal(args.shippingAmount, order.presentmentCurrency) }
        : args.refundShipping === true
          ? 'full'
          : null,
    duties: readRefundDuties(args.refundDuties),
  };
}

function reservingLocation(order: Order, lineItemId: number, { shop }: Context): number | null {
  const holds = (work: Order['fulfillmentOrders'][number]): boolean =>
    work.lines.some((line) => line.lineItemId === lineItemId);
  const reserving =
    order.fulfillmentOrders.find((work) => isUnfinished(work) && holds(work)) ??
    order.fulfillmentOrders.find(holds);
  return reserving?.locationId ?? [...shop.locations.keys()][0] ?? null;
}

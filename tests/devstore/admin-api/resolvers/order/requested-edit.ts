/** The buyers' requests: types the packed schema lacks, see requested-order-edits.ts. */
import { GraphQLError } from 'graphql';
import type { Context, Sources, TypeResolvers } from '../../context.ts';
import { gid } from '../../../world/gid.ts';
import { lineOf } from '../../../world/lookup.ts';
import type { Order, RequestedOrderEdit } from '../../../world/model.ts';
import { sum } from '../../../world/money/money.ts';
import { valueOf } from '../../../world/money/valuation.ts';
import {
  requestRefusal,
  type WantedRemoval,
} from '../../../world/orders/annotations/requested-edits.ts';
import { iso } from '../../../world/delivery/webhook-payloads/time.ts';
import { connection, type ConnectionArgs } from '../../connection.ts';
import { readId } from '../../inputs/ids.ts';
import { moneyBag } from '../../inputs/money-bag.ts';
import { findInOrders, lineSource } from '../sources.ts';

export function requestedEditSource(
  order: Order,
  edit: RequestedOrderEdit,
): Sources['RequestedOrderEdit'] {
  return { kind: 'RequestedOrderEdit', order, edit };
}

export function requestedEditById(
  context: Context,
  id: string,
): Sources['RequestedOrderEdit'] | null {
  const wanted = readId('RequestedOrderEdit', id);
  const found = findInOrders(context, (order) =>
    order.requestedEdits.find((edit) => edit.id === wanted),
  );
  return found && requestedEditSource(found.order, found.part);
}

const requestedOrderEdit: TypeResolvers<'RequestedOrderEdit'> = {
  id: ({ edit }) => gid('RequestedOrderEdit', edit.id),
  order: ({ order }) => order,
  status: ({ edit }) => edit.status,
  createdAt: ({ edit }) => iso(edit.createdAt),
  updatedAt: ({ edit }) => iso(edit.updatedAt),
  requestedAt: ({ edit }) => iso(edit.requestedAt),
  requestResolvedAt: ({ edit }) => iso(edit.resolvedAt),
  requestDeclinedAt: ({ edit }) => iso(edit.declinedAt),
  lineItems: ({ order, edit }) => ({
    removals: (args: ConnectionArgs) =>
      connection(
        edit.lines.map((line) => ({
          id: gid('RequestedOrderEditLineItem', line.id),
          quantity: line.quantity,
          resolvedQuantity: line.resolvedQuantity,
          lineItem: lineSource(order, lineOf(order, line.lineItemId)),
        })),
        args,
        ({ id }) => id,
      ),
  }),
};

/**
 * What removing the units would take off the order, as a refund of them is reckoned. The fields are known by their
 * names alone: that the subtotals before the order's own discounts are one amount is chosen.
 */
export function calculatedEdit(order: Order, removals: readonly WantedRemoval[]): object {
  const why = requestRefusal(order, removals);
  if (why !== null) throw new GraphQLError(why);
  const valuation = valueOf(order, {
    lines: removals.map((removal) => ({ ...removal, restockType: 'CANCEL', locationId: null })),
    shipping: null,
    duties: [],
  });
  const { lines, total } = valuation;
  const net = sum(lines.map((line) => line.net));
  const cartDiscount = sum(lines.map((line) => line.cartDiscount));
  return {
    financialSummary: {
      editSubtotalBeforeTargetAllDiscountsSet: moneyBag(order, net + cartDiscount),
      editOrderLevelDiscountSubtotalSet: moneyBag(order, cartDiscount),
      editSubtotalSet: moneyBag(order, net + cartDiscount),
      editSubtotalWithCartDiscountSet: moneyBag(order, net),
      editTotalTaxSet: moneyBag(order, sum(lines.map((line) => line.tax))),
      editTotalSet: moneyBag(order, total),
    },
    lineItems: {
      removals: (args: ConnectionArgs) =>
        connection(
          lines.map(({ line, request, net: worth, tax }) => ({
            lineItem: lineSource(order, line),
            quantity: request.quantity,
            subtotalSet: moneyBag(order, worth),
            totalTaxSet: moneyBag(order, tax),
          })),
          args,
          ({ lineItem }) => lineItem.line.id,
        ),
    },
  };
}

export const requestedEditResolvers = { RequestedOrderEdit: requestedOrderEdit };

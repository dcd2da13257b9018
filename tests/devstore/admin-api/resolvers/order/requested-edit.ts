/** The buyer's own requests: types the packed schema lacks, see requested-order-edits.ts. */
import type { Context, Sources, TypeResolvers } from '../../context.ts';
import { gid } from '../../../world/gid.ts';
import { lineOf } from '../../../world/lookup.ts';
import { iso } from '../../../world/delivery/webhook-payloads/time.ts';
import { connection, type ConnectionArgs } from '../../connection.ts';
import { readId } from '../../inputs/ids.ts';
import { findInOrders, lineSource } from '../sources.ts';

export function requestedEditById(
  context: Context,
  id: string,
): Sources['RequestedOrderEdit'] | null {
  const wanted = readId('RequestedOrderEdit', id);
  const found = findInOrders(context, (order) =>
    order.requestedEdits.find((edit) => edit.id === wanted),
  );
  return found && { kind: 'RequestedOrderEdit', order: found.order, edit: found.part };
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
  lineItems: ({ order, edit }, args: ConnectionArgs) =>
    connection(
      edit.lines.map((line) => ({
        id: gid('RequestedOrderEditLineItem', line.id),
        quantity: line.quantity,
        lineItem: lineSource(order, lineOf(order, line.lineItemId)),
      })),
      args,
      ({ id }) => id,
    ),
};

export const requestedEditResolvers = { RequestedOrderEdit: requestedOrderEdit };

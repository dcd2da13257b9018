import { gid } from '../../gid.ts';
import type { Order, RequestedOrderEdit } from '../../model.ts';
import { iso } from './time.ts';

/**
 * No example of this payload is published: whose it is, of which order, in what state and since when is chosen, in the
 * manner of `returns/*`. An app had better read the request by its id.
 */
export function requestedEditPayload(order: Order, edit: RequestedOrderEdit): object {
  return {
    id: edit.id,
    admin_graphql_api_id: gid('RequestedOrderEdit', edit.id),
    status: edit.status.toLowerCase(),
    order: { id: order.id, admin_graphql_api_id: gid('Order', order.id) },
    requested_at: iso(edit.requestedAt),
    request_resolved_at: iso(edit.resolvedAt),
    request_declined_at: iso(edit.declinedAt),
    created_at: iso(edit.createdAt),
    updated_at: iso(edit.updatedAt),
  };
}

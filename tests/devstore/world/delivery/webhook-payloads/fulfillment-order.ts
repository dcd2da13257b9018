/**
 * `fulfillment_orders/*` and `fulfillment_holds/*`: unlike the order payloads these carry global ids
 * and name no order. Shapes: https://shopify.dev/docs/api/webhooks (topic examples).
 */
import { gid } from '../../gid.ts';
import type { FulfillmentHold, FulfillmentOrder } from '../../model.ts';

export function fulfillmentOrderRef(fulfillmentOrder: FulfillmentOrder): object {
  return {
    id: gid('FulfillmentOrder', fulfillmentOrder.id),
    status: fulfillmentOrder.status.toLowerCase(),
    request_status: fulfillmentOrder.requestStatus.toLowerCase(),
  };
}

export function holdPayload(hold: FulfillmentHold): object {
  return {
    id: gid('FulfillmentHold', hold.id),
    reason: hold.reason.toLowerCase(),
    reason_notes: hold.reasonNotes,
    held_by_requesting_app: false,
    handle: hold.handle,
    held_by_app: hold.heldBy.kind === 'app' ? { id: gid('App', hold.heldBy.appId) } : null,
  };
}

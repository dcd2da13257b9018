/**
 * `fulfillment_orders/*` and `fulfillment_holds/*`: unlike the order payloads these carry global ids
 * and name no order. Shapes: https://shopify.dev/docs/api/webhooks (topic examples).
 */
import { gid } from '../../gid.ts';
import type { FulfillmentHold, FulfillmentOrder, FulfillmentOrderLine } from '../../model.ts';

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

interface Move {
  readonly original: FulfillmentOrder;
  readonly moved: FulfillmentOrder;
  readonly from: number;
  readonly to: number;
  readonly units: readonly {
    readonly line: FulfillmentOrderLine;
    readonly quantity: number;
  }[];
}

export function movedPayload({ original, moved, from, to, units }: Move): object {
  const placed = (work: FulfillmentOrder): object => ({
    id: gid('FulfillmentOrder', work.id),
    status: work.status.toLowerCase(),
    assigned_location_id: gid('Location', work.locationId),
  });
  return {
    original_fulfillment_order: placed(original),
    moved_fulfillment_order: placed(moved),
    destination_location_id: gid('Location', to),
    fulfillment_order_line_items_requested: units.map(({ line, quantity }) => ({
      id: gid('FulfillmentOrderLineItem', line.id),
      quantity,
    })),
    source_location: { id: gid('Location', from) },
  };
}

/** Unlike the other topics this one has plain numbers for what was merged, as Shopify's example has. */
export function mergedPayload(
  intents: readonly {
    readonly id: number;
    readonly lines: readonly { readonly id: number; readonly quantity: number }[];
  }[],
  merged: FulfillmentOrder,
): object {
  return {
    merge_intents: intents.map(({ id, lines }) => ({
      fulfillment_order_id: id,
      fulfillment_order_line_items: lines,
    })),
    fulfillment_order_merges: {
      fulfillment_order: {
        id: gid('FulfillmentOrder', merged.id),
        status: merged.status.toLowerCase(),
      },
    },
  };
}

/**
 * What happens to a shipment after it is made, and the labels bought for it.
 *
 * Recorded: an IN_TRANSIT event makes the fulfillment's display status, `inTransitAt` and `estimatedDeliveryAt` its own
 * and moves `updatedAt` (https://github.com/airhorns/shopify-draft-proxy, fulfillment-detail-events-lifecycle.json).
 * Here the event that happened last shows; a late report of something earlier does not.
 */
import { CommerceRefusal } from '../contracts/contract.ts';
import type { FulfillmentEventSpec } from '../contracts/contract.ts';
import { publishFulfillment, publishOrder } from '../delivery/publish.ts';
import { fulfillmentEventPayload } from '../delivery/webhook-payloads/fulfillment-event.ts';
import type { Kernel } from '../kernel.ts';
import { note } from '../kernel.ts';
import type {
  Actor,
  Fulfillment,
  FulfillmentEvent,
  FulfillmentOrder,
  Order,
  Shop,
  Tracking,
} from '../model.ts';
import { createFulfillment } from './fulfillments.ts';

/** After these the parcel is not the shop's to hold back any more. */
const WITH_CARRIER: readonly string[] = [
  'CARRIER_PICKED_UP',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'ATTEMPTED_DELIVERY',
  'DELIVERED',
];

export function reportEvent(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillment: Fulfillment,
  spec: FulfillmentEventSpec,
  actor: Actor,
): FulfillmentEvent {
  if (fulfillment.status === 'CANCELLED') {
    throw new CommerceRefusal('The fulfillment is cancelled.');
  }
  const event: FulfillmentEvent = {
    id: kernel.nextId(),
    status: spec.status,
    message: spec.message ?? null,
    happenedAt: spec.happenedAt ?? kernel.now(),
    createdAt: kernel.now(),
    estimatedDeliveryAt: spec.estimatedDeliveryAt ?? null,
    address1: spec.address1 ?? null,
    city: spec.city ?? null,
    province: spec.province ?? null,
    country: spec.country ?? null,
    zip: spec.zip ?? null,
    latitude: spec.latitude ?? null,
    longitude: spec.longitude ?? null,
  };
  fulfillment.events.push(event);
  apply(kernel, fulfillment, event);
  kernel.events.emit(shop, 'fulfillment_events/create', order.id, () =>
    fulfillmentEventPayload(shop, order, fulfillment, event),
  );
  note(
    kernel,
    order,
    actor,
    `${fulfillment.name}: ${event.status.toLowerCase().replaceAll('_', ' ')}.`,
  );
  publishFulfillment(kernel, shop, order, 'fulfillments/update', fulfillment);
  publishOrder(kernel, shop, order);
  return event;
}

function apply(kernel: Kernel, fulfillment: Fulfillment, event: FulfillmentEvent): void {
  fulfillment.updatedAt = kernel.now();
  const isLatest = fulfillment.events.every((other) => other.happenedAt <= event.happenedAt);
  if (isLatest) fulfillment.displayStatus = event.status;
  if (event.status === 'IN_TRANSIT') fulfillment.inTransitAt = event.happenedAt;
  if (event.status === 'DELIVERED') fulfillment.deliveredAt = event.happenedAt;
  if (event.estimatedDeliveryAt !== null) {
    fulfillment.estimatedDeliveryAt = event.estimatedDeliveryAt;
  }
  const { label } = fulfillment;
  if (label === null) return;
  if (event.status === 'LABEL_PRINTED') label.printed = true;
  if (WITH_CARRIER.includes(event.status)) label.cancellable = false;
}

/**
 * Buying a label in the admin fulfills what it is for.
 * Source: https://help.shopify.com/en/manual/fulfillment/shopify-shipping/shipping-labels/buy-shipping-labels
 */
export function buyLabel(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  o: { readonly tracking: Tracking; readonly actor: Actor },
): Fulfillment {
  const fulfillment = createFulfillment(kernel, shop, order, fulfillmentOrder, {
    lines: null,
    tracking: o.tracking,
    actor: o.actor,
  });
  fulfillment.label = { id: kernel.nextId(), printed: false, cancellable: true, voided: false };
  reportEvent(kernel, shop, order, fulfillment, { status: 'LABEL_PURCHASED' }, o.actor);
  return fulfillment;
}

/**
 * The fulfillment stays, shown as `LABEL_VOIDED`, until somebody cancels it: that a voided label leaves it, and that
 * no event tells of it (none of that name exists), is chosen.
 */
export function voidLabel(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  fulfillment: Fulfillment,
  actor: Actor,
): void {
  const { label } = fulfillment;
  if (label === null) throw new CommerceRefusal('No label was bought for the fulfillment.');
  if (!label.cancellable) throw new CommerceRefusal('The label cannot be voided any more.');
  label.cancellable = false;
  label.voided = true;
  fulfillment.displayStatus = 'LABEL_VOIDED';
  fulfillment.updatedAt = kernel.now();
  note(kernel, order, actor, `The label of ${fulfillment.name} was voided.`);
  publishFulfillment(kernel, shop, order, 'fulfillments/update', fulfillment);
  publishOrder(kernel, shop, order);
}

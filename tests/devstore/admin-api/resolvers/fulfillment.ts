/** Fulfillment orders, holds and fulfillments. */
import type { Sources, TypeResolvers } from '../context.ts';
import { supportedActions } from '../../world/fulfillment/fulfillment-order-actions.ts';
import { gid } from '../../world/gid.ts';
import { lineOf } from '../../world/lookup.ts';
import type { Fulfillment, FulfillmentEvent, FulfillmentHold } from '../../world/model.ts';
import { sum } from '../../world/money/money.ts';
import * as totals from '../../world/orders/order-totals.ts';
import { iso } from '../../world/delivery/webhook-payloads/time.ts';
import { connection, type ConnectionArgs } from '../connection.ts';
import { moneyBag } from '../inputs/money-bag.ts';
import { notSimulated } from '../not-simulated.ts';
import { appSource } from './app.ts';
import { fulfillmentSource, imageOf, lineSource, locationOf, workSource } from './sources.ts';

/** What the admin shows for each reason. */
const REASON_TEXTS: Readonly<Record<string, string>> = {
  AWAITING_PAYMENT: 'Awaiting payment',
  AWAITING_RETURN_ITEMS: 'Awaiting return items',
  HIGH_RISK_OF_FRAUD: 'High risk of fraud',
  INCORRECT_ADDRESS: 'Incorrect address',
  INVENTORY_OUT_OF_STOCK: 'Inventory out of stock',
  ONLINE_STORE_POST_PURCHASE_CROSS_SELL: 'Upsell offer',
  OTHER: 'Other',
  UNKNOWN_DELIVERY_DATE: 'Unknown delivery date',
};

export function holdSource(hold: FulfillmentHold): Sources['FulfillmentHold'] {
  return { kind: 'FulfillmentHold', hold };
}

const fulfillmentOrder: TypeResolvers<'FulfillmentOrder'> = {
  id: ({ work }) => gid('FulfillmentOrder', work.id),
  status: ({ work }) => work.status,
  requestStatus: ({ work }) => work.requestStatus,
  createdAt: ({ work }) => iso(work.createdAt),
  updatedAt: ({ work }) => iso(work.updatedAt),
  fulfillAt: ({ work }) => iso(work.fulfillAt),
  fulfillBy: () => null,
  order: ({ order }) => order,
  orderId: ({ order }) => gid('Order', order.id),
  orderName: ({ order }) => order.name,
  orderProcessedAt: ({ order }) => iso(order.processedAt),
  supportedActions: ({ work }) =>
    supportedActions(work).map((action) => ({ action, externalUrl: null })),
  fulfillmentHolds: ({ work }) => work.holds.map(holdSource),
  assignedLocation: ({ work }, _args, { shop }) => {
    const location = locationOf(shop, work.locationId);
    return {
      name: location?.name,
      countryCode: location?.countryCode,
      city: location?.city ?? null,
      address1: null,
      address2: null,
      phone: null,
      province: null,
      zip: null,
      location,
    };
  },
  deliveryMethod: ({ work }) => ({
    id: gid('DeliveryMethod', work.id),
    methodType: work.deliveryMethod,
    presentedName: null,
    serviceCode: null,
    minDeliveryDateTime: null,
    maxDeliveryDateTime: null,
    sourceReference: null,
    additionalInformation: null,
    brandedPromise: null,
  }),
  destination: ({ order }) => {
    const to = order.shippingAddress;
    if (to === null) return null;
    return {
      id: gid('FulfillmentOrderDestination', order.id),
      address1: to.address1,
      address2: null,
      city: to.city,
      company: null,
      countryCode: to.countryCode,
      email: order.email,
      firstName: to.firstName,
      lastName: to.lastName,
      phone: to.phone,
      province: null,
      zip: to.zip,
      location: null,
    };
  },
  lineItems: ({ order, work }, args: ConnectionArgs) =>
    connection(
      work.lines.map((unit): Sources['FulfillmentOrderLineItem'] => ({
        kind: 'FulfillmentOrderLineItem',
        order,
        unit,
      })),
      args,
      ({ unit }) => unit.id,
    ),
  fulfillments: ({ order, work }, args: ConnectionArgs) =>
    connection(
      order.fulfillments
        .filter((fulfillment) => fulfillment.fulfillmentOrderId === work.id)
        .map((fulfillment) => fulfillmentSource(order, fulfillment)),
      args,
      ({ fulfillment }) => fulfillment.id,
    ),
  merchantRequests: (source, args: ConnectionArgs & { readonly kind?: string | null }) =>
    connection(
      source.work.merchantRequests
        .filter((request) => args.kind == null || request.kind === args.kind)
        .map((request) => ({
          id: gid('FulfillmentOrderMerchantRequest', request.id),
          kind: request.kind,
          message: request.message,
          requestOptions: {},
          responseData:
            request.responseMessage === null ? null : { message: request.responseMessage },
          sentAt: iso(request.sentAt),
          fulfillmentOrder: source,
        })),
      args,
      ({ id }) => id,
    ),
};

const fulfillmentOrderLineItem: TypeResolvers<'FulfillmentOrderLineItem'> = {
  id: ({ unit }) => gid('FulfillmentOrderLineItem', unit.id),
  totalQuantity: ({ unit }) => unit.totalQuantity,
  remainingQuantity: ({ unit }) => unit.remainingQuantity,
  lineItem: ({ order, unit }) => lineSource(order, lineOf(order, unit.lineItemId)),
  productTitle: ({ order, unit }) => lineOf(order, unit.lineItemId).title,
  variantTitle: ({ order, unit }) => lineOf(order, unit.lineItemId).variantTitle,
  sku: ({ order, unit }) => lineOf(order, unit.lineItemId).sku,
  vendor: ({ order, unit }) => lineOf(order, unit.lineItemId).vendor,
  requiresShipping: ({ order, unit }) => lineOf(order, unit.lineItemId).requiresShipping,
  image: ({ order, unit }) => {
    const line = lineOf(order, unit.lineItemId);
    return imageOf(line.imageUrl, line.title);
  },
  inventoryItemId: ({ order, unit }, _args, { shop }) => {
    const { variantId } = lineOf(order, unit.lineItemId);
    const variant = variantId === null ? undefined : shop.variants.get(variantId);
    return variant === undefined ? null : gid('InventoryItem', variant.inventoryItemId);
  },
  warnings: () => [],
};

const fulfillmentHold: TypeResolvers<'FulfillmentHold'> = {
  id: ({ hold }) => gid('FulfillmentHold', hold.id),
  handle: ({ hold }) => hold.handle,
  reason: ({ hold }) => hold.reason,
  reasonNotes: ({ hold }) => hold.reasonNotes,
  displayReason: ({ hold }) => REASON_TEXTS[hold.reason] ?? 'Other',
  heldByApp: ({ hold }, _args, context) =>
    hold.heldBy.kind === 'app' ? appSource(hold.heldBy.appId, hold.heldBy.title, context) : null,
  heldByRequestingApp: ({ hold }, _args, { installation }) =>
    hold.heldBy.kind === 'app' && hold.heldBy.appId === installation.app.id,
};

interface EventsArgs extends ConnectionArgs {
  readonly sortKey?: string | null;
}

function eventsPage(fulfillment: Fulfillment, args: EventsArgs): object {
  if (args.sortKey != null && args.sortKey !== 'HAPPENED_AT') {
    throw notSimulated(`Fulfillment.events(sortKey: ${args.sortKey})`);
  }
  const events = [...fulfillment.events].sort((a, b) => a.happenedAt - b.happenedAt || a.id - b.id);
  return connection(events.map(eventSource), args, ({ event }) => event.id);
}

export function eventSource(event: FulfillmentEvent): Sources['FulfillmentEvent'] {
  return { kind: 'FulfillmentEvent', event };
}

const fulfillmentEvent: TypeResolvers<'FulfillmentEvent'> = {
  id: ({ event }) => gid('FulfillmentEvent', event.id),
  status: ({ event }) => event.status,
  message: ({ event }) => event.message,
  happenedAt: ({ event }) => iso(event.happenedAt),
  createdAt: ({ event }) => iso(event.createdAt),
  estimatedDeliveryAt: ({ event }) => iso(event.estimatedDeliveryAt),
  address1: ({ event }) => event.address1,
  city: ({ event }) => event.city,
  province: ({ event }) => event.province,
  country: ({ event }) => event.country,
  zip: ({ event }) => event.zip,
  latitude: ({ event }) => event.latitude,
  longitude: ({ event }) => event.longitude,
};

/** Reached by its id alone: no other type leads to it. Its documents are not simulated. */
const shippingLabel: TypeResolvers<'ShippingLabel'> = {
  id: ({ label }) => gid('ShippingLabel', label.id),
  cancellable: ({ label }) => label.cancellable,
  printed: ({ label }) => label.printed,
  location: ({ fulfillment }, _args, { shop }) => locationOf(shop, fulfillment.locationId),
  trackingInfo: ({ fulfillment }) => fulfillment.tracking,
};

const fulfillment: TypeResolvers<'Fulfillment'> = {
  id: ({ fulfillment }) => gid('Fulfillment', fulfillment.id),
  legacyResourceId: ({ fulfillment }) => String(fulfillment.id),
  name: ({ fulfillment }) => fulfillment.name,
  status: ({ fulfillment }) => fulfillment.status,
  displayStatus: ({ fulfillment }) => fulfillment.displayStatus,
  createdAt: ({ fulfillment }) => iso(fulfillment.createdAt),
  updatedAt: ({ fulfillment }) => iso(fulfillment.updatedAt),
  deliveredAt: ({ fulfillment }) => iso(fulfillment.deliveredAt),
  inTransitAt: ({ fulfillment }) => iso(fulfillment.inTransitAt),
  estimatedDeliveryAt: ({ fulfillment }) => iso(fulfillment.estimatedDeliveryAt),
  events: ({ fulfillment }, args: EventsArgs) => eventsPage(fulfillment, args),
  order: ({ order }) => order,
  location: ({ fulfillment }, _args, { shop }) => locationOf(shop, fulfillment.locationId),
  requiresShipping: ({ order, fulfillment }) =>
    fulfillment.lines.some((line) => lineOf(order, line.lineItemId).requiresShipping),
  totalQuantity: ({ fulfillment }) => sum(fulfillment.lines.map((line) => line.quantity)),
  trackingInfo: ({ fulfillment }) => (fulfillment.tracking === null ? [] : [fulfillment.tracking]),
  service: ({ order, fulfillment }, _args, { shop }) => {
    const work = order.fulfillmentOrders.find((fo) => fo.id === fulfillment.fulfillmentOrderId);
    const handle = work?.fulfillmentServiceHandle;
    return handle == null ? null : (shop.fulfillmentServices.get(handle) ?? null);
  },
  fulfillmentOrders: ({ order, fulfillment }, args: ConnectionArgs) =>
    connection(
      order.fulfillmentOrders
        .filter((work) => work.id === fulfillment.fulfillmentOrderId)
        .map((work) => workSource(order, work)),
      args,
      ({ work }) => work.id,
    ),
  fulfillmentLineItems: ({ order, fulfillment }, args: ConnectionArgs) =>
    connection(
      fulfillment.lines.map((shipped) => {
        const line = lineOf(order, shipped.lineItemId);
        return {
          id: gid('FulfillmentLineItem', shipped.id),
          quantity: shipped.quantity,
          lineItem: lineSource(order, line),
          originalTotalSet: moneyBag(order, line.unitPrice * shipped.quantity),
          discountedTotalSet: moneyBag(order, totals.unitsWorth(line, 0, shipped.quantity).net),
        };
      }),
      args,
      ({ id }) => id,
    ),
};

export const fulfillmentResolvers = {
  FulfillmentOrder: fulfillmentOrder,
  FulfillmentOrderLineItem: fulfillmentOrderLineItem,
  FulfillmentHold: fulfillmentHold,
  Fulfillment: fulfillment,
  FulfillmentEvent: fulfillmentEvent,
  ShippingLabel: shippingLabel,
};

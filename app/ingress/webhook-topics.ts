import { z } from 'zod';

import type { WebhookEvent } from '../application/webhook/ports.ts';
import {
  type CustomerId,
  type FulfillmentOrderId,
  type OrderId,
  type ShopDomain,
  parseCustomerId,
  parseOrderId,
  parseShopDomain,
} from '../domain/ids.ts';
import { isCurrencyCode, parseMoney } from '../domain/money.ts';

/*
 * What the app takes of each webhook. The payloads are those of Shopify's REST resources, cut to the
 * `include_fields` of shopify.app.toml; whatever else comes along is not read and not stored.
 * Source: https://shopify.dev/docs/api/webhooks
 */

/**
 * Reads one topic's payload. Throws ZodError when it is not what the topic promises, so that no body passes for
 * another topic's, and OtherShop when it names another shop than the delivery does.
 *
 * @param shop named by the delivery's headers, which the signature does not cover
 * @returns null for what is taken and means nothing: an example, or a topic that the app has no use for any more
 */
type Reader = (payload: unknown, shop: ShopDomain) => WebhookEvent | null;

/** A body that was signed for one shop and delivered as another's. */
export class OtherShop extends Error {}

/**
 * `event` where the body names the delivery's own shop; null where it names none, as in Shopify's examples
 * ("{shop}.myshopify.com"), which are to be taken and mean nothing.
 */
function ofShop<Event>(named: string, shop: ShopDomain, event: Event): Event | null {
  const domain = parseShopDomain(named);
  if (domain !== null && domain !== shop) throw new OtherShop();
  return domain && event;
}

const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
/** A 64-bit id as text. Those beyond 2^53 come as text already, from `parseLosslessJson`. */
const id = z.union([z.int().positive().transform(String), z.string().regex(/^[1-9]\d{0,18}$/)]);
const text = z.string().nullish();

const orderGid = z.string().transform((gid, context): OrderId => {
  const orderId = parseOrderId(gid);
  if (orderId) return orderId;
  context.addIssue({ code: 'custom', message: 'Not an order id.' });
  return z.NEVER;
});
const orderNumber = id.transform((it) => `gid://shopify/Order/${it}` as OrderId);
const customerNumber = id.transform((it) => `gid://shopify/Customer/${it}` as CustomerId);

const total = z
  .object({ amount: z.string(), currency_code: z.string() })
  .transform(({ amount, currency_code: currencyCode }, context) => {
    const money = isCurrencyCode(currencyCode) ? parseMoney(amount, currencyCode) : null;
    if (money) return money;
    context.addIssue({ code: 'custom', message: 'Not an amount.' });
    return z.NEVER;
  });

const order = z.object({
  admin_graphql_api_id: orderGid,
  name: z.string(),
  email: text,
  created_at: time,
  updated_at: time,
  cancelled_at: time.nullish(),
  financial_status: text,
  fulfillment_status: text,
  /** Separated by commas. */
  tags: text,
  total_price_set: z.object({ presentment_money: total }),
  // A guest's is null; cut to fields that it does not have it may be empty.
  customer: z
    .object({
      admin_graphql_api_id: z.string().transform(parseCustomerId).nullish(),
      id: customerNumber.nullish(),
      first_name: text,
      last_name: text,
    })
    .nullish(),
});

/** Which order it is, if nothing else of it can be read. */
const orderIdentity = z.object({ admin_graphql_api_id: orderGid });

/** A payload that names its order and is otherwise not what it should be is a reason to read the order. */
const orderChanged: Reader = (payload) => {
  const parsed = order.safeParse(payload);
  if (!parsed.success) {
    const { admin_graphql_api_id: orderId } = orderIdentity.parse(payload);
    return { kind: 'order_unreadable', orderId };
  }
  const it = parsed.data;
  const name = [it.customer?.first_name, it.customer?.last_name].filter(Boolean).join(' ');
  return {
    kind: 'order_changed',
    snapshot: {
      id: it.admin_graphql_api_id,
      name: it.name,
      customerId: it.customer?.admin_graphql_api_id ?? it.customer?.id ?? null,
      customerName: name || null,
      email: it.email || null,
      createdAt: it.created_at,
      updatedAt: it.updated_at,
      cancelledAt: it.cancelled_at ?? null,
      financialStatus: it.financial_status?.toUpperCase() ?? null,
      fulfillmentStatus: fulfillmentStatus(it.fulfillment_status ?? null),
      total: it.total_price_set.presentment_money,
      ...(typeof it.tags === 'string' && { tags: tagsIn(it.tags) }),
    },
  };
};

const tagsIn = (tags: string): readonly string[] =>
  tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');

/** The REST resource's words for what the Admin API calls `displayFulfillmentStatus`. */
function fulfillmentStatus(status: string | null): string {
  if (status === null) return 'UNFULFILLED';
  return status === 'partial' ? 'PARTIALLY_FULFILLED' : status.toUpperCase();
}

const orderDeleted: Reader = (payload) => ({
  kind: 'order_deleted',
  orderId: z.object({ id: orderNumber }).parse(payload).id,
});

const orderEdited: Reader = (payload) => ({
  kind: 'order_touched',
  orderId: z.object({ order_edit: z.object({ order_id: orderNumber }) }).parse(payload).order_edit
    .order_id,
});

/** @param resource whose payload it has to be: they look alike but for this */
const orderTouchedBy =
  (resource: 'Refund' | 'OrderTransaction' | 'Fulfillment'): Reader =>
  (payload) => ({
    kind: 'order_touched',
    orderId: z
      .object({
        admin_graphql_api_id: z.string().startsWith(`gid://shopify/${resource}/`).nullish(),
        order_id: orderNumber,
      })
      .parse(payload).order_id,
  });

/** Shopify's example names no order. It says the level of one assessment; the order has several. */
const riskAssessed: Reader = (payload) => {
  const { admin_graphql_api_order_id: named } = z
    .object({ admin_graphql_api_order_id: orderGid.nullable(), created_at: time.nullable() })
    .parse(payload);
  return named && { kind: 'order_touched', orderId: named };
};

const fulfillmentOrder = z.object({
  fulfillment_order: z.object({ id: z.string().startsWith('gid://shopify/FulfillmentOrder/') }),
});

const fulfillmentOrderTouched: Reader = (payload) => ({
  kind: 'fulfillment_order_touched',
  fulfillmentOrderId: fulfillmentOrder.parse(payload).fulfillment_order.id as FulfillmentOrderId,
});

/** The domain may be missing: the platform is asked in any case. */
const appUninstalled: Reader = (payload, shop) => {
  const it = z.object({ id, myshopify_domain: z.string().nullish() }).parse(payload);
  return ofShop(it.myshopify_domain ?? shop, shop, { kind: 'app_uninstalled' });
};

const scopesChanged: Reader = (payload) => {
  z.object({ current: z.array(z.string()) }).parse(payload);
  return { kind: 'scopes_changed' };
};

/**
 * What the law's topics have in common: they name their shop. Each is known by what the others lack, or the
 * request of one customer could be sent again as that of the whole shop.
 * Source: https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance
 */
const lawful = { shop_id: id, shop_domain: z.string().min(1) };
const absent = z.undefined().optional();

/** A guest is named by orders alone. */
const person = z.object({ id: customerNumber.nullish() }).nullish();

const customerDataRequested: Reader = (payload, shop) => {
  const it = z
    .object({
      ...lawful,
      customer: person,
      orders_requested: z.array(orderNumber).nullish(),
      data_request: z.object({ id }),
      orders_to_redact: absent,
    })
    .parse(payload);
  return ofShop(it.shop_domain, shop, {
    kind: 'customer_data_requested',
    requestId: it.data_request.id,
    customerId: it.customer?.id ?? null,
    orderIds: it.orders_requested ?? [],
  });
};

const customerToRedact: Reader = (payload, shop) => {
  const it = z
    .object({
      ...lawful,
      customer: person,
      orders_to_redact: z.array(orderNumber).nullable(),
      orders_requested: absent,
      data_request: absent,
    })
    .parse(payload);
  return ofShop(it.shop_domain, shop, {
    kind: 'customer_to_redact',
    customerId: it.customer?.id ?? null,
    orderIds: it.orders_to_redact ?? [],
  });
};

const shopToRedact: Reader = (payload, shop) => {
  const it = z
    .object({
      ...lawful,
      customer: absent,
      orders_to_redact: absent,
      orders_requested: absent,
      data_request: absent,
    })
    .parse(payload);
  return ofShop(it.shop_domain, shop, { kind: 'shop_to_redact' });
};

/**
 * Topics of earlier releases: a shop's subscriptions may be older than the code that takes them, and what is
 * refused comes again and again.
 */
export const FORMER_TOPICS: readonly string[] = [
  'inventory_levels/update',
  'fulfillment_orders/hold_released',
  'fulfillment_orders/placed_on_hold',
];

/** Every topic of shopify.app.toml and of its former ones, and no other. */
export const WEBHOOK_TOPICS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['orders/create', orderChanged],
  ['orders/updated', orderChanged],
  ['orders/paid', orderChanged],
  ['orders/cancelled', orderChanged],
  ['orders/fulfilled', orderChanged],
  ['orders/partially_fulfilled', orderChanged],
  ['orders/edited', orderEdited],
  ['orders/risk_assessment_changed', riskAssessed],
  ['orders/delete', orderDeleted],
  ['refunds/create', orderTouchedBy('Refund')],
  ['order_transactions/create', orderTouchedBy('OrderTransaction')],
  ['fulfillments/create', orderTouchedBy('Fulfillment')],
  ['fulfillments/update', orderTouchedBy('Fulfillment')],
  ['fulfillment_orders/cancelled', fulfillmentOrderTouched],
  ['fulfillment_orders/cancellation_request_accepted', fulfillmentOrderTouched],
  ['fulfillment_orders/cancellation_request_rejected', fulfillmentOrderTouched],
  ['fulfillment_orders/fulfillment_request_accepted', fulfillmentOrderTouched],
  ['fulfillment_orders/hold_released', fulfillmentOrderTouched],
  ['fulfillment_orders/placed_on_hold', fulfillmentOrderTouched],
  ['fulfillment_holds/added', fulfillmentOrderTouched],
  ['fulfillment_holds/released', fulfillmentOrderTouched],
  ['inventory_levels/update', () => null],
  ['app/uninstalled', appUninstalled],
  ['app/scopes_update', scopesChanged],
  ['customers/data_request', customerDataRequested],
  ['customers/redact', customerToRedact],
  ['shop/redact', shopToRedact],
]);

/** Those that shopify.app.toml subscribes to. */
export const SUBSCRIBED_TOPICS: readonly string[] = [...WEBHOOK_TOPICS.keys()].filter(
  (topic) => !FORMER_TOPICS.includes(topic),
);

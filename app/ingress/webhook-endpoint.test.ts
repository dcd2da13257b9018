import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import {
  type ServedEndpoint,
  serveWebhookEndpoint,
} from '../../tests/support/processes/webhook-endpoint-server.ts';
import { NobodyWaits, TooBusy } from '../application/shared/back-pressure.ts';
import type { ScheduledJob } from '../application/shared/queue.ts';
import type { StoredWebhook, WebhookInbox } from '../application/webhook/ports.ts';
import { STATUS } from './webhook-endpoint.ts';

const SECRET = 'made-up-secret';
const PREVIOUS_SECRET = 'made-up-secret-of-last-year';
const NOW = Date.UTC(2026, 10, 22, 9);
const BODY = JSON.stringify({
  id: 42,
  admin_graphql_api_id: 'gid://shopify/Refund/42',
  order_id: 7,
});

const ABOUT = { shop: 'unit-test.myshopify.com', topic: 'refunds/create', webhookId: 'w-1' };

let served: ServedEndpoint;
let stored: { shop: string; webhook: StoredWebhook; job: ScheduledJob }[];
let outcome: 'stored' | 'duplicate' | Error;
let lines: Record<string, unknown>[];
let answered: unknown[];

/** Called when a webhook is to be stored, with what says whether somebody waits for it. */
let onStore: (isAwaited: () => boolean) => Promise<void>;

const inbox: Pick<WebhookInbox, 'store'> = {
  async store(shop, webhook, job, isAwaited = () => false) {
    await onStore(isAwaited);
    if (outcome instanceof Error) throw outcome;
    stored.push({ shop, webhook, job });
    return outcome;
  },
};

beforeAll(async () => {
  served = await serveWebhookEndpoint({
    apiSecrets: [SECRET, PREVIOUS_SECRET],
    apiVersion: '2026-10',
    inbox,
    clock: { now: () => NOW },
    note: (fields, message) => void lines.push({ ...fields, message }),
    onAnswered: (answer) => void answered.push(answer),
  });
});

afterAll(() => served.close());

beforeEach(() => {
  stored = [];
  lines = [];
  answered = [];
  outcome = 'stored';
  onStore = async () => undefined;
});

const sign = (body: string, secret = SECRET) =>
  createHmac('sha256', secret).update(body).digest('base64');

/** A delivery as Shopify makes it; a header set to null is left out. */
async function deliver(
  changes: Record<string, string | null> = {},
  body = BODY,
  method = 'POST',
): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': 'refunds/create',
    'x-shopify-shop-domain': 'unit-test.myshopify.com',
    'x-shopify-hmac-sha256': sign(body),
    'x-shopify-webhook-id': 'w-1',
    'x-shopify-event-id': 'e-1',
    'x-shopify-api-version': '2026-10',
    'x-shopify-triggered-at': '2026-11-22T08:59:00.123Z',
    ...changes,
  };
  const given = Object.entries(headers).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const response = await fetch(served.url, {
    method,
    headers: given,
    ...(method === 'POST' ? { body } : {}),
  });
  await response.arrayBuffer();
  return response.status;
}

test('a webhook is stored with its job, cut to what it reports, and answered 200', async () => {
  expect(await deliver()).toBe(200);
  expect(stored).toEqual([
    {
      shop: 'unit-test.myshopify.com',
      webhook: {
        webhookId: 'w-1',
        eventId: 'e-1',
        topic: 'refunds/create',
        triggeredAt: Date.UTC(2026, 10, 22, 8, 59, 0, 123),
        receivedAt: NOW,
        event: { kind: 'order_touched', orderId: 'gid://shopify/Order/7' },
      },
      job: {
        job: { name: 'apply-webhook', shop: 'unit-test.myshopify.com', webhookId: 'w-1' },
        at: NOW,
      },
    },
  ]);
});

test('what became of a delivery is told by topic and outcome; a topic that anybody made up is "other"', async () => {
  await deliver();
  outcome = 'duplicate';
  await deliver();
  outcome = new Error('the database is away');
  await deliver();
  await deliver({ 'x-shopify-hmac-sha256': sign('other') });
  await deliver({ 'x-shopify-topic': 'orders/1042' });
  await deliver({}, BODY, 'GET');
  const known = { topic: 'refunds/create', ms: 0 };
  expect(answered).toEqual([
    { ...known, outcome: 'kept' },
    { ...known, outcome: 'known_before' },
    { ...known, outcome: 'not_kept' },
    { ...known, outcome: 'not_signed' },
    { topic: 'other', outcome: 'unknown_topic', ms: 0 },
    { ...known, outcome: 'wrong_method' },
  ]);
});

test('a duplicate is answered 200, so that it does not come a third time', async () => {
  outcome = 'duplicate';
  expect(await deliver()).toBe(200);
});

test('what cannot be stored is answered 503, so that it comes again', async () => {
  outcome = new Error('no database');
  expect(await deliver()).toBe(503);
  expect(lines).toEqual([{ ...ABOUT, error: outcome, message: 'a webhook could not be stored' }]);
});

test('when more comes than can be stored, it is answered 503 and told apart', async () => {
  outcome = new TooBusy();
  expect(await deliver()).toBe(503);
  expect(answered).toMatchObject([{ outcome: 'too_busy' }]);
  expect(lines).toEqual([{ ...ABOUT, error: outcome, message: 'a webhook could not be stored' }]);
});

test('every outcome that brings a webhook back is one that somebody is woken for', () => {
  const alerts = readFileSync('docs/metrics/alerts.yaml', 'utf8');
  const [, named = ''] =
    /webhook_accept_duration_seconds_count\{outcome=~"([^"]+)"/.exec(alerts) ?? [];
  const outcomes = Object.entries(STATUS).flatMap(([name, status]) =>
    status === 503 ? [name] : [],
  );
  expect(named.split('|').toSorted()).toEqual([...outcomes, 'failed'].toSorted());
});

describe('whether a webhook is still waited for', () => {
  test('it is while its sender waits', async () => {
    const seen: boolean[] = [];
    onStore = async (isAwaited) => void seen.push(isAwaited());
    expect(await deliver()).toBe(200);
    expect(seen).toEqual([true]);
  });

  test('it is not when its sender has hung up, which is no error', async () => {
    const hangUp = new AbortController();
    onStore = async (isAwaited) => {
      hangUp.abort();
      await expect.poll(isAwaited).toBe(false);
      outcome = new NobodyWaits();
    };
    const sent = fetch(served.url, {
      method: 'POST',
      body: BODY,
      signal: hangUp.signal,
      headers: {
        'x-shopify-topic': 'refunds/create',
        'x-shopify-shop-domain': 'unit-test.myshopify.com',
        'x-shopify-hmac-sha256': sign(BODY),
        'x-shopify-webhook-id': 'w-1',
        'x-shopify-api-version': '2026-10',
      },
    });
    await expect(sent).rejects.toThrow();
    await expect.poll(() => answered).toMatchObject([{ outcome: 'given_up' }]);
    expect(lines).toEqual([]);
  });
});

describe('signatures', () => {
  test.each([
    ['of another secret', sign(BODY, 'other')],
    ['of another body', sign(`${BODY} `)],
    ['in another alphabet', Buffer.from(sign(BODY), 'base64').toString('hex')],
    ['cut short', sign(BODY).slice(0, 20)],
    ['that is none', 'x'],
    ['that is empty', ''],
    ['that is missing', null],
  ])('a signature %s is answered 401 and nothing is stored', async (_case, signature) => {
    expect(await deliver({ 'x-shopify-hmac-sha256': signature })).toBe(401);
    expect(stored).toEqual([]);
  });

  test('the secret before the rotation still signs what it signed, and nothing else', async () => {
    const signature = sign(BODY, PREVIOUS_SECRET);
    expect(await deliver({ 'x-shopify-hmac-sha256': signature }, `${BODY} `)).toBe(401);
    expect(stored).toEqual([]);
    expect(await deliver({ 'x-shopify-hmac-sha256': signature })).toBe(200);
    expect(stored).toHaveLength(1);
  });

  test('one changed byte of the body is answered 401', async () => {
    const signature = sign(BODY);
    const forged = BODY.replace('"order_id":7', '"order_id":8');
    expect(await deliver({ 'x-shopify-hmac-sha256': signature }, forged)).toBe(401);
  });

  test('the bytes count, not what they mean', async () => {
    const spaced = JSON.stringify(JSON.parse(BODY), null, 2);
    expect(await deliver({ 'x-shopify-hmac-sha256': sign(spaced) }, spaced)).toBe(200);
    expect(await deliver({ 'x-shopify-hmac-sha256': sign(BODY) }, spaced)).toBe(401);
  });
});

describe('deliveries that say too little', () => {
  test.each(['x-shopify-topic', 'x-shopify-shop-domain', 'x-shopify-webhook-id'])(
    'without %s: 400',
    async (header) => {
      expect(await deliver({ [header]: null })).toBe(400);
      expect(stored).toEqual([]);
    },
  );

  test.each([
    ['x-shopify-webhook-id', 'w'.repeat(5_000)],
    ['x-shopify-shop-domain', `${'a'.repeat(5_000)}.myshopify.com`],
  ])('with %s of no sensible length, which could never be kept: 400', async (header, value) => {
    expect(await deliver({ [header]: value })).toBe(400);
    expect(stored).toEqual([]);
  });

  test.each(['example.com', 'unit-test.myshopify.com.example.com', 'https://a.myshopify.com'])(
    'from %s, which is no shop: 400',
    async (shop) => {
      expect(await deliver({ 'x-shopify-shop-domain': shop })).toBe(400);
    },
  );

  test('a body that is not JSON: 400', async () => {
    expect(await deliver({}, '{"order_id":')).toBe(400);
  });

  test.each([
    [null, null],
    ['', 'soon'],
    ['e'.repeat(5_000), '-271821-04-20T00:00:00Z'],
    [null, '+275760-09-13T00:00:00Z'],
  ])(
    'without an event id the delivery counts as its own event; without a time as of now (%#)',
    async (event, time) => {
      await deliver({ 'x-shopify-event-id': event, 'x-shopify-triggered-at': time });
      expect(stored).toMatchObject([{ webhook: { eventId: 'w-1', triggeredAt: NOW } }]);
    },
  );
});

test('an unknown topic is never said to be taken: 404', async () => {
  expect(await deliver({ 'x-shopify-topic': 'products/update' })).toBe(404);
  expect(stored).toEqual([]);
  expect(lines).toEqual([
    { ...ABOUT, topic: 'products/update', message: 'a webhook came of an unknown topic' },
  ]);
});

test('a payload that lacks what its topic promises is answered 422 and names the field alone', async () => {
  const body = JSON.stringify({ order_id: 'somebody@example.com' });
  expect(await deliver({}, body)).toBe(422);
  const message = 'a webhook is not what its topic promises';
  expect(lines).toEqual([{ ...ABOUT, fields: ['order_id'], message }]);
  const topic = 'orders/edited';
  expect(await deliver({ 'x-shopify-topic': topic }, '{"order_edit":{}}')).toBe(422);
  expect(lines[1]).toEqual({ ...ABOUT, topic, fields: ['order_edit.order_id'], message });
  expect(stored).toEqual([]);
});

test('a body that names another shop is answered 401, and noted without it', async () => {
  const topic = 'app/uninstalled';
  const body = JSON.stringify({ id: 1, myshopify_domain: 'another.myshopify.com' });
  expect(await deliver({ 'x-shopify-topic': topic }, body)).toBe(401);
  expect(stored).toEqual([]);
  const message = 'a webhook came whose body names another shop';
  expect(lines).toEqual([{ ...ABOUT, topic, message }]);
});

test('an example, which names no shop, is answered 200 and nothing comes of it', async () => {
  const topic = 'app/uninstalled';
  const body = JSON.stringify({ id: 1, myshopify_domain: '{shop}.myshopify.com' });
  expect(await deliver({ 'x-shopify-topic': topic }, body)).toBe(200);
  expect(stored).toEqual([]);
  const message = 'a webhook of which nothing comes: an example, or of a former topic';
  expect(lines).toEqual([{ ...ABOUT, topic, message }]);
});

test.each([
  ['2027-01', '2027-01'],
  [null, null],
])('another API version (%o) is taken, and noted', async (version, noted) => {
  expect(await deliver({ 'x-shopify-api-version': version })).toBe(200);
  expect(stored).toHaveLength(1);
  const message = 'a webhook came in another API version';
  expect(lines).toEqual([{ ...ABOUT, apiVersion: noted, message }]);
});

test('case 69: a text that cannot be kept is kept as far as it can be, and never comes again', async () => {
  const payload = (name: string) =>
    JSON.stringify({
      admin_graphql_api_id: 'gid://shopify/Order/7',
      name: '#1',
      email: `a${name}@example.com`,
      created_at: '2026-11-22T08:00:00Z',
      updated_at: '2026-11-22T08:00:00Z',
      total_price_set: { presentment_money: { amount: '1.00', currency_code: 'EUR' } },
      customer: null,
    });
  for (const name of ['\u0000', '\ud83d']) {
    const body = payload(name);
    const headers = { 'x-shopify-topic': 'orders/updated', 'x-shopify-hmac-sha256': sign(body) };
    expect(await deliver(headers, body)).toBe(200);
    expect(stored.at(-1)?.webhook.event).toMatchObject({
      snapshot: { email: 'a\uFFFD@example.com' },
    });
  }
});

test('only POST is for webhooks, and who asks otherwise is told', async () => {
  for (const [method, allow] of [
    ['GET', 'POST'],
    ['POST', null],
  ] as const) {
    const response = await fetch(served.url, { method });
    expect(response.status).toBe(method === 'GET' ? 405 : 401);
    expect(response.headers.get('allow')).toBe(allow);
  }
});

test('who was answered meanwhile, because it took too long, is not answered twice', async () => {
  const request = { method: 'POST', headers: {} } as IncomingMessage;
  const written: unknown[] = [];
  const response = {
    headersSent: true,
    writeHead: (status: number) => {
      written.push(status);
      return response;
    },
    end: () => response,
  } as unknown as ServerResponse;
  await served.endpoint(request, response, Buffer.from(BODY));
  expect(written).toEqual([]);
});

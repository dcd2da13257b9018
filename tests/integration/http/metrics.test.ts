import { createHmac } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from 'vitest';

import type { OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import type { BareServer } from '../../../app/http/server/bare-server.ts';
import { startMetrics } from '../../../app/processes/metrics.ts';
import { type BareApp, BARE_APP_SECRET, openBareApp } from '../../support/processes/bare-app.ts';

/* What a process tells of itself, as production has it: on a port of its own, from a real queue. */

const SHOP = 'one.myshopify.com' as ShopDomain;
const ORDER = 'gid://shopify/Order/987654321' as OrderId;

let app: BareApp;
let metrics: BareServer | null;

beforeAll(async () => {
  app = await openBareApp({ works: false, more: { METRICS_PORT: '0' } });
  metrics = await startMetrics(app.assembly.container);
});

afterAll(async () => {
  await metrics?.close();
  await app.close();
});

async function tell(): Promise<string> {
  const response = await fetch(`${metrics?.url}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return response.text();
}

function deliver(): Promise<number> {
  const body = JSON.stringify({
    shop_id: 1,
    shop_domain: SHOP,
    customer: { id: 3 },
    orders_requested: [],
    data_request: { id: 5 },
  });
  return fetch(`${app.web.url}/webhooks`, {
    method: 'POST',
    body,
    headers: {
      'x-shopify-topic': 'customers/data_request',
      'x-shopify-shop-domain': SHOP,
      'x-shopify-hmac-sha256': createHmac('sha256', BARE_APP_SECRET).update(body).digest('base64'),
      'x-shopify-webhook-id': 'w-1',
      'x-shopify-api-version': '2026-10',
    },
  }).then(({ status }) => status);
}

test('nothing is told unless somebody asks for it, and then on loopback', async () => {
  const { container } = app.assembly;
  const { config } = container;
  expect(config.metrics).toEqual({ host: '127.0.0.1', port: 0 });
  expect(await startMetrics({ ...container, config: { metrics: null } })).toBeNull();
  expect(metrics?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('the metrics are nowhere but at their own address', async () => {
  expect((await fetch(`${metrics?.url}/`)).status).toBe(404);
  expect((await fetch(`${metrics?.url}/metrics`, { method: 'POST' })).status).toBe(404);
  expect(await (await fetch(`${app.web.url}/metrics`)).text()).not.toContain('unorder_');
});

test('queues are told as they are: what is due and for how long, what is for later', async () => {
  const { queue, clock } = app.assembly.container;
  const now = clock.now();
  const refresh = { name: 'refresh-order', shop: SHOP, orderId: ORDER } as const;
  await queue.enqueue({ job: refresh, at: now - 120_000 });
  await queue.enqueue({ job: refresh, at: now + 3_600_000 });
  const text = await tell();
  expect(text).toContain('unorder_queue_jobs{queue="refresh-order",state="due"} 1');
  expect(text).toContain('unorder_queue_jobs{queue="refresh-order",state="later"} 1');
  expect(text).toContain('unorder_queue_jobs{queue="sync-orders",state="due"} 0');
  const [, age] = /oldest_due_seconds\{queue="refresh-order"\} ([\d.]+)/.exec(text) ?? [];
  expect(Number(age)).toBeGreaterThan(110);
  expect(Number(age)).toBeLessThan(300);
});

test('requests and webhooks are told by pattern and topic, never by address, shop, person or order', async () => {
  expect(await deliver()).toBe(200);
  await fetch(`${app.web.url}/livez`);
  await fetch(`${app.web.url}/app/orders/987654321?customer=casey`);
  await expect
    .poll(tell)
    .toContain(
      'unorder_http_request_duration_seconds_count{method="GET",route="other",status="5xx"} ',
    );
  const text = await tell();
  expect(text).toContain(
    'unorder_webhook_accept_duration_seconds_count{topic="customers/data_request",outcome="kept"} 1',
  );
  expect(text).toMatch(/duration_seconds_count\{method="POST",route="\/webhooks",status="2xx"\} 1/);
  expect(text).toMatch(/duration_seconds_count\{method="GET",route="\/livez",status="2xx"\} 1/);
  expect(text).not.toMatch(/987654321|casey|myshopify/);
});

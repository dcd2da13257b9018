import { createHmac } from 'node:crypto';

import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { readConfig } from '../../../app/config.server.ts';
import { assemble, type Assembly } from '../../../app/container.server.ts';
import type { OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import type { BareServer } from '../../../app/http/server/bare-server.ts';
import { startMetrics } from '../../../app/processes/metrics.ts';
import { startWeb, type Web } from '../../../app/processes/web.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';

/* What a process tells of itself, as production has it: on a port of its own, from a real queue. */

const SECRET = 'made-up-secret';
const SHOP = 'one.myshopify.com' as ShopDomain;
const ORDER = 'gid://shopify/Order/987654321' as OrderId;

let testDatabase: TestDatabase;
let assembly: Assembly;
let web: Web;
let metrics: BareServer | null;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const config = readConfig({
    NODE_ENV: 'test',
    SHOPIFY_API_KEY: '0123456789abcdef0123456789abcdef',
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: 'https://unorder.example',
    DATABASE_URL: testDatabase.url,
    LOG_LEVEL: 'silent',
    PORT: '0',
    METRICS_PORT: '0',
  });
  assembly = await assemble(config, { process: 'test', works: false });
  metrics = await startMetrics(assembly.container);
  web = await startWeb(assembly, {
    files: express.Router(),
    build: () => Promise.reject(new Error('No page is asked for here.')),
  });
});

afterAll(async () => {
  await web.close();
  await metrics?.close();
  await assembly.close();
  await testDatabase.drop();
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
  return fetch(`${web.url}/webhooks`, {
    method: 'POST',
    body,
    headers: {
      'x-shopify-topic': 'customers/data_request',
      'x-shopify-shop-domain': SHOP,
      'x-shopify-hmac-sha256': createHmac('sha256', SECRET).update(body).digest('base64'),
      'x-shopify-webhook-id': 'w-1',
      'x-shopify-api-version': '2026-10',
    },
  }).then(({ status }) => status);
}

test('nothing is told unless somebody asks for it, and then on loopback', async () => {
  const { container } = assembly;
  const { config } = container;
  expect(config.metrics).toEqual({ host: '127.0.0.1', port: 0 });
  expect(await startMetrics({ ...container, config: { metrics: null } })).toBeNull();
  expect(metrics?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('the metrics are nowhere but at their own address', async () => {
  expect((await fetch(`${metrics?.url}/`)).status).toBe(404);
  expect((await fetch(`${metrics?.url}/metrics`, { method: 'POST' })).status).toBe(404);
  expect(await (await fetch(`${web.url}/metrics`)).text()).not.toContain('unorder_');
});

test('queues are told as they are: what is due and for how long, what is for later', async () => {
  const { queue, clock } = assembly.container;
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
  await fetch(`${web.url}/livez`);
  await fetch(`${web.url}/app/orders/987654321?customer=casey`);
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

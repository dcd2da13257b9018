import { createHmac } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { openWebStage, type WebStage } from './web-stage.ts';

let stage: WebStage;
/** A delivery that the app takes. */
let body: string;
let headers: Record<string, string>;

beforeAll(async () => {
  stage = await openWebStage();
}, 180_000);
afterAll(() => stage.close());

beforeEach(() => {
  const { customer, domain } = stage.shop;
  body = orderPayload(stage.placeOrder().id, customer);
  headers = {
    'content-type': 'application/json',
    'x-shopify-topic': 'orders/updated',
    'x-shopify-shop-domain': domain,
    'x-shopify-webhook-id': 'w-1',
    'x-shopify-event-id': 'e-1',
    'x-shopify-api-version': '2026-10',
    'x-shopify-triggered-at': new Date().toISOString(),
  };
});

function orderPayload(
  id: number,
  { firstName, lastName, email }: WebStage['shop']['customer'],
): string {
  const at = new Date().toISOString();
  const money = { amount: '25.00', currency_code: 'EUR' };
  return JSON.stringify({
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name: '#1001',
    email,
    created_at: at,
    updated_at: at,
    cancelled_at: null,
    financial_status: 'paid',
    fulfillment_status: null,
    total_price_set: { shop_money: money, presentment_money: money },
    customer: {
      id: 1,
      admin_graphql_api_id: 'gid://shopify/Customer/1',
      first_name: firstName,
      last_name: lastName,
    },
  });
}

const signed = (text: string, secret = stage.clientSecret): Record<string, string> => ({
  'x-shopify-hmac-sha256': createHmac('sha256', secret).update(text).digest('base64'),
});

/** The answer's status, or that the app hung up. */
async function deliver(
  text: string,
  signature: Record<string, string>,
): Promise<number | 'hung up'> {
  try {
    const response = await fetch(`${stage.url}/webhooks`, {
      method: 'POST',
      headers: { ...headers, ...signature },
      body: text,
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 'hung up';
  }
}

test('a webhook signed with another secret is refused and changes nothing', async () => {
  const status = await stage.changingNothing(() => deliver(body, signed(body, 'guessed-secret')));
  expect(status).toBe(401);
});

test('a webhook with the signature of an older one is refused and changes nothing', async () => {
  const older = orderPayload(1, stage.shop.customer);
  expect(await stage.changingNothing(() => deliver(body, signed(older)))).toBe(401);
});

test('a webhook without a signature is refused and changes nothing', async () => {
  expect(await stage.changingNothing(() => deliver(body, {}))).toBe(401);
});

test('a signed body that is not JSON is refused and changes nothing', async () => {
  const text = `${body.slice(0, -1)},`;
  expect(await stage.changingNothing(() => deliver(text, signed(text)))).toBe(400);
});

test('a signed body that is not what its topic promises is refused and changes nothing', async () => {
  const wrong = { admin_graphql_api_id: 'gid://shopify/Product/1' };
  const text = JSON.stringify({ ...(JSON.parse(body) as object), ...wrong });
  expect(await stage.changingNothing(() => deliver(text, signed(text)))).toBe(422);
});

test('a topic that the app does not know is refused and changes nothing', async () => {
  headers['x-shopify-topic'] = 'carts/update';
  expect(await stage.changingNothing(() => deliver(body, signed(body)))).toBe(404);
});

test.each(['x-shopify-topic', 'x-shopify-shop-domain', 'x-shopify-webhook-id'])(
  'a delivery without %s is refused and changes nothing',
  async (name) => {
    delete headers[name];
    expect(await stage.changingNothing(() => deliver(body, signed(body)))).toBe(400);
  },
);

test('a signed body of more than a mebibyte is not taken and changes nothing', async () => {
  const text = JSON.stringify({ ...(JSON.parse(body) as object), note: 'x'.repeat(1024 * 1024) });
  expect([413, 'hung up']).toContain(
    await stage.changingNothing(() => deliver(text, signed(text))),
  );
});

test('after all of that a genuine webhook is taken, once', async () => {
  expect(await deliver(body, signed(body))).toBe(200);
  expect(await stage.changingNothing(() => deliver(body, signed(body)))).toBe(200);
});

test('the log names no customer', () => stage.expectLogNamesNobody());

import { createHmac, randomUUID } from 'node:crypto';
import { type ScenarioShop, seedOrder } from 'devstore/seed';

/** A signed delivery, as HTTP carries it. */
interface WebhookRequest {
  readonly method: 'POST';
  readonly path: '/webhooks';
  readonly headers: Record<string, string>;
  readonly body: string;
}

const BODY_BYTES = 2_048;
const ORDERS = 256;

/**
 * Endlessly many `orders/create` deliveries of 2 KB, each a new event: what the local Shopify sends of an
 * order, filled up with a field that the app does not read.
 */
export function webhookRequests(shop: ScenarioShop, secret: string): () => WebhookRequest {
  seedOrder(shop);
  const [sample] = shop.world.webhooks.list({ shop: shop.domain, topic: 'orders/create' });
  if (!sample) throw new Error('An order was placed and no webhook about it.');
  const signed = Array.from({ length: ORDERS }, (_, index) => {
    const body = payload(sample.body, 1_000_000 + index);
    return { body, hmac: createHmac('sha256', secret).update(body).digest('base64') };
  });
  let count = 0;
  return () => {
    const { body, hmac } = signed[count++ % ORDERS] ?? { body: '', hmac: '' };
    return {
      method: 'POST',
      path: '/webhooks',
      body,
      headers: {
        ...sample.headers,
        'X-Shopify-Hmac-Sha256': hmac,
        'X-Shopify-Webhook-Id': randomUUID(),
        'X-Shopify-Event-Id': randomUUID(),
      },
    };
  };
}

function payload(sample: string, number: number): string {
  const order = {
    ...(JSON.parse(sample) as object),
    id: number,
    admin_graphql_api_id: `gid://shopify/Order/${number}`,
    filling: '',
  };
  const missing = BODY_BYTES - Buffer.byteLength(JSON.stringify(order));
  return JSON.stringify({ ...order, filling: 'x'.repeat(missing) });
}

import { createHmac } from 'node:crypto';
import type { WebhookDelivery } from 'devstore/world';

import type { Chance } from '../simulation/chance.ts';
import type { Hostile } from './hostile.ts';

/** What somebody has who listened in once: whole deliveries, each with its signature, and no secret. */
export interface Recorded {
  readonly body: string;
  readonly signature: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A delivery as it went over the wire. */
export const recorded = ({ body, headers }: WebhookDelivery, secret: string): Recorded => ({
  body,
  signature: createHmac('sha256', secret).update(body).digest('base64'),
  headers,
});

type Swap = (one: Recorded, at: { readonly chance: Chance; readonly about: About }) => Swapped;
type Swapped = Readonly<Record<string, string | null>>;

interface About {
  /** Every topic that the app takes. */
  readonly topics: readonly string[];
  readonly shops: readonly string[];
}

const DAY = 86_400_000;
const freshId = (chance: Chance) => `w-${chance.below(1_000_000_000)}`;

/** None of these headers is covered by the signature; null leaves one out. */
const SWAPS: Readonly<Record<string, Swap>> = {
  replayed: () => ({}),
  'replayed anew': (_one, { chance }) => ({
    'X-Shopify-Webhook-Id': freshId(chance),
    'X-Shopify-Event-Id': freshId(chance),
  }),
  'other topic': (_one, { chance, about }) => ({
    'X-Shopify-Topic': chance.oneOf([...about.topics, '__proto__', 'orders/UPDATED', '']),
    'X-Shopify-Webhook-Id': freshId(chance),
    'X-Shopify-Event-Id': freshId(chance),
  }),
  'other shop': (_one, { chance, about }) => ({
    'X-Shopify-Shop-Domain': chance.oneOf([
      ...about.shops,
      'evil.myshopify.com',
      'evil.example',
      'EVIL.MYSHOPIFY.COM',
    ]),
    'X-Shopify-Webhook-Id': freshId(chance),
    'X-Shopify-Event-Id': freshId(chance),
  }),
  'other shop and topic': (_one, { chance, about }) => ({
    'X-Shopify-Topic': chance.oneOf(about.topics),
    'X-Shopify-Shop-Domain': chance.oneOf(about.shops),
    'X-Shopify-Webhook-Id': freshId(chance),
    'X-Shopify-Event-Id': freshId(chance),
  }),
  'other ids': (_one, { chance }) => ({
    [chance.oneOf(['X-Shopify-Webhook-Id', 'X-Shopify-Event-Id'])]: chance.oneOf([
      null,
      '',
      '\u00e9'.repeat(20),
      'x'.repeat(2_000),
      "'; DROP TABLE webhook_inbox; --",
      freshId(chance),
    ]),
  }),
  'other version': (_one, { chance }) => ({
    'X-Shopify-API-Version': chance.oneOf([null, '', '2019-04', '2099-01', 'unstable', '../..']),
    'X-Shopify-Webhook-Id': freshId(chance),
    'X-Shopify-Event-Id': freshId(chance),
  }),
  stale: (_one, { chance }) => ({
    'X-Shopify-Triggered-At': chance.oneOf([
      new Date(Date.now() - 400 * DAY).toISOString(),
      new Date(Date.now() + 400 * DAY).toISOString(),
      '9'.repeat(40),
      '-1',
      'yesterday',
      '',
    ]),
    'X-Shopify-Webhook-Id': freshId(chance),
    'X-Shopify-Event-Id': freshId(chance),
  }),
};

export const SWAP_KINDS: readonly string[] = Object.keys(SWAPS);

/** A genuine body under its genuine signature, sent by somebody else under headers of their choice. */
export function replayedWebhook(
  chance: Chance,
  kind: string,
  one: Recorded,
  about: About,
): Hostile {
  const changes = SWAPS[kind]?.(one, { chance, about }) ?? {};
  const headers = { ...one.headers, 'X-Shopify-Hmac-Sha256': one.signature, ...changes };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  const text = [
    'POST /webhooks HTTP/1.1',
    'Host: app',
    'Connection: close',
    ...lines,
    `Content-Length: ${Buffer.byteLength(one.body)}`,
    '',
    // Written as bytes, one for each character.
    Buffer.from(one.body).toString('latin1'),
  ].join('\r\n');
  // Taken and told apart later: what it did is judged by what became of the shops.
  return { kind: `webhook ${kind}`, text, isOpen: true };
}

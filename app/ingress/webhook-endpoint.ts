import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

import { z } from 'zod';

import { NobodyWaits, TooBusy } from '../application/shared/back-pressure.ts';
import type { Clock } from '../application/shared/clock.ts';
import type { Logger } from '../application/shared/log.ts';
import type { WebhookInbox, WebhookEvent } from '../application/webhook/ports.ts';
import { type ShopDomain, parseShopDomain } from '../domain/ids.ts';
import type { EpochMs } from '../domain/time.ts';
import { isWellFormed, wellFormed } from '../domain/text/well-formed.ts';
import { parseLosslessJson } from './lossless-json.ts';
import { isSignedByAny } from '../http/server/signature.ts';
import { OtherShop, WEBHOOK_TOPICS } from './webhook-topics.ts';

export interface WebhookEndpointDeps {
  /**
   * Each of them signs genuine webhooks. While a secret is being rotated there are two: Shopify goes on
   * signing with the old one until it is revoked, and for up to an hour after that.
   * Sources: https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets/rotate-revoke-client-credentials
   * https://shopify.dev/docs/apps/build/webhooks/verify-deliveries
   */
  readonly apiSecrets: readonly string[];
  /** The Admin API version the app is written for. */
  readonly apiVersion: string;
  readonly inbox: WebhookInbox;
  readonly clock: Clock;
  readonly log: Logger;
  /** A delivery was answered, of a topic that the app knows or "other". */
  readonly onAnswered?: (answer: {
    readonly topic: string;
    readonly outcome: WebhookOutcome | 'failed';
    readonly ms: number;
  }) => void;
}

/** What became of a delivery, and the status that says so. */
export const STATUS = {
  kept: 200,
  known_before: 200,
  nothing_in_it: 200,
  not_a_delivery: 400,
  not_signed: 401,
  unknown_topic: 404,
  wrong_method: 405,
  not_as_promised: 422,
  not_kept: 503,
  too_busy: 503,
  given_up: 503,
} as const;

export type WebhookOutcome = keyof typeof STATUS;

/**
 * Takes Shopify's webhooks: checks the signature over the raw bytes, keeps the few fields the app declares,
 * stores them with the job that applies them, and answers 200 once that is committed. Nothing is applied here:
 * Shopify waits five seconds and takes anything but 2xx for a failure, to be repeated eight times within four
 * hours. So a delivery is answered 200 only when it is kept or known; one that cannot be kept *now* gets an
 * answer that brings it back.
 *
 * 401: not signed by Shopify, or signed for another shop. 400: signed, but not a webhook delivery. 404: a topic
 * this version does not know; a newer one, perhaps being rolled out this minute, may. 422: not what the topic
 * promises. 503: the database is away, or there is more to store than it manages. How long a body may be was
 * decided before it came here.
 *
 * Sources: https://shopify.dev/docs/apps/build/webhooks/delivery-structure
 * https://shopify.dev/changelog/updates-to-webhook-retry-mechanism
 */
export function createWebhookEndpoint(deps: WebhookEndpointDeps) {
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
  ): Promise<void> => {
    const startedAt = deps.clock.now();
    const topic = knownTopic(request.headers);
    let outcome: WebhookOutcome | 'failed' = 'failed';
    let status: number;
    try {
      outcome = await receive(deps, request, body, () => isOpen(response));
      status = STATUS[outcome];
    } finally {
      deps.onAnswered?.({ topic, outcome, ms: deps.clock.now() - startedAt });
    }
    // Whoever waited for it may have been answered already.
    if (response.headersSent) return;
    if (status === 405) response.setHeader('allow', 'POST');
    response.writeHead(status).end();
  };
}

async function receive(
  deps: WebhookEndpointDeps,
  request: IncomingMessage,
  body: Buffer,
  isAwaited: () => boolean,
): Promise<WebhookOutcome> {
  if (request.method !== 'POST') return 'wrong_method';
  const { headers } = request;
  const signature = one(headers, 'x-shopify-hmac-sha256') ?? '';
  if (!isSignedByAny(deps.apiSecrets, body, Buffer.from(signature, 'base64'))) return 'not_signed';

  const delivery = readHeaders(headers, deps.clock.now());
  if (!delivery) return 'not_a_delivery';
  const { shop, topic, webhookId, apiVersion } = delivery;
  const about = { shop, topic, webhookId };
  if (apiVersion !== deps.apiVersion) {
    // Shopify falls forward when a version ends; the fields the app reads may still be there.
    deps.log.warn({ ...about, apiVersion }, 'a webhook came in another API version');
  }
  const read = WEBHOOK_TOPICS.get(topic);
  if (!read) {
    deps.log.warn(about, 'a webhook came of an unknown topic');
    return 'unknown_topic';
  }
  const parsed = parseLosslessJson(body.toString('utf8'));
  if (parsed === undefined) return 'not_a_delivery';
  // The news is true whatever somebody managed to write into a name, and no delivery of it would be better: a
  // text that PostgreSQL cannot keep is kept as far as it can be. Refused, it would come again for four hours.
  const payload = isWellFormed(parsed) ? parsed : wellFormed(parsed);
  let event: WebhookEvent | null;
  try {
    event = read(payload, shop);
  } catch (error) {
    if (error instanceof OtherShop) {
      deps.log.warn(about, 'a webhook came whose body names another shop');
      return 'not_signed';
    }
    if (!(error instanceof z.ZodError)) throw error;
    const fields = error.issues.map(({ path }) => path.join('.'));
    deps.log.error({ ...about, fields }, 'a webhook is not what its topic promises');
    return 'not_as_promised';
  }
  if (event) return store(deps, delivery, event, isAwaited);
  deps.log.warn(about, 'a webhook of which nothing comes: an example, or of a former topic');
  return 'nothing_in_it';
}

async function store(
  { inbox, clock, log }: WebhookEndpointDeps,
  { shop, topic, webhookId, eventId, triggeredAt }: Delivery,
  event: WebhookEvent,
  isAwaited: () => boolean,
): Promise<WebhookOutcome> {
  const receivedAt = clock.now();
  try {
    const stored = await inbox.store(
      shop,
      { webhookId, eventId, topic, triggeredAt, receivedAt, event },
      { job: { name: 'apply-webhook', shop, webhookId }, at: receivedAt },
      isAwaited,
    );
    return stored === 'duplicate' ? 'known_before' : 'kept';
  } catch (error) {
    if (error instanceof NobodyWaits) return 'given_up';
    log.error({ shop, topic, webhookId, error }, 'a webhook could not be stored');
    return error instanceof TooBusy ? 'too_busy' : 'not_kept';
  }
}

/** Whether somebody still waits for the answer. */
const isOpen = ({ headersSent, destroyed }: ServerResponse): boolean => !headersSent && !destroyed;

/** No signature covers the header: a topic that anybody can make up is none. */
const knownTopic = (headers: IncomingHttpHeaders): string => {
  const topic = one(headers, 'x-shopify-topic') ?? '';
  return WEBHOOK_TOPICS.has(topic) ? topic : 'other';
};

interface Delivery {
  readonly shop: ShopDomain;
  readonly topic: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly apiVersion: string | null;
  readonly triggeredAt: EpochMs;
}

/** Null when the headers do not name shop, topic and delivery. */
function readHeaders(headers: IncomingHttpHeaders, now: EpochMs): Delivery | null {
  const shop = parseShopDomain(one(headers, 'x-shopify-shop-domain') ?? '');
  const topic = one(headers, 'x-shopify-topic');
  const webhookId = one(headers, 'x-shopify-webhook-id');
  if (!shop || !topic || !webhookId) return null;
  const triggeredAt = Date.parse(one(headers, 'x-shopify-triggered-at') ?? '');
  return {
    shop,
    topic,
    webhookId,
    eventId: one(headers, 'x-shopify-event-id') ?? webhookId,
    apiVersion: one(headers, 'x-shopify-api-version'),
    triggeredAt: triggeredAt >= FIRST_TIME && triggeredAt < LAST_TIME ? triggeredAt : now,
  };
}

/** No signature covers the headers: a time that no clock shows says nothing, and may be none that can be kept. */
const FIRST_TIME = Date.UTC(2006, 0);
const LAST_TIME = Date.UTC(3000, 0);
/** Far more than Shopify's names and ids have; what is much longer fits in no index of PostgreSQL. */
const LONGEST_HEADER = 255;

/** A header that may be there once; null for none, an empty one, several, and one of no sensible length. */
function one(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  if (typeof value !== 'string' || value.length > LONGEST_HEADER) return null;
  return value === '' ? null : value;
}

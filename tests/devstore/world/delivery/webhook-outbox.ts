/**
 * From an event to deliveries: who subscribed, what they receive, when each attempt is due.
 * Delivery structure: https://shopify.dev/docs/apps/build/webhooks/delivery-structure
 */
import type {
  App,
  DeliveryOutcome,
  WebhookDelivery,
  Webhooks,
  WebhookSubscriptionSpec,
} from '../contracts/contract.ts';
import { CommerceRefusal } from '../contracts/contract.ts';
import type { Clock } from '../clock.ts';
import type { FaultBook } from '../faults.ts';
import type { EventSink } from '../kernel.ts';
import type { EpochMs, Shop, ShopDomain } from '../model.ts';
import type { Random } from '../random.ts';
import { redacted } from '../shop/protected-data.ts';
import { inShopTime } from './webhook-payloads/time.ts';

/**
 * Eight retries over four hours with growing pauses. The total is documented, the pauses are not:
 * they double here. Source: https://shopify.dev/changelog/updates-to-webhook-retry-mechanism
 */
const RETRIES = 8;
const RETRY_SPAN_MS = 4 * 3600 * 1000;
const FIRST_PAUSE_MS = RETRY_SPAN_MS / (2 ** RETRIES - 1);

/**
 * Of payloads that are equal only the first within so long is sent: `include_fields` that name nothing that
 * changes lose what comes after. Of the law's topics nothing of the kind is documented.
 * Sources: https://shopify.dev/docs/apps/build/webhooks/best-practices#avoid-debounces
 * https://shopify.dev/changelog/posts/enhanced-delivery-profile-webhooks-now-include-additional-payload-fields
 */
const DEBOUNCE_MS = 15 * 60 * 1000;
const LAWS_TOPICS: readonly string[] = [
  'customers/data_request',
  'customers/redact',
  'shop/redact',
];

/** How long the platform takes to send the first attempt. */
const FIRST_ATTEMPT_MS = { from: 150, to: 1200 } as const;

interface LiveDelivery extends WebhookDelivery {
  attempts: number;
  dueAt: EpochMs | null;
  state: WebhookDelivery['state'];
  readonly outcomes: { readonly at: EpochMs; readonly outcome: DeliveryOutcome }[];
}

interface Event {
  readonly id: string;
  readonly shop: Shop;
  readonly topic: string;
  readonly orderId: number | null;
  readonly payload: object;
}

export interface WebhookOutbox {
  readonly webhooks: Webhooks;
  readonly events: EventSink;
  nextDueAt(): EpochMs | null;
}

export function createWebhookOutbox(o: {
  clock: Clock;
  random: Random;
  faults: FaultBook;
  shopOf: (domain: ShopDomain) => Shop;
  appsOn: (domain: ShopDomain) => readonly App[];
  privacyPayload: (shop: Shop, topic: string, customerId: number | null) => object;
  appOf: (clientId: string) => App;
}): WebhookOutbox {
  const deliveries = new Map<string, LiveDelivery>();
  /** Only what still waits, so that asking for the next is cheap however many have been sent. */
  const scheduled = new Set<LiveDelivery>();

  /** When a payload was last sent, by subscription and shop. */
  const sentAt = new WeakMap<WebhookSubscriptionSpec, Map<string, EpochMs>>();

  const isDebounced = (
    subscription: WebhookSubscriptionSpec,
    shop: Shop,
    body: string,
  ): boolean => {
    if (LAWS_TOPICS.includes(subscription.topic)) return false;
    const sent = sentAt.get(subscription) ?? new Map<string, EpochMs>();
    sentAt.set(subscription, sent);
    const key = `${shop.domain} ${body}`;
    const last = sent.get(key);
    if (last !== undefined && o.clock.now() - last < DEBOUNCE_MS) return true;
    sent.set(key, o.clock.now());
    return false;
  };

  const deliveryOf = (id: string): LiveDelivery => {
    const delivery = deliveries.get(id);
    if (delivery === undefined) throw new CommerceRefusal(`There is no webhook delivery ${id}.`);
    return delivery;
  };

  const plan = (delivery: LiveDelivery, at: EpochMs): void => {
    delivery.dueAt = at;
    delivery.state = 'scheduled';
    scheduled.add(delivery);
  };

  const copyOf = (delivery: LiveDelivery): LiveDelivery => {
    const id = o.random.uuid();
    const copy: LiveDelivery = {
      ...delivery,
      id,
      headers: { ...delivery.headers, 'X-Shopify-Webhook-Id': id },
      attempts: 0,
      outcomes: [],
    };
    deliveries.set(id, copy);
    plan(copy, o.clock.now() + o.random.between(FIRST_ATTEMPT_MS.from, FIRST_ATTEMPT_MS.to));
    return copy;
  };

  const send = (app: App, subscription: WebhookSubscriptionSpec, event: Event): void => {
    const included = subscription.includeFields;
    const shown = LAWS_TOPICS.includes(event.topic)
      ? event.payload
      : redacted(app.spec, inShopTime(event.payload, event.shop.timezone));
    const payload = included === undefined ? shown : pick(shown, included);
    const body = JSON.stringify(payload);
    if (isDebounced(subscription, event.shop, body)) return;
    const id = o.random.uuid();
    const now = o.clock.now();
    const delivery: LiveDelivery = {
      id,
      eventId: event.id,
      topic: event.topic,
      shop: event.shop.domain,
      clientId: app.spec.clientId,
      url: new URL(subscription.uri, app.spec.applicationUrl).href,
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Shopify-Captain-Hook',
        'X-Shopify-Topic': event.topic,
        'X-Shopify-Shop-Domain': event.shop.domain,
        'X-Shopify-API-Version': app.spec.webhookApiVersion,
        'X-Shopify-Webhook-Id': id,
        'X-Shopify-Event-Id': event.id,
        'X-Shopify-Triggered-At': new Date(now).toISOString(),
        ...(subscription.name === undefined ? {} : { 'X-Shopify-Name': subscription.name }),
      },
      body,
      orderId: event.orderId,
      createdAt: now,
      attempts: 0,
      dueAt: null,
      state: 'scheduled',
      outcomes: [],
    };
    deliveries.set(id, delivery);
    plan(delivery, now + o.random.between(FIRST_ATTEMPT_MS.from, FIRST_ATTEMPT_MS.to));
    applyFault(delivery);
  };

  const applyFault = (delivery: LiveDelivery): void => {
    const striking = o.faults.strike(
      'webhook',
      delivery.shop,
      (fault) => fault.topic === '*' || fault.topic === delivery.topic,
    );
    const effect = striking?.effect;
    switch (effect?.kind) {
      case undefined:
        return;
      case 'drop':
        delivery.state = 'dropped';
        delivery.dueAt = null;
        scheduled.delete(delivery);
        return;
      case 'delay':
        plan(delivery, (delivery.dueAt ?? o.clock.now()) + effect.ms);
        return;
      case 'reorder':
        plan(delivery, o.clock.now() + o.random.between(0, effect.withinMs));
        return;
      case 'duplicate':
        for (let copies = 0; copies < (effect.copies ?? 1); copies += 1) copyOf(delivery);
        return;
    }
  };

  const emit = (
    shop: Shop,
    topic: string,
    orderId: number | null,
    payload: () => object,
    only?: App,
  ): void => {
    const apps = only === undefined ? o.appsOn(shop.domain) : [only];
    let event: Event | null = null;
    for (const app of apps) {
      for (const subscription of app.spec.webhookSubscriptions) {
        if (subscription.topic !== topic) continue;
        event ??= { id: o.random.uuid(), shop, topic, orderId, payload: payload() };
        send(app, subscription, event);
      }
    }
  };

  return {
    events: {
      emit: (shop, topic, orderId, payload) => emit(shop, topic, orderId, payload),
      emitTo: (installation, shop, topic, payload) =>
        emit(shop, topic, null, () => payload, installation.app),
    },
    nextDueAt() {
      let next: EpochMs | null = null;
      for (const { dueAt } of scheduled) {
        if (dueAt !== null && (next === null || dueAt < next)) next = dueAt;
      }
      return next;
    },
    webhooks: {
      takeDue(limit = Infinity) {
        const now = o.clock.now();
        const due = [...scheduled]
          .filter((delivery) => delivery.dueAt !== null && delivery.dueAt <= now)
          .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
          .slice(0, limit);
        for (const delivery of due) {
          scheduled.delete(delivery);
          delivery.state = 'in_flight';
          delivery.attempts += 1;
          delivery.dueAt = null;
        }
        return due;
      },
      report(deliveryId, outcome) {
        const delivery = deliveryOf(deliveryId);
        if (delivery.state !== 'in_flight') {
          throw new CommerceRefusal(`Delivery ${deliveryId} is not in flight.`);
        }
        delivery.outcomes.push({ at: o.clock.now(), outcome });
        const accepted = 'status' in outcome && outcome.status >= 200 && outcome.status < 300;
        if (accepted) delivery.state = 'delivered';
        else if (delivery.attempts > RETRIES) delivery.state = 'given_up';
        else plan(delivery, o.clock.now() + FIRST_PAUSE_MS * 2 ** (delivery.attempts - 1));
      },
      list(filter = {}) {
        return [...deliveries.values()].filter(
          (delivery) =>
            (filter.shop === undefined || delivery.shop === filter.shop) &&
            (filter.orderId === undefined || delivery.orderId === filter.orderId) &&
            (filter.topic === undefined || delivery.topic === filter.topic),
        );
      },
      duplicate: (deliveryId) => copyOf(deliveryOf(deliveryId)),
      redeliver(deliveryId) {
        const delivery = deliveryOf(deliveryId);
        if (delivery.state === 'in_flight') {
          throw new CommerceRefusal(`Delivery ${deliveryId} is in flight.`);
        }
        plan(delivery, o.clock.now());
      },
      delay(deliveryId, byMs) {
        const delivery = deliveryOf(deliveryId);
        if (delivery.dueAt === null) {
          throw new CommerceRefusal(`Delivery ${deliveryId} is not scheduled.`);
        }
        plan(delivery, delivery.dueAt + byMs);
      },
      shuffle() {
        const dues = [...scheduled].map((delivery) => delivery.dueAt ?? o.clock.now());
        for (const delivery of scheduled) {
          const [due] = dues.splice(o.random.between(0, dues.length - 1), 1);
          if (due !== undefined) delivery.dueAt = due;
        }
      },
      sendPrivacyRequest(shopDomain, clientId, request) {
        const shop = o.shopOf(shopDomain);
        const customerId = 'customerId' in request ? request.customerId : null;
        emit(
          shop,
          request.topic,
          null,
          () => o.privacyPayload(shop, request.topic, customerId),
          o.appOf(clientId),
        );
      },
    },
  };
}

/** `include_fields`: top-level names or dotted paths, through arrays. */
function pick(payload: object, fields: readonly string[]): object {
  const picked: Record<string, unknown> = {};
  for (const field of fields) {
    const [head = '', ...rest] = field.split('.');
    const value = (payload as Record<string, unknown>)[head];
    if (value === undefined) continue;
    picked[head] = rest.length === 0 ? value : merge(picked[head], pickInto(value, rest.join('.')));
  }
  return picked;
}

function pickInto(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((item) => pickInto(item, field));
  return typeof value === 'object' && value !== null ? pick(value, [field]) : value;
}

function merge(into: unknown, from: unknown): unknown {
  if (Array.isArray(into) && Array.isArray(from)) return into.map((v, i) => merge(v, from[i]));
  if (typeof into === 'object' && into !== null && typeof from === 'object' && from !== null) {
    return { ...into, ...from };
  }
  return from;
}

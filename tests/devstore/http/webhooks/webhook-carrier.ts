import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { Apps, DeliveryOutcome, WebhookDelivery } from '../../world/contracts/contract.ts';

/**
 * Carries webhooks from the world to the app over HTTP and reports back what became of each
 * attempt. When to try again is the world's decision.
 *
 * Timeouts: https://shopify.dev/docs/apps/build/webhooks/subscribe/https (one second to connect, five
 * for the whole exchange; a redirect is a failure). Headers and signature:
 * https://shopify.dev/docs/apps/build/webhooks/delivery-structure
 */
export interface WebhookCarrier {
  /** Takes up what is due, as far as there is room. Returns at once. */
  pump(): void;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
  /** Takes up nothing more, and waits for what is in flight. */
  stop(): Promise<void>;
}

/** What is to be posted to an app, signed. */
type Outgoing = Pick<WebhookDelivery, 'id' | 'clientId' | 'url' | 'headers' | 'body'>;

/** What waits to be carried: webhooks, or what Flow asks of apps. */
interface Outbox {
  takeDue(limit?: number): readonly Outgoing[];
  report(id: string, outcome: DeliveryOutcome): void;
}

export interface WebhookCarrierOptions {
  webhooks: Outbox;
  apps: Apps;
  /** Deliveries in flight at once; 10 when left out. */
  maxInFlight?: number;
  /** 1000 ms when left out. */
  connectTimeoutMs?: number;
  /** 5000 ms when left out. */
  totalTimeoutMs?: number;
}

/** Base64 HMAC-SHA256 of the raw body under the app's client secret. */
export function webhookSignature(clientSecret: string, body: string): string {
  return createHmac('sha256', clientSecret).update(body, 'utf8').digest('base64');
}

export function createWebhookCarrier(options: WebhookCarrierOptions): WebhookCarrier {
  const { webhooks, apps, maxInFlight = 10 } = options;
  const timeouts = {
    connectMs: options.connectTimeoutMs ?? 1000,
    totalMs: options.totalTimeoutMs ?? 5000,
  };
  const inFlight = new Set<Promise<void>>();
  let stopped = false;

  const carry = async (delivery: Outgoing): Promise<void> => {
    const app = apps.get(delivery.clientId);
    const outcome: DeliveryOutcome =
      app === null
        ? { error: `no app has the client id ${delivery.clientId}` }
        : await attempt(delivery, app.spec.clientSecret, timeouts);
    webhooks.report(delivery.id, outcome);
  };

  const pump = (): void => {
    if (stopped || inFlight.size >= maxInFlight) return;
    for (const delivery of webhooks.takeDue(maxInFlight - inFlight.size)) {
      const flight = carry(delivery).finally(() => {
        inFlight.delete(flight);
        pump();
      });
      inFlight.add(flight);
    }
  };

  const idle = async (): Promise<void> => {
    while (inFlight.size > 0) await Promise.all(inFlight);
  };

  return {
    pump,
    idle,
    stop: () => {
      stopped = true;
      return idle();
    },
  };
}

function attempt(
  delivery: Outgoing,
  clientSecret: string,
  { connectMs, totalMs }: { connectMs: number; totalMs: number },
): Promise<DeliveryOutcome> {
  return new Promise((resolve) => {
    const body = Buffer.from(delivery.body, 'utf8');
    const outgoing = httpRequest(delivery.url, {
      method: 'POST',
      headers: {
        ...delivery.headers,
        'X-Shopify-Hmac-Sha256': webhookSignature(clientSecret, delivery.body),
        'Content-Length': body.length,
      },
      // A connection of its own, so that the connect timeout means what it says.
      agent: false,
    });
    const fail = (reason: string): void => {
      outgoing.destroy(new Error(reason));
    };
    const connectTimer = setTimeout(fail, connectMs, 'connect timeout');
    const totalTimer = setTimeout(fail, totalMs, 'timeout');
    const settle = (outcome: DeliveryOutcome): void => {
      clearTimeout(connectTimer);
      clearTimeout(totalTimer);
      resolve(outcome);
    };
    outgoing.on('socket', (socket) => {
      socket.once('connect', () => clearTimeout(connectTimer));
    });
    outgoing.on('response', (response) => {
      // The answer counts once it is whole; a connection cut half-way is an error.
      response.resume();
      const wait = Number(response.headers['retry-after']);
      const retryAfter = Number.isInteger(wait) && wait >= 0 ? { retryAfterSeconds: wait } : {};
      response.on('end', () => settle({ status: response.statusCode ?? 0, ...retryAfter }));
      response.on('error', (error) => settle({ error: error.message }));
    });
    outgoing.on('error', (error) => settle({ error: error.message }));
    outgoing.end(body);
  });
}

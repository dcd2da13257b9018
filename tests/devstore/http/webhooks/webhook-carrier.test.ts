import { createHmac } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type {
  Apps,
  DeliveryOutcome,
  WebhookDelivery,
  Webhooks,
} from '../../world/contracts/contract.ts';
import { listen } from '../listener.ts';
import type { Listener } from '../listener.ts';
import { createWebhookCarrier } from './webhook-carrier.ts';

const SECRET = 'app-secret';
const apps = { get: () => ({ id: 1, spec: { clientSecret: SECRET } }) } as unknown as Apps;

const open: Listener[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close()));
});

function delivery(id: string, url: string): WebhookDelivery {
  return {
    id,
    eventId: 'event-1',
    topic: 'orders/cancelled',
    shop: 'pine.myshopify.com',
    clientId: 'client-1',
    url,
    headers: { 'X-Shopify-Topic': 'orders/cancelled', 'X-Shopify-Webhook-Id': id },
    body: '{"id":1,"note":"h\u00e9 \u2713"}',
    orderId: 1,
    createdAt: 0,
    attempts: 1,
    dueAt: null,
    state: 'in_flight',
    outcomes: [],
  };
}

/** The world's outbox, reduced to a queue of what is due. */
function outbox(due: WebhookDelivery[]): {
  webhooks: Webhooks;
  reports: Record<string, DeliveryOutcome>;
} {
  const reports: Record<string, DeliveryOutcome> = {};
  const webhooks = {
    takeDue: (limit = 100) => due.splice(0, limit),
    report: (id: string, outcome: DeliveryOutcome) => {
      reports[id] = outcome;
    },
  } as unknown as Webhooks;
  return { webhooks, reports };
}

async function appAnswering(handler: RequestListener): Promise<string> {
  const listener = await listen(handler);
  open.push(listener);
  return `${listener.origin}/webhooks`;
}

async function deliverTo(url: string, totalTimeoutMs = 300): Promise<DeliveryOutcome | undefined> {
  const { webhooks, reports } = outbox([delivery('w1', url)]);
  const carrier = createWebhookCarrier({ webhooks, apps, totalTimeoutMs });
  carrier.pump();
  await carrier.idle();
  return reports['w1'];
}

describe('the webhook carrier', () => {
  it('posts the raw body, signed so that only the secret’s holder could have', async () => {
    const seen: { body: Buffer; request: IncomingMessage }[] = [];
    const url = await appAnswering((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push({ body: Buffer.concat(chunks), request });
        response.end();
      });
    });
    expect(await deliverTo(url)).toEqual({ status: 200 });
    const { body, request } = seen[0] ?? {};
    expect(body?.toString()).toBe('{"id":1,"note":"h\u00e9 \u2713"}');
    expect(request?.method).toBe('POST');
    expect(request?.headers).toMatchObject({
      'x-shopify-topic': 'orders/cancelled',
      'x-shopify-webhook-id': 'w1',
      'x-shopify-hmac-sha256': createHmac('sha256', SECRET)
        .update(body ?? '')
        .digest('base64'),
    });
  });

  it('reports the status it was given, and follows no redirect', async () => {
    let visits = 0;
    const url = await appAnswering((_request, response) => {
      visits += 1;
      response.writeHead(302, { location: '/elsewhere' });
      response.end();
    });
    expect(await deliverTo(url)).toEqual({ status: 302 });
    expect(visits).toBe(1);
  });

  it('gives up on an app that does not answer in time', async () => {
    const url = await appAnswering(() => undefined);
    const startedAt = Date.now();
    expect(await deliverTo(url, 100)).toEqual({ error: 'timeout' });
    expect(Date.now() - startedAt).toBeLessThan(1000);
  });

  it('reports an answer cut off half-way, and a closed port, as errors', async () => {
    const url = await appAnswering((request, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('half', () => request.socket.destroy());
    });
    expect(await deliverTo(url)).toEqual({ error: 'aborted' });
    expect(await deliverTo('http://127.0.0.1:1/webhooks')).toMatchObject({
      error: expect.stringContaining('ECONNREFUSED') as string,
    });
  });

  it('keeps no more in flight than it may, and delivers all', async () => {
    let current = 0;
    let most = 0;
    const url = await appAnswering((_request, response) => {
      current += 1;
      most = Math.max(most, current);
      setTimeout(() => {
        current -= 1;
        response.end();
      }, 10);
    });
    const { webhooks, reports } = outbox(
      Array.from({ length: 12 }, (_, index) => delivery(`w${index}`, url)),
    );
    const carrier = createWebhookCarrier({ webhooks, apps, maxInFlight: 3 });
    carrier.pump();
    await carrier.idle();
    expect(most).toBe(3);
    expect(Object.keys(reports)).toHaveLength(12);
  });

  it('takes up nothing after it was stopped', async () => {
    const due = [delivery('w1', 'http://127.0.0.1:1/webhooks')];
    const { webhooks } = outbox(due);
    const carrier = createWebhookCarrier({ webhooks, apps });
    await carrier.stop();
    carrier.pump();
    expect(due).toHaveLength(1);
  });
});

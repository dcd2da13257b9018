import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, WebhookDelivery } from 'devstore/world';

import {
  type WebhookEndpointDeps,
  createWebhookEndpoint,
} from '../../../app/ingress/webhook-endpoint.ts';

/** Brings one delivery to the app's own webhook endpoint, signed as Shopify signs; its HTTP status. */
export async function receiveDelivery(
  deps: Omit<WebhookEndpointDeps, 'apiSecrets' | 'apiVersion'>,
  app: App,
  delivery: WebhookDelivery,
): Promise<number> {
  const { clientSecret: apiSecret, webhookApiVersion: apiVersion } = app.spec;
  const body = Buffer.from(delivery.body);
  const signature = createHmac('sha256', apiSecret).update(body).digest('base64');
  const headers = Object.fromEntries(
    Object.entries({ ...delivery.headers, 'x-shopify-hmac-sha256': signature }).map(
      ([name, value]) => [name.toLowerCase(), value],
    ),
  );
  const request = { method: 'POST', headers } as unknown as IncomingMessage;
  let status = 0;
  const response = {
    setHeader: () => response,
    writeHead: (code: number) => {
      status = code;
      return response;
    },
    end: () => response,
  } as unknown as ServerResponse;
  await createWebhookEndpoint({ ...deps, apiSecrets: [apiSecret], apiVersion })(
    request,
    response,
    body,
  );
  return status;
}

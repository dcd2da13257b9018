import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import type { Assembly } from '../container.server.ts';
import { urlOf } from '../http/server/bare-server.ts';
import { healthOf } from '../http/health/health.ts';
import { createHttpServer, type Pages } from '../http/server/http-server.ts';
import { createWebhookEndpoint } from '../ingress/webhook-endpoint.ts';
import { ADMIN_API_VERSION } from '../platform/client/api-version.ts';
import { createShopify } from '../shopify.server.ts';

/** For the answers under way when the server is closed; whoever still waits then is hung up on. */
const LAST_ANSWERS_MS = 4_000;

export interface Web {
  /** Where it listens, e.g. http://127.0.0.1:3000 */
  readonly url: string;
  /** Takes no new connection, and gives the requests under way a few seconds to be answered. */
  close(): Promise<void>;
}

/** Starts the web part of the app: pages, their data, and the webhook endpoint. */
export async function startWeb(assembly: Assembly, pages: Pages): Promise<Web> {
  const { container, sessionStorage } = assembly;
  const { config, inbox, clock, log, metrics, queue } = container;
  const { apiSecret, previousApiSecret } = config.shopify;
  const shopify = createShopify({
    config: config.shopify,
    sessionStorage,
    log,
    onInstalled: (shop) => queue.enqueue({ job: { name: 'sync-orders', shop }, at: clock.now() }),
  });
  const server = createHttpServer({
    context: { container, shopify },
    webhooks: createWebhookEndpoint({
      apiSecrets: previousApiSecret === null ? [apiSecret] : [apiSecret, previousApiSecret],
      apiVersion: ADMIN_API_VERSION,
      inbox,
      clock,
      log,
      onAnswered: (answer) => metrics.webhookAnswered(answer),
    }),
    health: healthOf(assembly),
    pages,
  });
  server.listen(config.listen.port, config.listen.host);
  await once(server, 'listening');
  const url = urlOf(server.address() as AddressInfo);
  log.info({ url }, 'the app is listening');
  return {
    url,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
      await closed;
      clearTimeout(late);
    },
  };
}

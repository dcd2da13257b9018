import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import type { WebhookInbox } from '../../../app/application/webhook/ports.ts';
import { createWebhookEndpoint } from '../../../app/ingress/webhook-endpoint.ts';

type Deps = Parameters<typeof createWebhookEndpoint>[0];

/** The webhook endpoint behind HTTP, with all that it writes: `note` gets what is logged. */
export async function serveWebhookEndpoint({
  inbox,
  note,
  ...deps
}: Omit<Deps, 'inbox' | 'log'> & {
  readonly inbox: Pick<WebhookInbox, 'store'>;
  readonly note: (fields: Record<string, unknown>, message: string) => void;
}) {
  const endpoint = createWebhookEndpoint({
    ...deps,
    inbox: inbox as WebhookInbox,
    log: { info: note, warn: note, error: note },
  });
  const server = createServer((request, response) => {
    void buffer(request).then((body) => endpoint(request, response, body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

export type ServedEndpoint = Awaited<ReturnType<typeof serveWebhookEndpoint>>;

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { CONNECTION_LIMITS, limitConnections } from './connection-limits.ts';
import { urlOf } from './health-server.ts';
import { securityHeaders } from './security-headers.ts';
import { answerUnreadable } from './unreadable-requests.ts';

export interface MetricsServer {
  /** Where it listens, e.g. http://127.0.0.1:9464 */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Answers `/metrics` on a port of its own, which no proxy of the app's pages leads to, and 404 to everything else.
 *
 * @param onError the metrics could not be told; whoever asked gets 500
 */
export async function startMetricsServer(
  metrics: { readonly contentType: string; text(): Promise<string> },
  listen: { readonly host: string; readonly port: number },
  onError: (error: unknown) => void,
): Promise<MetricsServer> {
  const server = createServer(CONNECTION_LIMITS, (request, response) => {
    const target = request.url ?? '/';
    response.setHeaders(
      new Map(Object.entries(securityHeaders({ kind: 'bare', target, isHttps: false }))),
    );
    const isAsked = request.method === 'GET' && target.split('?', 1)[0] === '/metrics';
    if (!isAsked) return void response.writeHead(404, { connection: 'close' }).end();
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      (error: unknown) => {
        onError(error);
        response.writeHead(500).end();
      },
    );
  });
  answerUnreadable(server, false);
  limitConnections(server).listen(listen.port, listen.host);
  await once(server, 'listening');
  return {
    url: urlOf(server.address() as AddressInfo),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { answerHealth, type Health, isHealthPath } from '../../processes/health.ts';
import { CONNECTION_LIMITS, limitConnections } from './connection-limits.ts';
import { securityHeaders } from './security-headers.ts';
import { answerUnreadable } from './unreadable-requests.ts';

export interface HealthServer {
  /** Where it listens, e.g. http://127.0.0.1:3001 */
  readonly url: string;
  close(): Promise<void>;
}

/** Answers `/livez` and `/readyz` for a process that has no pages, and 404 to everything else. */
export async function startHealthServer(
  health: Health,
  listen: { readonly host: string; readonly port: number },
): Promise<HealthServer> {
  const server = createServer(CONNECTION_LIMITS, (request, response) => {
    const target = request.url ?? '/';
    const path = target.split('?', 1)[0] ?? target;
    for (const [name, value] of Object.entries(
      securityHeaders({ kind: 'bare', target, isHttps: false }),
    )) {
      response.setHeader(name, value);
    }
    const isAsked = (request.method === 'GET' || request.method === 'HEAD') && isHealthPath(path);
    if (isAsked) void answerHealth(health, path, response);
    else response.writeHead(404, { connection: 'close' }).end();
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

/** The address of a server that listens. */
export function urlOf({ address, port, family }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

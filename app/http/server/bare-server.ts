import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

import { CONNECTION_LIMITS, limitConnections } from './connection-limits.ts';
import { securityHeaders } from './security-headers.ts';
import { answerUnreadable } from './unreadable-requests.ts';

export interface BareServer {
  /** Where it listens, e.g. http://127.0.0.1:3001 */
  readonly url: string;
  close(): Promise<void>;
}

export interface Listen {
  readonly host: string;
  readonly port: number;
}

/**
 * A server without pages, for machines that ask after a process; every answer has the headers of a bare one.
 *
 * @param answer of a path; null for one that it does not know, which is answered 404
 */
export async function startBareServer(
  listen: Listen,
  answer: (path: string, method: string) => ((...of: Parameters<RequestListener>) => void) | null,
): Promise<BareServer> {
  const server = createServer(CONNECTION_LIMITS, (request, response) => {
    const target = request.url ?? '/';
    const headers = securityHeaders({ kind: 'bare', target, isHttps: false });
    response.setHeaders(new Map(Object.entries(headers)));
    const given = answer(target.split('?', 1)[0] ?? target, request.method ?? '');
    if (given) given(request, response);
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

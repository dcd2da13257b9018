import type { Server, ServerOptions } from 'node:http';

/**
 * How long and how much a connection may ask for before it has said anything sensible.
 *
 * Node checks the first two every `connectionsCheckingInterval`, so each ends at most that much later. A
 * header time above the request time would silently be swapped with it. The keep-alive time is longer than the
 * 60 seconds for which common proxies keep an idle connection: were it shorter, they would now and then send a
 * request into one that is just being closed, and answer 502.
 *
 * @see https://nodejs.org/api/http.html#httpcreateserveroptions-requestlistener
 * @see https://github.com/nodejs/node/issues/27363
 */
export const CONNECTION_LIMITS = {
  /** For a connection's first byte and all headers of a request. */
  headersTimeout: 8_000,
  /** For a whole request, its body included. */
  requestTimeout: 12_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 65_000,
  /** Bytes of a request's line and headers together: 431 beyond. */
  maxHeaderSize: 16 * 1024,
  /** The gate refuses a request without a host itself, with the headers of every answer. */
  requireHostHeader: false,
} as const satisfies ServerOptions;

/** For a connection on which nothing moves in either direction, for example one that reads no answer. */
const IDLE_MS = 70_000;
const MOST_HEADERS = 100;
const MOST_CONNECTIONS = 2_000;

/** Sets the limits that Node takes only on a server that is made. */
export function limitConnections<T extends Server>(server: T): T {
  server.timeout = IDLE_MS;
  server.maxHeadersCount = MOST_HEADERS;
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}

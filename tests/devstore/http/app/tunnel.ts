import { request } from 'node:http';
import type {
  IncomingHttpHeaders,
  IncomingMessage,
  OutgoingHttpHeaders,
  RequestListener,
  ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream';
import { appDownPage } from '../pages/app-down-page.ts';
import { endToEnd } from '../end-to-end-headers.ts';
import { rewriteText, rewritingStream, tunnelRewrites } from './tunnel-rewrites.ts';
import type { Rewrite } from './tunnel-rewrites.ts';

/** Where the tunnel finds the app, and what it puts in place of Shopify's own names. */
export interface TunnelOptions {
  /** The app process's address (`http://127.0.0.1:3000`), or null while there is none yet. */
  appUrl: () => string | null;
  platformOrigin: string;
}

const REWRITTEN_TYPES = /^(text\/html|text\/javascript|application\/javascript)\b/i;
/** Headers that carry an address of Shopify's; the two `x-` ones are Remix's and Shopify's. */
const REWRITTEN_HEADERS = new Set([
  'location',
  'link',
  'content-security-policy',
  'x-remix-redirect',
  'x-shopify-api-request-failure-reauthorize-url',
]);
/**
 * The app's public address: a reverse proxy that streams both ways and changes nothing but the
 * names in `tunnelRewrites`. Answers 502 with a page that says so while the app cannot be reached.
 */
export function tunnelHandler(options: TunnelOptions): RequestListener {
  const rewrites = tunnelRewrites(options.platformOrigin);
  return (incoming, outgoing) => {
    const appUrl = options.appUrl();
    if (appUrl === null) {
      answerDown(outgoing, 'No app has been attached to the tunnel yet.');
      return;
    }
    forward(appUrl, rewrites, incoming, outgoing);
  };
}

function forward(
  appUrl: string,
  rewrites: readonly Rewrite[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  const upstream = request(new URL(incoming.url ?? '/', appUrl), {
    method: incoming.method,
    headers: requestHeaders(incoming),
  });
  upstream.on('response', (response) => {
    const rewritten = REWRITTEN_TYPES.test(response.headers['content-type'] ?? '');
    outgoing.writeHead(
      response.statusCode ?? 502,
      responseHeaders(response.headers, rewrites, rewritten),
    );
    // When either side vanishes half-way, `pipeline` breaks off the other; there is no more to do.
    const ended = (): void => undefined;
    if (rewritten) pipeline(response, rewritingStream(rewrites), outgoing, ended);
    else pipeline(response, outgoing, ended);
  });
  upstream.on('error', (error) => {
    if (outgoing.headersSent) outgoing.destroy();
    else answerDown(outgoing, error.message);
  });
  outgoing.on('close', () => upstream.destroy());
  incoming.pipe(upstream);
}

function requestHeaders(incoming: IncomingMessage): OutgoingHttpHeaders {
  const headers = endToEnd(incoming.headers);
  // Rewriting needs the plain text.
  headers['accept-encoding'] = 'identity';
  headers['x-forwarded-host'] = incoming.headers.host ?? '';
  headers['x-forwarded-proto'] = 'http';
  headers['x-forwarded-for'] = incoming.socket.remoteAddress ?? '127.0.0.1';
  return headers;
}

function responseHeaders(
  from: IncomingHttpHeaders,
  rewrites: readonly Rewrite[],
  bodyRewritten: boolean,
): OutgoingHttpHeaders {
  const headers = endToEnd(from);
  for (const [name, value] of Object.entries(headers)) {
    if (REWRITTEN_HEADERS.has(name) && typeof value === 'string') {
      headers[name] = rewriteText(value, rewrites);
    }
  }
  // The length and the validators were those of the text before it was rewritten.
  if (bodyRewritten) {
    delete headers['content-length'];
    delete headers['etag'];
  }
  return headers;
}

function answerDown(outgoing: ServerResponse, reason: string): void {
  outgoing.writeHead(502, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  outgoing.end(appDownPage(reason));
}

import { request } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream';
import { endToEnd } from '../end-to-end-headers.ts';
import { rewriteText, rewritingStream } from './tunnel-rewrites.ts';
import type { Rewrite } from './tunnel-rewrites.ts';

/** One browser's request to the storefront that belongs to the app. */
export interface ProxiedCall {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  /** Where the app answers it, with the signed query. */
  target: URL;
  /** The app's public host name. */
  host: string;
  /** The storefront's name: `{shop}.myshopify.com`, and where it is on this machine. */
  shop: string;
  storefrontOrigin: string;
  timeoutMs: number;
  /** Draws an answer of type `application/liquid` as a page of the shop. */
  renderLiquid: (template: string) => Promise<string>;
  /** The page shown in the answer's place, for want of one. */
  problemPage: (status: number, problem: string) => string;
}

/** Source: https://shopify.dev/docs/apps/build/online-store/app-proxies (disallowed headers) */
const STRIPPED_FROM_ANSWERS = [
  'accept-patch',
  'accept-ranges',
  'connection',
  'cookie',
  'date',
  'delta-base',
  'im',
  'p3p',
  'pragma',
  'preference-applied',
  'proxy-authenticate',
  'public-key-pins',
  'server',
  'service-worker-allowed',
  'set-cookie',
  'trailer',
  'tk',
  'warning',
  'x-powered-by',
];

/**
 * Forwards a storefront request to the app and its answer to the browser, as Shopify's app proxy
 * does: method and body as they are, no cookie either way, the client's address and the shop's name
 * in the headers. Liquid is drawn inside the theme, every other answer and every redirect goes to
 * the browser as the app gave it. Names of the shop lead to this machine, where DNS would lead.
 * Source: https://shopify.dev/docs/apps/build/online-store/app-proxies
 */
export function forwardToApp(call: ProxiedCall): void {
  const { incoming, outgoing } = call;
  const upstream = request(call.target, {
    method: incoming.method,
    headers: requestHeaders(call),
  });
  const answered = setTimeout(() => upstream.destroy(new TooSlow()), call.timeoutMs);
  const giveUp = (error: Error): void => {
    clearTimeout(answered);
    if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
    else explain(call, error);
  };
  upstream.on('response', (response) => {
    clearTimeout(answered);
    answer(call, response).catch(giveUp);
  });
  upstream.on('error', giveUp);
  outgoing.on('close', () => upstream.destroy());
  incoming.pipe(upstream);
}

class TooSlow extends Error {
  override readonly message = 'The app did not answer in time.';
}

function requestHeaders(call: ProxiedCall): OutgoingHttpHeaders {
  const { incoming, shop, storefrontOrigin } = call;
  const headers = endToEnd(incoming.headers);
  delete headers['cookie'];
  for (const name of ['origin', 'referer']) {
    const value = headers[name];
    if (typeof value === 'string') {
      headers[name] = value.replace(storefrontOrigin, `https://${shop}`);
    }
  }
  headers['host'] = call.host;
  // Liquid and addresses are read here.
  headers['accept-encoding'] = 'identity';
  headers['x-forwarded-host'] = shop;
  headers['x-forwarded-for'] = incoming.socket.remoteAddress ?? '127.0.0.1';
  return headers;
}

async function answer(call: ProxiedCall, response: IncomingMessage): Promise<void> {
  const { outgoing } = call;
  const rewrites: readonly Rewrite[] = [
    { from: `https://${call.shop}`, to: call.storefrontOrigin },
  ];
  const status = response.statusCode ?? 502;
  const type = response.headers['content-type'] ?? '';
  const headers = endToEnd(response.headers);
  for (const name of STRIPPED_FROM_ANSWERS) delete headers[name];
  if (typeof headers['location'] === 'string') {
    headers['location'] = rewriteText(headers['location'], rewrites);
  }
  if (/^application\/liquid\b/i.test(type)) {
    const page = await call.renderLiquid(await text(response));
    // The length and the validators were those of the template.
    delete headers['content-length'];
    delete headers['etag'];
    headers['content-type'] = 'text/html; charset=utf-8';
    outgoing.writeHead(status, headers);
    outgoing.end(rewriteText(page, rewrites));
    return;
  }
  // When either side vanishes half-way, `pipeline` breaks off the other; there is no more to do.
  const ended = (): void => undefined;
  if (/^text\/html\b/i.test(type)) {
    delete headers['content-length'];
    delete headers['etag'];
    outgoing.writeHead(status, headers);
    pipeline(response, rewritingStream(rewrites), outgoing, ended);
  } else {
    outgoing.writeHead(status, headers);
    pipeline(response, outgoing, ended);
  }
}

function explain(call: ProxiedCall, error: Error): void {
  const status = error instanceof TooSlow ? 504 : 502;
  call.outgoing.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  call.outgoing.end(call.problemPage(status, error.message));
}

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

import {
  type AppLoadContext,
  type ServerBuild,
  createRequestHandler,
  writeReadableStreamToWritable,
} from '@remix-run/node';

import { kindOfAnswer, securityHeaders } from './security-headers.ts';

/**
 * Answers with the Remix build. Instead of Remix's own adapter for Express, because the body comes from the
 * one reader that bounds it, the address is built on the app's own and not on what a `Host` header claims, and
 * every answer passes the one place that decides its headers.
 */
export function createRemixHandler(options: {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly mode: string;
  /** Where the public reaches the app, e.g. "https://unorder.example.com". */
  readonly appUrl: string;
  readonly loadContext: (response: ServerResponse) => AppLoadContext;
}) {
  const { appUrl } = options;
  const isHttps = appUrl.startsWith('https:');
  const handle = createRequestHandler(options.build, options.mode);
  return async (
    incoming: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
  ): Promise<void> => {
    const target = incoming.url ?? '/';
    const { method = 'GET' } = incoming;
    const given = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) given.abort();
    });
    const request = new Request(`${appUrl}${target}`, {
      method,
      headers: headersOf(incoming.headers),
      signal: given.signal,
      ...(method === 'POST' ? { body: new Uint8Array(body) } : {}),
    });
    const answer = await handle(request, options.loadContext(response));
    response.statusCode = answer.status;
    dress(response, answer.headers, { target, isHttps });
    if (answer.body) await writeReadableStreamToWritable(answer.body, response);
    else response.end();
  };
}

/** The route's headers, and over them those that are not a route's to decide. */
function dress(
  response: ServerResponse,
  routes: Headers,
  about: { readonly target: string; readonly isHttps: boolean },
): void {
  for (const name of Object.keys(securityHeaders({ ...about, kind: 'bare' }))) {
    response.removeHeader(name);
  }
  for (const [name, value] of routes) {
    if (name === 'set-cookie') response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  const kind = kindOfAnswer(routes.get('content-type'), about.target);
  for (const [name, value] of Object.entries(securityHeaders({ ...about, kind }))) {
    // A route may say that what it answers is the same for everybody.
    if (name !== 'cache-control' || !routes.has(name)) response.setHeader(name, value);
  }
}

function headersOf(incoming: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming)) {
    for (const value of [values ?? []].flat()) headers.append(name, value);
  }
  return headers;
}

import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';

import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';

import { answerHealth, HEALTH_PATHS, type Health, isHealthPath } from '../health/health.ts';
import { CONNECTION_LIMITS, limitConnections } from './connection-limits.ts';
import { createRemixHandler } from './remix-handler.ts';
import { routeOfBuild } from './route-patterns.ts';
import { createBodyReader, endUnread, type IncomingBodyFault } from '../body/request-body.ts';
import { faultOfHead, METHODS, MOST_BODY_BYTES, TOO_LARGE } from './request-head.ts';
import { securityHeaders } from './security-headers.ts';
import { answerUnreadable } from './unreadable-requests.ts';
import type { LoadContext } from '../../load-context.ts';

/** The merchant's pages: their files, and the Remix build that answers the rest. */
export interface Pages {
  readonly files: express.Handler;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
}

export interface HttpServerDeps {
  readonly context: Omit<LoadContext, 'requestId'>;
  readonly webhooks: (
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
  ) => Promise<void>;
  readonly health: Health;
  readonly pages: Pages;
}

type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

const WEBHOOKS_PATH = '/webhooks';
const REQUEST_ID = 'x-request-id';
/**
 * Shopify gives up on a delivery after five seconds. An answer that brings it back is better than none, which
 * counts against the subscription too.
 *
 * @see https://shopify.dev/docs/apps/build/webhooks/subscribe/https
 */
const WEBHOOK_PATIENCE_MS = 4_500;

/**
 * The app's HTTP server. Every request passes the same gate first: what its line and headers may say, and how
 * much it may carry. Webhooks then go to their endpoint before anything else sees them: they are the bulk of the
 * traffic, need the raw bytes, and must not wait behind pages.
 */
export function createHttpServer(deps: HttpServerDeps): Server {
  const { clock, ids, log, config, metrics } = deps.context.container;
  const isHttps = config.shopify.appUrl.startsWith('https:');
  /** Of an answer that nobody has decided about yet; they do not depend on the address. */
  const bareHeaders = Object.entries(securityHeaders({ kind: 'bare', target: '/', isHttps }));
  const readBody = createBodyReader(MOST_BODY_BYTES);
  const routeOf = routeOfBuild(deps.pages.build, [WEBHOOKS_PATH, ...HEALTH_PATHS]);
  const webhooks = webhooksHandler(deps);
  const pages = pagesHandler(deps, isHttps);

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = request.url ?? '';
    const path = pathOf(target);
    const requestId = ids.uuid();
    const startedAt = clock.now();
    response.setHeader(REQUEST_ID, requestId);
    for (const [name, value] of bareHeaders) response.setHeader(name, value);
    response.once('close', () => {
      const { statusCode: status } = response;
      const ms = clock.now() - startedAt;
      log.info({ requestId, method: request.method, path, status, ms }, 'request');
      const answered = response.headersSent ? status : null;
      void routeOf(path).then((route) =>
        metrics.requestAnswered({ method: methodOf(request), route, status: answered, ms }),
      );
    });

    const fault = faultOfHead(request, path === WEBHOOKS_PATH);
    if (fault) return refuse(request, response, fault.status, fault.message);
    if (isHealthPath(path) && request.method !== 'POST')
      return answerHealth(deps.health, path, response);
    if (path === WEBHOOKS_PATH) answerInTime(request, response);
    if (request.headers.expect) response.writeContinue();
    const body = await readBody(request, response);
    if (body.ok) (path === WEBHOOKS_PATH ? webhooks : pages)(request, response, body.value);
    else refuseBody(request, response, body.error);
  };
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response).catch((error: unknown) => {
      log.error({ error }, 'a request could not be taken');
      response.destroy();
    });
  };
  const server = createServer(CONNECTION_LIMITS, listen);
  // Whoever asks whether to send a body is told by the same gate.
  server.on('checkContinue', listen);
  server.on('checkExpectation', listen);
  answerUnreadable(server, isHttps);
  return limitConnections(server);
}

function webhooksHandler({ context: { container }, webhooks }: HttpServerDeps): Handler {
  return (request, response, body) => {
    webhooks(request, response, body).catch((error: unknown) => {
      const requestId = String(response.getHeader(REQUEST_ID));
      container.log.error({ error, requestId }, 'the webhook endpoint failed');
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  };
}

/** Answers 503 when nobody else has answered in the time that Shopify gives a delivery. */
function answerInTime(request: IncomingMessage, response: ServerResponse): void {
  const late = setTimeout(() => {
    if (!response.headersSent) refuse(request, response, 503, 'Please deliver this again.');
  }, WEBHOOK_PATIENCE_MS);
  response.once('close', () => clearTimeout(late));
}

/** Whether a shopper waits for the answer: on an order page, or as a guest on the storefront. */
const isForShoppers = (target = '/'): boolean => /^[/](api[/]shopper|proxy)[/]/.test(target);

function pagesHandler({ context, pages }: HttpServerDeps, isHttps: boolean): Handler {
  const { config, log } = context.container;
  const forStaff = { ...context.container, platform: context.container.staffPlatform };
  const bodies = new WeakMap<IncomingMessage, Buffer>();
  const app = express();
  app.disable('x-powered-by');
  app.use(compression());
  app.use((request, response, next) => {
    // What is in the build may be kept; whoever is not a file decides anew.
    const ours = securityHeaders({ kind: 'file', target: request.url, isHttps });
    response.removeHeader('cache-control');
    response.setHeaders(new Map(Object.entries(ours)));
    next();
  });
  app.use(pages.files);
  const answer = createRemixHandler({
    build: pages.build,
    mode: config.mode,
    appUrl: config.shopify.appUrl,
    loadContext: (response) => ({
      ...context,
      container: isForShoppers(response.req.url) ? context.container : forStaff,
      requestId: String(response.getHeader(REQUEST_ID)),
    }),
  });
  app.all('*', (request, response, next) => {
    answer(request, response, bodies.get(request) ?? Buffer.alloc(0)).catch(next);
  });
  app.use(((error: unknown, request, response, _next) => {
    const requestId = String(response.getHeader(REQUEST_ID));
    const status = statusOfSender(error);
    if (status === null) log.error({ error, requestId }, 'a request failed');
    if (response.headersSent) return void response.destroy();
    // What was meant to be kept for a year was not found to be sent.
    for (const name of response.getHeaderNames()) {
      if (name !== REQUEST_ID && name !== 'content-range') response.removeHeader(name);
    }
    const ours = securityHeaders({ kind: 'bare', target: request.url, isHttps });
    response.setHeaders(new Map(Object.entries(ours)));
    const text = `Something went wrong on our side. Reference: ${requestId}`;
    const words = status === null ? text : STATUS_CODES[status];
    response
      .status(status ?? 500)
      .type('text/plain')
      .send(words);
  }) satisfies express.ErrorRequestHandler);
  return (request, response, body) => {
    bodies.set(request, body);
    app(request, response);
  };
}

/** The status of an error that the sender made, such as a range beyond the end of a file; null for ours. */
function statusOfSender(error: unknown): number | null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

function refuseBody(
  request: IncomingMessage,
  response: ServerResponse,
  fault: IncomingBodyFault,
): void {
  switch (fault) {
    case 'too_large':
      return refuse(request, response, TOO_LARGE.status, TOO_LARGE.message);
    case 'too_many':
      return refuse(request, response, 503, 'There is too much to do. Try again in a moment.');
    case 'cut_off':
      response.destroy();
  }
}

/** The answer to a request that goes no further; nothing else can follow on its connection. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  message: string,
): void {
  const text = `${message}\n`;
  response.writeHead(status, {
    ...(status === 405 ? { allow: METHODS.join(', ') } : {}),
    ...(status === 503 ? { 'retry-after': '5' } : {}),
    connection: 'close',
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  endUnread(request, response, text);
}

/** One of the methods there are; anybody can write another one into a request. */
const methodOf = ({ method = '' }: IncomingMessage): string =>
  (METHODS as readonly string[]).includes(method) ? method : 'other';

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;

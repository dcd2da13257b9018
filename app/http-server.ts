import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';

import type { LoadContext } from './load-context.ts';

/** The merchant's pages: their files, and the Remix build that answers the rest. */
export interface Pages {
  readonly files: express.Handler;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
}

export interface HttpServerDeps {
  readonly context: Omit<LoadContext, 'requestId'>;
  readonly webhooks: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly isHealthy: () => Promise<boolean>;
  readonly pages: Pages;
}

const WEBHOOKS_PATH = '/webhooks';
const REQUEST_ID = 'x-request-id';

/**
 * The app's HTTP server. Webhooks go to their door before anything else sees them: they are the bulk of the
 * traffic, need the raw bytes, and must not wait behind pages.
 */
export function createHttpServer(deps: HttpServerDeps): Server {
  const { container } = deps.context;
  const pages = pagesApp(deps);
  return createServer((request, response) => {
    const requestId = container.ids.uuid();
    const startedAt = container.clock.now();
    const path = pathOf(request.url ?? '/');
    response.setHeader(REQUEST_ID, requestId);
    response.setHeader('x-content-type-options', 'nosniff');
    response.once('close', () => {
      const { statusCode: status } = response;
      const ms = container.clock.now() - startedAt;
      container.log.info({ requestId, method: request.method, path, status, ms }, 'request');
    });
    response.once('finish', () => {
      // What was not read to its end cannot be followed by another request on this connection.
      if (!request.complete) request.socket.destroySoon();
    });
    if (path !== WEBHOOKS_PATH) {
      pages(request, response);
      return;
    }
    deps.webhooks(request, response).catch((error: unknown) => {
      container.log.error({ error, requestId }, 'the webhook door failed');
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
}

function pagesApp({ context, isHealthy, pages }: HttpServerDeps): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response, next) => {
    isHealthy().then((healthy) => {
      response.status(healthy ? 200 : 503).json({ status: healthy ? 'ok' : 'unavailable' });
    }, next);
  });
  app.use(compression());
  app.use(pages.files);
  const answer = createRequestHandler({
    build: pages.build,
    mode: context.container.config.mode,
    getLoadContext: (_request, response): AppLoadContext => ({
      ...context,
      requestId: String(response.getHeader(REQUEST_ID)),
    }),
  });
  app.all('*', (request, response, next) => {
    answer(request, response, next).catch(next);
  });
  app.use(((error: unknown, _request, response, _next) => {
    const requestId = String(response.getHeader(REQUEST_ID));
    context.container.log.error({ error, requestId }, 'a request failed');
    if (response.headersSent) response.destroy();
    else response.status(500).end();
  }) satisfies express.ErrorRequestHandler);
  return app;
}

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;

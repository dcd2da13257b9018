import express from 'express';
import type { ErrorRequestHandler, RequestHandler, Response, Router } from 'express';
import { z } from 'zod';
import type { AdminResponse, ExecuteAdminGraphql, World } from '../world/contracts/contract.ts';
import { answerAccessTokenRequest } from './tokens/access-token-endpoint.ts';
import { DEVSTORE_HOST_HEADER } from './app/rerouted-fetch.ts';
import type { FaultQueue } from './control/fault-queue.ts';
import type { TokenFault } from './tokens/token-fault.ts';
import type { WorldClock } from './control/world-clock.ts';

/** What a store answers to apps under `https://{store}.myshopify.com/admin`. */
export interface StoreApi {
  world: World;
  clock: WorldClock;
  executeAdminGraphql: ExecuteAdminGraphql;
  tokenFaults: FaultQueue<TokenFault>;
  realNow: () => number;
  /** What a store's own domain shows besides its admin; nothing when left out. */
  storefront?: { readonly shop: () => string; readonly pages: Router };
}

const MAX_BODY_BYTES = 1024 * 1024;

const graphqlBodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/**
 * Serves the requests that carry `X-Devstore-Host`, and only those: the header says that the name
 * the client asked for was a store's. Its storefront is the one listener's, of the first shop opened. Whatever is
 * not simulated answers 501 and names itself.
 */
export function storeApi(api: StoreApi): Router {
  const router = express.Router();
  const { storefront } = api;
  if (storefront) {
    router.use((request, response, next) => {
      const isOurs = request.get(DEVSTORE_HOST_HEADER) === storefront.shop();
      if (isOurs && !/^\/admin(\/|$)/.test(request.path)) storefront.pages(request, response, next);
      else next();
    });
  }
  router.use(
    express.json({ limit: MAX_BODY_BYTES }),
    express.urlencoded({ extended: false, limit: MAX_BODY_BYTES }),
    knownShopOnly(api.world),
  );
  router.post('/admin/oauth/access_token', (request, response) => {
    api.clock.sync();
    const fault = api.tokenFaults.next();
    if (fault?.kind === 'http') {
      response.status(fault.status).json({ error: 'temporarily_unavailable' });
      return;
    }
    const { status, body } = answerAccessTokenRequest(
      { apps: api.world.apps, realNow: api.realNow },
      shopOf(response),
      request.body,
    );
    if (fault?.kind === 'answer-lost') response.socket?.destroy();
    else response.status(status).set('Cache-Control', 'no-store').json(body);
  });
  router.post('/admin/api/:version/graphql.json', (request, response, next) => {
    const body = graphqlBodySchema.safeParse(request.body);
    if (!body.success) {
      response.status(400).json({ errors: { query: 'Required parameter missing or invalid' } });
      return;
    }
    api.clock.sync();
    const answer = api.executeAdminGraphql(api.world, {
      shop: shopOf(response),
      accessToken: request.get('X-Shopify-Access-Token') ?? null,
      apiVersion: request.params.version,
      query: body.data.query,
      variables: body.data.variables ?? null,
      operationName: body.data.operationName ?? null,
    });
    // What it did may have made webhooks due.
    api.clock.sync();
    send(answer, response).catch(next);
  });
  router.use((request, response) => {
    response.status(501).json({ errors: `NOT_SIMULATED ${request.method} ${request.path}` });
  });
  router.use(bodyErrors);
  return router;
}

/** Lets a request through to the store API when it was meant for a store. */
export function meantForStore(router: Router): RequestHandler {
  return (request, response, next) => {
    if (request.get(DEVSTORE_HOST_HEADER) === undefined) next();
    else router(request, response, next);
  };
}

function knownShopOnly(world: World): RequestHandler {
  return (request, response, next) => {
    const shop = request.get(DEVSTORE_HOST_HEADER) ?? '';
    if (!world.shops.has(shop)) {
      response.status(404).json({ errors: 'Not Found' });
      return;
    }
    response.locals['shop'] = shop;
    next();
  };
}

function shopOf(response: Response): string {
  return String(response.locals['shop']);
}

/** Sends the answer, or breaks the connection in its place when the world says that it is lost. */
async function send(answer: AdminResponse, response: Response): Promise<void> {
  if (answer.delayMs !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
  }
  if (answer.lost === 'answer') {
    response.socket?.destroy();
    return;
  }
  response.status(answer.status).set(answer.headers).type('application/json');
  response.send(answer.malformedText ?? JSON.stringify(answer.body));
}

const bodyErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = z.object({ status: z.number() }).safeParse(error);
  if (response.headersSent || !status.success) {
    next(error);
    return;
  }
  response.status(status.data.status).json({
    errors: status.data.status === 413 ? 'Payload too large' : 'Bad request',
  });
};

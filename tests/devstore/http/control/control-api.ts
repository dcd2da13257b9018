import express from 'express';
import type { ErrorRequestHandler, Request, RequestHandler, Response, Router } from 'express';
import { z } from 'zod';
import type { Mailbox } from '../../mail/mailbox.ts';
import type { MailFault } from '../../mail/mail-fault.ts';
import { CommerceRefusal } from '../../world/contracts/contract.ts';
import type { Commerce, World } from '../../world/contracts/contract.ts';
import type { ThemeEditor } from '../../pages/storefront/theme/theme-editor.ts';
import { summarizeOrder } from '../../world/orders/summary.ts';
import { commerceSchemas, isCommerceAction } from './commerce-schemas.ts';
import type { CommerceAction } from './commerce-schemas.ts';
import * as schemas from './control-schemas.ts';
import type { FaultQueue } from './fault-queue.ts';
import type { Origins } from '../origins.ts';
import type { MintIdToken } from '../tokens/session-token.ts';
import type { TokenFault } from '../tokens/token-fault.ts';
import { wireReplacer } from '../wire.ts';
import type { WorldClock } from './world-clock.ts';

/** What the control interface can reach. */
export interface ControlTargets {
  world: World;
  clock: WorldClock;
  mailbox: Mailbox;
  mailFaults: FaultQueue<MailFault>;
  tokenFaults: FaultQueue<TokenFault>;
  mintIdToken: MintIdToken;
  themeEditor: ThemeEditor;
  origins(): Origins;
  attachedApp(): string | null;
  attachApp(url: string | null): void;
}

/** Work done for a request; what it returns is the answer's JSON. */
type Work = (request: Request) => unknown;

/**
 * The devstore's controls, as JSON over HTTP: everything a person, a test or another process may do
 * to the world that no app could. `control-client.ts` speaks it.
 *
 * 400 names the argument that does not fit, 404 the thing that is not there, and 409 is the world's
 * refusal (`{ error: { code: 'REFUSED', message } }`).
 */
export function controlApi(targets: ControlTargets): Router {
  const { world, clock, mailbox, mailFaults, tokenFaults } = targets;
  const router = express.Router();
  router.use(express.json({ limit: '1mb' }));

  /** The world is brought to the present before the work and looks after what it made due. */
  const handle =
    (work: Work): RequestHandler =>
    (request, response, next) => {
      clock.sync();
      Promise.resolve()
        .then(() => work(request))
        .then((result) => {
          clock.sync();
          sendJson(response, result);
        })
        .catch(next);
    };

  router.get(
    '/health',
    handle(() => ({
      ok: true,
      now: world.now(),
      origins: targets.origins(),
      app: targets.attachedApp(),
      apps: world.apps.list().map(({ spec }) => spec.clientId),
    })),
  );
  router.put(
    '/app',
    handle(({ body }) => targets.attachApp(schemas.attachSchema.parse(body).url)),
  );

  router.put(
    '/theme/blocks',
    handle(({ body }) => targets.themeEditor.place(schemas.placementSchema.parse(body))),
  );

  router.get(
    '/clock',
    handle(() => ({ now: world.now() })),
  );
  router.post(
    '/clock',
    handle(async ({ body }) => {
      await clock.advanceBy(schemas.advanceSchema.parse(body).advanceMs);
      return { now: world.now() };
    }),
  );

  router.get(
    '/shops',
    handle(() => [...world.shops.values()].map(({ orders: _orders, ...shop }) => shop)),
  );
  router.get(
    '/orders',
    handle(({ query }) => {
      const { shop, name } = schemas.ordersQuerySchema.parse(query);
      const orders = [...found(world.shops.get(shop), shop).orders.values()];
      return name === undefined ? orders : orders.filter((order) => order.name === name);
    }),
  );
  router.get(
    '/ledger',
    handle(({ query }) => {
      const { shop, orderId, since } = schemas.ledgerQuerySchema.parse(query);
      return world.ledger
        .since(since ?? 0)
        .filter((entry) => shop === undefined || entry.shop === shop)
        .filter((entry) => orderId === undefined || entry.orderId === orderId);
    }),
  );
  router.get(
    '/summary',
    handle(({ query }) => {
      const { shop, orderId } = schemas.summaryQuerySchema.parse(query);
      found(world.shops.get(shop)?.orders.get(orderId), `order ${orderId} of ${shop}`);
      return summarizeOrder(world, shop, orderId);
    }),
  );
  router.post(
    '/commerce/:action',
    handle(({ params, body }) => {
      const action = params['action'] ?? '';
      if (!isCommerceAction(action)) throw new NotFound(`commerce action ${action}`);
      return act(world.commerce, action, body);
    }),
  );

  router.get(
    '/webhooks',
    handle(({ query }) => world.webhooks.list(schemas.deliveryQuerySchema.parse(query))),
  );
  router.post(
    '/webhooks/shuffle',
    handle(() => world.webhooks.shuffle()),
  );
  router.post(
    '/webhooks/privacy',
    handle(({ body }) => {
      const { shop, clientId, request } = schemas.privacyRequestSchema.parse(body);
      world.webhooks.sendPrivacyRequest(shop, clientId, request);
    }),
  );
  router.post(
    '/webhooks/:id/duplicate',
    handle(({ params }) => world.webhooks.duplicate(deliveryId(world, params['id']))),
  );
  router.post(
    '/webhooks/:id/redeliver',
    handle(({ params }) => world.webhooks.redeliver(deliveryId(world, params['id']))),
  );
  router.post(
    '/webhooks/:id/delay',
    handle(({ params, body }) =>
      world.webhooks.delay(deliveryId(world, params['id']), schemas.delaySchema.parse(body).byMs),
    ),
  );

  router.get(
    '/flow',
    handle(() => ({ received: world.flow.received(), requests: world.flow.requests() })),
  );
  router.post(
    '/flow/run',
    handle(({ body }) => {
      const { shop, clientId, handle: own, properties } = schemas.flowRunSchema.parse(body);
      return world.flow.runAction(shop, clientId, own, properties);
    }),
  );
  router.post(
    '/flow/repeat',
    handle(({ body }) => world.flow.repeat(schemas.flowRepeatSchema.parse(body).id)),
  );
  router.post(
    '/flow/use',
    handle(({ body }) => {
      const { shop, clientId, handle: own, isUsed } = schemas.flowUseSchema.parse(body);
      world.flow.useTrigger(shop, clientId, own, isUsed);
    }),
  );

  router.get(
    '/billing',
    handle(({ query }) => {
      const { shop, clientId } = schemas.installationSchema.parse(query);
      return world.billing.list(shop, clientId);
    }),
  );
  router.post(
    '/billing/plan',
    handle(({ body }) => {
      const { shop, clientId, plan } = schemas.billingPlanSchema.parse(body);
      return world.billing.choosePlan(shop, clientId, plan);
    }),
  );
  router.post(
    '/billing/answer',
    handle(({ body }) => {
      const { shop, subscriptionId, answer } = schemas.billingAnswerSchema.parse(body);
      return world.billing.answer(shop, subscriptionId, answer);
    }),
  );
  router.post(
    '/billing/freeze',
    handle(({ body }) => {
      const { shop, subscriptionId, isFrozen } = schemas.billingFreezeSchema.parse(body);
      return world.billing.freeze(shop, subscriptionId, isFrozen);
    }),
  );

  router.get(
    '/faults',
    handle(() => world.faults.list()),
  );
  router.post(
    '/faults',
    handle(({ body }) => world.faults.inject(schemas.faultRuleSchema.parse(body))),
  );
  router.delete(
    '/faults',
    handle(() => world.faults.clear()),
  );
  router.delete(
    '/faults/:id',
    handle(({ params }) => world.faults.clear(Number(params['id']))),
  );

  router.get(
    '/mail',
    handle(() => mailbox.all()),
  );
  router.delete(
    '/mail',
    handle(() => mailbox.clear()),
  );
  router.get(
    '/mail/faults',
    handle(() => mailFaults.list()),
  );
  router.post(
    '/mail/faults',
    handle(({ body }) => mailFaults.inject(schemas.mailFaultSchema.parse(body))),
  );
  router.delete(
    '/mail/faults',
    handle(() => mailFaults.clear()),
  );

  router.get(
    '/token-faults',
    handle(() => tokenFaults.list()),
  );
  router.post(
    '/token-faults',
    handle(({ body }) => tokenFaults.inject(schemas.tokenFaultSchema.parse(body))),
  );
  router.delete(
    '/token-faults',
    handle(() => tokenFaults.clear()),
  );

  router.post(
    '/apps/install',
    handle(({ body }) => {
      const { clientId, shop } = schemas.installationSchema.parse(body);
      world.apps.install(clientId, shop);
    }),
  );
  router.post(
    '/apps/uninstall',
    handle(({ body }) => {
      const { clientId, shop } = schemas.installationSchema.parse(body);
      world.apps.uninstall(clientId, shop);
    }),
  );
  router.post(
    '/apps/grant',
    handle(({ body }) => {
      const { clientId, shop, scopes } = schemas.grantSchema.parse(body);
      world.apps.grant(clientId, shop, scopes);
    }),
  );
  router.post(
    '/id-token',
    handle(({ body }) => ({
      token: targets.mintIdToken(schemas.tokenSubjectSchema.parse(body)),
    })),
  );

  router.use((request, response) => {
    sendError(response, 404, 'NOT_FOUND', `${request.method} ${request.originalUrl}`);
  });
  router.use(errors);
  return router;
}

class NotFound extends Error {}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new NotFound(what);
  return value;
}

function deliveryId(world: World, id: string | undefined): string {
  return found(
    world.webhooks.list().find((delivery) => delivery.id === id),
    `webhook delivery ${id ?? ''}`,
  ).id;
}

function act<Action extends CommerceAction>(
  commerce: Commerce,
  action: Action,
  body: unknown,
): unknown {
  const { args } = z.object({ args: z.array(z.unknown()) }).parse(body);
  // `commerceSchemas` is held to `Parameters<Commerce[Action]>` where it is declared; for a name
  // known only at run time the compiler cannot pair the two up again.
  const parsed = commerceSchemas[action].parse(args) as Parameters<Commerce[Action]>;
  const perform = commerce[action].bind(commerce) as (
    ...args: Parameters<Commerce[Action]>
  ) => unknown;
  return perform(...parsed);
}

const errors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof z.ZodError) {
    sendError(response, 400, 'INVALID', z.prettifyError(error));
  } else if (error instanceof NotFound) {
    sendError(response, 404, 'NOT_FOUND', error.message);
  } else if (error instanceof CommerceRefusal) {
    sendError(response, 409, 'REFUSED', error.message);
  } else if (error instanceof SyntaxError) {
    sendError(response, 400, 'INVALID', error.message);
  } else if (error instanceof Error) {
    sendError(response, 500, 'INTERNAL', error.message);
  } else {
    next(error);
  }
};

function sendError(response: Response, status: number, code: string, message: string): void {
  response.status(status);
  sendJson(response, { error: { code, message } });
}

function sendJson(response: Response, value: unknown): void {
  response.type('application/json').send(JSON.stringify(value ?? null, wireReplacer));
}

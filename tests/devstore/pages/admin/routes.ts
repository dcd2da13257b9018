import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { PagesDeps } from '../deps.ts';
import { shopByHandle } from '../deps.ts';
import type { Order, Shop } from '../../world/model.ts';
import { adminIdToken, appFramePage } from './app-frame.ts';
import { customerListPage } from './customer-list.ts';
import { orderDetailsPage } from './order-details.ts';
import { orderListPage } from './order-list.ts';
import { productListPage } from './product-list.ts';

/** A request for a shop that exists; 404 otherwise. */
function inShop(
  deps: PagesDeps,
  handle: (shop: Shop, request: Request, response: Response) => Promise<void> | void,
): RequestHandler {
  return (request, response, next) => {
    const shop = shopByHandle(deps.world, String(request.params['store']));
    if (!shop) {
      response.status(404).type('text').send('There is no such store.');
      return;
    }
    Promise.resolve(handle(shop, request, response)).catch(next);
  };
}

function orderOf(shop: Shop, request: Request): Order | null {
  return shop.orders.get(Number(request.params['order'])) ?? null;
}

/** The admin of each shop, below `/store/{handle}`. */
export function adminRoutes(deps: PagesDeps): Router {
  const router = express.Router();
  router.get(
    '/store/:store',
    inShop(deps, (shop, _request, response) => {
      response.redirect(`/store/${shop.handle}/orders`);
    }),
  );
  router.get(
    '/store/:store/orders',
    inShop(deps, async (shop, request, response) => {
      const { query } = request.query;
      response.send(await orderListPage(deps, shop, typeof query === 'string' ? query : ''));
    }),
  );
  router.get(
    '/store/:store/orders/:order',
    inShop(deps, async (shop, request, response) => {
      const order = orderOf(shop, request);
      if (order) response.send(await orderDetailsPage(deps, shop, order));
      else response.status(404).type('text').send('There is no such order.');
    }),
  );
  router.post(
    '/store/:store/orders/:order/fulfillment-orders/:work',
    express.urlencoded({ extended: false }),
    inShop(deps, (shop, request, response) => {
      const order = orderOf(shop, request);
      if (!order) {
        response.sendStatus(404);
        return;
      }
      const { action } = request.body as { action?: unknown };
      actOnWork(deps, shop, order, Number(request.params['work']), String(action));
      response.redirect(303, `/store/${shop.handle}/orders/${String(order.id)}`);
    }),
  );
  router.get(
    '/store/:store/products',
    inShop(deps, async (shop, _request, response) => {
      response.send(await productListPage(deps, shop));
    }),
  );
  router.get(
    '/store/:store/customers',
    inShop(deps, async (shop, _request, response) => {
      response.send(await customerListPage(deps, shop));
    }),
  );
  router.post(
    '/store/:store/apps/:app/id-token',
    inShop(deps, (shop, _request, response) => {
      response.set('Cache-Control', 'no-store').json({ idToken: adminIdToken(deps, shop) });
    }),
  );
  router.get(
    ['/store/:store/apps/:app', '/store/:store/apps/:app/*'],
    inShop(deps, async (shop, request, response) => {
      const prefix = `/store/${shop.handle}/apps/${String(request.params['app'])}`;
      const path = request.originalUrl.slice(prefix.length);
      const known = [deps.app.handle, deps.app.clientId].includes(String(request.params['app']));
      if (!known) response.status(404).type('text').send('There is no such app.');
      else response.send(await appFramePage(deps, shop, path.startsWith('/') ? path : `/${path}`));
    }),
  );
  return router;
}

/** The few things a person or a 3PL does from the order's page. */
function actOnWork(deps: PagesDeps, shop: Shop, order: Order, work: number, action: string): void {
  const { commerce } = deps.world;
  const { domain } = shop;
  switch (action) {
    case 'fulfill':
      commerce.fulfill(domain, order.id, { fulfillmentOrderId: work, notifyCustomer: true });
      return;
    case 'request':
      commerce.submitFulfillmentRequest(domain, order.id, work);
      return;
    case 'accept':
    case 'reject':
      commerce.answerFulfillmentRequest(domain, order.id, work, action);
      return;
    case 'accept-cancellation':
      commerce.answerCancellationRequest(domain, order.id, work, 'accept');
      return;
    case 'reject-cancellation':
      commerce.answerCancellationRequest(domain, order.id, work, 'reject');
      return;
    default:
      throw new Error(`The order page has no action "${action}".`);
  }
}

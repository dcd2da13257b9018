import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { PagesDeps } from '../deps.ts';
import { shopByHandle } from '../deps.ts';
import type { Order, Shop } from '../../world/model.ts';
import { refusable } from '../refusable.ts';
import { adminIdToken, appFramePage } from './app-frame.ts';
import { customerListPage } from './customer-list.ts';
import { orderDetailsPage } from './order-details.ts';
import { orderListPage } from './order-list.ts';
import { answerRequest } from './order-requests.ts';
import { assessRisk } from './order-risk.ts';
import { actOnShipment } from './order-shipments.ts';
import { productListPage } from './product-list.ts';
import { holdsBlocks, themePage } from './theme-page.ts';
import { signInStaff, visitOf, type AdminVisit } from './visit.ts';

/** A request for a shop that exists; 404 otherwise. */
function inShop(
  deps: PagesDeps,
  handle: (visit: AdminVisit, request: Request, response: Response) => Promise<void> | void,
): RequestHandler {
  return (request, response, next) => {
    const shop = shopByHandle(deps.world, String(request.params['store']));
    if (!shop) {
      response.status(404).type('text').send('There is no such store.');
      return;
    }
    Promise.resolve(handle(visitOf(shop, request), request, response)).catch(next);
  };
}

/** A page of this shop's admin to go back to; anything else leads to its first. */
function returnPath(asked: unknown, { handle }: Shop): string {
  const store = `/store/${handle}`;
  return typeof asked === 'string' && asked.startsWith(`${store}/`) ? asked : store;
}

function orderOf(shop: Shop, request: Request): Order | null {
  return shop.orders.get(Number(request.params['order'])) ?? null;
}

function fieldsOf(request: Request): Readonly<Record<string, unknown>> {
  return request.body as Readonly<Record<string, unknown>>;
}

/** The admin of each shop, below `/store/{handle}`. */
export function adminRoutes(deps: PagesDeps): Router {
  const router = express.Router();
  router.get(
    '/store/:store',
    inShop(deps, ({ shop }, _request, response) => {
      response.redirect(`/store/${shop.handle}/orders`);
    }),
  );
  router.get(
    '/store/:store/orders',
    inShop(deps, async (visit, request, response) => {
      const { query } = request.query;
      response.send(await orderListPage(deps, visit, typeof query === 'string' ? query : ''));
    }),
  );
  router.get(
    '/store/:store/orders/:order',
    inShop(deps, async (visit, request, response) => {
      const order = orderOf(visit.shop, request);
      if (order) response.send(await orderDetailsPage(deps, visit, order));
      else response.status(404).type('text').send('There is no such order.');
    }),
  );
  const onOrder = (
    place: string,
    act: (shop: Shop, order: Order, request: Request) => void,
  ): void =>
    void router.post(
      `/store/:store/orders/:order/${place}`,
      express.urlencoded({ extended: false }),
      inShop(deps, ({ shop }, request, response) => {
        const order = orderOf(shop, request);
        if (!order) {
          response.sendStatus(404);
          return;
        }
        refusable(response, () => {
          act(shop, order, request);
          response.redirect(303, `/store/${shop.handle}/orders/${String(order.id)}`);
        });
      }),
    );
  onOrder('fulfillment-orders/:work', (shop, order, request) => {
    actOnWork(
      deps,
      shop,
      order,
      Number(request.params['work']),
      String(fieldsOf(request)['action']),
    );
  });
  onOrder('shipments/:shipment', (shop, order, request) => {
    const id = Number(request.params['shipment']);
    actOnShipment(deps, shop, order, id, String(fieldsOf(request)['action']));
  });
  onOrder('requests/:request', (shop, order, request) => {
    answerRequest(deps, shop, order, Number(request.params['request']), fieldsOf(request));
  });
  onOrder('self-serve', (shop, _order, request) => {
    const on = fieldsOf(request)['on'] === 'yes';
    deps.world.commerce.setSelfServeCancellations(shop.domain, on);
  });
  onOrder('risk', (shop, order, request) => {
    assessRisk(deps, shop, order, fieldsOf(request)['level']);
  });
  router.post(
    '/store/:store/staff',
    express.urlencoded({ extended: false }),
    inShop(deps, ({ shop }, request, response) => {
      const { member: chosen, return_to: back } = request.body as Record<string, unknown>;
      const member = shop.staff.find(({ id }) => id === Number(chosen));
      if (member) signInStaff(response, member);
      response.redirect(303, returnPath(back, shop));
    }),
  );
  router.get(
    '/store/:store/products',
    inShop(deps, async (visit, _request, response) => {
      response.send(await productListPage(deps, visit));
    }),
  );
  router.get(
    '/store/:store/customers',
    inShop(deps, async (visit, _request, response) => {
      response.send(await customerListPage(deps, visit));
    }),
  );
  router.get(
    '/store/:store/themes',
    inShop(deps, async (visit, _request, response) => {
      response.send(await themePage(deps, visit));
    }),
  );
  router.post(
    '/store/:store/themes',
    express.urlencoded({ extended: false }),
    inShop(deps, ({ shop }, request, response) => {
      const { page, block, placed } = request.body as Record<string, unknown>;
      if (!holdsBlocks(shop, page) || typeof block !== 'string') {
        response.sendStatus(400);
        return;
      }
      deps.themeEditor.place({ page, block, placed: placed === 'yes' });
      response.redirect(303, `/store/${shop.handle}/themes`);
    }),
  );
  router.post(
    '/store/:store/apps/:app/id-token',
    inShop(deps, (visit, _request, response) => {
      response.set('Cache-Control', 'no-store').json({ idToken: adminIdToken(deps, visit) });
    }),
  );
  router.get(
    ['/store/:store/apps/:app', '/store/:store/apps/:app/*'],
    inShop(deps, async (visit, request, response) => {
      const prefix = `/store/${visit.shop.handle}/apps/${String(request.params['app'])}`;
      const path = request.originalUrl.slice(prefix.length);
      const known = [deps.app.handle, deps.app.clientId].includes(String(request.params['app']));
      if (!known) response.status(404).type('text').send('There is no such app.');
      else response.send(await appFramePage(deps, visit, path.startsWith('/') ? path : `/${path}`));
    }),
  );
  return router;
}

/** The few things a person or a 3PL does from the order's page. */
function actOnWork(deps: PagesDeps, shop: Shop, order: Order, work: number, action: string): void {
  const { commerce } = deps.world;
  const { domain } = shop;
  const to = /^move-(\d+)$/.exec(action)?.[1];
  if (to !== undefined) {
    commerce.moveFulfillmentOrder(domain, order.id, work, Number(to));
    return;
  }
  switch (action) {
    case 'fulfill':
      commerce.fulfill(domain, order.id, { fulfillmentOrderId: work, notifyCustomer: true });
      return;
    case 'buy-label':
      commerce.buyLabel(domain, order.id, work);
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

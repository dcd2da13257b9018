import express, { type Request, type Response, type Router } from 'express';
import { customerShop, type PagesDeps } from '../deps.ts';
import { CommerceRefusal } from '../../world/contracts/contract.ts';
import type { Order } from '../../world/model.ts';
import { refusable } from '../refusable.ts';
import { loginPage } from './login.ts';
import { orderPath } from './order-extensions.ts';
import { orderListPage } from './order-list.ts';
import { payBalance, requestCancellation } from './order-requests.ts';
import { orderStatusPage } from './order-status.ts';
import {
  orderByKey,
  orderViewer,
  pageLanguage,
  rememberKey,
  rememberLanguage,
  signIn,
  signOut,
  signedInCustomer,
} from './session.ts';

type Handler = (request: Request, response: Response) => Promise<void> | void;

/** A path of this listener to go back to; anything else leads to the order list. */
function returnPath(value: unknown): string {
  const safe = typeof value === 'string' && /^\/account(\/|\?|$)/.test(value);
  return safe ? value : '/account/orders';
}

/** The shop's customer accounts, below `/account`. */
export function customerRoutes(deps: PagesDeps): Router {
  const router = express.Router();
  const form = express.urlencoded({ extended: false });
  const carefully =
    (handle: Handler): express.RequestHandler =>
    (request, response, next) => {
      Promise.resolve(handle(request, response)).catch(next);
    };
  const body = (request: Request): Record<string, unknown> =>
    request.body as Record<string, unknown>;

  router.get(['/', '/account'], (_request, response) => {
    response.redirect('/account/orders');
  });
  router.get(
    '/account/login',
    carefully(async (request, response) => {
      const returnTo = returnPath(request.query['return_to']);
      response.send(await loginPage(deps, returnTo, pageLanguage(request)));
    }),
  );
  router.post('/account/login', form, (request, response) => {
    const customer = customerShop(deps.world).customers.get(Number(body(request)['customer']));
    if (!customer) {
      response.status(400).type('text').send('There is no such customer.');
      return;
    }
    signIn(response, customer);
    response.redirect(303, returnPath(body(request)['return_to']));
  });
  router.post('/account/logout', (_request, response) => {
    signOut(response);
    response.redirect(303, '/account/login');
  });
  router.post('/account/language', form, (request, response) => {
    rememberLanguage(response, String(body(request)['language']));
    response.redirect(303, returnPath(body(request)['return_to']));
  });
  router.post('/account/id-token', (request, response) => {
    const shop = customerShop(deps.world);
    const customer = signedInCustomer(deps, request);
    const order = shop.orders.get(Number(request.query['order']));
    const viewer = order ? orderViewer(deps, request, order) : 'unauthenticated';
    if (!customer && viewer === 'unauthenticated') {
      response.status(401).json({ error: 'Nobody is signed in.' });
      return;
    }
    // The token names the customer only when signed in, and never the order. Source:
    // https://shopify.dev/docs/api/customer-account-ui-extensions/latest/target-apis/platform-apis/session-token-api
    const idToken = deps.mintIdToken({
      surface: 'customer-account',
      shop: shop.domain,
      customerId: customer === null ? null : `gid://shopify/Customer/${String(customer.id)}`,
    });
    response.set('Cache-Control', 'no-store').json({ idToken });
  });
  router.get(
    '/account/orders',
    carefully(async (request, response) => {
      const customer = signedInCustomer(deps, request);
      if (!customer) response.redirect('/account/login?return_to=/account/orders');
      else response.send(await orderListPage(deps, customer, pageLanguage(request)));
    }),
  );
  router.get(
    '/account/orders/:order',
    carefully(async (request, response) => {
      const order = customerShop(deps.world).orders.get(Number(request.params['order']));
      if (!order) {
        response.status(404).type('text').send('There is no such order.');
        return;
      }
      const viewer = orderViewer(deps, request, order);
      if (request.query['key'] !== undefined && viewer !== 'unauthenticated') {
        rememberKey(request, response, order);
        response.redirect(orderPath(order));
        return;
      }
      const customer = signedInCustomer(deps, request);
      response.send(await orderStatusPage(deps, order, viewer, customer, pageLanguage(request)));
    }),
  );
  /** Forms of an order's own page; `signedIn`: not by a mail's link alone. */
  const onOrder = (
    place: string,
    signedIn: boolean,
    act: (order: Order, fields: Record<string, unknown>) => void,
  ): void =>
    void router.post(`/account/orders/:order/${place}`, form, (request, response) => {
      const order = customerShop(deps.world).orders.get(Number(request.params['order']));
      const viewer = order ? orderViewer(deps, request, order) : 'unauthenticated';
      const may =
        viewer !== 'unauthenticated' &&
        (!signedIn || viewer.authenticationState === 'fully_authenticated');
      if (!order || !may) {
        response.sendStatus(order ? 403 : 404);
        return;
      }
      refusable(response, () => {
        act(order, body(request));
        response.redirect(303, orderPath(order));
      });
    });
  onOrder('requests', true, (order, fields) => {
    const shop = customerShop(deps.world);
    if (!shop.selfServeCancellations) throw new CommerceRefusal('Requests are not taken here.');
    requestCancellation(deps, shop, order, fields);
  });
  onOrder('payment', false, (order) => {
    payBalance(deps, customerShop(deps.world), order);
  });
  // The address in mails and in the Admin API's `statusPageUrl`.
  router.get('/:shop(\\d+)/orders/:key/authenticate', (request, response) => {
    const { key } = request.query;
    const order = typeof key === 'string' ? orderByKey(customerShop(deps.world), key) : null;
    if (order)
      response.redirect(`${orderPath(order)}?key=${encodeURIComponent(order.statusPageKey)}`);
    else response.status(404).type('text').send('This link is not valid.');
  });
  return router;
}

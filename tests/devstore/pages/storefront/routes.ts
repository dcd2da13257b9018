import path from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import { forwardToApp } from '../../http/app/app-proxy.ts';
import { signedProxyQuery } from '../../http/app/app-proxy-signature.ts';
import type { PagesDeps } from '../deps.ts';
import { homePage, merchantsPage, problemPage, proxiedPage, refundPolicyPage } from './pages.ts';
import { pageAt } from './theme/theme-editor.ts';
import { readThemeExtensions } from './theme/theme-extensions.ts';
import { visitOf, type StorefrontVisit } from './visit.ts';

/** Shopify does not say how long it waits; browsers and shoppers wait no longer than this. */
const PROXY_TIMEOUT_MS = 10_000;

/** First parts of addresses that can only be an app's. */
const PROXY_PREFIX = /^\/(apps|a|community|tools)\//;

/** The shop's own site: what `https://{shop}.myshopify.com` leads to. */
export function storefrontRoutes(deps: PagesDeps): Router {
  const router = express.Router();
  router.get('/devstore-theme-assets/:extension/:file', (request, response, next) => {
    sendAsset(deps, request, response).catch(next);
  });
  // The account, and an order's status page, are the customer listener's.
  router.use((request, response, next) => {
    if (/^\/(account|\d+\/orders)(\/|$)/.test(request.path)) {
      response.redirect(deps.origins.customer + request.originalUrl);
    } else next();
  });
  router.use((request, response, next) => {
    const visit = visitOf(deps, request);
    if (PROXY_PREFIX.test(visit.path)) proxied(deps, visit, request, response);
    else own(deps, visit, response).catch(next);
  });
  return router;
}

async function sendAsset(deps: PagesDeps, request: Request, response: Response): Promise<void> {
  const extensions = await readThemeExtensions(deps.extensionsDir);
  const { extension: handle, file = '' } = request.params;
  const extension = extensions.find((one) => one.handle === handle);
  if (!extension?.assets.has(file)) response.sendStatus(404);
  else response.sendFile(path.resolve(extension.folder, 'assets', file), { cacheControl: false });
}

async function own(deps: PagesDeps, visit: StorefrontVisit, response: Response): Promise<void> {
  const extensions = await readThemeExtensions(deps.extensionsDir);
  response.set('Cache-Control', 'no-store').type('html');
  const { shop } = visit;
  const draw = async (): Promise<string> => {
    switch (visit.path) {
      case '/':
        return homePage(visit, extensions, deps.themeEditor);
      // https://help.shopify.com/manual/checkout-settings/refund-privacy-tos
      case '/policies/refund-policy':
        return refundPolicyPage(visit);
      default: {
        const page = pageAt(shop, visit.path);
        if (page) return merchantsPage(visit, page, extensions, deps.themeEditor);
        response.status(404);
        return problemPage(visit, 404, null);
      }
    }
  };
  // The app names the shop by its public address; here the shop is this listener.
  const page = await draw();
  response.send(page.replaceAll(`https://${shop.domain}`, deps.origins.storefront));
}

function proxied(
  deps: PagesDeps,
  visit: StorefrontVisit,
  request: Request,
  response: Response,
): void {
  const { app, world } = deps;
  const { shop } = visit;
  const refuse = (status: number, detail: string): void => {
    response
      .status(status)
      .type('html')
      .send(problemPage(visit, status, detail));
  };
  if (!app.proxy) {
    refuse(404, 'The app has no [app_proxy] in its shopify.app.toml.');
    return;
  }
  const pathPrefix = `/${app.proxy.prefix}/${app.proxy.subpath}`;
  const installed = world.apps.installation(app.clientId, shop.domain) !== null;
  if (!installed || !`${visit.path}/`.startsWith(`${pathPrefix}/`)) {
    refuse(404, `No app of ${shop.name} answers ${visit.path}.`);
    return;
  }
  const appUrl = deps.appUrl();
  if (appUrl === null) {
    refuse(502, 'No app has been attached yet.');
    return;
  }
  const target = new URL(app.proxy.path + visit.path.slice(pathPrefix.length), appUrl);
  const asked = new URL(request.originalUrl, deps.origins.storefront).searchParams;
  target.search = signedProxyQuery(
    asked,
    {
      shop: shop.domain,
      customerId: visit.customer?.id ?? null,
      pathPrefix,
      at: deps.realNow(),
    },
    app.clientSecret,
  ).toString();
  forwardToApp({
    incoming: request,
    outgoing: response,
    target,
    host: new URL(deps.origins.tunnel).host,
    shop: shop.domain,
    storefrontOrigin: deps.origins.storefront,
    timeoutMs: deps.proxyTimeoutMs ?? PROXY_TIMEOUT_MS,
    renderLiquid: (template) => proxiedPage(visit, template),
    problemPage: (status, problem) => problemPage(visit, status, problem),
  });
}

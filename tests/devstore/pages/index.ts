import express, { type Router } from 'express';
import { adminRoutes } from './admin/routes.ts';
import { assetRoutes } from './browser-assets.ts';
import { customerRoutes } from './customer/routes.ts';
import type { PagesDeps } from './deps.ts';
import { extensionRoutes } from './extensions/routes.ts';
import { storefrontRoutes } from './storefront/routes.ts';

export type { PagesDeps } from './deps.ts';

function pages(deps: PagesDeps, routes: Router): Router {
  const router = express.Router();
  router.use(assetRoutes(), extensionRoutes(deps), routes);
  return router;
}

/** The platform listener's pages: the admin of each shop, and App Bridge at `/app-bridge.js`. */
export function adminPages(deps: PagesDeps): Router {
  return pages(deps, adminRoutes(deps));
}

/** The customer listener's pages: sign-in, orders, order status. */
export function customerPages(deps: PagesDeps): Router {
  return pages(deps, customerRoutes(deps));
}

/** The storefront listener's pages: the shop's own site, with the app's blocks and proxied pages. */
export function storefrontPages(deps: PagesDeps): Router {
  const router = express.Router();
  router.use(assetRoutes(), storefrontRoutes(deps));
  return router;
}

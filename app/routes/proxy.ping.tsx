import type { LoaderFunctionArgs } from '@remix-run/node';

import { StorefrontProblem } from '../components/storefront/storefront-problem.tsx';
import { storefrontPage } from '../http/storefront/storefront.tsx';

/**
 * Says to whoever asks by a shop's own domain that this app answers there, and at which address of its own: the
 * health page asks it the way that shoppers come.
 */
export const loader = (args: LoaderFunctionArgs) =>
  storefrontPage(args, StorefrontProblem, async () =>
    Response.json(
      { app: 'unorder', address: args.context.container.config.shopify.appUrl },
      { headers: { 'Cache-Control': 'no-store' } },
    ),
  );

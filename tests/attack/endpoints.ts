import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { z } from 'zod';

/** Who may use an endpoint, and so what a hostile request to it forges. */
export type Audience = 'staff' | 'shopper' | 'storefront' | 'page' | 'public' | 'shopify';

/** Every endpoint by its path. A route of the build that is not here fails the attack. */
export const ENDPOINTS: Readonly<Record<string, Audience>> = {
  '/': 'public',
  '/app': 'page',
  '/app/cancellations/:id': 'staff',
  '/app/cancellations/:id/quote': 'staff',
  '/app/data-requests': 'page',
  '/app/history': 'page',
  '/app/history/:id': 'page',
  '/app/orders': 'page',
  '/app/orders/:number': 'page',
  '/app/policy': 'page',
  '/app/requests': 'page',
  '/api/shopper/orders/:number/cancellation': 'shopper',
  '/api/shopper/orders/:number/cancellation/quote': 'shopper',
  '/api/shopper/orders/:number/cancellation/withdraw': 'shopper',
  '/api/staff/collections': 'staff',
  '/api/staff/data-requests/:id': 'staff',
  '/api/staff/history/exports': 'staff',
  '/api/staff/history/exports/:id': 'staff',
  '/api/staff/orders': 'staff',
  '/api/staff/orders/:number/cancellation': 'staff',
  '/api/staff/orders/:number/cancellation/quote': 'staff',
  '/api/staff/policy': 'staff',
  '/api/staff/policy/preview': 'staff',
  '/api/staff/policy/simulation': 'staff',
  '/api/staff/policy/texts': 'staff',
  '/api/staff/policy/versions/:version': 'staff',
  '/api/staff/setup': 'staff',
  '/exports/:token': 'public',
  '/auth/login': 'public',
  '/auth/*': 'page',
  '/proxy/cancel': 'storefront',
  '/proxy/policy': 'storefront',
  '/webhooks': 'shopify',
  '/livez': 'public',
  '/readyz': 'public',
  '/healthz': 'public',
  '/assets/*': 'public',
  '/app/settings': 'page',
  '/app/settings/health': 'page',
  '/app/settings/notifications': 'page',
  '/app/settings/notifications/deliveries': 'page',
  '/app/settings/notifications/templates/:mail': 'page',
  '/app/settings/plan': 'page',
  '/app/settings/support': 'page',
  '/app/bulk/:id': 'page',
  '/app/cancellations/:id/offer': 'staff',
  '/api/staff/bulk-cancellations': 'staff',
  '/api/staff/bulk-cancellations/:id': 'staff',
  '/api/staff/bulk-cancellations/:id/csv': 'staff',
  '/api/staff/health': 'staff',
  '/api/staff/notifications': 'staff',
  '/api/staff/notifications/preview': 'staff',
  '/api/staff/notifications/template': 'staff',
  '/api/staff/order-views': 'staff',
  '/api/staff/orders/:number/cancellation/mail': 'staff',
  '/api/staff/requests/count': 'staff',
  '/api/staff/requests/review': 'staff',
  '/flow/actions/:action': 'shopify',
  '/flow/use': 'shopify',
  '/proxy/ping': 'storefront',
};

const Route = z.object({ parentId: z.string().optional(), path: z.string().optional() });
const Build = z.object({ routes: z.record(z.string(), Route) });

/** The paths that the build answers, as its own list of routes has them. */
export async function builtPaths(): Promise<readonly string[]> {
  const file = path.resolve(import.meta.dirname, '../../build/server/index.js');
  const { routes } = Build.parse(await import(pathToFileURL(file).href));
  const pathOf = (id: string): string => {
    const route = routes[id];
    if (!route) return '';
    const above = route.parentId === undefined ? '' : pathOf(route.parentId);
    return route.path ? `${above}/${route.path}` : above;
  };
  return [...new Set(Object.keys(routes).map((id) => pathOf(id) || '/'))];
}

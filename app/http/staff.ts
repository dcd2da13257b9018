import type { AppLoadContext } from '@remix-run/node';

import type { Actor } from '../domain/actor.ts';
import { type ShopDomain, parseShopDomain } from '../domain/ids.ts';
import { orFailureJson, orFailurePage } from './failure.ts';

/** A signed-in staff member of one shop. */
export interface Staff {
  readonly shop: ShopDomain;
  readonly actor: Actor & { readonly kind: 'staff' };
}

interface Asked {
  readonly request: Request;
  readonly context: AppLoadContext;
}

/** The language of the app's own pages. */
export const STAFF_LOCALE = 'en';

/** The data of a page, for the staff member named by the admin's session token. */
export async function staffPage<T>(
  { request, context }: Asked,
  work: (staff: Staff) => Promise<T>,
): Promise<T> {
  const { staff } = await authenticateStaff(request, context);
  return orFailurePage(context, () => work(staff));
}

/**
 * A JSON answer for the staff member named by the admin's session token; readable by the admin's extensions,
 * which run on another origin.
 */
export async function staffJson(
  { request, context }: Asked,
  work: (staff: Staff) => Promise<Response>,
): Promise<Response> {
  const { staff, cors } = await authenticateStaff(request, context);
  return cors(await orFailureJson(context, () => work(staff)));
}

/**
 * Throws the library's own responses: redirects that fetch a token for documents, 401 for fetches, 204 for
 * preflights, 410 for bots.
 */
async function authenticateStaff(request: Request, { shopify }: AppLoadContext) {
  const { session, sessionToken, cors } = await shopify.authenticate.admin(request);
  const shop = parseShopDomain(session.shop);
  if (!shop || !sessionToken.sub) throw new Response(null, { status: 401 });
  const staff: Staff = { shop, actor: { kind: 'staff', staffId: sessionToken.sub } };
  return { staff, cors };
}

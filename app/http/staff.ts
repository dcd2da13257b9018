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
 *
 * A customer's token bears the same signature and the same audience, and the library takes it for the shop's:
 * only the issuer, the shop's admin, says that somebody works there.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens
 */
async function authenticateStaff(request: Request, { shopify }: AppLoadContext) {
  const { session, sessionToken, cors } = await authenticated();
  const shop = parseShopDomain(session.shop);
  const { iss, dest, sub } = sessionToken;
  if (!shop || !sub || iss !== `${dest}/admin`) throw notSignedIn();
  const staff: Staff = { shop, actor: { kind: 'staff', staffId: sub } };
  return { staff, cors };

  async function authenticated() {
    try {
      return await shopify.authenticate.admin(request);
    } catch (thrown) {
      // `dest` without a scheme, as customers' tokens have it, which the library reads as an address.
      if (thrown instanceof TypeError && 'code' in thrown && thrown.code === 'ERR_INVALID_URL') {
        throw notSignedIn();
      }
      throw thrown;
    }
  }
}

const notSignedIn = (): Response => new Response(null, { status: 401 });

import type { AppLoadContext } from '@remix-run/node';

import type { Actor } from '../../domain/actor.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import { type ShopDomain, parseShopDomain } from '../../domain/ids.ts';
import type { RefusalOf } from '../../domain/refusal.ts';
import { type Result, err } from '../../domain/result.ts';
import type { Messages } from '../../messages/message-types.ts';
import { orFailureJson, orFailurePage } from '../server/failure.ts';
import { staffMessages } from './staff-messages.ts';

/** A signed-in staff member of one shop. */
export interface Staff {
  readonly shop: ShopDomain;
  readonly actor: Actor & { readonly kind: 'staff' };
  /** The admin's own, verified: what they may do is asked of the platform with it. */
  readonly sessionToken: string;
  /** What is said to them, in their language, with the locale of their numbers and dates. */
  readonly messages: Messages<'staff'>;
}

interface Asked {
  readonly request: Request;
  readonly context: AppLoadContext;
}

/** The data of a page, for the staff member named by the admin's session token. */
export async function staffPage<T>(
  { request, context }: Asked,
  work: (staff: Staff) => Promise<T>,
): Promise<T> {
  const { staff } = await authenticateStaff(request, context);
  return orFailurePage(context, staff.messages, () => work(staff));
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
  return cors(
    await orFailureJson(
      context,
      (reference) => staff.messages.t('refusals.failed', { reference }),
      () => work(staff),
    ),
  );
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
async function authenticateStaff(request: Request, context: AppLoadContext) {
  const { session, sessionToken, cors } = await authenticateAdmin(request, context);
  const shop = parseShopDomain(session.shop);
  const { iss, dest, sub } = sessionToken;
  if (!shop || !sub || iss !== `${dest}/admin`) throw notSignedIn();
  const staff: Staff = {
    shop,
    actor: { kind: 'staff', staffId: sub },
    sessionToken: sessionTokenOf(request),
    messages: staffMessages(request),
  };
  return { staff, cors };
}

/** The library's own authentication, which fails at a token that names no shop: that is 401 here. */
export async function authenticateAdmin(
  request: Request,
  { shopify }: Pick<AppLoadContext, 'shopify'>,
): ReturnType<AppLoadContext['shopify']['authenticate']['admin']> {
  if (namesNoShop(sessionTokenOf(request))) throw notSignedIn();
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

/** Whether it is a token whose `dest` is no shop of Shopify's: the library, which verifies tokens, fails at that. */
function namesNoShop(token: string): boolean {
  const [, payload] = token.split('.');
  if (payload === undefined) return false;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const dest = typeof claims === 'object' && claims && 'dest' in claims ? claims.dest : null;
    return typeof dest !== 'string' || !URL.canParse(dest) || !parseShopDomain(new URL(dest).host);
  } catch {
    return false;
  }
}

/** The token that the library verifies: documents bring it in their address, fetches in a header. */
function sessionTokenOf(request: Request): string {
  const header = request.headers.get('authorization')?.replace(/^Bearer\s+/i, '');
  return header ?? new URL(request.url).searchParams.get('id_token') ?? '';
}

const notSignedIn = (): Response => new Response(null, { status: 401 });

/**
 * What the staff member may do, as the platform says. When it does not say, they may look and not act.
 */
export async function staffAccess(
  { context }: Pick<Asked, 'context'>,
  { shop, sessionToken }: Staff,
): Promise<Result<StaffAccess, RefusalOf<'platform_unavailable' | 'staff_may_not_cancel'>>> {
  const access = await context.container.platform.readStaffAccess(shop, sessionToken);
  if (access.ok) return access;
  return err({
    code: access.error.kind === 'unauthorized' ? 'staff_may_not_cancel' : 'platform_unavailable',
  });
}

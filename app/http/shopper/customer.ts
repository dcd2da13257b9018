import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';

import type { Shopper } from '../../application/order/shopper.ts';
import { type ShopDomain, parseCustomerId, parseShopDomain } from '../../domain/ids.ts';
import { messagesIn } from '../../messages/messages.ts';
import { shopperTextOf } from '../../presentation/refusal/shopper-refusal.ts';
import { orFailureJson } from '../server/failure.ts';
import { refusedWith } from '../server/refused.ts';
import { localeOf } from './page-locale.ts';

/** A signed-in customer of one shop. */
export interface Customer {
  readonly shop: ShopDomain;
  readonly shopper: Extract<Shopper, { kind: 'customer' }>;
}

/**
 * Runs the work of a route for the signed-in customer named by the session token, and lets the order pages,
 * which run on another origin, read whatever comes of it.
 *
 * The token's signature and time are checked by the library. Its audience is not, so it is checked here:
 * a token made for another app is refused. `dest` names the shop, `sub` the customer; a token without `sub`
 * belongs to somebody who may look at the page but has not signed in. A staff member's token bears the same
 * signature, with a bare number for `sub`: that is nobody's customer id.
 *
 * @see https://shopify.dev/docs/api/customer-account-ui-extensions/latest/target-apis/platform-apis/session-token-api
 */
export async function customerJson(
  { request, context }: { readonly request: Request; readonly context: AppLoadContext },
  work: (customer: Customer) => Promise<Response>,
): Promise<Response> {
  const locale = localeOf(request);
  const signIn = { code: 'sign_in', message: shopperTextOf('sign_in', locale) };
  const { sessionToken, cors } = await authenticated();
  if (sessionToken.aud !== context.container.config.shopify.apiKey)
    return cors(refusedWith(401, [signIn]));
  const shop = parseShopDomain(hostOf(sessionToken.dest));
  const { sub = '' } = sessionToken;
  const customerId = sub.startsWith('gid:') ? parseCustomerId(sub) : null;
  if (!shop || !customerId) return cors(refusedWith(401, [signIn]));
  const shopper = { kind: 'customer', customerId } as const;
  return cors(
    await orFailureJson(
      context,
      (reference) => messagesIn(locale, 'shopper').t('answers.failed', { reference }),
      () => work({ shop, shopper }),
    ),
  );

  async function authenticated() {
    try {
      return await context.shopify.authenticate.public.customerAccount(request);
    } catch (thrown) {
      // A refusal without these headers would look like a network failure to the order page.
      if (thrown instanceof Response && thrown.status === 401) {
        throw readableAnywhere(refusedWith(401, [signIn]));
      }
      throw thrown;
    }
  }
}

/** The loader of a route that only takes requests: it answers the browser's preflight, and has nothing to read. */
export const onlyPost = (args: Pick<LoaderFunctionArgs, 'request' | 'context'>) =>
  customerJson(args, async () =>
    refusedWith(405, [{ code: 'method_not_allowed', message: 'Send a POST.' }]),
  );

/** `dest` is written with and without a scheme; the library has not looked whether it is a text. */
function hostOf(dest: unknown): string {
  if (typeof dest !== 'string') return '';
  return URL.canParse(dest) ? new URL(dest).hostname : dest;
}

function readableAnywhere(response: Response): Response {
  response.headers.set('Access-Control-Allow-Origin', '*');
  return response;
}

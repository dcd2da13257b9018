import { type ShopDomain, parseShopDomain } from '../../domain/ids.ts';
import { type EpochMs, SECOND } from '../../domain/time.ts';
import { isSignedByAny } from '../server/signature.ts';

/** What Shopify says of a storefront request that it passes on to the app. */
export interface ProxyStatement {
  readonly shop: ShopDomain;
  /** Where the storefront has the app's pages: "/apps/unorder", or what the merchant made of it. */
  readonly pathPrefix: string;
}

/** As old as Shopify's own library lets one be. */
const TOLERANCE = 90 * SECOND;
const PATH_PREFIX = /^(?:\/[A-Za-z0-9_-]+){2,3}$/;

/**
 * The statement in a proxied request's address, or null when Shopify did not sign it with one of the app's
 * secrets just now.
 *
 * It says no more than that somebody came through the shop's public storefront, which everybody may. So it
 * opens nothing by itself, and the customer that it names is not used: parameters are signed without anything
 * between them, so the owner of one shop could make one statement look like another.
 *
 * The library's `authenticate.public.appProxy` checks the same. It goes on to load and renew the shop's
 * token, which these pages have no use for, and knows one secret only, also while it is being rotated.
 *
 * @see https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export function readProxyStatement(
  parameters: URLSearchParams,
  secrets: readonly string[],
  now: EpochMs,
): ProxyStatement | null {
  const only = (name: string): string | null => {
    const values = parameters.getAll(name);
    return values.length === 1 ? (values[0] ?? null) : null;
  };
  const shop = parseShopDomain(only('shop') ?? '');
  const pathPrefix = only('path_prefix') ?? '';
  const sentAt = Number(only('timestamp') ?? Number.NaN) * SECOND;
  const signature = only('signature');
  if (!shop || signature === null || !PATH_PREFIX.test(pathPrefix)) return null;
  if (!(Math.abs(now - sentAt) <= TOLERANCE)) return null;
  return isSignedByAny(secrets, signedPart(parameters), Buffer.from(signature, 'hex'))
    ? { shop, pathPrefix }
    : null;
}

/** What Shopify signs of an address: its parameters in alphabetical order, without anything between them. */
function signedPart(parameters: URLSearchParams): string {
  const names = new Set([...parameters.keys()].filter((name) => name !== 'signature'));
  return [...names]
    .map((name) => `${name}=${parameters.getAll(name).join(',')}`)
    .sort()
    .join('');
}

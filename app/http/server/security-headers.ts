import { type ShopDomain, parseShopDomain } from '../../domain/ids.ts';

/**
 * Kinds of answers, by what a browser could be made to do with them.
 *
 * `bare`: JSON, words for a program, nothing at all. `page`: a document of the app's own. `storefront`: what
 * Shopify draws inside a shop's pages. `file`: a part of the build, the same for everybody.
 */
export type AnswerKind = 'bare' | 'page' | 'storefront' | 'file';

export interface Answered {
  readonly kind: AnswerKind;
  /** The request's address: path and query. */
  readonly target: string;
  /** Whether the public reaches the app by https. */
  readonly isHttps: boolean;
}

const YEAR_SECONDS = 31_536_000;
const ADMIN = 'https://admin.shopify.com';
/** Pages that the admin shows in a frame of its own. */
const EMBEDDED = /^\/(?:app|auth)(?:\/|$)/;

/**
 * The headers that keep an answer out of hands and frames it is not for: the only place where they are decided.
 *
 * @see https://shopify.dev/docs/apps/build/security/set-up-iframe-protection
 */
export function securityHeaders({
  kind,
  target,
  isHttps,
}: Answered): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    ...(isHttps ? { 'strict-transport-security': `max-age=${YEAR_SECONDS}` } : {}),
    // Addresses of embedded pages hold session tokens: they are nobody else's.
    'referrer-policy': kind === 'page' ? 'strict-origin-when-cross-origin' : 'no-referrer',
    ...(kind === 'file' ? {} : { 'cache-control': 'no-store' }),
    ...framing(kind, target),
  };
}

/** The kind of an answer that a route gave. */
export function kindOfAnswer(contentType: string | null, target: string): AnswerKind {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/liquid') return 'storefront';
  if (type !== 'text/html') return 'bare';
  return target.startsWith('/proxy/') ? 'storefront' : 'page';
}

function framing(kind: AnswerKind, target: string): Readonly<Record<string, string>> {
  switch (kind) {
    case 'bare':
    case 'file':
      return {
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-frame-options': 'DENY',
      };
    case 'storefront':
      // Shown by the shop's own pages, which the merchant sees in the frame of the theme editor.
      return {
        'content-security-policy': `frame-ancestors 'self' ${ADMIN} https://*.shopifyapps.com`,
      };
    case 'page': {
      const shop = framingShop(target);
      const ancestors = shop ? `https://${shop} ${ADMIN}` : "'none'";
      return {
        'content-security-policy': `base-uri 'self'; object-src 'none'; frame-ancestors ${ancestors}`,
        ...(shop ? {} : { 'x-frame-options': 'DENY' }),
      };
    }
  }
}

/** The shop in whose admin an embedded page is asked for; what is no shop's domain is not repeated. */
function framingShop(target: string): ShopDomain | null {
  const [path = '', query = ''] = target.split('?', 2);
  if (!EMBEDDED.test(path) || path === '/auth/login') return null;
  const shops = new URLSearchParams(query).getAll('shop');
  return shops.length === 1 ? parseShopDomain(shops[0] ?? '') : null;
}

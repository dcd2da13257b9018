import type { Request } from 'express';
import type { Customer, Shop, ShopLocale } from '../../world/model.ts';
import { signedInCustomer } from '../customer/session.ts';
import { customerShop, type PagesDeps } from '../deps.ts';
import type { LiquidScope, LiquidValue } from './liquid.ts';

/** One request to the storefront. */
export interface StorefrontVisit {
  readonly shop: Shop;
  readonly customer: Customer | null;
  readonly locale: ShopLocale;
  /** Every language the storefront has, the primary one first. */
  readonly locales: readonly ShopLocale[];
  /** The path without the language: `/pages/help`. */
  readonly path: string;
  /** The path and query in `path`'s place, with the language still in front. */
  readonly address: string;
}

/**
 * A request's language is the first part of its path, but for the primary language, which has none.
 * Source: https://shopify.dev/docs/storefronts/themes/markets/localize-your-theme
 */
export function visitOf(deps: PagesDeps, request: Request): StorefrontVisit {
  const shop = customerShop(deps.world);
  const locales = shop.locales
    .filter(({ published }) => published)
    .toSorted((a, b) => Number(b.primary) - Number(a.primary));
  const [primary] = locales;
  if (!primary) throw new Error(`${shop.name} has no language.`);
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(request.path) ?? [];
  const prefixed = locales.find((one) => !one.primary && one.locale.toLowerCase() === first);
  return {
    shop,
    customer: signedInCustomer(deps, request),
    locale: prefixed ?? primary,
    locales,
    path: prefixed ? rest || '/' : request.path,
    address: request.originalUrl,
  };
}

/** A path of the storefront in a language. */
export function localePath(locale: ShopLocale, path: string): string {
  if (locale.primary) return path;
  return `/${locale.locale.toLowerCase()}${path === '/' ? '' : path}`;
}

/** The objects every template of the storefront sees, in snippets too. */
export function liquidGlobals(visit: StorefrontVisit): LiquidScope {
  const { shop, customer, locale } = visit;
  const locales = visit.locales.map(localeObject);
  return {
    shop: {
      id: shop.id,
      name: shop.name,
      email: shop.email,
      domain: shop.domain,
      permanent_domain: shop.domain,
      url: `https://${shop.domain}`,
      secure_url: `https://${shop.domain}`,
      currency: shop.currency,
      locale: visit.locales[0]?.locale ?? null,
      published_locales: locales,
      customer_accounts_enabled: true,
      address: { city: shop.city, country: shop.country.name, country_code: shop.country.code },
    },
    request: {
      design_mode: false,
      visual_preview_mode: false,
      host: shop.domain,
      origin: `https://${shop.domain}`,
      path: localePath(locale, visit.path),
      page_type: visit.path === '/' ? 'index' : 'page',
      locale: localeObject(locale),
    },
    localization: {
      language: localeObject(locale),
      available_languages: locales,
      country: { iso_code: shop.country.code, name: shop.country.name },
    },
    routes: {
      root_url: localePath(locale, '/'),
      account_url: '/account',
      account_login_url: '/account/login',
    },
    customer:
      customer === null
        ? null
        : {
            id: customer.id,
            first_name: customer.firstName,
            last_name: customer.lastName,
            name: `${customer.firstName} ${customer.lastName}`,
            email: customer.email,
          },
  };
}

/** Source: https://shopify.dev/docs/api/liquid/objects/shop_locale */
function localeObject(locale: ShopLocale): LiquidValue {
  const endonym = new Intl.DisplayNames([locale.locale], { type: 'language' }).of(locale.locale);
  return {
    iso_code: locale.locale,
    name: locale.name,
    endonym_name: endonym ?? locale.name,
    primary: locale.primary,
    root_url: localePath(locale, '/'),
  };
}

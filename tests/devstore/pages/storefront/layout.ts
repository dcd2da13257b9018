import { type Html, html } from '../../http/pages/html.ts';
import type { Page, Shop, ShopLocale } from '../../world/model.ts';
import { pathOf } from './theme/theme-editor.ts';
import { localePath, type StorefrontVisit } from './visit.ts';
import { themeWords } from './words.ts';

/** What goes between the theme's header and its footer, and what it needs in the head. */
export interface StorefrontPage {
  readonly title: string;
  readonly body: Html;
  readonly head?: Html;
}

/** A whole page of the shop, in the theme's layout. */
export function storefrontPage(visit: StorefrontVisit, page: StorefrontPage): string {
  const { shop, customer, locale } = visit;
  const words = themeWords(locale.locale);
  const link = (path: string, label: string): Html =>
    html`<a
      href="${localePath(locale, path)}"
      ${path === visit.path ? html`aria-current="page"` : null}
      >${label}</a
    >`;
  return html`<!doctype html>
    <html lang="${locale.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${shop.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/devstore-assets/storefront.css" />
        ${page.head}
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header class="store-bar">
          <div class="store-inner">
            <a class="store-name" href="${localePath(locale, '/')}">${shop.name}</a>
            <nav aria-label="${shop.name}">
              ${link('/', words.home)}
              <a href="/account"
                >${customer === null ? words.signIn : html`${words.account}: ${customer.firstName}`}</a
              >
            </nav>
          </div>
        </header>
        <main id="main" tabindex="-1">${page.body}</main>
        <footer class="store-foot">
          <div class="store-inner">
            <div>
              <strong>${shop.name}</strong>
              <span>${shop.city}, ${countryName(shop, locale)}</span>
            </div>
            <nav aria-label="${words.help}">
              <strong>${words.help}</strong>
              ${[...shop.pages.values()].map((own) => link(pathOf(own), pageTexts(own, locale).title))}
              <a href="/account">${words.orders}</a>
              <a href="mailto:${shop.email}">${shop.email}</a>
            </nav>
            ${visit.locales.length > 1 ? languages(visit, words.language) : null}
          </div>
        </footer>
      </body>
    </html>`.toString();
}

/** A page's title and body in a language of its shop. */
export function pageTexts(page: Page, { locale }: ShopLocale): Pick<Page, 'title' | 'body'> {
  return page.translations[locale] ?? page;
}

function countryName({ country }: Shop, { locale }: ShopLocale): string {
  return new Intl.DisplayNames([locale], { type: 'region' }).of(country.code) ?? country.name;
}

function languages({ locale, locales, path }: StorefrontVisit, label: string): Html {
  return html`<nav aria-label="${label}">
    <strong>${label}</strong>
    ${locales.map(
      (one) =>
        html`<a
          href="${localePath(one, path)}"
          lang="${one.locale}"
          hreflang="${one.locale}"
          ${one.locale === locale.locale ? html`aria-current="true"` : null}
          >${new Intl.DisplayNames([one.locale], { type: 'language' }).of(one.locale)}</a
        >`,
    )}
  </nav>`;
}

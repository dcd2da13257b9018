import { Html, html } from '../../http/pages/html.ts';
import type { Minor, Page, Product } from '../../world/model.ts';
import { formatFixed } from '../../world/money/money.ts';
import { renderAppBlocks, type RenderedBlocks } from './theme/app-blocks.ts';
import { pageTexts, storefrontPage } from './layout.ts';
import { renderLiquid } from './liquid.ts';
import type { ThemeEditor } from './theme/theme-editor.ts';
import type { ThemeExtension } from './theme/theme-extensions.ts';
import { liquidGlobals, type StorefrontVisit } from './visit.ts';
import { themeWords } from './words.ts';

const SHOWN = 12;

/** The shop's front page: what it sells. */
export async function homePage(
  visit: StorefrontVisit,
  extensions: readonly ThemeExtension[],
  editor: ThemeEditor,
): Promise<string> {
  const { shop, locale } = visit;
  const words = themeWords(locale.locale);
  const apps = await renderAppBlocks(extensions, editor, visit);
  const products = [...shop.products.values()].slice(0, SHOWN);
  const card = (product: Product): Html => {
    const prices = product.variantIds.flatMap(
      (id) => shop.variants.get(id)?.priceInShopCurrency ?? [],
    );
    const lowest = price(Math.min(...prices), shop.currency, locale.locale);
    return html`<li class="product">
      ${
        product.imageUrl === null
          ? html`<span class="product-picture"></span>`
          : html`<img class="product-picture" src="${product.imageUrl}" alt="" loading="lazy" />`
      }
      <span class="product-title">${product.title}</span>
      <span class="product-price"
        >${new Set(prices).size > 1 ? html`${words.from} ` : null}${lowest}</span
      >
    </li>`;
  };
  return storefrontPage(visit, {
    title: words.home,
    head: apps.head,
    body: html`<section class="hero">
        <h1>${words.heroTitle}</h1>
        <p>${words.heroText}</p>
      </section>
      <section class="shelf" aria-label="${words.products}">
        <h2>${words.products}</h2>
        <ul>
          ${products.map(card)}
        </ul>
      </section>
      ${apps.blocks}`,
  });
}

/** An amount as shoppers read it in a language: `€129.00`, `129,00 €`. */
function price(minor: Minor, currency: string, language: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(
    Number(formatFixed(minor, currency)),
  );
}

/** A page that the merchant made, with the app blocks that stand on it. */
export async function merchantsPage(
  visit: StorefrontVisit,
  page: Page,
  extensions: readonly ThemeExtension[],
  editor: ThemeEditor,
): Promise<string> {
  const { title, body } = pageTexts(page, visit.locale);
  const apps: RenderedBlocks = await renderAppBlocks(extensions, editor, visit);
  return storefrontPage(visit, {
    title,
    head: apps.head,
    body: html`<div class="reading">
      <h1>${title}</h1>
      ${body === '' ? null : html`<div class="lead">${new Html(body)}</div>`} ${apps.blocks}
    </div>`,
  });
}

/** The shop's own policy on returns, written by its merchant. */
export function refundPolicyPage(visit: StorefrontVisit): string {
  return storefrontPage(visit, {
    title: 'Refund policy',
    body: html`<div class="reading">
      <h1>Refund policy</h1>
      <p>You can send back what you have received within 30 days. Write to us before you do.</p>
    </div>`,
  });
}

/** A page that is not there, or that the app cannot show. */
export function problemPage(visit: StorefrontVisit, status: number, detail: string | null): string {
  const words = themeWords(visit.locale.locale);
  const [title, text] =
    status === 404
      ? [words.notFound, words.notFoundText]
      : [words.appProblem, words.appProblemText];
  return storefrontPage(visit, {
    title,
    body: html`<div class="reading">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      ${detail === null ? null : html`<p class="notice"><code>${detail}</code></p>`}
    </div>`,
  });
}

/**
 * An app's answer of type `application/liquid`, inside the theme's layout unless it says
 * `{% layout none %}`. Source: https://shopify.dev/docs/apps/build/online-store/app-proxies
 */
export async function proxiedPage(visit: StorefrontVisit, template: string): Promise<string> {
  const none = (what: string) => (): never => {
    throw new Error(`A proxied page has no ${what} of its own.`);
  };
  const { markup, bare } = await renderLiquid(
    template,
    {
      snippets: null,
      timeZone: visit.shop.timezone,
      translate: none('texts'),
      assetAddress: none('assets'),
    },
    { globals: liquidGlobals(visit), own: {} },
  );
  if (bare) return markup;
  return storefrontPage(visit, { title: visit.shop.name, body: new Html(markup) });
}

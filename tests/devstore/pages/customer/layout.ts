import { type Html, html } from '../../http/pages/html.ts';
import { icon } from '../icon.ts';
import type { Customer, Shop } from '../../world/model.ts';
import { LANGUAGES } from './session.ts';

/** A whole page of the shop's customer accounts. */
export async function customerPage(page: {
  shop: Shop;
  customer: Customer | null;
  language: string;
  title: string;
  /** The page's own path, for coming back after a change of language. */
  path: string;
  body: Html;
  scripts?: Html;
}): Promise<string> {
  const { shop, customer } = page;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${shop.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/devstore-assets/customer.css" />
        <link rel="stylesheet" href="/devstore-assets/customer-orders.css" />
        <link rel="stylesheet" href="/devstore-assets/extension-host.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="shop-bar">
          <div class="shop-bar-inner">
            <a class="shop-name" href="/account/orders">${shop.name}</a>
            <nav aria-label="Account">
              ${
                customer
                  ? html`<a href="/account/orders">Orders</a>
                      <details class="menu profile-menu">
                        <summary>
                          <span class="visually-hidden">Profile</span>
                          <span class="avatar" aria-hidden="true"
                            >${customer.firstName.charAt(0)}${customer.lastName.charAt(0)}</span
                          >
                          ${await icon('chevron-down')}
                        </summary>
                        <div class="menu-list">
                          <p class="menu-note">
                            <strong>${customer.firstName} ${customer.lastName}</strong
                            ><br />${customer.email}
                          </p>
                          <form method="post" action="/account/logout">
                            <button class="menu-item">Sign out</button>
                          </form>
                        </div>
                      </details>`
                  : html`<a
                      class="sign-in"
                      href="/account/login?return_to=${encodeURIComponent(page.path)}"
                      >Sign in</a
                    >`
              }
            </nav>
          </div>
        </header>
        <main id="main" tabindex="-1">${page.body}</main>
        <footer class="shop-foot">
          <form method="post" action="/account/language">
            <input type="hidden" name="return_to" value="${page.path}" />
            <label for="language">App language</label>
            <select id="language" name="language" onchange="this.form.requestSubmit()">
              ${LANGUAGES.map(
                ({ code, label }) =>
                  html`<option
                    value="${code}"
                    lang="${code}"
                    ${code === page.language ? html`selected` : null}
                  >
                    ${label}
                  </option>`,
              )}
            </select>
            <noscript><button>Change</button></noscript>
          </form>
          <span>${shop.name}, ${shop.city}</span>
        </footer>
        ${page.scripts}
      </body>
    </html>`.toString();
}

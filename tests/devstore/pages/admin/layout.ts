import { type Html, html } from '../../http/html.ts';
import { icon } from '../icon.ts';
import type { PagesDeps } from '../deps.ts';
import type { Shop } from '../../world/model.ts';

export type AdminPlace = 'orders' | 'products' | 'customers' | 'app';

const ENTRIES: readonly { place: AdminPlace; path: string; label: string; icon: string }[] = [
  { place: 'orders', path: 'orders', label: 'Orders', icon: 'order' },
  { place: 'products', path: 'products', label: 'Products', icon: 'product' },
  { place: 'customers', path: 'customers', label: 'Customers', icon: 'person' },
];

const CURRENT = html`aria-current="page"`;

/** Keeps a list in step with the shop. */
export const LIST_SCRIPT = html`<script src="/devstore-assets/admin-list.js" defer></script>`;

/** The app's title as registered, or its handle. */
export function appTitle(deps: PagesDeps): string {
  return deps.world.apps.get(deps.app.clientId)?.spec.title ?? deps.app.handle;
}

/** A whole page of the admin: top bar, navigation, content. */
export async function adminPage(
  deps: PagesDeps,
  shop: Shop,
  page: {
    place: AdminPlace;
    title: string;
    body: Html;
    scripts?: Html;
    search?: string;
    /** The content fills the whole region, as an app's frame does. */
    bare?: boolean;
  },
): Promise<string> {
  const store = `/store/${shop.handle}`;
  const app = `${store}/apps/${deps.app.handle}`;
  const icons = await Promise.all(ENTRIES.map((entry) => icon(entry.icon)));
  const owner = shop.staff.find((member) => member.accountOwner);
  const initials = shop.name
    .split(/\s+/)
    .filter((word) => /^[A-Za-z]/.test(word))
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('');
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${shop.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/devstore-assets/admin.css" />
        <link rel="stylesheet" href="/devstore-assets/extension-host.css" />
      </head>
      <body class="${page.bare ? 'bare' : ''}">
        <a class="skip" href="#main">Skip to content</a>
        <header class="top-bar">
          <a class="top-logo" href="/" title="The devstore's front page">
            <span class="top-logo-mark" aria-hidden="true"></span>devstore
          </a>
          <form class="top-search" role="search" action="${store}/orders">
            ${await icon('search')}
            <input
              type="search"
              name="query"
              aria-label="Search orders"
              placeholder="Search orders"
              value="${page.search ?? ''}"
            />
          </form>
          <div class="top-shop">
            <span class="top-shop-name">${shop.name}</span>
            <span class="top-avatar" aria-hidden="true" title="${owner?.firstName ?? ''}"
              >${initials}</span
            >
          </div>
          <div
            id="save-bar"
            class="save-bar"
            role="region"
            aria-label="Unsaved changes"
            hidden
          ></div>
          <div
            id="loading-bar"
            class="loading-bar"
            role="progressbar"
            aria-label="Loading"
            hidden
          ></div>
          <button
            type="button"
            class="app-modal-veil"
            tabindex="-1"
            aria-label="Close the dialog"
          ></button>
        </header>
        <nav class="side" aria-label="Admin">
          <ul>
            ${ENTRIES.map(
              (entry, index) =>
                html`<li>
                  <a
                    href="${store}/${entry.path}"
                    data-leaves-app
                    ${entry.place === page.place ? CURRENT : null}
                    >${icons[index]}<span>${entry.label}</span></a
                  >
                </li>`,
            )}
          </ul>
          <p class="side-heading">Apps</p>
          <ul>
            <li>
              <a
                href="${app}"
                ${page.place === 'app' ? html`data-leaves-app class="side-app-current"` : null}
              >
                <span class="app-icon" aria-hidden="true"></span><span>${appTitle(deps)}</span></a
              >
              <ul id="app-navigation" class="side-app"></ul>
            </li>
          </ul>
          <div class="app-modal-veil" aria-hidden="true"></div>
        </nav>
        <main id="main" tabindex="-1">${page.body}</main>
        ${page.scripts}
      </body>
    </html>`.toString();
}

/** A status as the admin shows it: words and a tone. */
export interface Badge {
  label: string;
  tone: 'neutral' | 'attention' | 'warning' | 'critical' | 'success' | 'info';
  progress: 'empty' | 'half' | 'full' | null;
}

export function badge({ label, tone, progress }: Badge): Html {
  return html`<span class="badge badge-${tone}"
    >${progress === null ? null : html`<i class="pip pip-${progress}" aria-hidden="true"></i>`}${label}</span
  >`;
}

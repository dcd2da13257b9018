import { type Html, html } from '../../http/pages/html.ts';
import { icon } from '../icon.ts';
import type { PagesDeps } from '../deps.ts';
import type { StaffMember } from '../../world/model.ts';
import { staffRole, type AdminVisit } from './visit.ts';

export type AdminPlace = 'orders' | 'products' | 'customers' | 'themes' | 'app';

const ENTRIES: readonly { place: AdminPlace; path: string; label: string; icon: string }[] = [
  { place: 'orders', path: 'orders', label: 'Orders', icon: 'order' },
  { place: 'products', path: 'products', label: 'Products', icon: 'product' },
  { place: 'customers', path: 'customers', label: 'Customers', icon: 'person' },
  { place: 'themes', path: 'themes', label: 'Online store', icon: 'store-online' },
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
  visit: AdminVisit,
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
  const { shop } = visit;
  const store = `/store/${shop.handle}`;
  const app = `${store}/apps/${deps.app.handle}`;
  const icons = await Promise.all(ENTRIES.map((entry) => icon(entry.icon)));
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${shop.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/devstore-assets/admin.css" />
        <link rel="stylesheet" href="/devstore-assets/admin-content.css" />
        <link rel="stylesheet" href="/devstore-assets/admin-orders.css" />
        <link rel="stylesheet" href="/devstore-assets/admin-app-frame.css" />
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
            ${staffMenu(visit)}
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

/** Who is signed in, and who else could be: no password is needed here. */
function staffMenu({ shop, member, address }: AdminVisit): Html | null {
  if (member === null) return null;
  const initials = (one: StaffMember): string => one.firstName.charAt(0) + one.lastName.charAt(0);
  return html`<details class="menu staff-menu">
    <summary>
      <span class="visually-hidden"
        >Signed in as ${member.firstName} ${member.lastName}. Sign in as somebody else</span
      >
      <span class="top-avatar" aria-hidden="true">${initials(member)}</span>
    </summary>
    <form class="menu-list" method="post" action="/store/${shop.handle}/staff">
      <p class="menu-note">Signed in as</p>
      <input type="hidden" name="return_to" value="${address}" />
      ${shop.staff.map(
        (one) =>
          html`<button
            class="menu-item staff-choice"
            name="member"
            value="${one.id}"
            ${one.id === member.id ? html`aria-current="true"` : null}
          >
            <span class="top-avatar" aria-hidden="true">${initials(one)}</span>
            <span
              >${one.firstName} ${one.lastName}<span class="muted staff-role"
                >${staffRole(one)}</span
              ></span
            >
          </button>`,
      )}
    </form>
  </details>`;
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

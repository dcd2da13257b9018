import type { AdminMethods } from '../app-bridge-contract.ts';
import type { Port } from '../port.ts';
import { observeTree } from './bar-actions.ts';
import { appPath } from './config.ts';

const NAVIGATE_EVENT = 'shopify:navigate';

function menuLinks(): HTMLElement[] {
  return [
    ...document.querySelectorAll<HTMLElement>('ui-nav-menu a, s-app-nav a, s-app-nav s-link'),
  ];
}

/**
 * `ui-nav-menu` and `s-app-nav`: the app's entries in the admin's navigation. The link with
 * `rel="home"` is the app's own name and is not listed.
 * Source: https://shopify.dev/docs/api/app-home/latest/app-bridge-web-components/app-nav
 */
export function defineNavigation(admin: Port<AdminMethods>): void {
  const report = (): void => {
    const entries = menuLinks()
      .filter((link) => link.getAttribute('rel') !== 'home')
      .map((link) => ({
        label: link.textContent.trim(),
        href: link.getAttribute('href') ?? '/',
      }));
    void admin.call('navigation', entries);
  };
  for (const tag of ['ui-nav-menu', 's-app-nav']) {
    customElements.define(
      tag,
      class extends HTMLElement {
        #observer: MutationObserver | null = null;

        connectedCallback(): void {
          this.style.display = 'none';
          this.#observer = observeTree(this, report);
          report();
        }

        disconnectedCallback(): void {
          this.#observer?.disconnect();
          report();
        }
      },
    );
  }
}

/**
 * Makes the function that goes to a path of the app inside its frame: an app whose router listens
 * to `shopify:navigate` gets that event on a link to the path, any other app a plain page load.
 * Source of the event: `AppProvider` in `@shopify/shopify-app-remix`.
 */
export function createNavigator(): (path: string) => void {
  let routers = 0;
  const listen = window.addEventListener.bind(window);
  const ignore = window.removeEventListener.bind(window);
  window.addEventListener = (...call: Parameters<typeof listen>) => {
    if (call[0] === NAVIGATE_EVENT) routers++;
    listen(...call);
  };
  window.removeEventListener = (...call: Parameters<typeof ignore>) => {
    if (call[0] === NAVIGATE_EVENT) routers--;
    ignore(...call);
  };
  return (path) => {
    const target = new URL(path, location.href);
    if (routers <= 0) {
      location.assign(target);
      return;
    }
    const link = document.createElement('a');
    link.hidden = true;
    link.setAttribute('href', target.pathname + target.search + target.hash);
    document.body.append(link);
    link.dispatchEvent(new Event(NAVIGATE_EVENT, { bubbles: true, cancelable: true }));
    link.remove();
  };
}

/** Keeps the admin's address in step with the app's. */
export function followLocation(admin: Port<AdminMethods>): void {
  let last: string | undefined;
  const report = (): void => {
    const path = appPath();
    if (path === last) return;
    last = path;
    void admin.call('location', { path });
  };
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name].bind(history);
    history[name] = (...call: Parameters<History['pushState']>) => {
      original(...call);
      report();
    };
  }
  addEventListener('popstate', report);
  addEventListener('hashchange', report);
  report();
}

const OUTWARD_TARGETS = new Set(['_top', '_parent']);

/** Addresses that only the admin knows the way to: its own, the app's, and the shop's public one. */
function leadsToAdmin(url: string, shop: string): boolean {
  const own = shop === '' ? [] : [`https://${shop}`];
  return ['shopify:', 'app:', ...own].some((start) => url.startsWith(start));
}

/**
 * Sends what cannot happen inside the frame to the admin: `open(…, '_top')`, links with such a
 * target, the `shopify://admin/…` and `app:/…` addresses, and the shop's own site, whose name only
 * the admin can lead to this machine.
 * Source: https://shopify.dev/docs/api/app-home/apis/user-interface-and-interactions/navigation-api
 */
export function routeOutward(admin: Port<AdminMethods>, shop: string): void {
  const realOpen = window.open.bind(window);
  window.open = (url, target, features) => {
    const address = String(url ?? '');
    if (OUTWARD_TARGETS.has(target ?? '') || leadsToAdmin(address, shop)) {
      const absolute = leadsToAdmin(address, shop) ? address : new URL(address, location.href).href;
      void admin.call('open', { url: absolute, target: target ?? '_blank' });
      return null;
    }
    return realOpen(url, target, features);
  };
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const link = event.target.closest('a[href]');
    if (!(link instanceof HTMLAnchorElement)) return;
    const href = link.getAttribute('href') ?? '';
    if (!OUTWARD_TARGETS.has(link.target) && !leadsToAdmin(href, shop)) return;
    event.preventDefault();
    void admin.call('open', {
      url: leadsToAdmin(href, shop) ? href : link.href,
      target: link.target || '_top',
    });
  });
}

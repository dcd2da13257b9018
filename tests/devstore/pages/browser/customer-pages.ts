/** The script of the customer's order pages: menu entries, their windows, and the order's blocks. */
import type { ExtensionStart, MenuItem } from './extension-contract.ts';
import { openActionDialog } from './extension-host/action-dialog.ts';
import {
  startExtension,
  type ExtensionFrame,
  type PageServices,
} from './extension-host/extension-frame.ts';
import { keepLive, pageData } from './extension-host/live-page.ts';
import { fetchIdToken } from './fetch-id-token.ts';
import { closeMenusOutside } from './menus.ts';
import { atStorefront, type StorefrontPlace } from './storefront-address.ts';

/** One order's extensions on the page. */
export interface OrderExtensions {
  orderId: string;
  orderPath: string;
  menuItems: ExtensionStart[];
  actions: ExtensionStart[];
  blocks: ExtensionStart[];
}

/** What the server writes into the page for this script. */
export interface CustomerPageData {
  idTokenAddress: string;
  /** Where to sign in and come back; null when the customer is signed in. */
  loginAddress: string | null;
  storefront: StorefrontPlace;
  orders: OrderExtensions[];
}

const OPEN_PARAMETER = 'action';

function startCustomerPages(): void {
  const data = pageData<CustomerPageData>();
  const page: PageServices = {
    token: () => fetchIdToken(data.idTokenAddress),
    navigate: (url, newTab) => {
      const address = resolveAddress(url, data.storefront);
      if (newTab) window.open(address, '_blank', 'noopener');
      else location.assign(address);
    },
    requireLogin: () => {
      if (data.loginAddress !== null) location.assign(data.loginAddress);
    },
  };
  const orders = data.orders.map((order) => runOrder(order, data, page));
  keepLive((fresh) => {
    const latest = pageData<CustomerPageData>(fresh);
    for (const order of latest.orders) {
      orders.find(({ id }) => id === order.orderId)?.update(order);
    }
  });
  const asked = new URLSearchParams(location.search).get(OPEN_PARAMETER);
  if (asked !== null && data.loginAddress === null) {
    const address = new URL(location.href);
    address.searchParams.delete(OPEN_PARAMETER);
    history.replaceState(null, '', address);
    orders[0]?.open(asked);
  }
}

interface RunningOrder {
  id: string;
  update(latest: OrderExtensions): void;
  open(handle: string): void;
}

function runOrder(
  order: OrderExtensions,
  data: CustomerPageData,
  page: PageServices,
): RunningOrder {
  const within = (selector: string): HTMLElement | null =>
    document.querySelector<HTMLElement>(`${selector}[data-order="${CSS.escape(order.orderId)}"]`);
  const menu = within('[data-order-menu]');
  const hidden = within('[data-order-frames]');
  const blocks = startBlocks(order);
  startMenuItems(order);

  function startBlocks({ blocks: starts }: OrderExtensions): ExtensionFrame[] {
    return starts.flatMap((start) => {
      const place = document.querySelector<HTMLElement>(
        `[data-extension-block="${CSS.escape(start.handle)}"]`,
      );
      return place ? [startExtension(start, place, page)] : [];
    });
  }

  function startMenuItems({ menuItems: starts }: OrderExtensions): void {
    if (!menu || !hidden) return;
    for (const start of starts) {
      const entry = document.createElement('button');
      entry.type = 'button';
      entry.hidden = true;
      entry.dataset['extension'] = start.handle;
      menu.append(entry);
      const frame = startExtension(start, hidden, page, {
        menuItem: (item) => {
          showEntry(entry, item);
          updateMenu();
        },
      });
      entry.addEventListener('click', () => {
        menu.closest('details')?.removeAttribute('open');
        if (data.loginAddress !== null) signInFirst(start.handle);
        else {
          frame.press();
          if (entry.dataset['href'] === undefined) open(start.handle);
        }
      });
    }
  }

  /** A page reached by a link has its customer sign in before an action, then opens it. Source:
   * https://shopify.dev/docs/apps/build/customer-accounts/pre-auth-order-status-page-extensions */
  function signInFirst(handle: string): void {
    const login = new URL(data.loginAddress ?? '/account/login', location.href);
    login.searchParams.set('return_to', `${order.orderPath}?${OPEN_PARAMETER}=${handle}`);
    location.assign(login);
  }

  function updateMenu(): void {
    const holder = menu?.closest<HTMLElement>('[data-order-actions]');
    const entries = [...(menu?.querySelectorAll<HTMLElement>('button') ?? [])];
    if (holder) holder.hidden = !entries.some((entry) => !entry.hidden);
  }

  /**
   * Blocks and menu items go on running while an action is open and after it has closed: nothing documents that
   * Shopify starts them anew or tells them. `close()` only "closes the extension":
   * https://shopify.dev/docs/api/customer-account-ui-extensions/latest/targets/order-actions
   */
  function open(handle: string): void {
    const start = order.actions.find((action) => action.handle === handle);
    if (start) openActionDialog(start, page);
  }

  return {
    id: order.orderId,
    update(latest) {
      order = latest;
      for (const [index, frame] of blocks.entries()) {
        const start = latest.blocks[index];
        if (start) frame.update(start.orderStatus);
      }
    },
    open,
  };
}

function showEntry(entry: HTMLButtonElement, item: MenuItem | null): void {
  entry.hidden = item === null;
  if (item === null) return;
  entry.textContent = item.label;
  entry.disabled = item.disabled;
  entry.className = item.critical ? 'menu-item menu-item-critical' : 'menu-item';
  if (item.href === null) delete entry.dataset['href'];
  else entry.dataset['href'] = item.href;
}

/**
 * Where an address an extension navigates to leads.
 * Source: https://shopify.dev/docs/api/customer-account-ui-extensions/latest/target-apis/platform-apis/navigation-api
 * (`shopify:customer-account/orders/<id>`)
 */
function resolveAddress(url: string, storefront: StorefrontPlace): string {
  const inAccount = /^shopify:\/*customer-account\/?(.*)$/.exec(url);
  if (!inAccount) return atStorefront(url, storefront);
  const path = inAccount[1] ?? '';
  return `/account/${path === '' ? 'orders' : path.replace(/gid:\/\/shopify\/Order\//, '')}`;
}

startCustomerPages();
closeMenusOutside();

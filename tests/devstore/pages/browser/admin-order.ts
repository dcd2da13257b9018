/** The script of the admin's order page: the app's block and its entries in "More actions". */
import type { ExtensionStart } from './extension-contract.ts';
import { openActionDialog } from './extension-host/action-dialog.ts';
import { startExtension, type PageServices } from './extension-host/extension-frame.ts';
import { keepLive, pageData } from './extension-host/live-page.ts';
import { fetchIdToken } from './fetch-id-token.ts';
import { closeMenusOutside } from './menus.ts';
import { atStorefront, type StorefrontPlace } from './storefront-address.ts';

/** What the server writes into the page for this script. */
export interface AdminOrderData {
  storeAddress: string;
  appAddress: string;
  idTokenAddress: string;
  storefront: StorefrontPlace;
  actions: ExtensionStart[];
  blocks: ExtensionStart[];
}

function startOrderPage(): void {
  const data = pageData<AdminOrderData>();
  const page: PageServices = {
    token: () => fetchIdToken(data.idTokenAddress),
    navigate: (url, newTab) => {
      const address = resolveAddress(url, data, openNamedAction);
      if (address === null) return;
      if (newTab) window.open(address, '_blank', 'noopener');
      else location.assign(address);
    },
    requireLogin: () => undefined,
  };
  const places = [...document.querySelectorAll<HTMLElement>('[data-extension-block]')];
  for (const start of data.blocks) {
    const place = places.find((element) => element.dataset['extensionBlock'] === start.handle);
    if (place) startExtension(start, place, page);
  }

  const live = keepLive(() => undefined);

  /**
   * The admin's own parts are drawn anew after an action ("After they're closed, the page updates with the changes
   * from the action", https://shopify.dev/docs/apps/admin/admin-actions-and-blocks); developers report that not
   * even those are (https://github.com/Shopify/ui-extensions/issues/2234). Of blocks neither says that they are
   * started anew or told: they go on running.
   */
  function openAction(start: ExtensionStart): void {
    openActionDialog(start, page, () => void live.refresh());
  }

  function openNamedAction(handle: string): void {
    const start = data.actions.find((action) => action.handle === handle);
    if (start) openAction(start);
  }

  for (const item of document.querySelectorAll<HTMLElement>('[data-extension-action]')) {
    item.addEventListener('click', () => {
      item.closest('details')?.removeAttribute('open');
      openNamedAction(item.dataset['extensionAction'] ?? '');
    });
  }
}

/**
 * Where an address an extension navigates to leads. `extension://handle` opens that action.
 * Source: https://shopify.dev/docs/api/admin-extensions/latest/network-features (custom protocols)
 */
function resolveAddress(
  url: string,
  data: AdminOrderData,
  openAction: (handle: string) => void,
): string | null {
  const extension = /^extension:\/*([\w-]+)/.exec(url);
  if (extension) {
    openAction(extension[1] ?? '');
    return null;
  }
  const inAdmin = /^shopify:\/*admin\/(.*)$/.exec(url);
  if (inAdmin) return `${data.storeAddress}/${inAdmin[1] ?? ''}`;
  const inApp = /^app:\/*(.*)$/.exec(url);
  if (inApp) return `${data.appAddress}/${inApp[1] ?? ''}`;
  if (url.startsWith('/')) return data.appAddress + url;
  return atStorefront(url, data.storefront);
}

startOrderPage();
closeMenusOutside();

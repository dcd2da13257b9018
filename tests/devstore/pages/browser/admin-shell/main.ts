/** The admin around an embedded app: the other end of App Bridge. */
import {
  APP_BRIDGE_CHANNEL,
  type AdminMethods,
  type AppMethods,
  type ExtensionInfo,
  type ScopesDetail,
} from '../app-bridge-contract.ts';
import { pageData } from '../extension-host/live-page.ts';
import { hideToast, showToast } from '../extension-host/toast.ts';
import { fetchIdToken } from '../fetch-id-token.ts';
import { closeMenusOutside } from '../menus.ts';
import { connect } from '../port.ts';
import { atStorefront, type StorefrontPlace } from '../storefront-address.ts';
import { createAppNavigation } from './navigation.ts';
import { createSaveBar } from './save-bar.ts';
import { drawTitleBar } from './title-bar.ts';

/** What the server writes into the page for this script. */
export interface AdminShellData {
  appTitle: string;
  appOrigin: string;
  /** The admin's address of the app's root, without a trailing slash. */
  appAddress: string;
  /** The admin's address of the store, without a trailing slash. */
  storeAddress: string;
  idTokenAddress: string;
  storefront: StorefrontPlace;
  scopes: ScopesDetail;
  extensions: ExtensionInfo[];
}

function need<Kind extends HTMLElement>(id: string): Kind {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The admin page has no #${id}.`);
  return element as Kind;
}

function startAdmin(): void {
  const data = pageData<AdminShellData>();
  const frame = need<HTMLIFrameElement>('app-frame');
  const loadingBar = need('loading-bar');
  const titlePlace = need('title-bar');
  const addressOf = (path: string): string =>
    data.appAddress + (path.startsWith('/') ? path : `/${path}`);

  const press = (id: string): void => {
    void app.call('press', { id });
  };
  const saveBar = createSaveBar(need('save-bar'), press);
  const goWithin = async (path: string): Promise<void> => {
    if (!(await saveBar.confirmLeave())) return;
    await app.call('navigate', { path });
  };
  const navigation = createAppNavigation(need('app-navigation'), addressOf, (path) => {
    void goWithin(path);
  });

  const app = connect<AdminMethods, AppMethods>({
    channel: APP_BRIDGE_CHANNEL,
    peer: () => frame.contentWindow,
    peerOrigin: data.appOrigin,
    implementation: {
      idToken: () => fetchIdToken(data.idTokenAddress),
      scopes: () => data.scopes,
      extensions: () => data.extensions,
      location: ({ path }) => {
        history.replaceState(null, '', addressOf(path));
        navigation.markCurrent(path);
        loadingBar.hidden = true;
        return null;
      },
      titleBar: (bar) => {
        drawTitleBar(titlePlace, bar, data.appTitle, press);
        document.title = `${bar?.title || data.appTitle} · ${data.appTitle}`;
        return null;
      },
      navigation: (entries) => {
        navigation.show(entries);
        return null;
      },
      saveBar: (bar) => {
        saveBar.show(bar);
        return null;
      },
      confirmLeave: () => saveBar.confirmLeave(),
      toastShow: ({ id, message, duration, isError, action }) => {
        showToast({
          id,
          message,
          duration,
          isError,
          action:
            action === null
              ? null
              : { label: action, run: () => void app.call('toastAction', { id }) },
          dismissed: () => void app.call('toastDismissed', { id }),
        });
        return null;
      },
      toastHide: ({ id }) => {
        hideToast(id);
        return null;
      },
      loading: ({ isLoading }) => {
        loadingBar.hidden = !isLoading;
        return null;
      },
      modal: ({ open }) => {
        document.body.classList.toggle('app-modal-open', open);
        return null;
      },
      open: ({ url, target }) => {
        void openAddress(url, target);
        return null;
      },
    },
  });

  const openAddress = async (url: string, target: string): Promise<void> => {
    if (url.startsWith('app:')) {
      await goWithin(url.replace(/^app:\/*/, '/'));
      return;
    }
    const address = resolveAddress(url, data);
    if (target === '_blank') {
      window.open(address, '_blank', 'noopener');
      return;
    }
    if (await saveBar.confirmLeave()) location.assign(address);
  };

  for (const veil of document.querySelectorAll('.app-modal-veil')) {
    veil.addEventListener('click', () => {
      void app.call('hideModals', null);
    });
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-leaves-app]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void saveBar.confirmLeave().then((leave) => {
        if (leave) location.assign(link.href);
      });
    });
  }
  frame.src = frame.dataset['address'] ?? '';
}

/** `shopify://admin/orders/1`, the app's own deep links and the shop's public address, here. */
function resolveAddress(url: string, data: AdminShellData): string {
  const inAdmin = /^shopify:\/*admin\/(.*)$/.exec(url);
  if (inAdmin) return `${data.storeAddress}/${inAdmin[1] ?? ''}`;
  return atStorefront(new URL(url, location.href).href, data.storefront);
}

startAdmin();
closeMenusOutside();

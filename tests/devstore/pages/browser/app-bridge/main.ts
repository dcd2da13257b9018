/**
 * The devstore's App Bridge: what `https://cdn.shopify.com/shopifycloud/app-bridge.js` is to an
 * embedded app, for an admin that runs on this machine. Contract: `@shopify/app-bridge-types`.
 */
import { APP_BRIDGE_CHANNEL, type AdminMethods, type AppMethods } from '../app-bridge-contract.ts';
import { connect } from '../port.ts';
import { authenticateFetch } from './authenticated-fetch.ts';
import { pressAction } from './bar-actions.ts';
import { readConfig } from './config.ts';
import { defineModal } from './modal.ts';
import { createNavigator, defineNavigation, followLocation, routeOutward } from './navigation.ts';
import { defineSaveBar } from './save-bar.ts';
import { defineTitleBar } from './title-bar.ts';
import { createToast } from './toast.ts';

function startAppBridge(): void {
  const script =
    document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;
  if (script === null) throw new Error('App Bridge must be loaded by a plain script tag.');
  const adminOrigin = new URL(script.src).origin;
  const config = readConfig(script);

  if (window.parent === window) {
    redirectIntoAdmin(adminOrigin, config.apiKey, config.shop, config.disabledFeatures);
    return;
  }

  if (window.parent !== window.top) {
    shareOuterBridge();
    return;
  }
  const navigateWithin = createNavigator();
  const admin = connect<AppMethods, AdminMethods>({
    channel: APP_BRIDGE_CHANNEL,
    peer: () => window.parent,
    peerOrigin: adminOrigin,
    implementation: {
      press: ({ id }) => {
        pressAction(id);
        return null;
      },
      navigate: ({ path }) => {
        navigateWithin(path);
        return null;
      },
      toastAction: ({ id }) => {
        toast.action(id);
        return null;
      },
      toastDismissed: ({ id }) => {
        toast.dismissed(id);
        return null;
      },
      hideModals: () => {
        modal.hideAll();
        return null;
      },
    },
  });
  const idToken = (): Promise<string> => admin.call('idToken', null);
  const toast = createToast(admin);

  const reload = new URLSearchParams(location.search).get('shopify-reload');
  if (reload !== null) {
    void reloadWithToken(reload, idToken);
    return;
  }

  const modal = defineModal(admin);
  const saveBar = defineSaveBar(admin);
  defineTitleBar(admin);
  defineNavigation(admin);
  routeOutward(admin, config.shop);
  followLocation(admin);
  if (!config.disabledFeatures.includes('fetch')) {
    authenticateFetch({ idToken, locale: config.locale }, (url) => {
      void admin.call('open', { url, target: '_top' });
    });
  }

  const notSimulated = (name: string) => () =>
    Promise.reject(new Error(`The devstore does not simulate shopify.${name}.`));
  const shopify = {
    config: {
      apiKey: config.apiKey,
      shop: config.shop,
      host: config.host,
      locale: config.locale,
      appOrigins: [],
      disabledFeatures: config.disabledFeatures,
    },
    origin: adminOrigin,
    ready: Promise.resolve(),
    environment: { embedded: true, mobile: false, pos: false, intent: false },
    idToken,
    toast: toast.api,
    modal: { show: modal.show, hide: modal.hide, toggle: modal.toggle },
    saveBar,
    loading(isLoading = true): void {
      void admin.call('loading', { isLoading });
    },
    user: () => Promise.resolve({ accountAccess: 'Full access' }),
    scopes: {
      query: () => admin.call('scopes', null),
      request: notSimulated('scopes.request'),
      revoke: notSimulated('scopes.revoke'),
    },
    setSignals: () => undefined,
    webVitals: { onReport: () => Promise.resolve() },
    support: { registerHandler: () => Promise.resolve() },
    app: { extensions: () => admin.call('extensions', null) },
    resourcePicker: notSimulated('resourcePicker'),
    picker: notSimulated('picker'),
    scanner: { capture: notSimulated('scanner.capture') },
    reviews: { request: notSimulated('reviews.request') },
    intents: { invoke: notSimulated('intents.invoke') },
  };
  Object.defineProperty(window, 'shopify', { configurable: true, value: shopify });
}

/** A page that the app frames itself (a modal's `src`) speaks through the app's own App Bridge. */
function shareOuterBridge(): void {
  const outer = (
    window.parent as Window & {
      shopify?: { config: { locale: string }; idToken: () => Promise<string> };
    }
  ).shopify;
  if (!outer) throw new Error('The page that frames this one has no App Bridge.');
  Object.defineProperty(window, 'shopify', { configurable: true, value: outer });
  authenticateFetch({ idToken: () => outer.idToken(), locale: outer.config.locale }, (url) =>
    window.parent.open(url, '_top'),
  );
}

/**
 * The bounce page's job: come back with a fresh token.
 * Source: `renderAppBridge`/`redirectToBouncePage` in `@shopify/shopify-app-remix`.
 */
async function reloadWithToken(reload: string, idToken: () => Promise<string>): Promise<void> {
  const target = new URL(reload, location.href);
  target.searchParams.set('id_token', await idToken());
  location.replace(target);
}

/** Outside the admin an embedded app sends itself into it (feature `auto-redirect`). */
function redirectIntoAdmin(
  adminOrigin: string,
  apiKey: string,
  shop: string,
  disabledFeatures: string[],
): void {
  if (disabledFeatures.includes('auto-redirect') || shop === '') return;
  const handle = shop.replace(/\.myshopify\.com$/, '');
  location.replace(`${adminOrigin}/store/${handle}/apps/${apiKey}${location.pathname}`);
}

startAppBridge();

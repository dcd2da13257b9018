import type { ExtensionStart, HostMethods } from '../extension-contract.ts';
import type { Port } from '../port.ts';

/**
 * `fetch` as an extension has it. The app's public address leads to wherever the app answers on
 * this machine. Source for the admin's part (relative addresses belong to the app, and calls to the
 * app carry an id token): https://shopify.dev/docs/api/admin-extensions/latest/network-features
 */
export function createFetch(
  start: ExtensionStart,
  host: Port<HostMethods>,
  realFetch: typeof fetch,
): typeof fetch {
  return async (input, init) => {
    const text = input instanceof Request ? input.url : String(input);
    if (text.startsWith('shopify:')) {
      throw new Error(`The devstore does not simulate ${text}.`);
    }
    if (start.surface === 'customer-account' && !URL.canParse(text)) {
      throw new TypeError(`An extension's fetch needs an absolute address, not ${text}.`);
    }
    if (start.surface === 'customer-account' && !start.capabilities.includes('network_access')) {
      throw new TypeError('The extension has no network_access capability.');
    }
    const url = new URL(text, start.app.origin);
    if (url.origin === start.app.declaredOrigin) {
      const target = new URL(start.app.origin);
      url.protocol = target.protocol;
      url.host = target.host;
    } else if (url.origin !== start.app.origin) {
      throw new TypeError(
        `The extension asks ${url.origin}, but the app's application_url is ` +
          `${start.app.declaredOrigin ?? start.app.origin}. Nothing else is on this machine.`,
      );
    }
    const request = new Request(url, input instanceof Request ? input : init);
    const withInit = input instanceof Request && init ? new Request(request, init) : request;
    if (
      start.surface === 'admin' &&
      url.origin === start.app.origin &&
      !withInit.headers.has('Authorization')
    ) {
      withInit.headers.set('Authorization', `Bearer ${await host.call('token', null)}`);
    }
    return realFetch(withInit);
  };
}

import { STORAGE_HOSTS } from '../../world/bulk/file-storage.ts';

/** Shopify's domains of stores, and only those: no port, no credentials. */
const STORE_DOMAIN = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;
/** Where Shopify keeps the files that apps fetch and upload. */
const FILE_HOSTS = new Set<string>(Object.values(STORAGE_HOSTS));
const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The header that tells the devstore which store, or which other host of Shopify's, a rerouted request was for. */
export const DEVSTORE_HOST_HEADER = 'X-Devstore-Host';

/**
 * A fetch for which `https://{store}.myshopify.com`, and where Shopify keeps files, is the devstore at `devstoreUrl`.
 * Requests to this machine pass unchanged. Any other host rejects with a TypeError, as an
 * unreachable one would, so that nothing started with it can talk to the outside.
 */
export function reroutedFetch(devstoreUrl: string, realFetch: typeof fetch): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const isSimulated = STORE_DOMAIN.test(url.host) || FILE_HOSTS.has(url.host);
    if (url.protocol === 'https:' && isSimulated) {
      const target = new URL(url.pathname + url.search, devstoreUrl);
      const headers = new Headers(
        init?.headers ?? (input instanceof Request ? input.headers : undefined),
      );
      headers.set(DEVSTORE_HOST_HEADER, url.host);
      return realFetch(input instanceof Request ? new Request(target, input) : target, {
        ...init,
        headers,
      });
    }
    const isNetwork = url.protocol === 'http:' || url.protocol === 'https:';
    if (isNetwork && !LOOPBACK_HOSTS.has(url.hostname)) {
      throw new TypeError(
        `fetch failed: ${url.host} is outside this machine, and the devstore lets nothing out.`,
      );
    }
    return realFetch(input, init);
  };
}

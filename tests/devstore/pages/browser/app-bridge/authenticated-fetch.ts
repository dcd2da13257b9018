const RETRY_HEADER = 'X-Shopify-Retry-Invalid-Session-Request';
const REAUTHORIZE_HEADER = 'X-Shopify-API-Request-Failure-Reauthorize-Url';

/**
 * Wraps `fetch` so that requests to the app's own origin carry a fresh id token, and the locale
 * of the admin in `Accept-Language`. Sources:
 * https://shopify.dev/docs/api/app-home/apis/authentication-and-data/resource-fetching-api (which
 * requests, which headers), `@shopify/shopify-app-remix` `respondToInvalidSessionToken` (the retry header) and
 * `redirectWithAppBridgeHeaders` (the redirect header).
 */
export function authenticateFetch(
  { idToken, locale }: { idToken: () => Promise<string>; locale: string },
  leave: (url: string) => void,
): void {
  const realFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== location.origin || request.headers.has('Authorization')) {
      return realFetch(input, init);
    }
    const withToken = async (source: Request): Promise<Response> => {
      const headers = new Headers(source.headers);
      headers.set('Authorization', `Bearer ${await idToken()}`);
      headers.set('Accept-Language', locale);
      headers.set('X-Requested-With', 'XMLHttpRequest');
      return realFetch(new Request(source, { headers }));
    };
    const again = request.clone();
    let response = await withToken(request);
    if (response.status === 401 && response.headers.has(RETRY_HEADER)) {
      response = await withToken(again);
    }
    const elsewhere = response.headers.get(REAUTHORIZE_HEADER);
    if (elsewhere !== null) leave(new URL(elsewhere, location.href).href);
    return response;
  };
}

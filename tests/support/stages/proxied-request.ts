import { createHmac } from 'node:crypto';

import { APP_URL, SHOP } from './route-context.ts';

const SECRET = 'a-client-secret';

export interface Proxied {
  readonly shop?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Fields of a form that is posted. */
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly at: number;
  readonly secret?: string;
}

/** A storefront request as Shopify's app proxy passes it on: signed, with the visitor's address. */
export function proxiedRequest(path: string, proxied: Proxied): Request {
  const { shop = SHOP, query = {}, form, headers = {}, at, secret = SECRET } = proxied;
  const url = new URL(path, APP_URL);
  url.search = signedQuery(
    {
      ...query,
      shop,
      path_prefix: '/apps/unorder',
      timestamp: String(Math.floor(at / 1000)),
      logged_in_customer_id: '',
    },
    secret,
  ).toString();
  return new Request(url, {
    headers: { 'X-Forwarded-For': '203.0.113.7', ...headers },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
}

/** Source: https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies */
export function signedQuery(
  parameters: Readonly<Record<string, string>>,
  secret = SECRET,
): URLSearchParams {
  const signed = Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('');
  const signature = createHmac('sha256', secret).update(signed).digest('hex');
  return new URLSearchParams({ ...parameters, signature });
}

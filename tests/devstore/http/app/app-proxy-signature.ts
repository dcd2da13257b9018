import { createHmac } from 'node:crypto';

/** What Shopify adds to a proxied request, and lets nobody else say. */
export interface ProxyStatement {
  shop: string;
  /** The signed-in customer's id; null when nobody is signed in. */
  customerId: number | null;
  /** `/apps/lamps`: what the storefront's address begins with. */
  pathPrefix: string;
  /** Milliseconds since the epoch, UTC. */
  at: number;
}

/**
 * The query of a proxied request: the browser's own parameters, then Shopify's, signed together. A
 * parameter of the browser's that has one of Shopify's names is dropped.
 * Source: https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export function signedProxyQuery(
  asked: URLSearchParams,
  statement: ProxyStatement,
  clientSecret: string,
): URLSearchParams {
  const stated: Readonly<Record<string, string>> = {
    shop: statement.shop,
    logged_in_customer_id: statement.customerId === null ? '' : String(statement.customerId),
    path_prefix: statement.pathPrefix,
    timestamp: String(Math.floor(statement.at / 1000)),
  };
  const query = new URLSearchParams(asked);
  for (const name of [...Object.keys(stated), 'signature']) query.delete(name);
  for (const [name, value] of Object.entries(stated)) query.append(name, value);
  query.append('signature', proxySignature(query, clientSecret));
  return query;
}

/** `key=value` of every parameter but the signature, sorted and joined without a separator. */
export function proxySignature(query: URLSearchParams, clientSecret: string): string {
  const names = new Set([...query.keys()].filter((name) => name !== 'signature'));
  const pairs = [...names].map((name) => `${name}=${query.getAll(name).join(',')}`);
  return createHmac('sha256', clientSecret).update(pairs.sort().join('')).digest('hex');
}

/**
 * Whose metafields are whose. A namespace that an app reserved is its own: no other app reads or writes there.
 * https://shopify.dev/docs/apps/build/custom-data/ownership
 * https://shopify.dev/changelog/public-access-for-app-owned-metafields-and-metaobjects-is-now-disabled
 */
import type { Metafield, MetafieldDefinition, Order, Shop } from '../../model.ts';

const RESERVED = 'app--';
const OWN = '$app';

/**
 * The namespace as it is kept: `$app`, which is also meant where none is given, is `app--{id}`, and `$app:name` is
 * `app--{id}--name`. Recorded: airhorns/shopify-draft-proxy, metafield-definition-app-namespace-resolution.
 */
export function keptNamespace(given: string | null | undefined, appId: number): string {
  const named = given ?? OWN;
  if (named === OWN) return reservedBy(appId);
  return named.startsWith(`${OWN}:`)
    ? `${reservedBy(appId)}--${named.slice(OWN.length + 1)}`
    : named;
}

const reservedBy = (appId: number): string => `${RESERVED}${String(appId)}`;

export function isReserved(namespace: string): boolean {
  return namespace.startsWith(RESERVED);
}

/** The app may read and write what is in the namespace. */
export function mayUse(namespace: string, appId: number): boolean {
  const own = reservedBy(appId);
  return !isReserved(namespace) || namespace === own || namespace.startsWith(`${own}--`);
}

export function metafieldKey(namespace: string, key: string): string {
  return `${namespace}.${key}`;
}

export function definitionOf(
  shop: Shop,
  { namespace, key }: Pick<Metafield, 'key' | 'namespace'>,
): MetafieldDefinition | null {
  return shop.metafieldDefinitions.get(metafieldKey(namespace, key)) ?? null;
}

/** A metafield that an extension's file names, as an order page gets it. */
export interface PreloadedMetafield {
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
}

/**
 * Those of an order that an extension's file declares and customers may read: what a definition says where there is
 * one, nothing where there is none, which is the default of `customerAccount`. Own namespaces come back as `$app`.
 * https://shopify.dev/docs/apps/build/customer-accounts/metafields
 */
export function preloadedMetafields(
  shop: Shop,
  order: Order,
  declared: readonly { readonly namespace: string; readonly key: string }[],
  appId: number,
): PreloadedMetafield[] {
  return declared.flatMap(({ namespace, key }) => {
    const kept = keptNamespace(namespace, appId);
    const found = order.metafields.get(metafieldKey(kept, key));
    if (!found || !mayUse(kept, appId)) return [];
    const readable = definitionOf(shop, found)?.access.customerAccount ?? 'NONE';
    return readable === 'NONE' ? [] : [{ namespace, key, type: found.type, value: found.value }];
  });
}

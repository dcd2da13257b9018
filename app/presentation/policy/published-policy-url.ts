import type { ShopDomain } from '../../domain/ids.ts';

/**
 * Where customers read the shop's policy. A merchant may move the app's pages, in Settings of the admin; then
 * the app's own links on the storefront follow, and this address does not.
 *
 * @see https://shopify.dev/docs/apps/build/online-store/app-proxies
 */
export const publishedPolicyUrl = (shop: ShopDomain): string =>
  `https://${shop}/apps/unorder/policy`;

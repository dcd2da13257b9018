import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * True when Shopify signed this with one of the app's secrets: a webhook's body, or the address of a request that
 * came through a shop's storefront. Compares in constant time; secrets are several while one is being rotated.
 * Source: https://shopify.dev/docs/apps/build/webhooks/subscribe/https#step-2-validate-the-origin-of-your-webhook-to-ensure-its-coming-from-shopify
 */
export function isSignedByAny(
  secrets: readonly string[],
  signed: Buffer | string,
  given: Buffer,
): boolean {
  return secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(signed).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * True when Shopify signed these bytes with one of the app's secrets. Compares in constant time.
 * Source: https://shopify.dev/docs/apps/build/webhooks/subscribe/https#step-2-validate-the-origin-of-your-webhook-to-ensure-its-coming-from-shopify
 */
export function isSignedByAny(
  secrets: readonly string[],
  body: Buffer,
  signature: string,
): boolean {
  const given = Buffer.from(signature, 'base64');
  return secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(body).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

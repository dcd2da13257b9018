import { createHmac, timingSafeEqual } from 'node:crypto';

import { z } from 'zod';

import { type OrderId, type ShopDomain, parseOrderId, parseShopDomain } from '../../domain/ids.ts';
import type { EpochMs } from '../../domain/time.ts';

/** What a guest has proved: that mail about this one order reaches them. Good for one purpose. */
export interface GuestClaim {
  readonly shop: ShopDomain;
  readonly orderId: OrderId;
  readonly purpose: 'cancel';
}

const contents = z.strictObject({
  shop: z.string(),
  orderId: z.string(),
  purpose: z.string(),
  expiresAt: z.int(),
});

/**
 * A claim as text that only this app can write. The guest's pages carry it in their forms and in the order's
 * address, for want of cookies: Shopify's proxy passes none. It is short-lived, and no referrer tells of it.
 *
 * @see https://shopify.dev/docs/apps/build/online-store/app-proxies
 */
export function writeGuestToken(claim: GuestClaim, expiresAt: EpochMs, secret: string): string {
  const { shop, orderId, purpose } = claim;
  const text = JSON.stringify({ shop, orderId, purpose, expiresAt } satisfies z.infer<
    typeof contents
  >);
  const payload = Buffer.from(text).toString('base64url');
  return `${payload}.${mac(payload, secret).toString('base64url')}`;
}

/**
 * The order that a token opens for a purpose in a shop; null for a token of another shop or purpose, one
 * that has run out, and anything this app did not write.
 */
export function readGuestToken(
  token: string,
  wanted: { readonly shop: ShopDomain; readonly purpose: GuestClaim['purpose'] },
  secret: string,
  now: EpochMs,
): OrderId | null {
  const [payload = '', signature = '', ...more] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = mac(payload, secret);
  if (more.length > 0 || given.length !== expected.length) return null;
  if (!timingSafeEqual(given, expected)) return null;
  const read = contents.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  if (!read.success) return null;
  const { shop, orderId, purpose, expiresAt } = read.data;
  const fits = parseShopDomain(shop) === wanted.shop && purpose === wanted.purpose;
  return fits && now < expiresAt ? parseOrderId(orderId) : null;
}

/** A key of its own: nothing else that is signed with the app's secret can pass for a token. */
const mac = (payload: string, secret: string): Buffer =>
  createHmac('sha256', createHmac('sha256', secret).update('unorder guest token').digest())
    .update(payload)
    .digest();

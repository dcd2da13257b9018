import { createHmac } from 'node:crypto';

import { SignJWT, errors, jwtVerify } from 'jose';

import { type OrderId, type ShopDomain, parseOrderId } from '../../domain/ids.ts';
import { type EpochMs, SECOND } from '../../domain/time.ts';

/** What a guest has proved: that mail about this one order reaches them. Good for one purpose. */
export interface GuestClaim {
  readonly shop: ShopDomain;
  readonly orderId: OrderId;
  readonly purpose: 'cancel';
}

const ISSUER = 'unorder';
const ALGORITHM = 'HS256';
/** No other token passes for this one, whoever signed it: https://www.rfc-editor.org/rfc/rfc8725#section-3.11 */
const TYPE = 'unorder-guest+jwt';

/**
 * A claim as a token (JWT) that only this app can write, for one shop. The guest's pages carry it in their forms
 * and in the order's address, for want of cookies: Shopify's proxy passes none. It is short-lived, and no referrer
 * tells of it.
 *
 * @param expiresAt counted in whole seconds
 * @see https://shopify.dev/docs/apps/build/online-store/app-proxies
 */
export function writeGuestToken(
  { shop, orderId, purpose }: GuestClaim,
  expiresAt: EpochMs,
  secret: string,
): Promise<string> {
  return new SignJWT({ purpose })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(shop)
    .setSubject(orderId)
    .setExpirationTime(Math.floor(expiresAt / SECOND))
    .sign(keyOf(secret));
}

/**
 * The order that a token opens for a purpose in a shop; null for a token of another shop or purpose, one
 * that has run out, one that a release before wrote in another form, and anything this app did not write.
 */
export async function readGuestToken(
  token: string,
  wanted: { readonly shop: ShopDomain; readonly purpose: GuestClaim['purpose'] },
  secret: string,
  now: EpochMs,
): Promise<OrderId | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience: wanted.shop,
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(now),
    });
    return payload['purpose'] === wanted.purpose ? parseOrderId(payload.sub ?? '') : null;
  } catch (fault) {
    if (fault instanceof errors.JOSEError) return null;
    throw fault;
  }
}

/** A key of its own: nothing else that is signed with the app's secret can pass for a token. */
const keyOf = (secret: string): Uint8Array =>
  createHmac('sha256', secret).update('unorder guest token').digest();

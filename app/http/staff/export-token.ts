import { createHmac } from 'node:crypto';

import { SignJWT, errors, jwtVerify } from 'jose';

import { type ShopDomain, parseShopDomain } from '../../domain/ids.ts';
import { type EpochMs, MINUTE, SECOND } from '../../domain/time.ts';

const ISSUER = 'unorder';
const ALGORITHM = 'HS256';
/** No other token passes for this one, whoever signed it: https://www.rfc-editor.org/rfc/rfc8725#section-3.11 */
const TYPE = 'unorder-export+jwt';
/** A download begins right after it was asked for; what is begun goes on. */
const LIFE = 2 * MINUTE;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whose file it is. */
export interface ExportClaim {
  readonly shop: ShopDomain;
  readonly exportId: string;
}

/**
 * The right to fetch one file of one shop, as a token that only this app can write: a browser that saves a file sends
 * no session token.
 */
export function writeExportToken(
  { shop, exportId }: ExportClaim,
  now: EpochMs,
  secret: string,
): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(shop)
    .setSubject(exportId)
    .setExpirationTime(Math.floor((now + LIFE) / SECOND))
    .sign(keyOf(secret));
}

/** The file that a token is for; null for one that has run out, and for anything this app did not write. */
export async function readExportToken(
  token: string,
  secret: string,
  now: EpochMs,
): Promise<ExportClaim | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      requiredClaims: ['exp', 'sub', 'aud'],
      currentDate: new Date(now),
    });
    const shop = typeof payload.aud === 'string' ? parseShopDomain(payload.aud) : null;
    const exportId = payload.sub ?? '';
    return shop && UUID.test(exportId) ? { shop, exportId } : null;
  } catch (fault) {
    if (fault instanceof errors.JOSEError) return null;
    throw fault;
  }
}

/** A key of its own: nothing else that is signed with the app's secret can pass for a token. */
const keyOf = (secret: string): Uint8Array =>
  createHmac('sha256', secret).update('unorder export token').digest();

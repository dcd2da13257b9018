import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

/**
 * The signed tokens with which Shopify vouches for the person looking at an app's page.
 *
 * JSON Web Tokens, HS256 with the app's client secret as the key.
 * Sources: https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens (admin)
 * https://shopify.dev/docs/api/customer-account-ui-extensions/latest/target-apis/platform-apis/session-token-api
 * (customer accounts; there `dest` is the bare domain, and `sub` is present only when signed in).
 */

/** Milliseconds since the epoch, UTC. */
type EpochMs = number;

/** Who a token speaks for, and on which surface it was asked for. */
export type TokenSubject =
  | { surface: 'admin'; shop: string; staffUserId: string }
  | { surface: 'customer-account'; shop: string; customerId: string | null };

/** Mints a token for the installed app, valid from this moment. */
export type MintIdToken = (subject: TokenSubject) => string;

/** The app a token is addressed to (`aud`) and signed for. */
export interface AppCredentials {
  clientId: string;
  clientSecret: string;
}

/** What a verified admin session token says. */
export interface AdminClaims {
  shop: string;
  staffUserId: string;
  sessionId: string;
}

const ADMIN_LIFETIME_SECONDS = 60;
const CUSTOMER_ACCOUNT_LIFETIME_SECONDS = 5 * 60;
/** The skew Shopify's own libraries allow: shopify-api `JWT_PERMITTED_CLOCK_TOLERANCE`. */
const CLOCK_TOLERANCE_SECONDS = 10;

/** Signs a session token for `subject`, issued at `now`. */
export function mintIdToken(app: AppCredentials, subject: TokenSubject, now: EpochMs): string {
  const issuedAt = Math.floor(now / 1000);
  const common = { aud: app.clientId, nbf: issuedAt, iat: issuedAt, jti: randomUUID() };
  if (subject.surface === 'admin') {
    return sign(app.clientSecret, {
      iss: `https://${subject.shop}/admin`,
      dest: `https://${subject.shop}`,
      sub: subject.staffUserId,
      exp: issuedAt + ADMIN_LIFETIME_SECONDS,
      sid: randomBytes(32).toString('hex'),
      ...common,
    });
  }
  return sign(app.clientSecret, {
    dest: subject.shop,
    exp: issuedAt + CUSTOMER_ACCOUNT_LIFETIME_SECONDS,
    ...(subject.customerId === null ? {} : { sub: subject.customerId }),
    ...common,
  });
}

/**
 * Checks an admin session token as the token endpoint does before it trusts it.
 * Returns null for anything but an unexpired HS256 token for this app: a wrong signature, another
 * algorithm (`none` above all), another audience, or an `iss` and `dest` that disagree.
 */
export function verifyAdminIdToken(
  app: AppCredentials,
  token: string,
  now: EpochMs,
): AdminClaims | null {
  const [header, payload, signature, ...rest] = token.split('.');
  if (!header || !payload || !signature || rest.length > 0) return null;
  if (decode(header)?.['alg'] !== 'HS256') return null;
  const expected = hmac(app.clientSecret, `${header}.${payload}`);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;

  const claims = decode(payload);
  if (claims === null || claims['aud'] !== app.clientId) return null;
  const { exp, nbf, iss, dest, sub, sid } = claims;
  const seconds = now / 1000;
  if (typeof exp !== 'number' || exp + CLOCK_TOLERANCE_SECONDS <= seconds) return null;
  if (typeof nbf !== 'number' || nbf - CLOCK_TOLERANCE_SECONDS > seconds) return null;
  if (typeof dest !== 'string' || iss !== `${dest}/admin`) return null;
  if (typeof sub !== 'string' || typeof sid !== 'string') return null;
  const shop = /^https:\/\/([a-z0-9][a-z0-9-]*\.myshopify\.com)$/.exec(dest)?.[1];
  return shop === undefined ? null : { shop, staffUserId: sub, sessionId: sid };
}

function sign(secret: string, claims: Record<string, unknown>): string {
  const head = encode({ alg: 'HS256', typ: 'JWT' });
  const body = encode(claims);
  return `${head}.${body}.${hmac(secret, `${head}.${body}`).toString('base64url')}`;
}

function hmac(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}

function encode(value: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    // Not JSON: the caller's token is malformed, which is an answer and not a failure.
    return null;
  }
}

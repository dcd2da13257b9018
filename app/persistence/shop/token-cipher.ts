import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key of 32 bytes and the name under which rows refer to it. */
interface TokenKey {
  readonly id: string;
  readonly key: Buffer;
}

export interface TokenKeys {
  /** What tokens are written with; null writes them as they are. */
  readonly current: TokenKey | null;
  /** Every key that a stored token may be encrypted with. */
  readonly known: readonly TokenKey[];
}

/** Where a token stands. It can be read there alone: copied into another row it is noise. */
export interface TokenPlace {
  readonly shop: string;
  readonly sessionId: string;
  readonly purpose: 'access token' | 'refresh token';
}

/** Tokens as the database keeps them. */
export interface TokenCipher {
  /** The token as it is to be stored. */
  seal(token: string, place: TokenPlace): string;
  /** The token that was stored; null when no known key opens it here. What was stored plain is as it is. */
  open(stored: string, place: TokenPlace): string | null;
  /** Whether it is stored as `seal` would store it now. */
  isCurrent(stored: string): boolean;
}

/** No token of Shopify's begins like this (shpat_, shpua_, shprt_, …). */
const MARK = 'enc1';
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM. Stored as `enc1.<key>.<nonce, tag and ciphertext in base64url>`; shop, session and purpose are
 * authenticated with it.
 *
 * @param onUnreadable told where a token stands that cannot be opened, and the name of its key
 */
export function createTokenCipher(
  { current, known }: TokenKeys,
  onUnreadable: (place: TokenPlace, keyId: string) => void,
): TokenCipher {
  return {
    seal(token, place) {
      if (!current) return token;
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, current.key, nonce).setAAD(authenticated(place));
      const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), text]);
      return `${MARK}.${current.id}.${sealed.toString('base64url')}`;
    },

    open(stored, place) {
      if (!isSealed(stored)) return stored;
      const [, id = '', encoded = ''] = stored.split('.');
      const key = known.find((each) => each.id === id)?.key;
      const token = key ? decrypted(key, Buffer.from(encoded, 'base64url'), place) : null;
      if (token === null) onUnreadable(place, id);
      return token;
    },

    isCurrent: (stored) =>
      current ? stored.startsWith(`${MARK}.${current.id}.`) : !isSealed(stored),
  };
}

const isSealed = (stored: string): boolean => stored.startsWith(`${MARK}.`);

const authenticated = ({ shop, sessionId, purpose }: TokenPlace): Buffer =>
  Buffer.from(JSON.stringify([shop, sessionId, purpose]));

/** Null when the key is another, the place is another, or a byte was changed. */
function decrypted(key: Buffer, sealed: Buffer, place: TokenPlace): string | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(authenticated(place))
    .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null; // the tag does not fit
  }
}

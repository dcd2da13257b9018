import type { ShopDomain } from '../domain/ids.ts';
import type { ChallengeId, GuestSecrets } from './guest-ports.ts';

/* What is kept of what guests type. Each kind of text has digests of its own: none answers for another. */

/** Of an order's mail address or phone number, in its normal form. */
export const contactDigest = (secrets: GuestSecrets, shop: ShopDomain, contact: string): string =>
  secrets.digest(shop, `contact:${contact}`);

/** Of a code, tied to its challenge: it answers no other. */
export const codeDigest = (
  secrets: GuestSecrets,
  shop: ShopDomain,
  challengeId: ChallengeId,
  code: string,
): string => secrets.digest(shop, `code:${challengeId}:${code}`);

/** Of somebody or something whose attempts are counted. */
export const attemptDigest = (
  secrets: GuestSecrets,
  shop: ShopDomain,
  kind: 'ask from' | 'ask for' | 'ask as' | 'answer from',
  subject: string,
): string => secrets.digest(shop, `${kind}:${subject}`);

import type { ShopDomain } from '../../domain/ids.ts';
import type { ChallengeId, GuestSecrets } from './ports.ts';

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

/** What is counted. Nothing in it is a stranger's to use up for somebody else. */
export type AttemptKind =
  /** Questions from one place. */
  | 'ask from'
  /** Questions from one place for one order with one contact. */
  | 'ask from for'
  /** The first questions from one place, which the crowd takes from nobody. */
  | 'ask first from'
  /** Questions in the shop beyond those. */
  | 'ask in crowd'
  /** Codes to one mailbox. */
  | 'code to'
  /** Codes typed at one place. */
  | 'answer from'
  /** What one customer who has signed in looks at, and what they do. */
  | 'customer look'
  | 'customer act';

/** Of somebody or something whose attempts are counted. */
export const attemptDigest = (
  secrets: GuestSecrets,
  shop: ShopDomain,
  kind: AttemptKind,
  subject: string,
): string => secrets.digest(shop, `${kind}:${subject}`);

import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { PlatformResult } from '../shared/platform.ts';
import type { ScheduledJob } from '../shared/queue.ts';

/* What guests need of the outside: people who own an order and are not signed in. */

/** Names one attempt to prove that an order is one's own. */
export type ChallengeId = string;

/** An order as it is found by its number, with what its buyer can be recognised by. */
export interface OrderContact {
  readonly id: OrderId;
  readonly name: string;
  readonly email: string | null;
  readonly phones: readonly string[];
}

export interface GuestOrders {
  /** The shop's orders with this number, "1042" or "#1042"; usually one, none when nobody shows it. */
  named(shop: ShopDomain, orderName: string): Promise<PlatformResult<readonly OrderContact[]>>;
}

export interface GuestSecrets {
  /** Six digits that nobody can foresee. */
  newCode(): string;
  /**
   * Always the same for the same text of the same shop; neither can be found from it without the app's
   * secret, not even by trying all texts there are.
   */
  digest(shop: ShopDomain, text: string): string;
}

/** One subject of a limit: an address, a mailbox, a customer. Kept only as a digest. */
export interface Allowance {
  readonly digest: string;
  readonly attempts: number;
  /** The attempts come back all at once, so long after the first of them. */
  readonly perMs: number;
}

export interface RateLimits {
  /**
   * Counts one attempt against each allowance, for all processes together. Null when it is within all of
   * them; otherwise the instant from which another attempt makes sense.
   */
  take(
    shop: ShopDomain,
    allowances: readonly Allowance[],
    at: EpochMs,
  ): Promise<{ readonly blockedUntil: EpochMs } | null>;

  /** Forgets attempts that no longer count, of one shop or of all. */
  forgetOver(at: EpochMs, shop?: ShopDomain): Promise<void>;
}

export interface GuestChallenges {
  /** Stores a challenge and its job in one transaction, and forgets challenges of the shop that are over. */
  open(
    shop: ShopDomain,
    challenge: {
      readonly id: ChallengeId;
      readonly orderName: string;
      readonly contactDigest: string;
      readonly tries: number;
      readonly at: EpochMs;
      readonly expiresAt: EpochMs;
    },
    job: ScheduledJob,
  ): Promise<void>;

  /** A challenge that is not over; null for any other. */
  load(
    shop: ShopDomain,
    id: ChallengeId,
    at: EpochMs,
  ): Promise<{ readonly orderName: string; readonly contactDigest: string } | null>;

  /** Gives a challenge its order and code; a former code of it is void. */
  answerWith(
    shop: ShopDomain,
    id: ChallengeId,
    answer: { readonly orderId: OrderId; readonly codeDigest: string },
  ): Promise<void>;

  /**
   * Uses up a try, whatever the code. The order when it is right: it is then used up altogether. Null when it
   * is wrong, when no try or no time is left, and when there is no such challenge.
   */
  redeem(
    shop: ShopDomain,
    id: ChallengeId,
    codeDigest: string,
    at: EpochMs,
  ): Promise<OrderId | null>;
}

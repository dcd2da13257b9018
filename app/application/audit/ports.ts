import type { Actor } from '../../domain/actor.ts';
import type { ChainEnd, Verdict } from '../../domain/audit/chain.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { EpochMs } from '../../domain/time.ts';

/** What happens to a shop's record as a whole. */
export type AuditNote =
  /** Data of a customer were erased, in so many orders. */
  { readonly type: 'customer_erased'; readonly orders: number };

/** When a shop's chain was last checked, and what came of it. */
export interface Verification {
  readonly at: EpochMs;
  readonly verdict: Verdict;
}

/** The chain of hashes over all that is stored of a shop's cancellations. */
export interface AuditTrail {
  /** Every shop that has the app or a chain. */
  shops(): Promise<readonly ShopDomain[]>;

  /** Chains the next events that are not chained yet, a few hundred at once; answers how many there were. */
  seal(shop: ShopDomain): Promise<number>;

  /**
   * Checks the whole chain of a shop, and notes what it found; null where nothing is chained.
   *
   * @param noted an end of the chain that was noted elsewhere: it has to be in there still
   */
  verify(shop: ShopDomain, now: EpochMs, noted?: ChainEnd): Promise<Verdict | null>;

  /** What the last check found; null before the first. */
  lastVerified(shop: ShopDomain): Promise<Verification | null>;

  note(
    shop: ShopDomain,
    entry: { readonly at: EpochMs; readonly by: Actor; readonly note: AuditNote },
  ): Promise<void>;
}

import type { ChainEnd, Verdict } from '../../domain/audit/chain.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { EpochMs } from '../../domain/time.ts';

/** What happens to a shop's record as a whole. */
export type AuditNote =
  /** Data of a customer were erased, in so many orders. */
  | { readonly type: 'customer_erased'; readonly orders: number }
  /** A file was written: of what, of how many, and how they were picked; words that were searched for are not kept. */
  | {
      readonly type: 'history_exported';
      readonly what: string;
      readonly format: string;
      readonly rows: number;
      readonly filter: Readonly<Record<string, string | number>>;
    };

/** When a shop's chain was last checked, and what came of it. */
export interface Verification {
  readonly at: EpochMs;
  readonly verdict: Verdict;
}

/** The chain of hashes over all that is stored of a shop's cancellations. */
export interface AuditTrail {
  /** Every shop that has the app or a chain. */
  shops(): Promise<readonly ShopDomain[]>;

  /**
   * Chains the next events that are not chained yet, a few hundred at once, and writes them into the history; answers
   * how many there were.
   *
   * @param how `if_free`: none while somebody else does; default: waits for them
   */
  seal(shop: ShopDomain, how?: 'wait' | 'if_free'): Promise<number>;

  /**
   * Checks the whole chain of a shop, and notes what it found; null where nothing is chained.
   *
   * @param noted an end of the chain that was noted elsewhere: it has to be in there still
   */
  verify(shop: ShopDomain, now: EpochMs, noted?: ChainEnd): Promise<Verdict | null>;

  /** What the last check found; null before the first. */
  lastVerified(shop: ShopDomain): Promise<Verification | null>;
}

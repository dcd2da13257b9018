import type { EpochMs } from '../../domain/time.ts';
import type { Policy, PolicyDocument } from '../../domain/policy/document/policy.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { Actor } from '../../domain/actor.ts';
import type { PlatformResult } from '../shared/platform.ts';

/** Every policy a shop ever saved: versions are added, never changed. */
export interface PolicyStore {
  /** The policy in force: the newest version, or the default. */
  current(shop: ShopDomain): Promise<Policy>;
  /** The policy that was in force at an instant: the newest saved by then, or the default. */
  inForceAt(shop: ShopDomain, at: EpochMs): Promise<Policy>;
  /** One version; 0 is the default. Null when the shop has none of that number. */
  version(shop: ShopDomain, version: number): Promise<Policy | null>;
  /** All versions that were saved, newest first. */
  versions(shop: ShopDomain): Promise<readonly SavedPolicyVersion[]>;
  /** Saves a new version on top of `basedOn`; `conflict` when another one was saved meanwhile. */
  save(
    shop: ShopDomain,
    basedOn: number,
    document: PolicyDocument,
    by: Actor,
    at: EpochMs,
  ): Promise<Policy | 'conflict'>;
}

/** Who saved a version, and when. */
export interface SavedPolicyVersion {
  readonly version: number;
  readonly savedBy: Actor;
  readonly savedAt: EpochMs;
}

/** The shop's past orders in full, for trying a policy out on them. */
export interface OrderHistory {
  /**
   * Orders processed since an instant, newest first, as they are now, a page at a time. Waits while the
   * platform asks for it; `signal` ends the waiting and the reading.
   */
  readPage(
    shop: ShopDomain,
    page: {
      readonly since: EpochMs;
      /** Where the page before ended; null for the first. */
      readonly after: string | null;
      readonly signal: AbortSignal;
    },
  ): Promise<PlatformResult<OrderHistoryPage>>;
}

export interface OrderHistoryPage {
  readonly orders: readonly OrderFacts[];
  /** Further orders of the page that could not be read. */
  readonly unreadable: number;
  /** Where the next page begins; null when this was the last. */
  readonly next: string | null;
  /** Orders since the instant in all, as far as the app may see; null when the platform does not say. */
  readonly total: number | null;
  /** The platform shows this app no orders from before this instant; null when it shows them all. */
  readonly visibleSince: EpochMs | null;
}

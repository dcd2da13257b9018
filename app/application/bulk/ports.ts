import type {
  Bulk,
  BulkActing,
  BulkOrder,
  BulkOrderStatus,
  BulkPlan,
  BulkState,
} from '../../domain/bulk/bulk.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { Money } from '../../domain/money.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { ScheduledJob } from '../shared/queue.ts';

/** What becomes of a bulk by a decision. */
export interface BulkChange {
  readonly state: BulkState;
  readonly confirmed?: Bulk['confirmed'];
  readonly stopped?: Bulk['stopped'];
  readonly finishedAt?: EpochMs;
}

/** What became of one of its orders. */
export interface BulkSettlement {
  readonly status: BulkOrderStatus;
  readonly plan?: BulkPlan;
  readonly refusals?: readonly Refusal[];
  /** Whose cancellation came first. */
  readonly cancellationId?: CancellationId;
}

export interface BulkStore {
  /**
   * Stores it with its first job. Of its orders those that another live bulk of the shop has are refused at once
   * (`in_other_bulk`), and those that the shop's copy does not have (`order_not_found`).
   */
  create(
    shop: ShopDomain,
    bulk: {
      readonly id: string;
      readonly created: BulkActing & { readonly at: EpochMs };
      readonly orders: readonly {
        readonly orderId: OrderId;
        readonly cancellationId: CancellationId;
      }[];
      readonly next: ScheduledJob;
    },
  ): Promise<void>;
  get(shop: ShopDomain, id: string): Promise<Bulk | null>;
  /** The newest of the shop's. */
  newest(shop: ShopDomain, limit: number): Promise<readonly Bulk[]>;
  /** All of its orders, as they were chosen. */
  orders(shop: ShopDomain, id: string): Promise<readonly BulkOrder[]>;
  /** The next of its orders with a status. */
  next(
    shop: ShopDomain,
    id: string,
    status: BulkOrderStatus,
    limit: number,
  ): Promise<readonly BulkOrder[]>;
  settle(shop: ShopDomain, id: string, position: number, settlement: BulkSettlement): Promise<void>;
  /**
   * Takes a bulk from one state to another, together with what of its orders changes by that; false when it is in
   * another state by now: whoever came first has decided.
   */
  decide(
    shop: ShopDomain,
    id: string,
    from: BulkState,
    change: BulkChange,
    next: ScheduledJob | null,
  ): Promise<boolean>;
  /** Has it wait, or go on. */
  pause(shop: ShopDomain, id: string, paused: Bulk['paused']): Promise<void>;
  /** What bulks that a staff member confirmed since an instant have opened to be given back, by currency. */
  openedSince(shop: ShopDomain, staffId: string, since: EpochMs): Promise<readonly Money[]>;
}

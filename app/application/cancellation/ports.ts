import type { EpochMs } from '../../domain/time.ts';
import type { Result } from '../../domain/result.ts';
import type { Money } from '../../domain/money.ts';
import type { CancellationId, CustomerId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { CancellationStatus } from '../../domain/cancellation/state.ts';
import type { CancellationEvent, RecordedEvent } from '../../domain/cancellation/events.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ScheduledJob } from '../shared/queue.ts';
import type { ListCursor, ListPage } from '../shared/list-page.ts';

/** Texts people wrote. Kept apart from the events so that they can be erased on request. */
export interface CancellationTexts {
  readonly customerComment: string | null;
  /** How and when money was handed over by a person. */
  readonly proofOfPayment: string | null;
  /** For the customer's mail. */
  readonly noteToCustomer: string | null;
  /** For staff only; becomes Shopify's staff note. */
  readonly internalNote: string | null;
}

export interface StoredCancellation {
  readonly id: CancellationId;
  readonly events: readonly RecordedEvent[];
  readonly texts: CancellationTexts;
}

/** A cancellation as lists show it. */
export interface CancellationSummary {
  readonly id: CancellationId;
  readonly orderId: OrderId;
  readonly orderName: string;
  readonly status: CancellationStatus;
  readonly requestedBy: Actor['kind'];
  readonly reasonId: string | null;
  readonly amount: Money;
  readonly openedAt: EpochMs;
  readonly updatedAt: EpochMs;
}

/** Which cancellations a list has: of every status unless it names some, and how many at most. */
export interface CancellationFilter {
  readonly statuses?: readonly CancellationStatus[];
  readonly limit: number;
}

/** One that waits for a person, with the staff member who looks after it; null for nobody. */
export interface WaitingSummary extends CancellationSummary {
  readonly assignedTo: string | null;
}

/** What is asked for of what waits for a person. */
export interface WaitingSearch {
  /** `deadline`: what ends first, and what no time ends last. `newest`: by when it was asked for. */
  readonly sort: 'deadline' | 'newest';
  /** Only what this staff member looks after, or nobody; everything when missing. */
  readonly assignedTo?: string | null;
  readonly cursor: ListCursor | null;
  readonly limit: number;
}

export interface CancellationStore {
  /**
   * Stores a new cancellation with its first event and its job, in one transaction. At most one live
   * cancellation per order exists: the loser of a race gets the winner's id and nothing is stored. A limit
   * holds however many open at once for the same customer.
   */
  open(
    shop: ShopDomain,
    opening: {
      readonly id: CancellationId;
      readonly orderName: string;
      readonly event: Extract<CancellationEvent, { type: 'requested' }>;
      readonly texts: CancellationTexts;
      readonly at: EpochMs;
      readonly next: ScheduledJob;
      /** The order's newest cancellation as far as the asker knew; null for none. */
      readonly after: CancellationId | null;
      /** The order's customer, whose cancellations are counted and erased together; null for nobody known. */
      readonly customerId: CustomerId | null;
      /** Not to be stored when `countByCustomerOf` says so many already; null for no limit. */
      readonly limit: { readonly since: EpochMs; readonly cancellations: number } | null;
    },
  ): Promise<
    Result<null, { readonly cancellationId: CancellationId } | { readonly limitReached: true }>
  >;

  load(shop: ShopDomain, id: CancellationId): Promise<StoredCancellation | null>;

  /**
   * Appends events after `expectedSeq`, updates the list row (status, live, wake-up time) and enqueues the
   * job if one is given, in one transaction. `conflict` = somebody else appended first; `another_is_live` =
   * it would become live again beside another one of the same order. Either way nothing is stored.
   */
  append(
    shop: ShopDomain,
    id: CancellationId,
    change: {
      readonly expectedSeq: number;
      readonly events: readonly CancellationEvent[];
      readonly at: EpochMs;
      /** The fold of all events including these. */
      readonly status: CancellationStatus;
      readonly texts?: Partial<CancellationTexts>;
      /** When the safety net takes it up if nobody did before; null when only a person can move it. */
      readonly wakeAt: EpochMs | null;
      /** Null for a worker in the middle of its run: its own job lives until the run ends. */
      readonly next: ScheduledJob | null;
    },
  ): Promise<'appended' | 'conflict' | 'another_is_live'>;

  /**
   * Ends a run: enqueues the job for the wake-up time and sets it; null = until a person moves it. A crash in
   * between leaves an earlier wake-up time, never a later one.
   */
  rest(shop: ShopDomain, id: CancellationId, next: ScheduledJob | null): Promise<void>;

  /** Stores a cancellation that somebody else made, over from the start. Known orders are left as they are. */
  record(
    shop: ShopDomain,
    outside: {
      readonly id: CancellationId;
      readonly orderName: string;
      readonly event: Extract<CancellationEvent, { type: 'recorded_outside' }>;
      readonly at: EpochMs;
    },
  ): Promise<void>;

  /**
   * How many cancellations the customer of an order has asked for since an instant, over all orders that the
   * shop knows of that customer, by their id or by the order's address; refused and withdrawn requests do not
   * count.
   */
  countByCustomerOf(
    shop: ShopDomain,
    of: { readonly orderId: OrderId; readonly customerId: CustomerId | null },
    since: EpochMs,
  ): Promise<number>;

  /** How many other orders of its customer have a cancellation, whoever made it and whatever became of it. */
  countOtherOrdersOf(
    shop: ShopDomain,
    of: { readonly orderId: OrderId; readonly customerId: CustomerId },
  ): Promise<number>;

  /** Milliseconds that its next step is overdue while nothing happens to it; null when nothing is due. */
  overdueBy(shop: ShopDomain, id: CancellationId): Promise<number | null>;

  /** The order's live cancellation, if there is one. */
  findLive(shop: ShopDomain, orderId: OrderId): Promise<CancellationId | null>;

  /** The order's newest cancellation, live or ended. */
  findLatest(shop: ShopDomain, orderId: OrderId): Promise<CancellationId | null>;

  /** Every cancellation of the order, live or ended, newest first. */
  findAll(shop: ShopDomain, orderId: OrderId): Promise<readonly CancellationId[]>;

  /**
   * The order's own cancellations that a change of it may concern: the live one, and those that ended since an
   * instant with something left to watch: refunds of completed ones can still come back, and what superseded ones
   * asked for may still show. The newest first.
   */
  findConcerned(
    shop: ShopDomain,
    orderId: OrderId,
    endedSince: EpochMs,
  ): Promise<{
    readonly live: CancellationId | null;
    readonly watched: readonly CancellationId[];
  }>;

  /** The status of each order's newest cancellation; orders without one are missing in the map. */
  latestStatuses(
    shop: ShopDomain,
    orderIds: readonly OrderId[],
  ): Promise<ReadonlyMap<OrderId, CancellationStatus>>;

  /** Several lists in one read, each the newest first. */
  lists(
    shop: ShopDomain,
    filters: readonly CancellationFilter[],
  ): Promise<readonly (readonly CancellationSummary[])[]>;

  /** A page of what waits for a person: what needs attention, then requests to answer. */
  waiting(shop: ShopDomain, page: WaitingSearch): Promise<ListPage<WaitingSummary>>;

  /** How many wait for a person, counted up to so many. */
  countWaiting(shop: ShopDomain, most: number): Promise<number>;

  /** Says which staff member looks after what waits; null for nobody. */
  assign(
    shop: ShopDomain,
    id: CancellationId,
    assignment: { readonly to: string | null; readonly by: string; readonly at: EpochMs },
  ): Promise<void>;

  /** All that is stored of several, in one read; what the shop does not have is missing in the map. */
  loadAll(
    shop: ShopDomain,
    ids: readonly CancellationId[],
  ): Promise<
    ReadonlyMap<
      CancellationId,
      StoredCancellation & {
        /** As `overdueBy` says it. */
        readonly overdueBy: number | null;
      }
    >
  >;

  /** Live cancellations of all shops whose wake-up time has passed: the safety net below the queue. */
  overdue(
    before: EpochMs,
    limit: number,
  ): Promise<readonly { readonly shop: ShopDomain; readonly id: CancellationId }[]>;

  /**
   * Runs `work` while no other process works on the same cancellation; `busy` when one does. The lock ends
   * with the process that holds it.
   */
  exclusively<T>(
    shop: ShopDomain,
    id: CancellationId,
    work: () => Promise<T>,
  ): Promise<{ readonly done: T } | 'busy'>;
}

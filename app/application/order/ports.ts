import type { EpochMs } from '../../domain/time.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import type { Money } from '../../domain/money.ts';
import type { CancellationStatus } from '../../domain/cancellation/state.ts';
import type { CustomerId, FulfillmentOrderId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { ListPage } from '../shared/list-page.ts';
import type { OrderSearch } from './order-search.ts';

/** Facts of orders as they were last read, over all processes, for what is only shown. */
export interface KeptFacts {
  /**
   * Facts read at `since` or later, since when neither a change of the order was reported nor a policy was saved;
   * null when there are none.
   */
  find(shop: ShopDomain, id: OrderId, since: EpochMs): Promise<OrderFacts | null>;

  /** Keeps facts, unless newer ones are kept. */
  keep(shop: ShopDomain, facts: OrderFacts): Promise<void>;

  /** Something of the order changed: what is kept of it is not shown any more. */
  forget(shop: ShopDomain, id: OrderId): Promise<void>;

  /** Forgets everything of all shops that was read before an instant. */
  forgetBefore(instant: EpochMs): Promise<void>;
}

/** Orders read together. One that cannot be read is named beside the others and stops none of them. */
export interface OrderPage {
  readonly orders: readonly OrderSnapshot[];
  readonly unreadable: readonly UnreadableOrder[];
}

/** Protected customer data: each part is null where the shop has not granted it, or there is none. */
export interface OrderContact {
  readonly name: string | null;
  readonly email: string | null;
  /** In E.164, as a rule. */
  readonly phone: string | null;
  /** As it is written on a parcel, line by line. */
  readonly address: readonly string[] | null;
}

/** What staff look at beside an order. No decision needs it, so that each part may be missing. */
export interface OrderDetails {
  readonly contact: OrderContact;
  /** How many orders its customer has, this one among them; null where there is no customer to be seen. */
  readonly ordersOfCustomer: number | null;
  /** Written on the order by whoever bought it or by staff. */
  readonly note: string | null;
  /** What the assessments of its risk found. */
  readonly riskFindings: readonly RiskFinding[];
  readonly parcels: readonly Parcel[];
  readonly holds: readonly HoldDetails[];
  /** What the customer asked for by Shopify's own button, the newest first; empty, too, where nobody can say. */
  readonly nativeRequests: readonly NativeRequest[];
}

/** A request to take items off an order, which Shopify keeps and only staff answer, in Shopify. */
export interface NativeRequest {
  readonly status: 'DECLINED' | 'REQUESTED' | 'RESOLVED';
  readonly requestedAt: EpochMs;
  readonly items: readonly { readonly quantity: number; readonly title: string }[];
}

export interface RiskFinding {
  readonly text: string;
  readonly sentiment: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';
}

/** A fulfillment, as its sender and its carrier tell of it. */
export interface Parcel {
  readonly createdAt: EpochMs;
  /** Shopify's `FulfillmentDisplayStatus`; null where it says none. */
  readonly status: string | null;
  readonly deliveredAt: EpochMs | null;
  readonly locationName: string | null;
  readonly tracking: readonly {
    readonly company: string | null;
    readonly number: string | null;
    readonly url: string | null;
  }[];
}

export interface HoldDetails {
  readonly fulfillmentOrderId: FulfillmentOrderId;
  readonly heldByThisApp: boolean;
  /** In the platform's own words. */
  readonly reason: string;
  readonly notes: string | null;
}

/** An order as the app's own lists need it: a copy, kept fresh by webhooks and reconciliation. */
export interface OrderSnapshot {
  readonly id: OrderId;
  readonly name: string;
  readonly customerId: CustomerId | null;
  readonly customerName: string | null;
  readonly email: string | null;
  readonly createdAt: EpochMs;
  /** The platform's own time of the state shown; older states never overwrite newer ones. */
  readonly updatedAt: EpochMs;
  readonly cancelledAt: EpochMs | null;
  readonly financialStatus: string | null;
  readonly fulfillmentStatus: string | null;
  readonly total: Money;
  /** Missing where whoever reports the order does not say. */
  readonly traits?: OrderTraits;
}

/** An order as a webhook has it. */
export interface ReportedOrder extends OrderSnapshot {
  /** Missing in what earlier releases stored. */
  readonly tags?: readonly string[];
}

/** What lists are filtered by besides. */
export interface OrderTraits {
  /** The highest of Shopify's assessments. */
  readonly risk: 'NONE' | 'PENDING' | 'LOW' | 'MEDIUM' | 'HIGH';
  /** Where it goes; null where there is nowhere, or it is not shown to the app. */
  readonly countryCode: string | null;
  /** Names of the places it is sent from; null until they were read. */
  readonly locations: readonly string[] | null;
  readonly tags: readonly string[];
}

/** An order as the list has it. */
export interface ListedOrder extends OrderSnapshot {
  /** The app took units off it, and left the rest. */
  readonly cancelledInPart: boolean;
  /** Where the app's newest cancellation of it stands; null when there is none. */
  readonly cancellationStatus: CancellationStatus | null;
}

/** A page of the list. */
export interface FoundOrders extends ListPage<ListedOrder> {
  /**
   * `all` where nothing was left out. `so_far`: the page is not full although there is more to look through, and the
   * next one goes on there. `newest`: more match than can be sorted so, and the newest of them are.
   */
  readonly searched: 'all' | 'so_far' | 'newest';
}

/** How far a shop's orders have been copied. */
export interface CopiedUntil {
  readonly at: EpochMs;
  /** What was read of each order by then (`COPIED_EXTENT`). */
  readonly extent: number;
}

export interface OrderMirror {
  /** Stores what was read of the platform and is no older than what is known; returns how many rows changed. */
  upsert(shop: ShopDomain, orders: readonly OrderSnapshot[]): Promise<number>;
  /**
   * Stores what webhooks say of one order, as far as they settle what is true (`mergeReports`); `in_doubt` when the
   * order has to be read for that, `unknown` when it is not listed: then nothing is stored.
   */
  report(
    shop: ShopDomain,
    reports: readonly ReportedOrder[],
  ): Promise<'settled' | 'in_doubt' | 'unknown'>;
  get(shop: ShopDomain, id: OrderId): Promise<OrderSnapshot | null>;
  /** Several in one read; those that are not listed are missing in the map. */
  getAll(shop: ShopDomain, ids: readonly OrderId[]): Promise<ReadonlyMap<OrderId, OrderSnapshot>>;
  /** A page of those that are searched for. */
  search(shop: ShopDomain, search: OrderSearch): Promise<FoundOrders>;
  /** What the shop's orders can be filtered by, up to so many of each. */
  traitValues(
    shop: ShopDomain,
    limit: number,
  ): Promise<Readonly<Record<'locations' | 'countries' | 'tags', readonly string[]>>>;
  /** Forgets a deleted order: no later report of it brings it back. */
  remove(shop: ShopDomain, id: OrderId): Promise<void>;
  /** Where the last complete reconciliation ended. */
  watermark(shop: ShopDomain): Promise<CopiedUntil | null>;
  setWatermark(shop: ShopDomain, until: CopiedUntil): Promise<void>;
  /** Orders of which it is not known where they are sent from, the newest first. */
  withoutLocations(shop: ShopDomain, limit: number): Promise<readonly OrderId[]>;
  /** The file that the platform writes for a reconciliation, from when it was asked for until it is read. */
  exportUnderWay(shop: ShopDomain): Promise<ExportUnderWay | null>;
  /** Notes one, or how far it was read; null when there is none any more. */
  noteExport(shop: ShopDomain, underWay: ExportUnderWay | null): Promise<void>;
}

/** What has to be known of a file of orders to go on with it after a crash. */
export interface ExportUnderWay {
  /** The platform's own id of it. */
  readonly exportId: string;
  /** When the reconciliation began that it belongs to: where it ends once the file is read. */
  readonly startedAt: EpochMs;
  /** When the platform was asked for it. */
  readonly askedAt: EpochMs;
  /** It holds orders changed since. */
  readonly updatedSince: EpochMs;
  /** Of the shop's first reconciliation, which meets orders that nobody has cancelled with the app yet. */
  readonly isFirst: boolean;
  /** So many of its lines are stored. */
  readonly linesDone: number;
}

/** A file of orders as far as the platform is with it. */
export type OrderExport =
  | { readonly state: 'running' }
  /** `file`: where it lies; null when there is nothing in it. */
  | { readonly state: 'written'; readonly file: string | null; readonly lines: number }
  | { readonly state: 'failed' };

/** An order of which the platform answered what the app cannot read. */
export interface UnreadableOrder {
  readonly id: OrderId;
  readonly name: string;
  /** What of the answer could not be read; names no person. */
  readonly reason: string;
}

export interface SetAsideOrder extends UnreadableOrder {
  readonly foundAt: EpochMs;
  readonly triedAt: EpochMs;
}

/** Orders that cannot be read: kept by themselves, so that they stop no other. */
export interface UnreadableOrders {
  /** Sets orders aside, or notes that they were tried again in vain. */
  setAside(shop: ShopDomain, orders: readonly UnreadableOrder[], at: EpochMs): Promise<void>;
  /** Orders that can be read again, or that are gone. Unknown ones are no error. */
  takeBack(shop: ShopDomain, ids: readonly OrderId[]): Promise<void>;
  /** The longest untried first. */
  list(shop: ShopDomain, limit: number): Promise<readonly SetAsideOrder[]>;
}

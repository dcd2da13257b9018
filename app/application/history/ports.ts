import type { Actor } from '../../domain/actor.ts';
import type { ExportForm } from '../../domain/history/export-form.ts';
import type { Figures } from '../../domain/history/figures.ts';
import type { HistoryFacts, Starter } from '../../domain/history/history-facts.ts';
import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { AuditNote } from '../audit/ports.ts';
import type { ListCursor, ListKey, ListPage } from '../shared/list-page.ts';
import type { ScheduledJob } from '../shared/queue.ts';

/** A cancellation in the history; names its customer only for as long as the copy of the orders does. */
export interface HistoryEntry extends HistoryFacts {
  readonly orderName: string;
  readonly customerName: string | null;
}

/** Which cancellations are wanted; null where any will do. */
export type HistoryFilter = ExportForm['filter'];

export interface HistorySearch extends HistoryFilter {
  readonly cursor: ListCursor | null;
  readonly limit: number;
}

/**
 * - `queued`: nobody has begun it yet.
 * - `stopped`: by a person, who may go on with it.
 * - `erased`: its file went, because a customer of the shop was erased who may be in it.
 */
export type ExportState = 'queued' | 'running' | 'stopped' | 'done' | 'erased';

/** A file of the history that somebody asked for. */
export interface HistoryExport {
  readonly id: string;
  readonly requestedBy: Actor;
  readonly requestedAt: EpochMs;
  readonly form: ExportForm;
  readonly state: ExportState;
  /** Cancellations that it is to hold, as counted at its beginning, and how many of these are written. */
  readonly total: number;
  readonly written: number;
  readonly bytes: number;
  /** The last one that is written; null before the first. */
  readonly after: ListKey | null;
  /** Pieces of its file. */
  readonly parts: number;
  readonly changedAt: EpochMs;
  readonly expiresAt: EpochMs;
}

/** Files of the history, written in pieces. */
export interface HistoryExports {
  /** Stores it with its job, in one transaction. */
  create(
    shop: ShopDomain,
    asked: Pick<
      HistoryExport,
      'id' | 'requestedBy' | 'requestedAt' | 'form' | 'total' | 'expiresAt'
    >,
    job: ScheduledJob,
  ): Promise<void>;
  /** The newest first. */
  list(shop: ShopDomain, limit: number): Promise<readonly HistoryExport[]>;
  find(shop: ShopDomain, id: string): Promise<HistoryExport | null>;
  /**
   * Leads it from one of some states to another, with its job where there is one to do; false when it was in none of
   * them.
   */
  move(
    shop: ShopDomain,
    id: string,
    from: readonly ExportState[],
    to: ExportState,
    at: EpochMs,
    job: ScheduledJob | null,
  ): Promise<boolean>;
  /**
   * Adds a piece to its file and notes how far it is, in one transaction; with the last piece it is done, which is an
   * entry of the record. False when it is not being written, or somebody else added this piece: nothing is stored.
   */
  append(
    shop: ShopDomain,
    id: string,
    piece: {
      /** So many pieces there are before it. */
      readonly parts: number;
      readonly content: Uint8Array;
      readonly written: number;
      readonly after: ListKey | null;
      readonly at: EpochMs;
      /** What is noted with the last piece; null for the others. */
      readonly done: { readonly by: Actor; readonly note: AuditNote } | null;
    },
  ): Promise<boolean>;
  /** A piece of the file; null where there is none. */
  read(shop: ShopDomain, id: string, part: number): Promise<Uint8Array | null>;
  /** Takes away what expired, of every shop. */
  forgetExpired(now: EpochMs): Promise<void>;
}

/** How far what a shop's pages show is counted. */
export interface HistoryState {
  /** In which days are counted; an IANA name. */
  readonly timeZone: string;
  /** When the shop's zone was asked for last; null before the first time. */
  readonly zoneReadAt: EpochMs | null;
  readonly ordersCountedAt: EpochMs | null;
  /** Rows and figures are of a release before, or of none. */
  readonly isOld: boolean;
}

/** The history as pages show it: rows and figures that follow from the events, written after them. */
export interface History {
  search(shop: ShopDomain, search: HistorySearch): Promise<ListPage<HistoryEntry>>;
  /** How many there are; counted to the end. */
  count(shop: ShopDomain, filter: HistoryFilter): Promise<number>;
  find(shop: ShopDomain, id: CancellationId): Promise<HistoryEntry | null>;
  /** What those of a shop were begun for, most first. */
  reasons(shop: ShopDomain): Promise<readonly string[]>;

  state(shop: ShopDomain): Promise<HistoryState>;
  /** Counts every figure anew where the zone is another one; and notes that it was asked for. */
  setTimeZone(shop: ShopDomain, timeZone: string, now: EpochMs): Promise<void>;
  /** Counts the orders of every day anew. */
  countOrders(shop: ShopDomain, now: EpochMs): Promise<void>;
  /** Writes some of what is missing or old anew; answers how many rows, none when all are there. */
  mend(shop: ShopDomain): Promise<number>;
}

/** Which days of a shop are counted: so many up to today, or from one to another, both included. */
export type DayRange = { readonly days: number } | { readonly from: string; readonly to: string };

/** What a shop's days came to. */
export interface CountedDays {
  readonly timeZone: string;
  /** "2026-12-24", in the shop's time zone; both are among the days that are counted. */
  readonly from: string;
  readonly to: string;
  /** Only those on which anything was. */
  readonly byDay: readonly {
    readonly day: string;
    readonly opened: number;
    readonly cancelled: number;
  }[];
  /** Amounts of different currencies are never added. */
  readonly byCurrency: readonly { readonly currencyCode: string; readonly figures: Figures }[];
  readonly byWho: readonly { readonly who: Starter; readonly opened: number }[];
  readonly byReason: readonly { readonly reason: string; readonly opened: number }[];
  /** Placed on these days, and cancelled by now. */
  readonly orders: { readonly placed: number; readonly cancelled: number; readonly parts: number };
}

/** What a shop's home page shows besides its lists, of one instant. */
export interface HomeState {
  readonly counted: CountedDays;
  readonly ordersCopied: boolean;
  readonly setup: SetupState;
}

/** How far a new shop has come; each null until it was done. */
export interface SetupState {
  readonly policyReadAt: EpochMs | null;
  /** When the block of the theme, and the block of the order pages, were seen in their places. */
  readonly blockSeenAt: EpochMs | null;
  readonly pageSeenAt: EpochMs | null;
  readonly dismissedAt: EpochMs | null;
}

/** What the home page is made of, in one read. */
export interface HomePageStore {
  read(shop: ShopDomain, range: DayRange, now: EpochMs): Promise<HomeState>;
  /** Notes that a step of the guide was done, or that it is not wanted any more. */
  note(shop: ShopDomain, what: SetupStep, at: EpochMs): Promise<void>;
}

export type SetupStep = 'policy_read' | 'block_seen' | 'page_seen' | 'dismissed';

import type { Actor } from '../../domain/actor.ts';
import type { CancelJob } from '../../domain/cancellation/seen/saw-cancel.ts';
import type {
  CancellationEvent,
  Effect,
  EffectOutcome,
  NextStepForCustomer,
  Problem,
  RecordedEvent,
  TurnBackReason,
} from '../../domain/cancellation/events.ts';
import type { CancellationStatus } from '../../domain/cancellation/state.ts';
import type {
  CancellationId,
  CustomerId,
  FulfillmentOrderId,
  OrderId,
  ShopDomain,
} from '../../domain/ids.ts';
import type { Money } from '../../domain/money.ts';
import type { OrderFacts, SuggestedRefundFacts } from '../../domain/order/facts.ts';
import type { Policy, PolicyDocument } from '../../domain/policy/document/policy.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import type { RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import type { Result } from '../../domain/result.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { OrderSearch } from '../order/order-search.ts';
import type { UnreadableOrder } from '../order/unreadable-orders.ts';
import type { ListCursor, ListPage } from './list-page.ts';

/*
 * What the use cases need of the outside. Adapters implement these; the simulation brings its own. Every
 * method that touches a shop's data takes the shop first.
 */

export interface Clock {
  now(): EpochMs;
}

export interface Ids {
  /** A new UUID, never given before. */
  uuid(): string;
}

/** What each job carries; the file of a job in `app/jobs` adds its own line. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled where the jobs are defined
export interface JobPayloads {}

export type JobName = keyof JobPayloads;

/** A durable job to be enqueued together with what made it necessary. */
export type Job = {
  [Name in JobName]: { readonly name: Name } & Readonly<JobPayloads[Name]>;
}[JobName];

export interface ScheduledJob {
  readonly job: Job;
  /** Not before this instant. */
  readonly at: EpochMs;
  /** Of the same jobs enqueued within so many milliseconds one is kept, to run after the span has passed. */
  readonly oncePer?: number;
}

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

  /** Milliseconds that its next step is overdue while nothing happens to it; null when nothing is due. */
  overdueBy(shop: ShopDomain, id: CancellationId): Promise<number | null>;

  /** True when the shop has any live cancellation. */
  hasLive(shop: ShopDomain): Promise<boolean>;

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

  /** Newest first. */
  list(
    shop: ShopDomain,
    filter: CancellationFilter & {
      /** From a former page's end. */
      readonly before?: { readonly openedAt: EpochMs; readonly id: CancellationId };
    },
  ): Promise<readonly CancellationSummary[]>;

  /** Several lists in one read, each the newest first. */
  lists(
    shop: ShopDomain,
    filters: readonly CancellationFilter[],
  ): Promise<readonly (readonly CancellationSummary[])[]>;

  /** A page of what waits for a person: what needs attention, then requests to answer; the newest first. */
  waiting(
    shop: ShopDomain,
    page: { readonly cursor: ListCursor | null; readonly limit: number },
  ): Promise<ListPage<CancellationSummary>>;

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

export interface Queue {
  /** Enqueues a job on its own. Jobs that belong to a change of data go with it instead. */
  enqueue(job: ScheduledJob): Promise<void>;
}

/** A failed call. `mayHaveApplied` = the platform may have acted although no answer came. */
export interface PlatformError extends Problem {
  readonly mayHaveApplied: boolean;
  /** Milliseconds the platform asked to wait. */
  readonly retryAfter: number | null;
}

export type PlatformResult<T> = Result<T, PlatformError>;

export interface HowToRead {
  /** A policy that is not saved, by which the order will be judged: it may name what no saved one does. */
  readonly draft?: Pick<PolicyDocument, 'rules'>;
  /**
   * The facts are shown and nothing is decided on them: they may be some minutes old, if no change of the order was
   * reported meanwhile and they are not from before `since`.
   */
  readonly toShow?: { readonly since: EpochMs };
}

/** Facts of orders as they were last read, over all processes, for what is only shown. */
export interface KeptFacts {
  /**
   * Facts read at `since` or later, since when neither a change of the order was reported nor a policy was saved;
   * null when there are none.
   */
  find(shop: ShopDomain, id: OrderId, since: EpochMs): Promise<OrderFacts | null>;

  /** Keeps facts that were asked for at an instant, unless newer ones are kept. */
  keep(shop: ShopDomain, facts: OrderFacts, readAt: EpochMs): Promise<void>;

  /** Something of the order changed: what is kept of it is not shown any more. */
  forget(shop: ShopDomain, id: OrderId): Promise<void>;

  /** Forgets everything of all shops that was read before an instant. */
  forgetBefore(instant: EpochMs): Promise<void>;
}

/** Shopify's Admin API, as far as cancelling needs it. No method retries by itself. */
export interface Platform {
  /**
   * The order's facts, or null when the platform knows no such order (or shows it to no app any more). Read now,
   * unless they are only to be shown.
   */
  readOrder(
    shop: ShopDomain,
    id: OrderId,
    how?: HowToRead,
  ): Promise<PlatformResult<OrderFacts | null>>;

  /**
   * The order, and what the platform itself would give back for the plan's selection (its units, shipping and
   * duties; of a whole order, everything): read in one query, so that both are of one instant.
   */
  readOrderForRefund(
    shop: ShopDomain,
    id: OrderId,
    plan: Pick<RefundPlan, 'selection' | 'lines' | 'shipping'>,
  ): Promise<
    PlatformResult<{ readonly order: OrderFacts; readonly suggested: SuggestedRefundFacts } | null>
  >;

  /** The order that a fulfillment order belongs to: webhooks about fulfillment orders do not say. */
  readOrderIdOf(
    shop: ShopDomain,
    fulfillmentOrderId: FulfillmentOrderId,
  ): Promise<PlatformResult<OrderId | null>>;

  readCancelJob(shop: ShopDomain, jobResultId: string): Promise<PlatformResult<CancelJob | null>>;

  /** Performs one effect other than `tell`, once. `texts` feed the notes that Shopify keeps. */
  perform(
    shop: ShopDomain,
    orderId: OrderId,
    effect: Exclude<Effect, { kind: 'tell' }>,
    key: string,
    texts: CancellationTexts,
  ): Promise<PlatformResult<EffectOutcome>>;

  /** Orders changed since an instant, oldest change first, a page at a time. */
  listOrders(
    shop: ShopDomain,
    page: { readonly updatedSince: EpochMs | null; readonly after: string | null },
  ): Promise<PlatformResult<OrderPage & { readonly next: string | null }>>;

  /** The orders of these ids, up to 250; what the platform no longer shows is missing. */
  readSnapshots(shop: ShopDomain, ids: readonly OrderId[]): Promise<PlatformResult<OrderPage>>;

  /** What the merchant has granted the app; `unauthorized` when it is not installed. */
  readInstallation(
    shop: ShopDomain,
  ): Promise<PlatformResult<{ readonly scopes: readonly string[] }>>;

  /** Whom a mail about the order goes to; null when the platform knows no such order. */
  readRecipient(shop: ShopDomain, orderId: OrderId): Promise<PlatformResult<Recipient | null>>;

  /** Whom an order is for; null when the platform knows no such order. */
  readOrderContact(
    shop: ShopDomain,
    orderId: OrderId,
  ): Promise<PlatformResult<OrderContact | null>>;

  /** Where and in which languages the shop sells; may be a minute old. */
  readShop(shop: ShopDomain): Promise<PlatformResult<ShopProfile>>;

  /** What recent orders were paid by, under the names that a policy's exclusions compare. */
  readGateways(shop: ShopDomain): Promise<PlatformResult<readonly string[]>>;

  /** Collections with words that begin like those of a text, the first twenty by title; any for no text. */
  searchCollections(
    shop: ShopDomain,
    text: string,
  ): Promise<PlatformResult<readonly CollectionName[]>>;

  /** Titles by id; a collection that was deleted is missing. */
  collectionTitles(
    shop: ShopDomain,
    ids: readonly string[],
  ): Promise<PlatformResult<ReadonlyMap<string, string>>>;

  /**
   * What the staff member named by a session token may do; may be some minutes old.
   *
   * @param sessionToken the admin's, verified by whoever took it in
   */
  readStaffAccess(shop: ShopDomain, sessionToken: string): Promise<PlatformResult<StaffAccess>>;
}

/** Orders read together. One that cannot be read is named beside the others and stops none of them. */
export interface OrderPage {
  readonly orders: readonly OrderSnapshot[];
  readonly unreadable: readonly UnreadableOrder[];
}

/** What policies and their pages need to know of a shop. */
/** Protected customer data: each part is null where the shop has not granted it, or there is none. */
export interface OrderContact {
  readonly name: string | null;
  readonly email: string | null;
  /** In E.164, as a rule. */
  readonly phone: string | null;
  /** As it is written on a parcel, line by line. */
  readonly address: readonly string[] | null;
}

export interface ShopProfile {
  readonly name: string;
  readonly currencyCode: string;
  /** Currencies that customers can pay in, the shop's own among them. */
  readonly paymentCurrencyCodes: readonly string[];
  /** ISO 3166-1 code of the shop's own address. */
  readonly countryCode: string | null;
  /** IANA name. */
  readonly timeZone: string;
  /** Where customers reach the storefront, without a trailing slash. */
  readonly storefrontUrl: string;
  /** The shop's address for customers. */
  readonly contactEmail: string;
  readonly locales: readonly {
    readonly locale: string;
    readonly name: string;
    readonly primary: boolean;
    /** Whether customers can choose it. */
    readonly published: boolean;
  }[];
  /** The active ones that are made of countries. */
  readonly markets: readonly {
    readonly id: string;
    readonly name: string;
    readonly countries: readonly { readonly code: string; readonly name: string }[];
  }[];
}

export interface CollectionName {
  readonly id: string;
  readonly title: string;
}

/** What a mail to an order's customer needs; read when it is written, never stored. */
export interface Recipient {
  readonly shopName: string;
  /** The shop's address for customers: answers go there. */
  readonly shopEmail: string;
  /** Where customers reach the storefront, without a trailing slash. */
  readonly storefrontUrl: string;
  readonly orderName: string;
  readonly orderStatusUrl: string | null;
  readonly email: string | null;
  readonly firstName: string | null;
  /** Language code of the customer, e.g. "de". */
  readonly locale: string;
}

export interface Mail extends Omit<Recipient, 'email' | 'firstName'> {
  /** The same key gives the same Message-ID, so that a repeated mail can be recognised. */
  readonly key: string;
  readonly to: { readonly email: string; readonly firstName: string | null };
  readonly content: MailContent;
}

export interface Mailer {
  /** Hands one mail to the mail server. */
  send(mail: Mail): Promise<Result<null, PlatformError>>;
}

/** How the shop itself is written to. */
export interface StaffMail {
  /** Null: the shop's own address for its customers. */
  readonly to: string | null;
  /** Where an order's page of this app opens in the shop's admin. */
  readonly orderPage: (shop: ShopDomain, orderNumber: string) => string;
}

export interface MailItem {
  readonly title: string;
  readonly quantity: number;
}

/** What a cancellation's mail says, in facts; the templates find the words. */
export type MailContent =
  | {
      readonly template: 'cancelled';
      /** What was taken off an order whose rest goes on; null when all of it is cancelled. */
      readonly items: readonly MailItem[] | null;
      /** The cancellation fee; kept by the shop. */
      readonly fee: Money | null;
      /** What else the shop keeps of what was paid for the cancelled part. */
      readonly kept: Money | null;
      /** What each payment gives back, and what is merely released or handed over by the shop. */
      readonly refunds: readonly { readonly gatewayName: string; readonly amount: Money }[];
      readonly byHand: readonly { readonly gatewayName: string; readonly amount: Money }[];
      readonly released: readonly { readonly gatewayName: string; readonly amount: Money }[];
      readonly storeCredit: Money | null;
      /** Sent and not confirmed by the gateway yet. */
      readonly onItsWay: boolean;
      readonly note: string | null;
    }
  | {
      readonly template: 'declined';
      /** What of the order was asked for; null for the whole of it. */
      readonly items: readonly MailItem[] | null;
      readonly why: TurnBackReason['code'];
      readonly nextStep: NextStepForCustomer | null;
      readonly note: string | null;
    }
  | {
      readonly template: 'received';
      /** What of the order was asked for; null for the whole of it. */
      readonly items: readonly MailItem[] | null;
      /** What the request waits for before it is carried out. */
      readonly waitsFor: 'bank' | 'shop';
    }
  /** To the shop itself. */
  | {
      readonly template: 'request_waiting' | 'deadline_near';
      /** What the customer wants to cancel; null for the whole order. */
      readonly items: readonly MailItem[] | null;
      /** What would come back. */
      readonly amount: Money;
      /** When the request ends without an answer, in words of the shop's time zone; null for never. */
      readonly until: EpochMs | null;
      readonly timeZone: string;
      /** The order's page in the app. */
      readonly url: string;
    }
  | { readonly template: 'refund_failed'; readonly amount: Money }
  /** Proves that mail about the order reaches whoever asked for it. */
  | { readonly template: 'guest_code'; readonly code: string };

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
}

/** An order as the list has it. */
export interface ListedOrder extends OrderSnapshot {
  /** The app took units off it, and left the rest. */
  readonly cancelledInPart: boolean;
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
    reports: readonly OrderSnapshot[],
  ): Promise<'settled' | 'in_doubt' | 'unknown'>;
  get(shop: ShopDomain, id: OrderId): Promise<OrderSnapshot | null>;
  /** A page of those that are searched for. */
  search(shop: ShopDomain, search: OrderSearch): Promise<ListPage<ListedOrder>>;
  /** Forgets a deleted order: no later report of it brings it back. */
  remove(shop: ShopDomain, id: OrderId): Promise<void>;
  /** Where the last complete reconciliation ended. */
  watermark(shop: ShopDomain): Promise<EpochMs | null>;
  setWatermark(shop: ShopDomain, at: EpochMs): Promise<void>;
}

/**
 * What a webhook reports, in the app's words: only what is needed of it, parsed at the endpoint. Its signature covers
 * the body alone, so topic, shop and time are hearsay: what ends something, and what is new to a shop, is believed
 * once the platform has been asked.
 */
export type WebhookEvent =
  /** The order as it was at `snapshot.updatedAt`. */
  | { readonly kind: 'order_changed'; readonly snapshot: OrderSnapshot }
  /** An order of which the webhook tells too little, or what cannot be read. */
  | { readonly kind: 'order_unreadable'; readonly orderId: OrderId }
  | { readonly kind: 'order_deleted'; readonly orderId: OrderId }
  /** A refund, transaction or fulfillment of the order: the order itself has to be looked at. */
  | { readonly kind: 'order_touched'; readonly orderId: OrderId }
  | {
      readonly kind: 'fulfillment_order_touched';
      readonly fulfillmentOrderId: FulfillmentOrderId;
    }
  /** Stored by earlier versions, which kept a copy that nobody read. */
  | { readonly kind: 'stock_changed' }
  | { readonly kind: 'app_uninstalled' }
  /** What they are now is read. */
  | { readonly kind: 'scopes_changed' }
  | {
      readonly kind: 'customer_data_requested';
      readonly requestId: string;
      readonly customerId: CustomerId | null;
      readonly orderIds: readonly OrderId[];
    }
  | {
      readonly kind: 'customer_to_redact';
      readonly customerId: CustomerId | null;
      readonly orderIds: readonly OrderId[];
    }
  | { readonly kind: 'shop_to_redact' };

export interface StoredWebhook {
  /** X-Shopify-Webhook-Id: one delivery. */
  readonly webhookId: string;
  /** X-Shopify-Event-Id: the same for every delivery of one event. */
  readonly eventId: string;
  readonly topic: string;
  readonly triggeredAt: EpochMs;
  readonly receivedAt: EpochMs;
  readonly event: WebhookEvent;
}

export interface WebhookInbox {
  /** Stores it and enqueues its job in one transaction; `duplicate` when the event is known already. */
  store(
    shop: ShopDomain,
    webhook: StoredWebhook,
    job: ScheduledJob,
  ): Promise<'stored' | 'duplicate'>;
  /** Those of them that are known and not applied yet. */
  load(shop: ShopDomain, webhookIds: readonly string[]): Promise<readonly StoredWebhook[]>;
  /** Keeps that they came and erases what they said. */
  markApplied(shop: ShopDomain, webhookIds: readonly string[], at: EpochMs): Promise<void>;
  /**
   * Forgets up to `limit` webhooks of all shops that came before an instant and are applied; returns how
   * many. One that was never applied stays.
   */
  forgetApplied(receivedBefore: EpochMs, limit: number): Promise<number>;
}

/** The app's installation in a shop. */
export interface Installations {
  /** Forgets the shop's tokens, unless they came after an instant: the shop installed the app anew. */
  uninstalled(shop: ShopDomain, before: EpochMs): Promise<void>;
  setScopes(shop: ShopDomain, scopes: readonly string[]): Promise<void>;
  /** Shops that have the app now. */
  list(): Promise<readonly ShopDomain[]>;
}

/** What has to go when a shop leaves or a person asks, and never comes back, whoever brings it again. */
export interface PrivacyStore {
  /** Removes names, addresses and texts of one customer; the history keeps what happened. */
  redactCustomer(
    shop: ShopDomain,
    customer: { readonly customerId: CustomerId | null; readonly orderIds: readonly OrderId[] },
  ): Promise<void>;
  /** Removes everything of a shop. Nothing is stored of it any more until it installs the app anew. */
  redactShop(shop: ShopDomain): Promise<void>;
}

/** A customer's request to know what is stored of them; the merchant answers it. */
export interface DataRequest {
  /** The platform's number of it. */
  readonly id: string;
  readonly customerId: CustomerId | null;
  /** The orders that the platform names in it. */
  readonly orderIds: readonly OrderId[];
  readonly requestedAt: EpochMs;
  /** When it was answered, and by whom; null as long as it was not. */
  readonly handedOver: { readonly at: EpochMs; readonly by: Actor } | null;
}

export interface DataRequestStore {
  /** Keeps it; one that is known stays as it is. */
  record(shop: ShopDomain, request: Omit<DataRequest, 'handedOver'>): Promise<void>;
  /** Those to be answered first, then the others; the newest first, at most 200. */
  list(shop: ShopDomain): Promise<readonly DataRequest[]>;
  get(shop: ShopDomain, id: string): Promise<DataRequest | null>;
  /** Every order of the customer that anything is stored of. */
  ordersOf(
    shop: ShopDomain,
    request: Pick<DataRequest, 'customerId' | 'orderIds'>,
  ): Promise<readonly OrderId[]>;
  /** Notes the first answer; later ones change nothing. */
  markHandedOver(shop: ShopDomain, id: string, by: Actor, at: EpochMs): Promise<void>;
}

/** What the engine has counted. */
export interface EngineMetrics {
  /**
   * @param outcome `found`: it had happened before and was not repeated; `untold`: there was nobody to write to;
   *   otherwise the kind of the failure
   */
  effectEnded(
    kind: Effect['kind'],
    outcome: 'performed' | 'found' | 'untold' | Problem['kind'],
  ): void;
}

export interface Logger {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

import type { EpochMs } from '../../domain/time.ts';
import type { RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import type { PolicyDocument } from '../../domain/policy/document/policy.ts';
import type { OrderFacts, SuggestedRefundFacts } from '../../domain/order/facts.ts';
import type { FulfillmentOrderId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { CancelJob } from '../../domain/cancellation/seen/whose-cancel.ts';
import type { Effect, EffectOutcome } from '../../domain/cancellation/events.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import type { CollectionName, ShopProfile } from '../shop/ports.ts';
import type { OrderDetails, OrderExport, OrderPage } from '../order/ports.ts';
import type { Recipient } from '../mail/ports.ts';
import type { CancellationTexts } from '../cancellation/ports.ts';
import type { PlatformResult } from './platform-error.ts';

export type { PlatformError, PlatformResult } from './platform-error.ts';

/*
 * What the use cases need of the outside. Adapters implement these; the simulation brings its own. Every
 * method that touches a shop's data takes the shop first.
 */

export interface HowToRead {
  /** A policy that is not saved, by which the order will be judged: it may name what no saved one does. */
  readonly draft?: Pick<PolicyDocument, 'rules'>;
  /**
   * The facts are shown and nothing is decided on them: they may be some minutes old, if no change of the order was
   * reported meanwhile and they are not from before `since`.
   */
  readonly toShow?: { readonly since: EpochMs };
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

  /**
   * Has the platform write all orders changed since an instant into a file, for a price that does not grow with them;
   * null when it is writing as many files as it does at a time.
   */
  startOrderExport(
    shop: ShopDomain,
    which: { readonly updatedSince: EpochMs | null },
  ): Promise<PlatformResult<string | null>>;

  /** How far a file of orders is; null when the platform knows no such one. */
  readOrderExport(shop: ShopDomain, exportId: string): Promise<PlatformResult<OrderExport | null>>;

  /**
   * The orders in a file from one of its lines on, some at a time, with how many lines they were. Ends with a failure
   * when the file broke off.
   */
  exportedOrders(
    file: string,
    fromLine: number,
  ): AsyncIterable<PlatformResult<OrderPage & { readonly lines: number }>>;

  /** The orders of these ids, up to 250; what the platform no longer shows is missing. */
  readSnapshots(shop: ShopDomain, ids: readonly OrderId[]): Promise<PlatformResult<OrderPage>>;

  /**
   * Tells Shopify Flow that something happened which workflows begin with. `refused` when it is no trigger of the app's
   * or does not have its fields.
   */
  sendFlowTrigger(
    shop: ShopDomain,
    handle: string,
    payload: Readonly<Record<string, string | number | boolean>>,
  ): Promise<PlatformResult<null>>;

  /** Holds work until somebody releases it in the admin; `refused` when it cannot be held any more. */
  holdFulfillment(
    shop: ShopDomain,
    id: FulfillmentOrderId,
    as: { readonly handle: string; readonly workflow: string | null },
  ): Promise<PlatformResult<null>>;

  /** What the merchant has granted the app; `unauthorized` when it is not installed. */
  readInstallation(
    shop: ShopDomain,
  ): Promise<PlatformResult<{ readonly scopes: readonly string[] }>>;

  /** Whom a mail about the order goes to; null when the platform knows no such order. */
  readRecipient(shop: ShopDomain, orderId: OrderId): Promise<PlatformResult<Recipient | null>>;

  /** What staff look at beside an order; null when the platform knows no such order. */
  readOrderDetails(
    shop: ShopDomain,
    orderId: OrderId,
  ): Promise<PlatformResult<OrderDetails | null>>;

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

import { hasCancelledOrder, isFinal } from '../domain/cancellation/state.ts';
import type { OrderId, ShopDomain } from '../domain/ids.ts';
import { unreachable } from '../domain/result.ts';
import type { EpochMs } from '../domain/time.ts';
import { readLatest } from './cancellation-record.ts';
import { type Installation, readInstallation } from './installation.ts';
import { nudgeCancellations } from './nudge-cancellations.ts';
import { enqueueRefresh } from './refresh-order.ts';
import { isTooOldToBeShown } from './why-not-shown.ts';
import {
  type RecordOutsideDeps,
  recordOutsideCancellation,
} from './record-outside-cancellation.ts';
import type {
  DataRequestStore,
  Installations,
  KeptFacts,
  Logger,
  OrderSnapshot,
  PlatformError,
  PrivacyStore,
  Queue,
  WebhookInbox,
  WebhookNews,
} from './ports.ts';
import { type RereadDeps, rereadOrders } from './unreadable-orders.ts';

export interface WebhookDeps extends RecordOutsideDeps, RereadDeps {
  readonly inbox: WebhookInbox;
  readonly queue: Queue;
  readonly installations: Installations;
  readonly log: Pick<Logger, 'warn'>;
  readonly privacy: PrivacyStore;
  readonly dataRequests: DataRequestStore;
  /** Left out where nothing is kept to be shown. An order that is listed in a newer state needs no telling. */
  readonly keptFacts?: Pick<KeptFacts, 'forget'>;
}

/** A webhook that cannot be applied now; the queue tries it again later. */
class WebhookNotApplied extends Error {
  readonly retryAfter: number | null;

  constructor(
    topic: string,
    { kind, retryAfter }: { readonly kind: string; readonly retryAfter: number | null },
  ) {
    super(`Webhook ${topic} could not be applied: ${kind}`);
    this.name = 'WebhookNotApplied';
    this.retryAfter = retryAfter;
  }
}

/**
 * Applies one stored webhook. A webhook can be sent again under another shop, topic or time without its signature
 * breaking, so at most it causes a look: what ends or erases something is done once the platform confirms it, and
 * no order comes into a list that this shop does not show. Copies are guarded by the platform's own time of change, so it does not matter
 * in which order or how often webhooks come. A live cancellation of the order is told to look again: it
 * reads the truth itself, and its own webhooks tell it nothing that it does not know.
 *
 * Throws `WebhookNotApplied` when the platform has to be asked and does not answer.
 */
export async function applyWebhook(
  deps: WebhookDeps,
  shop: ShopDomain,
  webhookId: string,
): Promise<void> {
  const webhook = await deps.inbox.load(shop, webhookId);
  if (!webhook) return;
  await apply(deps, shop, webhook.topic, webhook.news, webhook.triggeredAt);
  await deps.inbox.markApplied(shop, webhookId, deps.clock.now());
}

async function apply(
  deps: WebhookDeps,
  shop: ShopDomain,
  topic: string,
  news: WebhookNews,
  triggeredAt: EpochMs,
): Promise<void> {
  switch (news.kind) {
    case 'order_changed': {
      const snapshot = await belonging(deps, shop, topic, news.snapshot);
      if (!snapshot) return;
      if ((await deps.orders.report(shop, snapshot)) === 'in_doubt') {
        await enqueueRefresh(deps, shop, snapshot.id);
      }
      await nudgeCancellations(deps, shop, snapshot.id);
      return snapshot.cancelledAt === null
        ? undefined
        : recordUnlessKnown(deps, shop, topic, snapshot.id);
    }
    case 'order_unreadable': {
      // Read at the source, it may be readable all the same; if not, it is set aside there.
      const read = await rereadOrders(deps, shop, [news.orderId]);
      if (!read.ok) throw new WebhookNotApplied(topic, read.error);
      return nudgeCancellations(deps, shop, news.orderId);
    }
    case 'order_deleted':
      await deps.keptFacts?.forget(shop, news.orderId);
      await removeIfGone(deps, shop, topic, news.orderId);
      return nudgeCancellations(deps, shop, news.orderId);
    case 'order_touched':
      return orderTouched(deps, shop, news.orderId);
    case 'fulfillment_order_touched': {
      const read = await deps.platform.readOrderIdOf(shop, news.fulfillmentOrderId);
      if (!read.ok) throw new WebhookNotApplied(topic, read.error);
      return read.value ? orderTouched(deps, shop, read.value) : undefined;
    }
    case 'stock_changed':
      return;
    case 'app_uninstalled': {
      const askedAt = deps.clock.now();
      const { installed } = await installation(deps, shop, topic);
      return installed
        ? deps.log.warn({ shop, topic }, 'a webhook says that the app is gone, and it is not')
        : deps.installations.uninstalled(shop, askedAt);
    }
    case 'scopes_changed': {
      const found = await installation(deps, shop, topic);
      return found.installed ? deps.installations.setScopes(shop, found.scopes) : undefined;
    }
    case 'customer_data_requested':
      return deps.dataRequests.record(shop, {
        id: news.requestId,
        customerId: news.customerId,
        orderIds: news.orderIds,
        requestedAt: triggeredAt,
      });
    case 'customer_to_redact':
      return deps.privacy.redactCustomer(shop, news);
    case 'shop_to_redact': {
      // It comes two days after the app was uninstalled, and not at all when it was installed again by then.
      const { installed } = await installation(deps, shop, topic);
      return installed
        ? deps.log.warn({ shop, topic }, 'a webhook asks to erase a shop that has the app')
        : deps.privacy.redactShop(shop);
    }
    default:
      return unreachable(news);
  }
}

/** Something of the order changed: the news does not say what the order is like now. */
async function orderTouched(deps: WebhookDeps, shop: ShopDomain, orderId: OrderId): Promise<void> {
  await deps.keptFacts?.forget(shop, orderId);
  await nudgeCancellations(deps, shop, orderId);
  await enqueueRefresh(deps, shop, orderId);
}

async function installation(
  { platform }: WebhookDeps,
  shop: ShopDomain,
  topic: string,
): Promise<Installation> {
  const read = await readInstallation(platform, shop);
  if (!read.ok) throw new WebhookNotApplied(topic, read.error);
  return read.value;
}

/**
 * The state of an order of this very shop. Of one that is listed the report is believed, for its id is no other
 * shop's; one that is new is read, and what this shop does not show is not its own.
 */
async function belonging(
  deps: WebhookDeps,
  shop: ShopDomain,
  topic: string,
  reported: OrderSnapshot,
): Promise<OrderSnapshot | null> {
  if (await deps.orders.get(shop, reported.id)) return reported;
  const read = await rereadOrders(deps, shop, [reported.id]);
  if (!read.ok && !isNotInstalled(read.error)) throw new WebhookNotApplied(topic, read.error);
  return deps.orders.get(shop, reported.id);
}

/**
 * An order leaves the lists once the platform shows it no more. Of one that is too old to be shown to the app
 * nobody knows: it stays.
 */
async function removeIfGone(
  deps: WebhookDeps,
  shop: ShopDomain,
  topic: string,
  orderId: OrderId,
): Promise<void> {
  const read = await deps.platform.readSnapshots(shop, [orderId]);
  if (!read.ok) {
    if (isNotInstalled(read.error)) return;
    throw new WebhookNotApplied(topic, read.error);
  }
  const { orders, unreadable } = read.value;
  if (orders.length > 0) await deps.orders.upsert(shop, orders);
  if (orders.length + unreadable.length > 0) return;
  const known = await deps.orders.get(shop, orderId);
  if (known && isTooOldToBeShown(known, deps.clock.now())) return;
  await deps.orders.remove(shop, orderId);
  await deps.unreadable.takeBack(shop, [orderId]);
}

/** Nothing of such a shop is to be listed. */
const isNotInstalled = ({ kind }: PlatformError): boolean => kind === 'unauthorized';

/**
 * A live cancellation finds out by itself that somebody was faster, and after one of the whole order there is
 * nothing left that others could cancel.
 */
async function recordUnlessKnown(
  deps: WebhookDeps,
  shop: ShopDomain,
  topic: string,
  orderId: OrderId,
): Promise<void> {
  const latest = await readLatest(deps.store, shop, orderId);
  if (latest && (!isFinal(latest.state.status) || hasCancelledOrder(latest.state))) return;
  const recorded = await recordOutsideCancellation(deps, shop, orderId);
  if (!recorded.ok) throw new WebhookNotApplied(topic, recorded.error);
  // Its amounts are not final yet: the queue brings it again, with longer and longer pauses.
  if (recorded.value === 'not_over') {
    throw new WebhookNotApplied(topic, { kind: 'the cancel is not over', retryAfter: null });
  }
}

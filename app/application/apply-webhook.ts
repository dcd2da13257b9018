import { hasCancelledOrder, isFinal } from '../domain/cancellation/state.ts';
import type { OrderId, ShopDomain } from '../domain/ids.ts';
import { unreachable } from '../domain/result.ts';
import type { EpochMs } from '../domain/time.ts';
import { readLatest } from './cancellation-record.ts';
import { nudgeCancellations } from './nudge-cancellations.ts';
import { enqueueRefresh } from './refresh-order.ts';
import {
  type RecordOutsideDeps,
  recordOutsideCancellation,
} from './record-outside-cancellation.ts';
import type {
  DataRequestStore,
  Installations,
  PlatformError,
  PrivacyStore,
  Queue,
  StockMirror,
  WebhookInbox,
  WebhookNews,
} from './ports.ts';
import { type RereadDeps, rereadOrders } from './unreadable-orders.ts';

export interface WebhookDeps extends RecordOutsideDeps, RereadDeps {
  readonly inbox: WebhookInbox;
  readonly stock: StockMirror;
  readonly queue: Queue;
  readonly installations: Installations;
  readonly privacy: PrivacyStore;
  readonly dataRequests: DataRequestStore;
}

/** A webhook that cannot be applied now; the queue tries it again later. */
class WebhookNotApplied extends Error {
  readonly retryAfter: number | null;

  constructor(topic: string, error: PlatformError) {
    super(`Webhook ${topic} could not be applied: ${error.kind}`);
    this.name = 'WebhookNotApplied';
    this.retryAfter = error.retryAfter;
  }
}

/**
 * Applies one stored webhook. Copies are guarded by the platform's own time of change, so it does not matter
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
    case 'order_changed':
      if ((await deps.orders.report(shop, news.snapshot)) === 'in_doubt') {
        await enqueueRefresh(deps, shop, news.snapshot.id);
      }
      await nudgeCancellations(deps, shop, news.snapshot.id);
      return news.snapshot.cancelledAt === null
        ? undefined
        : recordUnlessKnown(deps, shop, topic, news.snapshot.id);
    case 'order_unreadable': {
      // Read at the source, it may be readable all the same; if not, it is set aside there.
      const read = await rereadOrders(deps, shop, [news.orderId]);
      if (!read.ok) throw new WebhookNotApplied(topic, read.error);
      return nudgeCancellations(deps, shop, news.orderId);
    }
    case 'order_deleted':
      await deps.orders.remove(shop, news.orderId);
      await deps.unreadable.takeBack(shop, [news.orderId]);
      return nudgeCancellations(deps, shop, news.orderId);
    case 'order_touched':
      return orderTouched(deps, shop, news.orderId);
    case 'fulfillment_order_touched': {
      const read = await deps.platform.readOrderIdOf(shop, news.fulfillmentOrderId);
      if (!read.ok) throw new WebhookNotApplied(topic, read.error);
      return read.value ? orderTouched(deps, shop, read.value) : undefined;
    }
    case 'stock_changed':
      return deps.stock.upsert(shop, news.level);
    case 'app_uninstalled':
      return deps.installations.uninstalled(shop, triggeredAt);
    case 'scopes_changed':
      return deps.installations.setScopes(shop, news.scopes);
    case 'customer_data_requested':
      return deps.dataRequests.record(shop, {
        id: news.requestId,
        customerId: news.customerId,
        orderIds: news.orderIds ?? [],
        requestedAt: triggeredAt,
      });
    case 'customer_to_redact':
      return deps.privacy.redactCustomer(shop, news);
    case 'shop_to_redact':
      return deps.privacy.redactShop(shop);
    default:
      return unreachable(news);
  }
}

/** Something of the order changed: the news does not say what the order is like now. */
async function orderTouched(deps: WebhookDeps, shop: ShopDomain, orderId: OrderId): Promise<void> {
  await nudgeCancellations(deps, shop, orderId);
  await enqueueRefresh(deps, shop, orderId);
}

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
}

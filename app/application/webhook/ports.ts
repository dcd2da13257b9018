import type { EpochMs } from '../../domain/time.ts';
import type { CustomerId, FulfillmentOrderId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { ScheduledJob } from '../shared/queue.ts';
import type { ReportedOrder } from '../order/ports.ts';

/**
 * What a webhook reports, in the app's words: only what is needed of it, parsed at the endpoint. Its signature covers
 * the body alone, so topic, shop and time are hearsay: what ends something, and what is new to a shop, is believed
 * once the platform has been asked.
 */
export type WebhookEvent =
  /** The order as it was at `snapshot.updatedAt`. */
  | { readonly kind: 'order_changed'; readonly snapshot: ReportedOrder }
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
  /**
   * Stores it and enqueues its job in one transaction; `duplicate` when the event is known already.
   *
   * @param isAwaited one that waits for others to be stored is not stored when nobody waits for it any more
   * @throws TooBusy when too many wait already
   */
  store(
    shop: ShopDomain,
    webhook: StoredWebhook,
    job: ScheduledJob,
    isAwaited?: () => boolean,
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

/** What a carrier of webhooks must know and may do. */
import type { EpochMs, ShopDomain } from '../model.ts';

export interface WebhookDelivery {
  /** X-Shopify-Webhook-Id: the same in every attempt of this delivery. */
  readonly id: string;
  readonly eventId: string;
  readonly topic: string;
  readonly shop: ShopDomain;
  readonly clientId: string;
  /** Absolute. */
  readonly url: string;
  /** Everything but X-Shopify-Hmac-Sha256, which the carrier computes over `body`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly orderId: number | null;
  readonly createdAt: EpochMs;
  /** Attempts begun so far: 0 before the first. */
  readonly attempts: number;
  readonly dueAt: EpochMs | null;
  readonly state: 'scheduled' | 'in_flight' | 'delivered' | 'given_up' | 'dropped';
  readonly outcomes: readonly { readonly at: EpochMs; readonly outcome: DeliveryOutcome }[];
}

/** The status the app answered with, or why there was none. */
export type DeliveryOutcome =
  | { readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly error: string };

export interface Webhooks {
  /** Marks up to `limit` due deliveries as in flight and hands them over, oldest due first. */
  takeDue(limit?: number): readonly WebhookDelivery[];
  /** 2xx delivers; anything else plans the next of 8 retries over 4 hours, or gives up. */
  report(deliveryId: string, outcome: DeliveryOutcome): void;
  list(filter?: {
    shop?: ShopDomain;
    orderId?: number;
    topic?: string;
  }): readonly WebhookDelivery[];
  /** A second delivery of the same event: same event id and body, new webhook id. */
  duplicate(deliveryId: string): WebhookDelivery;
  /** Sends the same delivery once more, now. */
  redeliver(deliveryId: string): void;
  /** Moves a delivery that is still scheduled. */
  delay(deliveryId: string, byMs: number): void;
  /** Gives everything scheduled its due times in a chance order (the seeded one). */
  shuffle(): void;
  /** Sends one of the three mandatory privacy topics. */
  sendPrivacyRequest(
    shop: ShopDomain,
    clientId: string,
    request:
      | { topic: 'customers/data_request' | 'customers/redact'; customerId: number }
      | { topic: 'shop/redact' },
  ): void;
}

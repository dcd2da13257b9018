/** Every money, stock, order, hold and mail movement, and what they add up to. */
import type { Actor, Amount, EpochMs, Minor, OrderCancelReason, ShopDomain } from '../model.ts';

/** Every money, stock, order, hold and mail movement, numbered from 1, never changed or removed. */
export interface Ledger {
  entries(): readonly LedgerEntry[];
  since(seq: number): readonly LedgerEntry[];
  ofOrder(shop: ShopDomain, orderId: number): readonly LedgerEntry[];
  append(entry: NewLedgerEntry): LedgerEntry;
}

export type LedgerEntry = LedgerFact & {
  readonly seq: number;
  readonly at: EpochMs;
  readonly shop: ShopDomain | null;
  readonly orderId: number | null;
  readonly actor: Actor;
  /** The Admin API request that caused it, if one did. */
  readonly requestId: string | null;
};

export type NewLedgerEntry = LedgerFact & {
  readonly shop: ShopDomain | null;
  readonly orderId: number | null;
  readonly actor: Actor;
  readonly requestId?: string | null;
};

/** Money as the gateway moved it: the judge of what an app claims. */
export type MoneyMovement =
  | 'money.authorized'
  | 'money.captured'
  | 'money.voided'
  | 'money.authorization_expired'
  | 'money.refund_pending'
  | 'money.refunded'
  | 'money.refund_failed'
  | 'money.payment_pending'
  | 'money.payment_failed'
  | 'money.declined';

export type LedgerFact =
  | {
      readonly kind: MoneyMovement;
      readonly gateway: string;
      readonly amount: Amount;
      readonly transactionId: number;
      readonly parentTransactionId: number | null;
      readonly idempotencyKey: string | null;
      readonly errorCode: string | null;
      /** True when nobody but a person moves this money (cash, bank transfer): recorded only. */
      readonly recordedOnly: boolean;
    }
  | {
      readonly kind: 'stock.moved';
      readonly locationId: number;
      readonly inventoryItemId: number;
      readonly lineItemId: number | null;
      readonly quantityName: 'available' | 'committed' | 'on_hand';
      readonly delta: number;
      readonly reason: StockReason;
    }
  | {
      /** Store credit that no order pays for. */
      readonly kind: 'store_credit.credited';
      readonly customerId: number;
      readonly accountId: number;
      readonly movementId: number;
      readonly amount: Amount;
    }
  | { readonly kind: 'order.created'; readonly total: Amount }
  | { readonly kind: 'order.cancel_requested'; readonly jobId: string }
  | {
      readonly kind: 'order.cancelled';
      readonly reason: OrderCancelReason;
      readonly restock: boolean;
      readonly jobId: string;
    }
  | { readonly kind: 'order.cancel_failed'; readonly jobId: string; readonly code: string }
  | { readonly kind: 'order.deleted' }
  | { readonly kind: 'order.edited'; readonly removedUnits: number; readonly addedUnits: number }
  | {
      readonly kind: 'refund.created';
      readonly refundId: number;
      readonly amount: Amount;
      readonly idempotencyKey: string | null;
    }
  | {
      readonly kind: 'hold.placed' | 'hold.released';
      readonly fulfillmentOrderId: number;
      readonly holdId: number;
      readonly handle: string;
      readonly heldBy: Actor;
    }
  | {
      readonly kind: 'fulfillment.created' | 'fulfillment.cancelled';
      readonly fulfillmentId: number;
      readonly fulfillmentOrderId: number;
      readonly units: number;
    }
  | {
      readonly kind: 'fulfillment_order.changed';
      readonly fulfillmentOrderId: number;
      readonly status: string;
      readonly requestStatus: string;
      readonly why: string;
    }
  | {
      /** A mail the platform itself sends (native notifications). */
      readonly kind: 'mail.platform';
      readonly template: PlatformMailTemplate;
      readonly to: string;
      readonly subject: string;
      readonly text: string;
    }
  | {
      /** A mail a client handed to the SMTP server, accepted or refused. */
      readonly kind: 'mail.submitted';
      readonly messageId: string;
      readonly from: string;
      readonly to: readonly string[];
      readonly subject: string;
      readonly accepted: boolean;
    }
  | {
      /** A mail that reached the mailbox. */
      readonly kind: 'mail.delivered';
      readonly messageId: string;
      readonly to: string;
      readonly subject: string;
    };

export type PlatformMailTemplate =
  | 'order_confirmation'
  | 'order_cancelled'
  | 'refund_notification'
  | 'order_edited'
  | 'order_invoice'
  | 'requested_edit_declined';

export type StockReason =
  | 'initial'
  | 'order_placed'
  | 'order_fulfilled'
  | 'order_cancelled_restock'
  | 'order_cancelled_no_restock'
  | 'refund_restock'
  | 'refund_no_restock'
  | 'order_edited_restock'
  | 'order_edited_no_restock'
  | 'fulfillment_cancelled'
  | 'fulfillment_order_moved'
  | 'correction';

/** What the ledger says about one order, added up. */
export interface OrderSummary {
  readonly cancelRequests: number;
  readonly cancels: number;
  readonly refundRecords: number;
  /** By gateway, in the order's presentment currency. Recorded-only refunds are left out. */
  readonly captured: Readonly<Record<string, Minor>>;
  readonly refunded: Readonly<Record<string, Minor>>;
  readonly refundsPending: Readonly<Record<string, Minor>>;
  readonly voided: Readonly<Record<string, Minor>>;
  readonly recordedOnlyRefunds: Readonly<Record<string, Minor>>;
  /** Units put back on sale, by `locationId:inventoryItemId`. */
  readonly restocked: Readonly<Record<string, number>>;
  readonly openHolds: number;
  readonly shippedUnits: number;
  readonly mails: {
    readonly platform: Readonly<Record<string, number>>;
    readonly submitted: number;
    readonly delivered: number;
  };
}

/** Ways to pay, and what moved by them. */
import type { Actor, EpochMs, Minor } from './values.ts';

export type GatewayBehaviour = 'card' | 'wallet' | 'manual' | 'gift_card' | 'store_credit';

/** A payment provider as the shop set it up. */
export interface Gateway {
  /** `shopify_payments`, `paypal`, `Cash on Delivery (COD)`, `gift_card`, … */
  readonly name: string;
  readonly formattedName: string;
  readonly behaviour: GatewayBehaviour;
  /** Null: a refund is final at once. Otherwise it is PENDING for this long. */
  refundSettlesAfterMs: number | null;
  /** How long an authorisation holds; null for gateways that never authorise. */
  readonly authorizationLastsMs: number | null;
  /** What the provider charges for a payment, and keeps when it is given back. */
  readonly fee?: PaymentFee;
}

export interface PaymentFee {
  readonly name: string;
  readonly ratePpm: number;
  /** In the shop's currency. */
  readonly flat: Minor;
}

export type TransactionKind = 'AUTHORIZATION' | 'SALE' | 'CAPTURE' | 'VOID' | 'REFUND' | 'CHANGE';
export type TransactionStatus = 'SUCCESS' | 'PENDING' | 'FAILURE' | 'ERROR';

export interface Transaction {
  readonly id: number;
  readonly kind: TransactionKind;
  status: TransactionStatus;
  readonly gateway: string;
  readonly amount: Minor;
  readonly parentId: number | null;
  readonly createdAt: EpochMs;
  processedAt: EpochMs | null;
  /** Shopify's `OrderTransactionErrorCode`. */
  errorCode: string | null;
  message: string | null;
  authorizationExpiresAt: EpochMs | null;
  readonly authorizationCode: string | null;
  readonly card: { readonly brand: string; readonly lastDigits: string } | null;
  readonly giftCardId: number | null;
  readonly actor: Actor;
  /** `amountRoundingSet`: what cash rounding added to what was due. */
  readonly rounding?: Minor;
}

export interface Dispute {
  readonly id: number;
  /** `DisputeType` */
  readonly type: 'CHARGEBACK' | 'INQUIRY';
  /** `DisputeStatus` */
  status: DisputeStatus;
}

export type DisputeStatus =
  | 'NEEDS_RESPONSE'
  | 'UNDER_REVIEW'
  | 'ACCEPTED'
  | 'WON'
  | 'LOST'
  | 'PREVENTED'
  | 'CHARGE_REFUNDED';

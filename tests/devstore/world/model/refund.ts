/** What was given back, and for what. */
import type { Actor, EpochMs, Minor } from './values.ts';

export type RestockType = 'CANCEL' | 'RETURN' | 'NO_RESTOCK' | 'LEGACY_RESTOCK';

export interface RefundLine {
  readonly id: number;
  readonly lineItemId: number;
  readonly quantity: number;
  readonly restockType: RestockType;
  readonly locationId: number | null;
  readonly restocked: boolean;
  /** What the lines cost after discounts, tax left out unless prices include it. */
  readonly subtotal: Minor;
  readonly tax: Minor;
}

export interface Refund {
  readonly id: number;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
  readonly note: string | null;
  readonly lines: readonly RefundLine[];
  readonly shipping: { readonly subtotal: Minor; readonly tax: Minor } | null;
  readonly duties: readonly RefundedDuty[];
  /** Tip given back: only a cancellation does that. */
  readonly tip: Minor;
  /** Additional fees given back, tax and all: only a cancellation does that. */
  readonly fees: Minor;
  readonly adjustments: readonly OrderAdjustment[];
  readonly transactionIds: number[];
  readonly idempotencyKey: string | null;
  readonly actor: Actor;
}

export interface RefundedDuty {
  readonly dutyId: number;
  readonly amount: Minor;
  readonly tax: Minor;
}

/** `OrderAdjustmentDiscrepancyReason`; the last one when no other was given. */
export type DiscrepancyReason = 'CUSTOMER' | 'DAMAGE' | 'RESTOCK' | 'REFUND_DISCREPANCY';

export interface OrderAdjustment {
  readonly id: number;
  readonly reason: DiscrepancyReason;
  readonly amount: Minor;
  readonly tax: Minor;
}

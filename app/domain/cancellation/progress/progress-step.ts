import type { EpochMs } from '../../time.ts';

export type ProgressKey =
  | 'requested'
  | 'payment_answered'
  | 'approved'
  | 'warehouse_asked'
  | 'stopped'
  | 'gift_cards_disabled'
  | 'cancelled'
  | 'stock_corrected'
  | 'bonus_given'
  | 'refund_sent'
  | 'store_credit_given'
  /** By the shop itself: money that came outside any gateway, or that no gateway would take back. */
  | 'paid_by_hand'
  | 'told'
  | 'refund_arrived'
  | 'payment_released'
  | 'late_payment_returned'
  | 'turned_back';

/**
 * - `done`: the events say that it happened.
 * - `current`: under way, or waiting for somebody; the first step that is not done.
 * - `failed`: it was tried and did not succeed.
 * - `todo`: still to come.
 */
export type ProgressState = 'done' | 'current' | 'failed' | 'todo';

export interface ProgressStep {
  readonly key: ProgressKey;
  readonly state: ProgressState;
  /** When it happened; null for what has not. */
  readonly at: EpochMs | null;
}

import { LIVE_STATUSES, type CancellationStatus } from '../cancellation/state.ts';
import { type OrderStateFacts, orderStateOf } from './order-state.ts';

/** What a list knows of an order, without reading it anew. */
export interface ListedFacts extends OrderStateFacts {
  /** Where the app's newest cancellation of it stands; null when there is none. */
  readonly cancellationStatus: CancellationStatus | null;
}

/** Fulfillment statuses of orders of which nothing is left to be stopped. */
export const SENT_STATUSES: readonly string[] = ['FULFILLED'];

export type NotCancellable = 'cancelled' | 'under_way' | 'all_sent';

/**
 * Why an order cannot be cancelled, as far as a list knows; null when it may be. What only a read shows (a return that
 * is open, work at a fulfillment service) is told when the order is read.
 */
export function whyNotCancellable(order: ListedFacts): NotCancellable | null {
  if (orderStateOf(order) === 'cancelled') return 'cancelled';
  const status: string | null = order.cancellationStatus;
  if (status !== null && (LIVE_STATUSES as readonly string[]).includes(status)) return 'under_way';
  return order.fulfillmentStatus !== null && SENT_STATUSES.includes(order.fulfillmentStatus)
    ? 'all_sent'
    : null;
}

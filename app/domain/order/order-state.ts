import type { EpochMs } from '../time.ts';

/** What staff read of an order, whatever the platform calls it. */
export const ORDER_STATES = [
  'pending',
  'processing',
  'completed',
  'failed',
  'cancelled',
  'partly_cancelled',
] as const;

export type OrderState = (typeof ORDER_STATES)[number];

/** What a state follows from; the statuses are the Admin API's `display…Status`. */
export interface OrderStateFacts {
  readonly cancelledAt: EpochMs | null;
  /** Units were taken off it by a cancellation. */
  readonly cancelledInPart: boolean;
  readonly financialStatus: string | null;
  readonly fulfillmentStatus: string | null;
}

/** A row of the table: it holds for an order that fits everything it names. */
export interface OrderStateRow {
  readonly state: OrderState;
  readonly cancelled?: true;
  readonly cancelledInPart?: true;
  readonly fulfillment?: readonly string[];
  readonly payment?: readonly string[];
}

/**
 * The one table from the platform's statuses to the words staff think in; the first row that fits holds.
 * Lists, pages, extensions and filters read it, the filter as SQL.
 *
 * A cancelled order is over, whatever its payment says; so is one of which every unit was restocked. Failed
 * comes before partly cancelled, because it waits for somebody. Completed means that everything was sent,
 * or that nothing is to be sent and the payment is there. Whatever is left is pending: it awaits its payment
 * or its work.
 */
export const ORDER_STATE_TABLE: readonly OrderStateRow[] = [
  { state: 'cancelled', cancelled: true },
  { state: 'cancelled', fulfillment: ['RESTOCKED'] },
  { state: 'failed', fulfillment: ['REQUEST_DECLINED'] },
  { state: 'failed', payment: ['EXPIRED', 'VOIDED'] },
  { state: 'partly_cancelled', cancelledInPart: true },
  { state: 'completed', fulfillment: ['FULFILLED'] },
  {
    state: 'completed',
    fulfillment: ['FULFILLMENT_NOT_REQUIRED'],
    payment: ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'],
  },
  {
    state: 'processing',
    fulfillment: ['IN_PROGRESS', 'PARTIALLY_FULFILLED', 'PENDING_FULFILLMENT'],
  },
  { state: 'pending' },
];

/** The state of an order, by the table. */
export function orderStateOf(order: OrderStateFacts): OrderState {
  return ORDER_STATE_TABLE.find((row) => fits(row, order))?.state ?? 'pending';
}

const fits = (row: OrderStateRow, order: OrderStateFacts): boolean =>
  (row.cancelled === undefined || order.cancelledAt !== null) &&
  (row.cancelledInPart === undefined || order.cancelledInPart) &&
  (row.fulfillment === undefined || isOneOf(row.fulfillment, order.fulfillmentStatus)) &&
  (row.payment === undefined || isOneOf(row.payment, order.financialStatus));

const isOneOf = (statuses: readonly string[], status: string | null): boolean =>
  status !== null && statuses.includes(status);

/**
 * The fulfillment status worth showing: of an order that is over only what was sent, because nothing is to
 * come. Null when there is nothing to say.
 */
export function fulfillmentToShow(order: OrderStateFacts): string | null {
  if (orderStateOf(order) !== 'cancelled') return order.fulfillmentStatus;
  return isOneOf(['FULFILLED', 'PARTIALLY_FULFILLED'], order.fulfillmentStatus)
    ? order.fulfillmentStatus
    : null;
}

/** The payment status worth showing: an order that is over waits for no payment. Null when there is nothing to say. */
export function paymentToShow(order: OrderStateFacts): string | null {
  return orderStateOf(order) === 'cancelled' && order.financialStatus === 'PENDING'
    ? null
    : order.financialStatus;
}

import type { BadgeProps } from '@shopify/polaris';

/** How a badge shows a status of Shopify's: the admin's own words and colours. */
export interface StatusWords {
  readonly label: string;
  readonly tone?: NonNullable<BadgeProps['tone']>;
  readonly progress?: NonNullable<BadgeProps['progress']>;
}

const PAYMENT: Readonly<Record<string, StatusWords>> = {
  AUTHORIZED: { label: 'Authorized', tone: 'attention', progress: 'incomplete' },
  EXPIRED: { label: 'Expired', tone: 'critical', progress: 'incomplete' },
  PAID: { label: 'Paid', progress: 'complete' },
  PARTIALLY_PAID: { label: 'Partially paid', tone: 'warning', progress: 'partiallyComplete' },
  PARTIALLY_REFUNDED: { label: 'Partially refunded', progress: 'partiallyComplete' },
  PENDING: { label: 'Payment pending', tone: 'warning', progress: 'incomplete' },
  REFUNDED: { label: 'Refunded', progress: 'complete' },
  VOIDED: { label: 'Voided', progress: 'complete' },
};

const FULFILLMENT: Readonly<Record<string, StatusWords>> = {
  FULFILLED: { label: 'Fulfilled', progress: 'complete' },
  FULFILLMENT_NOT_REQUIRED: { label: 'Fulfillment not required', progress: 'complete' },
  IN_PROGRESS: { label: 'In progress', tone: 'attention', progress: 'partiallyComplete' },
  ON_HOLD: { label: 'On hold', tone: 'warning', progress: 'incomplete' },
  OPEN: { label: 'Open', tone: 'attention', progress: 'incomplete' },
  PARTIALLY_FULFILLED: {
    label: 'Partially fulfilled',
    tone: 'warning',
    progress: 'partiallyComplete',
  },
  PENDING_FULFILLMENT: { label: 'Pending fulfillment', tone: 'attention', progress: 'incomplete' },
  REQUEST_DECLINED: { label: 'Request declined', tone: 'warning', progress: 'incomplete' },
  RESTOCKED: { label: 'Restocked', progress: 'complete' },
  SCHEDULED: { label: 'Scheduled', progress: 'incomplete' },
  UNFULFILLED: { label: 'Unfulfilled', tone: 'attention', progress: 'incomplete' },
};

/** Words for `Order.displayFinancialStatus`; null when Shopify gives none. */
export const paymentWords = (status: string | null): StatusWords | null =>
  status === null ? null : (PAYMENT[status] ?? { label: spelledOut(status) });

/** Words for `Order.displayFulfillmentStatus`; null when Shopify gives none. */
export const fulfillmentWords = (status: string | null): StatusWords | null =>
  status === null ? null : (FULFILLMENT[status] ?? { label: spelledOut(status) });

/** A value this app does not know yet, as readable text: "NEW_STATUS" becomes "New status". */
export function spelledOut(value: string): string {
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

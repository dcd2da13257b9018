import type { BadgeProps } from '@shopify/polaris';

import type { Messages } from '../../messages/message-types.ts';

/** How a badge shows a status of Shopify's: the admin's own words and colours. */
export interface StatusWords extends Look {
  readonly label: string;
}

interface Look {
  readonly tone?: NonNullable<BadgeProps['tone']>;
  readonly progress?: NonNullable<BadgeProps['progress']>;
}

const PAYMENT: Readonly<Record<string, Look>> = {
  AUTHORIZED: { tone: 'attention', progress: 'incomplete' },
  EXPIRED: { tone: 'critical', progress: 'incomplete' },
  PAID: { progress: 'complete' },
  PARTIALLY_PAID: { tone: 'warning', progress: 'partiallyComplete' },
  PARTIALLY_REFUNDED: { progress: 'partiallyComplete' },
  PENDING: { tone: 'warning', progress: 'incomplete' },
  REFUNDED: { progress: 'complete' },
  VOIDED: { progress: 'complete' },
};

const FULFILLMENT: Readonly<Record<string, Look>> = {
  FULFILLED: { progress: 'complete' },
  FULFILLMENT_NOT_REQUIRED: { progress: 'complete' },
  IN_PROGRESS: { tone: 'attention', progress: 'partiallyComplete' },
  ON_HOLD: { tone: 'warning', progress: 'incomplete' },
  OPEN: { tone: 'attention', progress: 'incomplete' },
  PARTIALLY_FULFILLED: { tone: 'warning', progress: 'partiallyComplete' },
  PENDING_FULFILLMENT: { tone: 'attention', progress: 'incomplete' },
  REQUEST_DECLINED: { tone: 'warning', progress: 'incomplete' },
  RESTOCKED: { progress: 'complete' },
  SCHEDULED: { progress: 'incomplete' },
  UNFULFILLED: { tone: 'attention', progress: 'incomplete' },
};

/** Words for `Order.displayFinancialStatus`; null when Shopify gives none. */
export const paymentWords = (
  status: string | null,
  messages: Messages<'staff'>,
): StatusWords | null =>
  status === null
    ? null
    : { ...PAYMENT[status], label: statusLabel('orderStatus.payment', status, messages) };

/** Words for `Order.displayFulfillmentStatus`; null when Shopify gives none. */
export const fulfillmentWords = (
  status: string | null,
  messages: Messages<'staff'>,
): StatusWords | null =>
  status === null
    ? null
    : { ...FULFILLMENT[status], label: statusLabel('orderStatus.fulfillment', status, messages) };

/** A status in words; one that the texts do not know yet as it is written: "NEW_STATUS" becomes "New status". */
export function statusLabel(
  of: 'orderStatus.payment' | 'orderStatus.fulfillment' | 'orderStatus.location',
  status: string,
  { find }: Messages<'staff'>,
): string {
  return find(`${of}.${status}`) ?? spelledOut(status);
}

function spelledOut(value: string): string {
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The ways to pay that a shop can be given. */
import type { Gateway } from '../world/model.ts';

const DAY = 24 * 3600 * 1000;

/** Cards through Shopify Payments: an authorisation holds seven days, a refund is final at once. */
export const SHOPIFY_PAYMENTS: Gateway = {
  name: 'shopify_payments',
  formattedName: 'Shopify Payments',
  behaviour: 'card',
  refundSettlesAfterMs: null,
  authorizationLastsMs: 7 * DAY,
  fee: { name: 'Online card rate', ratePpm: 21_000, flat: 30 },
};

/** A wallet whose refunds stay pending for a while. */
export const PAYPAL: Gateway = {
  name: 'paypal',
  formattedName: 'PayPal Express Checkout',
  behaviour: 'wallet',
  refundSettlesAfterMs: 15 * 60 * 1000,
  authorizationLastsMs: 29 * DAY,
};

export const CASH_ON_DELIVERY: Gateway = {
  name: 'Cash on Delivery (COD)',
  formattedName: 'Cash on Delivery (COD)',
  behaviour: 'manual',
  refundSettlesAfterMs: null,
  authorizationLastsMs: null,
};

export const BANK_DEPOSIT: Gateway = {
  name: 'Bank Deposit',
  formattedName: 'Bank Deposit',
  behaviour: 'manual',
  refundSettlesAfterMs: null,
  authorizationLastsMs: null,
};

/** Cash over the counter: the Point of Sale's own gateway. */
export const CASH: Gateway = {
  name: 'cash',
  formattedName: 'Cash',
  behaviour: 'manual',
  refundSettlesAfterMs: null,
  authorizationLastsMs: null,
};

/** A bank debit that the customer's bank confirms days later. */
export const SEPA_DEBIT: Gateway = {
  name: 'sepa_debit',
  formattedName: 'SEPA Direct Debit',
  behaviour: 'wallet',
  refundSettlesAfterMs: 15 * 60 * 1000,
  authorizationLastsMs: null,
};

export const ALL_GATEWAYS: readonly Gateway[] = [
  SHOPIFY_PAYMENTS,
  PAYPAL,
  CASH_ON_DELIVERY,
  BANK_DEPOSIT,
  CASH,
  SEPA_DEBIT,
];

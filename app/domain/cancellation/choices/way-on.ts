import type { NextStepForCustomer } from '../events.ts';

/** Codes of refusals and of declines after which goods are with the customer, or soon will be. */
const SENT: ReadonlySet<string> = new Set([
  'already_fulfilled',
  'already_shipped',
  'fulfillment_started',
  'partly_fulfilled',
  'units_already_sent',
  'warehouse_refused',
]);

/** Whether a return is the way on for somebody who was told no. */
export const leadsToReturn = (code: string, nextStep: NextStepForCustomer | null = null): boolean =>
  nextStep === 'return_it' || SENT.has(code);

/**
 * Where a shop's return policy is.
 *
 * @param storefrontUrl without a trailing slash
 * @see https://help.shopify.com/manual/checkout-settings/refund-privacy-tos
 */
export const returnPolicyUrl = (storefrontUrl: string): string =>
  `${storefrontUrl}/policies/refund-policy`;

/** Opens a mail to the shop that says which order it is about. */
export const mailToShop = (email: string, orderName: string): string =>
  `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}?subject=${encodeURIComponent(orderName)}`;

import type { NextStepForCustomer } from '../../domain/cancellation/events.ts';

/** What customers whose request was declined can do instead, for staff to choose from and to read later. */
export const NEXT_STEP_LABELS: Readonly<Record<NextStepForCustomer, string>> = {
  return_it: 'Return it when it arrives',
  contact_shop: 'Contact us',
  wait_for_delivery: 'Wait for the delivery',
};

import type { OrderFacts } from '../order/facts.ts';
import {
  fulfilmentStarted,
  hasActiveReturn,
  isFulfilled,
  isPartlyFulfilled,
} from '../order/fulfilment.ts';
import { hasPendingPayment } from '../order/payments.ts';
import type { Refusal } from '../refusal.ts';
import { type EpochMs, MINUTE } from '../time.ts';
import type { Policy } from './policy.ts';

export type Eligibility =
  | {
      readonly allowed: true;
      readonly handling: 'automatic' | 'review';
      /** When the window ends; null when only the start of fulfilment ends it. */
      readonly closesAt: EpochMs | null;
    }
  | { readonly allowed: false; readonly refusals: readonly [Refusal, ...Refusal[]] };

/** May the order's customer cancel it now? Every reason against it is named, not only the first. */
export function evaluateForShopper(policy: Policy, order: OrderFacts, now: EpochMs): Eligibility {
  const closesAt = windowClosesAt(policy, order);
  const refusals: Refusal[] = [...platformRefusals(order)];
  if (!policy.enabled) refusals.push({ code: 'policy_disabled' });
  if (order.isCompanyPurchase) refusals.push({ code: 'company_purchase' });
  if (closesAt !== null && now > closesAt) {
    refusals.push({ code: 'window_closed', closedAt: closesAt });
  }
  if (fulfilmentStarted(order)) refusals.push({ code: 'fulfilment_started' });
  const [first, ...rest] = refusals;
  return first
    ? { allowed: false, refusals: [first, ...rest] }
    : { allowed: true, handling: policy.handling, closesAt };
}

/** May staff cancel it now? Only what the platform itself would refuse stands against it. */
export function evaluateForStaff(order: OrderFacts): readonly Refusal[] {
  return platformRefusals(order);
}

/** The last instant at which the window is open, or null when the policy sets no time. */
function windowClosesAt(policy: Policy, order: OrderFacts): EpochMs | null {
  return policy.window.until === 'minutes'
    ? order.processedAt + policy.window.minutes * MINUTE
    : null;
}

/**
 * What `orderCancel` documents that it refuses, asked before the click: cancelled already, anything sent,
 * an active return, a payment whose outcome is open.
 */
function platformRefusals(order: OrderFacts): Refusal[] {
  const refusals: Refusal[] = [];
  if (order.cancelledAt !== null) refusals.push({ code: 'already_cancelled' });
  if (isFulfilled(order)) refusals.push({ code: 'already_fulfilled' });
  if (isPartlyFulfilled(order)) refusals.push({ code: 'partly_fulfilled' });
  if (hasActiveReturn(order)) refusals.push({ code: 'active_return' });
  if (hasPendingPayment(order)) refusals.push({ code: 'payment_pending' });
  return refusals;
}

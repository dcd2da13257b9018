import { add, compare, parseMoney } from '../money.ts';
import type { RefundPlan } from '../refund/refund-plan.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import type { Result } from '../result.ts';
import { type Evaluation, againstSelection } from './evaluation.ts';
import type { PolicyDocument } from './policy.ts';

export type StaffRole = 'owner' | 'member' | 'collaborator';

/** What the platform says of the person who acts. */
export interface StaffAccess {
  readonly role: StaffRole;
  /** The platform's own permission to cancel orders: without it the app does not act for them either. */
  readonly mayCancelOrders: boolean;
}

/** Whether this person may cancel orders and answer requests at all. */
export const staffMayCancel = (policy: PolicyDocument, access: StaffAccess): boolean =>
  access.mayCancelOrders && (access.role === 'owner' || policy.staff[access.role].mayCancel);

/** Why this person may neither cancel orders nor answer requests; null when they may. */
export function againstActing(
  policy: PolicyDocument,
  access: Result<StaffAccess, Refusal>,
): Refusal | null {
  if (!access.ok) return access.error;
  return staffMayCancel(policy, access.value) ? null : { code: 'staff_may_not_cancel' };
}

/**
 * Whether this person may change the policy: nobody whom it limits, for they could lift the limit; the owner
 * always.
 */
export function staffMayChangePolicy(policy: PolicyDocument, access: StaffAccess): boolean {
  if (access.role === 'owner') return true;
  const { mayCancel, mayOverridePolicy, refundUpTo } = policy.staff[access.role];
  return access.mayCancelOrders && mayCancel && mayOverridePolicy && refundUpTo === null;
}

/**
 * What stands against a staff member's plan: the platform's permission, then what the policy grants their
 * role. The owner may do everything that the platform lets them do. `evaluation` is how the policy would
 * have answered the customer; null when it has nothing to say.
 */
export function staffRefusals(
  policy: PolicyDocument,
  access: StaffAccess,
  evaluation: Evaluation | null,
  plan: RefundPlan,
): readonly Refusal[] {
  if (!staffMayCancel(policy, access)) return [{ code: 'staff_may_not_cancel' }];
  if (access.role === 'owner') return [];
  const granted = policy.staff[access.role];
  const refusals: Refusal[] = [];
  if (!granted.mayOverridePolicy && evaluation && isBeyondPolicy(evaluation, plan)) {
    refusals.push({ code: 'staff_may_not_override' });
  }
  const { currencyCode } = plan.amount;
  const limit = parseMoney(granted.refundUpTo?.[currencyCode] ?? '', currencyCode);
  if (limit && compare(givenBackBy(plan), limit) > 0) {
    refusals.push({ code: 'staff_refund_limit', limit });
  }
  return refusals;
}

/** All that leaves the shop for good, also what waits for a bank and what is given on top. */
const givenBackBy = (plan: RefundPlan) => add(add(plan.amount, plan.pendingPayment), plan.bonus);

const isBeyondPolicy = (evaluation: Evaluation, { selection }: RefundPlan): boolean =>
  againstSelection(evaluation, selection).some(({ code }) => POLICY_REFUSALS.has(code));

/** What the merchant's own rules refuse; the rest is the platform's or the order's state, and no override. */
const POLICY_REFUSALS: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'policy_disabled',
  'no_rule_for_buyer',
  'no_rule_for_country',
  'company_purchase',
  'window_closed',
  'fulfilment_started',
  'excluded',
  'limit_reached',
  'only_whole_order',
  'only_whole_lines',
]);

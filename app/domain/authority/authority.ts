import type { Actor } from '../actor.ts';
import { compare, isPositive, parseMoney } from '../money.ts';
import { inShopCurrency } from '../order/payment/shop-currency.ts';
import type { AmountsByCurrency, PolicyDocument } from '../policy/document/policy.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import { type Result, unreachable } from '../result.ts';
import type { MoneyMoved } from './money-moved.ts';
import type { StaffAccess } from './staff-access.ts';

/**
 * Who acts, and with what authority. Whoever comes to act on orders in another way gets a kind of their own
 * here; nobody acts with somebody else's.
 */
export type Authority =
  /** Somebody signed in to the shop's admin, with what the platform says that they may. */
  | { readonly kind: 'staff'; readonly access: StaffAccess }
  /** The buyer of the order at hand, signed in or proved by mail: the policy says what they may. */
  | { readonly kind: 'shopper' }
  /** A workflow of the shop's in Shopify Flow: whoever may build one is not known to the app. */
  | { readonly kind: 'flow' };

export const SHOPPER: Authority = { kind: 'shopper' };
export const FLOW: Authority = { kind: 'flow' };

/** A workflow may what the policy lets members of staff do: built by one of them, it is no way around their limits. */
export const FLOW_ACCESS: StaffAccess = {
  role: 'member',
  mayCancelOrders: true,
  mayRefundOrders: true,
  mayEditOrders: true,
};

export const staffAuthority = (access: StaffAccess): Authority => ({ kind: 'staff', access });

/** What somebody wants to do, with the money that it moves. */
export type Action =
  | {
      readonly do: 'cancel';
      readonly money: MoneyMoved;
      /** What the policy says to the order's customer who asks for the same. */
      readonly policySays: readonly Refusal[];
      /** Whether it edits the order, as units leave one that is not paid yet. */
      readonly editsOrder: boolean;
    }
  /** `policySays` is empty for a request as it was made: it came in under the policy. */
  | {
      readonly do: 'approve';
      readonly money: MoneyMoved;
      readonly policySays: readonly Refusal[];
      readonly editsOrder: boolean;
    }
  /** A buyer asks for what the policy carries out or a person answers. */
  | { readonly do: 'request'; readonly policySays: readonly Refusal[] }
  | { readonly do: 'decline' }
  /** Any way on under "needs attention". */
  | { readonly do: 'resume'; readonly money: MoneyMoved }
  | { readonly do: 'withdraw'; readonly requestedBy: Actor }
  | { readonly do: 'change_policy' }
  /** See how settings, permissions and deliveries stand. */
  | { readonly do: 'see_health' }
  /** Read, hand over or tick off what is stored of a customer. */
  | { readonly do: 'handle_data_request' };

/**
 * Everything that stands against an action by this authority, in this shop; empty when nothing does. The only
 * place that says so: pages ask it before they offer, use cases before they act.
 */
export function against(
  policy: PolicyDocument,
  authority: Authority,
  action: Action,
): readonly Refusal[] {
  switch (authority.kind) {
    case 'staff':
      return againstStaff(policy, authority.access, action);
    case 'shopper':
      return againstShopper(action);
    case 'flow':
      return againstFlow(policy, action);
    default:
      return unreachable(authority);
  }
}

/** Workflows answer and cancel, and are asked about nothing else. */
function againstFlow(policy: PolicyDocument, action: Action): readonly Refusal[] {
  switch (action.do) {
    case 'cancel':
    case 'approve':
    case 'decline':
      return againstStaff(policy, FLOW_ACCESS, action).map(forFlow);
    default:
      return [{ code: 'not_found' }];
  }
}

/** A refusal as it is said to a workflow: it has no account whose rights could be meant. */
export const forFlow = (refusal: Refusal): Refusal =>
  STAFF_LIMITS.some((code) => code === refusal.code) ? { code: 'flow_beyond_staff' } : refusal;

const STAFF_LIMITS: readonly RefusalCode[] = [
  'staff_may_not_cancel',
  'staff_may_not_override',
  'staff_may_not_refund',
  'staff_may_not_edit_orders',
  'staff_refund_limit',
  'staff_refund_limit_unnamed',
];

/** Why somebody may neither cancel nor answer anything; null when they may. */
export function againstActing(
  policy: PolicyDocument,
  access: Result<StaffAccess, Refusal>,
): Refusal | null {
  if (!access.ok) return access.error;
  return against(policy, staffAuthority(access.value), { do: 'decline' })[0] ?? null;
}

/** Shoppers never go beyond the policy, and stop nothing but what they asked for. */
function againstShopper(action: Action): readonly Refusal[] {
  if (action.do === 'request') return action.policySays;
  const isTheirs = action.do === 'withdraw' && action.requestedBy.kind === 'shopper';
  return isTheirs ? [] : [{ code: 'not_found' }];
}

/**
 * The platform's permissions go first and bind the owner too; what the policy grants a role narrows them and
 * binds everybody else.
 */
function againstStaff(
  policy: PolicyDocument,
  access: StaffAccess,
  action: Action,
): readonly Refusal[] {
  switch (action.do) {
    case 'change_policy':
      return mayChangePolicy(policy, access) ? [] : [{ code: 'staff_may_not_change_policy' }];
    case 'see_health':
      return mayChangePolicy(policy, access) ? [] : [{ code: 'staff_may_not_see_health' }];
    case 'handle_data_request':
      return access.role === 'collaborator' ? [{ code: 'staff_may_not_see_customer_data' }] : [];
    case 'request':
    case 'withdraw':
      return [{ code: 'not_found' }];
    case 'decline':
      return mayCancel(policy, access) ? [] : [{ code: 'staff_may_not_cancel' }];
    case 'resume':
      return mayCancel(policy, access)
        ? againstMoney(policy, access, action.money)
        : [{ code: 'staff_may_not_cancel' }];
    case 'cancel':
    case 'approve':
      if (!mayCancel(policy, access)) return [{ code: 'staff_may_not_cancel' }];
      return [
        ...(action.editsOrder && !access.mayEditOrders
          ? [{ code: 'staff_may_not_edit_orders' } as const]
          : []),
        ...againstOverride(policy, access, action.policySays),
        ...againstMoney(policy, access, action.money),
      ];
    default:
      return unreachable(action);
  }
}

const mayCancel = (policy: PolicyDocument, { mayCancelOrders, role }: StaffAccess): boolean =>
  mayCancelOrders && (role === 'owner' || policy.staff[role].mayCancel);

/** Nobody whom the platform or the policy limits, for they could lift the limit; the owner always. */
function mayChangePolicy(policy: PolicyDocument, access: StaffAccess): boolean {
  if (access.role === 'owner') return true;
  const { mayOverridePolicy, refundUpTo } = policy.staff[access.role];
  return (
    mayCancel(policy, access) && access.mayRefundOrders && mayOverridePolicy && refundUpTo === null
  );
}

function againstOverride(
  policy: PolicyDocument,
  { role }: StaffAccess,
  policySays: readonly Refusal[],
): readonly Refusal[] {
  const isFree = role === 'owner' || policy.staff[role].mayOverridePolicy;
  return !isFree && policySays.some(({ code }) => POLICY_REFUSALS.has(code))
    ? [{ code: 'staff_may_not_override' }]
    : [];
}

/** What the merchant's own rules refuse; the rest is the platform's or the order's state, and no override. */
const POLICY_REFUSALS: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'policy_disabled',
  'no_rule_for_buyer',
  'no_rule_for_country',
  'company_purchase',
  'window_closed',
  'fulfillment_started',
  'excluded',
  'limit_reached',
  'already_declined',
  'only_whole_order',
  'only_whole_lines',
]);

function againstMoney(
  policy: PolicyDocument,
  { role, mayRefundOrders }: StaffAccess,
  money: MoneyMoved,
): readonly Refusal[] {
  if (!isPositive(money.amount)) return [];
  if (!mayRefundOrders) return [{ code: 'staff_may_not_refund' }];
  if (role === 'owner') return [];
  const { refundUpTo } = policy.staff[role];
  const beyond = refundUpTo && beyondLimit(refundUpTo, money);
  return beyond ? [beyond] : [];
}

/**
 * Compared in the currency the customer paid in where the limit names it, else in the shop's, at the order's
 * own rate. A limit that names neither allows nothing: nobody knows what it would be.
 */
function beyondLimit(upTo: AmountsByCurrency, { amount, rate }: MoneyMoved): Refusal | null {
  const { currencyCode } = amount;
  const unnamed: Refusal = { code: 'staff_refund_limit_unnamed', currencyCode };
  const compared = upTo[currencyCode] === undefined ? inShopCurrency(amount, rate) : amount;
  const named = compared && upTo[compared.currencyCode];
  if (!compared || named === undefined || named === null) return unnamed;
  const limit = parseMoney(named, compared.currencyCode);
  if (!limit) return unnamed;
  return compare(compared, limit) > 0 ? { code: 'staff_refund_limit', limit } : null;
}

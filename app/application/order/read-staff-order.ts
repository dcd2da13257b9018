import {
  type Action,
  against,
  againstActing,
  staffAuthority,
} from '../../domain/authority/authority.ts';
import { movedByPlan } from '../../domain/authority/money-moved.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import { isFinal } from '../../domain/cancellation/state.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import { takesStoreCredit } from '../../domain/order/payment/store-credit.ts';
import { evaluate, platformRefusals } from '../../domain/policy/evaluation/evaluate.ts';
import { allThatCanBeCancelled } from '../../domain/policy/all-that-can-be-cancelled.ts';
import { type Evaluation, againstSelection } from '../../domain/policy/evaluation/evaluation.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import { checked } from '../../domain/refund/goods/selection.ts';
import { planRefund } from '../../domain/refund/plan/plan.ts';
import type { CancelledBefore, RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import { staffTerms } from '../../domain/refund/terms.ts';
import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { EpochMs } from '../../domain/time.ts';
import {
  type CancellationRecord,
  cancelledBeforeOf,
  readAll,
} from '../cancellation/cancellation-record.ts';
import type { CancellationStore } from '../cancellation/ports.ts';
import type { OrderMirror } from './ports.ts';
import type { NotificationStore } from '../notification/ports.ts';
import { mailingOf } from '../notification/shop-mailing.ts';
import type { PolicyStore } from '../policy/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { Platform } from '../shared/platform.ts';
import { whyNotShown } from './why-not-shown.ts';
import { whyUnread } from './why-unread.ts';

export interface StaffDeps {
  readonly clock: Clock;
  readonly platform: Platform;
  readonly store: CancellationStore;
  readonly policies: PolicyStore;
  readonly orders: OrderMirror;
  /** Whether the app writes to customers itself; otherwise Shopify does. */
  readonly ownMail: boolean;
  readonly notifications?: Pick<NotificationStore, 'current'>;
}

/** One order as staff see it, with what a cancellation would do now. */
export interface StaffOrder {
  readonly order: OrderFacts;
  readonly policy: Policy;
  /** What the policy says to the order's own customer: staff who may, go beyond it knowingly. */
  readonly forCustomer: Evaluation;
  /** The newest one. */
  readonly cancellation: CancellationRecord | null;
  /** Those before it, newest first. */
  readonly earlier: readonly CancellationRecord[];
  /** What those that are over gave and took. */
  readonly before: CancelledBefore;
  /** What the platform lets this staff member do, or why it did not say. */
  readonly access: Result<StaffAccess, Refusal>;
  /** Why this staff member may neither cancel nor answer; null when they may. */
  readonly forbidden: Refusal | null;
  /** Whether a note reaches the customer: Shopify's own notification carries none. */
  readonly notesReachCustomer: boolean;
  readonly offer:
    | {
        readonly available: true;
        /** All that can be cancelled: the whole order, or what of it was not sent. */
        readonly everything: RefundPlan;
        /** Why nothing can be given back now; empty when it can. */
        readonly againstRefund: readonly Refusal[];
        readonly storeCreditPossible: boolean;
        /** What the policy does with the goods unless somebody decides otherwise. */
        readonly restockByDefault: boolean;
      }
    | { readonly available: false; readonly refusals: readonly Refusal[] };
}

/**
 * @param access what the platform grants the staff member, or why it did not say: then they look and do not act
 */
export async function readStaffOrder(
  deps: StaffDeps,
  shop: ShopDomain,
  orderId: OrderId,
  access: Result<StaffAccess, Refusal>,
  /** A request that is being answered: it stands in the way of nothing. */
  answering: CancellationId | null = null,
): Promise<Result<StaffOrder, readonly Refusal[]>> {
  const read = await deps.platform.readOrder(shop, orderId);
  if (!read.ok) return err([whyUnread(read.error)]);
  const order = read.value;
  if (!order) return err([await whyNotShown(deps, shop, { kind: 'staff' }, orderId)]);
  const policy = await deps.policies.current(shop);
  const records = await readAll(deps.store, shop, orderId);
  const { ownMail } = await mailingOf(deps, shop);
  const now = deps.clock.now();
  return ok(judgeStaffOrder(access, { order, records, policy, ownMail, now, answering }));
}

/** The same of what is read already. */
export function judgeStaffOrder(
  access: Result<StaffAccess, Refusal>,
  seen: {
    readonly order: OrderFacts;
    /** Every cancellation of the order, newest first. */
    readonly records: readonly CancellationRecord[];
    readonly policy: Policy;
    readonly ownMail: boolean;
    readonly now: EpochMs;
    readonly answering?: CancellationId | null;
  },
): StaffOrder {
  const { order, records, policy, ownMail, now, answering = null } = seen;
  const inTheWay = records.filter(({ state }) => state.id !== answering);
  const [cancellation = null, ...earlier] = records;
  const forbidden = againstActing(policy, access);
  const forCustomer = evaluate(policy, order, {
    buyer: order.company ? 'company_buyer' : 'customer',
    now,
    recentCancellations: 0,
  });
  return {
    order,
    policy,
    forCustomer,
    cancellation,
    earlier,
    before: cancelledBeforeOf(records, order.presentmentCurrencyCode),
    access,
    forbidden,
    notesReachCustomer: ownMail,
    offer: offerOf(order, inTheWay, forbidden, restockByDefault(policy, forCustomer), (plan) =>
      access.ok
        ? against(policy, staffAuthority(access.value), cancelling(order, plan, forCustomer))
        : [access.error],
    ),
  };
}

/** Cancelling by staff as an action to be allowed. */
export const cancelling = (
  order: OrderFacts,
  plan: RefundPlan,
  forCustomer: Evaluation,
): Action & { readonly do: 'cancel' } => ({
  do: 'cancel',
  money: movedByPlan(plan, order.total),
  policySays: againstSelection(forCustomer, plan.selection),
  editsOrder: plan.execution === 'edit_lines',
});

function offerOf(
  order: OrderFacts,
  records: readonly CancellationRecord[],
  forbidden: Refusal | null,
  restocks: boolean,
  againstPlan: (plan: RefundPlan) => readonly Refusal[],
): StaffOrder['offer'] {
  const live = records.find(({ state }) => !isFinal(state.status));
  if (live) {
    const refusal: Refusal = { code: 'already_open', cancellationId: live.state.id };
    return { available: false, refusals: [refusal] };
  }
  if (forbidden) return { available: false, refusals: [forbidden] };
  const possible = allThatCanBeCancelled(order);
  const refusals = platformRefusals(order, possible);
  if (refusals.length > 0) return { available: false, refusals };
  const selection = checked(possible, order);
  if (!selection.ok) return { available: false, refusals: selection.error };
  const terms = staffTerms('original', restocks);
  const before = cancelledBeforeOf(records, order.presentmentCurrencyCode);
  const wanted = { selection: selection.value, terms, keepFreeItems: true, before } as const;
  const planned = planRefund(order, { ...wanted, choice: { kind: 'everything' } });
  // Of whom, or of what, nothing may be refunded can still be cancelled.
  const againstRefund = (planned.ok ? againstPlan(planned.value) : planned.error).filter(
    ({ code }) => ONLY_AGAINST_REFUND.has(code),
  );
  const everything =
    againstRefund.length > 0
      ? planRefund(order, { ...wanted, choice: { kind: 'nothing' } })
      : planned;
  return everything.ok
    ? {
        available: true,
        everything: everything.value,
        againstRefund,
        storeCreditPossible: takesStoreCredit(order),
        restockByDefault: restocks,
      }
    : { available: false, refusals: everything.error };
}

/** What stands against any refund and not against cancelling without one. */
const ONLY_AGAINST_REFUND: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'dispute_open',
  'staff_may_not_refund',
  'staff_refund_limit_unnamed',
]);

const restockByDefault = (policy: Policy, { rule }: Evaluation): boolean =>
  (rule ?? policy.rules[0])?.restock.byDefault ?? true;

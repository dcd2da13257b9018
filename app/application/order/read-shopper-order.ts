import { SHOPPER, against } from '../../domain/authority/authority.ts';
import {
  againstDeclined,
  sparingDeclined,
} from '../../domain/cancellation/choices/declined-before.ts';
import { type Cancellation, isFinal } from '../../domain/cancellation/state.ts';
import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import { openUnits } from '../../domain/order/quantities.ts';
import { takesStoreCredit } from '../../domain/order/payment/store-credit.ts';
import { applicable } from '../../domain/policy/applicable.ts';
import { judge } from '../../domain/policy/evaluation/evaluate.ts';
import type { Evaluation, ReviewReason } from '../../domain/policy/evaluation/evaluation.ts';
import type { Buyer, Policy, Rule } from '../../domain/policy/document/policy.ts';
import { planRefund } from '../../domain/refund/plan/plan.ts';
import type {
  CancelledBefore,
  RefundMethod,
  RefundPlan,
} from '../../domain/refund/plan/refund-plan.ts';
import { type Selection, normalised } from '../../domain/refund/goods/selection.ts';
import { type RefundTerms, methodsOf, termsOf } from '../../domain/refund/terms.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { DAY, type EpochMs } from '../../domain/time.ts';
import { type CancellationRecord, cancelledBeforeOf } from '../cancellation/cancellation-record.ts';
import type { CancellationStore } from '../cancellation/ports.ts';
import type { OrderMirror } from './ports.ts';
import type { PolicyStore } from '../policy/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { Platform } from '../shared/platform.ts';
import { readOrderFor } from './read-order-for.ts';
import type { Shopper } from './shopper.ts';

export interface ShopperDeps {
  readonly clock: Clock;
  readonly platform: Platform;
  readonly store: CancellationStore;
  readonly policies: PolicyStore;
  readonly orders: OrderMirror;
}

/** One order as its own buyer may see it, with what is offered to them now. */
export interface ShopperOrder {
  readonly shop: ShopDomain;
  readonly order: OrderFacts;
  /** By which the order is judged: the one it was placed under, or the present one where that is kinder. */
  readonly policy: Policy;
  readonly evaluation: Evaluation;
  /** The newest one. */
  readonly cancellation: CancellationRecord | null;
  /** Those before it, newest first. */
  readonly earlier: readonly CancellationRecord[];
  /** What those that are over gave and took. */
  readonly before: CancelledBefore;
  /** All of them as they ended: what was declined is not asked again. */
  readonly states: readonly Cancellation[];
  readonly offer:
    | {
        readonly available: true;
        readonly rule: Rule;
        readonly methods: readonly [RefundMethod, ...RefundMethod[]];
        /** For the whole order by the first method; null when only parts can be cancelled. */
        readonly quote: Quote | null;
      }
    | { readonly available: false; readonly refusals: readonly Refusal[] };
}

/** What one choice would bring. */
export interface Quote {
  readonly plan: RefundPlan;
  readonly terms: RefundTerms;
  readonly handling: 'automatic' | 'review';
  readonly reviewReasons: readonly ReviewReason[];
}

/** What a shopper chooses. */
export interface WantedCancellation {
  readonly selection: Selection;
  readonly method: RefundMethod;
}

/**
 * Reads an order for the buyer who asks. Another customer's order and one that does not exist get the same
 * answer.
 *
 * @param purpose what is only shown may be some minutes old; what anything is decided on is read now
 */
export async function readShopperOrder(
  deps: ShopperDeps,
  shop: ShopDomain,
  shopper: Shopper,
  orderId: OrderId,
  purpose: 'decide' | 'show' = 'decide',
): Promise<Result<ShopperOrder, readonly Refusal[]>> {
  const read = await readOrderFor(deps, shop, shopper, orderId, purpose);
  if (!read.ok) return read;
  const { order, records } = read.value;
  const refused = againstSeeing(shopper, order);
  if (refused) return err([refused]);
  const grounds = await readShopperGrounds(deps, shop, order);
  return judgeShopperOrder(shopper, { shop, order, records, grounds, now: deps.clock.now() });
}

/** What the shop has saved that an order is judged by for its buyer. */
export interface ShopperGrounds {
  readonly atOrderTime: Policy;
  readonly present: Policy;
  /** The customer's recent cancellations as each of the two counts them; 0 where it has no limit. */
  readonly recentCancellations: ReadonlyMap<Policy, number>;
}

/** Reads what an order is judged by. The order's customer and the time it was placed decide on it, and nothing else. */
export async function readShopperGrounds(
  deps: Pick<ShopperDeps, 'clock' | 'policies' | 'store'>,
  shop: ShopDomain,
  order: OrderFacts,
): Promise<ShopperGrounds> {
  const now = deps.clock.now();
  const present = await deps.policies.current(shop);
  const atOrderTime = await deps.policies.inForceAt(shop, order.processedAt);
  const recentCancellations = new Map<Policy, number>();
  for (const policy of new Set([atOrderTime, present])) {
    const { limit } = policy;
    const count = limit
      ? await deps.store.countByCustomerOf(
          shop,
          { orderId: order.id, customerId: order.customerId },
          now - limit.days * DAY,
        )
      : 0;
    recentCancellations.set(policy, count);
  }
  return { atOrderTime, present, recentCancellations };
}

/** The same of what is read already; refused when the order is not theirs. */
export function judgeShopperOrder(
  shopper: Shopper,
  seen: {
    readonly shop: ShopDomain;
    readonly order: OrderFacts;
    /** Every cancellation of the order, newest first. */
    readonly records: readonly CancellationRecord[];
    readonly grounds: ShopperGrounds;
    readonly now: EpochMs;
  },
): Result<ShopperOrder, readonly Refusal[]> {
  const { shop, order, records, grounds, now } = seen;
  const buyer = buyerOf(shopper, order);
  if (!buyer.ok) return err([buyer.error]);

  const { atOrderTime, present, recentCancellations } = grounds;
  const judged = applicable(atOrderTime, present, order, (policy) => ({
    buyer: buyer.value,
    now,
    recentCancellations: recentCancellations.get(policy) ?? 0,
  }));
  const [cancellation = null, ...earlier] = records;
  const before = cancelledBeforeOf(records, order.presentmentCurrencyCode);
  const { policy } = judged;
  const states = records.map(({ state }) => state);
  const evaluation = sparingDeclined(judged.evaluation, order, policy, states);
  const view = { shop, order, policy, evaluation, cancellation, earlier, before, states };
  if (cancellation && !isFinal(cancellation.state.status)) {
    const refusal: Refusal = { code: 'already_open', cancellationId: cancellation.state.id };
    return ok({ ...view, offer: { available: false, refusals: [refusal] } });
  }
  const { rule } = evaluation;
  if (!evaluation.allowed || !rule) {
    return ok({ ...view, offer: { available: false, refusals: evaluation.refusals } });
  }
  const methods = methodsFor(rule, order);
  if (evaluation.againstWholeOrder.length > 0) {
    const isOffered = rule.what !== 'whole_order' && hasParts(order);
    return ok({
      ...view,
      offer: isOffered
        ? { available: true, rule, methods, quote: null }
        : { available: false, refusals: evaluation.againstWholeOrder },
    });
  }
  const whole = quote(
    { policy, order, evaluation, before, rule, methods, states },
    { selection: { kind: 'order' }, method: methods[0] },
  );
  return ok({
    ...view,
    offer: whole.ok
      ? { available: true, rule, methods, quote: whole.value }
      : { available: false, refusals: whole.error },
  });
}

/** What a choice would bring, or everything against it. */
export function quote(
  offered: {
    readonly policy: Policy;
    readonly order: OrderFacts;
    readonly evaluation: Evaluation;
    readonly before: CancelledBefore;
    readonly rule: Rule;
    readonly methods: readonly RefundMethod[];
    readonly states: ShopperOrder['states'];
  },
  wanted: WantedCancellation,
): Result<Quote, readonly Refusal[]> {
  const { policy, order, evaluation, before, rule, methods, states } = offered;
  const selection = normalised(wanted.selection, order);
  if (!selection.ok) return selection;
  const judged = judge(evaluation, order, selection.value);
  const { handling, reviewReasons } = judged;
  const declined = againstDeclined(selection.value, policy, states);
  const policySays = judged.refusals.length > 0 ? judged.refusals : declined;
  const request = { do: 'request', policySays } as const;
  const refusals = against(policy, SHOPPER, request);
  if (refusals.length > 0) return err(refusals);
  if (!methods.includes(wanted.method)) return err([{ code: 'method_not_offered' }]);
  const terms = termsOf(rule, wanted.method);
  const plan = planRefund(order, {
    selection: selection.value,
    terms,
    choice: { kind: 'everything' },
    before,
  });
  return plan.ok ? ok({ plan: plan.value, terms, handling, reviewReasons }) : plan;
}

/** Whether there is anything less than the whole of it. */
function hasParts({ lines }: OrderFacts): boolean {
  const ordered = lines.reduce((units, { quantity }) => units + quantity, 0);
  return ordered > 1 && lines.some((line) => openUnits(line) > 0);
}

/** The methods a rule offers, as far as the order can take them. */
function methodsFor(rule: Rule, order: OrderFacts): readonly [RefundMethod, ...RefundMethod[]] {
  const possible = methodsOf(rule).filter(
    (method) => method === 'original' || takesStoreCredit(order),
  );
  const [first, ...others] = possible;
  return first ? [first, ...others] : ['original'];
}

/** Why a shopper may not know of an order; null when it is theirs. */
export function againstSeeing(shopper: Shopper, order: OrderFacts): Refusal | null {
  const buyer = buyerOf(shopper, order);
  return buyer.ok ? null : buyer.error;
}

/**
 * As whom the shopper may act on this order; whoever may not is told what somebody without it is told. For
 * a company's order its roles speak: who placed it and has none any more is told so by the policy.
 */
function buyerOf(shopper: Shopper, order: OrderFacts): Result<Buyer, Refusal> {
  const { company, customerId } = order;
  if (shopper.kind === 'guest') {
    return company ? err({ code: 'order_not_found' }) : ok('guest');
  }
  if (company?.buyerIds.includes(shopper.customerId)) return ok('company_buyer');
  return customerId === shopper.customerId ? ok('customer') : err({ code: 'order_not_found' });
}

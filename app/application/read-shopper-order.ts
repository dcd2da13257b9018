import { type Cancellation, fold, isFinal } from '../domain/cancellation/state.ts';
import type { RecordedEvent } from '../domain/cancellation/events.ts';
import type { CancellationId, CustomerId, OrderId, ShopDomain } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order/facts.ts';
import { type Eligibility, evaluateForShopper } from '../domain/policy/evaluate.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { type RefundPlan, planRefund } from '../domain/refund/plan.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, err, ok } from '../domain/result.ts';
import type {
  CancellationStore,
  CancellationTexts,
  Clock,
  Platform,
  PolicyStore,
} from './ports.ts';

export interface ShopperDeps {
  readonly clock: Clock;
  readonly platform: Platform;
  readonly store: CancellationStore;
  readonly policies: PolicyStore;
}

/** A cancellation with all that is stored of it. */
export interface CancellationRecord {
  readonly state: Cancellation;
  readonly events: readonly RecordedEvent[];
  readonly texts: CancellationTexts;
}

/** One order as its own customer may see it, with what is offered to them now. */
export interface ShopperOrder {
  readonly order: OrderFacts;
  readonly policy: Policy;
  readonly cancellation: CancellationRecord | null;
  readonly offer:
    | {
        readonly available: true;
        readonly eligibility: Extract<Eligibility, { allowed: true }>;
        readonly refund: RefundPlan;
      }
    | { readonly available: false; readonly refusals: readonly Refusal[] };
}

/**
 * Reads an order for the customer who asks. Another customer's order, a guest's and one that does not exist
 * get the same answer.
 */
export async function readShopperOrder(
  deps: ShopperDeps,
  shop: ShopDomain,
  customerId: CustomerId,
  orderId: OrderId,
): Promise<Result<ShopperOrder, readonly Refusal[]>> {
  const read = await deps.platform.readOrderForRefund(shop, orderId);
  if (!read.ok) return err([{ code: 'platform_unavailable' }]);
  if (!read.value || read.value.order.customerId !== customerId) {
    return err([{ code: 'order_not_found' }]);
  }
  const { order, suggested } = read.value;
  const policy = await deps.policies.current(shop);
  const cancellation = await readLatest(deps.store, shop, orderId);
  return ok({ order, policy, cancellation, offer: offerOf() });

  function offerOf(): ShopperOrder['offer'] {
    if (cancellation && !isFinal(cancellation.state.status)) {
      const refusal: Refusal = { code: 'already_open', cancellationId: cancellation.state.id };
      return { available: false, refusals: [refusal] };
    }
    const eligibility = evaluateForShopper(policy, order, deps.clock.now());
    if (!eligibility.allowed) return { available: false, refusals: eligibility.refusals };
    const refund = planRefund(order, suggested, {
      kind: 'everything',
      method: refundMethodFor(policy, order),
    });
    return refund.ok
      ? { available: true, eligibility, refund: refund.value }
      : { available: false, refusals: [refund.error] };
  }
}

/** Store credit needs an account to go to; without one the money goes back where it came from. */
const refundMethodFor = (policy: Policy, order: OrderFacts): Policy['refundMethod'] =>
  order.customerId === null || order.isCompanyPurchase ? 'original' : policy.refundMethod;

/** The newest cancellation of an order, live or ended. */
export async function readLatest(
  store: CancellationStore,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<CancellationRecord | null> {
  const id = await store.findLatest(shop, orderId);
  return id && readRecord(store, shop, id);
}

/** A cancellation of this shop by its id; null when there is none. */
export async function readRecord(
  store: CancellationStore,
  shop: ShopDomain,
  id: CancellationId,
): Promise<CancellationRecord | null> {
  const stored = await store.load(shop, id);
  return stored && { state: fold(stored.events, id), events: stored.events, texts: stored.texts };
}

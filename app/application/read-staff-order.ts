import { isFinal } from '../domain/cancellation/state.ts';
import type { OrderId, ShopDomain } from '../domain/ids.ts';
import type { OrderFacts, SuggestedRefundFacts } from '../domain/order/facts.ts';
import { evaluateForStaff } from '../domain/policy/evaluate.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { type RefundPlan, planRefund } from '../domain/refund/plan.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { type CancellationRecord, readLatest } from './read-shopper-order.ts';
import type { CancellationStore, Platform, PolicyStore } from './ports.ts';

export interface StaffDeps {
  readonly platform: Platform;
  readonly store: CancellationStore;
  readonly policies: PolicyStore;
  /** Whether the app writes to customers itself; otherwise Shopify does. */
  readonly ownMail: boolean;
}

/** One order as staff see it, with what a cancellation would do now. */
export interface StaffOrder {
  readonly order: OrderFacts;
  readonly suggested: SuggestedRefundFacts;
  readonly policy: Policy;
  readonly cancellation: CancellationRecord | null;
  /** Whether a note reaches the customer: Shopify's own notification carries none. */
  readonly notesReachCustomer: boolean;
  readonly offer:
    | {
        readonly available: true;
        readonly everything: RefundPlan;
        readonly storeCreditPossible: boolean;
      }
    | { readonly available: false; readonly refusals: readonly Refusal[] };
}

export async function readStaffOrder(
  deps: StaffDeps,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<Result<StaffOrder, readonly Refusal[]>> {
  const read = await deps.platform.readOrderForRefund(shop, orderId);
  if (!read.ok) return err([{ code: 'platform_unavailable' }]);
  if (!read.value) return err([{ code: 'order_not_found' }]);
  const { order, suggested } = read.value;
  const policy = await deps.policies.current(shop);
  const cancellation = await readLatest(deps.store, shop, orderId);
  return ok({
    order,
    suggested,
    policy,
    cancellation,
    notesReachCustomer: deps.ownMail,
    offer: offerOf(),
  });

  function offerOf(): StaffOrder['offer'] {
    if (cancellation && !isFinal(cancellation.state.status)) {
      const refusal: Refusal = { code: 'already_open', cancellationId: cancellation.state.id };
      return { available: false, refusals: [refusal] };
    }
    const refusals = evaluateForStaff(order);
    if (refusals.length > 0) return { available: false, refusals };
    const everything = planRefund(order, suggested, { kind: 'everything', method: 'original' });
    return everything.ok
      ? {
          available: true,
          everything: everything.value,
          storeCreditPossible: order.customerId !== null && !order.isCompanyPurchase,
        }
      : { available: false, refusals: [everything.error] };
  }
}

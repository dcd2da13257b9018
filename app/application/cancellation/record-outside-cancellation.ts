import type { CancellationPlan } from '../../domain/cancellation/plan.ts';
import { isMarkedByThisApp } from '../../domain/cancellation/plan.ts';
import { isCancelSettled } from '../../domain/cancellation/seen/whose-cancel.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../domain/ids.ts';
import { type MoneyBag, sum, zero } from '../../domain/money.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import type { RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import { staffTerms } from '../../domain/refund/terms.ts';
import type { CancellationStore } from './ports.ts';
import type { PolicyStore } from '../policy/ports.ts';
import type { Clock, Ids } from '../shared/clock.ts';
import type { Platform, PlatformResult } from '../shared/platform.ts';
import { ok } from '../../domain/result.ts';

export interface RecordOutsideDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly platform: Platform;
  readonly store: CancellationStore;
  readonly policies: PolicyStore;
}

/** `not_over`: the cancel still shows only a part of what it does, and has to be looked at later. */
export type Recorded = 'recorded' | 'nothing_to_record' | 'not_over';

/**
 * Keeps a record of an order that was cancelled in the admin or by another app, once the platform shows all
 * that was done. The app's own cancellations are known by their mark and are not recorded twice.
 */
export async function recordOutsideCancellation(
  deps: RecordOutsideDeps,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<PlatformResult<Recorded>> {
  const read = await deps.platform.readOrder(shop, orderId);
  if (!read.ok) return read;
  const order = read.value;
  if (!order || order.cancelledAt === null) return ok('nothing_to_record');
  if (isMarkedByThisApp(order.cancellationStaffNote)) return ok('nothing_to_record');
  if (!isCancelSettled(order, deps.clock.now())) return ok('not_over');
  const policy = await deps.policies.current(shop);
  await deps.store.record(shop, {
    id: deps.ids.uuid() as CancellationId,
    orderName: order.name,
    event: {
      type: 'recorded_outside',
      orderId,
      policyVersion: policy.version,
      cancelledAt: order.cancelledAt,
      plan: asItWasDone(order),
    },
    at: deps.clock.now(),
  });
  return ok('recorded');
}

/** What the platform shows as given back; who planned it elsewhere planned nothing here. */
function asItWasDone(order: OrderFacts): CancellationPlan {
  const currency = order.presentmentCurrencyCode;
  const none = zero(currency);
  const inBoth: MoneyBag = {
    presentment: sum(
      order.refunds.map((refund) => refund.total.presentment),
      currency,
    ),
    shop: sum(
      order.refunds.map((refund) => refund.total.shop),
      order.shopCurrencyCode,
    ),
  };
  const refund: RefundPlan = {
    selection: { kind: 'order' },
    lines: [],
    shipping: { amount: none, tax: none },
    tip: none,
    additionalFees: none,
    worth: inBoth.presentment,
    notPaid: none,
    fee: none,
    lostDeals: [],
    regainedDeals: [],
    withheld: none,
    amount: inBoth.presentment,
    pendingPayment: none,
    bonus: none,
    amountInBoth: inBoth,
    maximum: inBoth.presentment,
    method: 'original',
    shares: [],
    releases: [],
    refundsBefore: [],
    choice: 'everything',
    execution: 'with_cancel',
  };
  return {
    reason: 'OTHER',
    refund,
    terms: staffTerms('original', true),
    giftCards: [],
    teller: 'nobody',
  };
}

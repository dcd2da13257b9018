import { staffAuthority } from '../../domain/authority/authority.ts';
import type { BulkActing, BulkOffer, BulkPlan } from '../../domain/bulk/bulk.ts';
import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import { add } from '../../domain/money.ts';
import { allThatCanBeCancelled } from '../../domain/policy/all-that-can-be-cancelled.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, ok } from '../../domain/result.ts';
import { againstPlan } from '../cancellation/against-plan.ts';
import { planStaffRefund } from '../cancellation/open/staff-choice.ts';
import { readOrderFor } from '../order/read-order-for.ts';
import {
  type StaffDeps,
  type StaffOrder,
  cancelling,
  judgeStaffOrder,
} from '../order/read-staff-order.ts';

/** What a bulk would do to one order, as far as facts say that may be minutes old; refused where it is not shown. */
export async function planBulkOrder(
  deps: StaffDeps,
  shop: ShopDomain,
  orderId: OrderId,
  by: BulkActing,
): Promise<Result<BulkPlan, readonly Refusal[]>> {
  const read = await readOrderFor(deps, shop, { kind: 'staff' }, orderId, 'show');
  if (!read.ok) return read;
  const { order, records } = read.value;
  const policy = await deps.policies.current(shop);
  const seen = { order, records, policy, ownMail: deps.ownMail, now: deps.clock.now() };
  const view = judgeStaffOrder(ok(by.access), seen);
  return ok({
    withRefund: offerFor(view, by, true),
    withoutRefund: offerFor(view, by, false),
    known: records[0]?.state.id ?? null,
  });
}

function offerFor(view: StaffOrder, by: BulkActing, issueRefund: boolean): BulkOffer {
  const { order, policy, before, forCustomer, offer } = view;
  if (!offer.available) return { ok: false, refusals: offer.refusals };
  const choice = { ...EVERYTHING, restock: offer.restockByDefault, issueRefund };
  const planned = planStaffRefund(
    { ...choice, selection: allThatCanBeCancelled(order) },
    order,
    before,
  );
  if (!planned.ok) return { ok: false, refusals: planned.error };
  const plan = planned.value;
  const action = cancelling(order, plan, forCustomer);
  const refusals = againstPlan(policy, staffAuthority(by.access), order, plan, action);
  return refusals.length > 0
    ? { ok: false, refusals }
    : { ok: true, amount: add(plan.amount, plan.pendingPayment) };
}

/** All that can be cancelled of an order, and all that comes back for it, the way it was paid. */
export const EVERYTHING = {
  keepFreeItems: true,
  amount: null,
  locale: 'en',
  method: 'original',
} as const;

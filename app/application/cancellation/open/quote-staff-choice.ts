import { staffAuthority } from '../../../domain/authority/authority.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../../domain/ids.ts';
import type { OrderFacts } from '../../../domain/order/facts.ts';
import { againstSelection } from '../../../domain/policy/evaluation/evaluation.ts';
import type { RefundPlan } from '../../../domain/refund/plan/refund-plan.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { type Result, err, ok } from '../../../domain/result.ts';
import { type StaffDeps, cancelling, readStaffOrder } from '../../order/read-staff-order.ts';
import { againstPlan } from '../against-plan.ts';
import type { StaffMember } from './asked-by-staff.ts';
import { planStaffRefund } from './staff-choice.ts';

export interface QuotedPlan {
  /** What it was planned on. */
  readonly order: OrderFacts;
  readonly plan: RefundPlan;
  /** What the policy holds against it for the customer: staff who may, go beyond it knowingly. */
  readonly beyondPolicy: readonly Refusal[];
}

/** What a staff member's choice would do now, or everything against it; changes nothing. */
export async function quoteStaffChoice(
  deps: StaffDeps,
  shop: ShopDomain,
  orderId: OrderId,
  by: Pick<StaffMember, 'access'>,
  choice: Parameters<typeof planStaffRefund>[0],
  answering: CancellationId | null = null,
): Promise<Result<QuotedPlan, readonly Refusal[]>> {
  const read = await readStaffOrder(deps, shop, orderId, ok(by.access), answering);
  if (!read.ok) return read;
  const { order, policy, forCustomer, before, offer } = read.value;
  if (!offer.available) return err(offer.refusals);
  const planned = planStaffRefund(choice, order, before);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const action = cancelling(order, plan, forCustomer);
  const refusals = againstPlan(policy, staffAuthority(by.access), order, plan, action);
  return refusals.length > 0
    ? err(refusals)
    : ok({ order, plan, beyondPolicy: againstSelection(forCustomer, plan.selection) });
}

import { type Action, type Authority, against } from '../../domain/authority/authority.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import { platformRefusals } from '../../domain/policy/evaluation/evaluate.ts';
import type { PolicyDocument } from '../../domain/policy/document/policy.ts';
import type { RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import type { Refusal } from '../../domain/refusal.ts';

/**
 * Everything that stands against carrying out a plan: what the platform refuses whoever asks, and what the
 * authority of whoever asks does not reach. Empty when nothing does.
 */
export const againstPlan = (
  policy: PolicyDocument,
  authority: Authority,
  order: OrderFacts,
  plan: RefundPlan,
  action: Action,
): readonly Refusal[] => [
  ...platformRefusals(order, plan.selection),
  ...against(policy, authority, action),
];

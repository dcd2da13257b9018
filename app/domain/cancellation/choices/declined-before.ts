import type { OrderFacts } from '../../order/facts.ts';
import type { Evaluation } from '../../policy/evaluation/evaluation.ts';
import type { Policy } from '../../policy/document/policy.ts';
import { type CheckedSelection, wholeOrder } from '../../refund/goods/selection.ts';
import type { Refusal } from '../../refusal.ts';
import type { Cancellation } from '../state.ts';

const ALREADY_DECLINED: Refusal = { code: 'already_declined' };

/**
 * Whether staff said no to the very same as often as the policy lets it be asked: the same units of the order,
 * under the same version of the policy. An order that has changed since, another choice or a new policy is
 * something else to ask.
 */
export function wasDeclined(
  { units }: CheckedSelection,
  policy: Policy,
  earlier: readonly Cancellation[],
): boolean {
  const asked = unitsOf(units);
  const declined = earlier.filter(
    ({ turnedBack, policyVersion, plan }) =>
      turnedBack?.ending === 'declined' &&
      turnedBack.why.code === 'staff_declined' &&
      policyVersion === policy.version &&
      unitsOf(plan.refund.lines) === asked,
  );
  return declined.length > policy.requestsAfterDecline;
}

/** What the policy says, and that the whole order was declined before where it was. */
export const sparingDeclined = (
  evaluation: Evaluation,
  order: OrderFacts,
  policy: Policy,
  earlier: readonly Cancellation[],
): Evaluation =>
  wasDeclined(wholeOrder(order), policy, earlier)
    ? { ...evaluation, againstWholeOrder: [...evaluation.againstWholeOrder, ALREADY_DECLINED] }
    : evaluation;

/** Refuses what was declined before. */
export const againstDeclined = (...asked: Parameters<typeof wasDeclined>): readonly Refusal[] =>
  wasDeclined(...asked) ? [ALREADY_DECLINED] : [];

/** Units by line as one text, whatever their order. */
const unitsOf = (
  lines: readonly { readonly lineItemId: string; readonly quantity: number }[],
): string =>
  lines
    .filter(({ quantity }) => quantity > 0)
    .map(({ lineItemId, quantity }) => `${lineItemId} ${quantity}`)
    .toSorted()
    .join();

import type { Actor } from '../../actor.ts';
import type { FulfillmentOrderFacts, OrderFacts } from '../../order/facts.ts';
import { concerns } from '../../order/fulfillment.ts';
import type { Refusal } from '../../refusal.ts';
import type { Attention, CancellationEvent, Ending, TurnBackReason } from '../events.ts';
import type { CancellationPlan } from '../plan.ts';

/* The events by which a cancellation turns aside, and the work that it is about. */

export const turnBack = (ending: Ending, why: TurnBackReason, actor: Actor): CancellationEvent => ({
  type: 'turned_back',
  ending,
  why,
  actor,
});

export const notPossible = (refusal: Refusal): CancellationEvent =>
  turnBack('declined', { code: 'not_possible', refusal: refusal.code }, { kind: 'system' });

export const attention = (raised: Attention): CancellationEvent => ({
  type: 'attention_raised',
  attention: raised,
});

/** The work that holds any of the units to be taken back. */
export const concernedBy = (
  { refund }: CancellationPlan,
  order: OrderFacts,
): readonly FulfillmentOrderFacts[] =>
  order.fulfillmentOrders.filter((fo) => concerns(refund.selection, fo));

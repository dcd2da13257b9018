import { isPositive } from '../money.ts';
import type { OrderFacts } from '../order/facts.ts';
import { wholeOrder } from '../refund/goods/selection.ts';
import { planRefund } from '../refund/plan/plan.ts';
import { methodsOf, termsOf } from '../refund/terms.ts';
import type { RefusalCode } from '../refusal.ts';
import { MINUTE } from '../time.ts';
import { asPlaced } from './as-placed.ts';
import { evaluate } from './evaluation/evaluate.ts';
import type { Evaluation } from './evaluation/evaluation.ts';
import type { Buyer, Exclusion, Policy } from './document/policy.ts';

/** A draft to be tried out on past orders, beside the policy that is in force. */
export interface SimulationSetup {
  readonly draft: Policy;
  readonly live: Policy;
  readonly assumption: SimulationAssumption;
}

/**
 * What has to be supposed, because nobody knows what an order looked like then: each buyer asks for the
 * whole order once, so long after placing it; nothing of it was being prepared, sent, returned or given back
 * by then; and no buyer had reached the limit of cancellations.
 */
export interface SimulationAssumption {
  readonly askedAfterMinutes: number;
  readonly fulfillment: 'not_begun';
  readonly earlierCancellations: 'none';
}

/** What a draft would have done with the orders gone through so far. */
export interface Simulation {
  readonly assumption: SimulationAssumption;
  readonly orders: number;
  readonly draft: SimulatedOutcome;
  readonly live: SimulatedOutcome;
  /** Allowed by the draft and refused by the policy in force. */
  readonly newlyAllowed: number;
  /** The other way round. */
  readonly newlyRefused: number;
  /** Why the draft refuses, most frequent first; an order counts for each of its reasons. */
  readonly reasons: readonly SimulatedReason[];
}

export interface SimulatedOutcome {
  readonly allowed: number;
  /** Of the allowed ones: carried out at once. */
  readonly automatic: number;
  /** Of the allowed ones: a person decides. */
  readonly review: number;
  /** Of the allowed ones: not as a whole. */
  readonly onlyInPart: number;
  /** What whole cancellations would have cost their buyers, in minor units by currency. */
  readonly fees: Readonly<Record<string, number>>;
}

export interface SimulatedReason {
  readonly code: RefusalCode;
  /** What it was left out for, when `code` is `excluded`. */
  readonly exclusion: Exclusion['kind'] | null;
  readonly count: number;
}

const NOTHING: SimulatedOutcome = { allowed: 0, automatic: 0, review: 0, onlyInPart: 0, fees: {} };

/** Before the first order. */
export const emptySimulation = ({ assumption }: SimulationSetup): Simulation => ({
  assumption,
  orders: 0,
  draft: NOTHING,
  live: NOTHING,
  newlyAllowed: 0,
  newlyRefused: 0,
  reasons: [],
});

/** The simulation with some more orders in it. */
export function simulate(
  simulation: Simulation,
  setup: SimulationSetup,
  orders: readonly OrderFacts[],
): Simulation {
  const draft = tally(simulation.draft);
  const live = tally(simulation.live);
  const reasons = new Map(simulation.reasons.map((reason) => [keyOf(reason), reason]));
  let { newlyAllowed, newlyRefused } = simulation;
  for (const order of orders) {
    const placed = asPlaced(order);
    const now = placed.processedAt + setup.assumption.askedAfterMinutes * MINUTE;
    const asking = { buyer: buyerOf(placed), now, recentCancellations: 0 };
    const byDraft = evaluate(setup.draft, placed, asking);
    const byLive = evaluate(setup.live, placed, asking);
    draft.add(byDraft, placed);
    live.add(byLive, placed);
    if (byDraft.allowed && !byLive.allowed) newlyAllowed += 1;
    if (!byDraft.allowed && byLive.allowed) newlyRefused += 1;
    for (const reason of reasonsOf(byDraft)) {
      const key = keyOf(reason);
      reasons.set(key, { ...reason, count: (reasons.get(key)?.count ?? 0) + 1 });
    }
  }
  return {
    assumption: simulation.assumption,
    orders: simulation.orders + orders.length,
    draft: draft.outcome(),
    live: live.outcome(),
    newlyAllowed,
    newlyRefused,
    reasons: [...reasons.values()].toSorted((a, b) => b.count - a.count),
  };
}

/** As whom an order's own buyer asks. */
const buyerOf = (order: OrderFacts): Buyer =>
  order.company ? 'company_buyer' : order.customerId === null ? 'guest' : 'customer';

function tally(before: SimulatedOutcome) {
  let { allowed, automatic, review, onlyInPart } = before;
  const fees = new Map(Object.entries(before.fees));
  return {
    add(evaluation: Evaluation, order: OrderFacts): void {
      if (!evaluation.allowed) return;
      allowed += 1;
      if (evaluation.handling === 'automatic') automatic += 1;
      else review += 1;
      if (evaluation.againstWholeOrder.length > 0) {
        onlyInPart += 1;
        return;
      }
      const fee = feeOf(evaluation, order);
      if (fee) fees.set(fee.currencyCode, (fees.get(fee.currencyCode) ?? 0) + fee.minor);
    },
    outcome: (): SimulatedOutcome => ({
      allowed,
      automatic,
      review,
      onlyInPart,
      fees: Object.fromEntries(fees),
    }),
  };
}

/** The fee of the whole order by the method that is offered first; null for none. */
function feeOf({ rule }: Evaluation, order: OrderFacts) {
  if (!rule || rule.fee.kind === 'none') return null;
  const planned = planRefund(order, {
    selection: wholeOrder(order),
    terms: termsOf(rule, methodsOf(rule)[0]),
    choice: { kind: 'everything' },
  });
  return planned.ok && isPositive(planned.value.fee) ? planned.value.fee : null;
}

/** Each kind of reason once, however many lines it stands for. */
function reasonsOf({ refusals }: Evaluation): readonly Omit<SimulatedReason, 'count'>[] {
  const kinds = new Map(
    refusals.map((refusal) => {
      const exclusion = refusal.code === 'excluded' ? refusal.exclusion : null;
      const kind = { code: refusal.code, exclusion };
      return [keyOf(kind), kind];
    }),
  );
  return [...kinds.values()];
}

const keyOf = ({ code, exclusion }: Omit<SimulatedReason, 'count'>): string =>
  `${code} ${exclusion ?? ''}`;

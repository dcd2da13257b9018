import { evaluateForShopper } from '../../app/domain/policy/evaluate.ts';
import { DEFAULT_POLICY } from '../../app/domain/policy/policy.ts';
import { planRefund } from '../../app/domain/refund/plan.ts';
import { MINUTE } from '../../app/domain/time.ts';
import { fulfillmentOrder, order, PLACED_AT, suggestion } from '../support/order-facts.ts';
import { figure } from './figures.ts';
import type { Report } from './report.ts';

const WARM_UP_MS = 1_000;
const MEASURE_MS = 3_000;

/** Orders in the states a shop sees: fresh, too old, being packed, sent, cancelled. */
const ORDERS = [
  order(),
  order({ processedAt: PLACED_AT - 600 * MINUTE }),
  order({ fulfillmentOrders: [fulfillmentOrder({ status: 'IN_PROGRESS' })] }),
  order({ fulfillmentStatus: 'FULFILLED' }),
  order({ cancelledAt: PLACED_AT }),
].map((facts) => ({ facts, suggested: suggestion(facts) }));
const NOW = PLACED_AT + 5 * MINUTE;

/** The pure decisions on one core: may this order be cancelled, and what would come back? */
export async function benchPolicy(): Promise<Report> {
  const evaluate = perSecond(({ facts }) => evaluateForShopper(DEFAULT_POLICY, facts, NOW).allowed);
  const plan = perSecond(({ facts, suggested }) => {
    const planned = planRefund(facts, suggested, { kind: 'everything', method: 'original' });
    return evaluateForShopper(DEFAULT_POLICY, facts, NOW).allowed && planned.ok;
  });
  return {
    title: 'Policy',
    what: `The default policy on orders in ${ORDERS.length} states, ${MEASURE_MS / 1_000} s each, one core.`,
    columns: ['a second'],
    rows: [
      { name: 'evaluations', figures: [figure(evaluate)] },
      { name: 'evaluations with the refund planned', figures: [figure(plan)] },
    ],
  };
}

function perSecond(decide: (order: (typeof ORDERS)[number]) => boolean): number {
  const run = (forMs: number): number => {
    const startedAt = performance.now();
    let rounds = 0;
    let allowed = 0;
    for (; performance.now() - startedAt < forMs; rounds += 1) {
      for (const each of ORDERS) if (decide(each)) allowed += 1;
    }
    // Exactly the fresh order may be cancelled: a figure about wrong answers is none.
    if (allowed !== rounds) throw new Error(`${allowed} of ${rounds} fresh orders were allowed.`);
    return (rounds * ORDERS.length * 1_000) / (performance.now() - startedAt);
  };
  run(WARM_UP_MS);
  return run(MEASURE_MS);
}

import type { LineItemId } from '../../app/domain/ids.ts';
import type { OrderFacts } from '../../app/domain/order/facts.ts';
import { evaluate } from '../../app/domain/policy/evaluation/evaluate.ts';
import type { Policy } from '../../app/domain/policy/document/policy.ts';
import {
  type Simulation,
  type SimulationSetup,
  emptySimulation,
  simulate,
} from '../../app/domain/policy/simulation.ts';
import { wholeOrder } from '../../app/domain/refund/goods/selection.ts';
import { planRefund } from '../../app/domain/refund/plan/plan.ts';
import { methodsOf, termsOf } from '../../app/domain/refund/terms.ts';
import { DAY, MINUTE } from '../../app/domain/time.ts';
import { PLACED_AT, bag, eur, lineItem, order, transaction } from '../support/facts/order-facts.ts';
import { policy } from '../support/facts/policies.ts';
import { richPolicy } from '../support/facts/policy-mutations.ts';
import { figure } from './figures/figures.ts';
import { progressBar } from './figures/progress-bar.ts';
import type { Report } from './figures/report.ts';
import type { Size } from './figures/size.ts';

const SIZES = {
  full: { warmUpMs: 1_000, measureMs: 3_000, orders: 100_000 },
  short: { warmUpMs: 20, measureMs: 50, orders: 1_000 },
} as const;
const PAGE = 250;
/** What a shopper's page and a merchant's patience have for it. */
const WANTED_EVALUATION_MS = 1;
const WANTED_SIMULATION_S = 10;

/** Two rules with cut-offs, countries, exclusions, amounts and a fee: about as much as a shop will want. */
const POLICY: Policy = { ...richPolicy(), version: 2 };
const ASKED_AFTER = 5 * MINUTE;

/** The pure decisions on one core: may this order be cancelled, what would come back, and all of it at once. */
export async function benchPolicy(size: Size): Promise<Report> {
  const { orders } = SIZES[size];
  const sample = Array.from({ length: 1_000 }, (_, index) => orderOf(index * 97));
  const evaluation = microseconds(size, sample, (each) => {
    evaluateOne(each);
  });
  const withPlan = microseconds(size, sample, (each) => {
    const { rule } = evaluateOne(each);
    if (!rule) return;
    planRefund(each, {
      selection: wholeOrder(each),
      terms: termsOf(rule, methodsOf(rule)[0]),
      choice: { kind: 'everything' },
    });
  });
  const { seconds, processorSeconds } = timeToSimulate(orders);
  return {
    title: 'Policy',
    what: `A policy of two rules with cut-offs, exclusions, fees and amounts on orders of one to six lines over 90 days, one core. The simulation judges ${figure(orders)} orders by the draft and by the policy in force, in pages of ${PAGE}.`,
    columns: ['figure', 'of the wanted'],
    rows: [
      {
        name: 'an evaluation',
        figures: [
          `${figure(evaluation)} µs`,
          share(evaluation / 1_000, WANTED_EVALUATION_MS, 'ms'),
        ],
      },
      {
        name: 'an evaluation with the refund planned',
        figures: [`${figure(withPlan)} µs`, share(withPlan / 1_000, WANTED_EVALUATION_MS, 'ms')],
      },
      {
        name: `a simulation over ${figure(orders)} orders`,
        figures: [`${figure(seconds)} s`, share(seconds, WANTED_SIMULATION_S, 's')],
      },
      {
        name: 'of that on a processor, the rest waiting for one',
        figures: [
          `${figure(processorSeconds)} s`,
          share(processorSeconds, WANTED_SIMULATION_S, 's'),
        ],
      },
    ],
  };
}

const share = (value: number, wanted: number, unit: string): string =>
  `${figure((100 * value) / wanted)} % of ${wanted} ${unit}`;

const evaluateOne = (each: OrderFacts) =>
  evaluate(POLICY, each, {
    buyer: 'customer',
    now: each.processedAt + ASKED_AFTER,
    recentCancellations: 0,
  });

function microseconds(
  size: Size,
  orders: readonly OrderFacts[],
  decide: (order: OrderFacts) => void,
): number {
  const { warmUpMs, measureMs } = SIZES[size];
  const run = (forMs: number): number => {
    const startedAt = performance.now();
    let rounds = 0;
    for (; performance.now() - startedAt < forMs; rounds += 1) orders.forEach(decide);
    return ((performance.now() - startedAt) * 1_000) / (rounds * orders.length);
  };
  run(warmUpMs);
  return run(measureMs);
}

/** Making the orders is not timed: a shop's come from the platform. */
function timeToSimulate(orders: number): {
  readonly seconds: number;
  readonly processorSeconds: number;
} {
  const setup: SimulationSetup = {
    draft: POLICY,
    live: policy(),
    assumption: { askedAfterMinutes: 5, fulfillment: 'not_begun', earlierCancellations: 'none' },
  };
  const bar = progressBar('Simulating', orders);
  let simulation: Simulation = emptySimulation(setup);
  let ms = 0;
  let processorMicroseconds = 0;
  for (let first = 0; first < orders; first += PAGE) {
    const page = Array.from({ length: PAGE }, (_, index) => orderOf(first + index));
    const startedAt = performance.now();
    const before = process.cpuUsage();
    simulation = simulate(simulation, setup, page);
    const { user, system } = process.cpuUsage(before);
    ms += performance.now() - startedAt;
    processorMicroseconds += user + system;
    bar.show(simulation.orders);
  }
  bar.end();
  const { allowed } = simulation.draft;
  // A figure about wrong answers is none: orders from abroad are refused, most others are not.
  if (allowed < orders / 4 || allowed > orders) throw new Error(`${allowed} orders were allowed.`);
  return { seconds: ms / 1_000, processorSeconds: processorMicroseconds / 1_000_000 };
}

const COUNTRIES = ['DE', 'AT', 'FR'] as const;
const ZONE = 'America/New_York';

/** The same order for the same number: of another time, size, country and content than its neighbours. */
function orderOf(number: number): OrderFacts {
  const lines = Array.from({ length: 1 + (number % 6) }, (_, index) =>
    lineItem({
      id: `gid://shopify/LineItem/${number}${index}` as LineItemId,
      quantity: 1 + (index % 3),
      total: eur(2_000 + index),
      productTags: number % 50 === 0 ? ['outlet'] : ['kitchen', 'gift', 'new'],
    }),
  );
  const total = bag(eur(lines.reduce((sum, line) => sum + line.total.minor, 0)));
  return order({
    processedAt: PLACED_AT - Math.round((number / SIZES.full.orders) * 90 * DAY),
    countryCode: COUNTRIES[number % COUNTRIES.length] ?? null,
    shopTimeZone: ZONE,
    lines,
    total,
    fulfillmentOrders: [],
    transactions: [transaction({ amount: total })],
  });
}

import { openBenchStage } from './stage/bench-stage.ts';
import { figure, milliseconds, percentile } from './figures/figures.ts';
import { atAPace, expectAllOk, noAnswers, noting } from './stage/load.ts';
import type { Report } from './figures/report.ts';
import { createShoppers } from './shopper.ts';
import type { Size } from './figures/size.ts';

/** Shops: enough that no one's allowance of Admin API calls runs out, which would measure the waiting. */
const SIZES = {
  full: { shops: 20, warmUp: 30, looks: 300 },
  short: { shops: 4, warmUp: 2, looks: 6 },
} as const;
const PER_SECOND = 15;
/**
 * What Shopify asks of apps on the customer's way, at the 95th percentile.
 * Source: https://shopify.dev/docs/apps/launch/built-for-shopify/requirements
 */
const WANTED_MS = 500;

/** How soon the order page knows whether the order can be cancelled, and what comes back. */
export async function benchEligibility(size: Size): Promise<Report> {
  const { shops, warmUp, looks } = SIZES[size];
  const stage = await openBenchStage(shops);
  try {
    const shoppers = createShoppers(stage, warmUp + looks);
    const look = async (count: readonly (typeof shoppers)[number][]) => {
      const answers = noAnswers();
      await atAPace(count, PER_SECOND, (shopper) => noting(answers, () => shopper.look()));
      return answers;
    };
    await look(shoppers.slice(0, warmUp));
    const answers = await look(shoppers.slice(warmUp));
    expectAllOk(answers);
    const at = (share: number): number => percentile(answers.latencies, share);
    return {
      title: 'Eligibility',
      what: `${looks} shoppers open their order page, ${PER_SECOND} a second: session token, one read of the order from the local Shopify on the same machine, policy, refund plan.`,
      columns: ['p50', 'p95', 'p99', 'p95 of the wanted'],
      rows: [
        {
          name: 'GET /api/shopper/orders/:number/cancellation',
          figures: [
            ...[0.5, 0.95, 0.99].map((share) => milliseconds(at(share))),
            `${figure((100 * at(0.95)) / WANTED_MS)} % of ${WANTED_MS} ms`,
          ],
        },
      ],
    };
  } finally {
    await stage.close();
  }
}

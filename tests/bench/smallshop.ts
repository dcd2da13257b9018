import { setTimeout as sleep } from 'node:timers/promises';

import { startAppProcess } from '../support/processes/app-process.ts';
import { figure, milliseconds, percentile } from './figures/figures.ts';
import { type Asked, pointsOf } from './figures/points-meter.ts';
import type { Report } from './figures/report.ts';
import type { Size } from './figures/size.ts';
import { type BenchStage, openBenchStage } from './stage/bench-stage.ts';
import { type Answers, noAnswers, noting } from './stage/load.ts';
import { createStrangers, type Shopper } from './shopper.ts';
import { untilNothingIsDue } from './worker-at-rest.ts';

const MINUTE_MS = 60_000;
const PAGES_A_MINUTE = 300;
const CANCELLATIONS_A_MINUTE = 10;

const SIZES = {
  full: { minutes: 10 },
  short: { minutes: 0.15 },
} as const;
/** Each is looked at again every other minute. */
const ORDERS = 600;
const ORDERS_AGE_MS = 3_000;
/** Before the day begins, the orders of the days before are placed and copied. */
const UNTIL_COPIED_MS = 300_000;
/** After the last request: what was accepted is carried out, with its webhooks. */
const PATIENCE_MS = 60_000;
/** Within this a call that Shopify's points allow is answered. */
const SERVED_WITHIN_MS = 3_000;

interface Served {
  readonly pages: Answers;
  readonly requests: Answers;
  /** How many cancellations ended, and how long the slowest took. */
  readonly ended: number;
  readonly slowestMs: number;
}

/**
 * A shop of the smallest plan on a good day: pages of 600 orders are opened, each with its menu item and its block,
 * and every so often somebody cancels. Fails when one of these is not carried out.
 */
export async function benchSmallShop(size: Size): Promise<Report> {
  const { minutes } = SIZES[size];
  const stage = await openBenchStage(2);
  try {
    const [, small] = stage.shops;
    if (!small) throw new Error('There is no small shop.');
    const worker = await startAppProcess('worker', stage.environment());
    const pages = Math.ceil(minutes * PAGES_A_MINUTE);
    const cancellations = Math.ceil(minutes * CANCELLATIONS_A_MINUTE);
    const customers = createStrangers(stage, Math.min(ORDERS, pages), small);
    const lookers = Array.from(
      { length: pages },
      (_, index) => customers[index % customers.length],
    );
    const cancellers = createStrangers(stage, cancellations, small);
    // Orders of this very second are read again with every look.
    await sleep(ORDERS_AGE_MS);
    await untilNothingIsDue(stage, UNTIL_COPIED_MS);
    stage.points.take();
    const since = new Date();
    const [looked, requested] = await Promise.all([
      strewn(
        lookers.filter((each) => each !== undefined),
        minutes * MINUTE_MS,
        openPage,
      ),
      strewn(cancellers, minutes * MINUTE_MS, askToCancel),
    ]);
    const { ended, slowestMs } = await allEnded(stage, since, cancellations);
    const asked = stage.points.take();
    await worker.stop();
    return report(minutes, asked, { pages: looked, requests: requested, ended, slowestMs });
  } finally {
    await stage.close();
  }
}

/** Menu item and block of one page. */
const openPage = async (shopper: Shopper, answers: Answers): Promise<void> => {
  await Promise.all([noting(answers, () => shopper.look()), noting(answers, () => shopper.look())]);
};

async function askToCancel(shopper: Shopper, answers: Answers): Promise<void> {
  await noting(answers, () => shopper.look());
  await noting(answers, () => shopper.confirm());
}

/** Begins each at a moment of its own within so long, as drawn by a fixed rule: people come in no rhythm. */
async function strewn(
  shoppers: readonly Shopper[],
  withinMs: number,
  work: (shopper: Shopper, answers: Answers) => Promise<void>,
): Promise<Answers> {
  const answers = noAnswers();
  const startedAt = performance.now();
  await Promise.all(
    shoppers.map(async (shopper, index) => {
      // The golden ratio strews evenly, without a rhythm.
      const at = ((index * 0.618_033_988_7) % 1) * withinMs;
      await sleep(Math.max(0, startedAt + at - performance.now()));
      await work(shopper, answers);
    }),
  );
  return answers;
}

/** Throws when a cancellation was not carried out. */
async function allEnded(
  { client }: BenchStage,
  since: Date,
  count: number,
): Promise<Pick<Served, 'ended' | 'slowestMs'>> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(250)) {
    const { rows } = await client.query<{ status: string; ms: number }>(
      `SELECT status, extract(epoch FROM updated_at - opened_at)::float8 * 1000 AS ms FROM cancellations
       WHERE opened_at >= $1`,
      [since],
    );
    const ended = rows.filter(({ status }) => status === 'completed');
    if (ended.length === count) {
      return { ended: ended.length, slowestMs: Math.max(...ended.map(({ ms }) => ms)) };
    }
    if (Date.now() > deadline) {
      throw new Error(`Of ${count} cancellations ${ended.length} were carried out.`);
    }
  }
}

function report(minutes: number, asked: readonly Asked[], served: Served): Report {
  const { pages, requests, ended, slowestMs } = served;
  const refused = [pages, requests].flatMap(({ statuses }) =>
    [...statuses].filter(([status]) => status !== 200).map(([, count]) => count),
  );
  const throttled = asked.reduce((sum, each) => sum + each.throttled, 0);
  const late = pages.latencies.filter((ms) => ms > SERVED_WITHIN_MS).length;
  const row = (name: string, value: string, wanted = '') => ({ name, figures: [value, wanted] });
  return {
    title: 'Small shop',
    what: `${PAGES_A_MINUTE} order pages (of ${ORDERS} orders at most) and ${CANCELLATIONS_A_MINUTE} cancellations a minute for ${minutes} minutes, in a shop of 100 points a second.`,
    columns: ['figure', 'wanted'],
    rows: [
      row('calls of pages, menu item and block', figure(pages.latencies.length)),
      row('requests to cancel, with the look before', figure(requests.latencies.length)),
      row('- of all these refused', figure(refused.reduce((sum, count) => sum + count, 0)), '0'),
      row('a page’s call, p50', milliseconds(percentile(pages.latencies, 0.5))),
      row('a page’s call, p95', milliseconds(percentile(pages.latencies, 0.95)), 'below 200 ms'),
      row('longest', milliseconds(Math.max(...pages.latencies))),
      row('- that took more than three seconds', figure(late), '0'),
      row('cancellations carried out', figure(ended)),
      row('the slowest of them', milliseconds(slowestMs)),
      row('turned away by Shopify', figure(throttled)),
      row('points a second', figure(pointsOf(asked) / (minutes * 60)), 'at most 100'),
      ...asked
        .slice(0, 8)
        .map(({ operation, calls, points }) =>
          row(`- ${operation}: ${calls} calls`, figure(points)),
        ),
    ],
  };
}

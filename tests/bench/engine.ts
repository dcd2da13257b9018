import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

import { type AppProcess, startAppProcess } from '../support/processes/app-process.ts';
import { type BenchStage, openBenchStage } from './stage/bench-stage.ts';
import { figure, milliseconds, percentile } from './figures/figures.ts';
import { atAPace } from './stage/load.ts';
import type { Report } from './figures/report.ts';
import { createShoppers } from './shopper.ts';
import type { BenchOptions, Size } from './figures/size.ts';
import { openStatementCounter, type StatementCounts } from './figures/statement-counter.ts';
import { timeOutside } from './figures/time-outside.ts';
import { type CancelJobs, watchCancelJobs } from './stage/cancel-jobs.ts';
import { openTimedPlatform, type TimedPlatform } from './stage/timed-platform.ts';
import { PATIENCE_MS, until, untilNothingIsDue } from './worker-at-rest.ts';

/** Shops: enough that no one's allowance of Admin API calls runs out, which would measure the waiting. */
const SIZES = {
  full: { shops: 30, warmUp: 8, steady: 32, burst: 60, counted: 16 },
  short: { shops: 4, warmUp: 1, steady: 2, burst: 3, counted: 2 },
} as const;
const STEADY_PER_SECOND = 4;
const BURST_PER_SECOND = 20;
const UNTIL_QUIET_MS = 4_000;
const IDLE_MS = 4_000;

/** Cancellations from the shopper's click to the end, by one worker process. */
export async function benchEngine(
  size: Size,
  { statements = false }: BenchOptions = {},
): Promise<Report> {
  const { shops, warmUp, ...counts } = SIZES[size];
  const stage = await openBenchStage(shops);
  const timed = await openTimedPlatform(stage.devstore.origins.platform);
  const jobs = watchCancelJobs(stage.devstore.world);
  try {
    const worker = await startAppProcess('worker', stage.environment({ platform: timed.origin }));
    await carryOut(stage, warmUp);
    await untilNothingIsDue(stage);
    const steady = timesOf(jobs, timed, await carryOut(stage, counts.steady));
    await untilNothingIsDue(stage);
    await worker.stop();
    const burst = await workOff(stage, counts.burst);
    const counted = await countStatements(stage, counts.counted);
    return report(size, { steady, burst, counted }, statements);
  } finally {
    jobs.stop();
    await timed.close();
    await stage.close();
  }
}

interface CarriedOut {
  readonly shop: string;
  readonly orderId: string;
  readonly openedAt: Date;
  readonly endedAt: Date;
}

/** Cancellations requested at a steady pace, each from the request to its end. */
async function carryOut(stage: BenchStage, count: number): Promise<readonly CarriedOut[]> {
  const since = new Date();
  await atAPace(createShoppers(stage, count), STEADY_PER_SECOND, (shopper) => shopper.cancel());
  await untilAllCompleted(stage);
  const { rows } = await stage.client.query<CarriedOut>(
    `SELECT shop, order_id AS "orderId", opened_at AS "openedAt", updated_at AS "endedAt"
     FROM cancellations WHERE opened_at >= $1`,
    [since],
  );
  return rows;
}

interface Times {
  /** Milliseconds from the request to the end. */
  readonly all: number;
  /** Of these, those in which neither an answer of the platform's nor its own job was waited for. */
  readonly own: number;
}

const timesOf = (
  jobs: CancelJobs,
  platform: TimedPlatform,
  cancellations: readonly CarriedOut[],
): readonly Times[] =>
  cancellations.map(({ shop, orderId, openedAt, endedAt }) => {
    const whole = { from: openedAt.getTime(), to: endedAt.getTime() };
    const number = Number(orderId.split('/').at(-1));
    const job = jobs.of(shop, number);
    if (!job) throw new Error(`Nobody cancelled ${orderId}.`);
    return {
      all: whole.to - whole.from,
      own: timeOutside(whole, [job, ...platform.spansOf(shop)]),
    };
  });

interface Burst {
  readonly perSecond: number;
  /** How much of the time the local Shopify's process was busy, 0 to 1. */
  readonly shopifyBusy: number;
}

/** Requests everything while no worker runs, then starts one and takes the time. */
async function workOff(stage: BenchStage, count: number): Promise<Burst> {
  const since = new Date();
  await atAPace(createShoppers(stage, count), BURST_PER_SECOND, (shopper) => shopper.cancel());
  const worker = await startAppProcess('worker', stage.environment());
  const readyAt = Date.now();
  const before = performance.eventLoopUtilization();
  await untilAllCompleted(stage);
  const { utilization } = performance.eventLoopUtilization(before);
  await worker.stop();
  const { rows } = await stage.client.query<{ last: Date }>(
    'SELECT max(updated_at) AS last FROM cancellations WHERE opened_at >= $1',
    [since],
  );
  const tookMs = (rows[0]?.last.getTime() ?? NaN) - readyAt;
  return { perSecond: (count * 1_000) / tookMs, shopifyBusy: utilization };
}

interface Counted {
  /** For one cancellation. */
  readonly each: StatementCounts;
  /** In a second of a worker with nothing to do. */
  readonly idle: StatementCounts;
  /** How often one cancellation takes each, the most frequent first. */
  readonly texts: readonly (readonly [text: string, times: number])[];
}

/** The worker's statements, read off its connections. */
async function countStatements(stage: BenchStage, count: number): Promise<Counted> {
  const counter = await openStatementCounter(stage.databaseUrl);
  let worker: AppProcess | null = null;
  try {
    worker = await startAppProcess('worker', {
      ...stage.environment(),
      DATABASE_URL: counter.url,
    });
    await untilNothingIsDue(stage);
    // A worker that has just started looks at its queues more often.
    await sleep(UNTIL_QUIET_MS);
    const started = counter.counts();
    await sleep(IDLE_MS);
    const idle = counter.counts();
    const before = counter.texts();
    await carryOut(stage, count);
    await untilNothingIsDue(stage);
    const busy = counter.counts();
    const texts = [...counter.texts()]
      .map(([text, times]) => [text, (times - (before.get(text) ?? 0)) / count] as const)
      .filter(([, times]) => times > 0)
      .toSorted(([, one], [, other]) => other - one);
    return {
      texts,
      idle: difference(idle, started, IDLE_MS / 1_000),
      each: difference(busy, idle, count),
    };
  } finally {
    await worker?.stop();
    await counter.close();
  }
}

const difference = (
  after: StatementCounts,
  before: StatementCounts,
  by: number,
): StatementCounts => ({
  app: (after.app - before.app) / by,
  queue: (after.queue - before.queue) / by,
  transaction: (after.transaction - before.transaction) / by,
});

/** Throws when one of them ends in another way, or not in time. */
const untilAllCompleted = (stage: BenchStage): Promise<void> =>
  until('Not every cancellation was completed', PATIENCE_MS, async () => {
    const { rows } = await stage.client.query<{ status: string; live: boolean }>(
      `SELECT DISTINCT status, live FROM cancellations WHERE status <> 'completed'`,
    );
    const other = rows.find(({ status, live }) => !live || status === 'needs_attention');
    if (other) throw new Error(`A cancellation ended as ${other.status}.`);
    return rows.length === 0;
  });

function report(
  size: Size,
  found: {
    readonly steady: readonly Times[];
    readonly burst: Burst;
    readonly counted: Counted;
  },
  statements: boolean,
): Report {
  const { shops, steady: requested, burst: waiting } = SIZES[size];
  const { steady, burst, counted } = found;
  const { each, idle, texts } = counted;
  const all = steady.map((times) => times.all);
  const own = steady.map((times) => times.own);
  const total = each.app + each.queue + each.transaction;
  return {
    title: 'Engine',
    what: `Full cancellations (hold, cancel, refund, restock, mail) by one worker, 8 at a time, in ${shops} shops: ${requested} requested at ${STEADY_PER_SECOND} a second, then ${waiting} waiting at once. PostgreSQL, the local Shopify and the app share this machine.`,
    columns: ['figure'],
    rows: [
      { name: 'request to completed, p50', figures: [milliseconds(percentile(all, 0.5))] },
      { name: 'request to completed, p95', figures: [milliseconds(percentile(all, 0.95))] },
      {
        name: '- of these beside Shopify’s answers and its own job, p50',
        figures: [milliseconds(percentile(own, 0.5))],
      },
      {
        name: '- of these beside Shopify’s answers and its own job, p95',
        figures: [milliseconds(percentile(own, 0.95))],
      },
      { name: 'completed a second, from a backlog', figures: [figure(burst.perSecond)] },
      {
        name: 'of that time the local Shopify was busy',
        figures: [`${figure(100 * burst.shopifyBusy)} %`],
      },
      {
        name: 'statements for one cancellation and the webhooks about it',
        figures: [figure(total)],
      },
      { name: '- on the app’s tables', figures: [figure(each.app)] },
      { name: '- BEGIN, COMMIT', figures: [figure(each.transaction)] },
      { name: '- of the queue, its polling included', figures: [figure(each.queue)] },
      {
        name: 'statements a second of an idle worker',
        figures: [figure(idle.app + idle.queue + idle.transaction)],
      },
      ...(statements ? texts : []).map(([text, times]) => ({
        name: `- ${inOneLine(text)}`,
        figures: [times.toFixed(2)],
      })),
    ],
  };
}

const MOST_SHOWN = 110;

const inOneLine = (text: string): string =>
  text.trim().replace(/\s+/g, ' ').replaceAll('|', '¦').slice(0, MOST_SHOWN);

import { setTimeout as sleep } from 'node:timers/promises';

import { startAppProcess } from '../support/processes/app-process.ts';
import { type BenchStage, openBenchStage } from './stage/bench-stage.ts';
import { figure, milliseconds, percentile } from './figures/figures.ts';
import { type Answers, atAPace, noAnswers, noting } from './stage/load.ts';
import { type Asked, pointsOf } from './figures/points-meter.ts';
import type { Report } from './figures/report.ts';
import { createStrangers, type Shopper } from './shopper.ts';
import type { Size } from './figures/size.ts';
import { untilNothingIsDue } from './worker-at-rest.ts';

const SIZES = {
  full: { shoppers: 28, forMs: 75_000 },
  short: { shoppers: 3, forMs: 20_000 },
} as const;
const PER_SECOND = 14;
const ORDERS_AGE_MS = 3_000;
/** Somebody who was refused presses again; somebody who waits looks again. */
const PAUSE_MS = 2_000;
/** After this many refusals of one thing the most eager give up. */
const MOST_TRIES = 8;

/**
 * Many shoppers at once on one shop of the smallest plan: each opens the window, tries a part, cancels the whole
 * order and follows it on the page, pressing again when refused.
 */
export async function benchEager(size: Size): Promise<Report> {
  const { shoppers: count, forMs } = SIZES[size];
  const stage = await openBenchStage(2);
  try {
    const small = stage.shops[1];
    if (!small) throw new Error('There is no small shop.');
    const worker = await startAppProcess('worker', stage.environment());
    const shoppers = createStrangers(stage, count, small);
    // Orders of this very second are read again with every look.
    await sleep(ORDERS_AGE_MS);
    await untilNothingIsDue(stage);
    stage.points.take();
    const startedAt = Date.now();
    const answers = noAnswers();
    const accepted = await atAPace(shoppers, PER_SECOND, (shopper) =>
      goThrough(shopper, answers, startedAt + forMs),
    );
    const found = await ended(stage, startedAt, startedAt + forMs);
    const asked = stage.points.take();
    await worker.stop();
    return report(size, { answers, accepted: accepted.filter(Boolean).length, found, asked });
  } finally {
    await stage.close();
  }
}

/** Whether the shopper's request was accepted. */
async function goThrough(shopper: Shopper, answers: Answers, until: number): Promise<boolean> {
  const untilOk = async (request: () => Promise<number>): Promise<boolean> => {
    for (let tries = 0; tries < MOST_TRIES && Date.now() < until; tries += 1) {
      let status = 0;
      await noting(answers, async () => (status = await request()));
      if (status === 200) return true;
      await sleep(PAUSE_MS);
    }
    return false;
  };
  if (!(await untilOk(() => shopper.look()))) return false;
  await untilOk(() => shopper.quotePart());
  if (!(await untilOk(() => shopper.confirm()))) return false;
  for (let looks = 0; looks < 5 && Date.now() < until; looks += 1) {
    await sleep(PAUSE_MS);
    await noting(answers, () => shopper.look());
  }
  return true;
}

interface Ended {
  /** Milliseconds from the first shopper until each cancellation that ended. */
  readonly afterMs: readonly number[];
  readonly requested: number;
}

/** Waits for the cancellations, but not for ever. */
async function ended({ client }: BenchStage, since: number, until: number): Promise<Ended> {
  for (;;) {
    const { rows } = await client.query<{ live: boolean; status: string; updated_at: Date }>(
      'SELECT live, status, updated_at FROM cancellations WHERE opened_at >= $1',
      [new Date(since)],
    );
    const other = rows.find(({ live, status }) => !live && status !== 'completed');
    if (other) throw new Error(`A cancellation ended as ${other.status}.`);
    if (Date.now() >= until || rows.every(({ live }) => !live)) {
      const over = rows.filter(({ live }) => !live);
      const afterMs = over.map(({ updated_at: at }) => at.getTime() - since);
      return { afterMs, requested: rows.length };
    }
    await sleep(250);
  }
}

function report(
  size: Size,
  {
    answers,
    accepted,
    found,
    asked,
  }: {
    readonly answers: Answers;
    readonly accepted: number;
    readonly found: Ended;
    readonly asked: readonly Asked[];
  },
): Report {
  const { shoppers, forMs } = SIZES[size];
  const statuses = [...answers.statuses].sort(([a], [b]) => a - b);
  return {
    title: 'Eager shoppers',
    what: `${shoppers} shoppers, ${PER_SECOND} a second, on one shop of 100 points a second, for ${forMs / 1_000} s: each opens the window, tries a part, cancels the order and follows it.`,
    columns: ['figure'],
    rows: [
      { name: 'calls', figures: [`${answers.latencies.length}`] },
      ...statuses.map(([status, count]) => ({ name: `- HTTP ${status}`, figures: [`${count}`] })),
      { name: 'a call, p95', figures: [milliseconds(percentile(answers.latencies, 0.95))] },
      { name: 'longest call', figures: [milliseconds(Math.max(...answers.latencies))] },
      { name: 'cancellations accepted', figures: [`${accepted}`] },
      { name: 'ended in time', figures: [`${found.afterMs.length} of ${found.requested}`] },
      {
        name: 'the last of them after',
        figures: [found.afterMs.length > 0 ? milliseconds(Math.max(...found.afterMs)) : '-'],
      },
      { name: 'points', figures: [figure(pointsOf(asked))] },
      ...asked.slice(0, 8).map(({ operation, calls, throttled, points }) => ({
        name: `- ${operation}: ${calls} calls, ${throttled} throttled`,
        figures: [figure(points)],
      })),
    ],
  };
}

import { setTimeout as sleep } from 'node:timers/promises';

import { startAppProcess } from '../support/processes/app-process.ts';
import { type BenchStage, openBenchStage } from './stage/bench-stage.ts';
import { figure } from './figures/figures.ts';
import { type Asked, pointsOf } from './figures/points-meter.ts';
import type { Report } from './figures/report.ts';
import { createShoppers } from './shopper.ts';
import type { Size } from './figures/size.ts';
import { untilNothingIsDue } from './worker-at-rest.ts';

const ORDERS_AGE_MS = 3_000;

/** News of a cancellation that is over are gathered for a minute before it is looked at. */
const SIZES = {
  full: { menuItems: 20, lateLooksMs: 65_000 },
  short: { menuItems: 2, lateLooksMs: 0 },
} as const;

/** What each flow takes of a shop's points, with nobody else at work. */
export async function benchPoints(size: Size): Promise<Report> {
  const { menuItems, lateLooksMs } = SIZES[size];
  const stage = await openBenchStage(1);
  try {
    const worker = await startAppProcess('worker', stage.environment());
    await untilNothingIsDue(stage);
    const flows: { readonly name: string; readonly asked: readonly Asked[] }[] = [];
    const measured = async (name: string, work: () => Promise<unknown>): Promise<void> => {
      stage.points.take();
      await work();
      flows.push({ name, asked: stage.points.take() });
    };
    const listed = createShoppers(stage, menuItems);
    const [shopper] = createShoppers(stage, 1);
    if (!shopper) throw new Error('There is no shopper.');
    // Orders of this very second are read again with every look.
    await sleep(ORDERS_AGE_MS);
    await untilNothingIsDue(stage);
    const lookAll = (): Promise<unknown> => Promise.all(listed.map((each) => ok(each.look())));
    await measured(`list page with ${menuItems} menu items, cold`, lookAll);
    await measured(`list page with ${menuItems} menu items, warm`, lookAll);
    await measured('window: menu item and block of one page', () =>
      Promise.all([ok(shopper.look()), ok(shopper.look())]),
    );
    await measured('window: two parts tried', async () => {
      await ok(shopper.quotePart());
      await ok(shopper.quotePart());
    });
    await measured('request of the whole order', () => ok(shopper.confirm()));
    await measured('carried out, with its webhooks', () => carriedOut(stage, lateLooksMs));
    await worker.stop();
    return report(flows);
  } finally {
    await stage.close();
  }
}

async function ok(status: Promise<number>): Promise<void> {
  const got = await status;
  if (got !== 200) throw new Error(`Answered with HTTP ${got}.`);
}

/** Webhooks and the looks they cause come for a while after the end. */
async function carriedOut(stage: BenchStage, lateLooksMs: number): Promise<void> {
  for (const deadline = Date.now() + 60_000; ; await sleep(100)) {
    const { rows } = await stage.client.query<{ live: boolean }>('SELECT live FROM cancellations');
    if (rows.length > 0 && rows.every(({ live }) => !live)) break;
    if (Date.now() > deadline) throw new Error('The cancellation did not end.');
  }
  await untilNothingIsDue(stage);
  await sleep(lateLooksMs);
  await untilNothingIsDue(stage);
}

function report(
  flows: readonly { readonly name: string; readonly asked: readonly Asked[] }[],
): Report {
  return {
    title: 'Points',
    what: 'Points of what came back, by the rule that the local Shopify charges by, for an order of three units paid by card.',
    columns: ['calls', 'points'],
    rows: flows.flatMap(({ name, asked }) => [
      {
        name,
        figures: [
          figure(asked.reduce((total, { calls }) => total + calls, 0)),
          figure(pointsOf(asked)),
        ],
      },
      ...asked.map(({ operation, calls, points }) => ({
        name: `- ${operation}`,
        figures: [figure(calls), figure(points)],
      })),
    ]),
  };
}

import { setTimeout as sleep } from 'node:timers/promises';

import type { ShopDomain } from '../../app/domain/ids.ts';
import { createJobQueue, startBoss } from '../../app/jobs/queue/job-queue.ts';
import { startAppProcess } from '../support/processes/app-process.ts';
import { type BenchStage, openBenchStage } from './stage/bench-stage.ts';
import { figure } from './figures/figures.ts';
import { type Asked, pointsOf } from './figures/points-meter.ts';
import type { Report } from './figures/report.ts';
import { createShoppers, type Shopper } from './shopper.ts';
import type { Size } from './figures/size.ts';
import { createStaff } from './staff.ts';
import { untilNothingIsDue } from './worker-at-rest.ts';

const ORDERS_AGE_MS = 3_000;

/** News of a cancellation that is over are gathered for a minute before it is looked at. */
const SIZES = {
  full: { menuItems: 20, history: 80, lateLooksMs: 65_000 },
  short: { menuItems: 2, history: 2, lateLooksMs: 0 },
} as const;
const SIMULATED = 10_000;

interface Flow {
  readonly name: string;
  readonly asked: readonly Asked[];
  /** How often it is done in what the name says. */
  readonly times: number;
  readonly wanted: number | null;
}

/** What each flow takes of a shop's points, with nobody else at work. */
export async function benchPoints(size: Size): Promise<Report> {
  const { menuItems, history, lateLooksMs } = SIZES[size];
  const stage = await openBenchStage(1);
  try {
    const worker = await startAppProcess('worker', stage.environment());
    await untilNothingIsDue(stage);
    const [shop] = stage.shops;
    if (!shop) throw new Error('There is no shop.');
    const flows: Flow[] = [];
    const measured = async (
      name: string,
      work: () => Promise<unknown>,
      {
        wanted = null,
        times = 1,
      }: { readonly wanted?: number | null; readonly times?: number } = {},
    ): Promise<void> => {
      stage.points.take();
      await work();
      flows.push({ name, asked: stage.points.take(), times, wanted });
    };
    const whole = (name: string, steps: number, wanted: number): void => {
      const asked = flows.slice(-steps).flatMap((flow) => flow.asked);
      flows.push({ name, asked: summed(asked), times: 1, wanted });
    };
    const listed = createShoppers(stage, menuItems);
    const [shopper, partly, byStaff] = createShoppers(stage, 3);
    if (!shopper || !partly || !byStaff) throw new Error('There is no shopper.');
    const staff = createStaff(stage, shop);
    // Orders of this very second are read again with every look; what webhooks say of them is settled seconds later.
    for (let rests = 0; rests < 3; rests += 1) {
      await sleep(ORDERS_AGE_MS);
      await untilNothingIsDue(stage);
    }
    // As the browser does: each item of the page for itself, all at once.
    const lookAll = (): Promise<unknown> => Promise.all(listed.map((each) => ok(each.look())));
    await measured(`list page with ${menuItems} menu items, cold`, lookAll, { wanted: 400 });
    await measured(`list page with ${menuItems} menu items, warm`, lookAll, { wanted: 0 });
    await measured('window: menu item and block of one page', () =>
      Promise.all([ok(shopper.look()), ok(shopper.look())]),
    );
    await measured('window: two parts tried', async () => {
      await ok(shopper.quotePart());
      await ok(shopper.quotePart());
    });
    await measured('request of the whole order', () => ok(shopper.confirm()));
    await measured('carried out, with its webhooks', () => carriedOut(stage, lateLooksMs));
    whole('a whole cancellation by a shopper, from look to end', 4, 500);
    await measured(
      'a part by a shopper, from look to end',
      async () => {
        await cancelPart(partly);
        await carriedOut(stage, lateLooksMs);
      },
      { wanted: 550 },
    );
    await measured(
      'a whole cancellation by staff, from look to end',
      async () => {
        await ok(staff.look(byStaff.orderNumber));
        await ok(staff.cancel(byStaff.orderNumber));
        await carriedOut(stage, lateLooksMs);
      },
      { wanted: 500 },
    );
    createShoppers(stage, history);
    await untilNothingIsDue(stage);
    const orders = shop.shop.orders.size;
    await measured(
      `simulation of ${SIMULATED} orders, from one of ${orders}`,
      () => ok(staff.simulate()),
      { times: SIMULATED / orders },
    );
    await measured(`reconciliation of ${orders} orders that changed`, () => reconciled(stage));
    await worker.stop();
    return report(flows);
  } finally {
    await stage.close();
  }
}

async function cancelPart(shopper: Shopper): Promise<void> {
  await ok(shopper.look());
  await ok(shopper.quotePart());
  await ok(shopper.confirmPart());
}

/** What the clock has done once an hour: whatever changed is read again, whatever webhooks said. */
async function reconciled(stage: BenchStage): Promise<void> {
  const boss = await startBoss({
    connection: { connectionString: stage.databaseUrl },
    connections: 1,
    works: false,
    onError: () => undefined,
  });
  try {
    const [shop] = stage.shops;
    const queue = createJobQueue(boss, stage.client);
    await queue.enqueue({
      job: { name: 'sync-orders', shop: shop?.domain as ShopDomain },
      at: Date.now(),
    });
    await untilNothingIsDue(stage);
  } finally {
    await boss.stop({ graceful: false });
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

/** The same operations of several flows as one. */
const summed = (asked: readonly Asked[]): readonly Asked[] =>
  [...Map.groupBy(asked, ({ operation }) => operation)]
    .map(([operation, those]) => ({
      operation,
      calls: those.reduce((sum, { calls }) => sum + calls, 0),
      throttled: those.reduce((sum, { throttled }) => sum + throttled, 0),
      points: pointsOf(those),
    }))
    .toSorted((one, other) => other.points - one.points);

function report(flows: readonly Flow[]): Report {
  return {
    title: 'Points',
    what: 'Points of what came back, by the rule that the local Shopify charges by, for orders of three units paid by card.',
    columns: ['calls', 'points', 'wanted'],
    rows: flows.flatMap(({ name, asked, times, wanted }) => [
      {
        name,
        figures: [
          figure(times * asked.reduce((total, { calls }) => total + calls, 0)),
          figure(times * pointsOf(asked)),
          wanted === null ? '' : `at most ${wanted}`,
        ],
      },
      ...asked.map(({ operation, calls, points }) => ({
        name: `- ${operation}`,
        figures: [figure(times * calls), figure(times * points), ''],
      })),
    ]),
  };
}

import { SKU } from 'devstore/seed';
import { beforeEach, describe, expect, test } from 'vitest';

import type { OrderHistory } from '../../../app/application/policy/ports.ts';
import { err } from '../../../app/domain/result.ts';
import type { AdminClient } from '../../../app/platform/client/admin-client.ts';
import { createOrderHistory } from '../../../app/platform/reads/order-history.ts';
import { platformError } from '../../../app/platform/client/platform-error.ts';
import { type PlatformStage, setPlatformStage } from '../../support/stages/platform-stage.ts';

const DAY = 24 * 60 * 60 * 1000;

let stage: PlatformStage;
let history: OrderHistory;
let pauses: number[];

beforeEach(() => {
  stage = setPlatformStage();
  pauses = [];
  history = createOrderHistory({
    client: stage.client,
    clock: stage.scene.world,
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
      stage.wait(milliseconds / 1000);
    },
  });
});

const signal = new AbortController().signal;

async function readAll(since: number) {
  const pages = [];
  let after: string | null = null;
  do {
    const page = await history.readPage(stage.shop, { since, after, signal });
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    pages.push(page.value);
    after = page.value.next;
  } while (after !== null);
  return pages;
}

describe('the history of orders', () => {
  test('brings every order since an instant once, the newest first, with its facts', async () => {
    stage.place();
    stage.wait(60);
    const since = stage.scene.world.now();
    const placed = Array.from({ length: 60 }, () => {
      stage.wait(1);
      return stage.place({ lines: [{ sku: SKU.mug, quantity: 1 }] });
    });
    const pages = await readAll(since);
    const orders = pages.flatMap((page) => page.orders);
    expect(orders.map(({ id }) => id)).toEqual(placed.toReversed());
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => 60));
    const [newest] = orders;
    if (!newest) throw new Error('No order was read.');
    // Read once more, and later: the facts are the same, and say when.
    const again = await stage.read(newest.id);
    expect(again).toEqual({ ...newest, readAt: stage.scene.world.now() });
  });

  test('case 56: says from when on the platform shows orders to the app at all', async () => {
    const [page] = await readAll(0);
    expect(page?.visibleSince).toBe(stage.scene.world.now() - 60 * DAY);
  });

  test('asks for collections once a page', async () => {
    for (let order = 0; order < 8; order += 1) {
      stage.place({ lines: [{ sku: order % 2 === 0 ? SKU.mug : SKU.bowl, quantity: 1 }] });
    }
    stage.sent.length = 0;
    const orders = (await readAll(0)).flatMap((page) => page.orders);
    expect(orders).toHaveLength(8);
    const asking = (name: string) => stage.sent.filter(({ query }) => query.includes(name));
    expect(asking('query ReadOrderHistory')).toHaveLength(2);
    expect(asking('query ReadCollections')).toHaveLength(2);
  });

  test('leaves half of the shop’s budget to everybody else', async () => {
    for (let order = 0; order < 260; order += 1) stage.place();
    await readAll(0);
    expect(Math.max(...pauses)).toBeGreaterThan(0);
    const budgetAfter = await leftOfBudget();
    expect(budgetAfter).toBeGreaterThan(0.4);
  });

  test('waits while the platform asks for it, and goes on where it was', async () => {
    stage.place();
    const fault = { at: 'admin_api', operation: 'orders', effect: { kind: 'throttled' } };
    stage.scene.world.faults.inject({ fault: fault as never });
    const [page] = await readAll(0);
    expect(page?.orders).toHaveLength(1);
    expect(pauses).not.toEqual([]);
  });

  test('asks for fewer orders when the platform finds a page too dear', async () => {
    for (let order = 0; order < 20; order += 1) stage.place();
    const dear = createOrderHistory({ client: atMost(3), clock: stage.scene.world });
    const page = await dear.readPage(stage.shop, { since: 0, after: null, signal });
    expect(page.ok && page.value.orders).toHaveLength(2);
    const none = createOrderHistory({ client: atMost(0), clock: stage.scene.world });
    expect(await none.readPage(stage.shop, { since: 0, after: null, signal })).toMatchObject({
      ok: false,
      error: { code: 'MAX_COST_EXCEEDED' },
    });
  });

  test('any other failure is the caller’s to hear', async () => {
    const fault = { at: 'admin_api', operation: 'orders', effect: { kind: 'http', status: 503 } };
    stage.scene.world.faults.inject({ fault: fault as never });
    expect(await history.readPage(stage.shop, { since: 0, after: null, signal })).toMatchObject({
      ok: false,
      error: { kind: 'unavailable' },
    });
  });

  test('a reading that was called off asks nothing more', async () => {
    const aborted = AbortSignal.abort();
    await expect(
      history.readPage(stage.shop, { since: 0, after: null, signal: aborted }),
    ).rejects.toThrow('aborted');
    expect(stage.sent).toEqual([]);
  });
});

/** A platform that lets no query ask for more orders than these. */
const atMost = (orders: number): AdminClient => ({
  ...stage.client,
  send: async (shop, document, variables, onBudget) =>
    Number((variables as { first?: number }).first) > orders
      ? err(platformError('refused', 'MAX_COST_EXCEEDED', 'Query cost is too high.'))
      : stage.client.send(shop, document, variables, onBudget),
});

/** The part of the shop's query budget that is there. */
async function leftOfBudget(): Promise<number> {
  let left = 0;
  await stage.client.send(
    stage.shop,
    { kind: 'query', operationName: 'Probe', text: 'query Probe { shop { name } }' },
    {},
    ({ available, maximum }) => (left = available / maximum),
  );
  return left;
}

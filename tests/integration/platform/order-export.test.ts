import { beforeEach, describe, expect, test } from 'vitest';

import { syncOrders } from '../../../app/application/order/sync-orders.ts';
import { type PlatformStage, setPlatformStage } from '../../support/stages/platform-stage.ts';
import { createMemoryDatabase } from '../../simulation/adapters/memory-database.ts';

let stage: PlatformStage;
beforeEach(() => {
  stage = setPlatformStage();
});

const started = async (updatedSince: number | null): Promise<string> => {
  const answer = await stage.platform.startOrderExport(stage.shop, { updatedSince });
  if (!answer.ok || answer.value === null) throw new Error(JSON.stringify(answer));
  return answer.value;
};

async function linesOf(exportId: string, fromLine = 0): Promise<unknown[]> {
  const look = await stage.platform.readOrderExport(stage.shop, exportId);
  if (!look.ok || look.value?.state !== 'written') throw new Error(JSON.stringify(look));
  const got: unknown[] = [];
  for await (const page of stage.platform.exportedOrders(look.value.file ?? '', fromLine)) {
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    got.push(...page.value.orders.map(({ id }) => id));
  }
  return got;
}

describe('a file of orders', () => {
  test('holds what changed since an instant, as the list has it, from any of its lines on', async () => {
    stage.place();
    stage.wait(60);
    const since = stage.scene.world.now();
    const [first, second] = [stage.place(), stage.place()];
    const exportId = await started(since);
    expect(await stage.platform.readOrderExport(stage.shop, exportId)).toMatchObject({
      value: { state: 'running' },
    });
    stage.wait(5);
    expect((await linesOf(exportId)).toSorted()).toEqual([first, second].toSorted());
    expect(await linesOf(exportId, 1)).toHaveLength(1);
    const page = await stage.platform.listOrders(stage.shop, { updatedSince: since, after: null });
    const look = await stage.platform.readOrderExport(stage.shop, exportId);
    if (!look.ok || look.value?.state !== 'written') throw new Error('not written');
    for await (const read of stage.platform.exportedOrders(look.value.file ?? '', 0)) {
      // No file can have the places that an order is sent from.
      const listed = page.ok ? page.value.orders : [];
      expect(read.ok && read.value.orders).toEqual(
        listed.map((order) => ({ ...order, traits: { ...order.traits, locations: null } })),
      );
    }
  });

  test('is not begun as the sixth at a time, and one that failed is known as such', async () => {
    stage.place();
    for (let count = 0; count < 5; count += 1) await started(null);
    const sixth = await stage.platform.startOrderExport(stage.shop, { updatedSince: null });
    expect(sixth).toEqual({ ok: true, value: null });
    stage.wait(10);
    stage.scene.world.faults.inject({
      fault: { at: 'bulk_operation', type: 'QUERY', effect: { kind: 'fail', code: 'TIMEOUT' } },
    });
    const failing = await started(null);
    stage.wait(10);
    const read = await stage.platform.readOrderExport(stage.shop, failing);
    expect(read).toEqual({ ok: true, value: { state: 'failed' } });
    const unknown = await stage.platform.readOrderExport(
      stage.shop,
      'gid://shopify/BulkOperation/1',
    );
    expect(unknown).toEqual({ ok: true, value: null });
  });

  test('brings a new shop’s orders for the points of five pages and a few looks', async () => {
    const ORDERS = 620;
    for (let count = 0; count < ORDERS; count += 1) {
      stage.wait(1);
      stage.place();
    }
    const database = createMemoryDatabase();
    const deps = {
      clock: stage.scene.world,
      platform: stage.platform,
      store: database.cancellations,
      queue: database.queue,
      orders: database.orders,
      unreadable: database.unreadable,
      installations: database.installations,
    };
    stage.sent.splice(0);
    let copied = 0;
    for (let run = 0; (await database.orders.watermark(stage.shop)) === null; run += 1) {
      copied += await syncOrders(deps, stage.shop);
      stage.wait(3);
      expect(run).toBeLessThan(10);
    }
    // The order that the pages ended with is in the file again, without its places, which stay known.
    expect(copied).toBe(ORDERS + 1);
    const points = stage.sent.reduce((total, { requestedCost }) => total + (requestedCost ?? 0), 0);
    expect(points).toBeLessThan(600);
  });
});

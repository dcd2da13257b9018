import { seedOrder, SKU } from 'devstore/seed';
import { describe, expect, test } from 'vitest';

import type { OrderId } from '../../../app/domain/ids.ts';
import { type PlatformStage, setPlatformStage } from '../../support/stages/platform-stage.ts';

/* Each order on a customer's list asks whether it can be cancelled: those of one page are read together. */

const TO_SHOW = { toShow: { since: 0 } };

const withOrders = (count: number, options: Parameters<typeof setPlatformStage>[0] = {}) => {
  const stage = setPlatformStage(options);
  const orders = Array.from({ length: count }, (_, index) =>
    seedOrder(stage.scene, { lines: [{ sku: SKU.mug, quantity: 1 + (index % 3) }] }),
  );
  const ids = orders.map(({ id }) => `gid://shopify/Order/${id}` as OrderId);
  return { stage, ids };
};

const readAll = ({ platform, shop }: PlatformStage, ids: readonly OrderId[]) =>
  Promise.all(ids.map((id) => platform.readOrder(shop, id, TO_SHOW)));

const named = ({ sent }: PlatformStage, operation: string) =>
  sent.filter(({ query }) => query.includes(`query ${operation}(`));

describe('orders that are asked for at the same time', () => {
  test('are read in a few queries, and read as each by itself is', async () => {
    const { stage, ids } = withOrders(20);
    const together = await readAll(stage, ids);
    expect(named(stage, 'ReadOrders')).toHaveLength(3);
    // The collections of their products, where a rule asks for them, once for all of a query.
    expect(named(stage, 'ReadCollections')).toHaveLength(3);
    expect(stage.sent).toHaveLength(6);
    // Even if the platform took each of them for itself.
    for (const { variables } of named(stage, 'ReadOrders')) {
      expect((variables as { ids: string[] }).ids.length).toBeLessThanOrEqual(7);
    }
    for (const [index, id] of ids.entries()) {
      expect(together[index]).toEqual(await stage.platform.readOrder(stage.shop, id));
    }
  });

  test('are each their own: one that is gone is told so, and stops no other', async () => {
    const { stage, ids } = withOrders(3);
    const gone = 'gid://shopify/Order/1' as OrderId;
    const [first, none, ...others] = await readAll(stage, [ids[0] as OrderId, gone, ...ids]);
    expect(first).toMatchObject({ ok: true, value: { id: ids[0] } });
    expect(none).toEqual({ ok: true, value: null });
    expect(others.every((read) => read.ok && read.value !== null)).toBe(true);
  });

  test('are read with less where the app is approved for less', async () => {
    const { stage, ids } = withOrders(2, { protectedData: [] });
    const read = await readAll(stage, ids);
    expect(read.map((each) => each.ok && each.value?.id)).toEqual(ids);
    expect(named(stage, 'ReadOrders')).toHaveLength(1);
  });

  test('are read each by itself where an answer for all of them makes no sense', async () => {
    const { stage, ids } = withOrders(3);
    stage.scene.world.faults.inject({
      fault: { at: 'admin_api', operation: 'ReadOrders', effect: { kind: 'malformed_body' } },
    });
    const read = await readAll(stage, ids);
    expect(read.map((each) => each.ok && each.value?.id)).toEqual(ids);
    expect(named(stage, 'ReadOrder')).toHaveLength(3);
  });

  test('fail together where the platform is away', async () => {
    const { stage, ids } = withOrders(3);
    stage.scene.world.faults.inject({
      fault: { at: 'admin_api', operation: 'ReadOrders', effect: { kind: 'http', status: 503 } },
    });
    const read = await readAll(stage, ids);
    expect(read.map((each) => !each.ok && each.error.kind)).toEqual(Array(3).fill('unavailable'));
    expect(named(stage, 'ReadOrder')).toEqual([]);
  });
});

test('what is decided on is read by itself', async () => {
  const { stage, ids } = withOrders(2);
  await Promise.all(ids.map((id) => stage.platform.readOrder(stage.shop, id)));
  expect(named(stage, 'ReadOrder')).toHaveLength(2);
  expect(named(stage, 'ReadOrders')).toEqual([]);
});

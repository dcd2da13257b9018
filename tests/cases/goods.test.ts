import { SKU } from 'devstore/seed';
import { describe, expect, test } from 'vitest';

import type { Exclusion } from '../../app/domain/policy/document/policy.ts';
import { openStage } from './stage.ts';

const codes = (result: { readonly ok: boolean; readonly error?: unknown }): string[] =>
  result.ok ? [] : (result.error as { code: string }[]).map(({ code }) => code);
const refuse = { then: 'refuse', wording: null } as const;

describe('goods', () => {
  test('case 34: of an order that was sent in part only the unsent units can be cancelled', async () => {
    const stage = await openStage({
      lines: [{ sku: SKU.mug, quantity: 3 }],
      fulfillment: 'partly_fulfilled',
      policy: { rule: { instant: { minutes: 60, cutOff: null, untilFulfillment: false } } },
    });
    expect(codes(await stage.request())).toContain('partly_fulfilled');
    expect(codes(await stage.request({ selection: stage.units(3) }))).toEqual(['too_many_units']);
    expect((await stage.request({ selection: stage.units(2) })).ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({
      cancels: 0,
      shippedUnits: 1,
      refunded: { shopify_payments: 2_500 },
    });
  });

  test('case 34: what was sent between the request and the hold is never refunded', async () => {
    const stage = await openStage({ lines: [{ sku: SKU.mug, quantity: 2 }] });
    await stage.request({ selection: stage.units(1) });
    stage.scene.world.commerce.fulfill(stage.scene.domain, stage.order.id);
    await stage.settle();
    expect((await stage.record()).state).toMatchObject({
      status: 'declined',
      turnedBack: { why: { code: 'already_shipped' } },
    });
    expect(stage.ledger().refunded).toEqual({});
  });

  test('case 35: each unit goes back to the location that had reserved it', async () => {
    const stage = await openStage({
      lines: [
        { sku: SKU.mug, quantity: 2 },
        { sku: SKU.bowl, quantity: 1 },
      ],
    });
    const [mug, bowl] = stage.order.lines;
    if (!mug || !bowl) throw new Error('Two lines were ordered');
    await stage.request({ selection: stage.units(1, 0) });
    await stage.settle();
    expect(Object.values(stage.ledger().restocked)).toEqual([1]);
    await stage.request();
    await stage.settle();
    expect(Object.values(stage.ledger().restocked).reduce((a, b) => a + b, 0)).toBe(3);
  });

  test('case 37: what may not be sold again stays off the shelf, everything else goes back', async () => {
    const stage = await openStage({
      lines: [
        { sku: SKU.mug, quantity: 2 },
        { sku: SKU.untracked, quantity: 1 },
      ],
      policy: { rule: { restock: { byDefault: false, neverTags: [] } } },
    });
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger().restocked).toEqual({});
  });

  test.each<[string, string, Exclusion]>([
    ['digital', SKU.digital, { kind: 'digital', ...refuse }],
    ['gift_card', SKU.giftCard, { kind: 'gift_card', ...refuse }],
  ])(
    'case 38: an excluded line (%s) is refused line by line, the others stay possible',
    async (kind, sku, exclusion) => {
      const stage = await openStage({
        lines: [
          { sku: SKU.mug, quantity: 1 },
          { sku, quantity: 1 },
        ],
        policy: { rule: { exclusions: [exclusion] } },
      });
      const whole = await stage.request();
      expect(whole).toMatchObject({
        ok: false,
        error: [{ code: 'excluded', exclusion: kind }],
      });
      expect(codes(await stage.request({ selection: stage.units(0, 1) }))).toEqual(['excluded']);
      expect((await stage.request({ selection: stage.units(1, 0) })).ok).toBe(true);
      await stage.settle();
      expect((await stage.record()).state.status).toBe('completed');
    },
  );

  test('case 40: an order sold in the shop is not cancelled online by its customer', async () => {
    const stage = await openStage({ sourceName: 'pos', channelName: 'Point of Sale' });
    const codesOfRefusal = codes(await stage.request());
    expect(codesOfRefusal).toContain('point_of_sale');
  });

  test('case 41: components of a bundle leave together or not at all', async () => {
    const group = { title: 'Breakfast set', quantity: 1 };
    const stage = await openStage({
      lines: [
        { sku: SKU.mug, quantity: 1, group },
        { sku: SKU.bowl, quantity: 1, group },
      ],
    });
    expect(codes(await stage.request({ selection: stage.units(1, 0) }))).toContain(
      'bundle_cancels_together',
    );
    expect((await stage.request()).ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
  });

  test('case 42: units that an edit took away before are neither refunded nor restocked again', async () => {
    const stage = await openStage({ lines: [{ sku: SKU.mug, quantity: 3 }] });
    const [line] = stage.order.lines;
    if (!line) throw new Error('A line was ordered');
    stage.scene.world.commerce.editOrder(stage.scene.domain, stage.order.id, [
      { lineItemId: line.id, quantity: 2, restock: true },
    ]);
    expect(codes(await stage.request({ selection: stage.units(3) }))).toEqual(['too_many_units']);
    await stage.request();
    await stage.settle();
    expect(Object.values(stage.ledger().restocked).reduce((a, b) => a + b, 0)).toBe(3);
  });

  test('case 43: while a return is open the request is refused before the click', async () => {
    const stage = await openStage({ fulfillment: 'partly_fulfilled' });
    const [line] = stage.order.lines;
    if (!line) throw new Error('A line was ordered');
    stage.scene.world.commerce.openReturn(stage.scene.domain, stage.order.id, [
      { lineItemId: line.id, quantity: 1 },
    ]);
    expect(codes(await stage.request())).toContain('active_return');
    expect(codes(await stage.cancel())).toContain('active_return');
  });

  test('case 44: an order that cannot be edited is cancelled as a whole or not in part', async () => {
    const stage = await openStage({
      lines: [{ sku: SKU.mug, quantity: 2 }],
      payment: 'authorized',
      importedBy: 'Marketplace Bridge',
    });
    expect(codes(await stage.request({ selection: stage.units(1) }))).toContain('not_editable');
    expect((await stage.request()).ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
  });
});

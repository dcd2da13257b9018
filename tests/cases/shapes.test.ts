import { CASH, SHOPIFY_PAYMENTS, SKU } from 'devstore/seed';
import { describe, expect, test } from 'vitest';

import { openStage } from './stage.ts';

const codes = (result: { readonly ok: boolean; readonly error?: unknown }): string[] =>
  result.ok ? [] : (result.error as { code: string }[]).map(({ code }) => code);

describe('case 70: a tip that is a line item too', () => {
  test.each([true, false])(
    'is given back once with the whole order, and is shown as no goods (unfulfilled: %s)',
    async (unfulfilled) => {
      const stage = await openStage({ tip: 300, tipLine: { unfulfilled } });
      const offered = await stage.offer();
      expect(offered.ok && offered.value.evaluation.lines).toHaveLength(1);
      expect(codes(await stage.request())).toEqual([]);
      await stage.settle();
      expect((await stage.record()).state.status).toBe('completed');
      expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2_800 } });
    },
  );

  test('does not keep a part from being cancelled', async () => {
    const stage = await openStage({ tip: 300, tipLine: { unfulfilled: false } });
    expect(codes(await stage.request({ selection: stage.units(1) }))).toEqual([]);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger().refunded).toEqual({ shopify_payments: 1_250 });
  });
});

describe('case 70: cash over the counter', () => {
  const cash = { gateway: CASH.name, state: 'sale' } as const;

  test('gives back what was kept of it, and not the change', async () => {
    const stage = await openStage({ payments: [{ ...cash, tendered: 5_000 }] });
    expect(codes(await stage.cancel())).toEqual([]);
    await stage.settle();
    expect((await stage.record()).state).toMatchObject({
      attention: { what: 'pay_back_by_hand', amount: { minor: 2_500 } },
    });
    expect(stage.ledger().recordedOnlyRefunds).toEqual({ cash: 2_500 });
  });

  test('beside a card gives back to each what it kept', async () => {
    const stage = await openStage({
      payments: [
        { ...cash, amount: 1_000, tendered: 2_000 },
        { gateway: SHOPIFY_PAYMENTS.name, state: 'sale' },
      ],
    });
    expect(codes(await stage.cancel())).toEqual([]);
    await stage.settle();
    expect((await stage.record()).state).toMatchObject({
      attention: { what: 'pay_back_by_hand', amount: { minor: 1_000 } },
    });
    expect(stage.ledger()).toMatchObject({
      refunded: { shopify_payments: 1_500 },
      recordedOnlyRefunds: { cash: 1_000 },
    });
  });

  test.each([
    [-2, 1_000],
    [3, 1_005],
  ])('rounded by %i is given back as it was paid', async (roundedBy, paid) => {
    const stage = await openStage({
      lines: [{ sku: SKU.mug, quantity: 1, unitPrice: 1_002 }],
      payments: [{ ...cash, roundedBy }],
    });
    expect(codes(await stage.cancel())).toEqual([]);
    await stage.settle();
    expect(stage.ledger().recordedOnlyRefunds).toEqual({ cash: paid });
  });
});

describe('case 70: an exchange for something dearer', () => {
  test('takes off what is still to be sent, with what of it was paid', async () => {
    const stage = await openStage({
      lines: [{ sku: SKU.mug, quantity: 2 }],
      fulfillment: 'fulfilled',
    });
    const [mug] = stage.order.lines;
    stage.scene.world.commerce.exchange(stage.scene.domain, stage.order.id, {
      returned: [{ lineItemId: mug?.id ?? 0, quantity: 1 }],
      added: { sku: SKU.bowl, quantity: 1 },
    });
    expect(codes(await stage.cancel({ selection: stage.units(0, 1) }))).toEqual([]);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({
      cancels: 0,
      shippedUnits: 2,
      refunded: { shopify_payments: 1_250 },
    });
  });
});

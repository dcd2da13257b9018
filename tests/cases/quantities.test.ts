import { SKU } from 'devstore/seed';
import { describe, expect, test } from 'vitest';

import { approveRequest } from '../../app/application/cancellation/answer-request.ts';
import { quoteApproval } from '../../app/application/cancellation/quote-approval.ts';
import { readStaffOrder } from '../../app/application/order/read-staff-order.ts';
import type { ShopDomain } from '../../app/domain/ids.ts';
import { ok } from '../../app/domain/result.ts';
import { type Setting, type Stage, openStage } from './stage.ts';

const MUG = 1_250;
const BOWL = 3_999;
const WHILE_TIME_LASTS = {
  rule: { instant: { minutes: 60, cutOff: null, untilFulfillment: false } },
} as const;
const ON_REQUEST = {
  rule: { instant: null, request: { minutes: 60, cutOff: null, untilFulfillment: false } },
} as const;
const STAFF = {
  actor: { kind: 'staff', staffId: '1' },
  access: { role: 'owner', mayCancelOrders: true, mayRefundOrders: true, mayEditOrders: true },
} as const;

const codes = (result: { readonly ok: boolean; readonly error?: unknown }): string[] =>
  result.ok ? [] : (result.error as { code: string }[]).map(({ code }) => code);

const lineAt = (stage: Stage, index: number) => {
  const line = stage.order.lines[index];
  if (!line) throw new Error('That many lines were not ordered');
  return line.id;
};
function send(stage: Stage, index: number, quantity: number): void {
  const lines = [{ lineItemId: lineAt(stage, index), quantity }];
  stage.scene.world.commerce.fulfill(stage.scene.domain, stage.order.id, { lines });
}
function refund(
  stage: Stage,
  index: number,
  quantity: number,
  restockType: 'CANCEL' | 'NO_RESTOCK' | 'RETURN',
): void {
  stage.scene.world.commerce.refundInAdmin(stage.scene.domain, stage.order.id, {
    lines: [{ lineItemId: lineAt(stage, index), quantity, restockType }],
  });
}

describe('case 65: part sent and given back, the rest open', () => {
  const mugAndBowl: Setting = {
    lines: [
      { sku: SKU.mug, quantity: 1 },
      { sku: SKU.bowl, quantity: 1 },
    ],
    policy: WHILE_TIME_LASTS,
  };

  test.each(['RETURN', 'NO_RESTOCK'] as const)(
    'what the window offers of the rest can be asked for and goes (%s)',
    async (restockType) => {
      const stage = await openStage(mugAndBowl);
      send(stage, 0, 1);
      refund(stage, 0, 1, restockType);
      const offered = await stage.offer();
      expect(offered.ok && offered.value.evaluation.lines).toMatchObject([
        { cancellable: 1, refusals: [] },
      ]);
      expect(
        offered.ok && codes({ ok: false, error: offered.value.evaluation.againstWholeOrder }),
      ).toEqual(['partly_fulfilled']);
      expect(codes(await stage.request({ selection: stage.units(0, 1) }))).toEqual([]);
      await stage.settle();
      expect((await stage.record()).state.status).toBe('completed');
      expect(stage.ledger()).toMatchObject({
        cancels: 0,
        shippedUnits: 1,
        refunded: { shopify_payments: MUG + BOWL },
      });
    },
  );

  test.each(['RETURN', 'NO_RESTOCK'] as const)(
    'staff are offered the rest and not the whole order (%s)',
    async (restockType) => {
      const stage = await openStage(mugAndBowl);
      send(stage, 0, 1);
      refund(stage, 0, 1, restockType);
      const read = await readStaffOrder(
        stage.deps,
        stage.scene.domain as ShopDomain,
        stage.orderId,
        ok(STAFF.access),
      );
      expect(read.ok && read.value.offer).toMatchObject({
        available: true,
        everything: { selection: stage.units(0, 1), amount: { minor: BOWL } },
      });
      expect(codes(await stage.cancel({ selection: stage.units(0, 1) }))).toEqual([]);
      await stage.settle();
      expect((await stage.record()).state.status).toBe('completed');
      expect(stage.ledger()).toMatchObject({
        cancels: 0,
        refunded: { shopify_payments: MUG + BOWL },
      });
    },
  );

  test.each(['RETURN', 'NO_RESTOCK'] as const)(
    'of three, one sent and given back, the last two can be cancelled (%s)',
    async (restockType) => {
      const stage = await openStage({
        lines: [{ sku: SKU.mug, quantity: 3 }],
        policy: WHILE_TIME_LASTS,
      });
      send(stage, 0, 1);
      refund(stage, 0, 1, restockType);
      expect(codes(await stage.request({ selection: stage.units(3) }))).toEqual(['too_many_units']);
      expect(codes(await stage.request({ selection: stage.units(2) }))).toEqual([]);
      await stage.settle();
      expect((await stage.record()).state.status).toBe('completed');
      expect(stage.ledger()).toMatchObject({
        cancels: 0,
        shippedUnits: 1,
        refunded: { shopify_payments: 3 * MUG },
      });
    },
  );

  test('of five, one edited off, one refunded unsent, one returned and one sent: the last one goes', async () => {
    const stage = await openStage({
      lines: [{ sku: SKU.mug, quantity: 5 }],
      policy: WHILE_TIME_LASTS,
    });
    stage.scene.world.commerce.editOrder(stage.scene.domain, stage.order.id, [
      { lineItemId: lineAt(stage, 0), quantity: 4, restock: true },
    ]);
    refund(stage, 0, 1, 'CANCEL');
    send(stage, 0, 2);
    refund(stage, 0, 1, 'RETURN');
    const offered = await stage.offer();
    expect(offered.ok && offered.value.evaluation.lines).toMatchObject([{ cancellable: 1 }]);
    const before = stage.ledger().refunded['shopify_payments'] ?? 0;
    expect(codes(await stage.request({ selection: stage.units(2) }))).toEqual(['too_many_units']);
    expect(codes(await stage.request({ selection: stage.units(1) }))).toEqual([]);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({
      cancels: 0,
      refunded: { shopify_payments: before + MUG },
    });
  });

  test('what was sent by mistake and taken back before it left can be cancelled as a whole', async () => {
    const stage = await openStage({
      lines: [{ sku: SKU.mug, quantity: 2 }],
      policy: WHILE_TIME_LASTS,
    });
    send(stage, 0, 2);
    expect(codes(await stage.request())).toContain('already_fulfilled');
    const [fulfillment] = stage.order.fulfillments;
    stage.scene.world.commerce.cancelFulfillment(
      stage.scene.domain,
      stage.order.id,
      fulfillment?.id ?? 0,
    );
    expect(codes(await stage.request())).toEqual([]);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2 * MUG } });
  });

  test('an order that was sent and given back as a whole is not called cancelled', async () => {
    const stage = await openStage({ lines: [{ sku: SKU.mug, quantity: 1 }] });
    send(stage, 0, 1);
    refund(stage, 0, 1, 'RETURN');
    expect(codes(await stage.request())).toContain('already_fulfilled');
    expect(codes(await stage.request())).not.toContain('already_cancelled');
  });
});

describe('case 65: a request for a part while others take the rest', () => {
  const approve = async (stage: Stage) => {
    const { id } = (await stage.record()).state;
    return approveRequest(stage.deps, stage.scene.domain as ShopDomain, id, STAFF, {
      kind: 'as_asked',
      noteToCustomer: '',
    });
  };
  const asked = async (quantity: number, units: number) => {
    const stage = await openStage({ lines: [{ sku: SKU.mug, quantity }], policy: ON_REQUEST });
    expect(codes(await stage.request({ selection: stage.units(units) }))).toEqual([]);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('in_review');
    return stage;
  };

  test('one of two, the other refunded meanwhile: the one goes, and the order is not cancelled', async () => {
    const stage = await asked(2, 1);
    refund(stage, 0, 1, 'CANCEL');
    await stage.settle();
    expect(codes(await approve(stage))).toEqual([]);
    await stage.settle();
    const { state } = await stage.record();
    expect(state.status).toBe('completed');
    expect(state.plan.refund.selection).toEqual(stage.units(1));
    expect(stage.ledger()).toMatchObject({ cancels: 0, refunded: { shopify_payments: 2 * MUG } });
  });

  test('two of three, two refunded meanwhile: refused with words, nothing goes', async () => {
    const stage = await asked(3, 2);
    refund(stage, 0, 2, 'CANCEL');
    const { id } = (await stage.record()).state;
    const quoted = await quoteApproval(
      stage.deps,
      stage.scene.domain as ShopDomain,
      id,
      STAFF.access,
    );
    expect(codes(quoted)).toEqual(['too_many_units']);
    expect(codes(await approve(stage))).toEqual(['overtaken']);
    expect((await stage.record()).state.turnedBack?.why).toMatchObject({ code: 'not_possible' });
    expect(stage.ledger()).toMatchObject({ cancels: 0, refunded: { shopify_payments: 2 * MUG } });
  });

  test('one of two, the other sent meanwhile: the one still goes', async () => {
    const stage = await asked(2, 1);
    const [work] = stage.order.fulfillmentOrders;
    for (const hold of work?.holds ?? []) {
      stage.scene.world.commerce.releaseHold(
        stage.scene.domain,
        stage.order.id,
        work?.id ?? 0,
        hold.id,
      );
    }
    send(stage, 0, 1);
    expect(codes(await approve(stage))).toEqual([]);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({ cancels: 0, refunded: { shopify_payments: MUG } });
  });
});

describe('case 68: a part of more lines than Shopify takes at once', () => {
  test('is refused before anything is done, to customers and staff; fewer can be chosen', async () => {
    const stage = await openStage({
      lines: Array.from({ length: 252 }, () => ({ sku: SKU.mug, quantity: 1 })),
      policy: WHILE_TIME_LASTS,
    });
    const first = (count: number) => stage.units(...Array.from({ length: count }, () => 1));
    expect(codes(await stage.quote({ selection: first(251) }))).toEqual(['too_many_lines']);
    expect(codes(await stage.request({ selection: first(251) }))).toEqual(['too_many_lines']);
    expect(codes(await stage.cancel({ selection: first(251) }))).toEqual(['too_many_lines']);
    await stage.settle();
    expect(stage.ledger()).toMatchObject({ cancels: 0, refunded: {} });
    await expect(stage.record()).rejects.toThrow('no cancellation');
    expect(codes(await stage.quote({ selection: first(250) }))).toEqual([]);
  });

  test('of as many as it takes is carried out, although the order takes several calls to read', async () => {
    const stage = await openStage({
      lines: Array.from({ length: 252 }, () => ({ sku: SKU.mug, quantity: 1 })),
      policy: WHILE_TIME_LASTS,
    });
    const first = stage.units(...Array.from({ length: 250 }, () => 1));
    expect(codes(await stage.request({ selection: first }))).toEqual([]);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger().refunded).toEqual({ shopify_payments: 250 * MUG });
  });
});

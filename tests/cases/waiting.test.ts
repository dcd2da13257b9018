import { SKU } from 'devstore/seed';
import type { Fault } from 'devstore/world';
import { describe, expect, test } from 'vitest';

import { readRecord } from '../../app/application/cancellation/cancellation-record.ts';
import type { ShopDomain } from '../../app/domain/ids.ts';
import { money } from '../../app/domain/money.ts';
import { DAY, HOUR, MINUTE } from '../../app/domain/time.ts';
import { type Setting, type Stage, openStage } from './stage.ts';

const eur = (minor: number) => money(minor, 'EUR');
const MUG = 1_250;

const strike = (stage: Stage, fault: Fault, times: number | 'always' = 1): void =>
  void stage.scene.world.faults.inject({ fault, count: times });

const decline: Fault = {
  at: 'gateway',
  gateway: '*',
  action: 'refund',
  effect: { kind: 'decline', message: 'Insufficient funds' },
};

const refunded = (stage: Stage): number =>
  Object.values(stage.ledger().refunded).reduce((a, b) => a + b, 0);

/** Paid 25.00; staff cancel with 10.00, which the gateway declines. */
async function declinedTen(): Promise<Stage> {
  const stage = await openStage({});
  strike(stage, decline);
  expect((await stage.cancel({ amount: '10.00' })).ok).toBe(true);
  await stage.settle(HOUR);
  expect((await stage.record()).state).toMatchObject({
    status: 'needs_attention',
    attention: { what: 'refund_failed', amount: eur(1_000) },
  });
  return stage;
}

const refundInAdmin = (stage: Stage, amount: number) =>
  stage.scene.world.commerce.refundInAdmin(stage.scene.domain, stage.order.id, { amount });

describe('others act while a cancellation waits', () => {
  test('case 63: what staff give back in the admin ends the case by itself, and is given back once', async () => {
    const stage = await declinedTen();
    refundInAdmin(stage, 1_000);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(refunded(stage)).toBe(1_000);
  });

  test.each(['retry', 'refund_as_store_credit', 'settled_by_hand'] as const)(
    'case 63: an answer given before the news came sends nothing more: %s',
    async (choice) => {
      const stage = await declinedTen();
      refundInAdmin(stage, 1_000);
      expect((await stage.resume(choice)).ok).toBe(true);
      await stage.settle();
      expect((await stage.record()).state.status).toBe('completed');
      expect(refunded(stage)).toBe(1_000);
    },
  );

  test('case 63: of a part that staff gave back only the rest is sent, once it was shown', async () => {
    const stage = await declinedTen();
    refundInAdmin(stage, 400);
    expect(await stage.resume('retry')).toMatchObject({ error: [{ code: 'overtaken' }] });
    expect((await stage.record()).state.attention).toMatchObject({ amount: eur(600) });
    expect((await stage.resume('retry')).ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(refunded(stage)).toBe(1_000);
  });

  test('case 63: an order cancelled in the admin ends the question, and no mail says that it was not', async () => {
    const stage = await openStage({});
    strike(stage, { at: 'job', job: 'order_cancel', effect: { kind: 'fail' } });
    await stage.request();
    await stage.settle(HOUR);
    expect((await stage.record()).state.attention?.what).toBe('platform_refused');
    stage.scene.world.commerce.cancelInAdmin(stage.scene.domain, stage.order.id, { refund: true });
    const { id } = (await stage.record()).state;
    await stage.settle(MINUTE);
    const ended = await readRecord(stage.deps.store, stage.scene.domain as ShopDomain, id);
    expect(ended?.state).toMatchObject({
      status: 'superseded',
      turnedBack: { why: { code: 'cancelled_elsewhere' } },
    });
    expect(stage.mails).toEqual([]);
    expect(refunded(stage)).toBe(2 * MUG);
  });

  test('case 54: a cancel whose job ended without cancelling is asked for anew', async () => {
    const stage = await openStage({});
    strike(stage, { at: 'job', job: 'order_cancel', effect: { kind: 'done_without_cancelling' } });
    await stage.request();
    await stage.settle(HOUR);
    expect((await stage.record()).state.attention).toMatchObject({ step: 'cancel' });
    expect(stage.mails).toEqual([]);
    await stage.resume('retry');
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2 * MUG } });
  });

  test.each([402, 423])(
    'case 72: a shop that answers %i for two days goes on by itself when it is back',
    async (status) => {
      const stage = await openStage({});
      await stage.request();
      stage.scene.world.faults.inject({
        fault: { at: 'admin_api', operation: '*', effect: { kind: 'http', status } },
        forMs: 2 * DAY,
      });
      await stage.settle(2 * DAY + 7 * HOUR);
      expect((await stage.record()).state.status).toBe('completed');
      expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2 * MUG } });
    },
  );
});

const lock = (stage: Stage) =>
  stage.scene.world.faults.inject({
    fault: { at: 'admin_api', operation: '*', effect: { kind: 'http', status: 402 } },
    forMs: 2 * DAY,
  });

describe('case 72: a shop that is locked while a person is asked', () => {
  test('is asked about the same thing two days later, and goes on with the answer', async () => {
    const stage = await declinedTen();
    const before = await stage.record();
    lock(stage);
    await stage.settle(2 * DAY - HOUR);
    const during = await stage.record();
    expect(during.state.attention).toEqual(before.state.attention);
    expect(during.events).toHaveLength(before.events.length);
    await stage.settle(2 * HOUR);
    expect((await stage.resume('retry')).ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(refunded(stage)).toBe(1_000);
  });

  test('nobody hears that the order goes on when it was cancelled, turned back and deleted meanwhile', async () => {
    const stage = await openStage({});
    strike(stage, { at: 'job', job: 'order_cancel', effect: { kind: 'stall', ms: 10 * MINUTE } });
    await stage.request();
    await stage.settle(MINUTE);
    lock(stage);
    await stage.settle(6 * HOUR);
    expect((await stage.record()).state.attention).toMatchObject({
      what: 'platform_unreachable',
      step: 'cancel',
    });
    expect((await stage.resume('turn_back')).ok).toBe(true);
    stage.scene.world.commerce.deleteOrder(stage.scene.domain, stage.order.id);
    await stage.settle(2 * DAY + 7 * HOUR);
    expect((await stage.record()).state).toMatchObject({
      status: 'superseded',
      turnedBack: { why: { code: 'outcome_unknown' } },
    });
    expect(stage.mails).toEqual([]);
    expect(stage.ledger()).toMatchObject({ cancels: 1 });
  });
});

describe('case 72: closed by a person while the shop is locked', () => {
  test('goes on once it shows that Shopify cancelled it after all: the money goes back, the customer hears', async () => {
    const stage = await openStage({});
    strike(stage, { at: 'job', job: 'order_cancel', effect: { kind: 'stall', ms: 10 * MINUTE } });
    await stage.cancel({ amount: '10.00' });
    await stage.settle(MINUTE);
    lock(stage);
    await stage.settle(6 * HOUR);
    await stage.resume('turn_back');
    await stage.settle(6 * HOUR);
    expect((await stage.record()).state.attention).toMatchObject({ step: 'own_holds' });
    expect((await stage.resume('skip_step')).ok).toBe(true);
    await stage.settle(HOUR);
    expect((await stage.record()).state).toMatchObject({
      status: 'superseded',
      turnedBack: { why: { code: 'outcome_unknown' } },
    });
    await stage.settle(2 * DAY);
    await stage.reconcile();
    await stage.settle(2 * HOUR);
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({ cancels: 1 });
    expect(refunded(stage)).toBe(1_000);
    expect(stage.mails).toHaveLength(1);
  });
});

describe('case 64: Shopify acted, and its answer is an error', () => {
  const effects = [
    { kind: 'errors_after_acting' },
    { kind: 'field_denied' },
    { kind: 'http', status: 408, acted: true },
    { kind: 'http', status: 430, acted: true },
    { kind: 'http', status: 502, acted: true },
  ] as const;
  const flows = [
    ['fulfillmentOrderHold', {}],
    ['orderCancel', {}],
    ['refundCreate', { amount: '10.00' }],
  ] as const;

  test.each(
    flows.flatMap(([operation, choice]) =>
      effects.map((effect) => [operation, JSON.stringify(effect), choice, effect] as const),
    ),
  )(
    '%s answers with %s: found by looking, nobody is asked',
    async (operation, _name, choice, effect) => {
      const stage = await openStage({});
      strike(stage, { at: 'admin_api', operation, effect });
      await stage.cancel(choice);
      await stage.settle(HOUR);
      const { state, events } = await stage.record();
      expect(events.filter(({ type }) => type === 'attention_raised')).toEqual([]);
      expect(state.status).toBe('completed');
      expect(refunded(stage)).toBe('amount' in choice ? 1_000 : 2 * MUG);
      expect(stage.ledger()).toMatchObject({ cancels: 1 });
      expect(stage.mails).toHaveLength(1);
    },
  );
});

describe('case 64: every other step of the way is found by looking, too', () => {
  const serve = (stage: Stage): void => {
    const [work] = stage.order.fulfillmentOrders;
    const { commerce } = stage.scene.world;
    commerce.answerCancellationRequest(stage.scene.domain, stage.order.id, work?.id ?? 0, 'accept');
  };
  const part = (stage: Stage) => stage.request({ selection: stage.units(1) });
  const flows: readonly [string, Setting, (stage: Stage) => Promise<unknown>, object][] = [
    ['orderEditCommit', { payment: 'authorized' }, part, { cancels: 0, refunded: {} }],
    ['refundCreate', {}, part, { cancels: 0, refunded: { shopify_payments: MUG } }],
    ['fulfillmentOrderReleaseHold', {}, part, { cancels: 0, refunded: { shopify_payments: MUG } }],
    [
      'giftCardDeactivate',
      { lines: [{ sku: SKU.giftCard, quantity: 1 }] },
      (stage) => stage.cancel(),
      { cancels: 1, refunded: { shopify_payments: 5_000 } },
    ],
    [
      'storeCreditAccountCredit',
      {
        policy: { rule: { refund: { method: 'customers_choice', storeCreditBonusPercent: 10 } } },
      },
      (stage) => stage.request({ method: 'store_credit' }),
      { cancels: 1 },
    ],
    [
      'inventoryAdjustQuantities',
      { policy: { rule: { restock: { byDefault: false, neverTags: [] } } } },
      part,
      { cancels: 0, refunded: { shopify_payments: MUG } },
    ],
    [
      'fulfillmentOrderSubmitCancellationRequest',
      { fulfillment: 'accepted', lines: [{ sku: SKU.served, quantity: 1 }] },
      async (stage) => {
        await stage.cancel();
        await stage.settle();
        serve(stage);
      },
      { cancels: 1, refunded: { shopify_payments: 8_900 } },
    ],
  ];
  const effects = [
    { kind: 'errors_after_acting' },
    { kind: 'http', status: 408, acted: true },
    { kind: 'answer_lost_after_acting' },
  ] as const;

  test.each(
    flows.flatMap(([operation, setting, act, ends]) =>
      effects.map((effect) => [operation, effect.kind, setting, act, ends, effect] as const),
    ),
  )('%s answers with %s: nobody is asked, nothing is done twice', async (...flow) => {
    const [operation, , setting, act, ends, effect] = flow;
    const stage = await openStage(setting);
    strike(stage, { at: 'admin_api', operation, effect });
    await act(stage);
    await stage.settle(HOUR);
    const { state, events } = await stage.record();
    expect(stage.scene.world.faults.list()).toMatchObject([{ struck: 1 }]);
    expect(events.filter(({ type }) => type === 'attention_raised')).toEqual([]);
    expect(state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject(ends);
    expect(stage.scene.customer.storeCredit.get('EUR')?.balance ?? 0).toBe(
      operation === 'storeCreditAccountCredit' ? 2_750 : 0,
    );
    expect(stage.mails).toHaveLength(1);
  });
});

describe('case 75: a cancel that comes in stages', () => {
  const staged = (note: 'early' | 'late'): Fault => ({
    at: 'job',
    job: 'order_cancel',
    effect: { kind: 'staged', settlesAfterMs: 4 * MINUTE, note },
  });

  test.each(['early', 'late'] as const)(
    'is completed with its refund although its answer was lost and its note came %s',
    async (note) => {
      const stage = await openStage({});
      strike(stage, staged(note));
      strike(stage, {
        at: 'admin_api',
        operation: 'orderCancel',
        effect: { kind: 'answer_lost_after_acting' },
      });
      await stage.request();
      await stage.settle(HOUR);
      expect((await stage.record()).state.status).toBe('completed');
      expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2 * MUG } });
      expect(stage.mails).toHaveLength(1);
    },
  );

  test.each<[string, Setting, object]>([
    ['lets go of what was only authorized', { payment: 'authorized' }, {}],
    [
      'gives back to card and gift card',
      { payment: 'gift_card_and_card' },
      { gift_card: 1_000, shopify_payments: 1_500 },
    ],
    ['is recorded as given back in cash', { payment: 'cash_received' }, {}],
  ])('%s once it is over, although its answer was lost', async (_what, setting, given) => {
    const stage = await openStage(setting);
    strike(stage, staged('late'));
    strike(stage, {
      at: 'admin_api',
      operation: 'orderCancel',
      effect: { kind: 'answer_lost_after_acting' },
    });
    await stage.request();
    await stage.settle(2 * MINUTE);
    expect(stage.mails).toEqual([]);
    await stage.settle(HOUR);
    const { state, events } = await stage.record();
    const asked = events.flatMap((event) =>
      event.type === 'attention_raised' ? [event.attention.what] : [],
    );
    expect(asked).toEqual(setting.payment === 'cash_received' ? ['pay_back_by_hand'] : []);
    expect(state.cancelledAt).not.toBeNull();
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: given });
    expect(stage.mails).toHaveLength(1);
  });

  test('gives back another amount once it is over, and asks nobody meanwhile', async () => {
    const stage = await openStage({});
    strike(stage, staged('late'));
    await stage.cancel({ amount: '10.00' });
    await stage.settle(HOUR);
    const { state, events } = await stage.record();
    expect(state.status).toBe('completed');
    expect(events.filter(({ type }) => type === 'attention_raised')).toEqual([]);
    expect(refunded(stage)).toBe(1_000);
  });

  test('made in the admin, is recorded with its final amounts', async () => {
    const stage = await openStage({});
    strike(stage, staged('late'));
    stage.scene.world.commerce.cancelInAdmin(stage.scene.domain, stage.order.id, { refund: true });
    await stage.settle(HOUR);
    const { state } = await stage.record();
    expect(state.request.actor.kind).toBe('outside');
    expect(state.plan.refund.amount).toEqual(eur(2 * MUG));
  });
});

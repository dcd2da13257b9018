import { type ScenarioShop, SKU } from 'devstore/seed';
import { beforeEach, describe, expect, test } from 'vitest';

import type { CancellationTexts } from '../../../app/application/cancellation/ports.ts';
import type { Platform } from '../../../app/application/shared/platform.ts';
import type { Effect } from '../../../app/domain/cancellation/events.ts';
import { type CancellationPlan, referenceMark } from '../../../app/domain/cancellation/plan.ts';
import { recognise } from '../../../app/domain/cancellation/effects/effects.ts';
import type { GiftCardId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { money } from '../../../app/domain/money.ts';
import { type RefundChoice } from '../../../app/domain/refund/plan/plan.ts';
import { checkAndPlan } from '../../../app/domain/refund/plan/plan.ts';
import type { RefundPlan } from '../../../app/domain/refund/plan/refund-plan.ts';
import { stockCorrections } from '../../../app/domain/refund/goods/restock.ts';
import { type RefundTerms, staffTerms } from '../../../app/domain/refund/terms.ts';
import { ok } from '../../../app/domain/result.ts';
import {
  numberOf,
  type PlatformStage,
  setPlatformStage,
} from '../../support/stages/platform-stage.ts';

type PlatformEffect = Exclude<Effect, { kind: 'tell' }>;

const KEY = '00000000-0000-4000-8000-000000000001';
const NO_TEXTS: CancellationTexts = {
  customerComment: null,
  proofOfPayment: null,
  noteToCustomer: null,
  internalNote: null,
};
const STAFF: RefundTerms = staffTerms('original', true);
/** Shopify's mails to the customer when it wrote of nothing but the order itself. */
const ONLY_CONFIRMED = { order_confirmation: 1 };
const EVERYTHING: RefundChoice = { kind: 'everything' };

let stage: PlatformStage;
let scene: ScenarioShop;
let shop: ShopDomain;
let platform: Platform;
let place: PlatformStage['place'];
let read: PlatformStage['read'];
let wait: PlatformStage['wait'];
let summaryOf: PlatformStage['summaryOf'];

beforeEach(() => {
  stage = setPlatformStage();
  ({ scene, shop, platform, place, read, wait, summaryOf } = stage);
});

const perform = (id: OrderId, effect: PlatformEffect, key = KEY, texts = NO_TEXTS) =>
  platform.perform(shop, id, effect, key, texts);

/** A plan for units by line, or for the whole order. */
async function planned(
  id: OrderId,
  wanted: {
    readonly units?: readonly number[];
    readonly terms?: Partial<RefundTerms>;
    readonly choice?: RefundChoice;
  } = {},
): Promise<RefundPlan> {
  const order = await read(id);
  const lines = (wanted.units ?? []).flatMap((quantity, index) => {
    const line = order.lines[index];
    return line && quantity > 0 ? [{ lineItemId: line.id, quantity }] : [];
  });
  const plan = checkAndPlan(order, {
    selection: wanted.units ? { kind: 'lines', lines } : { kind: 'order' },
    terms: { ...STAFF, ...wanted.terms },
    choice: wanted.choice ?? EVERYTHING,
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const cancellation = (refund: RefundPlan): CancellationPlan => ({
  reason: 'CUSTOMER',
  refund,
  terms: STAFF,
  giftCards: [],
  teller: 'nobody',
});

const strike = (operation: string, effect: object) =>
  scene.world.faults.inject({ fault: { at: 'admin_api', operation, effect } as never });

/** Units on sale of a product at a location. */
function onSale(sku: string, locationId = scene.main.id): number | undefined {
  const item = [...scene.shop.inventoryItems.values()].find((one) => one.sku === sku);
  return item?.levels.get(locationId)?.available;
}

describe('cancelling', () => {
  test('gives everything back with the cancel, restocks, and leaves the app’s mark', async () => {
    const id = place();
    const refund = await planned(id);
    const effect = { kind: 'cancel', plan: cancellation(refund) } as const;
    const texts = { ...NO_TEXTS, internalNote: 'Asked by phone' };
    const done = await perform(id, effect, KEY, texts);
    if (!done.ok || done.value.kind !== 'cancel') throw new Error(JSON.stringify(done));
    wait(60);
    const job = await platform.readCancelJob(shop, done.value.jobResultId ?? '');
    expect(job).toEqual(ok({ done: true, errors: [] }));
    const after = await read(id);
    expect(after.cancelledAt).not.toBeNull();
    expect(after.cancellationStaffNote).toBe(`Asked by phone ${referenceMark(KEY)}`);
    expect(summaryOf(id)).toMatchObject({
      cancels: 1,
      refunded: { shopify_payments: refund.amount.minor },
    });
    expect(summaryOf(id).mails.platform).toEqual(ONLY_CONFIRMED);
    expect(Object.values(summaryOf(id).restocked)).toEqual([2]);
  });

  test('case 11: a chosen amount is refunded after the cancel, once for its key', async () => {
    const id = place();
    const amount = money(1_000, 'EUR');
    const plan = await planned(id, { choice: { kind: 'amount', amount } });
    expect(plan.execution).toBe('after_cancel');
    await perform(id, { kind: 'cancel', plan: cancellation(plan) });
    wait(60);
    // The cancel leaves a record of its own, of the restocked lines and no money.
    const { refundRecords, refunded } = summaryOf(id);
    expect(refunded).toEqual({});
    const { method, bonus, shares } = plan;
    const effect = { kind: 'refund', method, amount, bonus, shares } as const;
    const key = `${KEY}-refund-1`;
    const first = await perform(id, effect, key);
    const again = await perform(id, effect, key);
    expect(first).toMatchObject({ ok: true, value: { kind: 'refund' } });
    expect(again).toEqual(first);
    expect(summaryOf(id)).toMatchObject({
      refundRecords: refundRecords + 1,
      refunded: { shopify_payments: 1_000 },
    });
    const order = await read(id);
    expect(recognise({ effect, key }, order)).toEqual(first.ok && first.value);
    const made = order.refunds.find(({ note }) => note === referenceMark(key));
    expect(made).toMatchObject({ total: { presentment: amount } });
    expect(made?.transactionIds).toHaveLength(1);
  });

  test('case 14: store credit is a refund after the cancel, and reaches the customer’s account', async () => {
    const id = place();
    const plan = await planned(id, { terms: { method: 'store_credit' } });
    expect(plan.execution).toBe('after_cancel');
    await perform(id, { kind: 'cancel', plan: cancellation(plan) });
    wait(60);
    expect(summaryOf(id)).toMatchObject({ cancels: 1, refunded: {} });
    const { method, amount, shares } = plan;
    await perform(id, { kind: 'refund', method, amount, shares }, `${KEY}-refund-1`);
    expect(summaryOf(id).refunded).toEqual({ shopify_store_credit: amount.minor });
    expect(scene.customer.storeCredit.get('EUR')?.balance).toBe(amount.minor);
  });

  test('case 14: a cancel that an earlier release announced with store credit gives it itself', async () => {
    const id = place();
    const plan = await planned(id, { terms: { method: 'store_credit' } });
    await perform(id, {
      kind: 'cancel',
      plan: cancellation({ ...plan, execution: 'with_cancel' }),
    });
    wait(60);
    expect(summaryOf(id).refunded).toEqual({ shopify_store_credit: plan.amount.minor });
  });

  test('case 14: a bonus above all that was paid is credited to the account, once', async () => {
    const id = place();
    const plan = await planned(id, { terms: { method: 'store_credit', bonusPercent: 10 } });
    await perform(id, { kind: 'cancel', plan: cancellation(plan) });
    wait(60);
    const { method, amount, bonus, shares } = plan;
    const since = scene.world.now();
    await perform(id, { kind: 'refund', method, amount, shares }, `${KEY}-r`);
    const effect = { kind: 'give_bonus', amount: bonus, since } as const;
    strike('storeCreditAccountCredit', { kind: 'answer_lost_after_acting' });
    expect(await perform(id, effect)).toMatchObject({ ok: false, error: { mayHaveApplied: true } });
    expect(await perform(id, effect)).toEqual(ok({ kind: 'give_bonus' }));
    expect(scene.customer.storeCredit.get('EUR')?.balance).toBe(2_750);
    wait(60);
    const another = { ...effect, since: scene.world.now() };
    expect(await perform(id, another)).toEqual(ok({ kind: 'give_bonus' }));
    expect(scene.customer.storeCredit.get('EUR')?.balance).toBe(3_000);
  });

  test('case 37: of an order that is not restocked as a whole, only what may be sold goes back', async () => {
    scene.world.commerce.addProduct(scene.domain, {
      title: 'Fresh tart',
      tags: ['perishable'],
      variants: [{ sku: 'TART', priceInShopCurrency: 900, stock: { [scene.main.id]: 10 } }],
    });
    const id = place({
      lines: [
        { sku: SKU.mug, quantity: 2 },
        { sku: 'TART', quantity: 1 },
        { sku: SKU.untracked, quantity: 1 },
      ],
    });
    const plan = await planned(id, {
      terms: { restock: { byDefault: true, neverTags: ['Perishable'] } },
    });
    await perform(id, { kind: 'cancel', plan: cancellation(plan) });
    wait(60);
    expect([onSale(SKU.mug), onSale('TART')]).toEqual([98, 9]);
    const effect = { kind: 'correct_stock', changes: stockCorrections(plan) } as const;
    expect(await perform(id, effect)).toEqual(ok({ kind: 'correct_stock' }));
    expect(await perform(id, effect)).toEqual(ok({ kind: 'correct_stock' }));
    expect([onSale(SKU.mug), onSale('TART')]).toEqual([100, 9]);
  });

  test('case 68: three hundred corrections go in parts that the platform takes, each once', async () => {
    const skus = Array.from({ length: 300 }, (_, index) => `JAR-${index}`);
    scene.world.commerce.addProduct(scene.domain, {
      title: 'Jar',
      variants: skus.map((sku) => ({
        sku,
        priceInShopCurrency: 100,
        stock: { [scene.main.id]: 10 },
      })),
    });
    const id = place({ lines: skus.map((sku) => ({ sku, quantity: 1 })) });
    const plan = await planned(id, { terms: { restock: { byDefault: false, neverTags: [] } } });
    const lines = plan.lines.map((line, index) => ({
      ...line,
      restock: line.restock.map((share) => ({ ...share, backOnSale: index > 0 })),
    }));
    const changes = stockCorrections({ ...plan, lines });
    expect(changes).toHaveLength(299);
    await perform(id, { kind: 'cancel', plan: cancellation(plan) });
    wait(60);
    const effect = { kind: 'correct_stock', changes } as const;
    const sentBefore = stage.sent.length;
    expect(await perform(id, effect)).toEqual(ok({ kind: 'correct_stock' }));
    const lists = stage.sent
      .slice(sentBefore)
      .map(
        ({ variables }) => (variables as { input: { changes: unknown[] } }).input.changes.length,
      );
    expect(lists).toEqual([250, 49]);
    expect(await perform(id, effect)).toEqual(ok({ kind: 'correct_stock' }));
    expect(new Set(skus.slice(1).map((sku) => onSale(sku)))).toEqual(new Set([10]));
    expect(onSale('JAR-0')).toBe(9);
  });

  test('what is not counted in stock does not keep the rest of the order from going back', async () => {
    const id = place({
      lines: [
        { sku: SKU.mug, quantity: 2 },
        { sku: SKU.untracked, quantity: 1 },
      ],
    });
    await perform(id, { kind: 'cancel', plan: cancellation(await planned(id)) });
    wait(60);
    expect(onSale(SKU.mug)).toBe(100);
  });

  test('an order that is cancelled already is refused in the platform’s own words', async () => {
    const id = place();
    const plan = cancellation(await planned(id));
    scene.world.commerce.cancelInAdmin(scene.domain, numberOf(id));
    wait(60);
    expect(await perform(id, { kind: 'cancel', plan })).toMatchObject({
      ok: false,
      error: {
        kind: 'refused',
        message: expect.stringMatching(/./) as string,
        mayHaveApplied: false,
      },
    });
  });

  test('case 58: Shopify writes to the customer exactly when it is to be the teller', async () => {
    const told = place();
    const plan: CancellationPlan = { ...cancellation(await planned(told)), teller: 'shopify' };
    await perform(told, { kind: 'cancel', plan });
    const untold = place();
    await perform(
      untold,
      { kind: 'cancel', plan: cancellation(await planned(untold)) },
      `${KEY}-2`,
    );
    wait(60);
    expect(summaryOf(told).mails.platform).not.toEqual(ONLY_CONFIRMED);
    expect(summaryOf(untold).mails.platform).toEqual(ONLY_CONFIRMED);
  });
});

describe('refunding units', () => {
  const lines = [
    { sku: SKU.mug, quantity: 3 },
    { sku: SKU.bowl, quantity: 1 },
  ];

  test('takes them off the order, gives their money back and puts them on sale, once for the key', async () => {
    const id = place({ lines });
    const refund = await planned(id, { units: [2, 0] });
    expect(refund.execution).toBe('with_lines');
    const effect = { kind: 'refund_lines', refund, notify: false } as const;
    const done = await perform(id, effect, KEY, { ...NO_TEXTS, internalNote: 'Two too many' });
    expect(done).toMatchObject({ ok: true, value: { kind: 'refund_lines' } });
    expect(await perform(id, effect, KEY, { ...NO_TEXTS, internalNote: 'Two too many' })).toEqual(
      done,
    );
    const after = await read(id);
    expect(after).toMatchObject({
      cancelledAt: null,
      currentTotal: { presentment: money(1_250 + 3_999, 'EUR') },
      outstanding: money(0, 'EUR'),
      lines: [
        { currentQuantity: 1, unfulfilledQuantity: 1 },
        { currentQuantity: 1, unfulfilledQuantity: 1 },
      ],
    });
    expect(after.refunds).toMatchObject([
      {
        note: `Two too many ${referenceMark(KEY)}`,
        lines: [{ lineItemId: after.lines[0]?.id, quantity: 2 }],
        total: { presentment: money(2_500, 'EUR') },
      },
    ]);
    expect(recognise({ effect, key: KEY }, after)).toEqual(done.ok && done.value);
    expect(summaryOf(id)).toMatchObject({
      refundRecords: 1,
      refunded: { shopify_payments: 2_500 },
    });
    expect(summaryOf(id).mails.platform).toEqual(ONLY_CONFIRMED);
    expect(onSale(SKU.mug)).toBe(99);
  });

  test('case 35: each unit goes back to the location that reserved it', async () => {
    const id = place({
      lines: [
        { sku: SKU.mug, quantity: 2, locationId: scene.main.id },
        { sku: SKU.bowl, quantity: 2, locationId: scene.second.id },
      ],
    });
    const refund = await planned(id, { units: [1, 1] });
    await perform(id, { kind: 'refund_lines', refund, notify: false });
    expect(onSale(SKU.mug, scene.main.id)).toBe(99);
    expect(onSale(SKU.bowl, scene.second.id)).toBe(99);
    expect([onSale(SKU.mug, scene.second.id), onSale(SKU.bowl, scene.main.id)]).toEqual([100, 100]);
  });

  test('case 37: what must not be sold again is written off', async () => {
    const id = place({ lines });
    const refund = await planned(id, {
      units: [1, 0],
      terms: { restock: { byDefault: false, neverTags: [] } },
    });
    await perform(id, { kind: 'refund_lines', refund, notify: false });
    expect((await read(id)).lines[0]).toMatchObject({ currentQuantity: 2, unfulfilledQuantity: 2 });
    const effect = { kind: 'correct_stock', changes: stockCorrections(refund) } as const;
    await perform(id, effect, `${KEY}-stock`);
    await perform(id, effect, `${KEY}-stock`);
    expect(onSale(SKU.mug)).toBe(97);
  });

  test('case 34: of a line that is partly sent, the units that are left are the ones taken', async () => {
    const id = place({
      lines: [
        { sku: SKU.mug, quantity: 3 },
        { sku: SKU.untracked, quantity: 2 },
      ],
    });
    const [mugs, trays] = stage.worldOrder(id).lines;
    if (!mugs || !trays) throw new Error('The order has no lines');
    scene.world.commerce.fulfill(scene.domain, numberOf(id), {
      lines: [mugs, trays].map((line) => ({ lineItemId: line.id, quantity: 1 })),
    });
    const refund = await planned(id, { units: [2, 1] });
    await perform(id, { kind: 'refund_lines', refund, notify: false });
    expect((await read(id)).lines).toMatchObject([
      { currentQuantity: 1, unfulfilledQuantity: 0 },
      { currentQuantity: 1, unfulfilledQuantity: 0 },
    ]);
  });

  test('case 15: shipping and duties come back as the plan has them', async () => {
    const id = place({
      lines: [{ sku: SKU.bowl, quantity: 2, duty: 500 }],
      shipping: { title: 'Parcel', price: 600 },
    });
    const refund = await planned(id, {
      units: [1],
      terms: { partial: { shipping: 'proportional', tip: 'keep', duties: 'proportional' } },
    });
    expect(await perform(id, { kind: 'refund_lines', refund, notify: false })).toMatchObject({
      ok: true,
    });
    const after = await read(id);
    expect(after.refunds).toMatchObject([
      {
        shipping: { amount: money(300, 'EUR') },
        duties: [{ amount: money(250, 'EUR') }],
        total: { presentment: money(3_999 + 300 + 250, 'EUR') },
      },
    ]);
    expect(after.outstanding).toEqual(money(0, 'EUR'));
  });

  test('case 11: what a fee keeps back is a discrepancy that somebody meant', async () => {
    const id = place({ lines });
    const refund = await planned(id, {
      units: [2, 0],
      terms: { fee: { kind: 'percent', percent: 20, touches: 'goods' } },
    });
    await perform(id, { kind: 'refund_lines', refund, notify: false });
    expect(summaryOf(id).refunded).toEqual({ shopify_payments: 2_000 });
    expect(stage.sent.at(-1)?.variables).toMatchObject({
      input: { discrepancyReason: 'OTHER' },
    });
  });

  test('units can go without any money coming back', async () => {
    const id = place({ lines });
    const refund = await planned(id, { units: [1, 0], choice: { kind: 'nothing' } });
    expect(await perform(id, { kind: 'refund_lines', refund, notify: false })).toMatchObject({
      ok: true,
    });
    expect(summaryOf(id).refunded).toEqual({});
    expect((await read(id)).lines[0]?.currentQuantity).toBe(2);
  });

  test('case 14: store credit for units reaches the customer’s account', async () => {
    const id = place({ lines });
    const refund = await planned(id, { units: [2, 0], terms: { method: 'store_credit' } });
    expect(await perform(id, { kind: 'refund_lines', refund, notify: false })).toMatchObject({
      ok: true,
    });
    const [account] = scene.customer.storeCredit.values();
    expect(account?.balance).toBe(2_500);
  });

  test('case 6: a refund whose answer was lost is found by its mark, and not made again by its key', async () => {
    const id = place({ lines });
    const refund = await planned(id, { units: [2, 0] });
    const effect = { kind: 'refund_lines', refund, notify: false } as const;
    strike('refundCreate', { kind: 'answer_lost_after_acting' });
    expect(await perform(id, effect)).toMatchObject({
      ok: false,
      error: { kind: 'unavailable', mayHaveApplied: true },
    });
    const found = recognise({ effect, key: KEY }, await read(id));
    expect(found).toMatchObject({ kind: 'refund_lines' });
    expect(await perform(id, effect)).toEqual(ok(found));
    expect(summaryOf(id).refunded).toEqual({ shopify_payments: 2_500 });
  });
});

describe('editing units off', () => {
  const lines = [
    { sku: SKU.mug, quantity: 3 },
    { sku: SKU.bowl, quantity: 2 },
  ];
  const editOf = async (id: OrderId, units: readonly number[] = [2, 1]) => {
    const refund = await planned(id, { units });
    expect(refund.execution).toBe('edit_lines');
    return { kind: 'edit_lines', refund, notify: false } as const;
  };

  test.each(['authorized', 'unpaid', 'cash_on_delivery'] as const)(
    'takes them off an order that is %s, puts them back on sale and moves no money',
    async (payment) => {
      const id = place({ payment, lines });
      const effect = await editOf(id);
      expect(recognise({ effect, key: KEY }, await read(id))).toBeNull();
      expect(await perform(id, effect)).toEqual(ok({ kind: 'edit_lines' }));
      const after = await read(id);
      expect(after).toMatchObject({
        cancelledAt: null,
        currentTotal: { presentment: money(1_250 + 3_999, 'EUR') },
        lines: [{ currentQuantity: 1 }, { currentQuantity: 1 }],
        refunds: [],
      });
      expect(recognise({ effect, key: KEY }, after)).toEqual({ kind: 'edit_lines' });
      expect([onSale(SKU.mug), onSale(SKU.bowl)]).toEqual([99, 99]);
      expect(summaryOf(id).refunded).toEqual({});
      expect(summaryOf(id).mails.platform).toEqual(ONLY_CONFIRMED);
    },
  );

  test('the same edit again takes nothing more', async () => {
    const id = place({ payment: 'authorized', lines });
    const effect = await editOf(id);
    await perform(id, effect);
    await perform(id, effect);
    expect((await read(id)).lines).toMatchObject([{ currentQuantity: 1 }, { currentQuantity: 1 }]);
    expect([onSale(SKU.mug), onSale(SKU.bowl)]).toEqual([99, 99]);
  });

  test('an edit whose commit was lost after it happened is found by the quantities', async () => {
    const id = place({ payment: 'authorized', lines });
    const effect = await editOf(id);
    strike('orderEditCommit', { kind: 'answer_lost_after_acting' });
    expect(await perform(id, effect)).toMatchObject({
      ok: false,
      error: { kind: 'unavailable', mayHaveApplied: true },
    });
    expect(recognise({ effect, key: KEY }, await read(id))).toEqual({ kind: 'edit_lines' });
  });

  test.each(['orderEditBegin', 'orderEditSetQuantity'])(
    'an edit that broke off at %s has changed nothing, and can be made again',
    async (operation) => {
      const id = place({ payment: 'authorized', lines });
      const effect = await editOf(id);
      strike(operation, { kind: 'answer_lost_after_acting' });
      expect(await perform(id, effect)).toMatchObject({
        ok: false,
        error: { kind: 'unavailable', mayHaveApplied: false },
      });
      expect((await read(id)).lines).toMatchObject([
        { currentQuantity: 3 },
        { currentQuantity: 2 },
      ]);
      expect(await perform(id, effect)).toEqual(ok({ kind: 'edit_lines' }));
    },
  );

  test('case 29: units that were sent meanwhile are not taken, and none of the others either', async () => {
    const id = place({ payment: 'authorized', lines });
    const effect = await editOf(id);
    const [mugs] = stage.worldOrder(id).lines;
    if (!mugs) throw new Error('The order has no line');
    scene.world.commerce.fulfill(scene.domain, numberOf(id), {
      lines: [{ lineItemId: mugs.id, quantity: 3 }],
    });
    expect(await perform(id, effect)).toMatchObject({
      ok: false,
      error: { kind: 'refused', mayHaveApplied: false },
    });
    expect((await read(id)).lines).toMatchObject([{ currentQuantity: 3 }, { currentQuantity: 2 }]);
  });

  test('case 44: an order that another app brought in is refused in the platform’s own words', async () => {
    const id = place({ payment: 'authorized', lines });
    const effect = await editOf(id);
    const imported = place({ payment: 'authorized', lines, importedBy: 'Marketplace Bridge' });
    expect(await perform(imported, effect)).toMatchObject({
      ok: false,
      error: { kind: 'refused', message: expect.stringMatching(/./) as string },
    });
  });
});

describe('gift cards', () => {
  test('case 13: one that the order sold is made useless, and is known to be', async () => {
    const id = place({ lines: [{ sku: SKU.giftCard, quantity: 2 }] });
    const [card, other] = (await read(id)).soldGiftCards;
    if (!card || !other) throw new Error('The order sold no gift cards');
    const effect = { kind: 'deactivate_gift_card', giftCardId: card.id } as const;
    expect(recognise({ effect, key: KEY }, await read(id))).toBeNull();
    expect(await perform(id, effect)).toEqual(ok({ kind: 'deactivate_gift_card' }));
    const after = await read(id);
    expect(after.soldGiftCards.map(({ isEnabled }) => isEnabled)).toEqual([false, true]);
    expect(recognise({ effect, key: KEY }, after)).toEqual({ kind: 'deactivate_gift_card' });
  });

  test('an unknown card is refused with the platform’s code', async () => {
    const giftCardId = 'gid://shopify/GiftCard/999999999' as GiftCardId;
    expect(await perform(place(), { kind: 'deactivate_gift_card', giftCardId })).toMatchObject({
      ok: false,
      error: { kind: 'refused', code: 'GIFT_CARD_NOT_FOUND' },
    });
  });
});

test('stock that cannot be corrected is refused, and nothing of it moves', async () => {
  const id = place();
  const [line] = (await read(id)).lines;
  const locationId = `gid://shopify/Location/${scene.main.id}`;
  const unit = { inventoryItemId: line?.inventoryItemId, locationId, delta: 1 };
  const unknown = { ...unit, inventoryItemId: 'gid://shopify/InventoryItem/999999999' };
  const before = onSale(SKU.mug);
  const effect = { kind: 'correct_stock', changes: [unit, unknown] } as never;
  expect(await perform(id, effect)).toMatchObject({
    ok: false,
    error: { kind: 'refused', code: 'INVALID_INVENTORY_ITEM' },
  });
  expect(onSale(SKU.mug)).toBe(before);
});

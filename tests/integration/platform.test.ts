import { readFileSync } from 'node:fs';

import { parse } from 'smol-toml';
import { beforeEach, describe, expect, test } from 'vitest';

import type { Platform } from '../../app/application/ports.ts';
import type { CancellationPlan } from '../../app/domain/cancellation/plan.ts';
import { referenceMark } from '../../app/domain/cancellation/plan.ts';
import { recognise } from '../../app/domain/cancellation/recognise.ts';
import type {
  FulfillmentHoldId,
  FulfillmentOrderId,
  OrderId,
  ShopDomain,
} from '../../app/domain/ids.ts';
import { money } from '../../app/domain/money.ts';
import type { OrderFacts } from '../../app/domain/order/facts.ts';
import { type RefundChoice, type RefundPlan, planRefund } from '../../app/domain/refund/plan.ts';
import { ok } from '../../app/domain/result.ts';
import { createAdminClient, type Fetch } from '../../app/platform/admin-client.ts';
import { createShopifyPlatform } from '../../app/platform/shopify-platform.ts';
import { loadOfficialSchema } from '../../scripts/official-schema.ts';
import { createAdminGraphql } from '../devstore/admin-api/execute.ts';
import {
  createScenarioShop,
  type OrderTraits,
  type ScenarioShop,
  seedOrder,
  SKU,
} from '../devstore/seed/scenario.ts';
import { summarizeOrder } from '../devstore/world/summary.ts';

/*
 * The app's platform code against the local Shopify, in process: every document runs on the official schema,
 * with the scopes of shopify.app.toml and no others.
 */

const execute = createAdminGraphql(await loadOfficialSchema());
const { access_scopes: access } = parse(readFileSync('shopify.app.toml', 'utf8')) as {
  access_scopes: { scopes: string };
};
const CLIENT_ID = 'platform-test';
const KEY = '00000000-0000-4000-8000-000000000001';
const NO_TEXTS = { customerComment: null, noteToCustomer: null, internalNote: null };

let scene: ScenarioShop;
let shop: ShopDomain;
let platform: Platform;
let sent: { readonly query: string; readonly variables: Record<string, unknown> }[];

beforeEach(() => {
  scene = createScenarioShop();
  shop = scene.domain as ShopDomain;
  sent = [];
  const { apps } = scene.world;
  apps.register({
    clientId: CLIENT_ID,
    clientSecret: 'secret',
    title: 'Unorder',
    handle: 'unorder',
    scopes: access.scopes.split(','),
    applicationUrl: 'https://unorder.example',
    webhookApiVersion: '2026-10',
    webhookSubscriptions: [],
  });
  apps.install(CLIENT_ID, scene.domain);
  const issued = apps.issueToken({ clientId: CLIENT_ID, shop: scene.domain, expiring: true });
  if ('error' in issued) throw new Error(issued.error);
  platform = createShopifyPlatform(
    createAdminClient({
      fetch: carry,
      tokens: { get: async () => ok(issued.accessToken), rejected: async () => undefined },
    }),
  );
});

async function carry(...[url, init]: Parameters<Fetch>): Promise<Response> {
  const { host, pathname } = new URL(url);
  const request = JSON.parse(init.body) as (typeof sent)[number];
  sent.push(request);
  const answer = execute(scene.world, {
    shop: host,
    accessToken: new Headers(init.headers).get('x-shopify-access-token'),
    apiVersion: pathname.split('/')[3] ?? '',
    ...request,
  });
  if (answer.lost) throw new TypeError('fetch failed');
  const body = answer.malformedText ?? JSON.stringify(answer.body);
  return new Response(body, { status: answer.status, headers: { ...answer.headers } });
}

function place(traits: OrderTraits = {}): OrderId {
  return `gid://shopify/Order/${seedOrder(scene, traits).id}` as OrderId;
}

async function read(id: OrderId): Promise<OrderFacts> {
  const answer = await platform.readOrder(shop, id);
  if (!answer.ok || !answer.value) throw new Error(JSON.stringify(answer));
  return answer.value;
}

async function planned(id: OrderId, choice: RefundChoice): Promise<RefundPlan> {
  const answer = await platform.readOrderForRefund(shop, id);
  if (!answer.ok || !answer.value) throw new Error(JSON.stringify(answer));
  const plan = planRefund(answer.value.order, answer.value.suggested, choice);
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

async function cancelPlan(
  id: OrderId,
  choice: RefundChoice = { kind: 'everything', method: 'original' },
): Promise<CancellationPlan> {
  return {
    reason: 'CUSTOMER',
    restock: true,
    teller: 'nobody',
    refund: await planned(id, choice),
  };
}

/** Lets the platform's own jobs run. */
function wait(seconds: number): void {
  scene.world.advanceTo(scene.world.now() + seconds * 1000);
}

const summaryOf = (id: OrderId) =>
  summarizeOrder(scene.world, scene.domain, Number(id.split('/').at(-1)));

const fulfillmentOrderOf = (order: OrderFacts): FulfillmentOrderId => {
  const [first] = order.fulfillmentOrders;
  if (!first) throw new Error('The order has no fulfillment order');
  return first.id;
};

describe('reading an order', () => {
  test('names a payment as the customer would, by the brand of the card and without its digits', async () => {
    const id = place({ payment: 'paid' });
    const order = await read(id);
    const plan = await planned(id, { kind: 'everything', method: 'original' });
    expect(order.transactions.map((t) => t.gatewayName)).toEqual(['Visa']);
    expect(plan.shares.map((share) => share.gatewayName)).toEqual(['Visa']);
    expect(JSON.stringify({ order, plan })).not.toContain('4242');
  });

  test('brings every fact that decisions need', async () => {
    const id = place({ payment: 'paid', lines: [{ sku: SKU.mug, quantity: 2 }] });
    const order = await read(id);
    expect(order).toMatchObject({
      id,
      name: expect.stringMatching(/^#\d+$/) as string,
      createdAt: scene.world.now(),
      cancelledAt: null,
      cancellationStaffNote: null,
      customerId: `gid://shopify/Customer/${scene.customer.id}`,
      isCompanyPurchase: false,
      financialStatus: 'PAID',
      fulfillmentStatus: 'UNFULFILLED',
      returnStatus: 'NO_RETURN',
      shopCurrencyCode: 'EUR',
      presentmentCurrencyCode: 'EUR',
      refunds: [],
    });
    expect(order.lines).toMatchObject([
      { title: 'Mug', currentQuantity: 2, unfulfilledQuantity: 2, total: money(2_500, 'EUR') },
    ]);
    expect(order.fulfillmentOrders).toMatchObject([
      { status: 'OPEN', requestStatus: 'UNSUBMITTED', locationName: 'Main', holds: [] },
    ]);
    expect(order.fulfillmentOrders[0]?.supportedActions).toContain('HOLD');
    expect(order.transactions).toMatchObject([
      {
        kind: 'SALE',
        status: 'SUCCESS',
        isManual: false,
        parentId: null,
        amount: order.total,
      },
    ]);
  });

  test('an order of more lines and deliveries than one page is read to its end', async () => {
    const lines = Array.from({ length: 175 }, () => ({ sku: SKU.mug, quantity: 1 }));
    const order = await read(place({ lines }));
    expect(order.lines).toHaveLength(175);
    expect(new Set(order.lines.map(({ id }) => id)).size).toBe(175);
  });

  test('an order that the platform does not know is null, not an error', async () => {
    const unknown = 'gid://shopify/Order/999999999' as OrderId;
    expect(await platform.readOrder(shop, unknown)).toEqual({ ok: true, value: null });
    expect(await platform.readOrderForRefund(shop, unknown)).toEqual({ ok: true, value: null });
    expect(await platform.readRecipient(shop, unknown)).toEqual({ ok: true, value: null });
  });

  test('what each payment could give back is the platform’s own suggestion', async () => {
    const id = place({ payment: 'gift_card_and_card' });
    const plan = await planned(id, { kind: 'everything', method: 'original' });
    expect(plan.shares.map(({ gateway }) => gateway).sort()).toEqual([
      'gift_card',
      'shopify_payments',
    ]);
    expect(plan.amount).toEqual((await read(id)).total.presentment);
  });

  test('money that was only reserved is to be released, not refunded', async () => {
    const plan = await planned(place({ payment: 'authorized' }), {
      kind: 'everything',
      method: 'original',
    });
    expect(plan).toMatchObject({ execution: 'none', shares: [] });
    expect(plan.releases).toHaveLength(1);
  });

  test('cash that was handed over is known to be manual', async () => {
    const plan = await planned(place({ payment: 'cash_received' }), {
      kind: 'everything',
      method: 'original',
    });
    expect(plan.shares).toMatchObject([{ isManual: true }]);
  });

  test('both currencies of an order sold in another one are kept apart', async () => {
    const id = place({ presentmentCurrency: 'JPY', shopPerPresentment: '0.0062' });
    const { total, presentmentCurrencyCode, shopCurrencyCode } = await read(id);
    expect([presentmentCurrencyCode, shopCurrencyCode]).toEqual(['JPY', 'EUR']);
    expect(total.presentment.currencyCode).toBe('JPY');
    expect(total.shop.currencyCode).toBe('EUR');
  });

  test('a fulfillment order leads to its order', async () => {
    const id = place();
    const order = await read(id);
    expect(await platform.readOrderIdOf(shop, fulfillmentOrderOf(order))).toEqual(ok(id));
    const unknown = 'gid://shopify/FulfillmentOrder/999999999' as FulfillmentOrderId;
    expect(await platform.readOrderIdOf(shop, unknown)).toEqual(ok(null));
  });

  test('the recipient of a mail is read with what the mail needs', async () => {
    expect(await platform.readRecipient(shop, place())).toEqual(
      ok({
        shopName: 'Scenario Goods',
        shopEmail: 'owner@example.com',
        orderName: expect.stringMatching(/^#/) as string,
        orderStatusUrl: expect.stringMatching(/^http/) as string,
        email: 'casey.sample@example.com',
        firstName: 'Casey',
        locale: 'en',
      }),
    );
  });
});

describe('listing orders', () => {
  test('every order comes once, the oldest change first, through all pages', async () => {
    const placed = Array.from({ length: 120 }, () => {
      wait(1);
      return place();
    });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await platform.listOrders(shop, { updatedSince: null, after });
      if (!page.ok) throw new Error(JSON.stringify(page.error));
      seen.push(...page.value.orders.map(({ id }) => id));
      after = page.value.next;
      wait(30); // the bucket fills again
    } while (after !== null);
    expect(seen).toEqual(placed);
  });

  test('only what changed since an instant, that instant included', async () => {
    place();
    wait(60);
    const since = scene.world.now();
    const id = place();
    const page = await platform.listOrders(shop, { updatedSince: since, after: null });
    expect(page.ok && page.value.orders).toMatchObject([
      { id, customerName: 'Casey Sample', email: 'casey.sample@example.com', updatedAt: since },
    ]);
  });
});

describe('holds', () => {
  test('a hold is placed under its key and found again by it', async () => {
    const id = place();
    const fulfillmentOrderId = fulfillmentOrderOf(await read(id));
    const effect = { kind: 'hold', fulfillmentOrderId } as const;
    const placed = await platform.perform(shop, id, effect, KEY, NO_TEXTS);
    expect(placed).toMatchObject({ ok: true, value: { kind: 'hold' } });
    expect(recognise({ effect, key: KEY }, await read(id))).toEqual(placed.ok && placed.value);
  });

  test('the same hold again is refused by the platform, and there is still one', async () => {
    const id = place();
    const fulfillmentOrderId = fulfillmentOrderOf(await read(id));
    const effect = { kind: 'hold', fulfillmentOrderId } as const;
    await platform.perform(shop, id, effect, KEY, NO_TEXTS);
    expect(await platform.perform(shop, id, effect, KEY, NO_TEXTS)).toMatchObject({
      ok: false,
      error: { kind: 'refused', code: 'DUPLICATE_FULFILLMENT_HOLD_HANDLE', mayHaveApplied: false },
    });
    expect((await read(id)).fulfillmentOrders[0]?.holds).toHaveLength(1);
  });

  test('releasing our own hold leaves another app’s hold in place', async () => {
    const id = place({ fulfillment: 'held_by_other_app' });
    const fulfillmentOrderId = fulfillmentOrderOf(await read(id));
    const placed = await platform.perform(
      shop,
      id,
      { kind: 'hold', fulfillmentOrderId },
      KEY,
      NO_TEXTS,
    );
    if (!placed.ok || placed.value.kind !== 'hold') throw new Error(JSON.stringify(placed));
    const holdId: FulfillmentHoldId = placed.value.holdId;
    const effect = { kind: 'release', fulfillmentOrderId, holdId } as const;
    expect(await platform.perform(shop, id, effect, KEY, NO_TEXTS)).toEqual(
      ok({ kind: 'release' }),
    );
    expect((await read(id)).fulfillmentOrders[0]?.holds).toMatchObject([{ heldByThisApp: false }]);
  });

  test('a fulfillment service that accepted the work is asked to stop', async () => {
    const id = place({ fulfillment: 'accepted', lines: [{ sku: SKU.served, quantity: 1 }] });
    const effect = {
      kind: 'recall',
      fulfillmentOrderId: fulfillmentOrderOf(await read(id)),
    } as const;
    expect(await platform.perform(shop, id, effect, KEY, NO_TEXTS)).toEqual(ok({ kind: 'recall' }));
    const after = await read(id);
    expect(after.fulfillmentOrders[0]?.requestStatus).toBe('CANCELLATION_REQUESTED');
    expect(recognise({ effect, key: KEY }, after)).toEqual({ kind: 'recall' });
  });
});

describe('cancelling', () => {
  test('gives everything back with the cancel, restocks, and leaves the app’s mark', async () => {
    const id = place();
    const plan = await cancelPlan(id);
    const texts = { ...NO_TEXTS, internalNote: 'Asked by phone' };
    const done = await platform.perform(shop, id, { kind: 'cancel', plan }, KEY, texts);
    if (!done.ok || done.value.kind !== 'cancel') throw new Error(JSON.stringify(done));
    wait(60);
    const job = await platform.readCancelJob(shop, done.value.jobResultId ?? '');
    expect(job).toEqual(ok({ done: true, errors: [] }));
    const after = await read(id);
    expect(after.cancelledAt).not.toBeNull();
    expect(after.cancellationStaffNote).toBe(`Asked by phone ${referenceMark(KEY)}`);
    expect(summaryOf(id)).toMatchObject({
      cancels: 1,
      refunded: { shopify_payments: plan.refund.amount.minor },
      mails: { platform: {} },
    });
    expect(Object.values(summaryOf(id).restocked)).toEqual([2]);
  });

  test('a chosen amount is refunded after the cancel, once for its key', async () => {
    const id = place();
    const amount = money(1_000, 'EUR');
    const plan = await cancelPlan(id, { kind: 'amount', method: 'original', amount });
    expect(plan.refund.execution).toBe('after_cancel');
    await platform.perform(shop, id, { kind: 'cancel', plan }, KEY, NO_TEXTS);
    wait(60);
    // The cancel leaves a record of its own, of the restocked lines and no money.
    const { refundRecords, refunded } = summaryOf(id);
    expect(refunded).toEqual({});
    const { method, shares } = plan.refund;
    const effect = { kind: 'refund', method, amount, shares } as const;
    const key = `${KEY}-refund-1`;
    const first = await platform.perform(shop, id, effect, key, NO_TEXTS);
    const again = await platform.perform(shop, id, effect, key, NO_TEXTS);
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

  test('store credit, whole or in part, reaches the customer’s account', async () => {
    const whole = place();
    const plan = await cancelPlan(whole, { kind: 'everything', method: 'store_credit' });
    await platform.perform(shop, whole, { kind: 'cancel', plan }, KEY, NO_TEXTS);
    wait(60);
    expect(Object.values(summaryOf(whole).refunded)).toEqual([plan.refund.amount.minor]);

    const part = place();
    const amount = money(700, 'EUR');
    const smaller = await cancelPlan(part, { kind: 'amount', method: 'store_credit', amount });
    await platform.perform(shop, part, { kind: 'cancel', plan: smaller }, KEY, NO_TEXTS);
    wait(60);
    const { method, shares } = smaller.refund;
    const refund = { kind: 'refund', method, amount, shares } as const;
    expect(await platform.perform(shop, part, refund, `${KEY}-r`, NO_TEXTS)).toMatchObject({
      ok: true,
    });
    expect(Object.values(summaryOf(part).refunded)).toEqual([700]);
  });

  test('an order that is cancelled already is refused in the platform’s own words', async () => {
    const id = place();
    const plan = await cancelPlan(id);
    scene.world.commerce.cancelInAdmin(scene.domain, Number(id.split('/').at(-1)));
    wait(60);
    expect(await platform.perform(shop, id, { kind: 'cancel', plan }, KEY, NO_TEXTS)).toMatchObject(
      {
        ok: false,
        error: {
          kind: 'refused',
          message: expect.stringMatching(/./) as string,
          mayHaveApplied: false,
        },
      },
    );
  });

  test('Shopify writes to the customer exactly when it is to be the teller', async () => {
    const id = place();
    const plan: CancellationPlan = { ...(await cancelPlan(id)), teller: 'shopify' };
    await platform.perform(shop, id, { kind: 'cancel', plan }, KEY, NO_TEXTS);
    wait(60);
    expect(Object.values(summaryOf(id).mails.platform)).not.toEqual([]);
  });
});

describe('when the platform fails', () => {
  const strike = (operation: string, effect: object) =>
    scene.world.faults.inject({
      fault: { at: 'admin_api', operation, effect } as never,
    });
  const cancel = async (id: OrderId) => {
    const plan = await cancelPlan(id);
    return () => platform.perform(shop, id, { kind: 'cancel', plan }, KEY, NO_TEXTS);
  };

  test.each([
    [{ kind: 'answer_lost_after_acting' }, 'unavailable', true],
    [{ kind: 'answer_lost_before_acting' }, 'unavailable', true],
    [{ kind: 'malformed_body' }, 'malformed', true],
    [{ kind: 'http', status: 503 }, 'unavailable', true],
    [{ kind: 'internal_error' }, 'unavailable', true],
    [{ kind: 'throttled' }, 'throttled', false],
    [{ kind: 'http', status: 429, retryAfterSeconds: 2 }, 'throttled', false],
    [{ kind: 'http', status: 402 }, 'shop_gone', false],
    [{ kind: 'http', status: 423 }, 'shop_gone', false],
  ])('a cancel struck by %o is %s, and may have happened: %s', async (effect, kind, mayHave) => {
    const id = place();
    const act = await cancel(id);
    strike('orderCancel', effect);
    expect(await act()).toMatchObject({ ok: false, error: { kind, mayHaveApplied: mayHave } });
  });

  test('a cancel whose answer was lost is found by reading back, not done again', async () => {
    const id = place();
    const plan = await cancelPlan(id);
    strike('orderCancel', { kind: 'answer_lost_after_acting' });
    const effect = { kind: 'cancel', plan } as const;
    await platform.perform(shop, id, effect, KEY, NO_TEXTS);
    wait(60);
    expect(recognise({ effect, key: KEY }, await read(id))).toEqual({
      kind: 'cancel',
      jobResultId: null,
    });
    expect(summaryOf(id).cancelRequests).toBe(1);
  });

  test('a throttled call says when the bucket will hold what it costs', async () => {
    const id = place();
    let throttled: unknown = null;
    for (let call = 0; call < 200 && throttled === null; call += 1) {
      const answer = await platform.readOrderForRefund(shop, id);
      if (!answer.ok) throttled = answer.error;
    }
    expect(throttled).toMatchObject({
      kind: 'throttled',
      retryAfter: expect.any(Number) as number,
    });
    wait((throttled as { retryAfter: number }).retryAfter / 1000);
    expect(await platform.readOrderForRefund(shop, id)).toMatchObject({ ok: true });
  });

  test('nothing is ever tried twice by itself', async () => {
    const id = place();
    const act = await cancel(id);
    sent = [];
    strike('orderCancel', { kind: 'http', status: 503 });
    await act();
    expect(sent).toHaveLength(1);
  });
});

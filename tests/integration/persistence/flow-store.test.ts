import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { FlowRun } from '../../../app/application/flow/ports.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { money } from '../../../app/domain/money.ts';
import { DAY, MINUTE } from '../../../app/domain/time.ts';
import { cancellationPlan, refundPlan } from '../../support/facts/cancellation-plan.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

const SHOP = 'flowing.myshopify.com' as ShopDomain;
const OTHER_SHOP = 'still.myshopify.com' as ShopDomain;
const T = Date.UTC(2026, 10, 22, 9);
const ORDER = 'gid://shopify/Order/1' as OrderId;
const ID = '00000000-0000-4000-8000-000000000001' as CancellationId;

let testDatabase: TestDatabase;
let opened: OpenStores;
let stores: ReturnType<OpenStores['stores']>;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openStores(testDatabase.url);
});
afterAll(async () => {
  await opened.close();
  await testDatabase.drop();
});
beforeEach(async () => {
  await opened.empty();
  stores = opened.stores();
});

const advance = { name: 'advance-cancellation', cancellationId: ID, nudged: false } as const;
const open = (shop: ShopDomain, actor: { kind: 'shopper' } | { kind: 'staff'; staffId: string }) =>
  stores.cancellations.open(shop, {
    id: ID,
    orderName: '#1001',
    event: {
      type: 'requested',
      orderId: ORDER,
      actor,
      channel: 'order_page',
      handling: 'automatic',
      reasonId: 'changed_mind',
      policyVersion: 0,
      plan: cancellationPlan(refundPlan(money(10_000, 'EUR'))),
      reviewDeadline: null,
      workUnderWay: false,
      mails: [],
      reviewReasons: [],
    },
    texts: {
      customerComment: null,
      noteToCustomer: null,
      internalNote: null,
      proofOfPayment: null,
    },
    at: T,
    next: { job: { ...advance, shop }, at: T },
    after: null,
    customerId: null,
    limit: null,
  });
const complete = (shop: ShopDomain, expectedSeq = 1) =>
  stores.cancellations.append(shop, ID, {
    expectedSeq,
    events: [{ type: 'fulfillment_inspected', toHold: [] }, { type: 'completed' }],
    at: T + MINUTE,
    status: 'completed',
    wakeAt: null,
    next: null,
  });
const telling = async () => (await stores.jobs()).filter(({ job }) => job.name === 'flow');

describe('what Flow is to be told', () => {
  test('is noted with the very events, in a shop whose workflows begin with the app’s triggers', async () => {
    await stores.flowTriggers.noteUse(SHOP, 'Cancellation requested', { isUsed: true, at: T });
    await open(SHOP, { kind: 'shopper' });
    await complete(SHOP);
    expect(await stores.flowTriggers.owed(SHOP, 10)).toEqual([
      { cancellationId: ID, seq: 1, trigger: 'cancellation-requested', at: T },
      { cancellationId: ID, seq: 3, trigger: 'cancellation-completed', at: T + MINUTE },
    ]);
    expect(await telling()).toHaveLength(2);
    expect(await stores.flowTriggers.shopsOwed(T)).toEqual([SHOP]);
    await stores.flowTriggers.told(SHOP, { cancellationId: ID, seq: 1 });
    expect(await stores.flowTriggers.owed(SHOP, 10)).toMatchObject([{ seq: 3 }]);
  });

  test('is nothing in a shop without such a workflow, and what staff begin was not asked for', async () => {
    await stores.flowTriggers.noteUse(SHOP, 'Cancellation requested', { isUsed: true, at: T });
    await open(OTHER_SHOP, { kind: 'shopper' });
    await complete(OTHER_SHOP);
    expect(await stores.flowTriggers.owed(OTHER_SHOP, 10)).toEqual([]);
    await opened.empty();
    await stores.flowTriggers.noteUse(SHOP, 'Cancellation requested', { isUsed: true, at: T });
    await open(SHOP, { kind: 'staff', staffId: '1' });
    expect(await stores.flowTriggers.owed(SHOP, 10)).toEqual([]);
    expect(await telling()).toEqual([]);
  });

  test('is not noted of what was not stored', async () => {
    await stores.flowTriggers.noteUse(SHOP, 'Cancellation requested', { isUsed: true, at: T });
    await open(SHOP, { kind: 'shopper' });
    expect(await complete(SHOP, 7)).toBe('conflict');
    expect(await stores.flowTriggers.owed(SHOP, 10)).toMatchObject([{ seq: 1 }]);
  });

  test('follows the later of two notes, whichever comes first', async () => {
    await stores.flowTriggers.noteUse(SHOP, 'One', { isUsed: false, at: T + 1 });
    await stores.flowTriggers.noteUse(SHOP, 'One', { isUsed: true, at: T });
    await stores.flowTriggers.noteUse(SHOP, 'Two', { isUsed: true, at: T });
    expect(await stores.flowTriggers.used(SHOP)).toEqual(['Two']);
    expect(await stores.flowTriggers.used(OTHER_SHOP)).toEqual([]);
  });
});

describe('what Flow asks for', () => {
  const run: FlowRun = {
    id: 'run-1',
    action: 'cancel-whole-order',
    orderId: ORDER,
    wishes: { refund: true, restock: false, notify: false, reason: 'FRAUD', note: 'x' },
    workflow: 'Risky orders',
    receivedAt: T,
  };

  test('is stored once with one job, however often and however many at once ask', async () => {
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => stores.flowRuns.receive(SHOP, run)),
    );
    expect(asked).toEqual(Array.from({ length: 5 }, () => ({ state: 'waiting' })));
    expect((await stores.jobs()).map(({ job }) => job)).toEqual([
      { name: 'flow', shop: SHOP, runId: 'run-1' },
    ]);
    expect(await stores.flowRuns.waiting(SHOP, 'run-1')).toEqual(run);
    expect(await stores.flowRuns.waiting(OTHER_SHOP, 'run-1')).toBeNull();
  });

  test('is settled once, and what became of it stays', async () => {
    await stores.flowRuns.receive(SHOP, run);
    const refusals = [{ code: 'already_cancelled' } as const];
    await stores.flowRuns.settle(SHOP, 'run-1', { state: 'refused', refusals }, T + 1);
    await stores.flowRuns.settle(SHOP, 'run-1', { state: 'done' }, T + 2);
    expect(await stores.flowRuns.waiting(SHOP, 'run-1')).toBeNull();
    expect(await stores.flowRuns.receive(SHOP, run)).toEqual({ state: 'refused', refusals });
    expect(await stores.flowRuns.forget(T)).toBe(0);
    expect(await stores.flowRuns.forget(T + DAY)).toBe(1);
  });

  test("is told by one process at a time, each shop's by its own", async () => {
    const other = (shop: typeof SHOP) => stores.flowTriggers.exclusively(shop, async () => 'told');
    const told = await stores.flowTriggers.exclusively(SHOP, async () => [
      await other(SHOP),
      await other(OTHER_SHOP),
    ]);
    expect(told).toEqual({ done: ['busy', { done: 'told' }] });
  });

  test('goes with its shop, and nothing is kept of a shop that was erased', async () => {
    await stores.flowRuns.receive(SHOP, run);
    await stores.flowTriggers.noteUse(SHOP, 'One', { isUsed: true, at: T });
    await stores.privacy.redactShop(SHOP);
    expect(await stores.flowRuns.waiting(SHOP, 'run-1')).toBeNull();
    expect(await stores.flowTriggers.used(SHOP)).toEqual([]);
    expect(await stores.flowRuns.receive(SHOP, run)).toMatchObject({ state: 'refused' });
  });
});

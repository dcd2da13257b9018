import { describe, expect, it } from 'vitest';

import { PLACED_AT, eur, order, transaction } from '../../../tests/support/facts/order-facts.ts';
import { OWNER, member } from '../../../tests/support/facts/staff-access.ts';
import {
  OTHER_SHOP,
  SHOP,
  createRouteContext,
} from '../../../tests/support/stages/route-context.ts';
import type { BulkActing, BulkChoice, BulkTotals } from '../../domain/bulk/bulk.ts';
import { totalsOf } from '../../domain/bulk/bulk.ts';
import type { OrderId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import { err, ok } from '../../domain/result.ts';
import { MINUTE } from '../../domain/time.ts';
import { platformError } from '../../platform/client/platform-error.ts';
import { advanceBulk } from './advance-bulk.ts';
import { confirmBulk, stopBulk } from './decide-bulk.ts';
import { startBulk } from './start-bulk.ts';

const idOf = (number: number) => `gid://shopify/Order/${number}` as OrderId;
const paid = (number: number, changes: Partial<OrderFacts> = {}): OrderFacts =>
  order({ id: idOf(number), name: `#${number}`, ...changes });
const shipped = (number: number): OrderFacts =>
  paid(number, {
    lines: order().lines.map((line) => ({ ...line, unfulfilledQuantity: 0 })),
  });

const by = (staffId = '1', access = OWNER): BulkActing => ({
  actor: { kind: 'staff', staffId },
  channel: 'app',
  access,
});
const choice: BulkChoice = {
  issueRefund: true,
  restock: true,
  reason: 'CUSTOMER',
  notify: false,
  noteToCustomer: '',
  internalNote: '',
};

/** A shop with these orders, its platform and its clock. */
async function stage(orders: readonly OrderFacts[]) {
  const { context, database } = await createRouteContext({ orders });
  await database.orders.upsert(
    SHOP,
    orders.map((it) => ({
      id: it.id,
      name: it.name,
      customerId: it.customerId,
      customerName: null,
      email: null,
      createdAt: PLACED_AT,
      updatedAt: PLACED_AT,
      cancelledAt: it.cancelledAt,
      financialStatus: 'PAID',
      fulfillmentStatus: 'UNFULFILLED',
      total: it.total.presentment,
    })),
  );
  const clock = { at: PLACED_AT + MINUTE, now: () => clock.at };
  const platform = { ...context.container.platform };
  const deps = { ...context.container, clock, platform };
  const id = async (numbers: readonly number[], acting = by()) => {
    const started = await startBulk(deps, SHOP, acting, { ids: numbers.map(idOf) });
    if (!started.ok) throw new Error(started.error.code);
    return started.value;
  };
  const statuses = async (bulkId: string) =>
    (await database.bulks.orders(SHOP, bulkId)).map(({ status }) => status);
  const totals = async (bulkId: string): Promise<BulkTotals> =>
    totalsOf(await database.bulks.orders(SHOP, bulkId), true);
  return {
    ...{ deps, database, clock, platform, id, statuses, totals },
    advance: (bulkId: string) => advanceBulk(deps, SHOP, bulkId),
    confirm: async (bulkId: string, acting = by(), shown?: BulkTotals) =>
      confirmBulk(deps, SHOP, bulkId, acting, { choice, shown: shown ?? (await totals(bulkId)) }),
    opened: async (number: number) => database.cancellations.latestStatuses(SHOP, [idOf(number)]),
    state: async (bulkId: string) => (await database.bulks.get(SHOP, bulkId))?.state,
    jobs: () => database.waitingJobs().filter(({ job }) => job.name === 'advance-bulk'),
  };
}

describe('a bulk', () => {
  it('plans every order, says what cannot go and why, and cancels nothing before it is confirmed', async () => {
    const shop = await stage([paid(1), paid(2), paid(3, { cancelledAt: PLACED_AT })]);
    const id = await shop.id([1, 2, 3, 99]);
    await shop.advance(id);
    expect(await shop.state(id)).toBe('reviewed');
    expect(await shop.statuses(id)).toEqual(['planned', 'planned', 'already', 'refused']);
    expect(await shop.totals(id)).toEqual({ orders: 2, amounts: [eur(20_000)] });
    expect(await shop.opened(1)).toEqual(new Map());
    const [, , , foreign] = await shop.database.bulks.orders(SHOP, id);
    expect(foreign).toMatchObject({ orderName: null, refusals: [{ code: 'order_not_found' }] });
  });

  it('confirmed opens each order once, however often it is confirmed and its job runs', async () => {
    const shop = await stage([paid(1), paid(2)]);
    const id = await shop.id([1, 2, 1]);
    await shop.advance(id);
    expect(await Promise.all([shop.confirm(id), shop.confirm(id, by('2'))])).toEqual([
      ok(null),
      ok(null),
    ]);
    const confirmed = (await shop.database.bulks.get(SHOP, id))?.confirmed;
    await Promise.all([shop.advance(id), shop.advance(id)]);
    await shop.advance(id);
    expect(await shop.state(id)).toBe('finished');
    expect(await shop.statuses(id)).toEqual(['opened', 'opened']);
    expect(await shop.database.cancellations.lists(SHOP, [{ limit: 9 }])).toMatchObject([
      { length: 2 },
    ]);
    expect((await shop.database.bulks.get(SHOP, id))?.confirmed).toEqual(confirmed);
  });

  it('whose settlement got lost finds what it opened then, and opens nothing again', async () => {
    const shop = await stage([paid(1)]);
    const id = await shop.id([1]);
    await shop.advance(id);
    await shop.confirm(id);
    const dying = { ...shop.deps.bulks, settle: () => Promise.reject(new Error('Killed')) };
    await expect(advanceBulk({ ...shop.deps, bulks: dying }, SHOP, id)).rejects.toThrow('Killed');
    expect(await shop.statuses(id)).toEqual(['planned']);
    await shop.advance(id);
    expect(await shop.statuses(id)).toEqual(['opened']);
    expect(await shop.database.cancellations.lists(SHOP, [{ limit: 9 }])).toMatchObject([
      { length: 1 },
    ]);
  });

  it('case 124: leaves an order to whoever came first, and says of each what became of it', async () => {
    const shop = await stage([paid(1), shipped(2), paid(3)]);
    const id = await shop.id([1, 2, 3]);
    const other = await shop.id([3]);
    for (const one of [id, other]) await shop.advance(one);
    await shop.confirm(other);
    await shop.advance(other);
    await shop.confirm(id);
    await shop.advance(id);
    expect(await shop.statuses(id)).toEqual(['opened', 'refused', 'already']);
    const [, sent, already] = await shop.database.bulks.orders(SHOP, id);
    expect(sent?.refusals).not.toEqual([]);
    const [opened] = await shop.database.bulks.orders(SHOP, other);
    expect(already?.cancellationId).toBe(opened?.cancellationId);
  });

  it('case 121: names the running bulk that an order is in already', async () => {
    const shop = await stage([paid(1), paid(2)]);
    const id = await shop.id([1, 2]);
    await shop.advance(id);
    await shop.confirm(id);
    const second = await shop.id([2]);
    const [row] = await shop.database.bulks.orders(SHOP, second);
    expect(row?.refusals).toEqual([{ code: 'in_other_bulk', number: 1 }]);
  });

  it('stopped ends after the order that is being opened, and says which were not reached', async () => {
    const shop = await stage([paid(1), paid(2), paid(3)]);
    const id = await shop.id([1, 2, 3]);
    await shop.advance(id);
    await shop.confirm(id);
    const original = { ...shop.platform };
    shop.platform.readOrderForRefund = async (...asked) => {
      await stopBulk(shop.deps, SHOP, id, { kind: 'staff', staffId: '2' });
      return original.readOrderForRefund(...asked);
    };
    await shop.advance(id);
    expect(await shop.state(id)).toBe('stopped');
    expect(await shop.statuses(id)).toEqual(['opened', 'not_reached', 'not_reached']);
    await shop.advance(id);
    expect(await shop.opened(2)).toEqual(new Map());
  });

  it('case 126: waits where Shopify does not answer, a minute at least and ever longer, and can be stopped', async () => {
    const shop = await stage([paid(1)]);
    const id = await shop.id([1]);
    await shop.advance(id);
    await shop.confirm(id);
    const original = { ...shop.platform };
    shop.platform.readOrder = async () => err(platformError('throttled', null, 'Later.'));
    const before = shop.jobs().length;
    await shop.advance(id);
    await shop.advance(id);
    const paused = (await shop.database.bulks.get(SHOP, id))?.paused;
    expect(paused).toEqual({ until: shop.clock.at + MINUTE, tries: 0 });
    expect(shop.jobs().length - before).toBe(1);
    shop.clock.at += MINUTE;
    await shop.advance(id);
    expect((await shop.database.bulks.get(SHOP, id))?.paused?.until).toBe(
      shop.clock.at + 2 * MINUTE,
    );
    expect(await shop.statuses(id)).toEqual(['planned']);
    shop.platform.readOrder = (...asked) => original.readOrder(...asked);
    shop.clock.at += 2 * MINUTE;
    await shop.advance(id);
    expect(await shop.statuses(id)).toEqual(['opened']);
    expect(await shop.state(id)).toBe('finished');
  });

  it('acts by the authority that whoever confirmed had then, not by that of whoever chose', async () => {
    const shop = await stage([paid(1)]);
    const id = await shop.id([1], by('1', OWNER));
    await shop.advance(id);
    await shop.confirm(id, by('2', member({ mayRefundOrders: false })));
    await shop.advance(id);
    const [row] = await shop.database.bulks.orders(SHOP, id);
    expect(row).toMatchObject({ status: 'refused', refusals: [{ code: 'staff_may_not_refund' }] });
    expect(await shop.confirm(id, by('3'))).toEqual(ok(null));
  });

  it('is not confirmed for other totals than were shown, nor by somebody who may not cancel', async () => {
    const shop = await stage([paid(1)]);
    const id = await shop.id([1]);
    expect(await shop.confirm(id)).toEqual(err([{ code: 'bulk_not_reviewed' }]));
    await shop.advance(id);
    const shown = { orders: 1, amounts: [eur(1)] };
    expect(await shop.confirm(id, by(), shown)).toEqual(err([{ code: 'overtaken' }]));
    expect(await shop.confirm(id, by('2', member({ mayCancelOrders: false })))).toEqual(
      err([{ code: 'staff_may_not_cancel' }]),
    );
    expect(await shop.state(id)).toBe('reviewed');
  });

  it('gives back only what was shown of each order', async () => {
    const shop = await stage([paid(1)]);
    const id = await shop.id([1]);
    await shop.advance(id);
    await shop.confirm(id);
    const less = paid(1, {
      transactions: [transaction({ amount: { presentment: eur(4_000), shop: eur(4_000) } })],
    });
    shop.platform.readOrder = async () => ok(less);
    await shop.advance(id);
    const [row] = await shop.database.bulks.orders(SHOP, id);
    expect(row?.status).toBe('refused');
    expect(await shop.opened(1)).toEqual(new Map());
  });

  it('takes a thousand orders at most', async () => {
    const { deps } = await stage([]);
    const ids = Array.from({ length: 1_001 }, (_, index) => idOf(index + 1));
    expect(await startBulk(deps, SHOP, by(), { ids })).toEqual(
      err({ code: 'too_many_orders', limit: 1_000 }),
    );
    expect(await startBulk(deps, OTHER_SHOP, by(), { ids: [] })).toEqual(
      err({ code: 'nothing_selected' }),
    );
  });

  it('gives back no more a day than the policy lets a role, by currency', async () => {
    const shop = await stage([paid(1), paid(2), paid(3)]);
    const { version, ...document } = await shop.deps.policies.current(SHOP);
    const staff = {
      ...document.staff,
      member: { ...document.staff.member, bulkRefundPerDay: { EUR: '150.00' } },
    };
    const actor = { kind: 'staff', staffId: '1' } as const;
    await shop.deps.policies.save(SHOP, version, { ...document, staff }, actor, PLACED_AT);
    const id = await shop.id([1, 2, 3], by('1', member()));
    await shop.advance(id);
    await shop.confirm(id, by('1', member()));
    await shop.advance(id);
    expect(await shop.statuses(id)).toEqual(['opened', 'refused', 'refused']);
    const [, second] = await shop.database.bulks.orders(SHOP, id);
    expect(second?.refusals).toEqual([{ code: 'bulk_day_limit', limit: eur(15_000) }]);
  });
});

it('totals of several currencies are never one (case 141)', () => {
  const planned = (minor: number, currencyCode: string) => ({
    position: 0,
    orderId: idOf(1),
    orderName: '#1',
    cancellationId: 'x' as never,
    status: 'planned' as const,
    refusals: [],
    plan: {
      withRefund: { ok: true as const, amount: money(minor, currencyCode) },
      withoutRefund: { ok: true as const, amount: money(0, currencyCode) },
      known: null,
    },
  });
  const orders = [planned(100, 'USD'), planned(200, 'JPY'), planned(50, 'USD')];
  expect(totalsOf(orders, true)).toEqual({
    orders: 3,
    amounts: [money(200, 'JPY'), money(150, 'USD')],
  });
});

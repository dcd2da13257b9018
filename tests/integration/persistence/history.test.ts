import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import {
  beginExport,
  resumeExport,
  stopExport,
  writeExport,
} from '../../../app/application/history/export-history.ts';
import { keepHistory } from '../../../app/application/history/keep-history.ts';
import type { HistorySearch } from '../../../app/application/history/ports.ts';
import type { Actor, Channel } from '../../../app/domain/actor.ts';
import type { CancellationEvent } from '../../../app/domain/cancellation/events.ts';
import { fold } from '../../../app/domain/cancellation/machine/evolve.ts';
import type { ExportForm } from '../../../app/domain/history/export-form.ts';
import { addedUp, figuresOf } from '../../../app/domain/history/figures.ts';
import { historyFactsOf } from '../../../app/domain/history/history-facts.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { money } from '../../../app/domain/money.ts';
import { ok } from '../../../app/domain/result.ts';
import { DAY, HOUR, MINUTE } from '../../../app/domain/time.ts';
import { readStored } from '../../../app/persistence/cancellation/stored-cancellations.ts';
import { cancellationPlan, refundPlan } from '../../support/facts/cancellation-plan.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

/* The history's rows and figures follow from the events: compared with a plain loop over all of them. */

const SHOP = 'remembering.myshopify.com' as ShopDomain;
/** 23:30 of the 27th in Copenhagen, and already the 28th further east. */
const T = Date.UTC(2026, 10, 27, 22, 30);

let testDatabase: TestDatabase;
let opened: OpenStores;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openStores(testDatabase.url);
});
afterAll(async () => {
  await opened.close();
  await testDatabase.drop();
});
beforeEach(() => opened.empty());

const idOf = (index: number) =>
  `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` as CancellationId;
const orderOf = (index: number) => `gid://shopify/Order/${index}` as OrderId;

interface Story {
  readonly at?: number;
  readonly actor?: Actor;
  readonly channel?: Channel;
  readonly reasonId?: string | null;
  readonly amount?: ReturnType<typeof money>;
  readonly fee?: ReturnType<typeof money>;
  readonly then?: readonly CancellationEvent[];
}

const done = (at: number, arrived: ReturnType<typeof money>): readonly CancellationEvent[] => [
  { type: 'cancel_confirmed', cancelledAt: at },
  {
    type: 'money_observed',
    outcome: 'settled',
    arrived,
    onItsWay: money(0, arrived.currencyCode),
  },
  { type: 'completed' },
];

/** Stores a cancellation, its later events an hour after it was opened. */
async function happens(index: number, story: Story = {}): Promise<void> {
  const { at = T, actor = { kind: 'shopper' }, channel = 'order_page' } = story;
  const { reasonId = 'changed_mind', amount = money(1_000, 'EUR') } = story;
  const later = at + HOUR;
  const { then = done(later, amount) } = story;
  const { cancellations } = opened.stores(async () => undefined);
  const id = idOf(index);
  const event: CancellationEvent = {
    ...{ type: 'requested', orderId: orderOf(index), actor, channel, reasonId, policyVersion: 0 },
    ...{
      handling: 'automatic',
      reviewDeadline: null,
      workUnderWay: false,
      mails: [],
      reviewReasons: [],
    },
    plan: cancellationPlan(refundPlan(amount, story.fee && { fee: story.fee })),
  };
  await cancellations.open(SHOP, {
    ...{ id, orderName: `#${index}`, at, event, after: null, customerId: null, limit: null },
    texts: {
      ...{ customerComment: null, noteToCustomer: null },
      ...{ internalNote: null, proofOfPayment: null },
    },
    next: {
      at,
      job: { name: 'advance-cancellation', shop: SHOP, cancellationId: id, nudged: false },
    },
  });
  await append(index, 1, then, later);
}

async function append(
  index: number,
  expectedSeq: number,
  events: readonly CancellationEvent[],
  at: number,
): Promise<void> {
  if (events.length === 0) return;
  const { cancellations } = opened.stores(async () => undefined);
  const id = idOf(index);
  const stored = (await cancellations.load(SHOP, id))?.events ?? [];
  const all = [
    ...stored,
    ...events.map((one, position) => ({ ...one, seq: expectedSeq + position + 1, at })),
  ];
  const { status } = fold(all, id);
  await cancellations.append(SHOP, id, {
    ...{ expectedSeq, events, at, status, wakeAt: null, next: null },
  });
}

async function seal(): Promise<void> {
  const { audit } = opened.stores();
  while ((await audit.seal(SHOP)) > 0);
}

const NEWEST: HistorySearch = {
  ...{ text: '', who: null, outcome: null, step: null, reason: null, from: null, until: null },
  ...{ cursor: null, limit: 10 },
};

const found = async (search: Partial<HistorySearch> = {}) => {
  const { items } = await opened.stores().records.search(SHOP, { ...NEWEST, ...search });
  return items.map(({ orderName }) => orderName);
};

/** All figures as the tables have them. */
async function counted() {
  const { rows } = await opened.database.pool.query<Record<string, string | number>>(
    `SELECT day::text, currency_code, who, reason, opened, cancelled, withdrawn, alone,
       back_minor::int, kept_minor::int, saved_minor::int, money_back, money_back_ms::int
     FROM figure_days WHERE shop = $1 AND (opened, cancelled, withdrawn, back_minor) <> (0, 0, 0, 0)
     ORDER BY day, currency_code, who, reason`,
    [SHOP],
  );
  return rows;
}

/** The same by a plain loop over every event that is stored. */
async function recounted(timeZone: string) {
  const { pool } = opened.database;
  const { rows } = await pool.query<{ id: CancellationId }>(
    'SELECT id FROM cancellations WHERE shop = $1',
    [SHOP],
  );
  const stored = await readStored(
    pool,
    SHOP,
    rows.map(({ id }) => id),
  );
  const days = [...stored.values()].flatMap(({ events, id }) =>
    figuresOf(historyFactsOf(events, id), timeZone),
  );
  const key = (day: (typeof days)[number]) =>
    [day.day, day.currencyCode, day.who, day.reason].join(' ');
  return addedUp(days)
    .toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
    .map(({ day, currencyCode, who, reason, figures }) => ({
      ...{ day, currency_code: currencyCode, who, reason },
      ...{ opened: figures.opened, cancelled: figures.cancelled, withdrawn: figures.withdrawn },
      ...{ alone: figures.alone, back_minor: figures.backMinor, kept_minor: figures.keptMinor },
      ...{ saved_minor: figures.savedMinor, money_back: figures.moneyBack },
      money_back_ms: figures.moneyBackMs,
    }));
}

const STAFF: Actor = { kind: 'staff', staffId: '7' };

async function severalStories(): Promise<void> {
  await happens(1);
  await happens(2, { at: T + MINUTE, channel: 'guest_page', fee: money(250, 'EUR') });
  await happens(3, {
    ...{ at: T + 2 * MINUTE, actor: STAFF, channel: 'app', reasonId: null },
    amount: money(5_000, 'JPY'),
  });
  await happens(4, {
    at: T + 3 * MINUTE,
    then: [
      {
        ...{ type: 'turned_back', ending: 'withdrawn', actor: { kind: 'shopper' } },
        why: { code: 'customer_withdrew' },
      },
      { type: 'ended', ending: 'withdrawn' },
    ],
  });
  await happens(5, { at: T + DAY, reasonId: 'too_late', then: [] });
}

describe('the history', () => {
  test('finds cancellations by who, outcome, step, reason, time and number', async () => {
    await severalStories();
    await seal();
    expect(await found()).toEqual(['#5', '#4', '#3', '#2', '#1']);
    expect(await found({ who: 'guest' })).toEqual(['#2']);
    expect(await found({ who: 'staff' })).toEqual(['#3']);
    expect(await found({ outcome: 'withdrawn' })).toEqual(['#4']);
    expect(await found({ outcome: 'under_way' })).toEqual(['#5']);
    expect(await found({ step: 'turned_back' })).toEqual(['#4']);
    expect(await found({ reason: 'too_late' })).toEqual(['#5']);
    expect(await found({ reason: 'CUSTOMER' })).toEqual(['#3']);
    expect(await found({ from: T + MINUTE, until: T + 3 * MINUTE })).toEqual(['#3', '#2']);
    expect(await found({ text: '#4' })).toEqual(['#4']);
    expect(await found({ text: ' 4 ' })).toEqual(['#4']);
    expect(await found({ text: "'; DROP TABLE --" })).toEqual([]);
    const { records } = opened.stores();
    expect(await records.count(SHOP, { ...NEWEST, who: 'shopper' })).toBe(3);
    expect(await records.reasons(SHOP)).toEqual(['changed_mind', 'CUSTOMER', 'too_late']);
  });

  test('is turned by its keys, and back', async () => {
    await severalStories();
    await seal();
    const { records } = opened.stores();
    const page = (cursor: HistorySearch['cursor']) =>
      records.search(SHOP, { ...NEWEST, limit: 2, cursor });
    const first = await page(null);
    const second = await page({ side: 'after', key: first.next ?? [] });
    expect(second.items.map(({ orderName }) => orderName)).toEqual(['#3', '#2']);
    const back = await page({ side: 'before', key: second.previous ?? [] });
    expect(back.items).toEqual(first.items);
  });

  test('finds customers by their names for as long as they are not erased', async () => {
    await severalStories();
    const { orders, privacy, records } = opened.stores();
    await orders.upsert(SHOP, [
      {
        ...{ id: orderOf(2), name: '#2', customerId: null, customerName: 'María López' },
        ...{ email: null, createdAt: T - DAY, updatedAt: T, cancelledAt: null },
        ...{ financialStatus: 'PAID', fulfillmentStatus: 'UNFULFILLED', total: money(9, 'EUR') },
      },
    ]);
    await seal();
    expect(await found({ text: 'lopez maria' })).toEqual(['#2']);
    expect((await records.find(SHOP, idOf(2)))?.customerName).toBe('María López');
    await privacy.redactCustomer(SHOP, { customerId: null, orderIds: [orderOf(2)] });
    expect(await found({ text: 'lopez' })).toEqual([]);
    expect((await records.find(SHOP, idOf(2)))?.customerName).toBeNull();
    expect(await found({ text: '#2' })).toEqual(['#2']);
  });

  test('lacks what cannot be read, and nothing else', async () => {
    await severalStories();
    await opened.database.pool.query(
      `INSERT INTO cancellation_events (shop, cancellation_id, seq, at, type, data, format)
       VALUES ($1, $2, 9, $3, 'told', '{}', 30000)`,
      [SHOP, idOf(4), new Date(T + 2 * DAY)],
    );
    const unreadable: string[] = [];
    const { createAuditTrail } = await import('../../../app/persistence/audit/audit-trail.ts');
    const audit = createAuditTrail(opened.database, (_shop, id) => unreadable.push(id));
    while ((await audit.seal(SHOP)) > 0);
    expect(unreadable).toEqual([idOf(4)]);
    expect(await found()).toEqual(['#5', '#3', '#2', '#1']);
  });
});

describe('figures', () => {
  test('are what a full recount says, also when a cancellation goes on', async () => {
    await severalStories();
    await seal();
    expect(await counted()).toEqual(await recounted('UTC'));
    expect((await counted()).length).toBeGreaterThan(3);
    await append(5, 1, done(T + 3 * DAY, money(900, 'EUR')), T + 3 * DAY);
    await append(
      1,
      4,
      [
        {
          type: 'attention_raised',
          attention: {
            ...{ what: 'refund_failed', missing: [], amount: money(1_000, 'EUR') },
            choices: ['retry'],
          },
        },
      ],
      T + 3 * DAY,
    );
    await seal();
    const now = await counted();
    expect(now).toEqual(await recounted('UTC'));
    const back = now.filter(({ currency_code: code }) => code === 'EUR');
    expect(back.reduce((sum, { back_minor: minor }) => sum + Number(minor), 0)).toBe(1_900);
  });

  test('cases 136 and 156: are of the shop’s days, and counted anew where these are others', async () => {
    await severalStories();
    await seal();
    const { records } = opened.stores();
    const deps = (timeZone: string) => ({
      ...{ records, clock: { now: () => Date.now() } },
      platform: { readShop: async () => ok({ timeZone } as never) },
    });
    await keepHistory(deps('Europe/Copenhagen'), SHOP, Infinity);
    expect(await counted()).toEqual(await recounted('Europe/Copenhagen'));
    expect((await counted())[0]?.['day']).toBe('2026-11-27');
    await records.setTimeZone(SHOP, 'Pacific/Auckland', T);
    expect(await counted()).toEqual(await recounted('Pacific/Auckland'));
    expect((await counted())[0]?.['day']).toBe('2026-11-28');
    const all = (await counted()).reduce((sum, { opened: some }) => sum + Number(some), 0);
    expect(all).toBe(5);
  });

  test('case 143: a rate is of the orders that were placed on those days, whoever cancelled them', async () => {
    const { orders, home } = opened.stores();
    const placed = (index: number, createdAt: number, cancelledAt: number | null) => ({
      ...{ id: orderOf(index), name: `#${index}`, customerId: null, customerName: null },
      ...{ email: null, createdAt, updatedAt: T, cancelledAt },
      ...{ financialStatus: 'PAID', fulfillmentStatus: 'UNFULFILLED', total: money(9, 'EUR') },
    });
    await orders.upsert(SHOP, [
      placed(1, T - DAY, T),
      placed(2, T - DAY, null),
      placed(3, T - 40 * DAY, T),
      placed(4, T, null),
    ]);
    await happens(1);
    await seal();
    await opened.stores().records.countOrders(SHOP, T);
    const { counted: days } = await home.read(SHOP, { days: 30 }, T + HOUR);
    expect(days).toMatchObject({
      ...{ from: '2026-10-29', to: '2026-11-27', timeZone: 'UTC' },
      orders: { placed: 3, cancelled: 1, parts: 0 },
      byDay: [{ day: '2026-11-27', opened: 1, cancelled: 1 }],
      byWho: [{ who: 'shopper', opened: 1 }],
      byReason: [{ reason: 'changed_mind', opened: 1 }],
      byCurrency: [{ currencyCode: 'EUR', figures: { cancelled: 1, backMinor: 1_000, alone: 1 } }],
    });
    const range = { from: '2026-01-01', to: '2026-10-30' };
    expect((await home.read(SHOP, range, T)).counted).toMatchObject({
      ...range,
      orders: { placed: 1, cancelled: 1 },
      byDay: [],
    });
    // A day is counted anew with each cancellation of an order of that day.
    await orders.upsert(SHOP, [{ ...placed(2, T - DAY, T), updatedAt: T + 1 }]);
    await happens(2, { at: T + MINUTE });
    await seal();
    expect((await home.read(SHOP, { days: 7 }, T)).counted.orders).toEqual({
      ...{ placed: 3, cancelled: 2, parts: 0 },
    });
  });

  test('of a release before are written anew, all of them', async () => {
    await severalStories();
    await seal();
    const { records } = opened.stores();
    const before = await counted();
    await opened.database.pool.query(
      `UPDATE history_heads SET figures_format = 0 WHERE shop = '${SHOP}'`,
    );
    await opened.database.pool.query(`UPDATE figure_days SET opened = 99 WHERE shop = '${SHOP}'`);
    expect((await records.state(SHOP)).isOld).toBe(true);
    while ((await records.mend(SHOP)) > 0);
    expect(await counted()).toEqual(before);
    expect(await found()).toHaveLength(5);
    expect((await records.state(SHOP)).isOld).toBe(false);
  });
});

describe('a file of the history', () => {
  const form: ExportForm = {
    ...{ what: 'cancellations', format: 'csv', locale: 'en', timeZone: 'UTC' },
    filter: {
      ...{ text: '', who: null, outcome: null, step: null, reason: null, from: null, until: null },
    },
  };
  let now = T + DAY;
  const deps = () => {
    const { cancellations: store, ...stores } = opened.stores(async () => undefined);
    return { ...stores, store, clock: { now: () => now }, ids: { uuid: () => idOf(500) } };
  };
  const fileOf = async (id: string) => {
    const pieces: string[] = [];
    for (let part = 0; ; part += 1) {
      const piece = await deps().exports.read(SHOP, id, part);
      if (!piece) return pieces.join('');
      pieces.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece));
    }
  };
  const COUNT = 450;
  const many = async () => {
    // Written by the hundred: what is tested here begins behind them.
    await happens(1);
    await opened.database.pool.query(
      `INSERT INTO cancellations SELECT (c).* FROM (SELECT jsonb_populate_record(c, jsonb_build_object(
         'id', '00000000-0000-4000-8000-' || lpad(n::text, 12, '0'), 'order_id', 'gid://shopify/Order/' || n,
         'order_name', '#' || n)) AS c FROM cancellations c, generate_series(2, ${COUNT}) AS n) AS copied`,
    );
    await opened.database.pool.query(
      `INSERT INTO cancellation_events SELECT shop, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
         seq, at, type, data, format FROM cancellation_events, generate_series(2, ${COUNT}) AS n`,
    );
    await seal();
  };

  test('is written whole, in pieces, whoever is killed in between', async () => {
    await many();
    now = T + DAY;
    const id = await beginExport(deps(), SHOP, STAFF, form);
    expect(await deps().exports.find(SHOP, id)).toMatchObject({ state: 'queued', total: COUNT });
    // The first is killed with its second piece, the second comes while a third goes on.
    const { exports } = deps();
    const dying = {
      ...exports,
      append: async (...piece: Parameters<typeof exports.append>) => {
        if (piece[2].parts === 1) throw new Error('Killed.');
        return exports.append(...piece);
      },
    };
    await expect(writeExport({ ...deps(), exports: dying }, SHOP, id)).rejects.toThrow('Killed.');
    expect(await exports.find(SHOP, id)).toMatchObject({ state: 'running', written: 200 });
    await Promise.all([writeExport(deps(), SHOP, id), writeExport(deps(), SHOP, id)]);
    expect(await exports.find(SHOP, id)).toMatchObject({ state: 'done', written: COUNT, parts: 3 });
    const lines = (await fileOf(id)).trimEnd().split('\r\n');
    expect(lines).toHaveLength(COUNT + 1);
    expect(new Set(lines).size).toBe(COUNT + 1);
    const { rows } = await opened.database.pool.query<{ type: string; data: object }>(
      'SELECT type, data FROM audit_entries WHERE shop = $1',
      [SHOP],
    );
    expect(rows).toEqual([
      {
        type: 'history_exported',
        data: { what: 'cancellations', format: 'csv', rows: COUNT, filter: { until: T + DAY } },
      },
    ]);
  });

  test('is stopped and gone on with, and taken up again where nobody writes it', async () => {
    await many();
    now = T + DAY;
    const id = await beginExport(deps(), SHOP, STAFF, { ...form, what: 'steps' });
    const { exports } = deps();
    const stopping = {
      ...exports,
      append: async (...piece: Parameters<typeof exports.append>) => {
        const added = await exports.append(...piece);
        await stopExport(deps(), SHOP, id);
        return added;
      },
    };
    expect(await writeExport({ ...deps(), exports: stopping }, SHOP, id)).toBe('over');
    expect(await exports.find(SHOP, id)).toMatchObject({ state: 'stopped', written: 200 });
    expect(await writeExport(deps(), SHOP, id)).toBe('over');
    expect(await exports.find(SHOP, id)).toMatchObject({ state: 'stopped', written: 200 });
    expect(await resumeExport(deps(), SHOP, id)).toBe(true);
    expect(await resumeExport(deps(), SHOP, id)).toBe(false);
    now += HOUR;
    expect(await resumeExport(deps(), SHOP, id)).toBe(true);
    expect(await writeExport(deps(), SHOP, id)).toBe('over');
    expect(await exports.find(SHOP, id)).toMatchObject({ state: 'done', written: COUNT });
    expect((await fileOf(id)).trimEnd().split('\r\n')).toHaveLength(4 * COUNT + 1);
  });

  test('holds what is filtered and nothing of another shop, goes when it expires, and when somebody is erased', async () => {
    await severalStories();
    await seal();
    now = T + 2 * DAY;
    const filter = { ...form.filter, who: 'guest' as const };
    const id = await beginExport(deps(), SHOP, STAFF, { ...form, format: 'jsonl', filter });
    await writeExport(deps(), SHOP, id);
    const file = await fileOf(id);
    expect(
      file
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toMatchObject([{ order: '#2', requested_by: 'guest', kept: { amount: '2.50' } }]);
    const { exports, privacy } = deps();
    const OTHER = 'another.myshopify.com' as ShopDomain;
    expect(await exports.find(OTHER, id)).toBeNull();
    expect(await exports.read(OTHER, id, 0)).toBeNull();
    await privacy.redactCustomer(SHOP, { customerId: null, orderIds: [orderOf(2)] });
    expect(await fileOf(id)).toBe('');
    expect(await exports.find(SHOP, id)).toMatchObject({ state: 'erased', bytes: 0 });
    await exports.forgetExpired(now + 8 * DAY);
    expect(await exports.list(SHOP, 5)).toEqual([]);
  });
});

test('the guide for a new shop remembers what was done first', async () => {
  const { home } = opened.stores();
  await home.note(SHOP, 'policy_read', T);
  await home.note(SHOP, 'policy_read', T + DAY);
  await home.note(SHOP, 'dismissed', T + DAY);
  expect((await home.read(SHOP, { days: 7 }, T)).setup).toEqual({
    ...{ policyReadAt: T, blockSeenAt: null, pageSeenAt: null, dismissedAt: T + DAY },
  });
});

import { beforeEach, describe, expect, test } from 'vitest';

import { NEWEST_ORDERS } from '../../../app/application/order/order-search.ts';
import type { ListCursor, ListPage } from '../../../app/application/shared/list-page.ts';
import { type OrderState, orderStateOf } from '../../../app/domain/order/order-state.ts';
import type {
  CancellationStore,
  CancellationTexts,
} from '../../../app/application/cancellation/ports.ts';
import type { OrderMirror, OrderSnapshot } from '../../../app/application/order/ports.ts';
import type { PolicyStore } from '../../../app/application/policy/ports.ts';
import type { ScheduledJob } from '../../../app/application/shared/queue.ts';
import type {
  DataRequest,
  DataRequestStore,
  StaffNames,
  PrivacyStore,
} from '../../../app/application/shop/ports.ts';
import type { StoredWebhook, WebhookInbox } from '../../../app/application/webhook/ports.ts';
import type { CancellationEvent } from '../../../app/domain/cancellation/events.ts';
import type { CancellationId, CustomerId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { money } from '../../../app/domain/money.ts';
import { DEFAULT_POLICY } from '../../../app/messages/default-policy.ts';
import { MINUTE } from '../../../app/domain/time.ts';
import { documentOf } from '../facts/policies.ts';
import { cancellationPlan, refundPlan } from '../facts/cancellation-plan.ts';
import type { UnreadableOrders } from '../../../app/application/order/ports.ts';
import { newest } from './newest.ts';

/** What every set of stores has to offer to be put to the test. */
export interface StoresUnderTest {
  readonly cancellations: CancellationStore;
  readonly policies: PolicyStore;
  readonly orders: OrderMirror;
  readonly unreadable: UnreadableOrders;
  readonly inbox: WebhookInbox;
  readonly privacy: PrivacyStore;
  readonly dataRequests: DataRequestStore;
  readonly staffNames: StaffNames;
  /** Every job enqueued so far that was not taken. */
  jobs(): Promise<readonly ScheduledJob[]>;
}

type Opening = Parameters<CancellationStore['open']>[1];
type Append = Parameters<CancellationStore['append']>[2];

/** 2026-11-22T09:00:00Z */
const T = Date.UTC(2026, 10, 22, 9);
const SHOP = 'contract-one.myshopify.com' as ShopDomain;
const OTHER_SHOP = 'contract-two.myshopify.com' as ShopDomain;
const ORDER = orderId(1);
const NO_TEXTS: CancellationTexts = {
  customerComment: null,
  noteToCustomer: null,
  internalNote: null,
  proofOfPayment: null,
};

function orderId(number: number): OrderId {
  return `gid://shopify/Order/${number}` as OrderId;
}

function cancellationId(number: number): CancellationId {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as CancellationId;
}

const planOf = (minor: number) => cancellationPlan(refundPlan(money(minor, 'EUR')));

const advance = (id: CancellationId, at: number): ScheduledJob => ({
  job: { name: 'advance-cancellation', shop: SHOP, cancellationId: id, nudged: false },
  at,
});

function opening(changes: Partial<Opening> & { readonly order?: OrderId } = {}): Opening {
  const { order = ORDER, ...rest } = changes;
  const id = rest.id ?? cancellationId(1);
  return {
    id,
    orderName: '#1001',
    event: {
      type: 'requested',
      orderId: order,
      actor: { kind: 'shopper' },
      channel: 'order_page',
      handling: 'automatic',
      reasonId: 'changed_mind',
      policyVersion: 0,
      plan: planOf(10_000),
      reviewDeadline: null,
      workUnderWay: false,
      mails: [],
      reviewReasons: [],
    },
    texts: NO_TEXTS,
    at: T,
    next: advance(id, T),
    after: null,
    customerId: null,
    limit: null,
    ...rest,
  };
}

const NONE = { items: [], previous: null, next: null };
const NO_ORDERS = { ...NONE, searched: 'all' };

const change = (changes: Partial<Append> = {}): Append => ({
  expectedSeq: 1,
  events: [{ type: 'fulfillment_inspected', toHold: [] }],
  at: T + 1,
  status: 'holding',
  wakeAt: T + 1,
  next: null,
  ...changes,
});

const ended = (expectedSeq: number): Append =>
  change({
    expectedSeq,
    events: [{ type: 'completed' }],
    status: 'completed',
    wakeAt: null,
  });

const snapshot = (changes: Partial<OrderSnapshot> = {}): OrderSnapshot => ({
  id: ORDER,
  name: '#1001',
  customerId: 'gid://shopify/Customer/7' as CustomerId,
  customerName: 'Zoë Müller-Example',
  email: 'zoe.mueller@example.com',
  createdAt: T,
  updatedAt: T,
  cancelledAt: null,
  financialStatus: 'PAID',
  fulfillmentStatus: 'UNFULFILLED',
  total: money(10_000, 'EUR'),
  ...changes,
});

const webhook = (changes: Partial<StoredWebhook> = {}): StoredWebhook => ({
  webhookId: 'w-1',
  eventId: 'e-1',
  topic: 'orders/updated',
  triggeredAt: T,
  receivedAt: T + 5,
  event: { kind: 'order_changed', snapshot: snapshot() },
  ...changes,
});

const apply = (webhookId: string): ScheduledJob => ({
  job: { name: 'apply-webhook', shop: SHOP, webhookId },
  at: T,
});

const dataRequest = (changes: Partial<Omit<DataRequest, 'handedOver'>> = {}) => ({
  id: '1',
  customerId: CUSTOMER,
  orderIds: [ORDER],
  requestedAt: T,
  ...changes,
});

const CUSTOMER = 'gid://shopify/Customer/7' as CustomerId;
const OTHER_CUSTOMER = 'gid://shopify/Customer/8' as CustomerId;

const DOCUMENT = documentOf(DEFAULT_POLICY);

/** The promises that the use cases build on, for whatever keeps the app's data. */
export function storeContract(name: string, create: () => Promise<StoresUnderTest>): void {
  describe(name, () => {
    let stores: StoresUnderTest;
    beforeEach(async () => {
      stores = await create();
    });

    describe('cancellations', () => {
      test('an opened cancellation reads back as it was given, with its job', async () => {
        const texts = { ...NO_TEXTS, customerComment: 'wrong size', internalNote: 'VIP' };
        expect(await stores.cancellations.open(SHOP, opening({ texts }))).toMatchObject({
          ok: true,
        });
        expect(await stores.cancellations.load(SHOP, cancellationId(1))).toEqual({
          id: cancellationId(1),
          texts,
          events: [{ ...opening().event, seq: 1, at: T }],
        });
        expect(await stores.jobs()).toEqual([advance(cancellationId(1), T)]);
      });

      test('a shop sees nothing of another shop', async () => {
        await stores.cancellations.open(SHOP, opening());
        expect(await stores.cancellations.load(OTHER_SHOP, cancellationId(1))).toBeNull();
        expect(await stores.cancellations.findLive(OTHER_SHOP, ORDER)).toBeNull();
        expect(await stores.cancellations.findLatest(OTHER_SHOP, ORDER)).toBeNull();
        expect(await stores.cancellations.findAll(OTHER_SHOP, ORDER)).toEqual([]);
        expect(await newest(stores.cancellations, OTHER_SHOP, { limit: 10 })).toEqual([]);
      });

      test('of many who open at once for one order exactly one wins, and the others learn its id', async () => {
        const ids = [1, 2, 3, 4, 5, 6].map(cancellationId);
        const results = await Promise.all(
          ids.map((id) => stores.cancellations.open(SHOP, opening({ id, next: advance(id, T) }))),
        );
        const winner = ids.filter((_id, index) => results[index]?.ok);
        expect(winner).toHaveLength(1);
        for (const result of results) {
          if (!result.ok) expect(result.error).toEqual({ cancellationId: winner[0] });
        }
        expect(await stores.jobs()).toHaveLength(1);
        expect(await newest(stores.cancellations, SHOP, { limit: 10 })).toHaveLength(1);
      });

      test('several lists are read at once, each with its own statuses and length, and what they name', async () => {
        const numbers = [1, 2, 3, 4];
        for (const number of numbers) {
          const id = cancellationId(number);
          await stores.cancellations.open(
            SHOP,
            opening({ id, order: orderId(number), at: T + number }),
          );
        }
        await stores.cancellations.append(
          SHOP,
          cancellationId(2),
          change({ status: 'in_review', at: T + 9 }),
        );
        await stores.cancellations.append(SHOP, cancellationId(3), ended(1));
        const filters = [
          { statuses: ['in_review', 'needs_attention'], limit: 5 },
          { statuses: ['requested', 'completed'], limit: 2 },
          { limit: 3 },
          { statuses: ['verifying'], limit: 5 },
        ] as const;
        const lists = await stores.cancellations.lists(SHOP, filters);
        expect(lists.map((list) => list.map(({ id }) => id))).toEqual([
          [cancellationId(2)],
          [4, 3].map(cancellationId),
          [4, 3, 2].map(cancellationId),
          [],
        ]);
        expect(lists[2]).toEqual(await newest(stores.cancellations, SHOP, { limit: 3 }));
        expect(await stores.cancellations.lists(OTHER_SHOP, filters)).toEqual([[], [], [], []]);
        const ids = numbers.map(cancellationId);
        const loaded = await stores.cancellations.loadAll(SHOP, [...ids, cancellationId(9)]);
        expect([...loaded.keys()].toSorted()).toEqual(ids.toSorted());
        for (const id of ids) {
          const stored = await stores.cancellations.load(SHOP, id);
          expect(loaded.get(id)).toMatchObject({ ...stored });
        }
        expect((await stores.cancellations.loadAll(OTHER_SHOP, ids)).size).toBe(0);
      });

      const wait = async (
        ...waiting: readonly (readonly [
          number,
          'in_review' | 'needs_attention' | 'completed',
          number?,
        ])[]
      ) => {
        for (const [number, status, reviewDeadline = null] of waiting) {
          const id = cancellationId(number);
          const begun = opening({ id, order: orderId(number), at: T + number });
          const event = { ...begun.event, reviewDeadline };
          await stores.cancellations.open(SHOP, { ...begun, event });
          await stores.cancellations.append(SHOP, id, change({ status }));
        }
      };
      const pages = async (sort: 'newest' | 'deadline', limit: number) => {
        const read = async (cursor: ListCursor | null) => {
          const page = await stores.cancellations.waiting(SHOP, { sort, cursor, limit });
          return { ...page, ids: page.items.map(({ id }) => id) };
        };
        const first = await read(null);
        const last = await read({ side: 'after', key: first.next ?? [] });
        const back = await read({ side: 'before', key: last.previous ?? [] });
        expect(back).toMatchObject({ ids: first.ids, previous: null, next: first.next });
        expect(first.previous).toBeNull();
        expect(last.next).toBeNull();
        return [...first.ids, ...last.ids];
      };

      test('what waits for a person is listed a page at a time: what needs attention, then what is to be answered', async () => {
        await wait(
          [1, 'in_review'],
          [2, 'needs_attention'],
          [3, 'in_review'],
          [4, 'completed'],
          [5, 'needs_attention'],
        );
        expect(await pages('newest', 3)).toEqual([5, 2, 3, 1].map(cancellationId));
        const elsewhere = await stores.cancellations.waiting(OTHER_SHOP, {
          ...{ sort: 'newest', cursor: null, limit: 3 },
        });
        expect(elsewhere).toEqual(NONE);
        expect(await stores.cancellations.countWaiting(SHOP, 10)).toBe(4);
        expect(await stores.cancellations.countWaiting(SHOP, 3)).toBe(3);
        expect(await stores.cancellations.countWaiting(OTHER_SHOP, 10)).toBe(0);
      });

      test('what is to be answered is listed by when it ends, and what no time ends last', async () => {
        await wait(
          [1, 'in_review', T + 3 * MINUTE],
          [2, 'in_review'],
          [3, 'in_review', T + MINUTE],
          [4, 'needs_attention'],
          [5, 'in_review', T + 2 * MINUTE],
        );
        expect(await pages('deadline', 3)).toEqual([4, 3, 5, 1, 2].map(cancellationId));
      });

      test('what waits is given to a staff member, to another one, and to nobody', async () => {
        await wait([1, 'in_review'], [2, 'in_review'], [3, 'needs_attention']);
        const give = (number: number, to: string | null) =>
          stores.cancellations.assign(SHOP, cancellationId(number), { to, by: '7', at: T });
        const of = async (assignedTo: string | null) =>
          (
            await stores.cancellations.waiting(SHOP, {
              ...{ sort: 'newest', assignedTo, cursor: null, limit: 9 },
            })
          ).items.map(({ id, assignedTo: to }) => [id, to]);
        await give(1, '42');
        await give(3, '42');
        await give(3, '43');
        expect(await of('42')).toEqual([[cancellationId(1), '42']]);
        expect(await of('43')).toEqual([[cancellationId(3), '43']]);
        await give(1, null);
        expect(await of(null)).toEqual([2, 1].map((number) => [cancellationId(number), null]));
      });

      test('staff are known by the name they were last seen under, the latest first, until their shop is erased', async () => {
        const { staffNames } = stores;
        await staffNames.seen(SHOP, '7', 'Ben', T);
        await staffNames.seen(SHOP, '8', 'Ada', T + 1);
        await staffNames.seen(SHOP, '7', 'Ben Okafor', T + 2);
        expect(await staffNames.list(SHOP)).toEqual([
          { staffId: '7', name: 'Ben Okafor' },
          { staffId: '8', name: 'Ada' },
        ]);
        expect(await staffNames.list(OTHER_SHOP)).toEqual([]);
        await stores.privacy.redactShop(SHOP);
        await staffNames.seen(SHOP, '8', 'Ada', T + 3);
        expect(await staffNames.list(SHOP)).toEqual([]);
      });

      test('who opens from a page that did not know of an ended one gets that one: nothing is done twice', async () => {
        await stores.cancellations.open(SHOP, opening());
        await stores.cancellations.append(SHOP, cancellationId(1), ended(1));
        const stale = opening({ id: cancellationId(2), at: T + 2, after: null });
        expect(await stores.cancellations.open(SHOP, stale)).toEqual({
          ok: false,
          error: { cancellationId: cancellationId(1) },
        });
        expect(await stores.cancellations.load(SHOP, cancellationId(2))).toBeNull();
        expect(await stores.jobs()).toHaveLength(1);
      });

      test('an order is free again once its cancellation has ended, and the newest is found', async () => {
        await stores.cancellations.open(SHOP, opening());
        await stores.cancellations.append(SHOP, cancellationId(1), ended(1));
        expect(await stores.cancellations.findLive(SHOP, ORDER)).toBeNull();
        const id = cancellationId(2);
        const again = opening({ id, at: T + 2, after: cancellationId(1) });
        expect(await stores.cancellations.open(SHOP, again)).toMatchObject({ ok: true });
        expect(await stores.cancellations.findLive(SHOP, ORDER)).toBe(id);
        expect(await stores.cancellations.findLatest(SHOP, ORDER)).toBe(id);
        expect(await stores.cancellations.findAll(SHOP, ORDER)).toEqual([id, cancellationId(1)]);
        expect(await stores.cancellations.latestStatuses(SHOP, [ORDER, orderId(2)])).toEqual(
          new Map([[ORDER, 'requested']]),
        );
      });

      test('appended events follow those before them without a gap, at their own time', async () => {
        await stores.cancellations.open(SHOP, opening());
        const events: CancellationEvent[] = [
          { type: 'fulfillment_inspected', toHold: [] },
          { type: 'readiness_confirmed', toRecall: [], refund: refundPlan(money(7_500, 'EUR')) },
        ];
        const next = advance(cancellationId(1), T + MINUTE);
        expect(
          await stores.cancellations.append(SHOP, cancellationId(1), change({ events, next })),
        ).toBe('appended');
        const loaded = await stores.cancellations.load(SHOP, cancellationId(1));
        expect(loaded?.events.map(({ seq, at, type }) => ({ seq, at, type }))).toEqual([
          { seq: 1, at: T, type: 'requested' },
          { seq: 2, at: T + 1, type: 'fulfillment_inspected' },
          { seq: 3, at: T + 1, type: 'readiness_confirmed' },
        ]);
        expect(await stores.jobs()).toContainEqual(next);
        expect(await newest(stores.cancellations, SHOP, { limit: 1 })).toMatchObject([
          { status: 'holding', amount: money(7_500, 'EUR'), openedAt: T, updatedAt: T + 1 },
        ]);
      });

      test('of many who append after the same event exactly one succeeds, and the others store nothing', async () => {
        await stores.cancellations.open(SHOP, opening());
        const attempts = await Promise.all(
          [1, 2, 3, 4, 5].map((number) =>
            stores.cancellations.append(
              SHOP,
              cancellationId(1),
              change({ next: advance(cancellationId(1), T + number) }),
            ),
          ),
        );
        expect(attempts.filter((result) => result === 'appended')).toHaveLength(1);
        expect((await stores.cancellations.load(SHOP, cancellationId(1)))?.events).toHaveLength(2);
        expect(await stores.jobs()).toHaveLength(2);
      });

      test('a text that is given replaces the one there; one that is not stays', async () => {
        const texts = { ...NO_TEXTS, customerComment: 'please', noteToCustomer: 'old' };
        await stores.cancellations.open(SHOP, opening({ texts }));
        await stores.cancellations.append(
          SHOP,
          cancellationId(1),
          change({ texts: { noteToCustomer: null, internalNote: 'new', proofOfPayment: 'T-1' } }),
        );
        expect((await stores.cancellations.load(SHOP, cancellationId(1)))?.texts).toEqual({
          customerComment: 'please',
          noteToCustomer: null,
          internalNote: 'new',
          proofOfPayment: 'T-1',
        });
      });

      test.each(['customerComment', 'noteToCustomer', 'internalNote', 'proofOfPayment'] as const)(
        'each text is replaced by itself: %s',
        async (given) => {
          const texts: CancellationTexts = {
            customerComment: 'c',
            noteToCustomer: 'n',
            internalNote: 'i',
            proofOfPayment: 'p',
          };
          const id = cancellationId(1);
          await stores.cancellations.open(SHOP, opening({ texts }));
          await stores.cancellations.append(SHOP, id, change({ texts: { [given]: 'new' } }));
          expect((await stores.cancellations.load(SHOP, id))?.texts).toEqual({
            ...texts,
            [given]: 'new',
          });
          const withdrawn = change({ expectedSeq: 2, texts: { [given]: null } });
          await stores.cancellations.append(SHOP, id, withdrawn);
          expect((await stores.cancellations.load(SHOP, id))?.texts).toEqual({
            ...texts,
            [given]: null,
          });
        },
      );

      test('orders of which units were taken off are told from all others', async () => {
        for (const number of [1, 2]) {
          const id = cancellationId(number);
          await stores.cancellations.open(SHOP, opening({ id, order: orderId(number) }));
        }
        const removed: CancellationEvent = { type: 'lines_removed', refundId: null };
        const taken = change({ events: [removed], status: 'verifying' });
        await stores.cancellations.append(SHOP, cancellationId(1), taken);
        const orders = [1, 2].map((number) => snapshot({ id: orderId(number) }));
        await stores.orders.upsert(SHOP, orders);
        await stores.orders.upsert(OTHER_SHOP, orders);
        const inPart = async (shop: ShopDomain) => {
          const { items } = await stores.orders.search(shop, { ...NEWEST_ORDERS, limit: 10 });
          return items.filter((order) => order.cancelledInPart).map(({ id: found }) => found);
        };
        expect(await inPart(SHOP)).toEqual([orderId(1)]);
        expect(await inPart(OTHER_SHOP)).toEqual([]);
      });

      test('a completed one is opened again, but never beside another live one', async () => {
        await stores.cancellations.open(SHOP, opening());
        await stores.cancellations.append(SHOP, cancellationId(1), ended(1));
        const again = change({ expectedSeq: 2, status: 'needs_attention' });
        await stores.cancellations.open(
          SHOP,
          opening({ id: cancellationId(2), after: cancellationId(1) }),
        );
        expect(await stores.cancellations.append(SHOP, cancellationId(1), again)).toBe(
          'another_is_live',
        );
        expect((await stores.cancellations.load(SHOP, cancellationId(1)))?.events).toHaveLength(2);
        await stores.cancellations.append(SHOP, cancellationId(2), ended(1));
        expect(await stores.cancellations.append(SHOP, cancellationId(1), again)).toBe('appended');
        expect(await stores.cancellations.findLive(SHOP, ORDER)).toBe(cancellationId(1));
      });

      test('of an order’s cancellations the live one and those to watch are found, the newest first', async () => {
        await stores.cancellations.open(SHOP, opening({ at: T - 10 }));
        await stores.cancellations.append(SHOP, cancellationId(1), ended(1));
        await stores.cancellations.open(
          SHOP,
          opening({ id: cancellationId(2), at: T, after: cancellationId(1) }),
        );
        await stores.cancellations.append(SHOP, cancellationId(2), ended(1));
        await stores.cancellations.open(
          SHOP,
          opening({ id: cancellationId(3), at: T + 10, after: cancellationId(2) }),
        );
        const findConcerned = (shop: ShopDomain, since: number) =>
          stores.cancellations.findConcerned(shop, ORDER, since);
        expect(await findConcerned(SHOP, T)).toEqual({
          live: cancellationId(3),
          watched: [cancellationId(2)],
        });
        expect(await findConcerned(SHOP, T - 10)).toEqual({
          live: cancellationId(3),
          watched: [cancellationId(2), cancellationId(1)],
        });
        expect(await findConcerned(OTHER_SHOP, T)).toEqual({ live: null, watched: [] });
        await stores.cancellations.append(
          SHOP,
          cancellationId(3),
          change({ expectedSeq: 1, status: 'superseded' }),
        );
        await stores.cancellations.open(
          SHOP,
          opening({ id: cancellationId(4), at: T + 20, after: cancellationId(3) }),
        );
        await stores.cancellations.append(
          SHOP,
          cancellationId(4),
          change({ expectedSeq: 1, status: 'declined' }),
        );
        expect(await findConcerned(SHOP, T)).toEqual({
          live: null,
          watched: [cancellationId(3), cancellationId(2)],
        });
      });

      test('one made outside is over from the start, and recorded once', async () => {
        const outside = (id: CancellationId) => ({
          id,
          orderName: '#1001',
          event: {
            type: 'recorded_outside' as const,
            orderId: ORDER,
            policyVersion: 0,
            cancelledAt: T,
            plan: planOf(5_000),
          },
          at: T + 1,
        });
        await stores.cancellations.record(SHOP, outside(cancellationId(1)));
        await stores.cancellations.record(SHOP, outside(cancellationId(2)));
        expect(await newest(stores.cancellations, SHOP, { limit: 10 })).toMatchObject([
          { id: cancellationId(1), status: 'completed', requestedBy: 'outside' },
        ]);
        expect(await stores.cancellations.findLive(SHOP, ORDER)).toBeNull();
        expect(await stores.cancellations.load(SHOP, cancellationId(1))).toEqual({
          id: cancellationId(1),
          texts: NO_TEXTS,
          events: [{ ...outside(cancellationId(1)).event, seq: 1, at: T + 1 }],
        });
        expect(await stores.cancellations.load(SHOP, cancellationId(2))).toBeNull();
        expect(await stores.cancellations.findConcerned(SHOP, ORDER, 0)).toEqual({
          live: null,
          watched: [],
        });
      });

      test('a customer’s wishes are counted over all their orders, refused ones left out', async () => {
        const theirs = [1, 2, 3].map((number) => snapshot({ id: orderId(number) }));
        const anotherPersons = snapshot({
          id: orderId(4),
          customerId: 'gid://shopify/Customer/8' as CustomerId,
          email: 'other@example.com',
        });
        await stores.orders.upsert(SHOP, [...theirs, anotherPersons]);
        for (const number of [1, 2, 3, 4]) {
          const id = cancellationId(number);
          await stores.cancellations.open(SHOP, opening({ id, order: orderId(number) }));
        }
        const of = (number: number) => ({ orderId: orderId(number), customerId: null });
        await stores.cancellations.append(SHOP, cancellationId(1), ended(1));
        await stores.cancellations.append(
          SHOP,
          cancellationId(2),
          change({ events: [{ type: 'ended', ending: 'declined' }], status: 'declined' }),
        );
        expect(await stores.cancellations.countByCustomerOf(SHOP, of(1), T)).toBe(2);
        expect(await stores.cancellations.countByCustomerOf(SHOP, of(1), T + 1)).toBe(0);
        expect(await stores.cancellations.countByCustomerOf(SHOP, of(99), T)).toBe(0);
        expect(await stores.cancellations.countByCustomerOf(OTHER_SHOP, of(1), T)).toBe(0);
      });

      test('case 51: a customer is counted by their id where the lists do not know the orders yet', async () => {
        const customerId = CUSTOMER;
        await stores.cancellations.open(SHOP, opening({ customerId }));
        const of = (id: CustomerId | null) => ({ orderId: orderId(9), customerId: id });
        expect(await stores.cancellations.countByCustomerOf(SHOP, of(customerId), T)).toBe(1);
        expect(await stores.cancellations.countByCustomerOf(SHOP, of(OTHER_CUSTOMER), T)).toBe(0);
        expect(await stores.cancellations.countByCustomerOf(SHOP, of(null), T)).toBe(0);
        expect(await stores.cancellations.countByCustomerOf(OTHER_SHOP, of(customerId), T)).toBe(0);
      });

      test('a customer’s other orders with a cancellation are counted once each', async () => {
        const customerId = CUSTOMER;
        const { cancellations } = stores;
        for (const [number, order] of [
          [1, orderId(1)],
          [2, orderId(2)],
          [3, orderId(2)],
        ] as const) {
          const after = number === 3 ? cancellationId(2) : null;
          const begun = opening({ id: cancellationId(number), order, customerId, after });
          await cancellations.open(SHOP, { ...begun, at: T + number });
          await cancellations.append(SHOP, cancellationId(number), ended(1));
        }
        const counted = (order: number, of = customerId, shop = SHOP) =>
          cancellations.countOtherOrdersOf(shop, { orderId: orderId(order), customerId: of });
        expect(await counted(9)).toBe(2);
        expect(await counted(1)).toBe(1);
        expect(await counted(9, OTHER_CUSTOMER)).toBe(0);
        expect(await counted(9, customerId, OTHER_SHOP)).toBe(0);
      });

      test.each([
        ['by their customer', { customerId: 'gid://shopify/Customer/7' as CustomerId }, null],
        ['by the address of their orders', { customerId: null }, 'Zoe.Mueller@example.com'],
      ])(
        'case 51: of many who ask at once for orders of one person, known %s, no more than the limit get through',
        async (_how, { customerId }, email) => {
          const orders = Array.from({ length: 10 }, (_, index) => orderId(index + 1));
          await stores.orders.upsert(
            SHOP,
            orders.map((id, index) =>
              snapshot({
                id,
                customerId: null,
                // Addresses are written in more than one way.
                email: email && (index % 2 === 0 ? email : email.toLowerCase()),
              }),
            ),
          );
          const limit = { since: T, cancellations: 2 };
          const ask = (order: OrderId, index: number) => {
            const id = cancellationId(index + 1);
            return stores.cancellations.open(SHOP, opening({ id, order, customerId, limit }));
          };
          const results = await Promise.all(orders.map(ask));
          expect(results.filter(({ ok }) => ok)).toHaveLength(2);
          for (const result of results) {
            if (!result.ok) expect(result.error).toEqual({ limitReached: true });
          }
          expect(await newest(stores.cancellations, SHOP, { limit: 20 })).toHaveLength(2);
          expect(await stores.jobs()).toHaveLength(2);
        },
      );

      test('case 51: a limit is the customer’s own, and counts no wish that came to nothing', async () => {
        const limit = { since: T, cancellations: 1 };
        const open = (number: number, customerId: CustomerId) => {
          const id = cancellationId(number);
          const order = orderId(number);
          return stores.cancellations.open(SHOP, opening({ id, order, customerId, limit }));
        };
        expect((await open(1, CUSTOMER)).ok).toBe(true);
        expect((await open(2, OTHER_CUSTOMER)).ok).toBe(true);
        expect((await open(3, CUSTOMER)).ok).toBe(false);
        await stores.cancellations.append(
          SHOP,
          cancellationId(1),
          change({ events: [{ type: 'ended', ending: 'withdrawn' }], status: 'withdrawn' }),
        );
        expect((await open(4, CUSTOMER)).ok).toBe(true);
        await stores.cancellations.append(
          SHOP,
          cancellationId(4),
          change({ events: [{ type: 'ended', ending: 'expired' }], status: 'expired' }),
        );
        expect((await open(5, CUSTOMER)).ok).toBe(true);
      });

      test('a stale sequence stores nothing: no event, no row, no text, no job', async () => {
        await stores.cancellations.open(SHOP, opening());
        await stores.cancellations.append(SHOP, cancellationId(1), change());
        const before = await stores.cancellations.load(SHOP, cancellationId(1));
        for (const expectedSeq of [0, 1, 3]) {
          const stale = change({
            expectedSeq,
            status: 'completed',
            wakeAt: null,
            texts: { internalNote: 'stale' },
            next: advance(cancellationId(1), T + 9),
          });
          expect(await stores.cancellations.append(SHOP, cancellationId(1), stale)).toBe(
            'conflict',
          );
        }
        expect(await stores.cancellations.load(SHOP, cancellationId(1))).toEqual(before);
        expect(await newest(stores.cancellations, SHOP, { limit: 1 })).toMatchObject([
          { status: 'holding', updatedAt: T + 1 },
        ]);
        expect(await stores.cancellations.findLive(SHOP, ORDER)).toBe(cancellationId(1));
        expect(await stores.jobs()).toHaveLength(1);
      });

      test('another shop appends nothing to it and does not put it to rest', async () => {
        await stores.cancellations.open(SHOP, opening());
        const before = await stores.cancellations.load(SHOP, cancellationId(1));
        await stores.cancellations
          .append(OTHER_SHOP, cancellationId(1), change())
          .then((result) => expect(result).toBe('conflict'))
          .catch((error: unknown) => expect(error).toBeInstanceOf(Error));
        await stores.cancellations.rest(OTHER_SHOP, cancellationId(1), null).catch(() => undefined);
        expect(await stores.cancellations.load(SHOP, cancellationId(1))).toEqual(before);
        expect(await stores.cancellations.overdue(T, 10)).toEqual([
          { shop: SHOP, id: cancellationId(1) },
        ]);
      });

      test('every way of storing it says when it wakes: opening, appending, resting', async () => {
        const wakesAt = async (at: number) => ({
          before: (await stores.cancellations.overdue(at - 1, 10)).length,
          then: (await stores.cancellations.overdue(at, 10)).length,
        });
        const due = { before: 0, then: 1 };
        const id = cancellationId(1);
        await stores.cancellations.open(SHOP, opening({ next: advance(id, T + 5) }));
        expect(await wakesAt(T + 5)).toEqual(due);
        await stores.cancellations.append(SHOP, id, change({ wakeAt: T + 50 }));
        expect(await wakesAt(T + 50)).toEqual(due);
        await stores.cancellations.rest(SHOP, id, advance(id, T + 500));
        expect(await wakesAt(T + 500)).toEqual(due);
        await stores.cancellations.rest(SHOP, id, null);
        expect(await stores.cancellations.overdue(T + MINUTE, 10)).toEqual([]);
      });

      test('the amount that lists show is that of the newest plan: read again, or approved', async () => {
        const amount = async () =>
          (await newest(stores.cancellations, SHOP, { limit: 1 }))[0]?.amount.minor;
        await stores.cancellations.open(SHOP, opening());
        const approved: CancellationEvent = {
          type: 'approved',
          actor: { kind: 'staff', staffId: '1' },
          plan: planOf(4_000),
        };
        const id = cancellationId(1);
        await stores.cancellations.append(SHOP, id, change({ events: [approved] }));
        expect(await amount()).toBe(4_000);
        const readAgain: CancellationEvent = {
          type: 'readiness_confirmed',
          toRecall: [],
          refund: refundPlan(money(3_000, 'EUR')),
        };
        const both = change({ expectedSeq: 2, events: [approved, readAgain] });
        await stores.cancellations.append(SHOP, id, both);
        expect(await amount()).toBe(3_000);
        await stores.cancellations.append(SHOP, id, change({ expectedSeq: 4 }));
        expect(await amount()).toBe(3_000);
      });

      test('the newest come first, page by page, by status if asked', async () => {
        for (const number of [1, 2, 3]) {
          const id = cancellationId(number);
          // Two of them at the same instant: the newer id comes first.
          const at = T + Math.min(number, 2);
          await stores.cancellations.open(SHOP, opening({ id, order: orderId(number), at }));
        }
        await stores.cancellations.append(SHOP, cancellationId(1), ended(1));
        const first = await newest(stores.cancellations, SHOP, { limit: 1 });
        expect(first.map(({ id }) => id)).toEqual([cancellationId(3)]);
        const all = await newest(stores.cancellations, SHOP, { limit: 10 });
        expect(all.map(({ id }) => id)).toEqual([3, 2, 1].map(cancellationId));
        const done = await newest(stores.cancellations, SHOP, {
          limit: 10,
          statuses: ['completed'],
        });
        expect(done).toMatchObject([
          {
            id: cancellationId(1),
            orderId: orderId(1),
            orderName: '#1001',
            requestedBy: 'shopper',
            reasonId: 'changed_mind',
          },
        ]);
      });

      test('what is due and live is overdue; what has ended or waits for a person is not', async () => {
        for (const number of [1, 2, 3, 4]) {
          const id = cancellationId(number);
          await stores.cancellations.open(
            SHOP,
            opening({ id, order: orderId(number), next: advance(id, T) }),
          );
        }
        await stores.cancellations.append(SHOP, cancellationId(1), ended(1));
        await stores.cancellations.rest(SHOP, cancellationId(2), null);
        await stores.cancellations.rest(
          SHOP,
          cancellationId(3),
          advance(cancellationId(3), T + MINUTE),
        );
        expect(await stores.cancellations.overdue(T, 10)).toEqual([
          { shop: SHOP, id: cancellationId(4) },
        ]);
        expect(await stores.cancellations.overdue(T + MINUTE, 10)).toHaveLength(2);
        expect(await stores.cancellations.overdue(T + MINUTE, 1)).toHaveLength(1);
        expect(await stores.jobs()).toContainEqual(advance(cancellationId(3), T + MINUTE));
      });

      test('work on one cancellation excludes other work on it and none on another', async () => {
        let finish = (): void => undefined;
        const finished = new Promise<void>((resolve) => (finish = resolve));
        let started = (): void => undefined;
        const underWay = new Promise<void>((resolve) => (started = resolve));
        const first = stores.cancellations.exclusively(SHOP, cancellationId(1), async () => {
          started();
          await finished;
          return 'first';
        });
        await underWay;
        const second = () => Promise.resolve('second');
        expect(await stores.cancellations.exclusively(SHOP, cancellationId(1), second)).toBe(
          'busy',
        );
        expect(await stores.cancellations.exclusively(SHOP, cancellationId(2), second)).toEqual({
          done: 'second',
        });
        finish();
        expect(await first).toEqual({ done: 'first' });
        expect(await stores.cancellations.exclusively(SHOP, cancellationId(1), second)).toEqual({
          done: 'second',
        });
      });

      test('work that throws passes its error on and leaves nothing locked', async () => {
        const failing = stores.cancellations.exclusively(SHOP, cancellationId(1), () =>
          Promise.reject(new Error('on purpose')),
        );
        await expect(failing).rejects.toThrow('on purpose');
        expect(
          await stores.cancellations.exclusively(SHOP, cancellationId(1), async () => 'again'),
        ).toEqual({ done: 'again' });
      });
    });

    describe('policies', () => {
      test('a shop that never saved one has the default', async () => {
        expect(await stores.policies.current(SHOP)).toEqual(DEFAULT_POLICY);
      });

      test('each save is a new version on top of the one it was based on', async () => {
        const document = { ...DOCUMENT, enabled: false };
        const by = { kind: 'staff', staffId: '1' } as const;
        expect(await stores.policies.save(SHOP, 0, document, by, T)).toEqual({
          ...document,
          version: 1,
        });
        expect(await stores.policies.save(SHOP, 0, DOCUMENT, by, T)).toBe('conflict');
        expect(await stores.policies.save(SHOP, 7, DOCUMENT, by, T)).toBe('conflict');
        expect(await stores.policies.current(SHOP)).toEqual({ ...document, version: 1 });
        expect(await stores.policies.current(OTHER_SHOP)).toEqual(DEFAULT_POLICY);
      });

      test('of two who save at once one is told that the other was first', async () => {
        const by = { kind: 'staff', staffId: '1' } as const;
        const saves = await Promise.all(
          [1, 2, 3].map(() => stores.policies.save(SHOP, 0, DOCUMENT, by, T)),
        );
        expect(saves.filter((result) => result === 'conflict')).toHaveLength(2);
      });

      test('case 46: what was in force at an instant is the newest version saved by then', async () => {
        const by = { kind: 'staff', staffId: '1' } as const;
        const first = await stores.policies.save(SHOP, 0, { ...DOCUMENT, enabled: false }, by, T);
        const second = await stores.policies.save(SHOP, 1, DOCUMENT, by, T + MINUTE);
        expect(await stores.policies.inForceAt(SHOP, T - 1)).toEqual(DEFAULT_POLICY);
        expect(await stores.policies.inForceAt(SHOP, T)).toEqual(first);
        expect(await stores.policies.inForceAt(SHOP, T + MINUTE - 1)).toEqual(first);
        expect(await stores.policies.inForceAt(SHOP, T + MINUTE)).toEqual(second);
        expect(await stores.policies.inForceAt(OTHER_SHOP, T + MINUTE)).toEqual(DEFAULT_POLICY);
      });

      test('every version stays as it was saved, with who and when', async () => {
        const disabled = { ...DOCUMENT, enabled: false };
        await stores.policies.save(SHOP, 0, disabled, { kind: 'staff', staffId: '1' }, T);
        await stores.policies.save(SHOP, 1, DOCUMENT, { kind: 'system' }, T + MINUTE);
        expect(await stores.policies.version(SHOP, 0)).toEqual(DEFAULT_POLICY);
        expect(await stores.policies.version(SHOP, 1)).toEqual({ ...disabled, version: 1 });
        expect(await stores.policies.version(SHOP, 3)).toBeNull();
        expect(await stores.policies.version(OTHER_SHOP, 1)).toBeNull();
        expect(await stores.policies.versions(SHOP)).toEqual([
          { version: 2, savedBy: { kind: 'system' }, savedAt: T + MINUTE },
          { version: 1, savedBy: { kind: 'staff', staffId: '1' }, savedAt: T },
        ]);
        expect(await stores.policies.versions(OTHER_SHOP)).toEqual([]);
      });
    });

    describe('order mirror', () => {
      test('finds the orders of a state, and only those', async () => {
        const all = [
          snapshot({ id: orderId(1), fulfillmentStatus: 'IN_PROGRESS' }),
          snapshot({ id: orderId(2), cancelledAt: T, fulfillmentStatus: 'UNFULFILLED' }),
          snapshot({ id: orderId(3), fulfillmentStatus: 'REQUEST_DECLINED' }),
          snapshot({ id: orderId(4), fulfillmentStatus: null, financialStatus: null }),
        ];
        await stores.orders.upsert(SHOP, all);
        for (const order of all) {
          const state = orderStateOf({ ...order, cancelledInPart: false });
          const found = await stores.orders.search(SHOP, { ...NEWEST_ORDERS, state, limit: 9 });
          expect(found.items.map(({ id }) => id)).toEqual([order.id]);
        }
        const none = { ...NEWEST_ORDERS, state: 'completed', limit: 9 } as const;
        expect(await stores.orders.search(SHOP, none)).toEqual(NO_ORDERS);
      });

      test('case 34: finds the orders that lost a part, whichever came first, the copy or the part', async () => {
        const part = (order: OrderId): Opening =>
          opening({ id: cancellationId(idOf(order)), order });
        const idOf = (order: OrderId) => Number(order.split('/').at(-1));
        const loseUnits = async (order: OrderId) => {
          await stores.cancellations.open(SHOP, part(order));
          const events = [{ type: 'lines_removed', refundId: null }] as const;
          await stores.cancellations.append(SHOP, part(order).id, change({ events }));
        };
        const [before, after, whole] = [1, 2, 3].map(orderId) as [OrderId, OrderId, OrderId];
        await loseUnits(after);
        await stores.orders.upsert(
          SHOP,
          [before, after, whole].map((id) => snapshot({ id })),
        );
        await loseUnits(before);
        const inState = async (state: OrderState) =>
          (await stores.orders.search(SHOP, { ...NEWEST_ORDERS, state, limit: 9 })).items
            .map(({ id }) => id)
            .toSorted();
        expect(await inState('partly_cancelled')).toEqual([before, after]);
        expect(await inState('pending')).toEqual([whole]);
        // What is read again of it changes nothing, and forgets nothing.
        expect(await stores.orders.upsert(SHOP, [snapshot({ id: before })])).toBe(0);
        await stores.orders.upsert(SHOP, [snapshot({ id: before, updatedAt: T + MINUTE })]);
        expect(await inState('partly_cancelled')).toEqual([before, after]);
      });

      test('case 53: keeps what is known when a webhook of the same second says otherwise', async () => {
        const refunded = snapshot({ financialStatus: 'REFUNDED', cancelledAt: T });
        await stores.orders.upsert(SHOP, [refunded]);
        expect(await stores.orders.report(SHOP, [snapshot({ financialStatus: 'PAID' })])).toBe(
          'in_doubt',
        );
        expect(await stores.orders.get(SHOP, ORDER)).toEqual(refunded);
        expect(await stores.orders.report(SHOP, [refunded])).toBe('settled');
      });

      test('believes a read over a webhook of the same second', async () => {
        await stores.orders.upsert(SHOP, [snapshot({ updatedAt: T - 1_000 })]);
        await stores.orders.report(SHOP, [snapshot({ financialStatus: 'PAID' })]);
        const read = snapshot({ financialStatus: 'REFUNDED', fulfillmentStatus: 'ON_HOLD' });
        expect(await stores.orders.upsert(SHOP, [read])).toBe(1);
        expect(await stores.orders.get(SHOP, ORDER)).toEqual(read);
      });

      test('of an order that is not listed nothing is stored, whatever webhooks say', async () => {
        expect(await stores.orders.report(SHOP, [snapshot()])).toBe('unknown');
        expect(await stores.orders.get(SHOP, ORDER)).toBeNull();
        await stores.orders.upsert(OTHER_SHOP, [snapshot()]);
        expect(await stores.orders.report(SHOP, [snapshot()])).toBe('unknown');
      });

      test('takes together what several webhooks say, in whatever order', async () => {
        await stores.orders.upsert(SHOP, [snapshot({ fulfillmentStatus: 'ON_HOLD' })]);
        const paid = snapshot({ updatedAt: T + 1_000, financialStatus: 'PAID' });
        const refunded = snapshot({
          updatedAt: T + 2_000,
          financialStatus: 'REFUNDED',
          fulfillmentStatus: 'RESTOCKED',
        });
        expect(await stores.orders.report(SHOP, [refunded, snapshot(), paid])).toBe('in_doubt');
        expect(await stores.orders.get(SHOP, ORDER)).toEqual(refunded);
      });

      test('takes webhooks of one order one after the other', async () => {
        await stores.orders.upsert(SHOP, [snapshot()]);
        const said = [1, 2, 3, 4, 5].map((seconds) =>
          snapshot({ updatedAt: T + seconds * 1_000, name: `#${seconds}` }),
        );
        await Promise.all(said.map((report) => stores.orders.report(SHOP, [report])));
        expect(await stores.orders.get(SHOP, ORDER)).toEqual(said.at(-1));
      });

      test('an older state never overwrites a newer one', async () => {
        const newer = snapshot({ updatedAt: T + MINUTE, financialStatus: 'REFUNDED' });
        expect(await stores.orders.upsert(SHOP, [newer])).toBe(1);
        expect(await stores.orders.upsert(SHOP, [snapshot()])).toBe(0);
        expect(await stores.orders.get(SHOP, ORDER)).toEqual(newer);
      });

      test('the same state again changes nothing', async () => {
        await stores.orders.upsert(SHOP, [snapshot()]);
        expect(await stores.orders.upsert(SHOP, [snapshot()])).toBe(0);
      });

      test('a newer state replaces all of an older one', async () => {
        await stores.orders.upsert(SHOP, [snapshot()]);
        const newer = snapshot({
          updatedAt: T + 1,
          customerId: null,
          customerName: null,
          email: null,
          cancelledAt: T + 1,
          fulfillmentStatus: null,
          total: money(0, 'EUR'),
        });
        expect(await stores.orders.upsert(SHOP, [newer])).toBe(1);
        expect(await stores.orders.get(SHOP, ORDER)).toEqual(newer);
      });

      test.each(['1001', '#1001', '100', 'müller', 'Zoë', 'zoe.mueller@example.com'])(
        'an order is found by %s',
        async (text) => {
          await stores.orders.upsert(SHOP, [
            snapshot(),
            snapshot({ id: orderId(2), name: '#2002', customerName: 'Ann Other', email: null }),
          ]);
          const search = { ...NEWEST_ORDERS, text, limit: 10 };
          expect(await stores.orders.search(SHOP, search)).toEqual({
            ...NO_ORDERS,
            items: [{ ...snapshot(), cancelledInPart: false, cancellationStatus: null }],
          });
          expect(await stores.orders.search(OTHER_SHOP, search)).toEqual(NO_ORDERS);
        },
      );

      describe.each([
        ['date', 'descending', [5, 4, 3, 2, 1]],
        ['date', 'ascending', [1, 2, 3, 4, 5]],
        ['number', 'descending', [2, 1, 5, 4, 3]],
        ['number', 'ascending', [3, 4, 5, 1, 2]],
        ['total', 'descending', [4, 5, 3, 2, 1]],
        ['total', 'ascending', [1, 2, 3, 5, 4]],
      ] as const)('sorted by %s, %s', (by, direction, expected) => {
        /** Equal totals, instants and names among them: then the id decides. */
        const orders = [
          ['#1000', 0, 100],
          ['#EU-1001', 1, 200],
          ['#Gift', 1, 300],
          ['#999', 2, 500],
          ['#999', 2, 300],
        ] as const;
        const search = { ...NEWEST_ORDERS, sort: { by, direction }, limit: 2 };
        const namesOf = (page: ListPage<OrderSnapshot>) =>
          page.items.map(({ id }) => Number(id.split('/').at(-1)));

        test('lists every order once, a page at a time, forwards and back', async () => {
          await stores.orders.upsert(
            SHOP,
            orders.map(([name, at, total], index) =>
              snapshot({
                ...{ id: orderId(index + 1), name, createdAt: T + at },
                total: money(total, 'EUR'),
              }),
            ),
          );
          await stores.orders.upsert(OTHER_SHOP, [snapshot({ createdAt: T + 1 })]);
          for (const text of ['', 'zoe']) {
            const first = await stores.orders.search(SHOP, { ...search, text });
            expect(first.previous).toBeNull();
            const pages = [first];
            for (let page = first; page.next; pages.push(page)) {
              const cursor = { side: 'after', key: page.next } as const;
              page = await stores.orders.search(SHOP, { ...search, text, cursor });
            }
            expect(pages.map(namesOf)).toEqual([
              expected.slice(0, 2),
              expected.slice(2, 4),
              expected.slice(4),
            ]);
            let page = pages.at(-1);
            for (const earlier of [expected.slice(2, 4), expected.slice(0, 2)]) {
              const cursor = { side: 'before', key: page?.previous ?? [] } as const;
              page = await stores.orders.search(SHOP, { ...search, text, cursor });
              expect(namesOf(page)).toEqual(earlier);
            }
            expect(page?.previous).toBeNull();
          }
        });
      });

      test('case 73: a removed order is gone, and no later report brings it back', async () => {
        await stores.orders.upsert(SHOP, [snapshot()]);
        await stores.orders.remove(SHOP, ORDER);
        expect(await stores.orders.get(SHOP, ORDER)).toBeNull();
        expect(await stores.orders.upsert(SHOP, [snapshot({ updatedAt: T + MINUTE })])).toBe(0);
        expect(await stores.orders.get(SHOP, ORDER)).toBeNull();
        expect(await stores.orders.upsert(OTHER_SHOP, [snapshot()])).toBe(1);
        expect(await stores.orders.upsert(SHOP, [snapshot({ id: orderId(2) })])).toBe(1);
      });

      test('the watermark of a shop is its own', async () => {
        expect(await stores.orders.watermark(SHOP)).toBeNull();
        await stores.orders.setWatermark(SHOP, { at: T, extent: 0 });
        const until = { at: T + MINUTE, extent: 1 };
        await stores.orders.setWatermark(SHOP, until);
        expect(await stores.orders.watermark(SHOP)).toEqual(until);
        expect(await stores.orders.watermark(OTHER_SHOP)).toBeNull();
      });

      test('the file that a shop’s orders are written into is its own, and goes with the shop', async () => {
        const underWay = {
          exportId: 'gid://shopify/BulkOperation/1',
          startedAt: T,
          askedAt: T + 1,
          updatedSince: T - MINUTE,
          isFirst: true,
          linesDone: 0,
        };
        expect(await stores.orders.exportUnderWay(SHOP)).toBeNull();
        await stores.orders.noteExport(SHOP, underWay);
        await stores.orders.noteExport(SHOP, { ...underWay, linesDone: 500 });
        expect(await stores.orders.exportUnderWay(SHOP)).toEqual({ ...underWay, linesDone: 500 });
        expect(await stores.orders.exportUnderWay(OTHER_SHOP)).toBeNull();
        await stores.orders.noteExport(SHOP, null);
        expect(await stores.orders.exportUnderWay(SHOP)).toBeNull();
        await stores.orders.noteExport(SHOP, underWay);
        await stores.privacy.redactShop(SHOP);
        expect(await stores.orders.exportUnderWay(SHOP)).toBeNull();
        await stores.orders.noteExport(SHOP, underWay);
        expect(await stores.orders.exportUnderWay(SHOP)).toBeNull();
      });
    });

    describe('orders that cannot be read (case 66)', () => {
      const order = { id: ORDER, name: '#1042', reason: 'Not an amount: 1.5 QQQ' };

      test('are set aside once, with when they were found and last tried', async () => {
        await stores.unreadable.setAside(SHOP, [order], T);
        await stores.unreadable.setAside(SHOP, [{ ...order, reason: 'Not a time: soon' }], T + 1);
        expect(await stores.unreadable.list(SHOP, 10)).toEqual([
          { ...order, reason: 'Not a time: soon', foundAt: T, triedAt: T + 1 },
        ]);
        expect(await stores.unreadable.list(OTHER_SHOP, 10)).toEqual([]);
      });

      test('come the longest untried first, and go when they are taken back', async () => {
        const other = { ...order, id: 'gid://shopify/Order/2' as OrderId };
        await stores.unreadable.setAside(SHOP, [order], T + 2);
        await stores.unreadable.setAside(SHOP, [other], T + 1);
        expect((await stores.unreadable.list(SHOP, 1)).map(({ id }) => id)).toEqual([other.id]);
        await stores.unreadable.takeBack(OTHER_SHOP, [order.id]);
        await stores.unreadable.takeBack(SHOP, [other.id, other.id]);
        expect((await stores.unreadable.list(SHOP, 10)).map(({ id }) => id)).toEqual([order.id]);
      });

      test('go with their shop', async () => {
        await stores.unreadable.setAside(SHOP, [order], T);
        await stores.privacy.redactShop(SHOP);
        expect(await stores.unreadable.list(SHOP, 10)).toEqual([]);
      });
    });

    describe('webhook inbox', () => {
      test('a webhook reads back as it was stored, until it is applied', async () => {
        expect(await stores.inbox.store(SHOP, webhook(), apply('w-1'))).toBe('stored');
        expect(await stores.inbox.load(SHOP, ['w-1'])).toEqual([webhook()]);
        expect(await stores.inbox.load(OTHER_SHOP, ['w-1'])).toEqual([]);
        expect(await stores.jobs()).toEqual([apply('w-1')]);
        await stores.inbox.markApplied(SHOP, ['w-1'], T + MINUTE);
        expect(await stores.inbox.load(SHOP, ['w-1'])).toEqual([]);
      });

      test('the same event under another webhook id is a duplicate and changes nothing', async () => {
        await stores.inbox.store(SHOP, webhook(), apply('w-1'));
        const again = webhook({ webhookId: 'w-2', receivedAt: T + MINUTE });
        expect(await stores.inbox.store(SHOP, again, apply('w-2'))).toBe('duplicate');
        expect(await stores.jobs()).toEqual([apply('w-1')]);
      });

      test('a duplicate is recognised after the first was applied', async () => {
        await stores.inbox.store(SHOP, webhook(), apply('w-1'));
        await stores.inbox.markApplied(SHOP, ['w-1'], T + MINUTE);
        const again = webhook({ webhookId: 'w-2' });
        expect(await stores.inbox.store(SHOP, again, apply('w-2'))).toBe('duplicate');
      });

      test('of many deliveries of one event at once exactly one is stored', async () => {
        const results = await Promise.all(
          ['w-1', 'w-2', 'w-3', 'w-4'].map((webhookId) =>
            stores.inbox.store(SHOP, webhook({ webhookId }), apply(webhookId)),
          ),
        );
        expect(results.filter((result) => result === 'stored')).toHaveLength(1);
        expect(await stores.jobs()).toHaveLength(1);
      });

      test('another topic, another change and another shop of one event are kept', async () => {
        await stores.inbox.store(SHOP, webhook(), apply('w-1'));
        const topic = webhook({ webhookId: 'w-2', topic: 'orders/cancelled' });
        expect(await stores.inbox.store(SHOP, topic, apply('w-2'))).toBe('stored');
        const event = webhook({
          webhookId: 'w-3',
          event: { kind: 'order_changed', snapshot: snapshot({ id: orderId(9) }) },
        });
        expect(await stores.inbox.store(SHOP, event, apply('w-3'))).toBe('stored');
        expect(await stores.inbox.store(OTHER_SHOP, webhook(), apply('w-1'))).toBe('stored');
      });

      test('of what came before an instant only the applied is forgotten, the oldest first, up to a limit', async () => {
        const came = async (shop: ShopDomain, webhookId: string, receivedAt: number) => {
          const one = webhook({ webhookId, eventId: webhookId, receivedAt });
          expect(await stores.inbox.store(shop, one, apply(webhookId))).toBe('stored');
        };
        await came(SHOP, 'w-oldest', T);
        await came(OTHER_SHOP, 'w-older', T + 1);
        await came(SHOP, 'w-never-applied', T + 2);
        await came(SHOP, 'w-at-the-border', T + 3);
        await stores.inbox.markApplied(SHOP, ['w-oldest'], T + MINUTE);
        await stores.inbox.markApplied(OTHER_SHOP, ['w-older'], T + MINUTE);
        await stores.inbox.markApplied(SHOP, ['w-at-the-border'], T + MINUTE);

        expect(await stores.inbox.forgetApplied(T + 3, 1)).toBe(1);
        expect(await stores.inbox.forgetApplied(T + 3, 10)).toBe(1);
        expect(await stores.inbox.forgetApplied(T + 3, 10)).toBe(0);
        expect(await stores.inbox.load(SHOP, ['w-never-applied'])).toHaveLength(1);
        // What is forgotten would be taken again; what is remembered is a duplicate.
        for (const [webhookId, outcome] of [
          ['w-oldest', 'stored'],
          ['w-never-applied', 'duplicate'],
          ['w-at-the-border', 'duplicate'],
        ] as const) {
          const again = webhook({ webhookId: `${webhookId}-again`, eventId: webhookId });
          expect(await stores.inbox.store(SHOP, again, apply(webhookId)), webhookId).toBe(outcome);
        }
      });
    });

    describe('privacy', () => {
      test('a redacted customer leaves no name, address or text; the history stays', async () => {
        const texts = {
          customerComment: 'mine',
          noteToCustomer: 'yours',
          internalNote: 'ours',
          proofOfPayment: 'theirs',
        };
        await stores.cancellations.open(SHOP, opening({ texts }));
        await stores.orders.upsert(SHOP, [snapshot()]);
        await stores.privacy.redactCustomer(SHOP, {
          customerId: 'gid://shopify/Customer/7' as CustomerId,
          orderIds: [ORDER],
        });
        expect(await stores.cancellations.load(SHOP, cancellationId(1))).toEqual({
          id: cancellationId(1),
          texts: NO_TEXTS,
          events: [{ ...opening().event, seq: 1, at: T }],
        });
        expect(await stores.orders.get(SHOP, ORDER)).toEqual(
          snapshot({ customerId: null, customerName: null, email: null }),
        );
        const search = { ...NEWEST_ORDERS, text: 'müller', limit: 1 };
        expect(await stores.orders.search(SHOP, search)).toEqual(NO_ORDERS);
      });

      const redact = (orderIds: readonly OrderId[] = []) =>
        stores.privacy.redactCustomer(SHOP, { customerId: CUSTOMER, orderIds });
      const anonymous = { customerId: null, customerName: null, email: null };

      test('case 81: an erased customer does not come back, by report, copy or a late webhook', async () => {
        await stores.orders.upsert(SHOP, [snapshot()]);
        await redact();
        const later = snapshot({ updatedAt: T + MINUTE, financialStatus: 'REFUNDED' });
        await stores.orders.upsert(SHOP, [snapshot()]);
        await stores.orders.upsert(SHOP, [later]);
        expect(await stores.orders.get(SHOP, ORDER)).toEqual({ ...later, ...anonymous });
        // Also an order that nobody knew of then, and one that Shopify itself shows without its customer.
        await stores.orders.upsert(SHOP, [snapshot({ id: orderId(2) })]);
        expect(await stores.orders.get(SHOP, orderId(2))).toMatchObject(anonymous);
        await stores.orders.upsert(SHOP, [
          snapshot({ updatedAt: T + 2 * MINUTE, customerId: null, email: 'zoe@example.com' }),
        ]);
        expect(await stores.orders.get(SHOP, ORDER)).toMatchObject(anonymous);
        const found = async (text: string) =>
          (await stores.orders.search(SHOP, { ...NEWEST_ORDERS, text, limit: 5 })).items;
        expect(await found('zoe')).toHaveLength(0);
        expect(await found('#1001')).toHaveLength(2);
        expect(await stores.orders.get(OTHER_SHOP, ORDER)).toBeNull();
        await stores.orders.upsert(OTHER_SHOP, [snapshot()]);
        expect(await stores.orders.get(OTHER_SHOP, ORDER)).toEqual(snapshot());
      });

      test('case 81: webhooks that wait, and those that come again, keep nothing of an erased customer', async () => {
        await stores.inbox.store(SHOP, webhook(), apply('w-1'));
        await redact();
        await stores.inbox.store(SHOP, webhook({ webhookId: 'w-2', eventId: 'e-2' }), apply('w-2'));
        const waiting = await stores.inbox.load(SHOP, ['w-1', 'w-2']);
        const told = { kind: 'order_changed', snapshot: snapshot(anonymous) };
        expect(waiting.map(({ event }) => event)).toEqual([told, told]);
      });

      test('case 81: what was written about orders that the lists do not hold goes too, and stays away', async () => {
        const texts = { ...NO_TEXTS, customerComment: 'mine', noteToCustomer: 'Dear Zoë' };
        await stores.cancellations.open(SHOP, opening({ texts, customerId: CUSTOMER }));
        const guests = opening({ id: cancellationId(2), order: orderId(2), texts });
        await stores.cancellations.open(SHOP, guests);
        const others = opening({ id: cancellationId(3), order: orderId(3), texts });
        await stores.cancellations.open(SHOP, { ...others, customerId: OTHER_CUSTOMER });
        await redact([orderId(2)]);
        const textsOf = async (number: number) =>
          (await stores.cancellations.load(SHOP, cancellationId(number)))?.texts;
        expect(await textsOf(1)).toEqual(NO_TEXTS);
        expect(await textsOf(2)).toEqual(NO_TEXTS);
        expect(await textsOf(3)).toEqual(texts);
        const written = { noteToCustomer: 'Dear Zoë', internalNote: 'booked' };
        await stores.cancellations.append(SHOP, cancellationId(1), change({ texts: written }));
        expect(await textsOf(1)).toEqual({ ...NO_TEXTS, internalNote: 'booked' });
      });

      test('case 60: of a redacted shop nothing is stored any more', async () => {
        await stores.orders.upsert(SHOP, [snapshot()]);
        await stores.inbox.store(SHOP, webhook(), apply('w-1'));
        await stores.privacy.redactShop(SHOP);
        expect(await stores.jobs()).toEqual([]);
        expect(await stores.orders.upsert(SHOP, [snapshot()])).toBe(0);
        await stores.inbox.store(SHOP, webhook(), apply('w-1'));
        expect(await stores.inbox.load(SHOP, ['w-1'])).toEqual([]);
        expect(await stores.jobs()).toEqual([]);
        await stores.dataRequests.record(SHOP, dataRequest());
        expect(await stores.dataRequests.list(SHOP)).toEqual([]);
        expect(await stores.orders.upsert(OTHER_SHOP, [snapshot()])).toBe(1);
      });

      test('a redacted shop is gone, and no other', async () => {
        for (const shop of [SHOP, OTHER_SHOP]) {
          const id = cancellationId(shop === SHOP ? 1 : 2);
          await stores.cancellations.open(shop, opening({ id }));
          await stores.orders.upsert(shop, [snapshot()]);
          const by = { kind: 'staff', staffId: '1' } as const;
          await stores.policies.save(shop, 0, { ...DOCUMENT, enabled: false }, by, T);
          await stores.orders.setWatermark(shop, { at: T, extent: 1 });
        }
        await stores.privacy.redactShop(SHOP);
        expect(await stores.cancellations.load(SHOP, cancellationId(1))).toBeNull();
        expect(await stores.orders.get(SHOP, ORDER)).toBeNull();
        expect(await stores.orders.watermark(SHOP)).toBeNull();
        expect(await stores.policies.current(SHOP)).toEqual(DEFAULT_POLICY);
        expect(await stores.cancellations.load(OTHER_SHOP, cancellationId(2))).not.toBeNull();
        expect(await stores.orders.get(OTHER_SHOP, ORDER)).not.toBeNull();
      });
    });

    describe('data requests', () => {
      test('case 60: one reads back as it came, until somebody hands the data over', async () => {
        await stores.dataRequests.record(SHOP, dataRequest());
        await stores.dataRequests.record(SHOP, dataRequest({ requestedAt: T + MINUTE }));
        const open = { ...dataRequest(), handedOver: null };
        expect(await stores.dataRequests.list(SHOP)).toEqual([open]);
        expect(await stores.dataRequests.get(SHOP, '1')).toEqual(open);
        expect(await stores.dataRequests.get(OTHER_SHOP, '1')).toBeNull();
        const first = { at: T + 5, by: { kind: 'staff', staffId: '7' } } as const;
        await stores.dataRequests.markHandedOver(OTHER_SHOP, '1', first.by, 1);
        await stores.dataRequests.markHandedOver(SHOP, '1', first.by, first.at);
        await stores.dataRequests.markHandedOver(SHOP, '1', { kind: 'system' }, T + 9);
        expect(await stores.dataRequests.get(SHOP, '1')).toEqual({ ...open, handedOver: first });
      });

      test('case 60: those to be answered come first, the newest first', async () => {
        for (const number of [1, 2, 3]) {
          const request = dataRequest({ id: String(number), requestedAt: T + number });
          await stores.dataRequests.record(SHOP, request);
        }
        await stores.dataRequests.markHandedOver(SHOP, '3', { kind: 'system' }, T + 9);
        const listed = await stores.dataRequests.list(SHOP);
        expect(listed.map(({ id }) => id)).toEqual(['2', '1', '3']);
        expect(await stores.dataRequests.list(OTHER_SHOP)).toEqual([]);
      });

      test('case 60: the customer’s orders are those named, those listed and those cancelled', async () => {
        await stores.orders.upsert(SHOP, [snapshot({ id: orderId(2) })]);
        await stores.cancellations.open(SHOP, opening({ order: orderId(3), customerId: CUSTOMER }));
        const named = { customerId: CUSTOMER, orderIds: [ORDER] };
        const orders = await stores.dataRequests.ordersOf(SHOP, named);
        expect(orders.toSorted()).toEqual([ORDER, orderId(2), orderId(3)]);
        expect(await stores.dataRequests.ordersOf(OTHER_SHOP, named)).toEqual([ORDER]);
        const nobody = { customerId: null, orderIds: [ORDER] };
        expect(await stores.dataRequests.ordersOf(SHOP, nobody)).toEqual([ORDER]);
      });

      test('case 81: goes with its customer, and a late one is not kept', async () => {
        await stores.dataRequests.record(SHOP, dataRequest());
        await stores.dataRequests.record(SHOP, dataRequest({ id: '2', customerId: null }));
        const customer = { customerId: CUSTOMER, orderIds: [] };
        await stores.privacy.redactCustomer(SHOP, customer);
        await stores.dataRequests.record(SHOP, dataRequest());
        expect((await stores.dataRequests.list(SHOP)).map(({ id }) => id)).toEqual(['2']);
      });
    });
  });
}

import { pageOf } from '../../../app/application/shared/list-page.ts';
import { mergeReports } from '../../../app/application/webhook/merge-report.ts';
import type {
  CancellationStore,
  CancellationSummary,
  CancellationTexts,
} from '../../../app/application/cancellation/ports.ts';
import type {
  ExportUnderWay,
  CopiedUntil,
  OrderMirror,
  OrderSnapshot,
} from '../../../app/application/order/ports.ts';
import type { PolicyStore, SavedPolicyVersion } from '../../../app/application/policy/ports.ts';
import type { Job, Queue, ScheduledJob } from '../../../app/application/shared/queue.ts';
import type {
  DataRequest,
  DataRequestStore,
  StaffNames,
  Installations,
  PrivacyStore,
} from '../../../app/application/shop/ports.ts';
import type { StoredWebhook, WebhookInbox } from '../../../app/application/webhook/ports.ts';
import type { Actor } from '../../../app/domain/actor.ts';
import type { RecordedEvent } from '../../../app/domain/cancellation/events.ts';
import { type CancellationStatus, isFinal } from '../../../app/domain/cancellation/state.ts';
import {
  type CancellationId,
  type CustomerId,
  type OrderId,
  type ShopDomain,
  legacyNumberOf,
} from '../../../app/domain/ids.ts';
import { DEFAULT_POLICY } from '../../../app/messages/default-policy.ts';
import type { Policy } from '../../../app/domain/policy/document/policy.ts';
import { err, ok } from '../../../app/domain/result.ts';
import { type EpochMs, SECOND } from '../../../app/domain/time.ts';
import { jobNamed } from '../../../app/jobs/catalogue.ts';
import type { UnreadableOrders } from '../../../app/application/order/ports.ts';
import { isFoundBy, meetsFilters } from './listed-orders.ts';
import type { OrderViews } from '../../../app/application/order/order-views.ts';
import type { BulkStore } from '../../../app/application/bulk/ports.ts';
import { createMemoryBulks } from './memory-bulks.ts';
import { createMemoryOrderViews } from './memory-order-views.ts';
import { memoryStaff } from './memory-staff.ts';
import { memoryWaiting } from './memory-waiting.ts';
import { createMemoryUnreadableOrders } from './memory-unreadable-orders.ts';

/**
 * What stands in for PostgreSQL in a simulated world. Every method acts at once and whole, as a committed
 * transaction does; everything that goes in or out is copied as JSON, as through a database. It keeps the
 * same promises as the real one: tests/support/database/store-contract.ts holds for both.
 */
export interface MemoryDatabase {
  readonly cancellations: CancellationStore;
  readonly policies: PolicyStore;
  readonly orders: OrderMirror;
  readonly orderViews: OrderViews;
  readonly bulks: BulkStore;
  readonly unreadable: UnreadableOrders;
  readonly inbox: WebhookInbox;
  readonly installations: Installations;
  readonly privacy: PrivacyStore;
  readonly dataRequests: DataRequestStore;
  readonly staffNames: StaffNames;
  readonly queue: Queue;
  /** Jobs due at an instant, removed as they are handed out. */
  takeJobs(now: EpochMs, limit: number): TakenJob[];
  /** A job that its worker did not finish comes again as the queue has it; false when it is given up. */
  retry(job: TakenJob, now: EpochMs): boolean;
  waitingJobs(): readonly ScheduledJob[];
  /** When the next job is due; null when the queue is empty. */
  nextJobAt(): EpochMs | null;
  allCancellations(): readonly { readonly shop: ShopDomain; readonly id: CancellationId }[];
}

export interface TakenJob extends ScheduledJob {
  /** How often it was tried before. */
  readonly retries: number;
}

interface CancellationRow {
  readonly shop: ShopDomain;
  readonly id: CancellationId;
  readonly orderId: OrderId;
  readonly orderName: string;
  readonly openedAt: EpochMs;
  readonly customerId: CustomerId | null;
  status: CancellationStatus;
  updatedAt: EpochMs;
  wakeAt: EpochMs | null;
  texts: CancellationTexts;
  readonly events: RecordedEvent[];
}

interface WebhookRow {
  readonly shop: ShopDomain;
  readonly webhook: StoredWebhook;
  applied: boolean;
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** As it is stored: what nobody can change can be handed out as it is, any number of times. */
const stored = (event: RecordedEvent): RecordedEvent => frozen(copy(event));

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

const NO_TEXTS: CancellationTexts = {
  customerComment: null,
  noteToCustomer: null,
  internalNote: null,
  proofOfPayment: null,
};

/** An empty database. */
export function createMemoryDatabase(): MemoryDatabase {
  const rows = new Map<string, CancellationRow>();
  const jobs: { readonly job: ScheduledJob; readonly retries: number; readonly order: number }[] =
    [];
  const policies = new Map<ShopDomain, { policy: Policy; saved: SavedPolicyVersion }[]>();
  const orders = new Map<ShopDomain, Map<OrderId, OrderSnapshot>>();
  const unreadable = createMemoryUnreadableOrders();
  const staff = memoryStaff((shop) => isErased('shop', shop));
  const exports = new Map<ShopDomain, ExportUnderWay>();
  const watermarks = new Map<ShopDomain, CopiedUntil>();
  const webhooks: WebhookRow[] = [];
  const scopes = new Map<ShopDomain, { installedAt: EpochMs; scopes: readonly string[] }>();
  const requests: { readonly shop: ShopDomain; request: DataRequest }[] = [];
  const locks = new Set<string>();
  /** What may never come back. */
  const erased = new Set<string>();
  let jobCount = 0;

  const spans = new Set<string>();
  const enqueue = (job: ScheduledJob): void => {
    if (job.oncePer !== undefined) {
      const span = `${JSON.stringify(job.job)} ${Math.floor(job.at / job.oncePer)}`;
      if (spans.has(span)) return;
      spans.add(span);
    }
    add(job, 0);
  };
  const add = (job: ScheduledJob, retries: number): void =>
    void jobs.push({ job: copy(job), retries, order: (jobCount += 1) });
  const find = (shop: ShopDomain, id: CancellationId): CancellationRow => {
    const row = rows.get(id);
    if (!row || row.shop !== shop) throw new Error(`No cancellation ${id} in ${shop}`);
    return row;
  };
  const ofShop = (shop: ShopDomain) => [...rows.values()].filter((row) => row.shop === shop);
  const newestFirst = (a: CancellationRow, b: CancellationRow) =>
    b.openedAt - a.openedAt || (a.id < b.id ? 1 : -1);
  const ofOrder = (shop: ShopDomain, orderId: OrderId) =>
    ofShop(shop)
      .filter((row) => row.orderId === orderId)
      .sort(newestFirst);
  const latest = (shop: ShopDomain, orderId: OrderId) => ofOrder(shop, orderId)[0] ?? null;
  const live = (shop: ShopDomain, orderId: OrderId) =>
    ofShop(shop).find((row) => row.orderId === orderId && !isFinal(row.status)) ?? null;

  const isErased = (kind: 'shop' | 'customer' | 'order' | 'deleted_order', ...ids: string[]) =>
    erased.has([kind, ...ids].join(' '));
  const withoutErased = (
    shop: ShopDomain,
    orderId: OrderId,
    customerId: CustomerId | null,
    texts: CancellationTexts,
  ): CancellationTexts =>
    isErased('order', shop, orderId) || (customerId && isErased('customer', shop, customerId))
      ? { ...texts, customerComment: null, noteToCustomer: null }
      : texts;
  const withoutPerson = (shop: ShopDomain, order: OrderSnapshot): OrderSnapshot => {
    if (order.customerId && isErased('customer', shop, order.customerId)) {
      erased.add(`order ${shop} ${order.id}`);
    }
    return isErased('order', shop, order.id)
      ? { ...order, customerId: null, customerName: null, email: null }
      : order;
  };
  const ordersOf = (
    shop: ShopDomain,
    customerId: CustomerId | null,
    named: readonly OrderId[],
  ): readonly OrderId[] => {
    const mirrored = [...(orders.get(shop)?.values() ?? [])];
    const theirs = [
      ...mirrored.filter((order) => order.customerId === customerId).map(({ id }) => id),
      ...ofShop(shop)
        .filter((row) => row.customerId === customerId)
        .map((row) => row.orderId),
    ];
    return [...new Set([...named, ...(customerId ? theirs : [])])];
  };
  const countByCustomer = (
    shop: ShopDomain,
    orderId: OrderId,
    customerId: CustomerId | null,
    since: EpochMs,
  ): number => {
    const asked = orders.get(shop)?.get(orderId);
    const ids = [customerId, asked?.customerId].filter(Boolean);
    const email = asked?.email?.toLowerCase() ?? null;
    return ofShop(shop).filter((row) => {
      const order = orders.get(shop)?.get(row.orderId);
      const isTheirs =
        row.orderId === orderId ||
        ids.includes(row.customerId) ||
        ids.includes(order?.customerId) ||
        (email !== null && order?.email?.toLowerCase() === email);
      return (
        isTheirs &&
        row.openedAt >= since &&
        requestedBy(row) === 'shopper' &&
        !['declined', 'withdrawn', 'expired'].includes(row.status)
      );
    }).length;
  };

  const cancellations: CancellationStore = {
    open: async (shop, opening) => {
      if (isErased('shop', shop)) throw new Error(`${shop} is erased`);
      const { limit, customerId, event } = opening;
      if (limit) {
        const counted = countByCustomer(shop, event.orderId, customerId, limit.since);
        if (counted >= limit.cancellations) return err({ limitReached: true });
      }
      const newest = latest(shop, opening.event.orderId);
      const free = !live(shop, opening.event.orderId) && (newest?.id ?? null) === opening.after;
      if (!free && newest) return err({ cancellationId: newest.id });
      rows.set(opening.id, {
        shop,
        id: opening.id,
        orderId: opening.event.orderId,
        orderName: opening.orderName,
        openedAt: opening.at,
        customerId,
        status: 'requested',
        updatedAt: opening.at,
        wakeAt: opening.next.at,
        texts: withoutErased(shop, event.orderId, customerId, copy(opening.texts)),
        events: [stored({ ...opening.event, seq: 1, at: opening.at })],
      });
      enqueue(opening.next);
      return ok(null);
    },
    record: async (shop, { id, orderName, event, at }) => {
      const known = ofShop(shop).some(
        (row) => row.orderId === event.orderId && requestedBy(row) === 'outside',
      );
      if (known) return;
      rows.set(id, {
        shop,
        id,
        orderId: event.orderId,
        orderName,
        openedAt: event.cancelledAt,
        customerId: null,
        status: 'completed',
        updatedAt: at,
        wakeAt: null,
        texts: NO_TEXTS,
        events: [stored({ ...event, seq: 1, at })],
      });
    },
    load: async (shop, id) => {
      const row = rows.get(id);
      return row?.shop === shop ? { id, events: [...row.events], texts: copy(row.texts) } : null;
    },
    append: async (shop, id, change) => {
      const row = find(shop, id);
      if (row.events.length !== change.expectedSeq) return 'conflict';
      const other = live(shop, row.orderId);
      if (other && other !== row && !isFinal(change.status)) return 'another_is_live';
      change.events.forEach((event) => {
        row.events.push(stored({ ...event, seq: row.events.length + 1, at: change.at }));
      });
      row.status = change.status;
      row.updatedAt = change.at;
      row.wakeAt = change.wakeAt;
      row.texts = withoutErased(shop, row.orderId, row.customerId, {
        ...row.texts,
        ...copy(change.texts ?? {}),
      });
      if (change.next) enqueue(change.next);
      return 'appended';
    },
    rest: async (shop, id, next) => {
      find(shop, id).wakeAt = next?.at ?? null;
      if (next) enqueue(next);
    },
    countByCustomerOf: async (shop, { orderId, customerId }, since) =>
      countByCustomer(shop, orderId, customerId, since),
    countOtherOrdersOf: async (shop, { orderId, customerId }) =>
      new Set(
        ofShop(shop)
          .filter((row) => row.customerId === customerId && row.orderId !== orderId)
          .map((row) => row.orderId),
      ).size,
    // Time stands still between two steps of a simulated world: nothing is ever overdue.
    overdueBy: async () => null,
    findLive: async (shop, orderId) => live(shop, orderId)?.id ?? null,
    findLatest: async (shop, orderId) => latest(shop, orderId)?.id ?? null,
    findAll: async (shop, orderId) => ofOrder(shop, orderId).map(({ id }) => id),
    findConcerned: async (shop, orderId, endedSince) => ({
      live: live(shop, orderId)?.id ?? null,
      watched: ofOrder(shop, orderId)
        .filter((row) => row.status === 'completed' || row.status === 'superseded')
        .filter((row) => row.openedAt >= endedSince)
        .filter((row) => requestedBy(row) !== 'outside')
        .map(({ id }) => id),
    }),
    latestStatuses: async (shop, orderIds) =>
      new Map(
        orderIds.flatMap((orderId) => {
          const row = latest(shop, orderId);
          return row ? [[orderId, row.status] as const] : [];
        }),
      ),
    lists: async (shop, filters) =>
      filters.map(({ statuses, limit }) =>
        ofShop(shop)
          .filter((row) => !statuses || statuses.includes(row.status))
          .sort(newestFirst)
          .slice(0, limit)
          .map(summaryOf),
      ),
    ...memoryWaiting({ ofShop, find, summaryOf }),
    loadAll: async (shop, ids) =>
      new Map(
        ids.flatMap((id) => {
          const row = rows.get(id);
          if (row?.shop !== shop) return [];
          const loaded = { id, events: [...row.events], texts: copy(row.texts), overdueBy: null };
          return [[id, loaded] as const];
        }),
      ),
    overdue: async (before, limit) =>
      [...rows.values()]
        .filter((row) => !isFinal(row.status) && row.wakeAt !== null && row.wakeAt <= before)
        .slice(0, limit)
        .map(({ shop, id }) => ({ shop, id })),
    exclusively: async (shop, id, work) => {
      const key = `${shop}/${id}`;
      if (locks.has(key)) return 'busy';
      locks.add(key);
      try {
        return { done: await work() };
      } finally {
        locks.delete(key);
      }
    },
  };

  return {
    cancellations,
    queue: { enqueue: async (job) => enqueue(job) },
    policies: {
      current: async (shop) => copy(policies.get(shop)?.at(-1)?.policy ?? DEFAULT_POLICY),
      inForceAt: async (shop, at) =>
        copy(
          policies.get(shop)?.findLast(({ saved }) => saved.savedAt <= at)?.policy ??
            DEFAULT_POLICY,
        ),
      version: async (shop, version) =>
        version === DEFAULT_POLICY.version
          ? copy(DEFAULT_POLICY)
          : copy(
              policies.get(shop)?.find(({ policy }) => policy.version === version)?.policy ?? null,
            ),
      versions: async (shop) =>
        copy((policies.get(shop) ?? []).map(({ saved }) => saved).toReversed()),
      save: async (shop, basedOn, document, savedBy, savedAt) => {
        const versions = policies.get(shop) ?? [];
        const current = versions.at(-1)?.policy.version ?? DEFAULT_POLICY.version;
        if (current !== basedOn) return 'conflict';
        const version = current + 1;
        const policy: Policy = copy({ ...document, version });
        policies.set(shop, [...versions, copy({ policy, saved: { version, savedBy, savedAt } })]);
        return copy(policy);
      },
    },
    unreadable,
    orderViews: createMemoryOrderViews(),
    bulks: createMemoryBulks({
      nameOf: (shop, id) => orders.get(shop)?.get(id)?.name ?? null,
      enqueue,
    }),
    orders: {
      upsert: async (shop, snapshots) => {
        if (isErased('shop', shop)) return 0;
        const known = orders.get(shop) ?? new Map<OrderId, OrderSnapshot>();
        orders.set(shop, known);
        const newer = snapshots.filter((snapshot) => {
          if (isErased('deleted_order', shop, snapshot.id)) return false;
          const before = known.get(snapshot.id);
          return (
            !before ||
            (snapshot.updatedAt >= before.updatedAt &&
              JSON.stringify(snapshot) !== JSON.stringify(before))
          );
        });
        newer.forEach((snapshot) => {
          const before = known.get(snapshot.id);
          known.set(snapshot.id, copy(withoutPerson(shop, withKnownPlaces(snapshot, before))));
        });
        return newer.length;
      },
      report: async (shop, reports) => {
        const listed = orders.get(shop);
        const known = reports[0] && listed?.get(reports[0].id);
        if (!listed || !known) return 'unknown';
        const { store, inDoubt } = mergeReports(known, reports);
        if (store) listed.set(store.id, copy(withoutPerson(shop, store)));
        return inDoubt ? 'in_doubt' : 'settled';
      },
      get: async (shop, id) => copy(orders.get(shop)?.get(id) ?? null),
      getAll: async (shop, ids) => {
        const wanted = new Set(ids);
        return new Map(copy([...(orders.get(shop) ?? [])].filter(([id]) => wanted.has(id))));
      },
      search: async (shop, asked) => {
        const { text, sort, cursor, limit } = asked;
        const isDescending = sort.direction === 'descending';
        const valueOf = (order: OrderSnapshot): number =>
          ({
            date: order.createdAt,
            number: Number(order.name.replace(/\D/g, '') || '-1'),
            total: order.total.minor,
          })[sort.by];
        const keyOf = (order: OrderSnapshot) => [String(valueOf(order)), legacyNumberOf(order.id)];
        const compare = (one: readonly [number, string], other: readonly [number, string]) =>
          (isDescending ? -1 : 1) * (one[0] - other[0] || one[1].localeCompare(other[1]));
        const rank = (order: OrderSnapshot) => [valueOf(order), legacyNumberOf(order.id)] as const;
        const from = cursor && ([Number(cursor.key[0]), cursor.key[1] ?? ''] as const);
        const isBackwards = cursor?.side === 'before';
        const found = [...(orders.get(shop)?.values() ?? [])]
          .map((order) => ({
            ...order,
            cancelledInPart: ofShop(shop).some(
              (row) =>
                row.orderId === order.id && row.events.some(({ type }) => type === 'lines_removed'),
            ),
            cancellationStatus: latest(shop, order.id)?.status ?? null,
          }))
          .filter((order) => isFoundBy(order, text) && meetsFilters(order, asked))
          .toSorted((a, b) => (isBackwards ? -1 : 1) * compare(rank(a), rank(b)))
          .filter((order) => !from || compare(rank(order), from) * (isBackwards ? -1 : 1) > 0);
        const page = pageOf(found.slice(0, limit + 1), { limit, cursor }, keyOf);
        return copy({ ...page, searched: 'all' } as const);
      },
      withoutLocations: async (shop, limit) =>
        [...(orders.get(shop)?.values() ?? [])]
          .filter(({ traits }) => traits?.locations === null)
          .slice(0, limit)
          .map(({ id }) => id),
      traitValues: async (shop, limit) => {
        const traits = [...(orders.get(shop)?.values() ?? [])].flatMap(
          (order) => order.traits ?? [],
        );
        const values = (of: readonly string[]) => [...new Set(of)].sort().slice(0, limit);
        return {
          locations: values(traits.flatMap(({ locations }) => locations ?? [])),
          countries: values(traits.flatMap(({ countryCode }) => countryCode ?? [])),
          tags: values(traits.flatMap(({ tags }) => tags)),
        };
      },
      remove: async (shop, id) => {
        erased.add(`deleted_order ${shop} ${id}`);
        orders.get(shop)?.delete(id);
      },
      watermark: async (shop) => copy(watermarks.get(shop) ?? null),
      setWatermark: async (shop, at) => void watermarks.set(shop, at),
      exportUnderWay: async (shop) => exports.get(shop) ?? null,
      noteExport: async (shop, underWay) => {
        if (underWay === null) exports.delete(shop);
        else if (!erased.has(`shop ${shop}`)) exports.set(shop, underWay);
      },
    },
    inbox: {
      store: async (shop, webhook, job) => {
        const known = webhooks.some(
          (row) =>
            row.shop === shop &&
            row.webhook.eventId === webhook.eventId &&
            row.webhook.topic === webhook.topic &&
            JSON.stringify(row.webhook.event) === JSON.stringify(webhook.event),
        );
        if (known || isErased('shop', shop)) return 'duplicate';
        const { event } = webhook;
        const kept =
          event.kind === 'order_changed'
            ? { ...webhook, event: { ...event, snapshot: withoutPerson(shop, event.snapshot) } }
            : webhook;
        webhooks.push({ shop, webhook: copy(kept), applied: false });
        enqueue(job);
        return 'stored';
      },
      load: async (shop, webhookIds) =>
        webhooks
          .filter((row) => row.shop === shop && webhookIds.includes(row.webhook.webhookId))
          .filter((row) => !row.applied)
          .map(({ webhook }) => copy(webhook)),
      markApplied: async (shop, webhookIds) => {
        for (const row of webhooks) {
          if (row.shop === shop && webhookIds.includes(row.webhook.webhookId)) row.applied = true;
        }
      },
      forgetApplied: async (receivedBefore, limit) => {
        const forgotten = webhooks
          .filter((row) => row.applied && row.webhook.receivedAt < receivedBefore)
          .sort((a, b) => a.webhook.receivedAt - b.webhook.receivedAt)
          .slice(0, limit);
        for (const row of forgotten) webhooks.splice(webhooks.indexOf(row), 1);
        return forgotten.length;
      },
    },
    installations: {
      uninstalled: async (shop, uninstalledAt) => {
        const installed = scopes.get(shop);
        if (installed && installed.installedAt <= uninstalledAt) scopes.delete(shop);
      },
      setScopes: async (shop, granted) => {
        const installed = scopes.get(shop);
        if (installed) scopes.set(shop, { ...installed, scopes: [...granted] });
      },
      list: async () => [...scopes.keys()],
    },
    privacy: {
      redactCustomer: async (shop, { customerId, orderIds }) => {
        const theirs = ordersOf(shop, customerId, orderIds);
        if (customerId) erased.add(`customer ${shop} ${customerId}`);
        for (const id of theirs) erased.add(`order ${shop} ${id}`);
        const known = orders.get(shop);
        for (const order of known?.values() ?? []) {
          known?.set(order.id, withoutPerson(shop, order));
        }
        for (const row of ofShop(shop)) {
          if (theirs.includes(row.orderId)) row.texts = NO_TEXTS;
        }
        webhooks.forEach((row, index) => {
          const { event } = row.webhook;
          if (row.shop !== shop || event.kind !== 'order_changed') return;
          const snapshot = withoutPerson(shop, event.snapshot);
          webhooks[index] = { ...row, webhook: { ...row.webhook, event: { ...event, snapshot } } };
        });
        const kept = requests.filter(
          (row) => row.shop !== shop || row.request.customerId !== customerId,
        );
        requests.splice(0, requests.length, ...kept);
      },
      redactShop: async (shop) => {
        for (const row of ofShop(shop)) rows.delete(row.id);
        orders.delete(shop);
        policies.delete(shop);
        staff.forget(shop);
        watermarks.delete(shop);
        exports.delete(shop);
        await unreadable.takeBack(
          shop,
          (await unreadable.list(shop, Infinity)).map(({ id }) => id),
        );
        scopes.delete(shop);
        erased.add(`shop ${shop}`);
        const others = webhooks.filter((row) => row.shop !== shop);
        webhooks.splice(0, webhooks.length, ...others);
        const kept = requests.filter((row) => row.shop !== shop);
        requests.splice(0, requests.length, ...kept);
        const waiting = jobs.filter(({ job }) => job.job.shop !== shop);
        jobs.splice(0, jobs.length, ...waiting);
      },
    },
    staffNames: staff.names,
    dataRequests: {
      record: async (shop, request) => {
        const { customerId } = request;
        if (isErased('shop', shop)) return;
        if (customerId && isErased('customer', shop, customerId)) return;
        if (requests.some((row) => row.shop === shop && row.request.id === request.id)) return;
        requests.push({ shop, request: copy({ ...request, handedOver: null }) });
      },
      list: async (shop) =>
        copy(
          requests
            .filter((row) => row.shop === shop)
            .map(({ request }) => request)
            .sort(
              (a, b) =>
                Number(a.handedOver !== null) - Number(b.handedOver !== null) ||
                b.requestedAt - a.requestedAt,
            ),
        ),
      get: async (shop, id) =>
        copy(requests.find((row) => row.shop === shop && row.request.id === id)?.request ?? null),
      ordersOf: async (shop, { customerId, orderIds }) => ordersOf(shop, customerId, orderIds),
      markHandedOver: async (shop, id, by, at) => {
        const row = requests.find((known) => known.shop === shop && known.request.id === id);
        if (row) row.request = { ...row.request, handedOver: row.request.handedOver ?? { at, by } };
      },
    },
    takeJobs: (now, limit) => {
      const due = jobs
        .filter(({ job }) => job.at <= now)
        .sort((a, b) => a.job.at - b.job.at || a.order - b.order)
        .slice(0, limit);
      for (const taken of due) jobs.splice(jobs.indexOf(taken), 1);
      return due.map(({ job, retries }) => ({ ...job, retries }));
    },
    retry: ({ retries, job }, now) => {
      const delay = retryDelay(job.name, retries);
      if (delay === null) return false;
      add({ job, at: now + delay }, retries + 1);
      return true;
    },
    waitingJobs: () => jobs.map(({ job }) => job),
    nextJobAt: () => (jobs.length === 0 ? null : Math.min(...jobs.map(({ job }) => job.at))),
    allCancellations: () => [...rows.values()].map(({ shop, id }) => ({ shop, id })),
  };
}

/** Milliseconds until a job comes again that failed so many times before; null when it is given up. */
function retryDelay(name: Job['name'], retries: number): number | null {
  const { retryLimit = 0, retryDelay: first = 0, retryDelayMax = Infinity } = jobNamed(name).queue;
  return retries < retryLimit ? Math.min(retryDelayMax, first * 2 ** retries) * SECOND : null;
}

function beginningOf(row: CancellationRow) {
  const [first] = row.events;
  if (first?.type === 'requested' || first?.type === 'recorded_outside') return first;
  throw new Error(`Cancellation ${row.id} has no beginning`);
}

const requestedBy = (row: CancellationRow): Actor['kind'] => {
  const first = beginningOf(row);
  return first.type === 'requested' ? first.actor.kind : 'outside';
};

function summaryOf(row: CancellationRow): CancellationSummary {
  const first = beginningOf(row);
  const plan = row.events.reduce(
    (current, event) =>
      event.type === 'approved'
        ? event.plan.refund
        : event.type === 'readiness_confirmed'
          ? event.refund
          : current,
    first.plan.refund,
  );
  return copy({
    id: row.id,
    orderId: row.orderId,
    orderName: row.orderName,
    status: row.status,
    requestedBy: requestedBy(row),
    reasonId: first.type === 'requested' ? first.reasonId : null,
    amount: plan.amount,
    openedAt: row.openedAt,
    updatedAt: row.updatedAt,
  });
}

/** A file of orders says no places: those that are known stay. */
const withKnownPlaces = (snapshot: OrderSnapshot, before: OrderSnapshot | undefined) =>
  snapshot.traits?.locations === null && before?.traits
    ? { ...snapshot, traits: { ...snapshot.traits, locations: before.traits.locations } }
    : snapshot;

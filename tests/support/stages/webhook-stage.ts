import { jobAt } from '../../../app/application/cancellation/advance/cancellation-job.ts';
import { type WebhookDeps, applyWebhooks } from '../../../app/application/webhook/apply-webhook.ts';
import { readLatest } from '../../../app/application/cancellation/cancellation-record.ts';
import type { OrderSnapshot } from '../../../app/application/order/ports.ts';
import type { Platform, PlatformError } from '../../../app/application/shared/platform.ts';
import type { ScheduledJob } from '../../../app/application/shared/queue.ts';
import type { Installations } from '../../../app/application/shop/ports.ts';
import type { WebhookEvent } from '../../../app/application/webhook/ports.ts';
import type { CancellationId, CustomerId, OrderId } from '../../../app/domain/ids.ts';
import { err, ok } from '../../../app/domain/result.ts';
import { SECOND } from '../../../app/domain/time.ts';
import { createMemoryDatabase } from '../../simulation/adapters/memory-database.ts';
import { Case } from '../facts/cancellation-case.ts';
import { REFUSED, SHOP } from './engine-stage.ts';
import { eur, order } from '../facts/order-facts.ts';

export const T = Date.UTC(2026, 10, 22, 9);
export const ORDER = order().id;
export const CUSTOMER = 'gid://shopify/Customer/7' as CustomerId;
export const ID = '019a0000-0000-7000-8000-000000000001' as CancellationId;
export const UNAUTHORIZED: PlatformError = { ...REFUSED, kind: 'unauthorized' };

export const snapshot = (changes: Partial<OrderSnapshot> = {}): OrderSnapshot => ({
  id: ORDER,
  name: '#1042',
  customerId: CUSTOMER,
  customerName: 'Casey Example',
  email: 'casey@example.com',
  createdAt: T,
  updatedAt: T,
  cancelledAt: null,
  financialStatus: 'PAID',
  fulfillmentStatus: 'UNFULFILLED',
  total: eur(10_000),
  ...changes,
});

/** What the platform says: an error in its place where it says nothing. */
interface Said {
  snapshots: OrderSnapshot[] | PlatformError;
  unreadable: { id: OrderId; name: string; reason: string }[];
  facts: Case['facts'] | null | PlatformError;
  orderOfWork: OrderId | null | PlatformError;
  /** One answer after the other; the last one for ever. */
  installation: ({ scopes: readonly string[] } | PlatformError)[];
}

export type WebhookStage = ReturnType<typeof openWebhooks>;

/** A shop with one order, an empty database, and what takes stored webhooks. */
export function openWebhooks() {
  const database = createMemoryDatabase();
  const platform: Said = {
    snapshots: [snapshot()],
    unreadable: [],
    facts: order(),
    orderOfWork: ORDER,
    installation: [{ scopes: ['read_orders'] }],
  };
  const uninstalled: number[] = [];
  const scopes: (readonly string[])[] = [];
  const lines: Record<string, unknown>[] = [];
  let count = 0;
  const last = () => `w-${count}`;

  const applyAgain = async (webhookId = last()): Promise<void> => {
    const failed = await applyWebhooks(deps, SHOP, [webhookId]);
    for (const error of failed.values()) throw error;
  };
  const waiting = (name: ScheduledJob['job']['name']): readonly ScheduledJob[] =>
    database.waitingJobs().filter(({ job }) => job.name === name);

  const stage = {
    database,
    platform,
    uninstalled,
    scopes,
    lines,
    now: T + SECOND,
    /** Of the next cancellation that is recorded. */
    idOfNext: ID,

    /** Stores news as the endpoint does, and applies them as the worker does; throws what stood against it. */
    async apply(event: WebhookEvent, topic = 'orders/updated'): Promise<void> {
      count += 1;
      const webhookId = last();
      await database.inbox.store(
        SHOP,
        { webhookId, eventId: webhookId, topic, triggeredAt: T, receivedAt: T, event },
        { job: { name: 'apply-webhook', shop: SHOP, webhookId }, at: T },
      );
      database.takeJobs(Infinity, 50);
      await applyAgain();
    },

    /** The last one once more, or another. */
    applyAgain,

    /** A cancellation of the order, under way. */
    async openCancellation(): Promise<void> {
      const [opening] = new Case({ facts: order() }).events;
      if (opening?.type !== 'requested') throw new Error('It begins with a request');
      await database.cancellations.open(SHOP, {
        id: ID,
        orderName: '#1042',
        event: opening,
        texts: {
          customerComment: 'mine',
          noteToCustomer: null,
          internalNote: null,
          proofOfPayment: null,
        },
        at: T,
        next: jobAt(SHOP, ID, T),
        after: null,
        customerId: CUSTOMER,
        limit: null,
      });
      database.takeJobs(Infinity, 50);
    },

    looks: () => waiting('advance-cancellation'),
    refreshes: () => waiting('refresh-order'),
    /** The job of a cancellation that looks now. */
    look: (): ScheduledJob => jobAt(SHOP, ID, stage.now, true),
    listed: () => database.orders.get(SHOP, ORDER),
    /** Who asked for the order's newest cancellation; null when there is none. */
    recorded: async () =>
      (await readLatest(database.cancellations, SHOP, ORDER))?.state.request.actor.kind ?? null,
  };

  const deps: WebhookDeps = {
    clock: { now: () => stage.now },
    ids: { uuid: () => stage.idOfNext },
    log: { warn: (fields, message) => void lines.push({ ...fields, message }) },
    store: database.cancellations,
    queue: database.queue,
    policies: database.policies,
    orders: database.orders,
    unreadable: database.unreadable,
    inbox: database.inbox,
    privacy: database.privacy,
    dataRequests: database.dataRequests,
    installations: {
      uninstalled: async (_shop, at) => void uninstalled.push(at),
      setScopes: async (_shop, granted) => void scopes.push(granted),
    } as Installations,
    platform: {
      readSnapshots: async (_shop, ids) => {
        const read = answer(platform.snapshots);
        if (!read.ok) return read;
        const asked = <T extends { readonly id: OrderId }>(all: readonly T[]) =>
          all.filter(({ id }) => ids.includes(id));
        return ok({ orders: asked(read.value), unreadable: asked(platform.unreadable) });
      },
      readOrder: async () => answer(platform.facts),
      readOrderIdOf: async () => answer(platform.orderOfWork),
      readInstallation: async () => {
        const [first, ...later] = platform.installation;
        if (later.length > 0) platform.installation = later;
        return answer(first ?? UNAUTHORIZED);
      },
    } as Pick<
      Platform,
      'readSnapshots' | 'readOrder' | 'readOrderIdOf' | 'readInstallation'
    > as Platform,
  };
  return stage;
}

const answer = <T extends object | null | string>(value: T | PlatformError) =>
  typeof value === 'object' && value !== null && 'mayHaveApplied' in value ? err(value) : ok(value);

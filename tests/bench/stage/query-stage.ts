import type { CancellationFilter } from '../../../app/application/cancellation/ports.ts';
import type { ScheduledJob } from '../../../app/application/shared/queue.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { MINUTE } from '../../../app/domain/time.ts';
import { createCancellationStore } from '../../../app/persistence/cancellation/cancellation-store.ts';
import { createDatabase, type Database } from '../../../app/persistence/database/database.ts';
import { createGuestRateLimits } from '../../../app/persistence/guest/guest-rate-limits.ts';
import { createKeptFacts } from '../../../app/persistence/order/kept-facts.ts';
import { createOrderMirror } from '../../../app/persistence/order/order-mirror.ts';
import { createWebhookInbox } from '../../../app/persistence/webhook/webhook-inbox.ts';
import { eur, order } from '../../support/facts/order-facts.ts';
import { createBenchDatabase } from './bench-database.ts';
import { openStatementCounter } from '../figures/statement-counter.ts';

export type QueryStage = Awaited<ReturnType<typeof openQueryStage>>;

/** A shop with many cancellations, webhooks and orders, its stores, and names of its rows. */
export async function openQueryStage(shop: ShopDomain, count: number) {
  const testDatabase = await createBenchDatabase();
  const counter = await openStatementCounter(testDatabase.url);
  const options = { connections: 4, onConnectionLost: () => undefined };
  const database = createDatabase({ ...options, url: testDatabase.url });
  const counted = createDatabase({ ...options, url: counter.url });
  await fill(database, shop, count);
  const now = Date.now();
  const nth = (round: number): number => 1 + (round % count);
  const uuid = (number: number) =>
    `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as CancellationId;
  const orderId = (round: number) => `gid://shopify/Order/${nth(round)}` as OrderId;
  const job: ScheduledJob = { job: { name: 'sync-orders', shop }, at: now };
  return {
    shop,
    straight: waysTo(database),
    /** The same by way of a counter, which takes time of its own. */
    counted: waysTo(counted),
    job,
    withHistory: (round: number) => uuid(1 + (round % HISTORIES)),
    /** A live one of which only the first event is stored. */
    live: (round: number) => uuid(HISTORIES + 1 + (round % (count - HISTORIES))),
    change: () => ({
      expectedSeq: 1,
      events: [{ type: 'fulfillment_inspected', toHold: [] } as const],
      ...{ at: now, status: 'holding' as const, wakeAt: now + MINUTE, next: null },
    }),
    lists: [
      { statuses: ['needs_attention'], limit: 5 },
      { statuses: ['in_review'], limit: 5 },
      { limit: 10 },
    ] satisfies readonly CancellationFilter[] as readonly CancellationFilter[],
    middle: {
      side: 'after' as const,
      key: ['in_review', String(now - (count / 2) * MINUTE), uuid(1)],
    },
    webhooks: (round: number) => [0, 1, 2, 3].map((more) => `w${nth(4 * round + more)}`),
    webhook: (round: number) => ({
      ...{ webhookId: `new-${round}`, eventId: `new-${round}`, topic: 'app/uninstalled' },
      ...{ triggeredAt: now, receivedAt: now, event: { kind: 'app_uninstalled' } as const },
    }),
    order: orderId,
    facts: (round: number) => order({ id: orderId(round), updatedAt: now, readAt: now + round }),
    snapshots: (round: number, many: number) =>
      Array.from({ length: many }, (_, index) => ({
        ...{ id: orderId(many * round + index), name: `#${nth(many * round + index)}` },
        ...{ customerId: null, customerName: null, email: null, cancelledAt: null },
        ...{ createdAt: now, updatedAt: now + round, financialStatus: 'PAID' },
        ...{ fulfillmentStatus: 'UNFULFILLED', total: eur(100) },
      })),
    allowances: (round: number) =>
      ['address', 'mailbox', 'order'].map((what) => ({
        ...{ digest: `${what} ${round % 10}`, attempts: 1_000_000, perMs: MINUTE },
      })),
    /** How many statements work has the database execute. */
    async statementsOf(work: () => Promise<unknown>): Promise<number> {
      // What opens a connection is not the work's.
      const total = () =>
        [...counter.texts()]
          .filter(([text]) => !text.includes("set_config('TimeZone'"))
          .reduce((sum, [, times]) => sum + times, 0);
      const before = total();
      await work();
      return total() - before;
    },
    async close(): Promise<void> {
      await Promise.all([database.close(), counted.close()]);
      await counter.close();
      await testDatabase.drop();
    },
  };
}

const waysTo = (database: Database) => ({
  prisma: database.prisma,
  pool: database.pool,
  cancellations: createCancellationStore(database, async () => undefined),
  orders: createOrderMirror(database),
  inbox: createWebhookInbox(database, async () => undefined),
  keptFacts: createKeptFacts(database),
  rateLimits: createGuestRateLimits(database),
});

const HISTORIES = 300;

async function fill({ pool }: Database, shop: ShopDomain, count: number): Promise<void> {
  const of = [shop, count];
  await pool.query(
    `INSERT INTO cancellations (shop, id, order_id, order_name, status, live, seq, wake_at,
       requested_by, amount_minor, currency_code, opened_at, updated_at)
     SELECT $1, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'gid://shopify/Order/' || n, '#' || n,
       CASE WHEN n % 2 = 0 THEN 'in_review' ELSE 'needs_attention' END, true, 1, now() + interval '1 hour',
       'shopper', 100, 'EUR', now() - n * interval '1 minute', now() FROM generate_series(1, $2::int) AS n`,
    of,
  );
  await pool.query(
    `INSERT INTO cancellation_events (shop, cancellation_id, seq, at, type, data, format)
     SELECT c.shop, c.id, number, now(), 'fulfillment_inspected', jsonb_build_object('toHold', '[]'::jsonb), 3
     FROM cancellations c, generate_series(1, 10) AS number
     WHERE c.shop = $1 AND (number = 1 OR right(c.id::text, 12)::int <= $2)`,
    [shop, HISTORIES],
  );
  await pool.query(
    `INSERT INTO cancellation_texts (shop, cancellation_id) SELECT shop, id FROM cancellations WHERE shop = $1`,
    [shop],
  );
  await pool.query(
    `INSERT INTO webhook_inbox (shop, webhook_id, event_id, topic, digest, triggered_at, received_at, news, format)
     SELECT $1, 'w' || n, 'e' || n, 'app/uninstalled', sha256(n::text::bytea), now(), now(),
       '{"kind": "app_uninstalled"}', 1 FROM generate_series(1, $2::int) AS n`,
    of,
  );
  await pool.query('VACUUM ANALYZE');
}

import type { PgBoss } from 'pg-boss';

import type { ScheduledJob } from '../../../app/application/shared/queue.ts';
import type { ShopDomain } from '../../../app/domain/ids.ts';
import { readPayload } from '../../../app/formats/job-format.ts';
import type { StoredDocument } from '../../../app/formats/upcast.ts';
import { createJobQueue, startBoss } from '../../../app/jobs/queue/job-queue.ts';
import { createAuditTrail } from '../../../app/persistence/audit/audit-trail.ts';
import { createCancellationStore } from '../../../app/persistence/cancellation/cancellation-store.ts';
import { connectionSettings, WORKING } from '../../../app/persistence/database/connection.ts';
import { createDataRequestStore } from '../../../app/persistence/privacy/data-request-store.ts';
import { createDatabase, type Database } from '../../../app/persistence/database/database.ts';
import { createGuestChallenges } from '../../../app/persistence/guest/guest-challenges.ts';
import { createGuestRateLimits } from '../../../app/persistence/guest/guest-rate-limits.ts';
import { createHistoryExports } from '../../../app/persistence/history/history-exports.ts';
import { createHistory } from '../../../app/persistence/history/history.ts';
import { createHomePageStore } from '../../../app/persistence/history/home-page-store.ts';
import { createInstallations } from '../../../app/persistence/shop/installations.ts';
import { createOfflineTokenStore } from '../../../app/persistence/shop/offline-token-store.ts';
import { createKeptFacts } from '../../../app/persistence/order/kept-facts.ts';
import { createMailLog } from '../../../app/persistence/notification/mail-log.ts';
import { createNotificationStore } from '../../../app/persistence/notification/notification-store.ts';
import { createOrderMirror } from '../../../app/persistence/order/order-mirror.ts';
import { createPolicyStore } from '../../../app/persistence/policy/policy-store.ts';
import { createPrivacyStore } from '../../../app/persistence/privacy/privacy-store.ts';
import { createStaffNames } from '../../../app/persistence/shop/staff-names.ts';
import { createTokenCipher } from '../../../app/persistence/shop/token-cipher.ts';
import type { EnqueueWith } from '../../../app/persistence/database/transaction.ts';
import { createFlowRuns, createFlowTriggers } from '../../../app/persistence/flow/flow-store.ts';
import { createUnreadableOrders } from '../../../app/persistence/order/unreadable-orders.ts';
import { createWebhookInbox } from '../../../app/persistence/webhook/webhook-inbox.ts';

/** The app's connections to a test's database, and its stores on them. */
export interface OpenStores {
  readonly database: Database;
  readonly boss: PgBoss;
  /** @param enqueue instead of the queue's own way to take a job with a caller's statements */
  stores(enqueue?: EnqueueWith): ReturnType<typeof storesOn>;
  /** Everything out, the append-only history by its shops. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

const KEY = { id: 'test', key: Buffer.alloc(32, 'test') };

const TABLES = `notification_settings, mail_deliveries, request_assignments, staff_names, cancellations, cancellation_texts, policy_versions, order_mirror, order_terms, order_views, bulk_cancellations, bulk_cancellation_orders,
  sync_watermarks, order_exports, flow_runs, flow_uses, flow_owed,
  webhook_inbox, stock_levels, data_requests, unreadable_orders, order_facts, guest_challenges, guest_attempts,
  history_heads, history_rows, figure_days, order_days, history_exports, shop_setups, staff_names,
  erasures, "Session", pgboss.job`;

/** Opens the stores as the app's processes do. */
export async function openStores(url: string): Promise<OpenStores> {
  const database = createDatabase({
    url,
    connections: 8,
    onConnectionLost: () => undefined,
  });
  let closing = false;
  const boss = await startBoss({
    connection: connectionSettings(url, 'test jobs', WORKING),
    connections: 2,
    works: false,
    onError: (error) => {
      // A database that is removed ends what is still closing.
      if (!closing) throw error;
    },
  });
  const { pool } = database;
  return {
    database,
    boss,
    stores: (enqueue) => storesOn(database, boss, enqueue),
    async empty() {
      const { rows } = await pool.query<{ shop: ShopDomain }>(
        'SELECT shop FROM cancellations UNION SELECT shop FROM audit_entries',
      );
      const privacy = createPrivacyStore(database, async () => undefined);
      for (const { shop } of rows) await privacy.redactShop(shop);
      for (const table of TABLES.split(',')) await pool.query(`DELETE FROM ${table}`);
    },
    async close() {
      closing = true;
      await boss.stop({ graceful: false });
      await database.close();
    },
  };
}

/** In a test every cancellation can be read. */
function refuse(_shop: ShopDomain, _id: string, error: unknown): never {
  throw error;
}

function storesOn(database: Database, boss: PgBoss, enqueue?: EnqueueWith) {
  const { pool } = database;
  const queue = createJobQueue(boss, pool);
  const cipher = createTokenCipher({ current: KEY, known: [KEY] }, ({ shop }) => {
    throw new Error(`The token of ${shop} cannot be read.`);
  });
  const enqueueWith: EnqueueWith = enqueue ?? ((sql, jobs) => queue.enqueueWith(sql, jobs));
  return {
    cancellations: createCancellationStore(database, enqueueWith),
    policies: createPolicyStore(database),
    orders: createOrderMirror(database),
    keptFacts: createKeptFacts(database),
    flowRuns: createFlowRuns(database, enqueueWith),
    flowTriggers: createFlowTriggers(database),
    unreadable: createUnreadableOrders(database),
    inbox: createWebhookInbox(database, enqueueWith),
    privacy: createPrivacyStore(database, (sql, shop) => queue.forgetShop(sql, shop)),
    dataRequests: createDataRequestStore(database),
    audit: createAuditTrail(database, refuse),
    records: createHistory(database, refuse),
    exports: createHistoryExports(database, enqueueWith),
    home: createHomePageStore(database),
    staffNames: createStaffNames(database),
    notifications: createNotificationStore(database),
    mailLog: createMailLog(database),
    installations: createInstallations(database),
    tokens: createOfflineTokenStore(database, cipher),
    challenges: createGuestChallenges(database, enqueueWith),
    rateLimits: createGuestRateLimits(database),
    async jobs(): Promise<readonly ScheduledJob[]> {
      const { rows } = await pool.query<{ name: string; data: StoredDocument; start_after: Date }>(
        'SELECT name, data, start_after FROM pgboss.job ORDER BY created_on, start_after',
      );
      return rows.map(
        ({ name, data, start_after: at }) =>
          ({ job: { name, ...readPayload(data) }, at: at.getTime() }) as ScheduledJob,
      );
    },
  };
}

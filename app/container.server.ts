import { randomUUID } from 'node:crypto';

import type { AuditTrail } from './application/audit/ports.ts';
import type {
  GuestChallenges,
  GuestOrders,
  GuestSecrets,
  RateLimits,
} from './application/guest/ports.ts';
import type { CancellationStore } from './application/cancellation/ports.ts';
import type { HealthReads } from './application/health/ports.ts';
import type { ComposeMail, Mailer, StaffMail } from './application/mail/ports.ts';
import type { History, HistoryExports, HomePageStore } from './application/history/ports.ts';
import type { BulkStore } from './application/bulk/ports.ts';
import type { OrderViews } from './application/order/order-views.ts';
import type { FlowRuns, FlowTriggers } from './application/flow/ports.ts';
import type { KeptFacts, OrderMirror } from './application/order/ports.ts';
import type { OrderHistory, PolicyStore } from './application/policy/ports.ts';
import type { Clock, Ids } from './application/shared/clock.ts';
import type { Logger } from './application/shared/log.ts';
import type { Platform, PlatformResult } from './application/shared/platform.ts';
import type { ShopDomain } from './domain/ids.ts';
import type { Queue } from './application/shared/queue.ts';
import type {
  Billing,
  DataRequestStore,
  Installations,
  PrivacyStore,
  StaffNames,
} from './application/shop/ports.ts';
import type { WebhookInbox } from './application/webhook/ports.ts';
import type { UnreadableOrders } from './application/order/ports.ts';
import { loggedMailer } from './application/notification/logged-mailer.ts';
import type { MailLog, NotificationStore } from './application/notification/ports.ts';
import { type Config, ConfigError } from './config.server.ts';
import { err, ok } from './domain/result.ts';
import { SECOND } from './domain/time.ts';
import { SUBSCRIBED_TOPICS } from './ingress/webhook-topics.ts';
import { type JobQueue, createJobQueue, startBoss } from './jobs/queue/job-queue.ts';
import { readQueueLoads } from './jobs/queue/queue-load.ts';
import { composeMail } from './notifications/compose-mail.ts';
import { createNoMailer, createSmtpMailer } from './notifications/smtp-mailer.ts';
import { createLog } from './observability/log.ts';
import { createMetrics, type Metrics } from './observability/metrics.ts';
import { createAuditTrail } from './persistence/audit/audit-trail.ts';
import { createCancellationStore } from './persistence/cancellation/cancellation-store.ts';
import { ANSWERING, connectionSettings, WORKING } from './persistence/database/connection.ts';
import { shareOut } from './persistence/database/connections.ts';
import { createDataRequestStore } from './persistence/privacy/data-request-store.ts';
import { createDatabase } from './persistence/database/database.ts';
import { createGuestChallenges } from './persistence/guest/guest-challenges.ts';
import { createGuestRateLimits } from './persistence/guest/guest-rate-limits.ts';
import { createGuestSecrets } from './persistence/guest/guest-secrets.ts';
import { createHistoryExports } from './persistence/history/history-exports.ts';
import { createHomePageStore } from './persistence/history/home-page-store.ts';
import { createHistory } from './persistence/history/history.ts';
import type { OnUnreadable } from './persistence/history/project-history.ts';
import { createInstallations } from './persistence/shop/installations.ts';
import { createKeptFacts } from './persistence/order/kept-facts.ts';
import { createOfflineTokenStore } from './persistence/shop/offline-token-store.ts';
import { createMailLog } from './persistence/notification/mail-log.ts';
import { createNotificationStore } from './persistence/notification/notification-store.ts';
import { createOrderMirror } from './persistence/order/order-mirror.ts';
import { createBulkStore } from './persistence/bulk/bulk-store.ts';
import { createOrderViews } from './persistence/order/order-views.ts';
import { createPolicyStore } from './persistence/policy/policy-store.ts';
import { createPrivacyStore } from './persistence/privacy/privacy-store.ts';
import { createReadiness, type Readiness } from './persistence/database/readiness.ts';
import { createSessionStorage, type SessionStorage } from './persistence/shop/session-storage.ts';
import { createStaffNames } from './persistence/shop/staff-names.ts';
import { createTokenCipher } from './persistence/shop/token-cipher.ts';
import { createFlowRuns, createFlowTriggers } from './persistence/flow/flow-store.ts';
import { createUnreadableOrders } from './persistence/order/unreadable-orders.ts';
import { createTopicsSeen } from './persistence/webhook/topics-seen.ts';
import { createWebhookInbox } from './persistence/webhook/webhook-inbox.ts';
import {
  type AccessTokens,
  type AdminClient,
  createAdminClient,
  type Fetch,
} from './platform/client/admin-client.ts';
import { createPlatformHealth } from './platform/health/platform-health.ts';
import { createProbe } from './platform/health/probe.ts';
import { createTokenHealth } from './platform/health/token-health.ts';
import { createBillingReader } from './platform/reads/billing.ts';
import { createGuestOrders } from './platform/reads/guest-orders.ts';
import { createOfflineTokens } from './platform/client/tokens/offline-tokens.ts';
import { createOrderHistory } from './platform/reads/order-history.ts';
import { createShopifyPlatform } from './platform/shopify-platform.ts';
import { createStaffAccess } from './platform/reads/staff-access.ts';
import { knownFacts, shownFacts } from './platform/reads/order/shown-facts.ts';
import { createTurns, type Lane } from './platform/client/turns.ts';

/** What use cases are called with: every port, under the name the use cases know it by. */
export interface Container {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly store: CancellationStore;
  readonly queue: Queue;
  /** For shoppers in front of a page, or for the machine that works without anybody waiting. */
  readonly platform: Platform;
  /** For staff in front of a page: shoppers go before them. */
  readonly staffPlatform: Platform;
  /** For orders that are cancelled in bulk: everybody who waits goes before them. */
  readonly bulkPlatform: Platform;
  readonly mailer: Mailer;
  /** What became of mails. */
  readonly mailLog: MailLog;
  /** What shops have set about their mails. */
  readonly notifications: NotificationStore;
  readonly composeMail: ComposeMail;
  /** Whether the app writes to customers itself; otherwise Shopify's own notifications do. */
  readonly ownMail: boolean;
  /** How the shop itself is written to; null when it is not. */
  readonly staffMail: StaffMail | null;
  readonly keptFacts: KeptFacts;
  readonly policies: PolicyStore;
  readonly orders: OrderMirror;
  readonly orderViews: OrderViews;
  readonly bulks: BulkStore;
  readonly unreadable: UnreadableOrders;
  readonly flowRuns: FlowRuns;
  readonly flowTriggers: FlowTriggers;
  readonly history: OrderHistory;
  readonly inbox: WebhookInbox;
  readonly installations: Installations;
  readonly privacy: PrivacyStore;
  readonly health: HealthReads;
  readonly readBilling: (shop: ShopDomain) => Promise<PlatformResult<Billing>>;
  readonly dataRequests: DataRequestStore;
  readonly audit: AuditTrail;
  /** Cancellations as the history and the figures have them. */
  readonly records: History;
  readonly exports: HistoryExports;
  readonly home: HomePageStore;
  readonly staffNames: StaffNames;
  readonly guestSecrets: GuestSecrets;
  readonly guestOrders: GuestOrders;
  readonly guestChallenges: GuestChallenges;
  readonly rateLimits: RateLimits;
}

/** A process's container with what only its servers need. */
export interface Assembly {
  readonly container: Container;
  readonly boss: Awaited<ReturnType<typeof startBoss>>;
  /** The queue, with what a worker has to know of it. */
  readonly jobs: JobQueue;
  readonly sessionStorage: SessionStorage;
  /** For programs beside the app that ask the platform themselves. */
  readonly tokens: AccessTokens;
  /** Whether the app can work with its database; answers within two seconds, whatever hangs. */
  isReady(): Promise<Readiness>;
  close(): Promise<void>;
}

/**
 * How long each waits for a shop's query points. People get an answer, or hear that they do not; a worker puts
 * the job aside, for other shops' jobs wait for its hands.
 */
const PATIENCE: Readonly<Record<Lane, number>> = {
  shopper: 8 * SECOND,
  staff: 8 * SECOND,
  machine: SECOND,
};

/**
 * Puts adapters behind the ports: the only place where they meet.
 *
 * @param options.process names the process in its log
 * @param options.works whether this process works on jobs, or only enqueues them
 * @throws ConfigError with a sentence when the database cannot be worked with
 */
export async function assemble(
  config: Config,
  options: { readonly process: string; readonly works: boolean },
): Promise<Assembly> {
  const log = createLog(config.logLevel, { process: options.process });
  const clock: Clock = { now: () => Date.now() };
  const ids: Ids = { uuid: () => randomUUID() };
  const metrics = createMetrics(clock);
  const fetch: Fetch = (url, init) => globalThis.fetch(url, init);

  const connections = shareOut(config.databaseConnections, options.works);
  const database = createDatabase({
    url: config.databaseUrl,
    connections: connections.queries,
    patience: options.works ? WORKING : ANSWERING,
    onConnectionLost: (error) => log.warn({ error }, 'a database connection was lost'),
  });
  const { pool } = database;
  const readiness = createReadiness(config.databaseUrl);
  const found = await readiness.checkAtStart();
  if (found !== 'ready') {
    await Promise.all([database.close(), readiness.close()]);
    throw new ConfigError([`DATABASE_URL: ${found.fault}`]);
  }
  const boss = await startBoss({
    connection: connectionSettings(config.databaseUrl, 'unorder-jobs', WORKING),
    connections: connections.queue,
    works: options.works,
    onError: (error) => log.error({ error }, 'the job queue reports an error'),
  });
  const queue = createJobQueue(boss, pool);
  metrics.readQueuesWith(() => readQueueLoads(pool), log);

  const { apiKey, apiSecret } = config.shopify;
  const cipher = createTokenCipher(config.tokenEncryption, ({ shop }, keyId) =>
    log.error(
      { shop, keyId },
      'a token cannot be decrypted: its key is not known, or it was changed',
    ),
  );
  const tokenStore = createOfflineTokenStore(database, cipher);
  const tokens = createOfflineTokens({
    store: tokenStore,
    fetch,
    clock,
    apiKey,
    apiSecret,
  });

  const lanes = createTurns({
    clock,
    patience: PATIENCE,
    onBudget: (shop, budget) => metrics.budgets.seen(shop, budget),
  });
  const clientFor = (lane: Lane) => createAdminClient({ fetch, tokens, turns: lanes(lane) });
  const forShoppers = clientFor('shopper');
  const staffNames = createStaffNames(database);
  const readStaffAccess = createStaffAccess({
    ...{ fetch, clock, apiKey, apiSecret },
    onNamed: (shop, staffId, name) => {
      staffNames
        .seen(shop, staffId, name, clock.now())
        .catch((error: unknown) => log.warn({ shop, error }, 'a staff name was not kept'));
    },
  });

  const policies = createPolicyStore(database);
  const platformFor = (client: AdminClient, judges = !options.works): Platform =>
    createShopifyPlatform({
      client,
      clock,
      readStaffAccess,
      // Pages and bulks judge an order by a policy: what else the worker carries out was decided before.
      namesCollections: judges
        ? (shop) => policies.namesCollections(shop)
        : () => Promise.resolve(false),
    });
  const keptFacts = createKeptFacts(database);
  const forPeople = (client: AdminClient): Platform =>
    shownFacts(platformFor(client), { kept: keptFacts, clock });

  const mailLog = createMailLog(database);
  const inbox = createWebhookInbox(database, (sql, jobs) => queue.enqueueWith(sql, jobs));

  const topicsSeen = createTopicsSeen(database);
  const { orderChangedAt, ...platformHealth } = createPlatformHealth({
    probe: createProbe({ fetch, tokens, turns: lanes('staff') }),
    platform: platformFor(clientFor('staff')),
    fetch: (url, init) => globalThis.fetch(url, init),
    appUrl: config.shopify.appUrl,
  });
  const health: HealthReads = {
    ...platformHealth,
    tokens: createTokenHealth(tokenStore, tokens),
    async configuration() {
      const found = await readiness.check();
      const databaseFault = found === 'ready' ? null : found.fault;
      return ok({ faults: [], databaseFault, appUrl: config.shopify.appUrl });
    },
    async worker() {
      const loads = await readQueueLoads(pool);
      const oldest = Math.max(0, ...loads.map(({ oldestDueSeconds }) => oldestDueSeconds));
      return ok({ oldestDueMs: oldest * SECOND });
    },
    async webhooks(shop) {
      const [topics, changedAt] = await Promise.all([
        topicsSeen(shop, SUBSCRIBED_TOPICS),
        orderChangedAt(shop),
      ]);
      return ok({ topics, orderChangedAt: changedAt });
    },
    // A server has no bundles of the extensions: they are Shopify's since the deploy.
    extensions: async () => err({ code: 'not_looked_at' }),
  };
  const onUnreadable: OnUnreadable = (shop, cancellationId, error) =>
    log.error(
      { shop, cancellationId, error },
      'a cancellation cannot be read, so the history lacks it',
    );

  const container: Container = {
    config,
    clock,
    ids,
    log,
    metrics,
    store: metrics.store(
      createCancellationStore(database, (sql, jobs) => queue.enqueueWith(sql, jobs)),
    ),
    queue,
    platform: options.works
      ? knownFacts(platformFor(clientFor('machine')), { kept: keptFacts, clock })
      : forPeople(forShoppers),
    staffPlatform: forPeople(clientFor('staff')),
    bulkPlatform: shownFacts(platformFor(clientFor('machine'), true), { kept: keptFacts, clock }),
    keptFacts,
    composeMail,
    mailer: loggedMailer(
      metrics.mailer(config.mail ? createSmtpMailer(config.mail) : createNoMailer()),
      { mailLog, clock, log },
    ),
    mailLog,
    notifications: createNotificationStore(database),
    ownMail: config.mail !== null,
    staffMail: staffMailOf(config),
    policies,
    orders: createOrderMirror(database),
    orderViews: createOrderViews(database),
    bulks: createBulkStore(database, (sql, jobs) => queue.enqueueWith(sql, jobs)),
    unreadable: createUnreadableOrders(database),
    flowRuns: createFlowRuns(database, (sql, jobs) => queue.enqueueWith(sql, jobs)),
    flowTriggers: createFlowTriggers(database),
    history: createOrderHistory({ client: clientFor('machine'), clock }),
    inbox,
    installations: createInstallations(database),
    health,
    readBilling: createBillingReader(clientFor('staff')),
    privacy: createPrivacyStore(database, (sql, shop) => queue.forgetShop(sql, shop)),
    dataRequests: createDataRequestStore(database),
    audit: createAuditTrail(database, onUnreadable),
    records: createHistory(database, onUnreadable),
    exports: createHistoryExports(database, (sql, jobs) => queue.enqueueWith(sql, jobs)),
    home: createHomePageStore(database),
    staffNames,
    guestSecrets: createGuestSecrets(apiSecret),
    guestOrders: createGuestOrders(forShoppers),
    guestChallenges: createGuestChallenges(database, (sql, jobs) => queue.enqueueWith(sql, jobs)),
    rateLimits: createGuestRateLimits(database),
  };

  return {
    container,
    boss,
    jobs: queue,
    tokens,
    sessionStorage: createSessionStorage(database.everyShop, cipher),
    isReady: () => readiness.check(),
    async close() {
      await inbox.drain();
      await boss.stop({ graceful: false, close: true });
      await Promise.all([database.close(), readiness.close()]);
    },
  };
}

/** As Shopify's own library builds it: https://github.com/Shopify/shopify-app-js (buildEmbeddedAppUrl) */
function staffMailOf({ mail, requestMails: { to }, shopify }: Config): StaffMail | null {
  if (!mail || to === 'nobody') return null;
  const appIn = (shop: string) =>
    `https://admin.shopify.com/store/${shop.replace('.myshopify.com', '')}/apps/${shopify.apiKey}/app`;
  return {
    to: to === 'shop' ? null : to.address,
    orderPage: (shop, orderNumber) => `${appIn(shop)}/orders/${orderNumber}`,
    requestsPage: (shop) => `${appIn(shop)}/requests`,
  };
}

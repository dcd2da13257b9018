import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { type WebhookDeps, applyWebhooks } from '../../../app/application/webhook/apply-webhook.ts';
import { NEWEST_ORDERS } from '../../../app/application/order/order-search.ts';
import type { OrderSnapshot } from '../../../app/application/order/ports.ts';
import type { Platform } from '../../../app/application/shared/platform.ts';
import type { StoredWebhook, WebhookEvent } from '../../../app/application/webhook/ports.ts';
import { syncOrders } from '../../../app/application/order/sync-orders.ts';
import type { CancellationId, CustomerId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { money } from '../../../app/domain/money.ts';
import { err, ok } from '../../../app/domain/result.ts';
import { MINUTE } from '../../../app/domain/time.ts';
import { createGuestChallenges } from '../../../app/persistence/guest/guest-challenges.ts';
import { platformError } from '../../../app/platform/client/platform-error.ts';
import { createJobQueue } from '../../../app/jobs/queue/job-queue.ts';
import { cancellationPlan, refundPlan } from '../../support/facts/cancellation-plan.ts';
import { order } from '../../support/facts/order-facts.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';
import { newest } from '../../support/database/newest.ts';

/*
 * Everything that can hold a person is filled with one, then they are erased, and every column of every table of
 * the database is searched for them; once more after whatever could bring them back.
 */

const SHOP = 'erasing.myshopify.com' as ShopDomain;
const T = Date.UTC(2026, 10, 22, 9);
const CUSTOMER = 'gid://shopify/Customer/770000000001' as CustomerId;
const LISTED = 'gid://shopify/Order/1' as OrderId;
const UNLISTED = 'gid://shopify/Order/2' as OrderId;
const NAMED = 'gid://shopify/Order/3' as OrderId;
/** Whatever the person could be read from; none of it is anywhere else in the database. */
const MARKS = ['zebulon', 'quagmire', 'marked-words', '770000000001'];

let testDatabase: TestDatabase;
let opened: OpenStores;
let deps: WebhookDeps & Parameters<typeof syncOrders>[0];
let installed: boolean;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openStores(testDatabase.url);
});

afterAll(async () => {
  await opened.close();
  await testDatabase.drop();
});

const snapshot = (id: OrderId, updatedAt = T): OrderSnapshot => ({
  id,
  name: `#100${id.slice(-1)}`,
  customerId: CUSTOMER,
  customerName: 'Zebulon Quagmire',
  email: 'zebulon@example.com',
  createdAt: T,
  updatedAt,
  cancelledAt: null,
  financialStatus: 'PAID',
  fulfillmentStatus: 'UNFULFILLED',
  total: money(10_000, 'EUR'),
});

const webhook = (webhookId: string, event: WebhookEvent): StoredWebhook => ({
  webhookId,
  eventId: webhookId,
  topic: event.kind,
  triggeredAt: T,
  receivedAt: T,
  event,
});

const changed = (id: OrderId, updatedAt = T): WebhookEvent => ({
  kind: 'order_changed',
  snapshot: snapshot(id, updatedAt),
});

const arrive = (one: StoredWebhook) =>
  deps.inbox.store(SHOP, one, {
    job: { name: 'apply-webhook', shop: SHOP, webhookId: one.webhookId },
    at: T,
  });

async function applied(webhookId: string): Promise<void> {
  expect(await applyWebhooks(deps, SHOP, [webhookId])).toEqual(new Map());
}

async function happen(webhookId: string, event: WebhookEvent): Promise<void> {
  await arrive(webhook(webhookId, event));
  await applied(webhookId);
}

/** Where any of the texts stands: "schema.table.column". */
async function found(texts: readonly string[]): Promise<string[]> {
  const { pool } = opened.database;
  const { rows: columns } = await pool.query<{ schema: string; table: string; column: string }>(
    `SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column
     FROM information_schema.columns c JOIN information_schema.tables t
       ON t.table_schema = c.table_schema AND t.table_name = c.table_name
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(columns.length).toBeGreaterThan(100);
  const places: string[] = [];
  for (const { schema, table, column } of columns) {
    const { rows } = await pool.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM "${schema}"."${table}"
         WHERE CASE WHEN pg_typeof("${column}") = 'bytea'::regtype
           THEN encode("${column}"::text::bytea, 'escape') ELSE "${column}"::text END
           ILIKE ANY ($1)) AS found`,
      [texts.map((text) => `%${text}%`)],
    );
    if (rows[0]?.found) places.push(`${schema}.${table}.${column}`);
  }
  return [...new Set(places)].sort();
}

async function open(number: number, orderId: OrderId, customerId: CustomerId | null) {
  const id = `00000000-0000-4000-8000-00000000000${number}` as CancellationId;
  await deps.store.open(SHOP, {
    id,
    orderName: `#100${number}`,
    event: {
      type: 'requested',
      orderId,
      actor: { kind: 'shopper' },
      channel: 'order_page',
      handling: 'review',
      reasonId: 'changed_mind',
      policyVersion: 0,
      plan: cancellationPlan(refundPlan(money(10_000, 'EUR'))),
      reviewDeadline: null,
      workUnderWay: false,
      mails: [],
      reviewReasons: [],
    },
    texts: {
      customerComment: 'marked-words by Zebulon',
      noteToCustomer: 'marked-words to Zebulon',
      internalNote: 'marked-words about Zebulon',
      proofOfPayment: 'marked-words, paid to Zebulon',
    },
    at: T,
    next: {
      job: { name: 'advance-cancellation', shop: SHOP, cancellationId: id, nudged: false },
      at: T,
    },
    after: null,
    customerId,
    limit: null,
  });
}

/** What a page that was open meanwhile has just read. */
async function keepFacts(): Promise<void> {
  const { keptFacts } = opened.stores();
  const cancellationStaffNote = 'marked-words about Zebulon';
  for (const id of [LISTED, UNLISTED, NAMED]) {
    const customerId = id === NAMED ? null : CUSTOMER;
    await keptFacts.keep(SHOP, order({ id, customerId, cancellationStaffNote, readAt: T }));
  }
}

/** Fills everything, and makes sure that the search finds it. */
beforeEach(async () => {
  await opened.empty();
  installed = true;
  const { cancellations, ...stores } = opened.stores();
  const platform = {
    readSnapshots: async (_shop: ShopDomain, ids: readonly OrderId[]) =>
      ok({ orders: ids.map((id) => snapshot(id, T + MINUTE)), unreadable: [] }),
    readInstallation: async () =>
      installed
        ? ok({ scopes: ['read_orders'] })
        : err(platformError('unauthorized', 'HTTP_401', 'No.')),
    listOrders: async () =>
      ok({
        orders: [LISTED, UNLISTED, NAMED].map((id) => snapshot(id, T + MINUTE)),
        unreadable: [],
        next: null,
      }),
  } as unknown as Platform;
  deps = {
    ...stores,
    store: cancellations,
    queue: createJobQueue(opened.boss, opened.database.pool),
    platform,
    clock: { now: () => T + MINUTE },
    ids: { uuid: () => '00000000-0000-4000-8000-0000000000ff' },
    log: { warn: () => undefined },
  };
  await deps.orders.upsert(SHOP, [snapshot(LISTED)]);
  await open(1, LISTED, CUSTOMER);
  await open(2, UNLISTED, CUSTOMER);
  await open(3, NAMED, null);
  await keepFacts();
  await arrive(webhook('waiting', changed(UNLISTED)));
  await deps.dataRequests.record(SHOP, {
    id: '5',
    customerId: CUSTOMER,
    orderIds: [LISTED],
    requestedAt: T,
  });
  const challenges = createGuestChallenges(opened.database, async () => undefined);
  await challenges.open(
    SHOP,
    {
      id: '00000000-0000-4000-8000-0000000000aa',
      orderName: '#1001',
      contactDigest: 'digest-of-zebulon',
      tries: 3,
      at: T,
      expiresAt: T + MINUTE,
    },
    {
      job: { name: 'send-guest-code', shop: SHOP, challengeId: 'x' },
      at: T,
    },
  );
  expect(await found(MARKS)).toEqual([
    'public.cancellation_texts.customer_comment',
    'public.cancellation_texts.internal_note',
    'public.cancellation_texts.note_to_customer',
    'public.cancellation_texts.proof_of_payment',
    'public.data_requests.customer_id',
    'public.guest_challenges.contact_digest',
    'public.order_facts.customer_id',
    'public.order_facts.facts',
    'public.order_mirror.customer_id',
    'public.order_mirror.customer_name',
    'public.order_mirror.email',
    'public.order_mirror.terms',
    'public.order_terms.term',
    'public.webhook_inbox.news',
  ]);
});

describe('case 81: an erased customer', () => {
  const redact = () =>
    happen('redact', {
      kind: 'customer_to_redact',
      customerId: CUSTOMER,
      orderIds: [NAMED],
    });

  test('is in no column of any table', async () => {
    await redact();
    expect(await found(MARKS)).toEqual([]);
    // The record of what happened stays.
    expect(await newest(deps.store, SHOP, { limit: 9 })).toHaveLength(3);
  });

  test('stays erased whatever is delivered, applied or copied again', async () => {
    await redact();
    await applied('waiting');
    for (const [index, id] of [LISTED, UNLISTED, NAMED].entries()) {
      await arrive(webhook(`late-${index}`, changed(id)));
      expect(await found(MARKS)).toEqual([]);
      await applied(`late-${index}`);
      await happen(`later-${index}`, changed(id, T + 2 * MINUTE));
    }
    await happen('data', {
      kind: 'customer_data_requested',
      requestId: '6',
      customerId: CUSTOMER,
      orderIds: [],
    });
    await keepFacts();
    await syncOrders(deps, SHOP);
    await deps.orders.setWatermark(SHOP, { at: T, extent: 1 });
    await syncOrders(deps, SHOP);
    expect(await found(MARKS)).toEqual([]);
    const search = { ...NEWEST_ORDERS, text: '1001', limit: 9 };
    expect((await deps.orders.search(SHOP, search)).items).toHaveLength(1);
  });

  test('stays erased when a page left open writes of them: what they ask, and what they are answered', async () => {
    await redact();
    await open(4, 'gid://shopify/Order/4' as OrderId, CUSTOMER);
    const id = '00000000-0000-4000-8000-000000000001' as CancellationId;
    const appended = await deps.store.append(SHOP, id, {
      expectedSeq: 1,
      events: [{ type: 'fulfillment_inspected', toHold: [] }],
      at: T,
      status: 'in_review',
      texts: { noteToCustomer: 'marked-words to Zebulon', customerComment: 'marked-words' },
      wakeAt: null,
      next: null,
    });
    expect(appended).toBe('appended');
    // What staff note later for the shop's own books stays.
    expect(await found(MARKS)).toEqual([
      'public.cancellation_texts.internal_note',
      'public.cancellation_texts.proof_of_payment',
    ]);
  });

  test('is kept out also by what was being written at the very moment', async () => {
    const writing = Array.from({ length: 20 }, (_, index) =>
      index % 2 === 0
        ? deps.orders.upsert(SHOP, [snapshot(LISTED, T + index)])
        : arrive(webhook(`at-once-${index}`, changed(UNLISTED, T + index))),
    );
    await Promise.all([redact(), ...writing]);
    expect(await found(MARKS)).toEqual([]);
  });
});

describe('case 60: an erased shop', () => {
  const everything = [...MARKS, SHOP];

  test('is in no column of any table, and stays out until it installs the app anew', async () => {
    installed = false;
    await arrive(webhook('shop', { kind: 'shop_to_redact' }));
    await applied('shop');
    expect(await found(everything)).toEqual([]);
    await arrive(webhook('late', changed(LISTED)));
    await applied('late');
    await syncOrders(deps, SHOP);
    expect(await found(MARKS)).toEqual([]);

    await opened.database.prisma.session.create({
      data: { id: `offline_${SHOP}`, shop: SHOP, state: '', accessToken: 'new' },
    });
    await syncOrders(deps, SHOP);
    expect(await deps.orders.get(SHOP, LISTED)).toEqual(snapshot(LISTED, T + MINUTE));
  });

  test('is not erased as long as it has the app: an old request was sent again', async () => {
    await happen('shop', { kind: 'shop_to_redact' });
    expect(await deps.orders.get(SHOP, LISTED)).toEqual(snapshot(LISTED));
  });
});

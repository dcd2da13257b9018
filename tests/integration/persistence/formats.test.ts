import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { CancellationId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { DEFAULT_POLICY } from '../../../app/messages/default-policy.ts';
import { EVENT_FORMAT, readEvent } from '../../../app/formats/event-format.ts';
import { POLICY_FORMAT } from '../../../app/formats/policy-format.ts';
import { frozenExamples } from '../../frozen/examples.ts';
import { documentOf } from '../../support/facts/policies.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

const SHOP = 'long-there.myshopify.com' as ShopDomain;
const ORDER = 'gid://shopify/Order/1042' as OrderId;
const T = Date.UTC(2026, 10, 22, 9);

let database: TestDatabase;
let opened: OpenStores;

beforeAll(async () => {
  database = await createTestDatabase();
  opened = await openStores(database.url);
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});
beforeEach(() => opened.empty());

const query = (text: string, values: unknown[] = []) => opened.database.pool.query(text, values);

interface StoredEvent {
  readonly type: string;
  readonly seq: number;
  readonly at: number;
}

describe('an older release has stored', () => {
  it.each(frozenExamples('cancellations').filter(({ format }) => format === 0))(
    'cancellations ($file): they are read, and what happens next is stored in the present format',
    async ({ documents }) => {
      const { cancellations } = opened.stores();
      for (const [index, document] of documents.entries()) {
        const events = document.events as readonly StoredEvent[];
        const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` as CancellationId;
        await query(
          `INSERT INTO cancellations (shop, id, order_id, order_name, status, live, seq, requested_by,
             amount_minor, currency_code, opened_at, updated_at)
           VALUES ($1, $2, $3, '#1042', $4, false, $5, 'shopper', 0, 'EUR', now(), now())`,
          [SHOP, id, ORDER, document.status, events.length],
        );
        for (const { type, seq, at, ...data } of events) {
          await query(
            `INSERT INTO cancellation_events (shop, cancellation_id, seq, at, type, data)
             VALUES ($1, $2, $3, $4, $5, $6)`,
            [SHOP, id, seq, new Date(at), type, JSON.stringify(data)],
          );
        }
        const appended = await cancellations.append(SHOP, id, {
          expectedSeq: events.length,
          events: [{ type: 'stock_corrected' }],
          ...{ at: T, status: 'completed', wakeAt: null, next: null },
        });
        expect(appended).toBe('appended');
        const stored = await cancellations.load(SHOP, id);
        expect(stored?.events.map(({ type }) => type)).toEqual([
          ...events.map(({ type, ...data }) => readEvent(0, type, data).type),
          'stock_corrected',
        ]);
        const [opening] = stored?.events ?? [];
        if (opening?.type === 'requested') {
          expect(opening.plan.refund).toHaveProperty('regainedDeals');
          expect(opening.plan).toHaveProperty('terms');
        }
      }
      const { rows } = await query(
        `SELECT DISTINCT type = 'stock_corrected' AND at = $1 AS ours, format
         FROM cancellation_events ORDER BY format`,
        [new Date(T)],
      );
      expect(rows).toEqual([
        { ours: false, format: 0 },
        { ours: true, format: EVENT_FORMAT },
      ]);
    },
  );

  it('a webhook: it is read as today’s are', async () => {
    await query(
      `INSERT INTO webhook_inbox (shop, webhook_id, event_id, topic, digest, triggered_at, received_at, news)
       VALUES ($1, 'w', 'e', 'customers/data_request', '', now(), now(), $2)`,
      [SHOP, { kind: 'customer_data_requested', requestId: '1', customerId: null }],
    );
    const [stored] = await opened.stores().inbox.load(SHOP, ['w']);
    expect(stored?.event).toEqual({
      kind: 'customer_data_requested',
      ...{ requestId: '1', customerId: null, orderIds: [] },
    });
  });
});

describe('the policy a shop begins with', () => {
  it('is stored when the shop is first seen, as in force since ever', async () => {
    const { policies } = opened.stores();
    expect(await policies.inForceAt(SHOP, 0)).toEqual(DEFAULT_POLICY);
    const { rows } = await query('SELECT version, document FROM policy_versions');
    const { version, ...document } = DEFAULT_POLICY;
    expect(rows).toEqual([{ version, document }]);
    expect(await policies.versions(SHOP)).toEqual([]);
  });

  it('stays what it was, whatever a later release gives to new shops', async () => {
    const present = documentOf(DEFAULT_POLICY);
    await query(
      `INSERT INTO policy_versions (shop, version, document, saved_by, saved_at, format)
       VALUES ($1, 0, $2, '{"kind": "system"}', to_timestamp(0), $3)`,
      [SHOP, JSON.stringify({ ...present, reviewDays: 17 }), POLICY_FORMAT],
    );
    const { policies } = opened.stores();
    expect((await policies.current(SHOP)).reviewDays).toBe(17);
    expect((await policies.version(SHOP, 0))?.reviewDays).toBe(17);
    await policies.save(SHOP, 0, present, { kind: 'system' }, T);
    expect((await policies.inForceAt(SHOP, T - 1)).reviewDays).toBe(17);
    expect((await policies.current(SHOP)).reviewDays).toBe(DEFAULT_POLICY.reviewDays);
  });

  it('was stored by the migration for shops that were there before', async () => {
    await query(
      `INSERT INTO "Session" (id, shop, state, "isOnline", "accessToken", "updatedAt")
       VALUES ('offline', $1, '', false, '', now())`,
      [SHOP],
    );
    const migration = new URL(
      '../../../prisma/migrations/20261130090000_formats/migration.sql',
      import.meta.url,
    );
    const [, insertion] = /(INSERT INTO[\s\S]*)$/.exec(readFileSync(migration, 'utf8')) ?? [];
    await query(insertion ?? '');
    const { rows } = await query('SELECT shop, version FROM policy_versions');
    expect(rows).toEqual([{ shop: SHOP, version: 0 }]);
    expect(await opened.stores().policies.current(SHOP)).toMatchObject({
      enabled: true,
      version: 0,
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { CancellationId, OrderId, ShopDomain } from '../../../../app/domain/ids.ts';
import { money } from '../../../../app/domain/money.ts';
import { DEFAULT_POLICY } from '../../../../app/messages/default-policy.ts';
import { ok } from '../../../../app/domain/result.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../app/domain/time.ts';
import { createGuestRateLimits } from '../../../../app/persistence/guest/guest-rate-limits.ts';
import { type OpenStores, openStores } from '../../../support/database/open-stores.ts';
import { documentOf } from '../../../support/facts/policies.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database/postgres.ts';
import { storeContract } from '../../../support/database/store-contract.ts';

/*
 * PostgreSQL gives a session the time zone of its database, its role or its server, and Debian's server has
 * the machine's. A time has to mean the same to the app, to Prisma and to SQL in all of them.
 */

const SHOP = 'one.myshopify.com' as ShopDomain;
/** Neither summer nor winter of these zones is UTC. */
const AT = Date.UTC(2026, 6, 22, 9, 0, 0, 123);

describe.each([
  { timezone: 'Europe/Berlin' },
  { timezone: 'America/New_York' },
  { timezone: 'Asia/Kathmandu', datestyle: 'SQL, DMY' },
])('on a database with %o', (settings) => {
  let testDatabase: TestDatabase;
  let opened: OpenStores;

  beforeAll(async () => {
    testDatabase = await createTestDatabase(settings);
    opened = await openStores(testDatabase.url);
  });
  afterAll(async () => {
    await opened.close();
    await testDatabase.drop();
  });
  beforeEach(() => opened.empty());

  storeContract('PostgreSQL', async () => {
    await opened.empty();
    return opened.stores();
  });

  const install = (expires: number) =>
    opened.database.prisma.session.create({
      data: {
        id: `offline_${SHOP}`,
        shop: SHOP,
        state: '',
        isOnline: false,
        accessToken: 'first',
        expires: new Date(expires),
        refreshToken: 'refresh-1',
        refreshTokenExpires: new Date(expires + DAY),
      },
    });
  const renew = (at: number) =>
    opened.stores().tokens.renew(SHOP, async () =>
      ok({
        accessToken: 'second',
        expiresAt: at + HOUR,
        refreshToken: 'refresh-2',
        refreshTokenExpiresAt: at + 90 * DAY,
      }),
    );

  test('an uninstall right after a token was renewed takes the tokens away', async () => {
    await install(Date.now());
    await renew(Date.now());
    const { installations } = opened.stores();
    await installations.uninstalled(SHOP, Date.now() + SECOND);
    expect(await installations.list()).toEqual([]);
  });

  test.each(['installed', 'renewed'])(
    'an uninstall of two hours ago leaves the tokens of a shop that was %s since',
    async (how) => {
      await install(Date.now());
      if (how === 'renewed') await renew(Date.now());
      const { installations } = opened.stores();
      await installations.uninstalled(SHOP, Date.now() - 2 * HOUR);
      expect(await installations.list()).toEqual([SHOP]);
    },
  );

  test('a token expires when the platform says, whoever wrote it', async () => {
    await install(AT);
    expect(await opened.stores().tokens.load(SHOP)).toMatchObject({ expiresAt: AT });
    await renew(AT);
    expect(await opened.database.prisma.session.findFirst({ where: { shop: SHOP } })).toMatchObject(
      { expires: new Date(AT + HOUR) },
    );
  });

  test('a policy was saved when it was saved, and is in force from then on', async () => {
    const { policies } = opened.stores();
    const document = documentOf(DEFAULT_POLICY);
    const by = { kind: 'staff', staffId: 'gid://shopify/StaffMember/1' } as const;
    await policies.save(SHOP, 0, document, by, AT);
    expect(await policies.versions(SHOP)).toMatchObject([{ version: 1, savedAt: AT }]);
    expect((await policies.inForceAt(SHOP, AT - 1)).version).toBe(0);
    expect((await policies.inForceAt(SHOP, AT)).version).toBe(1);
    const { rows } = await opened.database.pool.query<{ saved_at: Date }>(
      'SELECT saved_at FROM policy_versions WHERE version = 1',
    );
    expect(rows[0]?.saved_at.getTime()).toBe(AT);
  });

  test('a copied order keeps its times, and an older copy never replaces a newer one', async () => {
    const { orders } = opened.stores();
    const order = {
      id: 'gid://shopify/Order/1' as OrderId,
      name: '#1001',
      customerId: null,
      customerName: null,
      email: null,
      createdAt: AT - DAY,
      updatedAt: AT,
      cancelledAt: AT - SECOND,
      financialStatus: 'PAID',
      fulfillmentStatus: 'UNFULFILLED',
      total: money(100, 'EUR'),
    };
    await orders.upsert(SHOP, [order]);
    await orders.upsert(SHOP, [{ ...order, updatedAt: AT - 1, financialStatus: 'PENDING' }]);
    expect(await orders.get(SHOP, order.id)).toEqual(order);
    await orders.setWatermark(SHOP, { at: AT, extent: 1 });
    expect(await orders.watermark(SHOP)).toEqual({ at: AT, extent: 1 });
  });

  test('a customer’s question, an order set aside and a guest’s limits keep their times', async () => {
    const { dataRequests, unreadable } = opened.stores();
    const orderId = 'gid://shopify/Order/1' as OrderId;
    await dataRequests.record(SHOP, {
      id: '9',
      customerId: null,
      orderIds: [orderId],
      requestedAt: AT,
    });
    expect(await dataRequests.get(SHOP, '9')).toMatchObject({ requestedAt: AT });
    await unreadable.setAside(SHOP, [{ id: orderId, name: '#1', reason: 'x' }], AT);
    await unreadable.setAside(SHOP, [{ id: orderId, name: '#1', reason: 'x' }], AT + HOUR);
    expect(await unreadable.list(SHOP, 1)).toMatchObject([{ foundAt: AT, triedAt: AT + HOUR }]);
    // Prisma writes it; whoever asks without Prisma has to read the same.
    const { rows } = await opened.database.pool.query<{ found_at: Date; tried_at: Date }>(
      'SELECT found_at, tried_at FROM unreadable_orders',
    );
    expect(rows).toEqual([{ found_at: new Date(AT), tried_at: new Date(AT + HOUR) }]);
    const limits = createGuestRateLimits(opened.database);
    const once = [{ digest: 'd', attempts: 1, perMs: HOUR }];
    expect(await limits.take(SHOP, once, AT)).toBeNull();
    expect(await limits.take(SHOP, once, AT + MINUTE)).toEqual({ blockedUntil: AT + HOUR });
    await limits.forgetOver(AT + HOUR - 1);
    expect(await limits.take(SHOP, once, AT + HOUR - 1)).not.toBeNull();
    expect(await limits.take(SHOP, once, AT + HOUR)).toBeNull();
  });

  test('a request under review wakes at its deadline and not an hour from it', async () => {
    const { pool } = opened.database;
    const id = '00000000-0000-4000-8000-000000000001' as CancellationId;
    await pool.query(
      `INSERT INTO cancellations (shop, id, order_id, order_name, status, live, seq, wake_at,
         requested_by, amount_minor, currency_code, opened_at, updated_at)
       VALUES ($1, $2, 'o', '#1', 'in_review', true, 1, $3, 'shopper', 1, 'EUR', $3, $3)`,
      [SHOP, id, new Date(AT)],
    );
    const { cancellations } = opened.stores();
    expect(await cancellations.overdue(AT - MINUTE, 10)).toEqual([]);
    expect(await cancellations.overdue(AT + 1, 10)).toMatchObject([{ id }]);
    const row = await opened.database.prisma.cancellation.findFirst({ where: { shop: SHOP } });
    expect(row?.wakeAt?.getTime()).toBe(AT);
  });

  test('the queue counts in UTC too', async () => {
    const { rows } = await opened.boss
      .getDb()
      .executeSql(
        `SELECT current_setting('TimeZone') AS zone, current_setting('DateStyle') AS style`,
      );
    expect(rows).toEqual([{ zone: 'UTC', style: 'ISO, MDY' }]);
  });
});

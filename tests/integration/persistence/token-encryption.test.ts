import { Session } from '@shopify/shopify-api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import type { ShopDomain } from '../../../app/domain/ids.ts';
import { ok } from '../../../app/domain/result.ts';
import { HOUR } from '../../../app/domain/time.ts';
import { createOfflineTokenStore } from '../../../app/persistence/shop/offline-token-store.ts';
import { resealAll } from '../../../app/persistence/shop/sealed-tokens.ts';
import { createSessionStorage } from '../../../app/persistence/shop/session-storage.ts';
import { createTokenCipher } from '../../../app/persistence/shop/token-cipher.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

const SHOP = 'one.myshopify.com' as ShopDomain;
const OTHER = 'two.myshopify.com' as ShopDomain;
const AT = Date.UTC(2026, 10, 22, 9);
const OLD = { id: 'old', key: Buffer.alloc(32, 1) };
const NEW = { id: 'new', key: Buffer.alloc(32, 2) };

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

/** The app's two ways to its tokens, with these keys: the first writes. */
function appWith(...keys: readonly (typeof OLD | null)[]) {
  const known = keys.filter((key) => key !== null);
  const unreadable: string[] = [];
  const cipher = createTokenCipher({ current: keys[0] ?? null, known }, ({ shop }) =>
    unreadable.push(shop),
  );
  const { database } = opened;
  return {
    sessions: createSessionStorage(database.everyShop, cipher),
    tokens: createOfflineTokenStore(database, cipher),
    rotate: () => resealAll(database, cipher),
    unreadable,
  };
}

const session = (shop: ShopDomain = SHOP) =>
  new Session({
    id: `offline_${shop}`,
    shop,
    state: '',
    isOnline: false,
    scope: 'read_orders',
    accessToken: `shpat_first_${shop}`,
    expires: new Date(AT),
    refreshToken: `shprt_first_${shop}`,
    refreshTokenExpires: new Date(AT + HOUR),
  });

const RENEWED = {
  accessToken: 'shpat_second',
  expiresAt: AT + HOUR,
  refreshToken: 'shprt_second',
  refreshTokenExpiresAt: AT + 2 * HOUR,
};

/** Every row of every table as text: what a stolen copy of the database says. */
async function everything(): Promise<string> {
  const { pool } = opened.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ text: string }>(`SELECT t::text AS text FROM ${name} AS t`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join('\n');
}

test('no token stands readable in any column of any table, whoever wrote it', async () => {
  const { sessions, tokens } = appWith(NEW);
  await sessions.storeSession(session());
  await sessions.storeSession(
    new Session({
      ...session(OTHER).toObject(),
      id: `${OTHER}_7`,
      isOnline: true,
      onlineAccessInfo: {
        expires_in: 60,
        associated_user_scope: 'read_orders',
        associated_user: {
          id: 7,
          first_name: 'Casey',
          last_name: 'Sample',
          email: 'casey@example.com',
          email_verified: true,
          account_owner: false,
          locale: 'en',
          collaborator: false,
        },
      },
    }),
  );
  expect(await everything()).toContain(SHOP);
  expect(await everything()).not.toMatch(/shp[ar]t_/);
  await tokens.renew(SHOP, async () => ok(RENEWED));
  expect(await everything()).not.toMatch(/shp[ar]t_/);
  expect(await tokens.load(SHOP)).toEqual(RENEWED);
});

test('a session reads back as it was stored, by both ways', async () => {
  const { sessions, tokens } = appWith(NEW);
  await sessions.storeSession(session());
  const loaded = await sessions.loadSession(`offline_${SHOP}`);
  expect(loaded?.toObject()).toEqual(session().toObject());
  expect((await sessions.findSessionsByShop(SHOP)).map(({ accessToken }) => accessToken)).toEqual([
    session().accessToken,
  ]);
  expect(await tokens.load(SHOP)).toMatchObject({ accessToken: session().accessToken });
});

test('rows of before the encryption are read, and encrypted at their first use', async () => {
  await appWith(null, NEW).sessions.storeSession(session());
  expect(await everything()).toContain('shpat_first');
  const { sessions, tokens } = appWith(NEW);
  expect((await sessions.loadSession(`offline_${SHOP}`))?.accessToken).toBe(session().accessToken);
  expect(await tokens.load(SHOP)).toMatchObject({ refreshToken: session().refreshToken });
  expect(await everything()).not.toMatch(/shp[ar]t_/);
  expect(await tokens.load(SHOP)).toMatchObject({ refreshToken: session().refreshToken });
});

test('a deploy beside the former version: nothing is written that it could not read', async () => {
  const { sessions, tokens } = appWith(null, NEW);
  await sessions.storeSession(session());
  await tokens.renew(SHOP, async () => ok(RENEWED));
  const { rows } = await opened.database.pool.query('SELECT "accessToken" FROM "Session"');
  expect(rows).toEqual([{ accessToken: 'shpat_second' }]);
});

test('keys are changed without losing a token: both known, all rewritten, the old one gone', async () => {
  for (const shop of [SHOP, OTHER]) await appWith(OLD).sessions.storeSession(session(shop));
  const both = appWith(NEW, OLD);
  expect(await both.tokens.load(SHOP)).toMatchObject({ accessToken: session().accessToken });
  expect(await both.rotate()).toEqual({ sessions: 2, resealed: 1, unreadable: 0 });
  expect(await both.rotate()).toEqual({ sessions: 2, resealed: 0, unreadable: 0 });
  const { sessions, unreadable } = appWith(NEW);
  for (const shop of [SHOP, OTHER]) {
    expect((await sessions.loadSession(`offline_${shop}`))?.toObject()).toEqual(
      session(shop).toObject(),
    );
  }
  expect(unreadable).toEqual([]);
});

test('a shop whose key is lost counts as one that has to open the app, and hinders no other', async () => {
  await appWith(OLD).sessions.storeSession(session());
  await appWith(NEW).sessions.storeSession(session(OTHER));
  const { sessions, tokens, rotate, unreadable } = appWith(NEW);
  expect(await sessions.loadSession(`offline_${SHOP}`)).toBeUndefined();
  expect(await tokens.load(SHOP)).toBeNull();
  expect(await tokens.load(OTHER)).not.toBeNull();
  expect(await rotate()).toEqual({ sessions: 2, resealed: 0, unreadable: 1 });
  expect(unreadable).toContain(SHOP);
  await sessions.storeSession(session());
  expect(await tokens.load(SHOP)).toMatchObject({ accessToken: session().accessToken });
});

test('tokens put into another shop’s row open nothing', async () => {
  const { sessions, tokens } = appWith(NEW);
  for (const shop of [SHOP, OTHER]) await sessions.storeSession(session(shop));
  await opened.database.pool.query(
    `UPDATE "Session" SET "accessToken" = (SELECT "accessToken" FROM "Session" WHERE shop = $1)
     WHERE shop = $2`,
    [SHOP, OTHER],
  );
  expect(await tokens.load(OTHER)).toBeNull();
  expect(await sessions.loadSession(`offline_${OTHER}`)).toBeUndefined();
});

test('rewriting under another key does not make tokens look newer to an uninstall', async () => {
  await appWith(OLD).sessions.storeSession(session());
  const stored = async () =>
    (await opened.database.pool.query<{ at: Date }>('SELECT "updatedAt" AS at FROM "Session"'))
      .rows;
  const before = await stored();
  await appWith(NEW, OLD).rotate();
  expect(await stored()).toEqual(before);
});

test('a token that the platform refused expires; one that was renewed meanwhile stays', async () => {
  const { sessions, tokens } = appWith(NEW);
  await sessions.storeSession(session());
  await tokens.expire(SHOP, 'shpat_of_before', AT - HOUR);
  expect(await tokens.load(SHOP)).toMatchObject({ expiresAt: AT });
  await tokens.expire(SHOP, session().accessToken ?? '', AT - HOUR);
  expect(await tokens.load(SHOP)).toMatchObject({ expiresAt: AT - HOUR });
});

import { afterAll, beforeAll, expect, test } from 'vitest';

import type { OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

/*
 * Every table of the schema that holds anything of a shop, also the one that is added next year: a row is written
 * before the shop is erased and again after it.
 */

const SHOP = 'erased.myshopify.com' as ShopDomain;
/** A shop comes back through it, and through nothing else. */
const WAY_BACK = 'Session';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

let testDatabase: TestDatabase;
let opened: OpenStores;
let tables: ReadonlyMap<string, readonly Column[]>;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openStores(testDatabase.url);
  tables = await tablesOfAShop();
});

afterAll(async () => {
  await opened.close();
  await testDatabase.drop();
});

/** The columns that a row cannot do without, by table. */
async function tablesOfAShop(): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await opened.database.pool.query<Column>(
    `SELECT c.table_name AS table, c.column_name AS column, c.udt_name AS type
     FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.is_nullable = 'NO' AND c.column_default IS NULL
       AND c.table_name IN (SELECT table_name FROM information_schema.columns
                            WHERE table_schema = 'public' AND column_name = 'shop')
     ORDER BY c.table_name, c.ordinal_position`,
  );
  const found = new Map<string, Column[]>();
  for (const row of rows) found.set(row.table, [...(found.get(row.table) ?? []), row]);
  return found;
}

/** A value of the type; the same for every table, so that children find their parents. */
const VALUES: Readonly<Record<string, string>> = {
  text: 'a text',
  uuid: '00000000-0000-4000-8000-000000000001',
  int2: '1',
  int4: '1',
  int8: '1',
  bool: 'false',
  bytea: '\\x01',
  timestamp: '2026-11-22 09:00:00',
  date: '2026-11-22',
  timestamptz: '2026-11-22T09:00:00Z',
  jsonb: '{}',
  tsvector: 'word',
};

/** Writes a row of the shop; a parent that is missing keeps its children out as well as any rule. */
async function write(table: string): Promise<void> {
  const columns = tables.get(table) ?? [];
  const values = columns.map(({ column, type }) => {
    if (column === 'shop') return SHOP;
    const value = VALUES[type];
    if (value === undefined) throw new Error(`What is a ${type}, of ${table}.${column}?`);
    return value;
  });
  const names = columns.map(({ column }) => `"${column}"`);
  const places = columns.map((_column, index) => `$${index + 1}`);
  await opened.database.pool.query(
    `INSERT INTO "${table}" (${names.join(', ')}) VALUES (${places.join(', ')})`,
    values,
  );
}

const isOrphan = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23503';

/** Writes to every table, parents before their children. */
async function writeEverywhere(): Promise<void> {
  let left = [...tables.keys()].filter((table) => table !== WAY_BACK);
  while (left.length > 0) {
    const orphans: string[] = [];
    for (const table of left) {
      try {
        await write(table);
      } catch (error) {
        if (!isOrphan(error)) throw error;
        orphans.push(table);
      }
    }
    if (orphans.length === left.length) return;
    left = orphans;
  }
}

async function holding(): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables.keys()) {
    const { rows } = await opened.database.pool.query(
      `SELECT FROM "${table}" WHERE shop = $1 LIMIT 1`,
      [SHOP],
    );
    if (rows.length > 0) found.push(table);
  }
  return found;
}

test('case 60: no table takes anything of an erased shop until it installs the app anew', async () => {
  const all = [...tables.keys()].filter((table) => table !== WAY_BACK);
  expect(all.length).toBeGreaterThan(10);
  await writeEverywhere();
  await write(WAY_BACK);
  expect(await holding()).toEqual([...tables.keys()]);

  await opened.stores().privacy.redactShop(SHOP);
  expect(await holding()).toEqual([]);
  await writeEverywhere();
  expect(await holding()).toEqual([]);

  await write(WAY_BACK);
  await writeEverywhere();
  expect(await holding()).toEqual([...tables.keys()]);
});

test('case 73: an order that was deleted is not set aside either', async () => {
  const shop = 'deleting.myshopify.com' as ShopDomain;
  const { orders, unreadable } = opened.stores();
  const id = 'gid://shopify/Order/9' as OrderId;
  const other = 'gid://shopify/Order/10' as OrderId;
  await orders.remove(shop, id);
  const aside = (orderId: OrderId) => ({ id: orderId, name: '#1009', reason: 'a currency' });
  await unreadable.setAside(shop, [aside(id), aside(other)], Date.UTC(2026, 10, 22, 9));
  expect((await unreadable.list(shop, 9)).map((one) => one.id)).toEqual([other]);
});

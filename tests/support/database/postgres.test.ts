import pg from 'pg';
import { afterAll, expect, test } from 'vitest';

import { createTestDatabase } from './postgres.ts';

const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);

afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

test('a test database holds every table of the schema and no row', async () => {
  expect(await query(first.url, 'SELECT * FROM "Session"')).toEqual([]);
});

test('what one test database holds, no other sees', async () => {
  await query(first.url, 'CREATE TABLE mine (id int)');
  expect(await query(second.url, `SELECT to_regclass('mine') AS found`)).toEqual([{ found: null }]);
});

test('a dropped test database is gone, sessions and all', async () => {
  const doomed = await createTestDatabase();
  const session = new pg.Client({ connectionString: doomed.url });
  const cuts: Error[] = [];
  session.on('error', (error: Error) => cuts.push(error));
  await session.connect();
  await doomed.drop();
  await expect(query(doomed.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  await expect(session.query('SELECT 1')).rejects.toThrow();
  expect(cuts).not.toEqual([]);
});

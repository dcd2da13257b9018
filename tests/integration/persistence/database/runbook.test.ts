import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { type OpenStores, openStores } from '../../../support/database/open-stores.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database/postgres.ts';

/* What the pages for operators tell them to type exists, and the database understands it. */

const PAGES = ['docs/runbook.md', 'docs/production.md', 'docs/self-hosting.md', 'docs/connect.md'];
const text = (page: string): string => readFileSync(page, 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(text('package.json')));

/** As `psql` puts variables in. */
const statements = [...text('docs/runbook.md').matchAll(/^```sql\n(.*?)^```$/gms)].map(
  ([, sql = '']) =>
    sql
      .replace(/^\\set .*\n/gm, '')
      .replaceAll(":'shop'", "'one.myshopify.com'")
      .replaceAll(":'order'", "'#1001'"),
);

describe('the statements of the runbook', () => {
  let database: TestDatabase;
  let opened: OpenStores;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    // The queue makes its tables itself.
    opened = await openStores(database.url);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await opened.close();
    await database.drop();
  });

  test('are there', () => expect(statements.length).toBeGreaterThan(6));

  test.each(statements)('%s', async (statement) => {
    await client.query('BEGIN');
    if (!statement.startsWith('UPDATE')) await client.query('SET TRANSACTION READ ONLY');
    await expect(client.query(statement)).resolves.toBeDefined();
    await client.query('ROLLBACK');
  });

  test('the one that has jobs tried again has them due', async () => {
    const retry = statements.find((statement) => statement.startsWith('UPDATE')) ?? '';
    await client.query(`INSERT INTO pgboss.job (name, state, retry_limit, completed_on)
      VALUES ('advance-cancellation', 'failed', 5, now())`);
    expect((await client.query(retry)).rowCount).toBe(1);
    const [job] = await opened.boss.fetch('advance-cancellation');
    expect(job).toBeDefined();
  });
});

test.each(PAGES)('%s names commands and files that there are', (page) => {
  const content = text(page);
  const commands = [...content.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  const programs = [...content.matchAll(/\bnode ((?:app|scripts)\/[\w./-]+)/g)];
  const links = [...content.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)];
  const files = [
    ...programs.map(([, file = '']) => file),
    ...links.map(([, file = '']) => path.join(path.dirname(page), file)),
  ];
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

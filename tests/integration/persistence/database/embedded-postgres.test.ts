import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import {
  ensureDatabase,
  openEmbeddedPostgres,
} from '../../../../scripts/postgres/embedded-postgres.ts';

const MODULE = new URL('../../../../scripts/postgres/embedded-postgres.ts', import.meta.url).href;

vi.setConfig({ testTimeout: 90_000 });

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'unorder-embedded-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
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

/** Resolves once nobody listens at this address any more. */
async function untilGone(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isUp = await query(url, 'SELECT 1').then(
      () => true,
      () => false,
    );
    if (!isUp) return;
    await sleep(50);
  }
  throw new Error('The server is still there.');
}

/** Another process that uses the server until it is killed; resolves to the server's address. */
async function useElsewhere(): Promise<{ url: string; kill(): void }> {
  const script =
    `const { openEmbeddedPostgres } = await import(${JSON.stringify(MODULE)});` +
    `const postgres = await openEmbeddedPostgres(${JSON.stringify(folder)});` +
    `console.log(postgres.urlOf('postgres')); setInterval(() => {}, 1000);`;
  const user = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    user.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    user.once('exit', () => reject(new Error('The user ended early.')));
  });
  return { url, kill: () => user.kill('SIGKILL') };
}

test('a server that nobody asks is not asked for a session again and again by its keeper', async () => {
  const postgres = await openEmbeddedPostgres(folder);
  const url = postgres.urlOf('postgres');
  const started = async (): Promise<number> => {
    const rows = await query(
      url,
      `SELECT sessions::int AS count FROM pg_stat_database WHERE datname = 'postgres'`,
    );
    return (rows as { count: number }[])[0]?.count ?? NaN;
  };
  const before = await started();
  await sleep(2_000);
  // The one that asks is of them.
  expect((await started()) - before).toBeLessThanOrEqual(2);
  await postgres.close();
  await untilGone(url);
});

test('a killed user leaves no server behind', async () => {
  const user = await useElsewhere();
  user.kill();
  await untilGone(user.url);
});

test('users share one server, which outlives any one of them and keeps what was written', async () => {
  const first = await useElsewhere();
  const second = await openEmbeddedPostgres(folder);
  expect(second.urlOf('postgres')).toBe(first.url);
  await ensureDatabase(second, 'kept');
  await query(second.urlOf('kept'), 'CREATE TABLE note AS SELECT 7 AS number');
  first.kill();
  await sleep(3_000);
  expect(await query(second.urlOf('kept'), 'SELECT number FROM note')).toEqual([{ number: 7 }]);

  await second.close();
  await untilGone(second.urlOf('postgres'));
  const third = await openEmbeddedPostgres(folder);
  expect(await query(third.urlOf('kept'), 'SELECT number FROM note')).toEqual([{ number: 7 }]);
  await third.close();
  await untilGone(third.urlOf('postgres'));
});

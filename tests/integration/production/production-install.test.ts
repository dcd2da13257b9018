import { spawn } from 'node:child_process';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { freePort } from '../../../scripts/processes/free-port.ts';
import { startAppProcess } from '../../support/processes/app-process.ts';
import { installForProduction } from '../../support/processes/production-install.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

/* What an operator runs: the packages of `npm ci --omit=dev`, and nothing that development needs. */

let database: TestDatabase;
let installed: Awaited<ReturnType<typeof installForProduction>>;
beforeAll(async () => {
  [database, installed] = await Promise.all([createTestDatabase(), installForProduction()]);
});
afterAll(async () => {
  await Promise.all([database.drop(), installed.remove()]);
});

const environment = () => ({
  SHOPIFY_API_KEY: '57a9edc11e97000000000000000000aa',
  SHOPIFY_API_SECRET: 'made-up-secret',
  SHOPIFY_APP_URL: 'https://orders.harbor-and-pine.shop',
  TOKEN_ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 'production').toString('base64')}`,
  DATABASE_URL: database.url,
  HOST: '127.0.0.1',
});

/** Runs one of the commands that operators run to its end. */
async function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, args, {
    cwd: installed.folder,
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, printed };
}

describe.each([['unset'], ['production']])('with NODE_ENV %s', (mode) => {
  const modeOf = mode === 'unset' ? { NODE_ENV: '' } : { NODE_ENV: mode };

  test('the web process and the worker start and are ready', async () => {
    const { folder } = installed;
    const [port, healthPort] = [await freePort(), await freePort()];
    const env = { ...environment(), ...modeOf, DEVSTORE_URL: 'http://127.0.0.1:9' };
    const web = await startAppProcess('web', { ...env, PORT: String(port) }, { folder });
    const worker = await startAppProcess(
      'worker',
      { ...env, HEALTH_PORT: String(healthPort) },
      { folder },
    );
    try {
      for (const at of [port, healthPort]) {
        expect((await fetch(`http://127.0.0.1:${at}/readyz`)).status).toBe(200);
      }
      const page = await fetch(`http://127.0.0.1:${port}/no-such-page`);
      expect(page.status).toBe(404);
      expect(await page.text()).not.toMatch(/\bat .*[.](js|ts):\d+/);
    } finally {
      await Promise.all([web.stop(), worker.stop()]);
    }
  });
});

test('migrations are applied, keys are rotated and the chain of events is checked', async () => {
  const prisma = path.join('node_modules', 'prisma', 'build', 'index.js');
  const migrated = await run([prisma, 'migrate', 'deploy'], environment());
  expect(migrated).toMatchObject({ code: 0 });
  expect(migrated.printed).toContain('No pending migrations');
  const rotated = await run(['scripts/rotate-keys.ts'], environment());
  expect(rotated).toMatchObject({ code: 0 });
  expect(rotated.printed).toContain('0 sessions');
  expect(await run(['scripts/audit-verify.ts'], environment())).toMatchObject({ code: 0 });
});

test('without a database the start and the setup say that it is missing, and no more', async () => {
  const rest = { ...environment(), DATABASE_URL: '' };
  const start = ['--import', './scripts/processes/leash.ts'];
  const web = await run(
    [...start, '--import', './scripts/postgres/provide-database.ts', 'app/server.ts'],
    rest,
  );
  expect(web.code).toBe(1);
  expect(web.printed).toMatch(
    /^The environment is not complete:\n {2}DATABASE_URL: Set it to a PostgreSQL/m,
  );
  expect(web.printed).not.toMatch(/^\s+at /m);
  const prisma = path.join('node_modules', 'prisma', 'build', 'index.js');
  const setup = await run([prisma, 'migrate', 'deploy'], rest);
  expect(setup.code).toBe(1);
  expect(setup.printed).toContain('DATABASE_URL is not set: set it to a PostgreSQL database');
});

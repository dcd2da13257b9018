import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Program, startProgram } from '../../../scripts/processes/child-process.ts';
import { install } from '../../support/processes/another-checkout.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PATIENCE_MS = 90_000;
/** What is no source. */
const NOT_COPIED = new Set(['.git', '.data', 'node_modules', 'build', 'dist']);

/* `npm run dev:local` in a copy of the sources, in which one of each kind of file is changed. */
describe('the app from its sources', () => {
  let checkout: string;
  let program: Program;
  let printed = '';
  let logs = '';

  beforeAll(async () => {
    checkout = await mkdtemp(path.join(os.tmpdir(), 'unorder-checkout-'));
    await cp(ROOT, checkout, {
      recursive: true,
      filter: (name) => !NOT_COPIED.has(path.basename(name)),
    });
    await install(checkout);
    program = startProgram(path.join(checkout, 'scripts/dev-local.ts'), [], { cwd: checkout });
    for (const stream of [program.stdout, program.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    }
    await until(() => printed.includes('It follows your changes'));
    logs = /^Logs +(\S+)$/m.exec(printed)?.[1] ?? '';
  }, 180_000);

  afterAll(async () => {
    await program.stop();
    await rm(checkout, { recursive: true, force: true });
  }, 60_000);

  async function until(isThere: () => boolean | Promise<boolean>): Promise<void> {
    for (const deadline = Date.now() + PATIENCE_MS; !(await isThere()); await sleep(100)) {
      if (Date.now() > deadline) throw new Error(`It was not followed:\n${printed}`);
    }
  }

  const file = (name: string): string => path.join(checkout, name);
  const log = (): Promise<string> => readFile(path.join(logs, 'app.log'), 'utf8');
  const isLogged = (text: string) => async () => (await log()).includes(text);

  /** The addresses at which the app said that it listens, one for each start. */
  async function starts(): Promise<readonly string[]> {
    const lines = (await log()).split('\n').filter((each) => each.includes('the app is listening'));
    return lines.map((line) => (JSON.parse(line) as { url: string }).url);
  }

  async function page(): Promise<string> {
    const [address = ''] = (await starts()).slice(-1);
    const answer = await fetch(new URL('/auth/login', address), {
      headers: { 'user-agent': 'Mozilla/5.0 Chrome/156.0.0.0' },
    }).catch(() => null);
    return (await answer?.text()) ?? '';
  }

  const untilAnew = async (before: number): Promise<void> => {
    await until(async () => (await starts()).length > before);
    await until(async () => (await page()) !== '');
  };

  test('shows a page that changed, in the process that runs', async () => {
    const before = (await starts()).length;
    const name = file('app/routes/auth.login/route.tsx');
    const source = await readFile(name, 'utf8');
    await writeFile(name, source.replace('<LoginForm', '<p>A page that changed</p><LoginForm'));
    await until(async () => (await page()).includes('A page that changed'));
    expect(await starts()).toHaveLength(before);
  }, 120_000);

  test.each([
    ['an adapter', 'app/persistence/database/database.ts'],
    ['a job', 'app/jobs/order/sync-orders.ts'],
  ])(
    'runs %s that changed, in a process that starts anew',
    async (what, name) => {
      const before = (await starts()).length;
      await appendFile(
        file(name),
        `\nconsole.log('${what} that changed', process.env['DATABASE_URL']);\n`,
      );
      await until(isLogged(`${what} that changed`));
      await untilAnew(before);
      await until(async () => (await page()) !== '');
    },
    120_000,
  );

  test('waits for what does not compile, and goes on with the next change', async () => {
    const name = file('app/jobs/webhook/prune-inbox.ts');
    const source = await readFile(name, 'utf8');
    await writeFile(name, `${source}\nconst broken = ;\n`);
    await until(() => printed.includes('Waiting for the next change.'));
    await writeFile(name, `${source}\nconsole.log('mended');\n`);
    await until(isLogged('mended'));
  }, 120_000);

  test('builds an extension that changed', async () => {
    const bundle = file('extensions/cancel-order/dist/cancel-order.js');
    expect(await readFile(bundle, 'utf8')).not.toContain('an extension that changed');
    await appendFile(
      file('extensions/cancel-order/src/MenuItem.tsx'),
      `\nconsole.log('an extension that changed');\n`,
    );
    await until(async () =>
      (await readFile(bundle, 'utf8').catch(() => '')).includes('an extension that changed'),
    );
  }, 120_000);

  test('brings the database and its client up to a schema that changed', async () => {
    const before = (await starts()).length;
    const connectionString = /an adapter that changed (\S+)/.exec(await log())?.[1] ?? '';
    const migration = 'prisma/migrations/29990101000000_followed';
    await mkdir(file(migration));
    await writeFile(
      file(`${migration}/migration.sql`),
      'CREATE TABLE followed (id int PRIMARY KEY);',
    );
    await appendFile(file('prisma/schema.prisma'), '\nmodel followed {\n  id Int @id\n}\n');
    const client = new pg.Client({ connectionString });
    await client.connect();
    await until(async () => {
      const { rows } = await client.query(`SELECT to_regclass('followed') IS NOT NULL AS there`);
      return (rows as { there: boolean }[])[0]?.there === true;
    });
    await client.end();
    await untilAnew(before);
    const generated = await readFile(file('node_modules/.prisma/client/schema.prisma'), 'utf8');
    expect(generated).toContain('model followed');
  }, 120_000);
});

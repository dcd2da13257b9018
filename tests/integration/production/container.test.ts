import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { freePort } from '../../../scripts/processes/free-port.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

/* The image, built and started as docs/self-hosting.md says, where a container engine answers. */

const ROOT = path.resolve(import.meta.dirname, '../../..');
const NAME = `unorder-test-${randomUUID()}`;
const BUILD_MS = 900_000;
const BASE = /^FROM (\S+)/m.exec(readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8'))?.[1] ?? '';

const works = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { timeout: 120_000 }).status === 0;

/**
 * One that is installed, whose service answers, and that has the image to begin from or can get it. Containers reach
 * this machine's ports on Linux alone.
 */
const engine =
  process.platform === 'linux'
    ? ['docker', 'podman'].find(
        (it) =>
          works(it, 'info') && (works(it, 'image', 'inspect', BASE) || works(it, 'pull', BASE)),
      )
    : undefined;

async function run(...args: readonly string[]): Promise<string> {
  const child = spawn(engine ?? '', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0)
    throw new Error(`${engine} ${args.join(' ')} ended with ${String(code)}:\n${printed}`);
  return printed;
}

describe.skipIf(engine === undefined)('the image', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    // The registry that this machine gets its packages from.
    const registry = execFileSync('npm', ['config', 'get', 'registry'], {
      encoding: 'utf8',
    }).trim();
    await run(
      ...['build', '--network', 'host', '--build-arg', `NPM_CONFIG_REGISTRY=${registry}`],
      ...['--tag', NAME, '.'],
    );
  }, BUILD_MS);
  afterAll(async () => {
    await database.drop();
    await run('rm', '--force', `${NAME}-web`, `${NAME}-worker`);
    await run('rmi', NAME);
  });

  const start = (part: string, more: Readonly<Record<string, string>>, ...command: string[]) =>
    run(
      ...['run', '--name', `${NAME}-${part}`, '--network', 'host'],
      ...['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'ALL'],
      ...(command[1]?.startsWith('node_modules') ? ['--rm'] : ['--detach']),
      ...Object.entries({
        SHOPIFY_API_KEY: '57a9edc11e97000000000000000000aa',
        SHOPIFY_API_SECRET: 'made-up-secret',
        SHOPIFY_APP_URL: 'https://orders.harbor-and-pine.shop',
        TOKEN_ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 'container').toString('base64')}`,
        DATABASE_URL: database.url,
        HOST: '127.0.0.1',
        ...more,
      }).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      NAME,
      ...command,
    );

  test(
    'sets up its database, and runs web process and worker as nobody, healthy, on a read-only disk',
    async () => {
      const prisma = ['node_modules/prisma/build/index.js', 'migrate', 'deploy'];
      expect(await start('setup', {}, 'node', ...prisma)).toContain('No pending migrations');
      const [port, healthPort] = [await freePort(), await freePort()];
      await start('web', { PORT: String(port) });
      await start('worker', { HEALTH_PORT: String(healthPort) }, 'node', 'app/worker.ts');
      for (const [part, at] of [
        ['web', port],
        ['worker', healthPort],
      ] as const) {
        await expect
          .poll(() => fetch(`http://127.0.0.1:${at}/readyz`).then(({ status }) => status), {
            timeout: 60_000,
          })
          .toBe(200);
        expect(await run('exec', `${NAME}-${part}`, 'node', 'scripts/healthy.ts')).toContain('ok');
        expect((await run('exec', `${NAME}-${part}`, 'id', '-u')).trim()).toBe('1000');
        await run('stop', `${NAME}-${part}`);
        const code = await run('inspect', '--format', '{{.State.ExitCode}}', `${NAME}-${part}`);
        expect(code.trim()).toBe('0');
      }
    },
    BUILD_MS,
  );
});

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { controlClient } from './http/control/control-client.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const FOLDER = fileURLToPath(new URL('./http/fixtures', import.meta.url));
const TOML = path.join(FOLDER, 'shopify.app.toml');
/** A module that exports something else. */
const NO_SEED = path.join(FOLDER, 'test-app.ts');
const ARGUMENTS = [MAIN, '--json', '--seed', 'empty', '--app', TOML];

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

async function firstLine(child: ChildProcess): Promise<Record<string, string>> {
  if (child.stdout === null) throw new Error('The process has no output.');
  for await (const line of createInterface(child.stdout)) {
    return JSON.parse(line) as Record<string, string>;
  }
  throw new Error('The process ended without a word.');
}

const gone = async (origin: string): Promise<boolean> => {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await fetch(`${origin}/control/health`);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
};

describe('the devstore as a process', () => {
  it('says where it is, answers there, and ends on SIGTERM', async () => {
    const child = spawn(process.execPath, [...ARGUMENTS, '--client-secret', 's']);
    started.push(child);
    const origins = await firstLine(child);
    expect(origins).toMatchObject({
      ready: true,
      platform: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      customer: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      storefront: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      tunnel: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      smtp: expect.stringMatching(/^smtp:\/\/127\.0\.0\.1:\d+$/) as string,
    });
    expect(await controlClient(origins['platform'] ?? '').health()).toMatchObject({
      ok: true,
      apps: ['client-1'],
      origins: { storefront: origins['storefront'] },
    });
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
  }, 20_000);

  it('ends when the process that started it is killed', async () => {
    const script = `require('node:child_process').spawn(process.execPath, ${JSON.stringify([
      ...ARGUMENTS,
      '--client-secret',
      's',
    ])}, { stdio: 'inherit' })`;
    const parent = spawn(process.execPath, ['-e', script]);
    started.push(parent);
    const origins = await firstLine(parent);
    parent.kill('SIGKILL');
    expect(await gone(origins['platform'] ?? '')).toBe(true);
  }, 20_000);

  it('tells people what an app needs to believe it, with a made-up secret where there is none', async () => {
    const child = spawn(process.execPath, [MAIN, '--app', FOLDER], {
      env: { ...process.env, SHOPIFY_API_KEY: '', SHOPIFY_API_SECRET: '' },
    });
    started.push(child);
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await expect.poll(() => printed, { timeout: 20_000 }).toContain('Ctrl-C ends it.');
    expect(printed).toMatch(/^A local Shopify with Fixture app in it\./);
    expect(printed).toMatch(/SHOPIFY_API_KEY=client-1\n\s+SHOPIFY_API_SECRET=[0-9a-f]{32}\n/);
    expect(printed).toMatch(/NODE_OPTIONS=\S*--import=file:\S+preload\.ts/);
  }, 30_000);

  it('ends with the app that it started, and hands on how that ended', async () => {
    const { code } = await ended(['--app', TOML, '--', process.execPath, '-e', 'process.exit(7)']);
    expect(code).toBe(7);
  }, 20_000);

  it('says so when the app cannot be started', async () => {
    const { code, errors } = await ended(['--app', TOML, '--', 'no-such-program-here']);
    expect(code).toBe(1);
    expect(errors).toContain('The app could not be started');
  }, 20_000);

  it.each([
    ['no file where it looks', ['--app', 'nowhere'], 1, /There is no app's file at \S+nowhere\./],
    ['an option that does not exist', ['--nonsense'], 2, /--nonsense[^]*devstore --help/],
    ['a seed that does not exist', ['--app', TOML, '--seed', 'no.js'], 2, /no file \S+no\.js/],
    [
      'a module without a seed',
      ['--app', TOML, '--seed', NO_SEED],
      2,
      /exports no function named seed/,
    ],
  ])(
    'is one sentence and no stack for %s',
    async (_what, args, wantedCode, message) => {
      const { code, errors } = await ended(args);
      expect(code).toBe(wantedCode);
      expect(errors).toMatch(message);
      expect(errors).not.toContain('    at ');
    },
    20_000,
  );

  it.each(['--help', '--version'])(
    'answers %s and starts nothing',
    async (option) => {
      const { code, printed } = await ended([option]);
      expect(code).toBe(0);
      expect(printed).toMatch(
        option === '--help' ? /^devstore: a local Shopify/ : /^\d+\.\d+\.\d+\n$/,
      );
    },
    20_000,
  );
});

/** Runs the program to its end. */
async function ended(
  args: readonly string[],
): Promise<{ code: number | null; printed: string; errors: string }> {
  const child = spawn(process.execPath, [MAIN, ...args]);
  started.push(child);
  let printed = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed, errors };
}

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { controlClient } from './http/control/control-client.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const TOML = fileURLToPath(new URL('./http/fixtures/shopify.app.toml', import.meta.url));
const ARGUMENTS = [MAIN, '--seed', 'empty', '--app-toml', TOML, '--client-id', 'client-1'];

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

  it('does not start without the app’s credentials', async () => {
    const child = spawn(process.execPath, ARGUMENTS, {
      env: { ...process.env, SHOPIFY_API_SECRET: '' },
    });
    started.push(child);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).not.toBe(0);
    expect(errors).toContain('--client-secret');
  }, 20_000);
});

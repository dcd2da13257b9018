import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '../listener.ts';
import type { Listener } from '../listener.ts';
import { reroutedFetch } from './rerouted-fetch.ts';

interface Seen {
  line: string;
  host: string | undefined;
  token: string | undefined;
  body: string;
}

const open: Listener[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close()));
});

async function devstore(): Promise<{ origin: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const listener = await listen((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({
        line: `${request.method} ${request.url}`,
        host: request.headers['x-devstore-host'] as string | undefined,
        token: request.headers['x-shopify-access-token'] as string | undefined,
        body,
      });
      response.end('{}');
    });
  });
  open.push(listener);
  return { origin: listener.origin, seen };
}

const API = 'https://pine.myshopify.com/admin/api/2026-10/graphql.json?x=1';

describe('the rerouted fetch', () => {
  it('leads a store’s address to the devstore and says which store was meant', async () => {
    const { origin, seen } = await devstore();
    const rerouted = reroutedFetch(origin, fetch);
    const init = { method: 'POST', body: '{"q":1}', headers: { 'X-Shopify-Access-Token': 't' } };
    await rerouted(API, init);
    await rerouted(new URL(API), init);
    await rerouted(new Request(API, init));
    expect(seen).toEqual(
      Array.from({ length: 3 }, () => ({
        line: 'POST /admin/api/2026-10/graphql.json?x=1',
        host: 'pine.myshopify.com',
        token: 't',
        body: '{"q":1}',
      })),
    );
  });

  it('leaves requests to this machine alone', async () => {
    const { origin, seen } = await devstore();
    await reroutedFetch('http://127.0.0.1:1', fetch)(`${origin}/mine`);
    expect(seen).toMatchObject([{ line: 'GET /mine', host: undefined }]);
  });

  it.each([
    'https://api.example.com/',
    'http://pine.myshopify.com/',
    'https://pine.myshopify.com.example.org/',
    'https://pine.myshopify.com:8443/',
    'https://127.0.0.1.example.org/',
  ])('refuses %s', async (address) => {
    const { origin, seen } = await devstore();
    await expect(reroutedFetch(origin, fetch)(address)).rejects.toThrow(/outside this machine/);
    expect(seen).toEqual([]);
  });
});

describe('the preload', () => {
  const preload = fileURLToPath(new URL('../../preload.ts', import.meta.url));
  const run = (
    environment: Record<string, string>,
  ): Promise<{ code: number | null; out: string }> =>
    new Promise((resolve) => {
      const child = spawn(
        process.execPath,
        ['--import', preload, '-e', `fetch('${API}').then((r) => console.log(r.status))`],
        { env: { ...process.env, DEVSTORE_URL: '', ...environment } },
      );
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.on('close', (code) => resolve({ code, out }));
    });

  it('reroutes a process that knows nothing of it', async () => {
    const { origin, seen } = await devstore();
    expect(await run({ DEVSTORE_URL: origin })).toMatchObject({ code: 0, out: '200\n' });
    expect(seen[0]?.host).toBe('pine.myshopify.com');
  });

  it('refuses to start without the devstore’s address', async () => {
    const { code, out } = await run({});
    expect(code).not.toBe(0);
    expect(out).toContain('DEVSTORE_URL');
  });
});

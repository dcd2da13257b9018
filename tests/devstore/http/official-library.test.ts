import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOfficialSchema } from '../fetched/official-schema.ts';
import { createAdminGraphql } from '../admin-api/execute.ts';
import { openTestSkin } from './fixtures/open-test-skin.ts';
import type { TestSkin } from './fixtures/open-test-skin.ts';
import { SHOP } from './fixtures/test-app.ts';

const PRELOAD = fileURLToPath(new URL('../preload.ts', import.meta.url));
const CLIENT = fileURLToPath(new URL('./fixtures/library-client.ts', import.meta.url));

let test: TestSkin;
beforeEach(async () => {
  test = await openTestSkin(createAdminGraphql(await loadOfficialSchema()));
});
afterEach(() => test.close());

function runClient(sessionToken: string): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', PRELOAD, CLIENT], {
      env: {
        ...process.env,
        DEVSTORE_URL: test.skin.origins.platform,
        SESSION_TOKEN: sessionToken,
      },
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.on('close', (code) => resolve({ code, out }));
  });
}

describe('Shopify’s own library, unchanged, under the preload', () => {
  it('exchanges, refreshes and asks, and takes the devstore for Shopify', async () => {
    const staffUserId = String(test.reader.id);
    const token = test.skin.mintIdToken({ surface: 'admin', shop: SHOP, staffUserId });
    const { code, out } = await runClient(token);
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(JSON.parse(out)).toEqual({
      scope: 'read_orders,write_orders',
      expires: true,
      sameToken: false,
      first: { shop: { name: 'Pine <Test>' } },
      second: { shop: { name: 'Pine <Test>' } },
      person: 'Ravi',
      personScope: 'read_orders',
      asPerson: { shop: { name: 'Pine <Test>' } },
    });
  });

  it('fails as it would at Shopify’s door with a token that was tampered with', async () => {
    const token = test.skin.mintIdToken({ surface: 'admin', shop: SHOP, staffUserId: '7' });
    const [header, payload] = token.split('.');
    const forged = createHmac('sha256', 'x').update(`${header}.${payload}`).digest('base64url');
    const { code } = await runClient(`${header}.${payload}.${forged}`);
    expect(code).not.toBe(0);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';

import type { ShopDomain } from '../../../domain/ids.ts';
import { DAY, HOUR, MINUTE } from '../../../domain/time.ts';
import type { AccessTokens } from '../admin-client.ts';
import {
  createOfflineTokens,
  type OfflineToken,
  type OfflineTokenStore,
} from './offline-tokens.ts';

const SHOP = 'unit-test.myshopify.com' as ShopDomain;
const NOW = Date.UTC(2026, 10, 22, 9);

let stored: OfflineToken | null;
let answer: () => Response;
let now: number;
let reads: number;
let tokens: AccessTokens;
let sent: { readonly url: string; readonly body: unknown }[];

beforeEach(() => {
  now = NOW;
  reads = 0;
  tokens = createOfflineTokens({
    store,
    fetch: async (url, init) => {
      sent.push({ url, body: JSON.parse(init.body) });
      return answer();
    },
    clock: { now: () => now },
    apiKey: 'key',
    apiSecret: 'secret',
  });
  stored = {
    accessToken: 'old',
    expiresAt: NOW + HOUR,
    refreshToken: 'refresh-1',
    refreshTokenExpiresAt: NOW + 90 * DAY,
  };
  sent = [];
  answer = () =>
    Response.json({
      access_token: 'new',
      expires_in: 3600,
      refresh_token: 'refresh-2',
      refresh_token_expires_in: 7_776_000,
      scope: 'read_orders',
    });
});

const store: OfflineTokenStore = {
  async load() {
    reads += 1;
    return stored;
  },
  async renew(_shop, renew) {
    const renewed = await renew(stored);
    if (renewed.ok) stored = renewed.value;
    return renewed;
  },
  async expire(_shop, accessToken, at) {
    if (stored?.accessToken === accessToken) stored = { ...stored, expiresAt: at };
  },
};

test('a token that is good for a while is used as it is', async () => {
  expect(await tokens.get(SHOP)).toEqual({ ok: true, value: 'old' });
  expect(sent).toEqual([]);
});

test.each([4 * MINUTE, 5 * MINUTE, 0, -DAY])(
  'a token with %i ms left is renewed first, and the pair is stored',
  async (left) => {
    stored = { ...(stored as OfflineToken), expiresAt: NOW + left };
    expect(await tokens.get(SHOP)).toEqual({ ok: true, value: 'new' });
    expect(sent).toEqual([
      {
        url: 'https://unit-test.myshopify.com/admin/oauth/access_token',
        body: {
          client_id: 'key',
          client_secret: 'secret',
          grant_type: 'refresh_token',
          refresh_token: 'refresh-1',
        },
      },
    ]);
    expect(stored).toEqual({
      accessToken: 'new',
      expiresAt: NOW + HOUR,
      refreshToken: 'refresh-2',
      refreshTokenExpiresAt: NOW + 90 * DAY,
    });
  },
);

test('what another process renewed meanwhile is used, not renewed again', async () => {
  const renewed = { ...(stored as OfflineToken), accessToken: 'theirs' };
  const stale = { ...renewed, accessToken: 'old', expiresAt: NOW };
  stored = renewed;
  const racing = createOfflineTokens({
    store: { ...store, load: async () => stale },
    fetch: () => Promise.reject(new Error('asked the platform')),
    clock: { now: () => NOW },
    apiKey: 'key',
    apiSecret: 'secret',
  });
  expect(await racing.get(SHOP)).toEqual({ ok: true, value: 'theirs' });
});

test('a token that never expires is never renewed', async () => {
  stored = { ...(stored as OfflineToken), expiresAt: null, refreshToken: null };
  expect(await tokens.get(SHOP)).toEqual({ ok: true, value: 'old' });
});

describe('a token that was read is used again', () => {
  test('without reading it for every call', async () => {
    await tokens.get(SHOP);
    now += MINUTE - 1;
    expect(await tokens.get(SHOP)).toEqual({ ok: true, value: 'old' });
    expect(reads).toBe(1);
  });

  test('for a minute: what another process stored is known then', async () => {
    await tokens.get(SHOP);
    stored = { ...(stored as OfflineToken), accessToken: 'with new scopes' };
    now += MINUTE;
    expect(await tokens.get(SHOP)).toEqual({ ok: true, value: 'with new scopes' });
  });

  test('not once it has to be renewed', async () => {
    stored = { ...(stored as OfflineToken), expiresAt: NOW + 5 * MINUTE + 1 };
    expect(await tokens.get(SHOP)).toEqual({ ok: true, value: 'old' });
    now += 1;
    expect(await tokens.get(SHOP)).toEqual({ ok: true, value: 'new' });
  });

  test('not once the platform has rejected it', async () => {
    await tokens.get(SHOP);
    stored = { ...(stored as OfflineToken), accessToken: 'of another process' };
    await tokens.rejected(SHOP, 'old');
    expect(await tokens.get(SHOP)).toEqual({ ok: true, value: 'of another process' });
  });

  test('one that was renewed, too', async () => {
    stored = { ...(stored as OfflineToken), expiresAt: NOW };
    await tokens.get(SHOP);
    reads = 0;
    expect(await tokens.get(SHOP)).toEqual({ ok: true, value: 'new' });
    expect(reads).toBe(0);
  });

  test('and never another shop’s', async () => {
    await tokens.get(SHOP);
    stored = { ...(stored as OfflineToken), accessToken: 'theirs' };
    expect(await tokens.get('unit-other.myshopify.com' as ShopDomain)).toEqual({
      ok: true,
      value: 'theirs',
    });
  });
});

test('a rejected token is renewed before the next call', async () => {
  await tokens.rejected(SHOP, 'old');
  expect(await tokens.get(SHOP)).toEqual({ ok: true, value: 'new' });
});

test('a shop that never opened the app gives no token and asks nobody', async () => {
  stored = null;
  expect(await tokens.get(SHOP)).toMatchObject({
    error: { kind: 'unauthorized', code: 'NO_TOKEN', mayHaveApplied: false },
  });
  expect(sent).toEqual([]);
});

describe('a renewal that fails leaves the stored pair as it is', () => {
  beforeEach(() => {
    stored = { ...(stored as OfflineToken), expiresAt: NOW };
  });

  test.each([
    [400, 'unauthorized'],
    [401, 'unauthorized'],
    [429, 'throttled'],
    [503, 'unavailable'],
  ])('HTTP %i is %s', async (status, kind) => {
    const before = stored;
    answer = () => Response.json({ error: 'invalid_request' }, { status });
    expect(await tokens.get(SHOP)).toMatchObject({ error: { kind, mayHaveApplied: false } });
    expect(stored).toEqual(before);
  });

  test('an answer without tokens is malformed', async () => {
    const before = stored;
    answer = () => Response.json({ access_token: '' });
    expect(await tokens.get(SHOP)).toMatchObject({ error: { kind: 'malformed' } });
    expect(stored).toEqual(before);
  });

  test('a broken connection is worth another try later', async () => {
    answer = () => {
      throw new TypeError('fetch failed');
    };
    expect(await tokens.get(SHOP)).toMatchObject({ error: { kind: 'unavailable' } });
  });
});

import { createHmac } from 'node:crypto';

import { SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';

import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import { MINUTE, SECOND } from '../../domain/time.ts';
import { readGuestToken, writeGuestToken } from './guest-token.ts';

const SHOP = 'kettles.myshopify.com' as ShopDomain;
const ORDER = 'gid://shopify/Order/1042' as OrderId;
const SECRET = 'a-client-secret';
const NOW = Date.UTC(2026, 10, 22, 9);
const CLAIM = { shop: SHOP, orderId: ORDER, purpose: 'cancel' } as const;

let token: string;
beforeAll(async () => {
  token = await writeGuestToken(CLAIM, NOW + MINUTE, SECRET);
});

const read = (text: string, changes: { shop?: ShopDomain; secret?: string; now?: number } = {}) =>
  readGuestToken(
    text,
    { shop: changes.shop ?? SHOP, purpose: 'cancel' },
    changes.secret ?? SECRET,
    changes.now ?? NOW,
  );

const ownKey = createHmac('sha256', SECRET).update('unorder guest token').digest();
const CLAIMS = {
  iss: 'unorder',
  aud: SHOP,
  sub: ORDER,
  exp: (NOW + MINUTE) / SECOND,
  purpose: 'cancel',
};

/** A token with the app's own key, whatever it says. */
const signed = (
  claims: Record<string, unknown> = {},
  header: { alg?: string; typ?: string } = {},
  key: Uint8Array = ownKey,
): Promise<string> =>
  new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'unorder-guest+jwt', ...header })
    .sign(key);

/** A token with other contents and the signature of the true one. */
function rewritten(change: Record<string, unknown>): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const contents = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const text = JSON.stringify({ ...contents, ...change });
  return [header, Buffer.from(text).toString('base64url'), signature].join('.');
}

/** A token as the release before wrote it. */
function ofReleaseBefore(): string {
  const text = JSON.stringify({ ...CLAIM, expiresAt: NOW + MINUTE });
  const payload = Buffer.from(text).toString('base64url');
  return `${payload}.${createHmac('sha256', ownKey).update(payload).digest('base64url')}`;
}

describe('case 47: a guest’s token', () => {
  it('opens its order', async () => {
    expect(await read(token)).toBe(ORDER);
    expect(await read(await signed())).toBe(ORDER);
  });

  it('opens nothing in another shop', async () => {
    expect(await read(token, { shop: 'rivals.myshopify.com' as ShopDomain })).toBeNull();
  });

  it('opens nothing once its time is over', async () => {
    expect(await read(token, { now: NOW + MINUTE - 1 })).toBe(ORDER);
    expect(await read(token, { now: NOW + MINUTE })).toBeNull();
  });

  it('opens nothing for another purpose, although this app wrote it', async () => {
    const claim = { ...CLAIM, purpose: 'look' as 'cancel' };
    expect(await read(await writeGuestToken(claim, NOW + MINUTE, SECRET))).toBeNull();
  });

  it.each<[string, () => string | Promise<string>]>([
    ['made for another order', () => rewritten({ sub: 'gid://shopify/Order/1043' })],
    ['made to last', () => rewritten({ exp: NOW })],
    ['without a signature', () => token.slice(0, token.lastIndexOf('.'))],
    ['with an empty signature', () => token.slice(0, token.lastIndexOf('.') + 1)],
    ['that needs no signature', () => new UnsecuredJWT(CLAIMS).encode()],
    ['with something behind it', () => `${token}.x`],
    ['that is empty', () => ''],
    ['that is a word', () => 'open-sesame'],
    ['of another issuer', () => signed({ iss: 'somebody' })],
    ['without an end', () => signed({ exp: undefined })],
    ['without an order', () => signed({ sub: undefined })],
    ['for something that is no order', () => signed({ sub: 'gid://shopify/Customer/7' })],
    ['of another type', () => signed({}, { typ: 'JWT' })],
    ['of another algorithm', () => signed({}, { alg: 'HS512' }, Buffer.alloc(64, ownKey))],
  ])('opens nothing when it is one %s', async (_what, forged) => {
    expect(await read(await forged())).toBeNull();
  });

  it('opens nothing any more when the release before wrote it, and breaks nothing', async () => {
    expect(await read(ofReleaseBefore())).toBeNull();
  });

  it('opens nothing under another app’s secret', async () => {
    expect(await read(token, { secret: 'another-secret' })).toBeNull();
  });

  it('has a key of its own: what the app’s secret signs elsewhere is no token', async () => {
    const forged = await signed({}, {}, new TextEncoder().encode(SECRET.padEnd(32, '.')));
    expect(await read(forged)).toBeNull();
    const bare = token.slice(0, token.lastIndexOf('.'));
    const signature = createHmac('sha256', SECRET).update(bare).digest('base64url');
    expect(await read(`${bare}.${signature}`)).toBeNull();
  });
});

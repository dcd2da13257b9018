import { createHmac } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import { MINUTE } from '../../domain/time.ts';
import { readGuestToken, writeGuestToken } from './guest-token.ts';

const SHOP = 'kettles.myshopify.com' as ShopDomain;
const ORDER = 'gid://shopify/Order/1042' as OrderId;
const SECRET = 'a-client-secret';
const NOW = Date.UTC(2026, 10, 22, 9);

const token = writeGuestToken(
  { shop: SHOP, orderId: ORDER, purpose: 'cancel' },
  NOW + MINUTE,
  SECRET,
);
const read = (text: string, changes: { shop?: ShopDomain; secret?: string; now?: number } = {}) =>
  readGuestToken(
    text,
    { shop: changes.shop ?? SHOP, purpose: 'cancel' },
    changes.secret ?? SECRET,
    changes.now ?? NOW,
  );

/** A token with other contents and the signature of the true one. */
function rewritten(change: Record<string, unknown>): string {
  const [payload = '', signature = ''] = token.split('.');
  const contents = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const text = JSON.stringify({ ...contents, ...change });
  return `${Buffer.from(text).toString('base64url')}.${signature}`;
}

describe('case 47: a guest’s token', () => {
  it('opens its order', () => {
    expect(read(token)).toBe(ORDER);
  });

  it('opens nothing in another shop', () => {
    expect(read(token, { shop: 'rivals.myshopify.com' as ShopDomain })).toBeNull();
  });

  it('opens nothing once its time is over', () => {
    expect(read(token, { now: NOW + MINUTE - 1 })).toBe(ORDER);
    expect(read(token, { now: NOW + MINUTE })).toBeNull();
  });

  it('opens nothing for another purpose, although this app wrote it', () => {
    const claim = { shop: SHOP, orderId: ORDER, purpose: 'look' as 'cancel' };
    expect(read(writeGuestToken(claim, NOW + MINUTE, SECRET))).toBeNull();
  });

  it.each([
    ['made for another order', rewritten({ orderId: 'gid://shopify/Order/1043' })],
    ['made to last', rewritten({ expiresAt: NOW + 1e9 })],
    ['without a signature', token.split('.')[0] ?? ''],
    ['with an empty signature', `${token.split('.')[0] ?? ''}.`],
    ['with something behind it', `${token}.x`],
    ['that is empty', ''],
    ['that is a word', 'open-sesame'],
  ])('opens nothing when it is one %s', (_what, forged) => {
    expect(read(forged)).toBeNull();
  });

  it('opens nothing under another app’s secret', () => {
    expect(read(token, { secret: 'another-secret' })).toBeNull();
  });

  it('has a key of its own: what the app’s secret signs elsewhere is no token', () => {
    const [payload = ''] = token.split('.');
    const signature = createHmac('sha256', SECRET).update(payload).digest('base64url');
    expect(read(`${payload}.${signature}`)).toBeNull();
  });
});

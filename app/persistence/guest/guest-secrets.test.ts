import { expect, it } from 'vitest';

import { codeDigest, contactDigest } from '../../application/guest/digests.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { createGuestSecrets } from './guest-secrets.ts';

const SHOP = 'kettles.myshopify.com' as ShopDomain;
const OTHER_SHOP = 'rivals.myshopify.com' as ShopDomain;
const secrets = createGuestSecrets('a-client-secret');

it('case 47: codes have six digits each and differ', () => {
  const codes = Array.from({ length: 1_000 }, () => secrets.newCode());
  for (const code of codes) expect(code).toMatch(/^\d{6}$/);
  expect(new Set(codes).size).toBeGreaterThan(990);
  expect(codes.some((code) => code.startsWith('0'))).toBe(true);
});

it('case 47: what is kept of a text fits that text, in that shop, for that use and secret only', () => {
  const others = [
    contactDigest(secrets, SHOP, '123457'),
    contactDigest(secrets, OTHER_SHOP, '123456'),
    contactDigest(createGuestSecrets('another-secret'), SHOP, '123456'),
    codeDigest(secrets, SHOP, 'challenge-1', '123456'),
    codeDigest(secrets, SHOP, 'challenge-2', '123456'),
  ];
  const digest = contactDigest(secrets, SHOP, '123456');
  expect(contactDigest(secrets, SHOP, '123456')).toBe(digest);
  expect(new Set([digest, ...others]).size).toBe(6);
  expect([digest, ...others].join()).not.toContain('123456');
});

import { expect, it } from 'vitest';

import type { ShopDomain } from '../../domain/ids.ts';
import { MINUTE } from '../../domain/time.ts';
import { writeGuestToken } from '../storefront/guest-token.ts';
import { readExportToken, writeExportToken } from './export-token.ts';

const T = Date.UTC(2026, 10, 22, 9);
const claim = {
  shop: 'kettles.myshopify.com' as ShopDomain,
  exportId: '00000000-0000-4000-8000-000000000001',
};

it('opens one file for two minutes, and only what this app wrote', async () => {
  const token = await writeExportToken(claim, T, 'secret');
  expect(await readExportToken(token, 'secret', T + MINUTE)).toEqual(claim);
  expect(await readExportToken(token, 'secret', T + 3 * MINUTE)).toBeNull();
  expect(await readExportToken(token, 'another', T)).toBeNull();
  expect(await readExportToken(`${token}x`, 'secret', T)).toBeNull();
  expect(await readExportToken('nonsense', 'secret', T)).toBeNull();
});

it('is no other token of the app', async () => {
  const guest = await writeGuestToken(
    { shop: claim.shop, orderId: 'gid://shopify/Order/1' as never, purpose: 'cancel' },
    T + MINUTE,
    'secret',
  );
  expect(await readExportToken(guest, 'secret', T)).toBeNull();
});

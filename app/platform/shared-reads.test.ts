import { expect, test } from 'vitest';
import { order } from '../../tests/support/order-facts.ts';
import type { Platform } from '../application/ports.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { DEFAULT_POLICY } from '../domain/policy/default-policy.ts';
import { ok } from '../domain/result.ts';
import { sharedReads } from './shared-reads.ts';

const SHOP = 'kettles.myshopify.com' as ShopDomain;
const facts = order();

test('a read is one for all who ask for the same order at once, and a new one afterwards', async () => {
  let asked = 0;
  const readOrder: Platform['readOrder'] = async () => {
    asked += 1;
    return ok(facts);
  };
  const platform = sharedReads({ readOrder } as unknown as Platform);
  const read = () => platform.readOrder(SHOP, facts.id);
  await Promise.all([read(), read(), read()]);
  expect(asked).toBe(1);
  await read();
  expect(asked).toBe(2);
  await Promise.all([read(), platform.readOrder(SHOP, facts.id, DEFAULT_POLICY)]);
  expect(asked).toBe(4);
});

import { expect, test } from 'vitest';

import type { ShopDomain } from '../../domain/ids.ts';
import { ok } from '../../domain/result.ts';
import type { AdminClient } from '../client/admin-client.ts';
import { collectionsOf } from './product-collections.ts';

test('case 68: the collections of more products than a list may name are asked for in parts, each once', async () => {
  const asked: string[][] = [];
  const send = async (
    _shop: ShopDomain,
    _document: unknown,
    { productIds }: { productIds: string[] },
  ) => {
    asked.push(productIds);
    const collections = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    return ok({ nodes: productIds.map((id) => ({ id, collections })) });
  };
  const collections = collectionsOf(
    { send } as unknown as AdminClient,
    'unit-test.myshopify.com' as ShopDomain,
  );
  const products = Array.from({ length: 501 }, (_, index) => `gid://shopify/Product/${index}`);
  const read = await collections([...products, ...products]);
  expect(asked.map(({ length }) => length)).toEqual([250, 250, 1]);
  expect(read.ok && [...read.value.keys()]).toEqual(products);
});

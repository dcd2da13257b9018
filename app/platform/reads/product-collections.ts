import type { PlatformResult } from '../../application/shared/platform.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { ok } from '../../domain/result.ts';
import type { AdminClient } from '../client/admin-client.ts';
import type { CollectionIdsFragment, OrderFieldsFragment } from '../admin-api.generated.ts';
import { required } from '../client/answer.ts';
import { readToEnd } from '../client/connection.ts';
import { READ_COLLECTIONS } from '../documents/shop/read-collections.ts';
import { READ_MORE_COLLECTIONS } from '../documents/next-pages/read-more-collections.ts';
import { inParts } from '../client/list-limit.ts';
import { reading } from '../client/platform-error.ts';

/** The collections of products, by the product's id; a product that was deleted is missing. */
export type Collections = (
  productIds: readonly string[],
) => Promise<PlatformResult<ReadonlyMap<string, CollectionIdsFragment['nodes']>>>;

/** For whoever asks for no collections. */
export const noCollections: Collections = () => Promise.resolve(ok(new Map()));

/** Which collections products are in now, each to its last one. */
export function collectionsOf(client: AdminClient, shop: ShopDomain): Collections {
  return async (productIds) => {
    const collections = new Map<string, CollectionIdsFragment['nodes']>();
    for (const part of inParts([...new Set(productIds)])) {
      const answer = await client.send(shop, READ_COLLECTIONS, { productIds: part });
      if (!answer.ok) return answer;
      const nodes = reading(false, () => answer.value.nodes);
      if (!nodes.ok) return nodes;
      for (const product of nodes.value) {
        if (!product || !('collections' in product)) continue;
        const all = await readToEnd(product.collections, async (after) => {
          const asked = { productId: product.id, after };
          const page = await client.send(shop, READ_MORE_COLLECTIONS, asked);
          return page.ok
            ? reading(false, () => required(page.value.product, 'Product').collections)
            : page;
        });
        if (!all.ok) return all;
        collections.set(product.id, all.value);
      }
    }
    return ok(collections);
  };
}

/** The products of an order's first page of lines. */
export const productsOfOrder = ({ lineItems }: OrderFieldsFragment): readonly string[] =>
  lineItems.nodes.flatMap(({ product }) => product?.id ?? []);

/**
 * Asked for what several orders need, once for all of them; what nobody foresaw is asked for by itself.
 *
 * @param productIds of all of them
 */
export function askedOnce(collections: Collections, productIds: readonly string[]): Collections {
  const foreseen = new Set(productIds);
  let ofAll: ReturnType<Collections> | null = null;
  return (ids) => {
    if (ids.some((id) => !foreseen.has(id))) return collections(ids);
    ofAll ??= collections([...foreseen]);
    return ofAll;
  };
}

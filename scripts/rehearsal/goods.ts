import { z } from 'zod';

import type { ShopClient } from './shop-client.ts';

const QUERY = `query RehearseGoods {
  shop { currencyCode }
  products(first: 50) {
    nodes {
      isGiftCard
      variants(first: 5) {
        nodes {
          id
          inventoryItem {
            id
            tracked
            requiresShipping
            inventoryLevels(first: 5) {
              nodes {
                location { id }
                quantities(names: ["available"]) { quantity }
              }
            }
          }
        }
      }
    }
  }
}`;

const answer = z.object({
  shop: z.object({ currencyCode: z.string() }),
  products: z.object({
    nodes: z.array(
      z.object({
        isGiftCard: z.boolean(),
        variants: z.object({
          nodes: z.array(
            z.object({
              id: z.string(),
              inventoryItem: z.object({
                id: z.string(),
                tracked: z.boolean(),
                requiresShipping: z.boolean(),
                inventoryLevels: z.object({
                  nodes: z.array(
                    z.object({
                      location: z.object({ id: z.string() }),
                      quantities: z.array(z.object({ quantity: z.number() })),
                    }),
                  ),
                }),
              }),
            }),
          ),
        }),
      }),
    ),
  }),
});

/** A shop in which nothing can be ordered that a rehearsal could look at. */
export class NoGoods extends Error {
  override readonly name = 'NoGoods';
}

/** What is ordered: the first variant of which two units are in stock somewhere. */
export async function findGoods(app: ShopClient): Promise<Record<string, string>> {
  const { data, errors } = await app.send(QUERY, {});
  const read = answer.safeParse(data);
  if (!read.success) throw new NoGoods(`Products cannot be read: ${errors[0]?.message ?? ''}`);
  for (const product of read.data.products.nodes.filter(({ isGiftCard }) => !isGiftCard)) {
    for (const { id, inventoryItem } of product.variants.nodes) {
      const level = inventoryItem.inventoryLevels.nodes.find(
        ({ quantities }) => (quantities[0]?.quantity ?? 0) >= 2,
      );
      if (inventoryItem.tracked && inventoryItem.requiresShipping && level) {
        return {
          variant: id,
          item: inventoryItem.id,
          location: level.location.id,
          currency: read.data.shop.currencyCode,
        };
      }
    }
  }
  throw new NoGoods(
    'None of the first 50 products is shipped, tracked and in stock with two units. Add one, and run again.',
  );
}

import type { PlatformResult } from '../../application/shared/platform.ts';
import type { StockChange } from '../../domain/refund/goods/restock.ts';
import { ok } from '../../domain/result.ts';
import type { AdjustStockMutation, AdjustStockMutationVariables } from '../admin-api.generated.ts';
import { required } from '../client/answer.ts';
import { document } from '../client/document.ts';
import { inParts } from '../client/list-limit.ts';
import { outcomeOf } from '../answers/effect-outcome.ts';
import type { Occasion, Perform } from './performer.ts';

/**
 * The key is required from 2026-04 on; the same key moves nothing a second time.
 * Source: https://shopify.dev/docs/api/usage/idempotent-requests
 */
const ADJUST_STOCK = document<AdjustStockMutation, AdjustStockMutationVariables>(`#graphql
  mutation AdjustStock($input: InventoryAdjustQuantitiesInput!, $key: String!) {
    inventoryAdjustQuantities(input: $input) @idempotent(key: $key) {
      userErrors {
        code
        message
      }
    }
  }
`);

/** Long corrections go in parts, each under a key of its own: repeated, the parts that were made stay as they are. */
export const correctStock: Perform<'correct_stock'> = async ({ changes }, occasion) => {
  const { key } = occasion;
  for (const [index, part] of inParts(changes).entries()) {
    const partKey = index === 0 ? key : `${key}-${index + 1}`;
    const made = await adjustStock({ ...occasion, key: partKey }, part);
    if (!made.ok) return made;
  }
  return ok({ kind: 'correct_stock' });
};

async function adjustStock(
  { client, shop, orderId, key }: Occasion,
  changes: readonly StockChange[],
): Promise<PlatformResult<null>> {
  const answer = await client.mutate(shop, ADJUST_STOCK, {
    key,
    input: {
      name: 'available',
      reason: 'correction',
      referenceDocumentUri: orderId,
      changes: changes.map(({ inventoryItemId, locationId, delta }) => ({
        inventoryItemId,
        locationId,
        delta,
        // Whatever is there: units come and go, nobody's count is replaced.
        changeFromQuantity: null,
      })),
    },
  });
  return outcomeOf(answer, ({ inventoryAdjustQuantities: payload }) => ({
    userErrors: required(payload, 'inventoryAdjustQuantities').userErrors,
    proof: null,
    outcome: () => null,
  }));
}

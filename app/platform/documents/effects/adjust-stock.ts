import type {
  AdjustStockMutation,
  AdjustStockMutationVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/**
 * The key is required from 2026-04 on; the same key moves nothing a second time.
 * Source: https://shopify.dev/docs/api/usage/idempotent-requests
 */
export const ADJUST_STOCK = document<AdjustStockMutation, AdjustStockMutationVariables>(`#graphql
  mutation AdjustStock($input: InventoryAdjustQuantitiesInput!, $key: String!) {
    inventoryAdjustQuantities(input: $input) @idempotent(key: $key) {
      userErrors {
        code
        message
      }
    }
  }
`);

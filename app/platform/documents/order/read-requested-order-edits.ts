import type {
  ReadRequestedOrderEditsQuery,
  ReadRequestedOrderEditsQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/** The newest of what was asked for by Shopify's own button; a document of its own, as the API may lack it. */
export const READ_REQUESTED_ORDER_EDITS = document<
  ReadRequestedOrderEditsQuery,
  ReadRequestedOrderEditsQueryVariables
>(
  `#graphql
  query ReadRequestedOrderEdits($id: ID!) {
    order(id: $id) {
      requestedOrderEdits(first: 2, reverse: true) {
        nodes {
          status
          requestedAt
          lineItems {
            removals(first: 7) {
              nodes {
                quantity
                lineItem {
                  title
                }
              }
            }
          }
        }
      }
    }
  }
`,
);

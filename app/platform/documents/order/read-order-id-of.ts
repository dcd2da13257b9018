import type { ReadOrderIdOfQuery, ReadOrderIdOfQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const READ_ORDER_ID_OF = document<ReadOrderIdOfQuery, ReadOrderIdOfQueryVariables>(`#graphql
  query ReadOrderIdOf($fulfillmentOrderId: ID!) {
    fulfillmentOrder(id: $fulfillmentOrderId) {
      orderId
    }
  }
`);

import type {
  HoldFulfillmentOrderMutation,
  HoldFulfillmentOrderMutationVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const HOLD_FULFILLMENT_ORDER = document<
  HoldFulfillmentOrderMutation,
  HoldFulfillmentOrderMutationVariables
>(`#graphql
  mutation HoldFulfillmentOrder($id: ID!, $hold: FulfillmentOrderHoldInput!) {
    fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
      fulfillmentHold {
        id
      }
      userErrors {
        code
        message
      }
    }
  }
`);

import type {
  ReleaseHoldMutation,
  ReleaseHoldMutationVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/** `holdIds` is not optional here: without it Shopify releases every hold, other apps' too. */
export const RELEASE_HOLD = document<ReleaseHoldMutation, ReleaseHoldMutationVariables>(`#graphql
  mutation ReleaseHold($id: ID!, $holdIds: [ID!]!) {
    fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) {
      userErrors {
        code
        message
      }
    }
  }
`);

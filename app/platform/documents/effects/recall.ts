import type {
  RequestFulfillmentStopMutation,
  RequestFulfillmentStopMutationVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const REQUEST_FULFILLMENT_STOP = document<
  RequestFulfillmentStopMutation,
  RequestFulfillmentStopMutationVariables
>(`#graphql
  mutation RequestFulfillmentStop($id: ID!, $message: String!) {
    fulfillmentOrderSubmitCancellationRequest(id: $id, message: $message) {
      userErrors {
        message
      }
    }
  }
`);

import type {
  RequestFulfillmentStopMutation,
  RequestFulfillmentStopMutationVariables,
} from '../admin-api.generated.ts';
import { required } from '../client/answer.ts';
import { document } from '../client/document.ts';
import { outcomeOf } from '../answers/effect-outcome.ts';
import type { Perform } from './performer.ts';

const REQUEST_FULFILLMENT_STOP = document<
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

const MESSAGE = 'The order is being cancelled. Please stop fulfillment.';

export const recall: Perform<'recall'> = async ({ fulfillmentOrderId }, { client, shop }) => {
  const answer = await client.mutate(shop, REQUEST_FULFILLMENT_STOP, {
    id: fulfillmentOrderId,
    message: MESSAGE,
  });
  return outcomeOf(answer, ({ fulfillmentOrderSubmitCancellationRequest: payload }) => ({
    userErrors: required(payload, 'fulfillmentOrderSubmitCancellationRequest').userErrors,
    proof: null,
    outcome: () => ({ kind: 'recall' }),
  }));
};

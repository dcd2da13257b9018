import type { ReleaseHoldMutation, ReleaseHoldMutationVariables } from '../admin-api.generated.ts';
import { required } from '../client/answer.ts';
import { document } from '../client/document.ts';
import { outcomeOf } from '../answers/effect-outcome.ts';
import type { Perform } from './performer.ts';

/** `holdIds` is not optional here: without it Shopify releases every hold, other apps' too. */
const RELEASE_HOLD = document<ReleaseHoldMutation, ReleaseHoldMutationVariables>(`#graphql
  mutation ReleaseHold($id: ID!, $holdIds: [ID!]!) {
    fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const release: Perform<'release'> = async (
  { fulfillmentOrderId, holdId },
  { client, shop },
) => {
  const answer = await client.mutate(shop, RELEASE_HOLD, {
    id: fulfillmentOrderId,
    holdIds: [holdId],
  });
  return outcomeOf(answer, ({ fulfillmentOrderReleaseHold: payload }) => ({
    userErrors: required(payload, 'fulfillmentOrderReleaseHold').userErrors,
    proof: null,
    outcome: () => ({ kind: 'release' }),
  }));
};

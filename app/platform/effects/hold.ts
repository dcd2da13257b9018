import type { FulfillmentHoldId } from '../../domain/ids.ts';
import type {
  HoldFulfillmentOrderMutation,
  HoldFulfillmentOrderMutationVariables,
} from '../admin-api.generated.ts';
import { required } from '../client/answer.ts';
import { document } from '../client/document.ts';
import { outcomeOf } from '../answers/effect-outcome.ts';
import type { Perform } from './performer.ts';

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

const NOTE = 'Held by Unorder while a cancellation of this order is decided.';

export const hold: Perform<'hold'> = async ({ fulfillmentOrderId }, { client, shop, key }) => {
  const answer = await client.mutate(shop, HOLD_FULFILLMENT_ORDER, {
    id: fulfillmentOrderId,
    hold: { reason: 'OTHER', reasonNotes: NOTE, handle: key, notifyMerchant: false },
  });
  return outcomeOf(answer, ({ fulfillmentOrderHold: payload }) => {
    const { userErrors, fulfillmentHold } = required(payload, 'fulfillmentOrderHold');
    return {
      userErrors,
      proof: fulfillmentHold,
      outcome: () => ({
        kind: 'hold',
        holdId: required(fulfillmentHold, 'The hold').id as FulfillmentHoldId,
      }),
    };
  });
};

import type {
  DeactivateGiftCardMutation,
  DeactivateGiftCardMutationVariables,
} from '../admin-api.generated.ts';
import { required } from '../client/answer.ts';
import { document } from '../client/document.ts';
import { outcomeOf } from '../answers/effect-outcome.ts';
import type { Perform } from './performer.ts';

const DEACTIVATE_GIFT_CARD = document<
  DeactivateGiftCardMutation,
  DeactivateGiftCardMutationVariables
>(`#graphql
  mutation DeactivateGiftCard($id: ID!) {
    giftCardDeactivate(id: $id) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const deactivateGiftCard: Perform<'deactivate_gift_card'> = async (
  { giftCardId },
  { client, shop },
) => {
  const answer = await client.mutate(shop, DEACTIVATE_GIFT_CARD, { id: giftCardId });
  return outcomeOf(answer, ({ giftCardDeactivate: payload }) => ({
    userErrors: required(payload, 'giftCardDeactivate').userErrors,
    proof: null,
    outcome: () => ({ kind: 'deactivate_gift_card' }),
  }));
};

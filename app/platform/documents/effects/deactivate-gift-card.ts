import type {
  DeactivateGiftCardMutation,
  DeactivateGiftCardMutationVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const DEACTIVATE_GIFT_CARD = document<
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

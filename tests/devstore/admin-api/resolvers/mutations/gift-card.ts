import type { Context } from '../../context.ts';
import { deactivateGiftCard } from '../../../world/money/gift-cards.ts';
import { readId } from '../../inputs/ids.ts';

function giftCardDeactivate(_root: null, args: { readonly id: string }, context: Context): object {
  const card = context.shop.giftCards.get(readId('GiftCard', args.id));
  if (card === undefined) {
    return {
      giftCard: null,
      userErrors: [
        {
          code: 'GIFT_CARD_NOT_FOUND',
          field: ['id'],
          message: 'The gift card could not be found.',
        },
      ],
    };
  }
  deactivateGiftCard(context.kernel, card);
  return { giftCard: card, userErrors: [] };
}

export const giftCardMutations = { giftCardDeactivate };

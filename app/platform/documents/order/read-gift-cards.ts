import type { ReadGiftCardsQuery, ReadGiftCardsQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/**
 * No filter finds the cards of one order; the oldest ones come first.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/queries/giftCards
 */
export const READ_GIFT_CARDS = document<ReadGiftCardsQuery, ReadGiftCardsQueryVariables>(`#graphql
  query ReadGiftCards($filter: String!, $after: String) {
    giftCards(first: 100, after: $after, query: $filter, sortKey: CREATED_AT) {
      nodes {
        id
        enabled
        initialValue {
          amount
          currencyCode
        }
        balance {
          amount
          currencyCode
        }
        lineItem {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

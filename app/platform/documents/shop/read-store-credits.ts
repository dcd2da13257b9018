import type {
  ReadStoreCreditsQuery,
  ReadStoreCreditsQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/** Newest first: what the order's customer was credited lately. */
export const READ_STORE_CREDITS = document<
  ReadStoreCreditsQuery,
  ReadStoreCreditsQueryVariables
>(`#graphql
  query ReadStoreCredits($orderId: ID!) {
    order(id: $orderId) {
      customer {
        id
        storeCreditAccounts(first: 20) {
          nodes {
            balance {
              currencyCode
            }
            transactions(first: 50, reverse: true) {
              nodes {
                __typename
                amount {
                  amount
                  currencyCode
                }
                createdAt
                event
              }
            }
          }
        }
      }
    }
  }
`);

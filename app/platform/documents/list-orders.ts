import type { ListOrdersQuery, ListOrdersQueryVariables } from '../admin-api.generated.ts';
import { document } from '../document.ts';

export const LIST_ORDERS = document<ListOrdersQuery, ListOrdersQueryVariables>(`#graphql
  query ListOrders($filter: String, $after: String) {
    orders(first: 100, after: $after, query: $filter, sortKey: UPDATED_AT) {
      nodes {
        id
        name
        email
        createdAt
        updatedAt
        cancelledAt
        displayFinancialStatus
        displayFulfillmentStatus
        totalPriceSet {
          presentmentMoney {
            amount
            currencyCode
          }
        }
        customer {
          id
          displayName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

import type {
  FindOrdersByNameQuery,
  FindOrdersByNameQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const FIND_ORDERS_BY_NAME = document<FindOrdersByNameQuery, FindOrdersByNameQueryVariables>(
  `#graphql
  query FindOrdersByName($filter: String!, $after: String) {
    orders(first: 50, after: $after, query: $filter, sortKey: CREATED_AT, reverse: true) {
      nodes {
        id
        name
        email
        phone
        shippingAddress {
          phone
        }
        billingAddress {
          phone
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`,
  { mayLack: 'protected_fields' },
);

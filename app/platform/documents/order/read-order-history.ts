import type {
  ReadOrderHistoryQuery,
  ReadOrderHistoryQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { ORDER_FIELDS } from '../fields/order-fields.ts';

export const READ_ORDER_HISTORY = document<ReadOrderHistoryQuery, ReadOrderHistoryQueryVariables>(
  `#graphql
  query ReadOrderHistory($first: Int!, $filter: String!, $after: String) {
    shop {
      ianaTimezone
    }
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
    ordersCount(query: $filter, limit: null) {
      count
      precision
    }
    orders(first: $first, after: $after, query: $filter, sortKey: PROCESSED_AT, reverse: true) {
      nodes {
        ...OrderFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${ORDER_FIELDS}
`,
  { mayLack: 'protected_fields' },
);

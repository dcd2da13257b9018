import type { ListOrdersQuery, ListOrdersQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { SNAPSHOT_FIELDS, SNAPSHOT_PLACES } from '../fields/snapshot-fields.ts';

export const LIST_ORDERS = document<ListOrdersQuery, ListOrdersQueryVariables>(
  `#graphql
  query ListOrders($filter: String, $after: String) {
    orders(first: 100, after: $after, query: $filter, sortKey: UPDATED_AT) {
      nodes {
        ...SnapshotFields
        ...SnapshotPlaces
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${SNAPSHOT_FIELDS}
  ${SNAPSHOT_PLACES}
`,
  { mayLack: 'protected_fields' },
);

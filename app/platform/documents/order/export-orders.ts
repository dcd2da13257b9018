import type {
  ExportOrdersQuery,
  ReadOrderExportQuery,
  ReadOrderExportQueryVariables,
  StartOrderExportMutation,
  StartOrderExportMutationVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { SNAPSHOT_FIELDS } from '../fields/snapshot-fields.ts';

/** Where the filter stands in `EXPORT_ORDERS`: a bulk query has no variables. */
const FILTER = '"the filter"';

/**
 * What the platform is to write down. Bulk queries name their nodes by edges, and page sizes mean nothing to them.
 * Source: https://shopify.dev/docs/api/usage/bulk-operations/queries#operation-restrictions
 */
const EXPORT_ORDERS = `#graphql
  query ExportOrders {
    orders(query: "the filter", sortKey: UPDATED_AT) {
      edges {
        node {
          ...SnapshotFields
        }
      }
    }
  }
  ${SNAPSHOT_FIELDS}
`;

/** One line of the file. */
export type ExportedOrder = ExportOrdersQuery['orders']['edges'][number]['node'];

/** The query for orders that match a filter of the search syntax; all for an empty one. */
export const exportOrders = (filter: string): string =>
  EXPORT_ORDERS.replace(FILTER, () => JSON.stringify(filter));

export const START_ORDER_EXPORT = document<
  StartOrderExportMutation,
  StartOrderExportMutationVariables
>(`#graphql
  mutation StartOrderExport($query: String!) {
    bulkOperationRunQuery(query: $query) {
      bulkOperation {
        id
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const READ_ORDER_EXPORT = document<
  ReadOrderExportQuery,
  ReadOrderExportQueryVariables
>(`#graphql
  query ReadOrderExport($id: ID!) {
    bulkOperation(id: $id) {
      status
      objectCount
      url
    }
  }
`);

import type {
  ReadMoreWorkLinesQuery,
  ReadMoreWorkLinesQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { WORK_LINE_FIELDS } from '../fields/fulfillment-order-fields.ts';

export const READ_MORE_WORK_LINES = document<
  ReadMoreWorkLinesQuery,
  ReadMoreWorkLinesQueryVariables
>(`#graphql
  query ReadMoreWorkLines($fulfillmentOrderId: ID!, $after: String!) {
    fulfillmentOrder(id: $fulfillmentOrderId) {
      lineItems(first: 250, after: $after) {
        ...WorkLineFields
      }
    }
  }
  ${WORK_LINE_FIELDS}
`);

import type {
  ReadMoreRefundedLinesQuery,
  ReadMoreRefundedLinesQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { REFUNDED_LINE_FIELDS } from '../fields/refund-fields.ts';

export const READ_MORE_REFUNDED_LINES = document<
  ReadMoreRefundedLinesQuery,
  ReadMoreRefundedLinesQueryVariables
>(`#graphql
  query ReadMoreRefundedLines($refundId: ID!, $after: String!) {
    refund(id: $refundId) {
      refundLineItems(first: 250, after: $after) {
        ...RefundedLineFields
      }
    }
  }
  ${REFUNDED_LINE_FIELDS}
`);

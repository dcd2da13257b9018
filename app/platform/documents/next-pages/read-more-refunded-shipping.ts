import type {
  ReadMoreRefundedShippingQuery,
  ReadMoreRefundedShippingQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { PRESENTMENT_FIELDS } from '../fields/money-fields.ts';
import { REFUNDED_SHIPPING_FIELDS } from '../fields/refund-fields.ts';

export const READ_MORE_REFUNDED_SHIPPING = document<
  ReadMoreRefundedShippingQuery,
  ReadMoreRefundedShippingQueryVariables
>(`#graphql
  query ReadMoreRefundedShipping($refundId: ID!, $after: String!) {
    refund(id: $refundId) {
      refundShippingLines(first: 50, after: $after) {
        ...RefundedShippingFields
      }
    }
  }
  ${REFUNDED_SHIPPING_FIELDS}
  ${PRESENTMENT_FIELDS}
`);

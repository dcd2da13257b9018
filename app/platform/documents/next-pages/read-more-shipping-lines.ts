import type {
  ReadMoreShippingLinesQuery,
  ReadMoreShippingLinesQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { PRESENTMENT_FIELDS } from '../fields/money-fields.ts';
import { SHIPPING_LINE_FIELDS } from '../fields/shipping-line-fields.ts';

export const READ_MORE_SHIPPING_LINES = document<
  ReadMoreShippingLinesQuery,
  ReadMoreShippingLinesQueryVariables
>(`#graphql
  query ReadMoreShippingLines($orderId: ID!, $after: String!) {
    order(id: $orderId) {
      shippingLines(first: 50, after: $after) {
        ...ShippingLineFields
      }
    }
  }
  ${SHIPPING_LINE_FIELDS}
  ${PRESENTMENT_FIELDS}
`);

import type {
  ReadMoreShippingLinesQuery,
  ReadMoreShippingLinesQueryVariables,
} from '../admin-api.generated.ts';
import { document } from '../document.ts';
import { PRESENTMENT_FIELDS } from './money-fields.ts';
import { SHIPPING_LINE_FIELDS } from './shipping-line-fields.ts';

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

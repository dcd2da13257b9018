import type {
  ReadMoreFulfillmentOrdersQuery,
  ReadMoreFulfillmentOrdersQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { FULFILLMENT_ORDER_FIELDS, WORK_LINE_FIELDS } from '../fields/fulfillment-order-fields.ts';

export const READ_MORE_FULFILLMENT_ORDERS = document<
  ReadMoreFulfillmentOrdersQuery,
  ReadMoreFulfillmentOrdersQueryVariables
>(`#graphql
  query ReadMoreFulfillmentOrders($orderId: ID!, $after: String!) {
    order(id: $orderId) {
      fulfillmentOrders(first: 50, after: $after, displayable: false) {
        ...FulfillmentOrderFields
      }
    }
  }
  ${FULFILLMENT_ORDER_FIELDS}
  ${WORK_LINE_FIELDS}
`);

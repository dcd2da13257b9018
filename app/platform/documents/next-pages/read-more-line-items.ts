import type {
  ReadMoreLineItemsQuery,
  ReadMoreLineItemsQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { DUTY_FIELDS } from '../fields/duty-fields.ts';
import { LINE_ITEM_FIELDS } from '../fields/line-item-fields.ts';
import { PRESENTMENT_FIELDS } from '../fields/money-fields.ts';

export const READ_MORE_LINE_ITEMS = document<
  ReadMoreLineItemsQuery,
  ReadMoreLineItemsQueryVariables
>(`#graphql
  query ReadMoreLineItems($orderId: ID!, $after: String!) {
    order(id: $orderId) {
      lineItems(first: 100, after: $after) {
        ...LineItemFields
      }
    }
  }
  ${LINE_ITEM_FIELDS}
  ${DUTY_FIELDS}
  ${PRESENTMENT_FIELDS}
`);

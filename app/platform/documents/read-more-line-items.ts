import type {
  ReadMoreLineItemsQuery,
  ReadMoreLineItemsQueryVariables,
} from '../admin-api.generated.ts';
import { document } from '../document.ts';
import { LINE_ITEM_FIELDS } from './line-item-fields.ts';

export const READ_MORE_LINE_ITEMS = document<
  ReadMoreLineItemsQuery,
  ReadMoreLineItemsQueryVariables
>(`#graphql
  query ReadMoreLineItems($id: ID!, $after: String!) {
    order(id: $id) {
      lineItems(first: 100, after: $after) {
        ...LineItemFields
      }
    }
  }
  ${LINE_ITEM_FIELDS}
`);

import type { ReadOrderQuery, ReadOrderQueryVariables } from '../admin-api.generated.ts';
import { document } from '../document.ts';
import { FULFILLMENT_ORDER_FIELDS } from './fulfillment-order-fields.ts';
import { LINE_ITEM_FIELDS } from './line-item-fields.ts';
import { MONEY_FIELDS } from './money-fields.ts';
import { ORDER_FIELDS } from './order-fields.ts';

export const READ_ORDER = document<ReadOrderQuery, ReadOrderQueryVariables>(`#graphql
  query ReadOrder($id: ID!) {
    order(id: $id) {
      ...OrderFields
    }
  }
  ${ORDER_FIELDS}
  ${LINE_ITEM_FIELDS}
  ${FULFILLMENT_ORDER_FIELDS}
  ${MONEY_FIELDS}
`);

import type { ReadOrdersQuery, ReadOrdersQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { ORDER_FIELDS } from '../fields/order-fields.ts';

/** Several orders for about the price of one: of a list without pages the dearest member counts. */
export const READ_ORDERS = document<ReadOrdersQuery, ReadOrdersQueryVariables>(
  `#graphql
  query ReadOrders($ids: [ID!]!) {
    shop {
      ianaTimezone
    }
    nodes(ids: $ids) {
      ... on Order {
        ...OrderFields
      }
    }
  }
  ${ORDER_FIELDS}
`,
  { mayLack: 'protected_fields' },
);

import type { ReadOrderQuery, ReadOrderQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { ORDER_FIELDS } from '../fields/order-fields.ts';

export const READ_ORDER = document<ReadOrderQuery, ReadOrderQueryVariables>(
  `#graphql
  query ReadOrder($id: ID!) {
    shop {
      ianaTimezone
    }
    order(id: $id) {
      ...OrderFields
    }
  }
  ${ORDER_FIELDS}
`,
  { mayLack: 'protected_fields' },
);

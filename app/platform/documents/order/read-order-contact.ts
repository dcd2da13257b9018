import type {
  ReadOrderContactQuery,
  ReadOrderContactQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const READ_ORDER_CONTACT = document<ReadOrderContactQuery, ReadOrderContactQueryVariables>(
  `#graphql
  query ReadOrderContact($id: ID!) {
    order(id: $id) {
      email
      phone
      customer {
        firstName
        lastName
      }
      shippingAddress {
        formatted(withName: true)
        phone
      }
    }
  }
`,
  { mayLack: 'anything' },
);

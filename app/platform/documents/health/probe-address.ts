import type { ProbeAddressQuery, ProbeAddressQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const PROBE_ADDRESS = document<ProbeAddressQuery, ProbeAddressQueryVariables>(
  `#graphql
  query ProbeAddress {
    orders(first: 10, sortKey: CREATED_AT, reverse: true) {
      nodes {
        shippingAddress {
          address1
        }
      }
    }
  }
`,
  { mayLack: 'protected_fields' },
);

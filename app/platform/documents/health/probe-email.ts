import type { ProbeEmailQuery, ProbeEmailQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const PROBE_EMAIL = document<ProbeEmailQuery, ProbeEmailQueryVariables>(
  `#graphql
  query ProbeEmail {
    orders(first: 10, sortKey: CREATED_AT, reverse: true) {
      nodes {
        email
      }
    }
  }
`,
  { mayLack: 'protected_fields' },
);
